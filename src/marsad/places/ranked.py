"""Tie the words that tell where an event happened to the likeliest place of a gazetteer, and keep count of the others.

A name shared by a town, its district and its province means the coarsest where nothing says otherwise (UCDP's rule),
except where the town is so large that its bare name means the town: then "Aleppo" is the city and "Idlib" the province.
A type word ("Idlib city", "Aleppo province") always decides, and so does what the words put a place in ("Tal Arda in
Hadra province"). A quarter or site that no gazetteer has is put at the point of its town, under its own name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from marsad.claims.claim import Mention, Relation, Role
from marsad.places.finder import PlaceFinder
from marsad.places.gazetteer import Gazetteer
from marsad.places.holding import holder, holder_of_the_name, last_city, lies_in
from marsad.places.place import Entry, Level, Place, kilometres
from marsad.places.prior import fits, prior
from marsad.places.surroundings import UNTOLD, Named, Surroundings, surroundings
from marsad.places.tokens import tokens
from marsad.places.unknown import unknown_name
from marsad.reports.report import Report
from marsad.text.span import Evidence

# What each clue is worth; together 1.
PRIOR, COUNTRY, NEARNESS = 0.45, 0.30, 0.25
LEAST = 0.2  # below this no candidate is good enough: a hamlet abroad of which the report does not speak
SOUNDING = 0.8  # what is left of the score where only the consonants agree
RIVAL_KM = 25.0  # candidates nearer than this to the chosen one do not make the place doubtful
DOUBTED = 0.35  # what is left of the score of a place in a country the report hardly speaks of, or not where it says
KNOWN_ABROAD = 1_000_000
PARTS_OF_TOWNS = frozenset({Level.NEIGHBOURHOOD, Level.SITE})
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
    holder: Entry | None = None


# A name, what it may be, its level, whether it is spelled exactly, and whether the event lies beside it.
_Meaning = tuple[str, tuple[Entry, ...], Level | None, bool, bool]


class RankedPlaces:
    """Chooses among a gazetteer's places by size, by the countries of the report and by nearness to its places."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.finder = PlaceFinder(gazetteer)
        # One report is linked incident by incident; the same report always has the same surroundings.
        self._surroundings = lru_cache(maxsize=8)(lambda report, context: surroundings(report, self.finder, context))
        # A name is looked for through the whole report, so once for all events told of it.
        # The places of a report are linked again and again: for its country, its tellings, its incidents.
        self._meaning = lru_cache(maxsize=1024)(self._meant)
        self._holder_of_the_name = lru_cache(maxsize=256)(
            lambda name, report, context: holder_of_the_name(name, self._surroundings(report, context).named, report)
        )

    def __reduce__(self) -> tuple[type["RankedPlaces"], tuple[Gazetteer]]:
        return (RankedPlaces, (self.gazetteer,))

    def link(self, mentions: Sequence[Mention], report: Report, context: Sequence[str] = ()) -> tuple[Place, ...]:
        """Return one place for each mention of a place, most specific first."""
        read = [self._read(mention) for mention in mentions if mention.role is Role.PLACE]
        if not read:
            return ()
        around: Surroundings = self._surroundings(report, tuple(context))
        readings = [self._held(one, around.named, report, tuple(context)) for one in read]
        first = [
            max(reading.entries, key=lambda entry: _worth(entry, reading, around))
            for reading in readings
            if reading.entries
        ]
        around = around.joined(first)
        places = [_place(reading, around) for reading in readings]
        return tuple(sorted(places, key=lambda place: (place.level.rank, place.evidence.span)))

    def _held(self, reading: _Reading, named: Sequence[Named], report: Report, context: tuple[str, ...]) -> _Reading:
        """Note what holds a place by the report's words.

        What no candidate lies in is misread, but for parts of towns.
        """
        held_by = holder(reading.mention.evidence, named, report)
        if held_by is None and len(reading.entries) > 1:
            held_by = self._holder_of_the_name(reading.name, report, context)
        if held_by is None or held_by in reading.entries:
            return reading
        parts = all(entry.level in PARTS_OF_TOWNS for entry in reading.entries)
        believed = parts or any(lies_in(entry, held_by) for entry in reading.entries)
        if not believed and not reading.exact:
            # A name that only sounds like a town of another province is a place that the gazetteer lacks.
            return replace(reading, entries=(), holder=held_by, level=reading.level or Level.SETTLEMENT)
        return replace(reading, holder=held_by) if believed else reading

    def _read(self, mention: Mention) -> _Reading:
        """Return what the words of a mention may mean."""
        name, entries, level, exact, beside = self._meaning(mention.evidence.quote[:LONGEST_WORDS])
        return _Reading(mention=mention, name=name, entries=entries, level=level, exact=exact, beside=beside)

    def _meant(self, words: str) -> _Meaning:
        """Return the name in words, the places it may be, its level, whether it is exact, and whether beside it."""
        whole = self.finder.whole(words)
        if whole:
            return words, tuple(whole), None, True, False
        matches = self.finder.matches(words)
        if not matches:
            name, level = self._unknown(words)
            return name, (), level, False, False
        match, phrase = min(matches, key=lambda pair: (not pair[0].exact, _finest(pair[0].entries).rank))
        read = tokens(words)
        typed = self.finder.whole(words[read[phrase.first].start : read[phrase.last].end])
        named = words[match.start : match.end]
        return named, tuple(typed or match.entries), phrase.level, match.exact, phrase.beside

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
    trust = _hearing(entry, reading, around) * _credit(entry, reading, around)
    return fits(entry, reading.level) * clues * trust


