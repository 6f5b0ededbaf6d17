"""Responsibility claimed, laid on somebody, or denied."""

import pytest

from marsad.claims.claim import Claim, ClaimType, Role, Stance

from .invented import claims, holders

BLAST = "A car bomb exploded in Tal Arda on Monday, killing five people. "


def blames(text: str) -> list[Claim]:
    """Return the claims of responsibility."""
    return [claim for claim in claims(text) if claim.type is ClaimType.RESPONSIBILITY]


@pytest.mark.parametrize(
    ("text", "who", "stance", "holder"),
    [
        (BLAST + "The Marj Front claimed responsibility.", "Marj Front", Stance.ASSERTED, ["Marj Front"]),
        (BLAST + "The Marj Front took responsibility.", "Marj Front", Stance.ASSERTED, ["Marj Front"]),
        (BLAST + "The police blamed the Marj Front.", "Marj Front", Stance.ALLEGED, ["The police"]),
        (BLAST + "Residents accused the army of hiding the bomb.", "army", Stance.ALLEGED, ["Residents"]),
        (BLAST + "The army denied planting the bomb.", "army", Stance.DENIED, ["The army"]),
    ],
)
def test_who_is_made_responsible_and_by_whom(text: str, who: str, stance: Stance, holder: list[str]) -> None:
    """A claim of responsibility is held by the one who claims, an accusation by the accuser, a denial by the denier."""
    (blame,) = blames(text)
    assert blame.said(Role.PERPETRATOR)[0].quote == who
    assert blame.stance is stance
    assert holders(blame) == holder


@pytest.mark.parametrize(
    "text",
    [
        BLAST + "No group has claimed responsibility.",
        BLAST + "Nobody claimed responsibility for the blast.",
        BLAST + "The Marj Front has not claimed responsibility.",
        BLAST + "The mayor denied that he had resigned.",
        BLAST + "The hospital held two of the wounded.",
        "The Marj Front claimed responsibility.",
    ],
)
def test_nobody_is_made_responsible_without_words(text: str) -> None:
    """That no group has claimed it is no claim, and a claim needs an event to be about."""
    assert blames(text) == []


def test_the_group_that_denies_is_the_one_that_is_thought_to_have_done_it() -> None:
    """A denial by "the group" goes back to the one told as the doer."""
    (blame,) = blames("The Marj Front executed eight policemen in Tal Arda. The group denied killing any prisoners.")
    assert blame.said(Role.PERPETRATOR)[0].quote == "Marj Front"
    assert blame.stance is Stance.DENIED


def test_a_group_that_nothing_goes_back_to_is_not_guessed() -> None:
    """Where nobody is told as the doer, "the group" denies for nobody."""
    assert blames("Eight policemen were executed in Tal Arda. The group denied killing any prisoners.") == []


def test_responsibility_points_at_the_event() -> None:
    """A claim of responsibility names the occurrence it is about."""
    (blame,) = blames(BLAST + "The Marj Front claimed responsibility.")
    assert blame.about in {claim.id for claim in claims(BLAST + "The Marj Front claimed responsibility.")}
