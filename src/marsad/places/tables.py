"""How a gazetteer is kept: one SQLite file of places, their folded names and their consonant skeletons.

``name`` and ``skeleton`` are look-up tables keyed by what :mod:`marsad.text.fold` makes of a spelling. Skeletons are
kept only where a place is written in Arabic letters at home and so has many spellings in Latin ones.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.places.place import Entry, Level
from marsad.text.fold import fold, skeleton

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, country TEXT NOT NULL,
  admin1 TEXT, latitude REAL, longitude REAL, population INTEGER NOT NULL
);
CREATE INDEX place_id ON place (id);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
# Countries whose places are written in Arabic letters, where reports spell one name a dozen ways.
SKELETON_COUNTRIES = frozenset(
    (
        "AE",
        "AF",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
        "ZZ",
    )
)
SHORTEST_SKELETON = 3
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place with every spelling it is looked up by, its own name among them or not."""

    entry: Entry
    names: tuple[str, ...]


def write(connection: sqlite3.Connection, places: Sequence[Named], meta: Iterable[tuple[str, str]] = ()) -> None:
    """Fill a new, empty database with these places, in their order."""
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta))
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *columns(place.entry)) for number, place in enumerate(places)],
    )
    names, skeletons = keys(places)
    connection.executemany("INSERT INTO name VALUES (?, ?)", names)
    connection.executemany("INSERT INTO skeleton VALUES (?, ?)", skeletons)
    connection.commit()


def keys(places: Sequence[Named]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the rows of both look-up tables, sorted, so that the file is small and always the same."""
    names: set[tuple[str, int]] = set()
    skeletons: set[tuple[str, int]] = set()
    for number, place in enumerate(places):
        spellings = {place.entry.name, *place.names}
        names |= {(key, number) for key in map(fold, spellings) if key}
        if place.entry.country in SKELETON_COUNTRIES:
            signs = map(skeleton, spellings)
            skeletons |= {(key, number) for key in signs if len(key) >= SHORTEST_SKELETON}
    return sorted(names), sorted(skeletons)


def columns(entry: Entry) -> tuple[object, ...]:
    """Return a place as a row of the ``place`` table, without its number."""
    where = (entry.country, entry.admin1, entry.latitude, entry.longitude)
    return (entry.id, entry.name, entry.level.rank, *where, entry.population)


def entry_of(row: Sequence[object]) -> Entry:
    """Return the place that a row of the ``place`` table holds, again without its number."""
    place_id, name, level, country, admin1, latitude, longitude, population = row
    return Entry(
        id=str(place_id),
        name=str(name),
        level=_LEVELS[int(str(level))],
        country=str(country),
        admin1=None if admin1 is None else str(admin1),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
        population=int(str(population)),
    )
