"""Making the gazetteer file."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from marsad.places.build import (
    PROVINCES,
    Inputs,
    assemble,
    build,
    fingerprint,
    other_endings,
    stamp,
    usable,
    write_file,
)
from marsad.places.gazetteer import SHIPPED, Gazetteer
from marsad.places.place import Level

ROOT = Path(__file__).parents[2]
LARGEST_FILE = 60_000_000


def city(number: int, name: str, *names: str, at: tuple[float, float], people: int = 0) -> dict[str, object]:
    """Return a town as GeoNames gives it."""
    where = {"latitude": at[0], "longitude": at[1], "countrycode": "ZZ", "admin1code": "01"}
    return {"geonameid": number, "name": name, "population": people, "alternatenames": list(names), **where}


def tiny() -> Inputs:
    """Return a few invented inputs."""
    cities = {
        "2": city(2, "Hadrah", "Hadra", "HDR", "hadra", "ハドラ", at=(13.05, -29.65), people=612_000),
        "1": city(1, "Tall Ardah", "تل أردة", at=(13.32, -29.41), people=48_000),
    }
    written = {"level": "settlement", "country": "ZZ", "admin1": "Hadra Province", "names": ["Tel Arda"]}
    unit = {"level": "province", "country": "ZZ", "admin1": "Hadra Province", "geonames_admin1": "01", "names": []}
    places = [
        {"id": "marsad:zz-hadra-province", "name": "Hadra Province", "latitude": 13.1, "longitude": -29.6, **unit},
        {"id": "marsad:zz-tal-arda", "name": "Tal Arda", "latitude": 13.33, "longitude": -29.41, **written},
        {"id": "marsad:zz-far", "name": "Tal Arda", "latitude": 11.3, "longitude": -31.4, **written},
    ]
    country = {"geonameid": 9, "iso": "ZZ", "name": "Qandara", "population": 4_200_000}
    by_hand = {"countries": {"ZZ": ["قندارة"]}, "places": places}
    return Inputs(cities=cities, countries={"ZZ": country}, states={}, by_hand=by_hand)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a file made of the invented inputs."""
    path = tmp_path / "made.sqlite"
    write_file(path, assemble(tiny()), made_from="abc")
    return path


def test_a_town_we_write_joins_the_same_town_of_geonames(made: Path) -> None:
    """Near and of the same name, it gives the town its usual name and spellings; far away it is another town."""
    found = Gazetteer(made).candidates("Tel Arda")
    assert [(entry.id, entry.name) for entry in found] == [("gn:1", "Tal Arda"), ("marsad:zz-far", "Tal Arda")]


def test_towns_and_countries_know_where_they_are(made: Path) -> None:
    """A town names its province, and a country stands at the middle of its towns."""
    gazetteer = Gazetteer(made)
    assert gazetteer.entry("gn:2").admin1 == "Hadra Province"
    country = gazetteer.candidates("قندارة")[0]
    assert country.level is Level.COUNTRY
    assert country.latitude == pytest.approx(13.2, abs=0.5)


def test_a_village_of_another_table_joins_without_renaming(tmp_path: Path) -> None:
    """A town keeps the name GeoNames gives it where the same town stands only in a table of another source."""
    inputs = tiny()
    where = {"level": "settlement", "country": "ZZ", "admin1": None, "latitude": 13.05, "longitude": -29.65}
    row = {"id": "osk:zz-hadra", "name": "Hadreh", "names": [], **where}
    inputs.by_hand["places"].append(row)
    path = tmp_path / "made.sqlite"
    write_file(path, assemble(inputs), made_from="abc")
    (found,) = Gazetteer(path).exact("Hadreh")
    assert (found.id, found.name) == ("gn:2", "Hadrah")


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Kallada", {"Kalladah", "Kalladeh"}),
        ("Hadriyeh", {"Hadriya", "Hadriyah", "Hadrieh"}),
        ("Tal Ardah", {"Tal Arda", "Tal Ardeh"}),
        ("Osk", set()),
        ("Duraa", set()),
        ("تل أردة", set()),
    ],
)
def test_a_last_vowel_is_spelled_as_one_pleases(name: str, others: set[str]) -> None:
    """An ending in -a, -ah or -eh, -iya or -ieh stands for the others; other endings and scripts stay as they are."""
    assert set(other_endings(name)) == others


