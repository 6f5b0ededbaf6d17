"""Tying the words for a place to the place that is meant."""

import pytest

from marsad.claims.claim import Mention, Relation, Role
from marsad.places.place import Level, Place
from marsad.places.ranked import RankedPlaces
from marsad.reports.report import Report
from places.qandara import mention


def linked(linker: RankedPlaces, text: str, *words: str) -> tuple[Place, ...]:
    """Link these words of a report."""
    report = Report(text=text)
    return linker.link([mention(report, word) for word in words], report)


def test_a_town_gets_its_coordinates(linker: RankedPlaces) -> None:
    """A known name is given the gazetteer's point, country, province and a score."""
    (place,) = linked(linker, "Jets struck Tal Arda in Qandara.", "Tal Arda")
    assert (place.gazetteer, place.country, place.admin1) == ("zz:tal-arda", "ZZ", "Hadra Province")
    assert (place.latitude, place.longitude) == (13.3225, -29.412)
    assert 0 < place.score <= 1


def test_places_come_most_specific_first(linker: RankedPlaces) -> None:
    """A town is named before its province though the report names the province first."""
    places = linked(linker, "In Hadra province, jets struck Tal Arda.", "Hadra province", "Tal Arda")
    assert [place.level for place in places] == [Level.SETTLEMENT, Level.PROVINCE]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Shells fell on Kafr Ramla near Marsa Wadi.", "zz:kafr-ramla"),
        ("Shells fell on Kafr Ramla near Mina Ramad.", "zz:kafr-ramla-sahil-ramad"),
        ("Shells fell on Tal Harmun near Deir Hamun.", "zz:tal-harmun-eastern-marj"),
        ("Shells fell on Tal Harmun near Qasr Nuhas.", "zz:tal-harmun"),
    ],
)
def test_of_two_namesakes_the_nearer_is_chosen(linker: RankedPlaces, text: str, key: str) -> None:
    """The other places of the report say which Kafr Ramla is meant, and the other one is counted."""
    name = "Kafr Ramla" if "Kafr" in text else "Tal Harmun"
    (place,) = linked(linker, text, name)
    assert place.gazetteer == key
    assert place.others >= 1


@pytest.mark.parametrize(
    ("words", "level"),
    [("Nuhas province", Level.PROVINCE), ("Tal Arda District", Level.DISTRICT), ("northern Qandara", Level.REGION)],
)
def test_a_type_word_decides_the_level(linker: RankedPlaces, words: str, level: Level) -> None:
    """What the words say about the kind of place is kept."""
    (place,) = linked(linker, f"There were clashes in {words} on Monday.", words)
    assert place.level is level


@pytest.mark.parametrize(
    ("words", "level"), [("the village of Zarnuqa", Level.SETTLEMENT), ("Shumus neighbourhood", Level.NEIGHBOURHOOD)]
)
def test_an_unknown_place_keeps_its_words(linker: RankedPlaces, words: str, level: Level) -> None:
    """No coordinates are guessed for a name no gazetteer has."""
    (place,) = linked(linker, f"Shells fell on {words} on Monday.", words)
    assert (place.gazetteer, place.country, place.latitude, place.longitude, place.score) == (
        None,
        None,
        None,
        None,
        0.0,
    )
    assert place.level is level
    assert place.name in words


@pytest.mark.parametrize("words", ["a busy market", "the city", "outside a bakery"])
def test_a_place_without_a_name_stays_without_coordinates(linker: RankedPlaces, words: str) -> None:
    """A market somewhere is no known place."""
    (place,) = linked(linker, f"In Hadra a bomb hit {words} today.", words)
    assert place.gazetteer is None


def test_a_hospital_in_a_town_claims_no_more_than_the_town(linker: RankedPlaces) -> None:
    """Where only the town is known, the place is as fine as the town."""
    (place,) = linked(linker, "A shell hit a hospital in Tal Arda.", "a hospital in Tal Arda")
    assert (place.gazetteer, place.level) == ("zz:tal-arda", Level.SETTLEMENT)


def test_the_relation_is_the_claims_or_that_of_the_words(linker: RankedPlaces) -> None:
    """A relation given by the claim is kept; else "near" is read from the words."""
    report = Report(text="A mine went off near Tal Arda.")
    given = mention(report, "Tal Arda", Relation.FROM)
    assert linker.link([given], report)[0].relation is Relation.FROM
    read = mention(report, "near Tal Arda", None)
    assert linker.link([read], report)[0].relation is Relation.NEAR


def test_other_roles_are_left_out(linker: RankedPlaces) -> None:
    """Only mentions of places are linked."""
    report = Report(text="Jets struck Tal Arda.")
    weapon = Mention(role=Role.WEAPON, evidence=report.quote(0, 4))
    assert linker.link([weapon], report) == ()


def test_linking_twice_gives_the_same(linker: RankedPlaces) -> None:
    """A linker keeps nothing that changes its answer."""
    report = Report(text="Shells fell on Kafr Ramla near Mina Ramad.")
    asked = [mention(report, "Kafr Ramla"), mention(report, "Mina Ramad")]
    assert linker.link(asked, report) == linker.link(asked, report)
