"""Who did it, where the words for them stand apart from the deed."""

import pytest

from marsad.claims.claim import Role

from .invented import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said on Monday that its aircraft had struck a depot near Tal Arda.", [["army"]]),
        ("The army said it had shelled two villages near Tal Arda.", [["army"]]),
        ("Residents said it had shelled two villages near Tal Arda.", [[]]),
        ("The army said rockets struck a depot near Tal Arda.", [[]]),
    ],
)
def test_who_says_that_its_own_forces_did_it_did_it(text: str, expected: list[list[str]]) -> None:
    """The speaker's are "its aircraft"; a speaker who only reports it did nothing."""
    assert roles(text, Role.PERPETRATOR) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen in police uniform kidnapped two engineers.", [["Gunmen"]]),
        ("Gunmen and police kidnapped two engineers.", [["police"]]),
    ],
)
def test_a_uniform_is_not_who_wears_it(text: str, expected: list[list[str]]) -> None:
    """Men in police uniform are no police."""
    assert [[mine[-1]] for mine in roles(text, Role.PERPETRATOR)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes between herders and farmers left 14 people dead in Tal Arda.", [["herders", "farmers"]]),
        ("Clashes between midnight and dawn left 14 people dead in Tal Arda.", [[]]),
    ],
)
def test_sides_that_nobody_knows_are_sides(text: str, expected: list[list[str]]) -> None:
    """Whom a fight is "between" fought it, if they are people."""
    assert roles(text, Role.PERPETRATOR) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded on Wednesday at the gate of Zuhur Hospital.", [["the gate of Zuhur Hospital"]]),
        ("Troops repelled an attack by rebels on a military post near Tal Arda.", [["a military post"]]),
        ("A bomb exploded at the end of the week.", [[]]),
        ("Troops repelled an attack by rebels on Sunday near Tal Arda.", None),
    ],
)
def test_what_was_hit_may_stand_behind_the_deed(text: str, expected: list[list[str]] | None) -> None:
    """A bomb goes off at something, and an attack by somebody is on something; a day is no target."""
    found = roles(text, Role.TARGET)
    assert found == expected if expected is not None else not any("Sunday" in words for mine in found for words in mine)
