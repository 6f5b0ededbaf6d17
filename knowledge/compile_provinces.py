"""Compile the hand-written places of ``knowledge/provinces`` into the JSON that the gazetteer is built from.

Run ``python knowledge/compile_provinces.py`` after every edit. The build itself reads JSON alone, so that building the
package needs no YAML reader. The same files always give the same bytes.
"""

import json
from pathlib import Path
from typing import Any

import yaml

SOURCE = Path(__file__).parent / "provinces"
TARGET = Path(__file__).parents[1] / "src" / "marsad" / "places" / "provinces.json"


def compiled(source: Path = SOURCE) -> str:
    """Return the JSON text of all places, provinces first, and the further names of countries."""
    files = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(source.glob("*.yml"))}
    provinces = [
        province(row, tables["country"]) for tables in files.values() if "country" in tables for row in tables["places"]
    ]
    by_id = {row["id"]: row["name"] for row in provinces}
    others = [
        other(row, by_id) for tables in files.values() if "country" not in tables for row in tables.get("places", ())
    ]
    places = provinces + others
    refuse_twins(places)
    whole = {"countries": files["countries"]["countries"], "places": places}
    return json.dumps(whole, ensure_ascii=False, indent=0) + "\n"


def province(row: dict[str, Any], country: str) -> dict[str, Any]:
    """Return a first-level unit as a row; its own name is its ``admin1``."""
    return place(row, level="province", country=country, admin1=row["name"]) | {"geonames_admin1": row["admin1"]}


def other(row: dict[str, Any], provinces: dict[str, str]) -> dict[str, Any]:
    """Return a region, town, quarter or site as a row; a province it names must exist."""
    admin1 = provinces["marsad:" + row["province"]] if "province" in row else None
    return place(row, level=row["level"], country=row["country"], admin1=admin1)


def place(row: dict[str, Any], *, level: str, country: str, admin1: str | None) -> dict[str, Any]:
    """Return the columns every hand-written place has."""
    latitude, longitude = row["at"]
    return {
        "id": "marsad:" + row["id"],
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


if __name__ == "__main__":
    TARGET.write_text(compiled(), encoding="utf-8")
