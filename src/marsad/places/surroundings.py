"""What else a report speaks of: its countries and its other places, by which one Tripoli is told from another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from marsad.knowledge.tables import demonyms
from marsad.passages.split import split
from marsad.places.finder import PlaceFinder
from marsad.places.place import Entry, Level, kilometres
from marsad.places.prior import prior
from marsad.places.tokens import tokens
from marsad.reports.report import Report

NEAR_KM = 150.0  # at this distance from another place of the report, nearness counts for a third
COUNTRY_NAMED = 2.0  # weight of a country's own name; of a word such as "Syrian" 1; of a town its prior
UNTOLD = 0.5  # where a report speaks of no place, all countries are alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The countries a text speaks of, the most named with weight 1, and the places it names."""

    countries: Mapping[str, float]
    places: tuple[Entry, ...]

    def country(self, entry: Entry) -> float:
        """Return 0 to 1: how much the text speaks of this place's country."""
        return self.countries.get(entry.country, 0.0) if self.countries else UNTOLD

    def nearness(self, entry: Entry) -> float:
        """Return 0 to 1: how near the place lies to another place of the text."""
        distances = [
            distance
            for other in self.places
            if other.name != entry.name and (distance := kilometres(entry, other)) is not None
        ]
        return exp(-min(distances) / NEAR_KM) if distances else UNTOLD

    def joined(self, further: Iterable[Entry]) -> "Surroundings":
        """Return these surroundings with further places."""
        return Surroundings(countries=self.countries, places=(*self.places, *further))


def surroundings(report: Report, finder: PlaceFinder, context: Iterable[str] = ()) -> Surroundings:
    """Return what a report, with some further words, speaks of."""
    weights: defaultdict[str, float] = defaultdict(float)
    places: dict[str, Entry] = {}
    # The same words are read once, however often an event is told with them.
    sentences = (passage.text for passage in split(report))
    for text, times in Counter((*sentences, report.publisher or "", *context)).items():
        for code in _peoples(text):
            weights[code] += times
        for found in finder.find(text):
            if found.key is None:
                continue
            entry = finder.gazetteer.entry(found.key)
            weights[entry.country] += times * (COUNTRY_NAMED if entry.level is Level.COUNTRY else prior(entry))
            if entry.level is not Level.COUNTRY:
                places[entry.id] = entry
    most = max(weights.values(), default=1.0)
    return Surroundings(
        countries={code: weight / most for code, weight in weights.items()}, places=tuple(places.values())
    )


def _peoples(text: str) -> list[str]:
    """Return the country of every "Syrian" or "Syrians" in a text."""
    known = _countries_of_peoples()
    return [known[token.word] for token in tokens(text) if token.named and token.word in known]


@lru_cache(maxsize=1)
def _countries_of_peoples() -> Mapping[str, str]:
    """Return the country code of each adjective and word for a people."""
    return {word.lower(): names.country for names in demonyms() for word in (*names.adjectives, *names.people)}
