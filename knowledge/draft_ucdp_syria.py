"""Draft the table of Syrian villages and sites from the place columns of UCDP's georeferenced events.

Run ``python knowledge/draft_ucdp_syria.py ged_syria.csv.gz`` with UCDP GED Syria 19.1 (Uppsala Conflict Data
Program, https://ucdp.uu.se, CC BY 4.0). Only a place's name, governorate and coordinates are read, no event and no
text. What knowledge/provinces already has is left out. The table is curated: look at the difference before keeping it.
"""

import csv
import gzip
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from marsad.text.fold import fold, skeleton

HERE = Path(__file__).parent
TARGET = HERE / "provinces" / "derived" / "ucdp_syria.csv"
SOURCE = "UCDP GED Syria 19.1 (Uppsala Conflict Data Program, https://ucdp.uu.se), CC BY 4.0"
HEADER = f"# {SOURCE}: names, governorates and coordinates of places, by draft_ucdp_syria.py.\n"
COLUMNS = ("id", "name", "level", "country", "province", "latitude", "longitude", "names")
PROVINCES = {
    "Aleppo": "sy-aleppo",
    "Damascus": "sy-damascus",
    "Rif Dimashq": "sy-rif-dimashq",
    "Homs": "sy-homs",
    "Hamah": "sy-hama",
    "Latakia": "sy-latakia",
    "Tartus": "sy-tartus",
    "Idlib": "sy-idlib",
    "Ar Raqqah": "sy-raqqa",
    "Deir ez Zor": "sy-deir-ez-zor",
    "Al Hasakah": "sy-hasakah",
    "Daraa": "sy-daraa",
    "As Suwayda": "sy-suwayda",
    "Quneitra": "sy-quneitra",
}
EXACT = {"1.0", "2.0"}  # UCDP's precision: the place itself, or within 25 km of it
TOWN_WORDS = re.compile(r" (village|villge|villae|town|locality|city|suburb|area)\b(?: (?=II$))?")
# Lines between places, parts of governorates and things without a name of their own.
NO_PLACE = re.compile(
    r"^(Syria|IS enclave|Operation|[Aa]rea |Road |Northern|Southern|Eastern|Western|North|South|International|Former"
    r"|Silos|Sugar factory|Homs .* road|Military (base|Research)|Abu Bakr al-Baghdadi|Mezzeh Military|Forty Seven"
    r"|Conico|Red Hills|Hadalat Border|Rahbat|Jalbara)"
    r"|between| road|axis|triangle|Junction|border|[Gg]overnorates?$| district$|Euphrates river|Checkpoint area"
    r"|(Brigade|Division)$|\bBrigade |Division \d"
)
NO_NAME = re.compile(r"area|Brigade|Aleppo|Deir Ezzor")
KINDS = (
    (
        r"(?:Military )?(?:Airbase|airbase|Air Base|Airport|airport|Heliport)",
        ("air base", "military airport", "airport"),
    ),
    (r"(?:Air [Dd]efense|Armored Vehicle|Army|Military|Radar|Iranian) Base|base", ("base", "military base")),
    (r"(?:oil|Oil|gas|Gas|oil/gas)? ?[Ff]ields?|oilfield", ("oil field", "oilfield", "gas field", "field")),
    (r"(?:IDP|refugee)? ?[Cc]amp", ("camp", "refugee camp", "IDP camp")),
    (r"[Ff]arms?", ("farm", "farms")),
    (r"[Dd]am(?: Reservoir)?|Reservoir", ("dam",)),
    (r"(?:Thermal )?Power Plant", ("power plant", "power station", "thermal station")),
    (r"(?:military )?[Cc]heckpoint|hills?|mountain(?: range)?|Pumping Station|island|silos|Prison(?: Complex)?", ()),
    (r"castle|ruin|Ruins|plains?|lake|desert|springs|salt pan", ()),
)
SITE_HEADS = ("Jabal ", "Tall ", "Tell ", "Wadi ", "Sharat ", "Tulul ", "Tlul ", "Sabkhat ", "Ard ")
KM_PER_DEGREE = 111.2
ONE_PLACE_KM = 6.0
ONE_SITE_KM = 40.0  # the middle of a plain or an oil field may be given anywhere in it
SHORTEST = 4
# Names that are ordinary words or persons far more often than the village.
WORDS_AND_PERSONS = frozenset({"alma", "habit", "sara", "sharia"})
SPELLED = re.compile(r"[^\W\d_]+ah\b(?= )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place as the table holds it: names without types for towns, with them for sites."""

    name: str
    level: str
    province: str
    at: tuple[float, float]
    names: tuple[str, ...]


def main(arguments: list[str]) -> int:
    """Write the table from the file named in the arguments."""
    rows = thinned(places(Path(arguments[0])), known())
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for place, row in identified(rows):
            where = (row.level, "SY", row.province, f"{row.at[0]:.4f}", f"{row.at[1]:.4f}")
            table.writerow((place, row.name, *where, ";".join(row.names)))
    sys.stdout.write(f"{len(rows)} places\n")
    return 0


def places(source: Path) -> Iterator[Row]:
    """Return every place that has a name and a point, the most often coded first."""
    with gzip.open(source, "rt", encoding="utf-8", newline="") as lines:
        counted = Counter(
            (row["where_coordinates"].strip(), row["adm_1"], row["latitude"], row["longitude"])
            for row in csv.DictReader(lines)
            if row["where_prec"] in EXACT
        )
    for (words, unit, latitude, longitude), _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        province = PROVINCES.get(unit.removesuffix(" Governorate"))
        if province is None or NO_PLACE.search(words):
            continue
        name, level, names = read(words)
        key = fold(name)
        if len(key) >= SHORTEST and len(skeleton(name)) > 1 and key not in WORDS_AND_PERSONS:
            at = (round(float(latitude), 4), round(float(longitude), 4))
            yield Row(name=name, level=level, province=province, at=at, names=names)


def read(words: str) -> tuple[str, str, tuple[str, ...]]:
    """Return name, level and further names of a place as UCDP writes it: "Kobane/Ayn al Arab town"."""
    inner = [name for name in re.findall(r"\(([^()]*)\)", words) if not NO_NAME.search(name)]
    whole = re.sub(r" *\([^()]*\)", "", words)
    for kind, variants in KINDS:
        found = re.fullmatch(rf"(.+?) (?:{kind})", whole)
        if found and found[1].startswith(SITE_HEADS) and not variants:
            return found[1], "site", ()
        if found:
            bare = [part.strip() for part in found[1].split("/")]
            names = [f"{part} {variant}" for part in bare for variant in variants]
            name = f"{bare[0]} {whole[len(found[1]) + 1 :]}"
            return name, "site", tuple(spellings([*names, *(name for name in inner if " " in name)], name))
    towns = [part.strip() for part in TOWN_WORDS.sub("", whole).split("/")]
    level = "site" if towns[0].startswith(SITE_HEADS) and not TOWN_WORDS.search(whole) else "settlement"
    return towns[0], level, tuple(spellings([*towns[1:], *inner], towns[0]))


def spellings(names: Iterable[str], name: str) -> list[str]:
    """Return the names and, where a word but the last ends in -ah, the same with -a; codes and stumps are left out."""
    without = [SPELLED.sub(lambda word: word[0][:-1], spelling) for spelling in (name, *names)]
    new = {fold(other): other for other in reversed([*names, *without]) if len(other) >= SHORTEST}
    new.pop(fold(name), None)
    return list(new.values())[::-1]


def known() -> list[dict[str, Any]]:
    """Return the places of knowledge/provinces that are not of this table."""
    spec = importlib.util.spec_from_file_location("compile_provinces", HERE / "compile_provinces.py")
    if spec is None or spec.loader is None:
        raise ImportError("knowledge/compile_provinces.py is needed to know what is there already")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [place for place in module.all_places() if place["country"] == "SY" and not place["id"].startswith("ucdp:")]


def thinned(rows: Iterable[Row], written: Iterable[dict[str, Any]]) -> list[Row]:
    """Return the rows without those that are written by hand, and one of those that mean the same place."""
    taken = [((place["latitude"], place["longitude"]), signs(place["name"], *place["names"])) for place in written]
    kept: list[Row] = []
    for row in rows:
        own = signs(row.name, *row.names)
        near = ONE_SITE_KM if row.level == "site" else ONE_PLACE_KM
        if not any(distance(row.at, at) <= near and own & other for at, other in taken):
            kept.append(row)
            taken.append((row.at, own))
    return sorted(kept, key=lambda row: (row.province, fold(row.name), row.at))


def signs(*names: str) -> set[str]:
    """Return the consonants of these names, to know a place again under another spelling."""
    return {skeleton(name) for name in names} - {""}


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the kilometres between two near points."""
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0]))) * KM_PER_DEGREE


def identified(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Return each row with an id of its name; of places of one name in a governorate the later are numbered."""
    seen: Counter[str] = Counter()
    for row in rows:
        place = f"{row.province}-{'-'.join(fold(row.name).split())}"
        seen[place] += 1
        yield (place if seen[place] == 1 else f"{place}-{seen[place]}"), row


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
