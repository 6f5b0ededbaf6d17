"""What makes words for violence an incident, and what is only a mention of the war."""

import pytest

from .telling import incidents

STRIKE = "Airstrikes killed five people in Tal Arda on Tuesday. "


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed two people.",
        "Rockets hit the hospital in Umm Rihan.",
        "Clashes broke out in Umm Rihan on Tuesday.",
        "The army denied that it had shelled Umm Rihan.",
    ],
)
def test_people_harmed_or_a_place_with_a_day_or_a_target_make_an_incident(text: str) -> None:
    """Each of these alone holds an event."""
    assert len(incidents(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "The bombardment could be heard in Hadra.",
        STRIKE + "The town lies in a region that rebels seized in 2029.",
        STRIKE + "It came amid clashes between rebels and the army in Hadra.",
        STRIKE + "Hadra has seen two years of bombardment.",
    ],
)
def test_a_mention_of_the_war_is_no_incident(text: str) -> None:
    """What can be heard, what lasts, and what was taken years ago are how things stand, and no event of the report."""
    assert len(incidents(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in Tal Arda on Tuesday, the mayor said.",
        "The singer died at 24 and left four songs.",
        "A hotel collapsed in Tal Arda on Tuesday and killed 12 guests.",
        "A storm hit the harbour of Tal Arda on Tuesday and killed two sailors.",
    ],
)
def test_deaths_of_whatever_cause_are_no_incident(text: str) -> None:
    """With nothing violent told in the whole report, nobody is known to have been harmed by violence."""
    assert incidents(text) == ()


def test_a_blast_that_turns_out_an_accident_is_no_incident() -> None:
    """Whoever rules out an attack says what the blast was not."""
    text = "An explosion in a bakery in Tal Arda wounded four people on Tuesday. A gas bottle had exploded."
    assert incidents(text) == ()


def test_a_bomb_that_an_official_calls_an_accident_stays_one() -> None:
    """A report of shelling is not undone by the word."""
    text = "Shelling killed four people in Tal Arda on Tuesday. An officer called it an accident."
    assert len(incidents(text)) == 1


def test_a_massacre_by_air_is_one_event() -> None:
    """A word that judges an event and one that tells it are of one event; the kind is that of the second."""
    (incident,) = incidents(STRIKE + "The mayor spoke of a massacre in Tal Arda on Tuesday.")
    assert incident.kind == "air_strike"


def test_the_sum_of_a_headline_leaves_each_town_its_own() -> None:
    """Towns counted together and then one by one are incidents of their own."""
    text = (
        "Ten people were wounded in rocket attacks on Tal Arda and Umm Rihan on Tuesday. "
        "Rockets fired at Tal Arda wounded four people. Rockets fired at Umm Rihan wounded six people."
    )
    assert len(incidents(text)) == 3


def test_a_bombing_that_was_a_suicide_attack_is_one_event() -> None:
    """What a report calls a bomb first and a suicide bomber later is one event, and the closer word gives its kind."""
    text = (
        "A bomb blast killed nine people in Tal Arda on Tuesday. "
        "The mayor said a suicide bomber had carried out the attack."
    )
    (incident,) = incidents(text)
    assert incident.kind == "suicide_bomb"


def test_what_is_recalled_with_what_it_answered_is_an_incident() -> None:
    """An answer of another month is told whole by what it answered, though no day is named."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. In August 2029 the army ordered retaliatory strikes "
    text += "in Hadra province after an outpost was attacked by several drones that left no casualties."
    found = incidents(text)
    assert [(one.main, one.responds_to is not None) for one in found] == [(True, False), (False, True), (False, False)]
