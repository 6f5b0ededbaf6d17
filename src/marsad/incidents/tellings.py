"""Where reports tell the day, the place or the kind of one incident differently."""

from collections.abc import Callable, Iterator, Sequence

from marsad.incidents.alike import (
    FINE,
    NEAR_KM,
    Likeness,
    days_between,
    kinds_alike,
    length_in_days,
    same_place,
    where,
)
from marsad.incidents.incident import Contradiction, Incident, RecordedClaim, Side
from marsad.incidents.origins import STATED, Reports, origin_of, side_name
from marsad.places.place import Place, kilometres
from marsad.times.interval import When

LONGEST_COMPARED = 31


def differing(
    tellings: Sequence[Incident], claims: Sequence[RecordedClaim], reports: Reports
) -> tuple[Contradiction, ...]:
    """Return the disagreements about kind, place and day between one incident's tellings.

    ``tellings`` are the incident as single reports tell it; one without a claim among ``claims`` is left out, and so
    is whatever a telling does not know.
    """
    present = {claim.id for claim in claims}
    heard = tuple(one for one in tellings if present & set(one.claims))
    by_id = {claim.id: claim for claim in claims}
    found = (
        _compared("kind", heard, _kinds_apart, lambda one: one.kind.value.replace("_", " ")),
        _compared("place", heard, _places_apart, _place_words),
        _compared("time", heard, _days_apart, lambda one: _day_words(one.when)),
    )
    return tuple(_contradiction(about, groups, by_id, reports) for about, groups in found if groups)


def _compared(
    about: str,
    tellings: Sequence[Incident],
    apart: Callable[[Incident, Incident], bool],
    says: Callable[[Incident], str],
) -> tuple[str, dict[str, list[Incident]]]:
    """Group those tellings that cannot be right beside another one by what they say."""
    groups: dict[str, list[Incident]] = {}
    for one in tellings:
        if any(apart(one, other) for other in tellings):
            groups.setdefault(says(one), []).append(one)
    return about, groups


def _contradiction(
    about: str, groups: dict[str, list[Incident]], by_id: dict[str, RecordedClaim], reports: Reports
) -> Contradiction:
    """Make the contradiction, its sides in the order of what they say."""
    return Contradiction(about=about, sides=tuple(_sides(groups, by_id, reports)))


def _sides(groups: dict[str, list[Incident]], by_id: dict[str, RecordedClaim], reports: Reports) -> Iterator[Side]:
    """Make a side of each group: all who assert or allege what these tellings tell."""
    for says in sorted(groups):
        ids = dict.fromkeys(claim for one in groups[says] for claim in one.claims if claim in by_id)
        stated = [by_id[claim] for claim in ids if by_id[claim].stance in STATED]
        holders = dict.fromkeys(side_name(origin_of(claim, reports)) for claim in stated)
        yield Side(holders=tuple(holders), claims=tuple(claim.id for claim in stated), says=says)


def _kinds_apart(left: Incident, right: Incident) -> bool:
    """Whether two kinds exclude each other."""
    return kinds_alike(left.kind, right.kind) is Likeness.NONE


def _places_apart(left: Incident, right: Incident) -> bool:
    """Whether two tellings name places of one fineness with none near one of the other's."""
    pairs = [(one, other) for one in _fine(left) for other in _fine(right) if one.level is other.level]
    return bool(pairs) and all(_far(one, other) for one, other in pairs)


def _far(left: Place, right: Place) -> bool:
    """Whether two places are known to be apart."""
    distance = kilometres(left, right)
    return distance is not None and distance > NEAR_KM and not same_place(left, right)


def _days_apart(left: Incident, right: Incident) -> bool:
    """Whether two known times of the same or a like fineness share no day."""
    if left.when is None or right.when is None:
        return False
    lengths = (length_in_days(left.when) or 0, length_in_days(right.when) or 0)
    return max(lengths) <= LONGEST_COMPARED and bool(days_between(left.when, right.when))


def _fine(incident: Incident) -> tuple[Place, ...]:
    """Return the settlements and finer places of an incident."""
    return tuple(place for place in where(incident.places) if place.level in FINE)


def _place_words(incident: Incident) -> str:
    """Name the finest place."""
    return _fine(incident)[0].name


def _day_words(when: When | None) -> str:
    """Say a time as its days."""
    if when is None or when.start is None:
        return "an unknown day"
    end = when.end or when.start
    return when.start.isoformat() if end == when.start else f"{when.start.isoformat()} to {end.isoformat()}"
