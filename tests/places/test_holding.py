"""Which place holds another by a report's words, and where a quarter that no gazetteer knows is put."""

from pathlib import Path

import pytest

from marsad.places.gazetteer import COLUMNS, Gazetteer
from marsad.places.place import Level, Place
from marsad.places.ranked import RankedPlaces
from marsad.reports.report import Report
from places.qandara import mention, qandara


def linked(linker: RankedPlaces, text: str, words: str, title: str | None = None) -> Place:
    """Link the first of these words of a report."""
    report = Report(text=text, title=title)
    (place,) = linker.link([mention(report, words)], report)
    return place


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the Shumus neighbourhood of Hadra in Qandara.",
        "Shells fell on the Shumus neighbourhood in the city of Hadra in Qandara.",
        "Shells fell on Hadra's rebel-held Shumus neighbourhood in Qandara.",
        "Shells fell on Hadras Shumus neighbourhood in Qandara.",
        "Soldiers left Hadra in Qandara. Shells fell on the Shumus neighbourhood of the city.",
        "Soldiers left Hadra in Qandara. Shells fell on the Shumus neighbourhood.",
    ],
)
def test_an_unknown_quarter_is_put_where_its_city_is(linker: RankedPlaces, text: str) -> None:
    """Its name and level are kept, its point is the city's, and no gazetteer's id is given."""
    place = linked(linker, text, "Shumus neighbourhood")
    assert (place.name, place.level, place.gazetteer) == ("Shumus", Level.NEIGHBOURHOOD, None)
    assert (place.latitude, place.longitude, place.admin1) == (13.0512, -29.6531, "Hadra Province")
    assert 0 < place.score < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the Shumus neighbourhood on Monday.",
        "Shells fell on the Shumus neighbourhood of Tal Arda District on Monday.",
        "Shells fell on the Shumus neighbourhood before soldiers left Hadra in Qandara.",
    ],
)
def test_a_quarter_of_no_known_city_stays_without_a_point(linker: RankedPlaces, text: str) -> None:
    """Where no city is named before it and none holds it, nothing is guessed."""
    assert linked(linker, text, "Shumus neighbourhood").latitude is None


def test_a_list_of_quarters_is_held_by_the_city_that_closes_it(linker: RankedPlaces) -> None:
    """In "the A, B and C quarters of Hadra" the first is of Hadra too."""
    text = "Troops left Qasr Nuhas. Shells fell on the neighbourhoods of Shumus, Qamar and Najm in Hadra in Qandara."
    assert linked(linker, text, "the neighbourhoods of Shumus").latitude == 13.0512


def test_a_known_quarter_of_another_city_is_not_meant(linker: RankedPlaces) -> None:
    """Bab Fidda lies in Hadra; a Bab Fidda quarter of Qasr Nuhas is another, of which only the city is known."""
    text = "Shells fell on Hadra. Later they fell on the Bab Fidda neighbourhood of Qasr Nuhas in Qandara."
    place = linked(linker, text, "Bab Fidda neighbourhood")
    assert (place.gazetteer, place.latitude) == (None, 14.2514)


def test_a_quarter_of_a_city_far_from_all_that_is_named_is_not_meant(linker: RankedPlaces) -> None:
    """A report that speaks of Marsa Wadi alone does not mean a quarter of Hadra."""
    text = "Fighting went on in Marsa Wadi in Qandara, and shells fell on Bab Fidda."
    assert linked(linker, text, "Bab Fidda").gazetteer is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Shells fell on Kafr Ramla in Wadi Sabr province, not far from Mina Ramad.", "zz:kafr-ramla"),
        ("Shells fell on Kafr Ramla in Sahil Ramad province, far from Marsa Wadi.", "zz:kafr-ramla-sahil-ramad"),
        ("Shells fell on Kafr Ramla near Marsa Wadi. Kafr Ramla in Sahil Ramad fell.", "zz:kafr-ramla-sahil-ramad"),
    ],
)
def test_the_province_named_with_a_town_decides_between_namesakes(linker: RankedPlaces, text: str, key: str) -> None:
    """What the words put it in outweighs what else lies near, wherever in the report they do."""
    assert linked(linker, text, "Kafr Ramla").gazetteer == key


def test_a_district_of_a_city_is_a_quarter(linker: RankedPlaces) -> None:
    """What reports call a district of a city is no district of a province."""
    place = linked(linker, "Shells fell on the Shumus district of Hadra city in Qandara.", "Shumus district")
    assert (place.level, place.latitude) == (Level.NEIGHBOURHOOD, 13.0512)


def test_a_country_after_a_comma_in_a_list_of_countries_holds_nothing(linker: RankedPlaces) -> None:
    """In "Qandara, Freedonia" neither country lies in the other."""
    assert linked(linker, "Envoys came from Qandara, Hadra and Nuhas province.", "Qandara").gazetteer == "zz:qandara"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Shells fell on Zarnuqa in Qandara, and on Tal Arda.", False),
        ("Shells fell on Zarnuqa on Monday.", True),
        ("Shells fell on Zarnuqa and Shumus on Monday.", True),
    ],
)
def test_a_town_abroad_of_which_nothing_else_tells_is_not_meant(tmp_path: Path, text: str, known: object) -> None:
    """In a report on Qandara a name of two small towns elsewhere is none of them; without a country it may be."""
    rows = ["Zarnuqa,,settlement,YY,,40.0,10.0,30000,yy:zarnuqa", "Shumus,,settlement,YY,,40.1,10.1,20000,yy:shumus"]
    (tmp_path / "abroad.csv").write_text("\n".join([",".join(COLUMNS), *rows]), encoding="utf-8")
    linker = RankedPlaces(Gazetteer.join(qandara(), Gazetteer.from_csv(tmp_path / "abroad.csv")))
    assert (linked(linker, text, "Zarnuqa").gazetteer is not None) is known


def test_the_city_of_a_headline_is_the_city_of_the_body(linker: RankedPlaces) -> None:
    """A headline stands before the body, and the body never before the headline."""
    text = "Shells fell on the Shumus neighbourhood, residents of Qandara said. Troops left Qasr Nuhas."
    assert linked(linker, text, "Shumus neighbourhood", "Shells fall on Hadra in Qandara").latitude == 13.0512


def test_a_name_that_only_sounds_like_a_town_of_another_province_is_not_that_town(linker: RankedPlaces) -> None:
    """Kafir Lobana of Nuhas is not Kafr Lubana of Hadra Province; without the province it may well be."""
    far = linked(linker, "Shells fell on the town of Kafir Lobana in the province of Nuhas.", "Kafir Lobana")
    assert (far.gazetteer, far.latitude) == (None, None)
    near = linked(linker, "Shells fell on the town of Kafir Lobana near Hadra in Qandara.", "Kafir Lobana")
    assert near.gazetteer == "zz:kafr-lubana"
