"""Harm to people in a sentence: which counts are of the killed, which of the injured, and which are parts of others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Harm
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.people import People, people
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.knowledge.phrases import Phrase

FARTHEST = 14  # words between people and what became of them: "12 people, most of them women, were killed"
BREAK = re.compile(r"[.;:!?](?:\s|$)")
AUXILIARY = frozenset(
    "was were been being be is are got get gets left have has had also reportedly confirmed feared found more others".split()
)
INTRANSITIVE = frozenset(
    "died die perished dead succumbed casualties deaths fatalities bodies corpses missing injuries".split()
)
FILLER = frozenset(
    "a an the at least another about also of some as well total up to nearly over including all his her their its and/or".split()
)
AND = re.compile(
    r"^(?:[^.;:!?]{0,60}?)(?:,|\band\b|\bplus\b|\bas well as\b|\balong with\b|\bbesides\b)\s*$", re.IGNORECASE
)
SUBSET = re.compile(
    r"(?:\binclud(?:ing|es|ed|e)|\bamong them|\bamong whom|\bof whom|\bof them|\bone of them|\bcounting|\bamongst them)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"\b(?:among|amongst) (?:the |those )?(dead|killed|slain|victims|fatalities|wounded|injured|casualties)\b"
    r"|\bthe (dead|deceased|killed|victims|fatalities|wounded|injured)(?: persons?| people)? "
    r"(?:were|was|are|is|include|includes|included)\b",
    re.IGNORECASE,
)
TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?:dead|deaths|killed|people killed|victims|fatalities|civilians killed))\b"
    r"|\b(?P<injured>number of (?:the )?(?:wounded|injured|injuries|people injured|people wounded))\b",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"\b(?:to|at|reached|reaching|is|was|were|of|as|hit|passed|surpassed|surpasses|exceeded|exceeds|topped|stood at|than)\s*"
    r"(?:about |now |a total of )?$",
    re.IGNORECASE,
)
BROUGHT = re.compile(
    r"\b(?:bring(?:s|ing)|brought|raising|raised|taking|pushing)\s+(?:the\s+)?(?:(?:total|overall|death|toll)\s+){0,3}to\s+$",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:could|would|will|might|may|can|to|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
DONE = re.compile(r"\b(?:managed|able|went on|said|claimed|reported)\s+to\s+(?:have\s+)?$", re.IGNORECASE)
DIED = re.compile(r"\b(?:died|have died|has died|succumbed)\b", re.IGNORECASE)
IN_A_PLACE = re.compile(r"\s+(?:(?:more|others|people)\s+)?(?:in|at|near|around|from)\s+(?:the\s+)?", re.IGNORECASE)
ENUMERATED = re.compile(r"(?:,|\band\b|\bplus\b|\bwhile\b|;)\s*(?:another\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """People and what became of them; ``harm_at`` is where the word for it stands, ``subset`` marks a part of others."""

    people: People
    harm: Harm
    harm_at: tuple[int, int]
    subset: bool = False
    before: bool = False


def tolls(sight: Sight, said: Sequence[Frame], lexicon: Lexicon) -> tuple[Toll, ...]:
    """Return the tolls of a sentence in reading order; those who speak are not among the harmed."""
    every = people(sight, lexicon.people, lexicon.nationals)
    crowd = tuple(one for one in every if not _speaks(one, said) and not _is_no_people(sight, one, lexicon))
    if not crowd:
        return ()
    reading = _Reading(
        sight=sight,
        crowd=crowd,
        after=tuple(lexicon.harm_after.find(sight.text)),
        before=tuple(lexicon.harm_before.find(sight.text)),
    )
    found: dict[int, Toll] = {}
    for rule in (
        _told_by_noun,
        _among,
        _toll_reached,
        _brought_to,
        _died_later,
        _adjacent_after,
        _elliptical,
        _directly_before,
        _farther_after,
        _in_a_row,
        _as_part,
    ):
        for index in range(len(crowd)):
            if index not in found:
                toll = rule(reading, index, found)
                if toll is not None:
                    found[index] = toll
    marked = (_mark_subset(sight, found[index]) for index in sorted(found))
    return tuple(toll for toll in marked if _plausible(toll))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    sight: Sight
    crowd: tuple[People, ...]
    after: Sequence[Phrase]
    before: Sequence[Phrase]

    def word(self, phrase: Phrase) -> str:
        return self.sight.text[phrase.start : phrase.end].lower()


def _speaks(one: People, said: Sequence[Frame]) -> bool:
    return any(frame.start <= one.start < frame.end for frame in said)


def _is_no_people(sight: Sight, one: People, lexicon: Lexicon) -> bool:
    """Whether what is counted are animals or things: "12 wild boar", "three houses"."""
    words = re.findall(r"[\w-]+", sight.text[one.noun : one.noun + 40].lower())[:3]
    return not one.named and any(word in lexicon.no_people for word in words)


def _plausible(toll: Toll) -> bool:
    """Refuse a count whose noun is not known to be people, unless somebody killed or wounded them outright."""
    if toll.people.named or not toll.people.unknown_noun:
        return True
    return toll.before and toll.people.label == "count"


def _told_by_noun(reading: _Reading, index: int, _: dict[int, Toll]) -> Toll | None:
    """Read "30 bodies", "hundreds of civilian casualties", "one of the wounded": the noun itself tells the harm."""
    one = reading.crowd[index]
    if one.harm is None:
        return None
    word = reading.sight.word_before(one.end) or (one.start, one.end)
    died = DIED.search(reading.sight.text, one.end) if one.harm is Harm.INJURED else None
    if died is not None and not BREAK.search(reading.sight.text[one.end : died.start()]):
        return Toll(people=one, harm=Harm.KILLED, harm_at=died.span(), subset=True)
    return Toll(people=one, harm=one.harm, harm_at=word, subset=one.part)


def _among(reading: _Reading, index: int, _: dict[int, Toll]) -> Toll | None:
    """Read "among the dead were 20 children", "the injured are five soldiers", "four children are among the 28 dead"."""
    one = reading.crowd[index]
    if not one.named:
        return None
    for match in reversed(list(AMONG.finditer(reading.sight.text))):
        harm = Harm.INJURED if (match.group(1) or match.group(2)).lower() in ("wounded", "injured") else Harm.KILLED
        between = reading.sight.text[match.end() : one.start]
        if (
            match.end() <= one.start
            and not BREAK.search(between)
            and reading.sight.words_between(match.end(), one.start) <= 12
        ):
            taken = any(match.end() <= phrase.start < one.start for phrase in (*reading.after, *reading.before))
            alone = re.search(r"\b(?:is|was)$", match.group(), re.IGNORECASE) is not None
            return None if taken else Toll(people=one, harm=harm, harm_at=match.span(), subset=not alone)
        if one.end <= match.start() and reading.sight.words_between(one.end, match.start()) <= 2 and match.group(1):
            return Toll(people=one, harm=harm, harm_at=match.span(), subset=True)
    return None


def _brought_to(reading: _Reading, index: int, _: dict[int, Toll]) -> Toll | None:
    """Read "bringing to 15 the number of people killed"."""
    one = reading.crowd[index]
    brought = BROUGHT.search(reading.sight.text[: one.start])
    if brought is None:
        return None
    injured = re.match(
        r"\s+(?:the )?number of (?:wounded|injured|people (?:wounded|injured))", reading.sight.text[one.end :]
    )
    return Toll(people=one, harm=Harm.INJURED if injured else Harm.KILLED, harm_at=brought.span())


def _died_later(reading: _Reading, index: int, _: dict[int, Toll]) -> Toll | None:
    """Read "three people wounded in the strike died overnight": the wounded are among the dead now."""
    one = reading.crowd[index]
    wounded = next((phrase for phrase in reading.after if phrase.start >= one.end), None)
    if wounded is None or wounded.label != Harm.INJURED or _content_words(reading.sight, one.end, wounded.start):
        return None
    stop = reading.crowd[index + 1].start if index + 1 < len(reading.crowd) else len(reading.sight.text)
    died = DIED.search(reading.sight.text, wounded.end, stop)
    if died is None or BREAK.search(reading.sight.text[wounded.end : died.start()]):
        return None
    return Toll(people=one, harm=Harm.KILLED, harm_at=died.span(), subset=True)


def _elliptical(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "seven people were killed in Salwan, five in Lubban and three in Zahrat": the harm is said once."""
    one = reading.crowd[index]
    before = found.get(index - 1)
    if before is None or one.named or one.unknown_noun or before.subset:
        return None
    placed = IN_A_PLACE.match(reading.sight.text, one.end)
    between = reading.sight.text[before.people.end : one.start]
    if placed is None or not ENUMERATED.search(between) or BREAK.search(between):
        return None
    at = placed.end()
    if not any(place.start <= at < place.end or at <= place.start < at + 12 for place in reading.sight.places):
        return None
    return replace(before, people=one, before=True)


