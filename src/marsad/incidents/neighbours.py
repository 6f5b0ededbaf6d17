"""Which tellings are worth comparing: those near each other in days and in space, found without comparing all pairs."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, cos, floor, radians

from marsad.incidents.agreement import Telling
from marsad.incidents.alike import FINE, NEAR_KM, where
from marsad.incidents.incident import Incident
from marsad.incidents.names import folded
from marsad.places.place import Level, Place

CELL_DEGREES = 0.5
DEGREE_KM = 111.0
CELLS_ROUND = round(360 / CELL_DEGREES)
NARROWEST = 0.05
LONGEST_INDEXED = 40
Key = tuple[str, ...]


def pairs(tellings: Sequence[Telling]) -> tuple[tuple[int, int], ...]:
    """Return the pairs (by position, smaller first) that share a day, give or take one, and a stretch of land.

    A time longer than forty days points at no day and is compared with nothing.
    """
    standing: dict[Key, list[int]] = {}
    for at, one in enumerate(tellings):
        for key in _keys(one.incident, slack=0, around=False):
            standing.setdefault(key, []).append(at)
    found = {
        (min(at, other), max(at, other))
        for at, one in enumerate(tellings)
        for key in _keys(one.incident, slack=1, around=True)
        for other in standing.get(key, ())
        if at != other
    }
    return tuple(sorted(found))


def pairs_of_copies(tellings: Sequence[Telling], copies: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of which one stands in a report and the other in a report that repeats it."""
    by_report: dict[str, list[int]] = {}
    for at, one in enumerate(tellings):
        by_report.setdefault(one.report.id, []).append(at)
    found = {
        (min(at, other), max(at, other))
        for at, one in enumerate(tellings)
        for other in by_report.get(copies.get(one.report.id, ""), ())
    }
    return tuple(sorted(found))


def _keys(incident: Incident, *, slack: int, around: bool) -> Iterator[Key]:
    """Yield every day and stretch of land an incident stands in or, with ``around``, borders on."""
    spots = {key for place in where(incident.places) for key in _spots(place, around=around)}
    yield from ((day, *spot) for day in _days(incident, slack) for spot in sorted(spots))


def _days(incident: Incident, slack: int) -> Iterator[str]:
    """Yield the days of an incident, and so many more before and after."""
    when = incident.when
    if when is None or when.start is None:
        return
    length = ((when.end or when.start) - when.start).days + 1
    if length > LONGEST_INDEXED:
        return
    first = when.start.toordinal() - slack
    yield from (str(day) for day in range(first, first + length + 2 * slack))


def _spots(place: Place, *, around: bool) -> Iterator[Key]:
    """Yield what a place can be found by: its cell of half a degree, its name, its province."""
    if place.level in (Level.COUNTRY, Level.REGION):
        return
    yield ("name", folded(place.name))
    if place.gazetteer is not None:
        yield ("gazetteer", place.gazetteer)
    if place.admin1 is not None:
        yield from _provinces(place, place.admin1, around=around)
    if place.latitude is not None and place.longitude is not None:
        yield from _cells(place.latitude, place.longitude, around=around)


def _provinces(place: Place, admin1: str, *, around: bool) -> Iterator[Key]:
    """Yield the province of a place: what is as coarse is found there by all, what is finer by the coarse only."""
    coarse = ("province", place.country or "", admin1)
    fine = ("inside", place.country or "", admin1)
    if place.level in FINE:
        yield coarse if around else fine
        return
    yield coarse
    if around:
        yield fine


def _cells(latitude: float, longitude: float, *, around: bool) -> Iterator[Key]:
    """Yield the cell of a point or, with ``around``, all cells within reach; cells grow narrow towards the poles."""
    row, column = floor(latitude / CELL_DEGREES), floor(longitude / CELL_DEGREES)
    if not around:
        yield ("cell", str(row), str(column % CELLS_ROUND))
        return
    width = CELL_DEGREES * DEGREE_KM * max(cos(radians(abs(latitude) + CELL_DEGREES)), NARROWEST)
    reach = ceil(NEAR_KM / width)
    for north in (row - 1, row, row + 1):
        for east in range(column - reach, column + reach + 1):
            yield ("cell", str(north), str(east % CELLS_ROUND))
