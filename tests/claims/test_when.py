"""Which words for times date an event, and which say when somebody spoke, counted or took a picture."""

import pytest

from marsad.claims.claim import Role

from .invented import roles


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The army said shelling on Sunday killed two people in Tal Arda.", ["on Sunday"]),
        ("The army said overnight airstrikes killed two people in Tal Arda.", ["overnight"]),
        (
            "Residents reported that at around 6 p.m. on March 2 a bomb killed two people.",
            ["at around 6 p.m. on March 2"],
        ),
        ("Airstrikes on Monday killed nine people in Tal Arda, the mayor said.", ["on Monday"]),
        ("Airstrikes killed nine people in Tal Arda on Monday said the mayor.", ["on Monday"]),
        ("On Monday airstrikes killed nine people in Tal Arda.", ["On Monday"]),
    ],
)
def test_a_day_told_after_a_verb_of_saying_may_be_the_events(text: str, times: list[str]) -> None:
    """What is said begins right after the verb, and its day dates the event."""
    assert roles(text, Role.TIME)[0] == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Early on Monday the army said airstrikes on Sunday killed nine people.", ["on Sunday"]),
        ("On Monday the army said airstrikes killed nine people.", ["On Monday"]),
    ],
)
def test_a_day_before_its_speaker_dates_what_has_no_day_of_its_own(text: str, times: list[str]) -> None:
    """Where what is said has its own day, the one at the head of the sentence is that of saying it."""
    assert roles(text, Role.TIME) == [times]


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed nine people in Tal Arda, the mayor said on Monday.",
        "Airstrikes killed nine people in Tal Arda, the mayor told reporters in Hadra on Monday.",
        "The army said in a statement on Monday that airstrikes killed nine people in Tal Arda.",
        "In a press release published on Monday the council condemned the airstrikes on Tal Arda.",
        "Qandara called on Monday for an inquiry into the airstrikes on Tal Arda.",
        "The governor wrote on his channel on Monday that airstrikes killed nine people.",
        "The Marj Front claimed responsibility on Monday for the bombing of Tal Arda.",
        "The Marj Front on Monday claimed responsibility for the bombing of Tal Arda.",
    ],
)
def test_a_day_of_saying_dates_no_event(text: str) -> None:
    """When somebody spoke, called for something or issued a statement is not when it happened."""
    assert not any(roles(text, Role.TIME))


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the death toll of the airstrikes on Tal Arda climbed to nine.",
        "The toll of the airstrikes on Tal Arda rose to nine on Friday.",
        "On Friday experts renewed their call for evidence of the airstrikes on Tal Arda.",
        "Airstrikes hit Tal Arda, where a man born in 1968 was killed.",
        "Airstrikes hit the recently captured town of Tal Arda.",
        "The minister is due to meet on Friday those who lived through the airstrikes on Tal Arda.",
        "Airstrikes hit Tal Arda hours after aid had come.",
        "It was the second of two airstrikes on Tal Arda in three days.",
    ],
)
def test_a_time_of_something_beside_the_event_dates_nothing(text: str) -> None:
    """A toll that rises, talk about an attack, a birth, a word that describes the town: none of it is the event's."""
    assert not any(roles(text, Role.TIME))


def test_the_date_of_a_picture_is_not_the_events() -> None:
    """A caption with its credit stands in the text of many pages."""
    text = "A man walks past ruins in Tal Arda March 4 2031 (File photo) Airstrikes killed nine people on Wednesday."
    assert roles(text, Role.TIME)[-1] == ["on Wednesday"]


@pytest.mark.parametrize(
    "text",
    [
        "The army bombed the town of Tal Arda with barrel bombs on Monday.",
        "Gunmen who stormed the prison of Tal Arda on Monday killed two guards in an attack on the gate.",
    ],
)
def test_the_time_of_a_clause_dates_all_its_events(text: str) -> None:
    """Two words for violence in one clause have one day."""
    found = roles(text, Role.TIME)
    assert len(found) > 1
    assert all(times == ["on Monday"] for times in found)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Airstrikes killed two people in Tal Arda on Monday, and on Friday shelling killed three in Umm Rihan.",
            [["on Monday"], ["on Friday"]],
        ),
        (
            "Gunmen attacked a post in Tal Arda on Monday, a day after a car bomb had killed two guards.",
            [["on Monday"], ["a day after"]],
        ),
        (
            "A day after a car bomb killed two guards in Hadra, gunmen attacked a post in Tal Arda.",
            [["A day after"], []],
        ),
        ("Airstrikes hit Tal Arda after shelling killed two people in Umm Rihan on Monday.", [[], ["on Monday"]]),
    ],
)
def test_a_time_that_opens_a_clause_is_of_what_follows(text: str, times: list[list[str]]) -> None:
    """Another clause is another event with another time."""
    assert roles(text, Role.TIME) == times
