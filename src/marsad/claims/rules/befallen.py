"""Tolls told by what befell the people: "12 dead", "were killed", "killing six and wounding two"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from marsad.claims.claim import Harm
from marsad.claims.rules.crowd import AUXILIARY, WORD, Crowd, Toll
from marsad.claims.rules.parts import AND, SUBSET
from marsad.claims.rules.people import People
from marsad.claims.rules.persons import DEFINITE
from marsad.knowledge import tables
from marsad.knowledge.phrases import Phrase, word_set

FARTHEST = 14  # words between people and what became of them: "12 people, most of them women, were killed"
INTRANSITIVE = word_set(
    """lost died die perished dead succumbed casualties deaths fatalities bodies corpses missing injuries fell fallen
    with"""
)
NOUNS = word_set("casualties deaths fatalities bodies corpses injuries")  # of harm; people never stand apart from them
OF_OTHER_THINGS = word_set("lost losing loses")  # towns and seats are lost as well as fighters
PLAYED = re.compile(r"\b(?:I|you)(?:'ve|’ve| have| had)?\s+$")  # "I lost 40 soldiers" is said of a game
# "Lost two members to marriage" is no death; "to sniper fire" is.
LOST_TO = re.compile(r"\s+to\s+(?P<what>[^.;:,!?]{1,60})", re.IGNORECASE)
VIOLENCE = re.compile(
    r"fire\b|bomb|attack|ambush|mine|shell|strike|snip|rocket|missile|drone|enemy|raid|clash|fight|battle|violence|"
    r"war\b|gun|bullet|explo|blast|assault",
    re.IGNORECASE,
)
# "12 soldiers fell": only of those who fight, and not "fell ill", "fell back", "fell in love"; a comma may be lost.
FELL = word_set("fell fallen")
FELL_ENDS = re.compile(
    r"\s*(?:[.,;:)”\"]|$)|\s+(?:in|during) (?:the |a )?(?:[\w-]+ )?(?:battle|combat|fighting|clash(?:es)?|attack|"
    r"ambush|assault|action|raid|offensive|shelling|bombardment)s?\b|\s+(?:and|on both sides|the|according)\b",
    re.IGNORECASE,
)
THEIR_MEN = re.compile(r"\b(?:its|our|their|his) (?:own )?(?:men|comrades|members|number)$", re.IGNORECASE)
# Words that tell a harm only together with others behind the people: "forced 300 residents to flee".
DRIVEN = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:(?:from|out of) (?:their|the) (?:homes|houses|huts|villages?|towns?|land)\b|"
    r"into (?:the )?(?:[\w-]+ )?(?:bush|forests?|woods|hills|mountains|desert|exile|camps?)\b|"
    r"across the (?:border|frontier|river)\b)",
    re.IGNORECASE,
)
COMPLETED = {
    "forced": re.compile(r"\s+(?:[\w-]+\s+){0,8}?to (?:flee|leave|evacuate|abandon|escape|move)\b", re.IGNORECASE),
    "took": re.compile(r"\s+(?:[\w-]+\s+){0,6}?(?:hostage|captive|prisoner)\b", re.IGNORECASE),
    "taking": re.compile(r"\s+(?:[\w-]+\s+){0,6}?(?:hostage|captive|prisoner)\b", re.IGNORECASE),
    **dict.fromkeys(("driving", "drove"), DRIVEN),
}
HELPED = AUXILIARY - {"have", "has", "had", "left"}
FILLER = word_set(
    """a an the at least another about also of some as well total up to nearly over including all his her their its
    and/or"""
)
MOST_FILLERS = 3  # words of that list between "killing" and the people: "killing at least another six"
ROW = 9  # words between two counts that share one harm: "killing 14 jihadists and five civilians"
LONG_ROW = 20  # the same where "and another" opens the second
ANOTHER = re.compile(r"\band\s+(?:yet\s+)?$|\band (?:another|a further)\s+$", re.IGNORECASE)
JOINED = re.compile(r"[^.,;:!?]{0,40}\band\s*$", re.IGNORECASE)
OBJECT = ("the ", "his ", "her ", "their ", "him", "them")
OBJECT_WITHIN = 12  # code points after "killed" in which its object begins
NAMED_ON = 24  # code points after "in" within which the name of a place begins: "in neighbouring Idlib"
MODAL = re.compile(r"\b(?:could|would|will|might|may|can|to|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
DONE = re.compile(r"\b(?:managed|able|went on|said|claimed|reported)\s+to\s+(?:have\s+)?$", re.IGNORECASE)
PLAIN = re.compile(r"[\w\s\"“”'’-]*")
IN_A_PLACE = re.compile(r"\s+(?:(?:more|others|people)\s+)?(?:in|at|near|around|from)\s+(?:the\s+)?", re.IGNORECASE)
ENUMERATED = re.compile(r"(?:,|\band\b|\bplus\b|\bwhile\b|;)\s*(?:another\s+)?$", re.IGNORECASE)
TOGETHER = re.compile(r"\b(with|mostly|of|the|at)\s*$")


def adjacent_after(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "12 dead", "27 people were killed": the harm stands right after the people."""
    return _after(crowd, index, farthest=0)


