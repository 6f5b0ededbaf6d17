"""Tie the words that tell where an event happened to the likeliest place of a gazetteer, and keep count of the others.

A name shared by a town, its district and its province means the coarsest where nothing says otherwise (UCDP's rule),
except where the town is so large that its bare name means the town: then "Aleppo" is the city and "Idlib" the province.
A type word ("Idlib city", "Aleppo province") always decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.claims.claim import Mention, Relation, Role
from marsad.places.finder import PlaceFinder
from marsad.places.gazetteer import Gazetteer
from marsad.places.place import Entry, Level, Place, kilometres
from marsad.places.prior import fits, prior
from marsad.places.surroundings import UNTOLD, Surroundings, surroundings
from marsad.places.tokens import tokens
from marsad.places.unknown import unknown_name
from marsad.reports.report import Report
from marsad.text.span import Evidence

# What each clue is worth; together 1.
PRIOR, COUNTRY, NEARNESS = 0.45, 0.30, 0.25
LEAST = 0.2  # below this no candidate is good enough: a hamlet abroad of which the report does not speak
SOUNDING = 0.8  # what is left of the score where only the consonants agree
RIVAL_KM = 25.0  # candidates nearer than this to the chosen one do not make the place doubtful
# A place is doubted where its country is hardly spoken of, and a quarter or site far from all the report names.
SPOKEN_OF = 0.1
DOUBTED = 0.35
KNOWN_ABROAD = 1_000_000
AMID = 0.67  # nearness of a place some 60 km away
NEAR_WORDS = frozenset({"near", "outside", "around", "outskirts"})
LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What a mention's words may mean: the bare name, the candidates, the level the words say, and how they lie."""

    mention: Mention
    name: str
    entries: tuple[Entry, ...]
    level: Level | None
    exact: bool
    beside: bool


