"""Numbers of people in a sentence: "at least 12 fighters", "another contractor", "dozens more"."""

import re
from dataclasses import dataclass, replace

from marsad.claims.claim import Count, Harm
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import word_set

LONGEST_NAME = 8  # words a count may stand before its noun: "five other members of the same family"
OPEN_GAP = re.compile(r"[\s\-–“”\"‘’']*$")
QUOTE_ENDS = re.compile(r"[”\"]\s")
MORE = word_set("more others other additional further")
# Words at which the noun of a count has ended.
STOPS = word_set(
    """was were is are be been being am have has had do does did will would could should may might can
    in on at by with from near around outside inside across under over after before when while as since during amid
    to into onto against through between for than that which who whom whose where because but if so not
    and or nor including include includes mostly mainly among the a an this these those its their his her our your my
    he she it they we you i there here also still then later reportedly allegedly yet only just even
    killed killing kills kill dead died die wounded wounding injured injuring hurt missing slain martyred perished
    said says told added according dead. alive today yesterday tonight
    tags related
    monday tuesday wednesday thursday friday saturday sunday"""
)
# Words after "of" that go back to people already spoken of: "two of them", "one of the eleven".
GOING_BACK = word_set("them whom the those these her his their its")
# Of those, the words that say of whom these are a part; "four of its officers" are a part of nobody counted, and
# "three fighters of the brigade" neither: there only "of them" tells it.
OF_OTHERS = word_set("them whom the those these")
OF_THEM = word_set("them whom those these")
# Nouns that are people and their harm in one word: "30 bodies", "hundreds of casualties", "one of the wounded".
HARM_NOUNS = {
    "casualties": Harm.KILLED_OR_INJURED,
    "casualty": Harm.KILLED_OR_INJURED,
    "deaths": Harm.KILLED,
    "fatalities": Harm.KILLED,
    "bodies": Harm.KILLED,
    "body": Harm.KILLED,
    "corpses": Harm.KILLED,
    "dead": Harm.KILLED,
    "slain": Harm.KILLED,
    "killed": Harm.KILLED,
    "injuries": Harm.INJURED,
    "wounded": Harm.INJURED,
    "injured": Harm.INJURED,
}
# Words that say what became of people named before them: "took 90 residents hostage", "dozens of people missing".
TAKEN = word_set("hostage captive prisoner missing")
WHOLE_NOUNS = word_set("casualties casualty deaths fatalities bodies corpses")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A number of people: ``start`` to ``end`` is the number and its noun, ``noun`` where the noun begins.

    ``named`` says whether a noun for people was read; ``part`` whether the words count some of others ("two of the
    eleven", "one of them"); ``label`` is the finder's (count, article, none).
    """

    start: int
    end: int
    noun: int
    count: Count
    label: str
    named: bool
    part: bool
    unknown_noun: bool
    harm: Harm | None


def people(sight: Sight, nouns: frozenset[str], nationals: frozenset[str]) -> tuple[People, ...]:
    """Return the counts of a sentence that count, or may count, people.

    ``nouns`` are words for people, ``nationals`` adjectives that stand for one where no noun follows ("an American").
    """
    found = (_read(sight, index, nouns, nationals) for index in range(len(sight.counts)))
    return tuple(one for one in found if one is not None)


def _read(sight: Sight, index: int, nouns: frozenset[str], nationals: frozenset[str]) -> People | None:
    hit = sight.counts[index]
    count = hit.count
    if count is None:
        return None
    limit = sight.counts[index + 1].start if index + 1 < len(sight.counts) else len(sight.text)
    noun = _noun(sight, hit.end, limit, nouns)
    named, unknown, end = noun.named, noun.unknown, noun.end
    if unknown and sight.text[hit.end : end].strip().lower() in nationals and _ends_here(sight, end):
        named, unknown = True, False
    if hit.label == "article" and (not named or (not noun.of and _is_plural(sight, noun.end, nouns))):
        return None
    if hit.label == "none" and not named and not unknown:
        end = hit.end
    last = sight.text[hit.end : end].split()[-1:]
    return People(
        start=hit.start,
        end=end if named or unknown else max(hit.end, end),
        harm=HARM_NOUNS.get(last[0].lower()) if last else None,
        noun=hit.end,
        count=count,
        label=hit.label,
        named=named,
        part=noun.part,
        unknown_noun=unknown,
    )


def _is_plural(sight: Sight, end: int, nouns: frozenset[str]) -> bool:
    """Whether a noun after "a" is a plural: "a farmers market" has lost its apostrophe and counts no farmer."""
    word = sight.word_before(end)
    lowered = sight.text[word[0] : word[1]].lower() if word else ""
    return lowered.endswith("s") and not lowered.endswith("ss") and lowered[:-1] in nouns


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """The noun of a count as far as it has been read.

    ``end`` is where it ends; it may name people, go on with "of" ("four of its officers"), count a ``part`` of others.
    """

    end: int
    named: bool = False
    of: bool = False
    part: bool = False
    unknown: bool = False


def _noun(sight: Sight, start: int, limit: int, nouns: frozenset[str]) -> _Noun:
    """Read on from a count to where its noun ends; ``limit`` is where the next count begins."""
    noun, at, first_unknown = _Noun(end=start), start, 0
    for _ in range(LONGEST_NAME):
        word = sight.word_after(at)
        if word is None or not _may_go_on(sight, at, word[0], limit if not noun.of else len(sight.text)):
            break
        lowered = _lowered(sight, word)
        if _is_whole(sight, noun, lowered, nouns):
            break
        if lowered in WHOLE_NOUNS or (noun.of and lowered in HARM_NOUNS):
            return replace(noun, end=word[1], named=True)
        if _is_people(lowered, nouns):
            noun = replace(noun, named=True, end=word[1])
        elif lowered in MORE or (noun.of and lowered in GOING_BACK):
            noun = replace(noun, end=word[1])
        elif lowered == "of" and (not noun.named or noun.end == at):
            following = _following(sight, word[1])
            of = following in GOING_BACK or (following in HARM_NOUNS and not noun.named)
            noun = replace(noun, of=of, part=following in (OF_THEM if noun.named else OF_OTHERS))
            if noun.named:
                break
        elif lowered in STOPS or (noun.named and not _goes_on(sight, word, nouns)):
            break
        else:
            first_unknown = first_unknown or word[1]
        at = word[1]
    return noun if noun.named or not first_unknown else replace(noun, end=first_unknown, unknown=True)


def _is_whole(sight: Sight, noun: _Noun, lowered: str, nouns: frozenset[str]) -> bool:
    """Whether nothing of a noun can follow: after "of them", or where "hostage" says what became of the people."""
    if noun.named and lowered in TAKEN:
        return True
    back = noun.of and sight.text[: noun.end].lower().endswith((" them", " whom"))
    return back and not _is_people(lowered, nouns)  # "seven of them children"


def _may_go_on(sight: Sight, at: int, word: int, limit: int) -> bool:
    """Whether the next word may still belong to the noun: nothing but spaces between, no time, no other count."""
    gap = sight.text[at:word]
    return word < limit and OPEN_GAP.match(gap) is not None and not QUOTE_ENDS.match(gap) and not _is_time(sight, word)


def _lowered(sight: Sight, word: tuple[int, int]) -> str:
    """Return a word in small letters; "IS" is a group and not the verb at which a noun ends."""
    shown = sight.text[word[0] : word[1]]
    return "" if shown == "IS" else shown.lower()


def _is_people(lowered: str, nouns: frozenset[str]) -> bool:
    return (lowered in nouns and lowered not in HARM_NOUNS) or (lowered[-1:] == "s" and lowered[:-1] in nouns)


def _ends_here(sight: Sight, offset: int) -> bool:
    """Whether a noun phrase ends at this offset: punctuation, nothing, or a word no noun phrase goes on with."""
    word = sight.word_after(offset)
    if word is None or not OPEN_GAP.match(sight.text[offset : word[0]]):
        return True
    return sight.text[word[0] : word[1]].lower() in STOPS


def _is_time(sight: Sight, offset: int) -> bool:
    return any(time.start <= offset < time.end for time in sight.times)


def _following(sight: Sight, after: int) -> str:
    """Return the next word in small letters; empty at the end."""
    word = sight.word_after(after)
    return sight.text[word[0] : word[1]].lower() if word else ""


def _goes_on(sight: Sight, word: tuple[int, int], nouns: frozenset[str]) -> bool:
    """Whether a noun for people goes on with another: "rescue workers", "army soldiers"."""
    following = sight.word_after(word[1])
    if following is None or not OPEN_GAP.match(sight.text[word[1] : following[0]]):
        return False
    return sight.text[following[0] : following[1]].lower() in nouns
