"""Which places, days, weapons, doers and targets belong to which event of a sentence."""

import pytest

from marsad.claims.claim import Relation, Role

from .invented import claims, occurrences, roles


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling hit Tal Arda on Monday.", [["Tal Arda"]]),
        ("Airstrikes hit Tal Arda and shelling hit Umm Rihan.", [["Tal Arda"], ["Umm Rihan"]]),
        ("In Tal Arda, airstrikes hit a depot.", [["Tal Arda"]]),
        ("Shelling killed five people in Tal Arda, the mayor of Umm Rihan said.", [["Tal Arda"]]),
    ],
)
def test_a_place_goes_to_the_event_it_stands_with(text: str, places: list[list[str]]) -> None:
    """The nearest event has the place; the town of a speaker is no place of the event."""
    assert roles(text, Role.PLACE) == places


@pytest.mark.parametrize(
    "text",
    [
        "Hadra (CW) - Shelling killed five people on Monday.",
        "HADRA Shelling killed five people on Monday.",
    ],
)
def test_a_dateline_is_no_place_of_the_event(text: str) -> None:
    """Where a report was written is not where it happened."""
    assert roles(text, Role.PLACE) == [[]]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Shelling hit a farm near Tal Arda.", Relation.NEAR),
        ("Shelling hit farms between Tal Arda and Umm Rihan.", Relation.BETWEEN),
        ("Rockets were fired from Tal Arda.", Relation.FROM),
        ("Shelling hit a farm in Tal Arda.", Relation.IN),
    ],
)
def test_the_word_before_a_place_says_how_the_event_lies_to_it(text: str, relation: Relation) -> None:
    """Near, from and between are kept; a town that shells come from is not the town they hit."""
    places = [one for claim in occurrences(text) for one in claim.mentions if one.role is Role.PLACE]
    assert places[0].relation is relation


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Shelling hit Tal Arda on Monday.", [["on Monday"]]),
        ("Shelling hit Tal Arda on Monday, the mayor said on Tuesday.", [["on Monday"]]),
        ("On Monday, airstrikes hit Tal Arda and shelling hit Umm Rihan.", [["On Monday"], ["On Monday"]]),
        ("The mayor said on Tuesday that shelling hit Tal Arda.", [[]]),
        ("The mayor said “shelling hit us tonight”.", [[]]),
        ("Two of the wounded in Monday's attack died overnight.", [["in Monday's"]]),
    ],
)
def test_a_day_is_of_the_event_and_not_of_the_saying(text: str, times: list[list[str]]) -> None:
    """The day on which somebody spoke, or on which the wounded died, is not the day of the attack."""
    assert roles(text, Role.TIME) == times


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("US airstrikes hit the depot.", [["US"]]),
        ("Rebel shelling hit the depot.", [["Rebel"]]),
        ("Syrian and Russian raids hit the depot.", [["Syrian", "Russian"]]),
        ("Rebels bombarded the depot.", [["Rebels"]]),
        ("The army carried out raids on the depot.", [["army"]]),
        ("The depot was bombarded by rebels.", [["rebels"]]),
        ("Raids carried out by the aviation of the government killed two farmers.", [["government"]]),
        ("Fighting between the army and rebels broke out near the depot.", [["army", "rebels"]]),
        ("Fighters of the Marj Front attacked the depot.", [["Marj Front"]]),
        ("Clashes broke out early on Sunday between the army and rebels near the depot.", [["army", "rebels"]]),
        (
            "Clashes between the Marj Front the Sabr Brigade and the army went on near the depot.",
            [["Marj Front", "Sabr Brigade", "army"]],
        ),
        ("Nine soldiers were hurt in clashes with the Marj Front near the depot.", [["Marj Front"]]),
        ("Raids believed to be Russian killed two farmers.", [["Russian"]]),
        ("The depot was bombarded by the army and the Marj Front.", [["army", "Marj Front"]]),
    ],
)
def test_who_did_it_is_read_from_each_way_of_telling(text: str, doers: list[list[str]]) -> None:
    """Before the noun, before the verb, after "by", or both sides of a fight."""
    assert roles(text, Role.PERPETRATOR) == doers


@pytest.mark.parametrize(
    "text",
    [
        "An airstrike hit the depot.",
        "Shelling hit an army base.",
        "Shelling on rebels continued.",
        "The police said shelling hit the depot.",
        "A blast hit soldiers at the gate.",
    ],
)
def test_nobody_is_accused_by_standing_near(text: str) -> None:
    """Those who were hit, who speak, or whose base it is did not do it."""
    assert roles(text, Role.PERPETRATOR)[0] == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Shelling hit a hospital in Tal Arda.", [["hospital"]]),
        ("Rebels attacked an army checkpoint near Tal Arda.", [["an army checkpoint"]]),
        ("Airstrikes on rebel positions continued.", [["rebel positions"]]),
        ("Airstrikes hit the outskirts of Tal Arda.", [[]]),
        ("Airstrikes continued on Monday.", [[]]),
    ],
)
def test_what_was_hit_is_a_facility_an_actor_or_people(text: str, targets: list[list[str]]) -> None:
    """Words that name none of these are no target."""
    assert roles(text, Role.TARGET) == targets


def test_a_weapon_is_kept_as_worded() -> None:
    """What it was done with are the report's words."""
    assert roles("A drone attack hit the depot.", Role.WEAPON) == [["drone"]]


def test_every_mention_is_of_the_sentence() -> None:
    """Mentions are quotes from the report."""
    text = "Rebels bombarded a hospital in Tal Arda on Monday."
    assert all(mention.evidence.quote in text for claim in claims(text) for mention in claim.mentions)