def test_a_code_that_two_units_share_names_neither(tmp_path: Path) -> None:
    """GeoNames lumps some units together; a town there is said to lie in none rather than in the wrong one."""
    inputs = tiny()
    unit = {"level": "province", "country": "ZZ", "geonames_admin1": "01", "names": []}
    row = {
        "id": "marsad:zz-osk",
        "name": "Osk Province",
        "admin1": "Osk Province",
        "latitude": 11.0,
        "longitude": -31.0,
    }
    inputs.by_hand["places"].append(row | unit)
    path = tmp_path / "made.sqlite"
    write_file(path, assemble(inputs), made_from="abc")
    assert Gazetteer(path).entry("gn:2").admin1 is None


@pytest.mark.parametrize(("name", "kept"), [("Hadra", True), ("تل", True), ("Хадра", True), ("HDR", False)])
def test_codes_are_no_spellings(name: str, kept: bool) -> None:  # noqa: FBT001 - the expected answer of the table
    """Names in scripts a report may be read in are kept, airport codes are not."""
    assert usable(name) is kept


@pytest.mark.parametrize("name", ["hadra", "ハドラ", "x" * 61, "123", ""])
def test_machine_spellings_are_left_out(name: str) -> None:
    """Small-letter transliterations, other scripts and overlong names are not kept."""
    assert not usable(name)


def test_the_same_inputs_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """A file made again is the same file."""
    again = tmp_path / "again.sqlite"
    write_file(again, assemble(tiny()), made_from="abc")
    assert again.read_bytes() == made.read_bytes()


def test_a_file_says_what_it_was_made_from(made: Path, tmp_path: Path) -> None:
    """Hash, source, licence and release stand inside; a file that is none says nothing."""
    meta = dict(sqlite3.connect(made).execute("SELECT key, value FROM meta"))
    assert "CC BY 4.0" in meta["licence"]
    assert {"source", "as_of", "made_from", "places"} <= set(meta)
    assert stamp(made) == "abc"
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no database at all, but text long enough to be read as one" * 20)
    assert stamp(broken) is None
    assert stamp(tmp_path / "none.sqlite") is None


def test_a_file_up_to_date_is_left_alone(tmp_path: Path) -> None:
    """Nothing is built where the same inputs were already built."""
    path = tmp_path / "current.sqlite"
    write_file(path, assemble(tiny()), made_from=fingerprint())
    before = path.read_bytes()
    assert build(path) is False
    assert path.read_bytes() == before


def test_the_committed_places_are_those_written_by_hand() -> None:
    """``provinces.json`` is what ``knowledge/provinces`` compiles to."""
    script = ROOT / "knowledge" / "compile_provinces.py"
    code = f"import runpy; print(runpy.run_path({str(script)!r})['compiled'](), end='')"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert made.stdout == PROVINCES.read_text("utf-8")


def test_places_written_by_hand_are_sound() -> None:
    """Every one has a level, a country and a point on the globe, and no two share an id."""
    places = json.loads(PROVINCES.read_text("utf-8"))["places"]
    assert len({place["id"] for place in places}) == len(places)
    for place in places:
        assert Level(place["level"])
        assert len(place["country"]) == 2
        assert -90 <= place["latitude"] <= 90
        assert -180 <= place["longitude"] <= 180


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is built with the package")
def test_the_shipped_file_is_small_and_knows_the_world() -> None:
    """It stays below its limit and holds towns, provinces and countries in several scripts."""
    assert SHIPPED.stat().st_size < LARGEST_FILE
    gazetteer = Gazetteer.default()
    for name in ("Kharkiv", "Харків", "El Fasher", "الفاشر", "Khan Younis", "Deir Ezzor", "Gaza Strip", "Syria"):
        assert gazetteer.candidates(name), name
