"""Which words of violence tell of violence, and which are said of words, votes, balls and prices."""

import pytest

from marsad.claims.claim import Kind

from .invented import occurrences


@pytest.mark.parametrize(
    "text",
    [
        "The candidate attacked his rival's record on Tuesday.",
        "She attacked a proposal to halve the quota in Tal Arda.",
        "The campaign targeted voters in Tal Arda on Tuesday.",
        "The two parties clashed over the budget in Hadra.",
        "The minister was bombarded with calls on Tuesday.",
        "An explosion of interest followed the fair.",
        "Two goats raided the pantry on Wednesday.",
        "The party aired an attack ad in Hadra on Tuesday.",
        "The mayor regretted his police shooting comments in Hadra.",
        "She hit a home run in Tal Arda on Tuesday.",
        "The firm seized the chance to expand on Tuesday.",
        "He took over the bakery in Tal Arda.",
        "Hackers attacked the website of the town hall of Hadra on Tuesday.",
        "The senator withdrew from the race in Hadra.",
    ],
)
def test_an_abstract_object_makes_no_event(text: str) -> None:
    """Speech, politics, sport, trade and computers borrow the words of war; nobody is struck by them."""
    assert occurrences(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Tal Arda on Tuesday.",
        "Gunmen attacked voters in Tal Arda on Tuesday.",
        "Gunmen attacked voters in Tal Arda and wounded two.",
        "The attack on Tal Arda killed five people.",
        "The hospital of Tal Arda was hit on Tuesday.",
        "Rockets struck the market of Tal Arda.",
        "Soldiers clashed with rebels over the budget of the port.",
        "An explosion in Tal Arda wounded two people.",
        "Rebels seized the town of Tal Arda on Tuesday.",
        "Government forces withdrew from Tal Arda.",
        "The army shelled Tal Arda.",
    ],
)
def test_a_weapon_a_fighter_a_harm_or_a_place_struck_makes_one(text: str) -> None:
    """The same words tell an event where armed people do it, people are harmed, or a place is struck."""
    assert len(occurrences(text)) == 1


def test_the_attack_goes_back_to_one_told_before() -> None:
    """A bare word is enough where it goes back to an event."""
    text = "Rebels shelled Tal Arda on Tuesday. The mayor condemned the attack."
    assert [claim.trigger.quote for claim in occurrences(text)] == ["shelled", "attack"]


@pytest.mark.parametrize("text", ["Police arrested a man in Tal Arda.", "The suspect was arrested on Tuesday."])
def test_one_arrest_is_the_course_of_justice(text: str) -> None:
    """A suspect taken by the police is no incident."""
    assert occurrences(text) == ()


@pytest.mark.parametrize("text", ["Police arrested 30 students in Tal Arda.", "Dozens were arrested in Tal Arda."])
def test_arrests_of_many_are_an_event(text: str) -> None:
    """A wave of arrests is one (codebook 3.2)."""
    assert len(occurrences(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Rebels seized a cargo of flour near Tal Arda.", "The militia executed eight captured policemen in Tal Arda."],
)
def test_what_is_seized_must_be_ground(text: str) -> None:
    """A cargo and a prisoner are no town."""
    assert not [claim for claim in occurrences(text) if claim.kind in ("armed_clash", "territory_change")]


def test_mines_that_are_cleared_are_no_event() -> None:
    """A weapon is a thing; what happens with it is the event."""
    assert occurrences("Deminers have cleared the last of 4,200 landmines around Tal Arda.") == ()


@pytest.mark.parametrize("text", ["No shelling was reported from Tal Arda.", "No air strikes hit Tal Arda on Tuesday."])
def test_what_did_not_happen_is_told_as_nothing(text: str) -> None:
    """A quiet day is no event."""
    assert occurrences(text) == ()


def test_the_denial_of_any_strike_is_still_a_claim() -> None:
    """To deny an event is to speak of it."""
    (claim,) = occurrences("The army denied that any air strike had taken place in Tal Arda.")
    assert claim.stance == "denied"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked a hotel in Tal Arda on Tuesday.", Kind.ATTACK_ON_CIVILIANS),
        ("Rebels attacked soldiers in Tal Arda on Tuesday.", Kind.ARMED_CLASH),
        ("Gunmen shot dead a judge in Tal Arda on Tuesday.", Kind.ATTACK_ON_CIVILIANS),
        ("A sniper shot dead a judge in Tal Arda on Tuesday.", Kind.SNIPER_GUNFIRE),
        ("Rebels captured Tal Arda on Tuesday.", Kind.ARMED_CLASH),
        ("Rebels captured Tal Arda without a fight on Tuesday.", Kind.TERRITORY_CHANGE),
        ("The army bombarded Tal Arda on Tuesday.", Kind.SHELLING),
        ("Warplanes bombarded Tal Arda on Tuesday.", Kind.AIR_STRIKE),
        ("A drone was shot down over Tal Arda on Tuesday.", Kind.OTHER),
        ("A car loaded with explosives blew up in Tal Arda.", Kind.IED_LANDMINE),
        ("A blast hit the front line in Tal Arda on Tuesday.", Kind.OTHER),
        ("Protesters clashed with police in Tal Arda on Tuesday.", Kind.RIOT),
        ("A rocket killed a girl in Tal Arda.", Kind.SHELLING),
    ],
)
def test_doer_target_and_weapon_tell_the_kind(text: str, kind: Kind) -> None:
    """Where the word does not say what was done, those who did it, what they struck and with what say it."""
    assert occurrences(text)[0].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "The town was hit by a general strike on Tuesday.",
        "A strike by teachers hit schools in Tal Arda on Tuesday.",
        "It fell on Tal Arda like a bombardment.",
        "A storm hit the harbour of Tal Arda on Tuesday.",
    ],
)
def test_labour_and_weather_are_no_violence(text: str) -> None:
    """Strikes of workers, similes and storms strike towns too."""
    assert occurrences(text) == ()


def test_rockets_and_shells_in_one_breath_are_one_event() -> None:
    """Air strikes and artillery fire on one town are told as one."""
    assert len(occurrences("Air strikes and artillery fire killed five people in Tal Arda.")) == 1
