"""Who, where, when and with what: which mentions of a sentence belong to which of its events."""

import re
from collections.abc import Iterator, Sequence

from marsad.claims.claim import Mention, Relation, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.doers import perpetrators
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.claims.rules.targets import targets

CLAUSE_BEGINS = re.compile(
    r"\b(?:after|when|while|that|which|who|as|but|following|response|retaliation)\b", re.IGNORECASE
)
NEAR = re.compile(
    r"\b(?:near|outside|close to|around|in the vicinity of|on the outskirts of|just off)\s+(?:the\s+\w+\s+of\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r"\b(?:towards?|bound for|to)\s+(?:the\s+)?$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
RELATIONS = ((Relation.NEAR, NEAR), (Relation.FROM, FROM), (Relation.TO, TO), (Relation.BETWEEN, BETWEEN))
DATELINE = re.compile(r"\s*[()\-–—:/]|,? [A-Z]{3,}")
WORDS = re.compile(r"\w")
PREPOSITION = re.compile(
    r"\b(?:in|inside|into|across|over|throughout|from|within|around|near|of)\s+(?:the\s+)?$", re.IGNORECASE
)
# What parts a mention from an event, in words: standing before it, a clause, a comma, a sentence.
# A clause must outweigh the few words that follow "after", a sentence any clause.
AHEAD, CLAUSE, COMMA, SENTENCE = 3, 6, 2, 15
LEAD = 40  # code points before a place that hold "near", "from", "between"
BESIDE = re.compile(r"(?:north|south|east|west|near|outside|around)\w*\s+(?:of\b|\w)")
OPENING = 2  # words before a time or place that still stands at the head of its sentence
SPEECH_TIME = 3  # words between a verb of saying and the day on which it was said
OF_WOUNDS = re.compile(r"\b(?:wounded|injured)\b[^.;]{0,120}\b(?:died|succumbed)\s+$", re.IGNORECASE)
DEICTIC = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|now|this)\b", re.IGNORECASE)


def mentions(
    sight: Sight, found: Sequence[Event], said: Sequence[Frame], lexicon: Lexicon
) -> tuple[tuple[Mention, ...], ...]:
    """Return the mentions of each event, in the order of the events."""
    given: list[list[Mention]] = [[] for _ in found]
    if not found:
        return ()
    for piece, mention in (*_places(sight, said), *_times(sight, said), *_weapons(sight, lexicon)):
        costs = [(_cost(sight, event, piece), index) for index, event in enumerate(found)]
        given[min(costs)[1]].append(mention)
    _share_opening(sight, given, found)
    for index, event in enumerate(found):
        given[index] += perpetrators(sight, event, found, said)
        given[index] += targets(sight, event, found, lexicon)
    return tuple(tuple(one) for one in given)


def _places(sight: Sight, said: Sequence[Frame]) -> Iterator[tuple[Found, Mention]]:
    for place in sight.places:
        if not _of_speaker(place, said) and _is_where(sight, place):
            evidence = sight.evidence(place.start, place.end)
            yield place, Mention(role=Role.PLACE, evidence=evidence, relation=_relation(sight, place))


def _times(sight: Sight, said: Sequence[Frame]) -> Iterator[tuple[Found, Mention]]:
    for time in sight.times:
        lasting = time.label in ("habitual", "duration")
        later = _is_speech_time(sight, time, said) or _is_of_wounds(sight, time)
        if not lasting and not later and not _is_speakers_day(sight, time):
            yield time, Mention(role=Role.TIME, evidence=sight.evidence(time.start, time.end))


def _weapons(sight: Sight, lexicon: Lexicon) -> Iterator[tuple[Found, Mention]]:
    for weapon in lexicon.weapons.find(sight.text):
        piece = Found(start=weapon.start, end=weapon.end, label=weapon.label)
        yield piece, Mention(role=Role.WEAPON, evidence=sight.evidence(weapon.start, weapon.end))


def _share_opening(sight: Sight, given: list[list[Mention]], found: Sequence[Event]) -> None:
    """Give "In August 2022, …" or "In Tal Arda, …" at the head of a sentence to each event that has no other."""
    for role in (Role.TIME, Role.PLACE):
        heads = [one for mine in given for one in mine if one.role is role and _opens(sight, one, found)]
        for mine in given:
            if heads and not any(one.role is role for one in mine):
                mine.append(heads[0])


def _opens(sight: Sight, mention: Mention, found: Sequence[Event]) -> bool:
    start = mention.evidence.start - sight.passage.start
    first = min(event.start for event in found)
    return start < first and sight.words_between(0, start) <= OPENING and mention.relation is not Relation.FROM


def _cost(sight: Sight, event: Event, piece: Found) -> int:
    """Return how far a mention lies from an event; what follows an event belongs to it rather than what precedes."""
    if piece.start >= event.end:
        start, end, ahead = event.end, piece.start, 0
    elif piece.end <= event.start:
        start, end, ahead = piece.end, event.start, AHEAD
    else:
        return 0
    gap = sight.text[start:end]
    parted = CLAUSE * len(CLAUSE_BEGINS.findall(gap)) + COMMA * gap.count(",") + SENTENCE * gap.count(". ")
    return sight.words_between(start, end) + ahead + parted


def _of_speaker(place: Found, said: Sequence[Frame]) -> bool:
    return any(frame.start <= place.start < frame.end or _inside(place, frame.deeper) for frame in said)


def _is_where(sight: Sight, place: Found) -> bool:
    """Refuse the dateline, a place inside an actor's name, and a country that no preposition makes a place."""
    if any(actor.start <= place.start and place.end <= actor.end for actor in sight.actors):
        return False
    before, after = sight.text[: place.start], sight.text[place.end :]
    if sight.passage.number <= 1 and not sight.passage.is_title and not WORDS.search(before) and DATELINE.match(after):
        return False
    if sight.text[place.start : place.end].isupper() and not sight.text.isupper():
        return False  # "… MARSA WADI Troops have …": a dateline whose brackets were lost
    return place.label != "country" or PREPOSITION.search(before) is not None or sight.text[place.start].islower()


def _inside(piece: Found, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= piece.start < span[1]


def _is_speech_time(sight: Sight, time: Found, said: Sequence[Frame]) -> bool:
    """Whether a day says when somebody spoke rather than when it happened: "the Observatory said on Monday"."""
    for frame in said:
        start, end = frame.outside
        if time.end <= start and not sight.text[time.end : start].strip() and time.start > 0 and frame.leads:
            return False
        near = end <= time.start and sight.words_between(end, time.start) <= SPEECH_TIME
        if near and "," not in sight.text[end : time.start]:
            return True
        if start <= time.start < end:
            return True
    return False


def _is_of_wounds(sight: Sight, time: Found) -> bool:
    """Whether a day says when the wounded died rather than when they were hit: "two of the wounded died overnight"."""
    return OF_WOUNDS.search(sight.text[: time.start]) is not None


def _is_speakers_day(sight: Sight, time: Found) -> bool:
    """Whether a day is the speaker's: "tonight" within quotation marks, which the report does not date."""
    return sight.is_quoted(time.start) and bool(DEICTIC.search(sight.text[time.start : time.end]))


def _relation(sight: Sight, place: Found) -> Relation:
    before = sight.text[max(0, place.start - LEAD) : place.start]
    for relation, pattern in RELATIONS:
        if pattern.search(before):
            return relation
    whole = sight.text[place.start : place.end].lower()
    return Relation.NEAR if BESIDE.match(whole) and " of " in whole else Relation.IN
