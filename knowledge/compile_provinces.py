"""Compile the places of ``knowledge/provinces`` into the JSON that the gazetteer is built from.

Run ``python knowledge/compile_provinces.py`` after every edit; with ``--check`` nothing is written, and the exit status
is 1 where the written file is not what the tables give. Places stand in YAML files, a line each, or in tables under
``derived``, whose first line names source and licence. The build itself reads JSON alone, so that building the package
needs no YAML reader. The same files always give the same bytes.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SOURCE = Path(__file__).parent / "provinces"
TARGET = Path(__file__).parents[1] / "src" / "marsad" / "places" / "provinces.json"


def compiled(source: Path = SOURCE) -> str:
    """Return the JSON text of all places, provinces first, and the further names of countries; a place a line."""
    countries = yaml.safe_load((source / "countries.yml").read_text("utf-8"))["countries"]
    names = ",\n".join(f"{json.dumps(code)}: {written(row)}" for code, row in countries.items())
    places = ",\n".join(map(written, all_places(source)))
    return f'{{"countries": {{\n{names}\n}}, "places": [\n{places}\n]}}\n'


def written(row: Any) -> str:  # noqa: ANN401 - whatever stands in the YAML
    """Return one row as JSON on one line."""
    return json.dumps(row, ensure_ascii=False)


def all_places(source: Path = SOURCE) -> list[dict[str, Any]]:
    """Return every place as a row, provinces first; an id stands once."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(source.rglob("*.yml"))]
    provinces = [
        province(row, tables["country"]) for tables in files if "country" in tables for row in tables["places"]
    ]
    by_id = {row["id"]: row["name"] for row in provinces}
    rows = [row for tables in files if "country" not in tables for row in tables.get("places", ())]
    others = [other(row, by_id) for row in rows]
    derived = [other(row, by_id, prefix) for prefix, row in table_rows(source / "derived")]
    places = provinces + others + derived
    refuse_twins(places)
    return places


def table_rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the rows of the derived tables in the form of YAML ones, each with its source ("ucdp:") as id prefix."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            next(lines)  # source and licence
            for row in csv.DictReader(lines):
                at = [float(row["latitude"]), float(row["longitude"])]
                names = [name for name in row["names"].split(";") if name]
                yield path.stem.split("_")[0] + ":", row | {"at": at, "names": names}


def province(row: dict[str, Any], country: str) -> dict[str, Any]:
    """Return a first-level unit as a row; its own name is its ``admin1``."""
    return place(row, level="province", country=country, admin1=row["name"]) | {"geonames_admin1": row["admin1"]}


def other(row: dict[str, Any], provinces: dict[str, str], prefix: str = "marsad:") -> dict[str, Any]:
    """Return a region, district, town, quarter or site as a row; a province it names must exist."""
    admin1 = provinces["marsad:" + row["province"]] if row.get("province") else None
    return place(row, level=row["level"], country=row["country"], admin1=admin1, prefix=prefix)


def place(
    row: dict[str, Any], *, level: str, country: str, admin1: str | None, prefix: str = "marsad:"
) -> dict[str, Any]:
    """Return the columns every place has."""
    latitude, longitude = row["at"]
    return {
        "id": prefix + row["id"],
        "name": row["name"],
        "level": level,
        "country": country,
        "admin1": admin1,
        "latitude": latitude,
        "longitude": longitude,
        "names": row.get("names", []),
    }


def refuse_twins(places: list[dict[str, Any]]) -> None:
    """Stop at an id that is given twice."""
    seen: set[str] = set()
    for row in places:
        if row["id"] in seen:
            raise ValueError(f"two places are called {row['id']}: give one of them another id")
        seen.add(row["id"])


def main(arguments: list[str] | None = None, *, source: Path = SOURCE, target: Path = TARGET) -> int:
    """Compile all places, or check that they are compiled; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the file is out of date")
    check = parser.parse_args(arguments).check
    text = compiled(source)
    if not check:
        target.write_text(text, encoding="utf-8")
        return 0
    if target.exists() and target.read_text("utf-8") == text:
        return 0
    sys.stderr.write(f"{target.name} is out of date: run python knowledge/compile_provinces.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