def _hearing(entry: Entry, reading: _Reading, around: Surroundings) -> float:
    """Return how far the spelling is trusted: likeness of sound, in a country nothing else tells of, is chance."""
    if reading.exact:
        return 1.0
    if reading.level not in (None, entry.level) and PARTS_OF_TOWNS & {reading.level, entry.level}:
        return 0.0
    return SOUNDING if around.country(entry) > UNTOLD else DOUBTED


def _credit(entry: Entry, reading: _Reading, around: Surroundings) -> float:
    """Return less than 1 for a place that does not belong among the places the report speaks of.

    A place that does not lie where the words put it is doubted; a quarter or site of a town that the report does not
    name is not meant at all.
    """
    if entry.level is Level.COUNTRY:
        return 1.0
    if reading.holder is not None:
        elsewhere = 0.0 if entry.level in PARTS_OF_TOWNS else DOUBTED
        return 1.0 if lies_in(entry, reading.holder) else elsewhere
    if around.is_abroad(entry) and entry.population < KNOWN_ABROAD:
        return DOUBTED
    apart = entry.level in PARTS_OF_TOWNS and around.places and not around.has_town_of(entry)
    return 0.0 if apart else 1.0


def _place(reading: _Reading, around: Surroundings) -> Place:
    """Return the likeliest place of a reading, or its words as a place that is not known."""
    ranked = sorted(
        ((_worth(entry, reading, around), entry) for entry in reading.entries), key=lambda pair: (-pair[0], pair[1].id)
    )
    if not ranked or ranked[0][0] < LEAST:
        return _unknown_place(reading, len(ranked), around)
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


def _unknown_place(reading: _Reading, others: int, around: Surroundings) -> Place:
    """Keep the words of a place no gazetteer knows; a quarter, a site or a city's district is put where its town is."""
    town = reading.holder or last_city(reading.mention.evidence, around.named)
    unknown = Place(
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
    of_a_city = unknown.level is Level.DISTRICT and reading.holder is not None
    return _within(unknown, town) if town is not None and (of_a_city or unknown.level in PARTS_OF_TOWNS) else unknown


def _within(place: Place, town: Entry) -> Place:
    """Return an unknown quarter or site at the point of its town: its name is kept, no id of a gazetteer is given."""
    if town.level is not Level.SETTLEMENT:
        return replace(place, country=town.country, admin1=town.admin1)
    level = Level.NEIGHBOURHOOD if place.level is Level.DISTRICT else place.level
    return replace(
        place,
        country=town.country,
        admin1=town.admin1,
        latitude=town.latitude,
        longitude=town.longitude,
        level=level,
        score=DOUBTED,
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