class RankedPlaces:
    """Chooses among a gazetteer's places by size, by the countries of the report and by nearness to its places."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.finder = PlaceFinder(gazetteer)
        # One report is linked incident by incident; the same report always has the same surroundings.
        self._surroundings = lru_cache(maxsize=8)(lambda report, context: surroundings(report, self.finder, context))

    def __reduce__(self) -> tuple[type["RankedPlaces"], tuple[Gazetteer]]:
        return (RankedPlaces, (self.gazetteer,))

    def link(self, mentions: Sequence[Mention], report: Report, context: Sequence[str] = ()) -> tuple[Place, ...]:
        """Return one place for each mention of a place, most specific first."""
        readings = [self._read(mention) for mention in mentions if mention.role is Role.PLACE]
        if not readings:
            return ()
        around: Surroundings = self._surroundings(report, tuple(context))
        first = [
            max(reading.entries, key=lambda entry: _worth(entry, reading, around))
            for reading in readings
            if reading.entries
        ]
        around = around.joined(first)
        places = [_place(reading, around) for reading in readings]
        return tuple(sorted(places, key=lambda place: (place.level.rank, place.evidence.span)))

    def _read(self, mention: Mention) -> _Reading:
        """Return what the words of a mention may mean."""
        words = mention.evidence.quote[:LONGEST_WORDS]
        whole = self.finder.whole(words)
        if whole:
            return _Reading(mention=mention, name=words, entries=tuple(whole), level=None, exact=True, beside=False)
        matches = self.finder.matches(words)
        if not matches:
            name, level = self._unknown(words)
            return _Reading(mention=mention, name=name, entries=(), level=level, exact=False, beside=False)
        match, phrase = min(matches, key=lambda pair: (not pair[0].exact, _finest(pair[0].entries).rank))
        read = tokens(words)
        typed = self.finder.whole(words[read[phrase.first].start : read[phrase.last].end])
        return _Reading(
            mention=mention,
            name=words[match.start : match.end],
            entries=tuple(typed or match.entries),
            level=phrase.level,
            exact=match.exact,
            beside=phrase.beside,
        )

    def _unknown(self, words: str) -> tuple[str, Level]:
        """Return the name in words that no gazetteer knows, and its level by the type word beside it."""
        read = tokens(words)
        for position in range(len(read)):
            found = unknown_name(read, position, words=self.finder.words)
            if found:
                name, level = found
                named = [
                    token for token in read[name.first : name.last + 1] if token.word not in self.finder.words.types
                ]
                return words[named[0].start : named[-1].end], level
        kinds = [self.finder.words.types[token.word] for token in read if token.word in self.finder.words.types]
        return words, kinds[0] if kinds else Level.SETTLEMENT


def _finest(entries: Sequence[Entry]) -> Level:
    """Return the level of the likeliest of these places."""
    return max(entries, key=prior).level


def _worth(entry: Entry, reading: _Reading, around: Surroundings) -> float:
    """Return 0 to 1: how likely the words mean this place, here."""
    clues = PRIOR * prior(entry) + COUNTRY * around.country(entry) + NEARNESS * around.nearness(entry)
    return fits(entry, reading.level) * clues * _hearing(entry, reading, around) * _credit(entry, around)


def _hearing(entry: Entry, reading: _Reading, around: Surroundings) -> float:
    """Return how far the spelling is trusted: likeness of sound, in a country nothing else tells of, is chance."""
    if reading.exact:
        return 1.0
    return SOUNDING if around.country(entry) > UNTOLD else DOUBTED


def _credit(entry: Entry, around: Surroundings) -> float:
    """Return less than 1 for a place that does not belong among the places the report speaks of."""
    abroad = around.country(entry) < SPOKEN_OF and entry.level is not Level.COUNTRY
    if abroad and entry.population < KNOWN_ABROAD:
        return DOUBTED
    apart = entry.level in {Level.NEIGHBOURHOOD, Level.SITE} and around.places and around.nearness(entry) < AMID
    return DOUBTED if apart else 1.0


def _place(reading: _Reading, around: Surroundings) -> Place:
    """Return the likeliest place of a reading, or its words as a place that is not known."""
    ranked = sorted(
        ((_worth(entry, reading, around), entry) for entry in reading.entries), key=lambda pair: (-pair[0], pair[1].id)
    )
    if not ranked or ranked[0][0] < LEAST:
        return _unknown_place(reading, len(ranked))
    worth, entry = ranked[0]
    rivals = [other for other, rival in ranked[1:] if (kilometres(entry, rival) or RIVAL_KM + 1) > RIVAL_KM]
    doubt = max(rivals, default=0.0) / worth / 2
    return Place(
        name=entry.name,
        gazetteer=entry.id,
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        level=_level(entry, reading.level),
        relation=_relation(reading),
        score=round(min(1.0, worth * (1.0 - doubt)), 3),
        others=len(ranked) - 1,
        evidence=reading.mention.evidence,
    )


def _unknown_place(reading: _Reading, others: int) -> Place:
    """Keep the words of a place that no gazetteer knows."""
    return Place(
        name=reading.name,
        gazetteer=None,
        country=None,
        admin1=None,
        latitude=None,
        longitude=None,
        level=reading.level or Level.SETTLEMENT,
        relation=_relation(reading),
        score=0.0,
        others=others,
        evidence=reading.mention.evidence,
    )


def _level(entry: Entry, said: Level | None) -> Level:
    """Return how fine the place is; never finer than the place found, though the words speak of a building in it."""
    if said is Level.REGION and entry.level.rank >= Level.SETTLEMENT.rank:
        return Level.REGION
    if said is None or said.rank < entry.level.rank:
        return entry.level
    return said if entry.level.rank >= Level.SETTLEMENT.rank else entry.level


def _relation(reading: _Reading) -> Relation:
    """Return how the event lies to the place: as the claim says, else by the words themselves."""
    if reading.mention.relation is not None:
        return reading.mention.relation
    evidence: Evidence = reading.mention.evidence
    first = evidence.quote.split(maxsplit=1)[0].lower()
    return Relation.NEAR if reading.beside or first in NEAR_WORDS else Relation.IN