def farther_after(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "12 people, most of them women, were killed"."""
    one = crowd.people[index]
    return _after(crowd, index, farthest=FARTHEST) if one.named and one.label != DEFINITE else None


def _after(crowd: Crowd, index: int, *, farthest: int) -> Toll | None:
    one = crowd.people[index]
    phrase = next((harm for harm in crowd.after if harm.start >= one.end), None)
    if phrase is None:
        return None
    words = crowd.content_words(one.end, phrase.start)
    if words > farthest or crowd.breaks(one.end, phrase.start):
        return None
    told = crowd.text[phrase.start : phrase.end].lower()
    maimed = told.startswith(("with ", "lost ")) and phrase.label == Harm.INJURED
    if words and (told in NOUNS or maimed):
        return None  # "a doctor receiving the casualties"; "with wounds" and "lost a leg" stand right by the person
    if told in FELL and not _falls_in_battle(crowd, one, phrase.end):
        return None
    if not _passive(crowd, phrase, index, words) or not _only_listed(crowd, index, phrase):
        return None
    return Toll(people=one, harm=Harm(phrase.label), harm_at=(phrase.start, phrase.end))


def _falls_in_battle(crowd: Crowd, one: People, end: int) -> bool:
    """Whether those who fell are fighters, and nothing behind the word says that they fell asleep or back."""
    words = crowd.text[one.start : one.end]
    nouns = (tables.victims().by_word.get(word) for word in WORD.findall(words.lower()))
    fought = any(noun is not None and noun.victim_class in ("combatant", "security") for noun in nouns)
    return (fought or THEIR_MEN.search(words) is not None) and FELL_ENDS.match(crowd.text, end) is not None


def _passive(crowd: Crowd, phrase: Phrase, index: int, words: int) -> bool:
    """Whether this harm befell the people before it, rather than being done by them to the people after it."""
    text = crowd.text
    word = text[phrase.start : phrase.end].lower()
    if word.split()[0] in INTRANSITIVE or word in INTRANSITIVE:
        return True
    before = crowd.sight.word_before(phrase.start)
    if before is not None and text[before[0] : before[1]].lower() in HELPED:
        return True
    for other in crowd.people[index + 1 :]:
        if other.start >= phrase.end and not text[phrase.end : other.start].strip(" \"“'"):
            return _has_own_harm(crowd, other) and words == 0
    following = text[phrase.end : phrase.end + OBJECT_WITHIN].strip().lower()
    return words == 0 and not following.startswith(OBJECT)


def _has_own_harm(crowd: Crowd, one: People) -> bool:
    return any(phrase.start >= one.end and not crowd.content_words(one.end, phrase.start) for phrase in crowd.after)


def _only_listed(crowd: Crowd, index: int, phrase: Phrase) -> bool:
    """Whether the people between are named along with these ("and", "including"), so that one harm befell all."""
    last = crowd.people[index].end
    for other in crowd.people[index + 1 :]:
        if other.start >= phrase.start:
            return True
        between = crowd.text[last : other.start]
        if other.part and between.strip(" ,") and _alone(crowd, other, phrase):
            return False  # "engaged four men on the ridge, adding that two of them were killed"
        joined = other.part or SUBSET.search(between) or AND.match(between) or TOGETHER.search(between)
        if not joined or any(last <= harm.start < other.start for harm in crowd.before):
            return False
        last = other.end
    return True


def _alone(crowd: Crowd, part: People, phrase: Phrase) -> bool:
    """Whether a harm is told of a part alone: it follows the part, and no comma closes an aside between them."""
    return not crowd.content_words(part.end, phrase.start) and "," not in crowd.text[part.end : phrase.start]


def directly_before(crowd: Crowd, index: int, found: Mapping[int, Toll]) -> Toll | None:
    """Read "killing six people", "claimed the lives of two": the harm is done to the people right after it."""
    one = crowd.people[index]
    taken = {toll.harm_at[0] for toll in found.values()}
    free = (phrase for phrase in reversed(crowd.before) if phrase.end <= one.start and phrase.start not in taken)
    phrase = next(free, None)
    if phrase is None:
        return None
    lead, between = crowd.text[: phrase.start], crowd.text[phrase.end : one.start]
    verbal = not crowd.text[phrase.start : phrase.end].lower().split()[0].endswith("ing")
    if verbal and MODAL.search(lead) and not DONE.search(lead):
        return None
    if crowd.text[phrase.start : phrase.end].lower() in OF_OTHER_THINGS and _is_no_death(crowd, one, lead):
        return None
    completed = COMPLETED.get(crowd.text[phrase.start : phrase.end].lower())
    if completed is not None and not completed.match(crowd.text, one.noun):
        return None
    words = WORD.findall(between.lower())
    if len(words) > MOST_FILLERS or any(word not in FILLER for word in words) or not PLAIN.fullmatch(between):
        return None
    return Toll(people=one, harm=Harm(phrase.label), harm_at=(phrase.start, phrase.end), before=True)


def _is_no_death(crowd: Crowd, one: People, lead: str) -> bool:
    """Whether who was lost did not die: things, men of a game, or those lost to a rival, to marriage, to an illness."""
    if not one.named or PLAYED.search(lead):
        return True
    to = LOST_TO.match(crowd.text, one.end)
    return to is not None and VIOLENCE.search(to.group("what")) is None


def in_a_row(crowd: Crowd, index: int, found: Mapping[int, Toll]) -> Toll | None:
    """Read "killing 14 jihadists and five civilians": the second count shares the harm of the first."""
    before = found.get(index - 1)
    one = crowd.people[index]
    if before is None or not before.before or not one.named:
        return None
    last = crowd.people[index - 1]
    far = crowd.sight.words_between(last.end, one.start) > (
        LONG_ROW if ANOTHER.search(crowd.text[: one.start]) else ROW
    )
    if far or crowd.harmed_between(last.end, one.start):
        return None
    joined = JOINED if one.label == DEFINITE else AND
    return replace(before, people=one) if joined.match(crowd.text[last.end : one.start]) else None


def elliptical(crowd: Crowd, index: int, found: Mapping[int, Toll]) -> Toll | None:
    """Read "seven people were killed in Salwan, five in Lubban and three in Zahrat": the harm is said once."""
    one = crowd.people[index]
    before = found.get(index - 1)
    if before is None or one.named or one.unknown_noun or before.subset:
        return None
    placed = IN_A_PLACE.match(crowd.text, one.end)
    between = crowd.text[before.people.end : one.start]
    listed = ENUMERATED.search(between) or _follows_a_place(crowd, one)
    if placed is None or not listed or crowd.breaks(before.people.end, one.start):
        return None
    at = placed.end()
    if not any(place.start <= at < place.end or at <= place.start < at + NAMED_ON for place in crowd.sight.places):
        return None
    return replace(before, people=one, before=True)


def _follows_a_place(crowd: Crowd, one: People) -> bool:
    """Whether a count stands right behind the place of the one before, where a list has lost its commas."""
    return any(place.end <= one.start and not crowd.text[place.end : one.start].strip() for place in crowd.sight.places)
