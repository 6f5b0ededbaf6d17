"""Where an event took place: the places a sentence names that are no dateline, no speaker's and no actor's."""

import re
from collections.abc import Iterator, Sequence

from marsad.claims.claim import Mention, Relation, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.knowledge import tables

LEAD = 60  # code points before a place that hold "near", "from", "between", "taken to the hospital in"
# What may stand between such a word and the name: an article, "the town of", a country's "Qandara's".
_TO_NAME = r"(?:the\s+)?(?:[a-z]+-[a-z]+\s+)?(?:\w+\s+of\s+(?:the\s+)?)?(?:[A-Z]\w+['’]?s\s+)?$"
NEAR = re.compile(
    r"(?:\b(?:near|outside|close to|around|in the vicinity of|on the outskirts of|just off|next to)"
    r"|(?i:\b(?:north|south|east|west)\w*\s+(?:of|from)))\s+" + _TO_NAME
)
FROM = re.compile(r"\b[Ff]rom\s+" + _TO_NAME)
TO = re.compile(r"\b(?:towards?|bound for|to)\s+" + _TO_NAME)
BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?(?:[^\s.,;]+\s+){0,5}?(?:and\s+(?:the\s+)?)?$")
RELATIONS = ((Relation.NEAR, NEAR), (Relation.FROM, FROM), (Relation.TO, TO), (Relation.BETWEEN, BETWEEN))
BESIDE = re.compile(r"(?:the )?(?:(?:north|south|east|west)\w*|near|outside|around|outskirts)\s+of\b")
# "HADRA (CW) -", "Hadra, Umm Rihan - Shells …": where a report was written.
DATELINE = re.compile(r"\s*[()\-–—:/]|,? [A-Z]{3,}")
# "Hadra Government air strikes killed …": the dash is lost, and a sentence begins anew.
BARE_DATELINE = re.compile(r" [A-Z][a-z]+ (?:[a-z]|[A-Z][a-z]+ [a-z])")
WRITTEN_FROM = re.compile(r"\s?[-–—]{1,2}\s+[A-Z“\"]")
HEAD = 2  # passages, the headline among them, in which a dateline may stand
WORDS = re.compile(r"\w")
PREPOSITION = re.compile(
    r"\b(?:in|inside|into|across|over|throughout|from|within|around|near|of)\s+(?:the\s+)?$", re.IGNORECASE
)
# The wounded are brought there; nothing happened there.
BROUGHT = re.compile(
    r"\b(?:rushed|taken(?!\s+place)|transferred|evacuated|transported|airlifted|brought|admitted|flown|arrived|"
    r"hospitali[sz]ed|treated|treatment)\s+(?:\w+\s+){0,3}?(?:to|at|in|into)\s+(?:the\s+|a\s+)?$"
)
# "The governor of Hadra", "the office of Tal Arda": somebody's place of work.
SEAT = re.compile(
    r"\b(?:governor|mayor|head|chief|director|emir|leader|spokes(?:man|woman|person)|minister|council|directorate|"
    r"office|command)\s+(?:of|in|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
HIT_WITHIN = 3  # words between a deed and the office it struck: "hit their main office in"
WORK = re.compile(r"['’]?s?\s+(?:office|bureau|headquarters|correspondent|reporter|spokes\w+)\b", re.IGNORECASE)
# "Moscow has denied", "Washington warned": a capital that speaks and acts for its government.
ACTS = re.compile(
    r"\s+(?:(?:is|was|were)\s+(?:to blame|behind|responsible)\b|(?:has|have|had|is|will|would|can|could|may|might|"
    r"should|must|also|does|did|\w+ly|warn\w*|want\w*|insist\w*|back(?:s|ed)|support(?:s|ed)|den(?:y|ies|ied)|accus\w+|"
    r"reject\w*|consider\w*|launche?[sd]|sen[dt]s?|seeks?|sought)\b)(?!\s+been\s+(?:\w+ed|hit|struck|shaken|under)\b)"
)
ALLY = re.compile(
    r"\b(?:ally|allies|partners?|rivals?|blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|condemn\w*|urg(?:es?|ed|ing)|warn\w*|"
    r"pressure on|support(?:s|ed|ing)? for)\s+$",
    re.IGNORECASE,
)
# "Fighters positioned in Tal Arda shelled Umm Rihan": the shells came from there.
POSITIONED = re.compile(
    r"(\w+)\s+(?:(?:who|that|which)\s+(?:are|were)\s+)?(?:\w+ly\s+)?(?:positioned|located|stationed|based|entrenched|"
    r"deployed|holed up|fortified|spread)\s+(?:in|at|around|on|inside)\s+" + _TO_NAME
)
ARMED = frozenset(
    ("forces", "groups", "group", "units", "factions", "organizations", "organisations", "troops", "army")
)
CLAUSE = re.compile(r"\b(?:as|when|while|that|after|and|but)\b|[.,;:]")


def places(sight: Sight, said: Sequence[Frame], found: Sequence[Event]) -> Iterator[tuple[Found, Mention]]:
    """Yield each place at which something may have happened, with how the events ``found`` lie to it."""
    for place in sight.places:
        if not _of_speaker(place, said, found) and _is_where(sight, place, found):
            evidence = sight.evidence(place.start, place.end)
            relation = Relation.FROM if _is_fired_from(sight, place, found) else _relation(sight, place)
            yield place, Mention(role=Role.PLACE, evidence=evidence, relation=relation)


def _of_speaker(place: Found, said: Sequence[Frame], found: Sequence[Event]) -> bool:
    """Whether a place belongs to the words for a speaker; beyond an event, lost commas made those words too long."""
    return any(
        (frame.start <= place.start < frame.end or _inside(place, frame.deeper))
        and not any(frame.start < event.start and event.end <= place.start for event in found)
        for frame in said
    )


def _is_where(sight: Sight, place: Found, found: Sequence[Event]) -> bool:
    """Refuse the dateline, a place inside an actor's name, where people work or are brought, a capital that acts.

    A country is a place of an event only where a preposition makes it one.
    """
    if any(actor.start <= place.start and place.end <= actor.end for actor in sight.actors):
        return False
    if _is_dateline(sight, place) or _is_somebodys(sight, place, found):
        return False
    before = sight.text[: place.start]
    return place.label != "country" or PREPOSITION.search(before) is not None or sight.text[place.start].islower()


def _is_dateline(sight: Sight, place: Found) -> bool:
    """Whether a place says where the report was written."""
    before, after = sight.text[: place.start], sight.text[place.end :]
    if sight.text[place.start : place.end].isupper() and not sight.text.isupper():
        return True  # "… MARSA WADI Troops have …": a dateline whose brackets were lost
    if sight.passage.is_title or sight.passage.number > HEAD:
        return False
    if not WORDS.search(before) and (DATELINE.match(after) or BARE_DATELINE.match(after)):
        return True
    following = next((one for one in sight.places if one.start > place.start), None)
    paired = following is not None and not WORDS.search(sight.text, place.end, following.start)
    last = following if paired and following is not None else place
    return WRITTEN_FROM.match(sight.text, last.end) is not None and PREPOSITION.search(before) is None


def _is_somebodys(sight: Sight, place: Found, found: Sequence[Event]) -> bool:
    """Whether a place only says where somebody works, where the wounded were brought, or who a government is."""
    before = sight.text[max(0, place.start - LEAD) : place.start]
    if BROUGHT.search(before) or _is_seat(sight, place, found) or WORK.match(sight.text, place.end):
        return True
    if sight.text[place.start : place.end] not in tables.metonyms() or PREPOSITION.search(before):
        return False
    return ACTS.match(sight.text, place.end) is not None or ALLY.search(before) is not None


def _is_seat(sight: Sight, place: Found, found: Sequence[Event]) -> bool:
    """Whether "the office in Tal Arda" is somebody's place of work, and not what was hit there."""
    start = max(0, place.start - LEAD)
    seat = SEAT.search(sight.text[start : place.start])
    if seat is None:
        return False
    office = start + seat.start()
    return not any(event.end <= office and sight.words_between(event.end, office) <= HIT_WITHIN for event in found)


def _is_fired_from(sight: Sight, place: Found, found: Sequence[Event]) -> bool:
    """Whether those who did it stood there: "fighters positioned in …", told before anything they did."""
    start = max(0, place.start - LEAD)
    positioned = POSITIONED.search(sight.text[start : place.start])
    if positioned is None:
        return False
    doer = positioned.group(1).lower()
    end_of_doer = start + positioned.end(1)
    armed = doer in ARMED or doer in tables.people() or any(actor.end == end_of_doer for actor in sight.actors)
    suffered = any(not CLAUSE.search(sight.text, event.end, end_of_doer) for event in found if event.end <= end_of_doer)
    return armed and not suffered and any(event.start >= place.end for event in found)


def _inside(piece: Found, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= piece.start < span[1]


def _relation(sight: Sight, place: Found) -> Relation:
    if BESIDE.match(sight.text[place.start : place.end].lower()):
        return Relation.NEAR
    before = sight.text[max(0, place.start - LEAD) : place.start]
    return next((relation for relation, pattern in RELATIONS if pattern.search(before)), Relation.IN)
