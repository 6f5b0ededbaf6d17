"""How alike two tellings of an incident are: in kind, in day and in place. The thresholds are data at the top."""

from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from marsad.claims.claim import Kind, Relation
from marsad.incidents.incident import Incident
from marsad.incidents.names import folded
from marsad.places.place import Level, Place, kilometres
from marsad.times.interval import When

NEAR_KM = 25.0
LONGEST_DAYS = 7
FINE = frozenset({Level.SITE, Level.NEIGHBOURHOOD, Level.SETTLEMENT})
COARSE = frozenset({Level.DISTRICT, Level.PROVINCE})
EVENT_RELATIONS = frozenset({Relation.IN, Relation.NEAR, Relation.BETWEEN})

# Kinds that two reports may give to one event: what flew in, what blew up, who shot, who was taken.
FAMILIES = (
    frozenset({Kind.AIR_STRIKE, Kind.DRONE_STRIKE, Kind.SHELLING, Kind.OTHER}),
    frozenset({Kind.AIR_STRIKE, Kind.SHELLING, Kind.CHEMICAL_WEAPON}),
    frozenset({Kind.SUICIDE_BOMB, Kind.IED_LANDMINE, Kind.GRENADE, Kind.OTHER}),
    frozenset({Kind.CHEMICAL_WEAPON, Kind.OTHER}),
    frozenset({Kind.ARMED_CLASH, Kind.SNIPER_GUNFIRE}),
    frozenset({Kind.ARMED_CLASH, Kind.TERRITORY_CHANGE}),
    frozenset({Kind.ATTACK_ON_CIVILIANS, Kind.EXECUTION, Kind.SNIPER_GUNFIRE}),
    frozenset({Kind.ATTACK_ON_CIVILIANS, Kind.ARMED_CLASH}),
    frozenset({Kind.ATTACK_ON_CIVILIANS, Kind.SEXUAL_VIOLENCE}),
    frozenset({Kind.ATTACK_ON_CIVILIANS, Kind.LOOTING_DESTRUCTION}),
    frozenset({Kind.ABDUCTION, Kind.ARREST}),
    frozenset({Kind.PROTEST, Kind.RIOT}),
)
# "An attack" may be any of these; so vague a word needs something else that agrees.
VAGUE = frozenset({Kind.OTHER, Kind.ATTACK_ON_CIVILIANS})


class Likeness(IntEnum):
    """How far one thing agrees; DOUBTFUL needs a toll or an actor that agrees as well."""

    NONE = 0
    DOUBTFUL = 1
    COMPATIBLE = 2
    SAME = 3


@cache
def kinds_alike(left: Kind, right: Kind) -> Likeness:
    """Say whether two kinds may name one event."""
    if left is right:
        return Likeness.SAME
    if any(left in family and right in family for family in FAMILIES):
        return Likeness.COMPATIBLE
    if left in VAGUE or right in VAGUE:
        return Likeness.DOUBTFUL
    return Likeness.NONE


def days_between(left: When | None, right: When | None) -> int | None:
    """Return the days between two times: 0 where they overlap, None where one of them is not known."""
    if left is None or right is None or left.start is None or right.start is None:
        return None
    left_end, right_end = left.end or left.start, right.end or right.start
    if left.start <= right_end and right.start <= left_end:
        return 0
    return (right.start - left_end).days if left_end < right.start else (left.start - right_end).days


def length_in_days(when: When) -> int | None:
    """Return how many days a time may lie in, None where it is not known."""
    if when.start is None:
        return None
    return ((when.end or when.start) - when.start).days + 1


def days_alike(left: When | None, right: When | None) -> Likeness:
    """Say whether two times may be of one event: a vague time (longer than a week) alone is no reason."""
    gap = days_between(left, right)
    if gap is None or left is None or right is None or gap > 1:
        return Likeness.NONE
    longest = max(length_in_days(left) or 0, length_in_days(right) or 0)
    if longest > LONGEST_DAYS:
        return Likeness.DOUBTFUL
    return Likeness.SAME if gap == 0 and longest == 1 else Likeness.COMPATIBLE


def places_alike(left: Sequence[Place], right: Sequence[Place]) -> Likeness:
    """Say whether two lists of places may be of one event.

    Where both name a settlement (or finer), only these count: two towns of one province are two places. A province
    and a town in it agree doubtfully, and a country agrees with nothing.
    """
    left, right = where(left), where(right)
    fine_left = [place for place in left if place.level in FINE]
    fine_right = [place for place in right if place.level in FINE]
    if fine_left and fine_right:
        return max(_fine_alike(one, other) for one in fine_left for other in fine_right)
    mixed = [(one, other) for one in left for other in right if COARSE & {one.level, other.level}]
    if any(_same_province(one, other) or _same_name(one, other) for one, other in mixed):
        return Likeness.DOUBTFUL
    return Likeness.NONE


def where(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places an event lies in; where there are none, those it came from or went to."""
    inside = tuple(place for place in places if place.relation in EVENT_RELATIONS)
    return inside or tuple(places)


def locatable(incident: Incident) -> bool:
    """Whether an incident has a known day and a settlement or finer place."""
    known = incident.when is not None and incident.when.start is not None
    return known and any(place.level in FINE for place in where(incident.places))


def same_place(left: Place, right: Place) -> bool:
    """Whether two places are one and the same, by the gazetteer or, where it knows neither, by name."""
    if left.gazetteer is not None and right.gazetteer is not None:
        return left.gazetteer == right.gazetteer
    return _same_name(left, right)


def _fine_alike(left: Place, right: Place) -> Likeness:
    """Compare two settlements or finer places."""
    if same_place(left, right):
        return Likeness.SAME
    distance = kilometres(left, right)
    if distance is None or distance > NEAR_KM:
        return Likeness.NONE
    return Likeness.COMPATIBLE


def _same_name(left: Place, right: Place) -> bool:
    """Whether two places bear one name, and no different country or province."""
    return (
        folded(left.name) == folded(right.name)
        and _may_equal(left.country, right.country)
        and _may_equal(left.admin1, right.admin1)
        and (kilometres(left, right) or 0.0) <= NEAR_KM
    )


def _same_province(left: Place, right: Place) -> bool:
    """Whether two places are known to lie in one province of one country."""
    return left.admin1 is not None and left.admin1 == right.admin1 and left.country == right.country


def _may_equal(left: str | None, right: str | None) -> bool:
    """Whether two values are equal or one of them is unknown."""
    return left is None or right is None or left == right
