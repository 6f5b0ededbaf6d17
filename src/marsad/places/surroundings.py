"""What else a report speaks of: its countries and its other places, by which one Tripoli is told from another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

from marsad.knowledge.tables import demonyms
from marsad.passages.passage import Passage
from marsad.passages.split import split
from marsad.places.finder import PlaceFinder
from marsad.places.place import Entry, Level, kilometres
from marsad.places.prior import prior
from marsad.places.tokens import tokens
from marsad.reports.report import Report
from marsad.text.fold import fold
from marsad.text.span import Part

NEAR_KM = 150.0  # at this distance from another place of the report, nearness counts for a third
WITHIN_KM = 60.0  # a quarter or site farther than this from every town named is not the one meant
SPOKEN_OF = 0.1  # a country with less than this share of the most named one is hardly spoken of
AT_HOME = 0.5  # a place that may hold another lies in a country of at least this share
COUNTRY_NAMED = 2.0  # weight of a country's own name; of a word such as "Syrian" 1; of a town its prior
UNTOLD = 0.5  # where a report speaks of no place, all countries are alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place as a report names it: where its words stand, these words folded, and the likeliest place, if any."""

    part: Part
    start: int
    end: int
    words: str
    entry: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The countries a text speaks of, the most named with weight 1, the places it names, and where it names them.

    ``told`` are the countries that more than one name speaks for: the country's own, its people's, or two places'.
    """

    countries: Mapping[str, float]
    told: frozenset[str]
    places: tuple[Entry, ...]
    named: tuple[Named, ...]

    def country(self, entry: Entry) -> float:
        """Return 0 to 1: how much the text speaks of this place's country."""
        return self.countries.get(entry.country, 0.0) if self.countries else UNTOLD

    def is_abroad(self, entry: Entry) -> bool:
        """Whether a place lies in a country of which the text hardly speaks, or by that one name alone."""
        return self.country(entry) < SPOKEN_OF or (bool(self.told) and entry.country not in self.told)

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
        return replace(self, places=(*self.places, *further))

    def has_town_of(self, quarter: Entry) -> bool:
        """Whether the text names a town or a wider place so near that it may be the one a quarter or site lies in."""
        return any(
            distance is not None and distance <= WITHIN_KM
            for other in self.places
            if other.level.rank >= Level.SETTLEMENT.rank
            for distance in (kilometres(quarter, other),)
        )


def surroundings(report: Report, finder: PlaceFinder, context: Iterable[str] = ()) -> Surroundings:
    """Return what a report, with some further words, speaks of."""
    passages = split(report)
    weights: defaultdict[str, float] = defaultdict(float)
    places: dict[str, Entry] = {}
    told: set[str] = set()
    # The same words are read once, however often an event is told with them.
    texts = (*(passage.text for passage in passages), report.publisher or "", *context)
    for text, times in Counter(texts).items():
        for code in _peoples(text):
            weights[code] += times
            told.add(code)
        for entry in _known(text, finder):
            weights[entry.country] += times * (COUNTRY_NAMED if entry.level is Level.COUNTRY else prior(entry))
            if entry.level is Level.COUNTRY or any(_witnesses(entry, other) for other in places.values()):
                told.add(entry.country)
            if entry.level is not Level.COUNTRY:
                places[entry.id] = entry
    most = max(weights.values(), default=1.0)
    countries = {code: weight / most for code, weight in weights.items()}
    named = tuple(one for passage in passages for one in _named(passage, finder, countries))
    return Surroundings(countries=countries, told=frozenset(told), places=tuple(places.values()), named=named)


def _witnesses(entry: Entry, other: Entry) -> bool:
    """Whether two places of two names speak for one country."""
    return entry.country == other.country and entry.name != other.name


def _named(passage: Passage, finder: PlaceFinder, countries: Mapping[str, float]) -> Iterator[Named]:
    """Yield the places of a passage with their offsets in the report; those abroad are known by their words alone."""
    part = passage.evidence.span.part
    for found in finder.find(passage.text):
        entry = finder.gazetteer.entry(found.key) if found.key is not None else None
        at_home = entry is not None and countries.get(entry.country, 0.0) >= AT_HOME
        start, end = passage.start + found.start, passage.start + found.end
        words = fold(passage.text[found.start : found.end])
        yield Named(part=part, start=start, end=end, words=words, entry=entry if at_home else None)


def _known(text: str, finder: PlaceFinder) -> Iterator[Entry]:
    return (finder.gazetteer.entry(found.key) for found in finder.find(text) if found.key is not None)


def _peoples(text: str) -> list[str]:
    """Return the country of every "Syrian" or "Syrians" in a text."""
    known = _countries_of_peoples()
    return [known[token.word] for token in tokens(text) if token.named and token.word in known]


@lru_cache(maxsize=1)
def _countries_of_peoples() -> Mapping[str, str]:
    """Return the country code of each adjective and word for a people."""
    return {word.lower(): names.country for names in demonyms() for word in (*names.adjectives, *names.people)}
