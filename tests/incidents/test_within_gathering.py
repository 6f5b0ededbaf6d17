"""Which tellings of one report are of one event, and which are not."""

import pytest

from .telling import claim_of, incidents, record, tolls, towns

STRIKE = "Airstrikes killed five people in Tal Arda on Tuesday, two residents said. "


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "The airstrikes wounded nine others.",
        STRIKE + "The strikes began at dawn, a baker said.",
        STRIKE + "Five people were killed in the airstrikes, the mayor said.",
        STRIKE + "Airstrikes on Tuesday killed five people in Tal Arda.",
    ],
)
def test_one_event_told_twice_is_one_incident(text: str) -> None:
    """Going back to it, or one kind, place and day, ties two tellings."""
    assert towns(text) == ["Tal Arda"]


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "Airstrikes killed two people in Umm Rihan on Tuesday.",
        STRIKE + "Shelling killed two people in Tal Arda on Tuesday.",
        STRIKE + "Airstrikes killed two people in Tal Arda on Monday.",
        STRIKE + "Another airstrike killed two people.",
        STRIKE + "In August 2030, airstrikes killed 40 people in Hadra.",
    ],
)
def test_another_place_kind_or_day_is_another_incident(text: str) -> None:
    """Each of these alone parts two events, and so does the word "another"."""
    assert len(incidents(text)) == 2


def test_what_one_speaker_counts_apart_is_two_incidents() -> None:
    """One speaker who says five and then nine counts two events."""
    text = STRIKE + "Airstrikes killed nine people near the river, two residents said."
    assert len(incidents(text)) == 2


def test_what_two_speakers_count_differently_is_one_incident() -> None:
    """A second holder's other figure is a disagreement about one event."""
    text = STRIKE + "The airstrikes killed nine people, the mayor said."
    (incident,) = incidents(text)
    assert {one.about for one in incident.contradictions} == {"killed"}


def test_a_total_told_with_a_part_goes_back_to_its_event() -> None:
    """Two of the eleven, told beside the five of one town, are of the eleven."""
    text = (
        "Eleven fighters were killed in airstrikes in Eastern Marj on Tuesday, the Hadra Monitor for Rights said. "
        "Six fighters were killed in the airstrikes in Deir Hamun, the NGO said. "
        "Five other fighters were killed in airstrikes near Ain Dahna, the NGO said, "
        "adding that two of the eleven killed were commanders."
    )
    found = record(text)
    whole = claim_of(found, "two of the eleven killed").incident
    assert whole == claim_of(found, "Eleven fighters").incident
    assert whole != claim_of(found, "Five other fighters").incident


@pytest.mark.parametrize(
    "text",
    [
        "The council discussed the bombardment.",
        "Residents remember an airstrike.",
        "An airstrike took place, the mayor said.",
    ],
)
def test_words_for_an_event_without_anything_to_hold_it_make_none(text: str) -> None:
    """With nobody harmed, no place and no day there is no incident, and the record says which words were left."""
    found = record(text)
    assert found.incidents == ()
    assert [problem.code for problem in found.problems] == ["event_not_anchored"]
    assert found.problems[0].words
    assert found.problems[0].words in text


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed five people.",
        "An airstrike hit a hospital in Tal Arda.",
        "Rebels attacked a checkpoint near Tal Arda on Tuesday.",
    ],
)
def test_people_harmed_or_a_place_hit_hold_an_event(text: str) -> None:
    """People harmed are enough, and so is a place with what was hit."""
    assert len(incidents(text)) == 1


def test_a_war_wide_toll_is_of_no_incident() -> None:
    """It is kept as a claim and enters no figure."""
    found = record("The war has killed more than 90,000 people since 2024.")
    assert found.incidents == ()
    assert tolls(found) == [("more than 90,000 people", 90_001)]
    assert found.claims[0].incident is None


def test_an_answer_names_the_incident_it_answers() -> None:
    """In response: these words tie two incidents of one report."""
    first, second = incidents(
        "A drone attack killed a guard in Tal Arda on Tuesday. In response, airstrikes hit Umm Rihan."
    )
    assert (first.responds_to, second.responds_to) == (None, first.id)
