"""Look up the places that a name may mean, in the gazetteer marsad ships or in a user's own list of places."""

import csv
import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from marsad.errors import NotFoundError, UnreadableError
from marsad.places.place import Entry, Level
from marsad.places.tables import SHORTEST_SKELETON, Named, entry_of, write
from marsad.text.fold import fold, skeleton

SHIPPED = Path(__file__).with_name("gazetteer.sqlite")
COLUMNS = ("name", "names", "level", "country", "admin1", "latitude", "longitude", "population", "id")
LONGEST_NAME = 120
REMEMBERED = 50_000

# "Khan Alsibil": an article grown onto its name, taken off only where the name as it stands is not known.
_GROWN_ARTICLE = re.compile(r"\b[AaEe]l(?=[a-z]{4})")
_FIND = (
    "SELECT p.id, p.name, p.level, p.country, p.admin1, p.latitude, p.longitude, p.population"
    " FROM {index} AS i JOIN place AS p ON p.number = i.place WHERE i.key = ?"
    " ORDER BY p.population DESC, p.level DESC, p.id"
)
_FIND_NAME = _FIND.format(index="name")
_FIND_SKELETON = _FIND.format(index="skeleton")
_HAS_ENTRY = (
    "SELECT id, name, level, country, admin1, latitude, longitude, population FROM place WHERE id = ? ORDER BY number"
)


class Gazetteer:
    """Names and the places they may mean, read from one or more files; the first file's places come first.

    A file is either SQLite as :mod:`marsad.places.build` makes it or a CSV table (``from_csv``). Files are only ever
    read. A gazetteer can be pickled: what travels is the paths, and each process opens the files for itself.
    """

    def __init__(self, *sources: Path) -> None:
        self.sources = sources
        self._connections = tuple(_opened(source) for source in sources)
        self._spelled = lru_cache(maxsize=REMEMBERED)(self._look_up_spelling)
        self._sounding = lru_cache(maxsize=REMEMBERED)(self._look_up_consonants)

    @classmethod
    def default(cls) -> "Gazetteer":
        """Open the gazetteer that marsad ships."""
        return cls(SHIPPED)

    @classmethod
    def from_csv(cls, path: Path | str) -> "Gazetteer":
        """Open a table of places with the header of ``COLUMNS``.

        ``names`` holds further spellings between semicolons, ``level`` a level of the record, ``country`` ISO
        3166-1 alpha-2 (ZZ for an invented one); ``admin1``, coordinates and ``population`` may be empty.
        """
        return cls(Path(path))

    @classmethod
    def join(cls, *gazetteers: "Gazetteer") -> "Gazetteer":
        """Return one gazetteer of several; the first one's places come first."""
        return cls(*(source for gazetteer in gazetteers for source in gazetteer.sources))

    def candidates(self, name: str) -> Sequence[Entry]:
        """Return the places this name may mean: those so spelled, or else those of the same consonants.

        Large places come before small ones, and of each file's places the first file's come first.
        """
        return self.exact(name) or self.alike(name)

    def exact(self, name: str) -> Sequence[Entry]:
        """Return only the places spelled like this, forgiving case, accents, articles and doubled letters."""
        return self._spelled(name) if len(name) <= LONGEST_NAME else ()

    def alike(self, name: str) -> Sequence[Entry]:
        """Return the places whose consonants are those of this name, in whatever script it is written."""
        return self._sounding(name) if len(name) <= LONGEST_NAME else ()

    def entry(self, place: str) -> Entry:
        """Return the place of this id."""
        for connection in self._connections:
            row = connection.execute(_HAS_ENTRY, (place,)).fetchone()
            if row:
                return entry_of(row)
        files = ", ".join(str(source) for source in self.sources)
        raise NotFoundError(f"no place has the id {place!r} in {files}: check the id or add a file that has it")

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path, ...]]:
        return (Gazetteer, self.sources)

    def _look_up_spelling(self, name: str) -> tuple[Entry, ...]:
        key = fold(name)
        return self._search(_FIND_NAME, key) if key else ()

    def _look_up_consonants(self, name: str) -> tuple[Entry, ...]:
        for signs in dict.fromkeys((skeleton(name), skeleton(_GROWN_ARTICLE.sub("", name)))):
            found = self._search(_FIND_SKELETON, signs) if len(signs) >= SHORTEST_SKELETON else ()
            if found:
                return found
        return ()

    def _search(self, query: str, key: str) -> tuple[Entry, ...]:
        """Ask every file in turn; a place that two files hold is given once."""
        found = (entry_of(row) for connection in self._connections for row in connection.execute(query, (key,)))
        return tuple({entry.id: entry for entry in reversed(tuple(found))}.values())[::-1]


def _opened(source: Path) -> sqlite3.Connection:
    """Open a file for reading; a table is first put into a database in memory."""
    if not source.is_file():
        raise NotFoundError(f"there is no gazetteer at {source}: reinstall marsad to build it, or give another path")
    if source.suffix.lower() == ".csv":
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        write(connection, tuple(_rows(source)))
        return connection
    address = f"{source.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _rows(source: Path) -> Iterator[Named]:
    """Read the places of a table."""
    with source.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            raise UnreadableError(
                f"{source} lacks the columns {', '.join(missing)}: a gazetteer needs all of {COLUMNS}"
            )
        for row in table:
            yield _place(row, f"{source}, line {table.line_num}")


def _place(row: dict[str, str], line: str) -> Named:
    """Return one row as a place."""
    try:
        entry = Entry(
            id=row["id"],
            name=row["name"],
            level=Level(row["level"]),
            country=row["country"],
            admin1=row["admin1"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            population=int(row["population"] or 0),
        )
    except ValueError as error:
        raise UnreadableError(f"{line}: {error}. Put it right and try again.") from error
    return Named(entry=entry, names=tuple(name.strip() for name in row["names"].split(";") if name.strip()))
