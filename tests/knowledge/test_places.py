"""What the places of knowledge/provinces promise: how many there are, where they lie, and how they are written."""

import importlib.util
import json
from collections import Counter, defaultdict
from itertools import chain
from math import cos, hypot, radians
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from marsad.places.build import PROVINCES, Inputs, assemble, shipped_inputs, write_file
from marsad.places.gazetteer import SHIPPED, Gazetteer
from marsad.places.place import Level
from marsad.text.fold import fold, skeleton

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
SOURCE = KNOWLEDGE / "provinces"
AT_WAR = (
    "SY", "IQ", "LB", "IL", "PS", "JO", "IR", "TR", "YE", "SA", "EG", "LY", "TN", "DZ",
    "SD", "SS", "ET", "ER", "SO", "KE", "UG", "CD", "RW", "BI", "CF", "TD", "CM", "NG",
    "NE", "ML", "BF", "BJ", "TG", "MZ", "UA", "RU", "GE", "AM", "AZ", "AF", "PK", "IN",
    "MM", "PH", "TH", "CO", "VE", "MX", "HT",
)  # fmt: skip
# The first-level units of these are the districts their reports speak of.
ONE_LEVEL = {"AM", "AZ", "SA", "VE"}
MOST_LINES = 300
LEAST_SPELLINGS = 15_000
LONGEST_NAME = 80
OF_ONE_NAME_KM = 2.0
KM_PER_DEGREE = 111.2
OUTSIDE_DEGREES = 2.5  # a desert post lies beyond the last town
Row = dict[str, Any]


@pytest.fixture(name="places", scope="module")
def _places() -> list[Row]:
    rows: list[Row] = json.loads(PROVINCES.read_text("utf-8"))["places"]
    return rows


