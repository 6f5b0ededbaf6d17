"""What a toll counts: an event, one of several figures that add up, or a whole war."""

import pytest

from marsad.claims.claim import Scope

from .invented import casualties


@pytest.mark.parametrize(
    "text",
    [
        "More than 90,000 people have been killed since the war began.",
        "The conflict has killed at least 4,000 people.",
        "At least 300 people have been killed this year.",
        "Some 12,000 people were killed in the past two years.",
        "Shelling has killed 400 people since January.",
        "About 25,000 people were killed in the fighting.",
    ],
)
def test_a_toll_of_a_war_or_of_years_is_of_no_single_event(text: str) -> None:
    """It is kept as a claim, with no event it is about."""
    (claim,) = casualties(text)
    assert (claim.scope, claim.about) == (Scope.CUMULATIVE, None)


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed five people in Tal Arda on Monday.",
        "Shelling killed five people in Tal Arda, where the war began.",
        "Since dawn shelling has killed five people in Tal Arda.",
        "Shelling killed five people in Tal Arda on Monday in the deadliest attack since the war began.",
        "A market that had been shut since the raid was hit, and five people were killed.",
    ],
)
def test_a_toll_of_an_event_is_of_that_event(text: str) -> None:
    """A war that is only mentioned, and hours since dawn, make no total of a war."""
    (claim,) = casualties(text)
    assert claim.scope is Scope.THIS_INCIDENT
    assert claim.about is not None


def test_two_figures_under_one_word_add_up() -> None:
    """Of "four soldiers and seven rebels dead" both are parts of what happened."""
    found = casualties("Fighting near Tal Arda left four soldiers and seven rebels dead.")
    assert [claim.scope for claim in found] == [Scope.PART, Scope.PART]


def test_a_whole_and_its_part_do_not_add_up() -> None:
    """With "nine people, including two children" nine are told."""
    found = casualties("Shelling killed nine people, including two children, in Tal Arda.")
    assert [claim.scope for claim in found] == [Scope.THIS_INCIDENT, Scope.THIS_INCIDENT]
    assert found[1].subset_of == found[0].id


def test_entries_of_a_list_by_place_are_each_of_their_own_event() -> None:
    """Seven here and five there are two incidents and no parts of one."""
    found = casualties("Seven people were killed in Tal Arda and five in Umm Rihan.")
    assert [claim.scope for claim in found] == [Scope.THIS_INCIDENT, Scope.THIS_INCIDENT]
    assert len({claim.about for claim in found}) == 2
