"""How likely a name means this place before anything else is known: large and governing places are named most."""

from collections.abc import Iterable
from math import log10

from marsad.places.place import Entry, Level

# A town of ten million has prior 1. A province counts as much as a town of 150,000, so that "Idlib" alone is the
# province (UCDP's rule: the coarsest, where nothing says otherwise) and "Aleppo", "Homs" or "Mosul" alone the city.
LARGEST = 10_000_000
PROVINCE_AS_TOWN = 150_000
LEVEL_PRIOR = {Level.COUNTRY: 1.0, Level.REGION: 0.7, Level.DISTRICT: 0.55, Level.NEIGHBOURHOOD: 0.45, Level.SITE: 0.5}


def prior(entry: Entry) -> float:
    """Return 0 to 1: how likely the place is meant, all else being equal."""
    if entry.level in LEVEL_PRIOR:
        return LEVEL_PRIOR[entry.level]
    people = PROVINCE_AS_TOWN if entry.level is Level.PROVINCE else entry.population
    return min(1.0, log10(people + 100) / log10(LARGEST))


def fits(entry: Entry, level: Level | None) -> float:
    """Return how well a place fits the level that the words around its name say: 1 as they say, 0 not at all."""
    if level is None or entry.level is level:
        return 1.0
    if level in {Level.SITE, Level.NEIGHBOURHOOD}:
        return {Level.SITE: 0.8, Level.NEIGHBOURHOOD: 0.8, Level.SETTLEMENT: 0.7}.get(entry.level, 0.2)
    if level in {Level.REGION, Level.DISTRICT}:
        return 0.7 if entry.level is not Level.COUNTRY or level is Level.REGION else 0.2
    return 0.7 if {level, entry.level} <= {Level.SETTLEMENT, Level.PROVINCE, Level.DISTRICT} else 0.4


def best(entries: Iterable[Entry], level: Level | None = None) -> Entry:
    """Return the likeliest of several places where only the words around the name are known."""
    return max(entries, key=lambda entry: (fits(entry, level) + 0.8 * prior(entry), entry.level.rank))
