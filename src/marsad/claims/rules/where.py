"""Where an event took place: the places a sentence names that are no dateline, no speaker's and no actor's."""

import re
from collections.abc import Iterator, Sequence

from marsad.claims.claim import Mention, Relation, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame

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
LEAD = 40  # code points before a place that hold "near", "from", "between"
BESIDE = re.compile(r"(?:north|south|east|west|near|outside|around)\w*\s+(?:of\b|\w)")


def places(sight: Sight, said: Sequence[Frame]) -> Iterator[tuple[Found, Mention]]:
    """Yield each place at which something may have happened, with how the event lies to it."""
    for place in sight.places:
        if not _of_speaker(place, said) and _is_where(sight, place):
            evidence = sight.evidence(place.start, place.end)
            yield place, Mention(role=Role.PLACE, evidence=evidence, relation=_relation(sight, place))


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


def _relation(sight: Sight, place: Found) -> Relation:
    before = sight.text[max(0, place.start - LEAD) : place.start]
    for relation, pattern in RELATIONS:
        if pattern.search(before):
            return relation
    whole = sight.text[place.start : place.end].lower()
    return Relation.NEAR if BESIDE.match(whole) and " of " in whole else Relation.IN
