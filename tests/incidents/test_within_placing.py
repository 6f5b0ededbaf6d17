"""Where an incident took place: which of the places told comes first, and what an event that names none takes over."""

from pathlib import Path

import pytest

from marsad.claims.claim import Relation
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import COLUMNS, Gazetteer
from marsad.places.place import Level, Place
from marsad.reports.report import Report

from .telling import PLACES, WEDNESDAY, incidents, towns

STRIKE = "Airstrikes killed five people in Tal Arda on Tuesday, two residents said. "


def places(text: str, title: str | None = None) -> tuple[Place, ...]:
    """Return the places of the first incident."""
    return incidents(text, title)[0].places


def names(text: str, title: str | None = None) -> list[tuple[str, Level]]:
    """Return the names and levels of the first incident's places."""
    return [(place.name, place.level) for place in places(text, title)]


def test_the_place_of_the_people_harmed_comes_first() -> None:
    """Of two towns told for one event, the one where people were killed is the surer."""
    text = "The airstrikes hit Umm Rihan and Tal Arda. The airstrikes in Tal Arda killed five people on Tuesday."
    assert towns(text)[0] == "Tal Arda"


def test_a_town_it_was_near_to_stands_behind_the_town_it_was_in() -> None:
    """A headline may name the larger town nearby."""
    text = "Airstrikes on Tuesday killed five people in the town of Kafr Lubana, north of Hadra."
    assert towns(text, "Airstrikes kill five west of Hadra") == ["Kafr Lubana"]


def test_a_headline_may_call_a_province_by_its_bare_name() -> None:
    """Where the body tells of a town in Hadra province, the headline's Hadra was the province."""
    text = "Airstrikes on Tuesday killed five people in the town of Tal Arda in Hadra province."
    found = names(text, "Airstrikes kill five in Hadra")
    assert ("Hadra", Level.SETTLEMENT) not in found
    assert found[0] == ("Tal Arda", Level.SETTLEMENT)


def test_a_city_called_a_city_stays_one() -> None:
    """A type word decides."""
    text = "Airstrikes on Tuesday killed five people in the city of Hadra in Hadra province."
    assert names(text)[0] == ("Hadra", Level.SETTLEMENT)


def test_where_the_shells_came_from_is_never_finer_than_where_they_fell() -> None:
    """Who fired from a village does not make the village the place."""
    text = "Rebels positioned in Kafr Lubana shelled farms in Hadra province on Tuesday, killing two people."
    assert names(text)[0] == ("Hadra Province", Level.PROVINCE)


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "Clashes wounded two soldiers.",
        "Airstrikes hit Tal Arda on Tuesday. Shelling killed nine people.",
    ],
)
def test_an_event_that_names_no_place_happened_where_the_last_one_did(text: str) -> None:
    """The words stay those of the event before, and the score says that they are borrowed."""
    lent = incidents(text)[-1].places[0]
    assert lent.name == "Tal Arda"
    assert lent.score < incidents(STRIKE)[0].places[0].score


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "Elsewhere, clashes wounded two soldiers.",
        STRIKE + "Clashes in an eastern province wounded two soldiers.",
        STRIKE + "Clashes in another town wounded two soldiers.",
        STRIKE + "In August 2030, clashes killed 40 soldiers.",
        "Clashes wounded two soldiers on Tuesday. " + STRIKE,
    ],
)
def test_an_event_put_elsewhere_borrows_no_place(text: str) -> None:
    """A place that the words leave unnamed stays unnamed, and so does that of what is recalled or told first."""
    assert "" in towns(text)


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (STRIKE + "Concern about the airstrikes in Moscow grew.", {"Tal Arda"}),
        ("Drone strikes killed five people in Moscow on Tuesday.", {"Moscow"}),
    ],
)
def test_a_capital_abroad_is_where_somebody_spoke(tmp_path: Path, text: str, towns: set[str]) -> None:
    """Among places at home a foreign capital is none of the event's; alone it is."""
    rows = [",".join(COLUMNS), "Moscow,,settlement,RU,,55.75,37.62,10000000,zz:moscow"]
    (tmp_path / "abroad.csv").write_text("\n".join(rows), encoding="utf-8")
    both = Gazetteer.join(Gazetteer.from_csv(PLACES), Gazetteer.from_csv(tmp_path / "abroad.csv"))
    record = Pipeline.rules(gazetteer=both).read_one(Report(text=text, publisher="Coast Wire", published=WEDNESDAY))
    assert {place.name for incident in record.incidents for place in incident.places} == towns


def test_a_lent_place_is_no_launching_place() -> None:
    """Only where the other event lay is taken over."""
    text = "Rebels positioned in Umm Rihan shelled Tal Arda on Tuesday, killing two people. Clashes wounded a soldier."
    assert all(place.relation is not Relation.FROM for place in incidents(text)[-1].places)