def _toll_reached(reading: _Reading, index: int, _: dict[int, Toll]) -> Toll | None:
    """Read "the death toll from the raid rose to 115"."""
    one = reading.crowd[index]
    for match in TOLL.finditer(reading.sight.text[: one.start]):
        between = reading.sight.text[match.end() : one.start]
        if len(between) <= 90 and not BREAK.search(between) and REACHED.search(between):
            if re.match(r"\s*to\b", reading.sight.text[one.end :]) and re.search(r"\bfrom\s*$", between):
                return None
            harm = Harm.INJURED if match.group("injured") else Harm.KILLED
            return Toll(people=one, harm=harm, harm_at=match.span())
    return None


def _adjacent_after(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "12 dead", "27 people were killed": the harm stands right after the people."""
    return _after(reading, index, found, farthest=0)


def _farther_after(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "12 people, most of them women, were killed"."""
    return _after(reading, index, found, farthest=FARTHEST) if reading.crowd[index].named else None


def _after(reading: _Reading, index: int, found: dict[int, Toll], *, farthest: int) -> Toll | None:
    one = reading.crowd[index]
    for phrase in reading.after:
        if phrase.start < one.end:
            continue
        words = _content_words(reading.sight, one.end, phrase.start)
        if words > farthest or BREAK.search(reading.sight.text[one.end : phrase.start]):
            return None
        if not _passive(reading, phrase, index, words) or not _only_listed(reading, index, phrase):
            return None
        return Toll(people=one, harm=Harm(phrase.label), harm_at=(phrase.start, phrase.end))
    return None


def _content_words(sight: Sight, start: int, end: int) -> int:
    words = re.findall(r"[\w'’-]+", sight.text[start:end].lower())
    return sum(word not in AUXILIARY for word in words)


def _passive(reading: _Reading, phrase: Phrase, index: int, words: int) -> bool:
    """Whether this harm befell the people before it, rather than being done by them to the people after it."""
    text = reading.sight.text
    word = text[phrase.start : phrase.end].lower()
    if word.split()[0] in INTRANSITIVE or word in INTRANSITIVE:
        return True
    before = reading.sight.word_before(phrase.start)
    helped = before is not None and text[before[0] : before[1]].lower() in AUXILIARY - {"have", "has", "had", "left"}
    if helped:
        return True
    for other in reading.crowd[index + 1 :]:
        if other.start >= phrase.end and not text[phrase.end : other.start].strip(" \"“'"):
            return _has_own_harm(reading, other) and words == 0
    following = text[phrase.end : phrase.end + 12].strip().lower()
    return words == 0 and not following.startswith(("the ", "his ", "her ", "their ", "him", "them"))


def _has_own_harm(reading: _Reading, one: People) -> bool:
    return any(
        phrase.start >= one.end and not _content_words(reading.sight, one.end, phrase.start) for phrase in reading.after
    )


def _only_listed(reading: _Reading, index: int, phrase: Phrase) -> bool:
    """Whether the people between are named along with these ("and", "including"), so that one harm befell all."""
    last = reading.crowd[index].end
    for other in reading.crowd[index + 1 :]:
        if other.start >= phrase.start:
            return True
        between = reading.sight.text[last : other.start]
        joined = SUBSET.search(between) or AND.match(between) or re.search(r"\b(with|mostly|of|the|at)\s*$", between)
        if not joined or any(last <= harm.start < other.start for harm in reading.before):
            return False
        last = other.end
    return True


def _directly_before(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "killing six people", "claimed the lives of two": the harm is done to the people right after it."""
    one = reading.crowd[index]
    taken = {toll.harm_at[0] for toll in found.values()}
    for phrase in reversed(reading.before):
        if phrase.end > one.start or phrase.start in taken:
            continue
        between = reading.sight.text[phrase.end : one.start]
        words = re.findall(r"[\w'’-]+", between.lower())
        if MODAL.search(reading.sight.text[: phrase.start]) and not DONE.search(reading.sight.text[: phrase.start]):
            return None
        if len(words) > 3 or any(word not in FILLER for word in words) or not re.fullmatch(r"[\w\s\"“”'’-]*", between):
            return None
        return Toll(people=one, harm=Harm(phrase.label), harm_at=(phrase.start, phrase.end), before=True)
    return None


def _in_a_row(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "killing 14 jihadists and five civilians": the second count shares the harm of the first."""
    before = found.get(index - 1)
    one = reading.crowd[index]
    if before is None or not before.before or not (one.named or one.label == "count"):
        return None
    last = reading.crowd[index - 1]
    between = reading.sight.text[last.end : one.start]
    harmed = any(last.end <= phrase.start < one.start for phrase in (*reading.after, *reading.before))
    if harmed or not AND.match(between) or reading.sight.words_between(last.end, one.start) > 9:
        return None
    return replace(before, people=one) if one.named else None


def _as_part(reading: _Reading, index: int, found: dict[int, Toll]) -> Toll | None:
    """Read "including a woman and two children": a part has the harm of the whole it is part of."""
    one = reading.crowd[index]
    earlier = [found[i] for i in found if i < index]
    if not earlier:
        return None
    whole = max(earlier, key=lambda toll: toll.people.start)
    between = reading.sight.text[whole.people.end : one.start]
    if BREAK.search(between):
        return None
    if SUBSET.search(between) or (one.part and one.start - whole.people.end < 120):
        return replace(whole, people=one, subset=True, before=True)
    if (
        whole.subset
        and AND.match(between)
        and reading.sight.words_between(whole.people.end, one.start) <= 4
        and one.named
    ):
        return replace(whole, people=one, subset=True)
    return None


def _mark_subset(sight: Sight, toll: Toll) -> Toll:
    if toll.subset:
        return toll
    lead = sight.text[max(0, toll.people.start - 24) : toll.people.start]
    return replace(toll, subset=bool(SUBSET.search(lead)) or toll.people.part)