@pytest.fixture(name="compiler")
def _compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("knowledge_compile_provinces", KNOWLEDGE / "compile_provinces.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spellings(row: Row) -> list[str]:
    """Return the name of a place and all its further names."""
    return [row["name"], *row["names"]]


def test_thousands_of_places_are_written_by_hand(places: list[Row]) -> None:
    """Three thousand in the YAML files alone, and as many sites, quarters and villages as provinces and districts."""
    written = [row for row in places if row["id"].startswith("marsad:")]
    fine = [row for row in written if row["level"] in {"site", "neighbourhood", "settlement", "region"}]
    assert len(written) >= 3_000
    assert len(fine) >= 1_500


@pytest.mark.parametrize("country", AT_WAR)
def test_countries_at_or_near_war_have_provinces_and_districts(country: str, places: list[Row]) -> None:
    """Every one of them has its first-level units, and second-level ones where reports name those."""
    levels = Counter(row["level"] for row in places if row["country"] == country)
    assert levels["province"] >= 4
    assert levels["district"] or country in ONE_LEVEL


def test_no_place_is_written_twice(places: list[Row]) -> None:
    """No two places of one level lie within two kilometres of each other under names of one sound."""
    by_sound: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in places:
        by_sound[row["level"], row["country"], skeleton(row["name"])].append(row)
    near = [
        (one["id"], other["id"])
        for rows in by_sound.values()
        for number, one in enumerate(rows)
        for other in rows[number + 1 :]
        if kilometres(one, other) < OF_ONE_NAME_KM
    ]
    assert near == []


def kilometres(one: Row, other: Row) -> float:
    """Return how far two near places lie apart."""
    east = (one["longitude"] - other["longitude"]) * cos(radians(one["latitude"]))
    return hypot(one["latitude"] - other["latitude"], east) * KM_PER_DEGREE


def test_a_place_lists_no_spelling_twice(places: list[Row]) -> None:
    """A spelling that only differs in case, accents or article is looked up as the same and need not stand there."""
    twice = [row["id"] for row in places if len(set(map(fold, spellings(row)))) < len(spellings(row))]
    assert twice == []


def test_places_lie_in_their_country(places: list[Row]) -> None:
    """Every settlement, quarter, district and site lies among the towns of its country, or not far outside."""
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for town in shipped_inputs().cities.values():
        south, north, west, east = boxes.get(town["countrycode"], (90.0, -90.0, 180.0, -180.0))
        latitude, longitude = town["latitude"], town["longitude"]
        widened = (min(south, latitude), max(north, latitude), min(west, longitude), max(east, longitude))
        boxes[town["countrycode"]] = widened
    assert [row["id"] for row in places if row["level"] != "region" and not inside(row, boxes[row["country"]])] == []


def inside(row: Row, box: tuple[float, float, float, float]) -> bool:
    """Whether a place lies in the box of a country's towns, or within a little of it."""
    south, north, west, east = box
    high_enough = south - OUTSIDE_DEGREES <= row["latitude"] <= north + OUTSIDE_DEGREES
    return high_enough and west - OUTSIDE_DEGREES <= row["longitude"] <= east + OUTSIDE_DEGREES


def test_files_are_short_sorted_and_say_what_they_are() -> None:
    """A reader finds a place by its id; tables made from another source name source and licence in their first line."""
    for path in SOURCE.rglob("*.yml"):
        lines = path.read_text("utf-8").splitlines()
        assert len(lines) <= MOST_LINES, path
        assert lines[0].startswith("# "), path
        if path.parent != SOURCE:
            ids = [row["id"] for row in yaml.safe_load(path.read_text("utf-8"))["places"]]
            assert ids == sorted(ids), path
    for path in (SOURCE / "derived").glob("*.csv"):
        assert "CC BY 4.0" in path.read_text("utf-8").splitlines()[0], path


def test_a_new_place_is_one_line(compiler: ModuleType, tmp_path: Path) -> None:
    """A line in a YAML file is compiled, built and found by all its spellings."""
    (tmp_path / "countries.yml").write_text('countries:\n  "ZZ": ["Qandara"]\n', encoding="utf-8")
    unit = '{id: zz-hadra, name: "Hadra Province", admin1: "01", at: [13.1, -29.6]}'
    (tmp_path / "qandara.yml").write_text(f"country: ZZ\nword: province\nplaces:\n  - {unit}\n", encoding="utf-8")
    line = (
        '{id: zz-tal-arda, name: "Tal Arda", level: settlement, country: ZZ, province: zz-hadra, at: [13.3, -29.4],'
        ' names: ["Tall Ardah", "تل أردة"]}'
    )
    (tmp_path / "villages").mkdir()
    (tmp_path / "villages" / "qandara.yml").write_text(f"places:\n  - {line}\n", encoding="utf-8")
    inputs = Inputs(cities={}, countries={}, states={}, by_hand=json.loads(compiler.compiled(tmp_path)))
    made = tmp_path / "made.sqlite"
    write_file(made, assemble(inputs), made_from="a line")
    for name in ("Tal Arda", "Tall Ardah", "تل أردة"):
        (found,) = Gazetteer(made).exact(name)
        assert (found.id, found.admin1, found.level) == ("marsad:zz-tal-arda", "Hadra Province", Level.SETTLEMENT)


def test_places_that_were_not_compiled_are_noticed(
    compiler: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check fails and says what to run until the places are compiled, and writes nothing itself."""
    (tmp_path / "countries.yml").write_text("countries: {}\n", encoding="utf-8")
    target = tmp_path / "provinces.json"
    assert compiler.main(["--check"], source=tmp_path, target=target) == 1
    assert "run python knowledge/compile_provinces.py" in capsys.readouterr().err
    assert not target.exists()
    assert compiler.main([], source=tmp_path, target=target) == 0
    assert compiler.main(["--check"], source=tmp_path, target=target) == 0


def test_a_table_of_another_source_is_read_and_marked(compiler: ModuleType, tmp_path: Path) -> None:
    """Its rows bear the source in their ids, and are not taken for places written by hand."""
    (tmp_path / "countries.yml").write_text("countries: {}\n", encoding="utf-8")
    (tmp_path / "derived").mkdir()
    table = "# Osk survey, CC BY 4.0\nid,name,level,country,province,latitude,longitude,names\n"
    row = "zz-osk,Osk,settlement,ZZ,,13.5,-29.5,Osek;Oske\n"
    (tmp_path / "derived" / "osk_villages.csv").write_text(table + row, encoding="utf-8")
    (place,) = compiler.all_places(tmp_path)
    assert place["id"] == "osk:zz-osk"
    assert place["names"] == ["Osek", "Oske"]
    assert place["admin1"] is None


def test_two_places_of_one_id_are_refused(compiler: ModuleType, tmp_path: Path) -> None:
    """One of them would hide the other."""
    (tmp_path / "countries.yml").write_text("countries: {}\n", encoding="utf-8")
    line = '  - {id: zz-osk, name: "Osk", level: site, country: ZZ, at: [13.5, -29.5]}\n'
    (tmp_path / "sites.yml").write_text(f"places:\n{line}{line}", encoding="utf-8")
    with pytest.raises(ValueError, match="two places are called marsad:zz-osk"):
        compiler.all_places(tmp_path)


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is built with the package")
@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Borno State", "NG", Level.PROVINCE),
        ("Nangarhar", "AF", Level.PROVINCE),
        ("Masisi Territory", "CD", Level.DISTRICT),
        ("Manbij District", "SY", Level.DISTRICT),
        ("Zamzam Camp", "SD", Level.SITE),
        ("Antonivsky Bridge", "UA", Level.SITE),
        ("Liptako-Gourma", "ML", Level.REGION),
        ("Karm al-Jabal", "SY", Level.NEIGHBOURHOOD),
        ("كرم الجبل", "SY", Level.NEIGHBOURHOOD),
        ("Роботине", "UA", Level.SETTLEMENT),
        ("Euphrates River", "SY", Level.REGION),
    ],
)
def test_places_of_every_kind_are_found(name: str, country: str, level: Level) -> None:
    """Provinces, districts, camps, bridges, regions, quarters, rivers and villages, in the scripts of reports."""
    assert (country, level) in {(entry.country, entry.level) for entry in Gazetteer.default().candidates(name)}


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is built with the package")
@pytest.mark.parametrize("word", ["Offer", "Getty", "Ball", "Arm", "Feel", "Sharia", "Alma", "Unity", "Central"])
def test_ordinary_words_do_not_become_places_by_hand(word: str) -> None:
    """No entry of ours takes a word that reports write for something else."""
    ours = [entry.id for entry in Gazetteer.default().exact(word) if not entry.id.startswith("gn:")]
    assert ours == []


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is built with the package")
def test_a_district_does_not_take_the_name_of_its_town() -> None:
    """The town is Azaz and its district "Azaz District": a town's bare name is never that of the unit it governs."""
    gazetteer = Gazetteer.default()
    assert {entry.level for entry in gazetteer.exact("Azaz")} == {Level.SETTLEMENT}
    assert [entry.level for entry in gazetteer.exact("Azaz District")] == [Level.DISTRICT]


def test_every_spelling_can_be_looked_up(places: list[Row]) -> None:
    """No name folds to nothing, has blanks around it or is longer than any report would write it."""
    names = list(chain.from_iterable(map(spellings, places)))
    assert len(names) > LEAST_SPELLINGS
    assert max(map(len, names)) < LONGEST_NAME
    assert all(fold(name) and name == name.strip() for name in names)
