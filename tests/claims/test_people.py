"""Which numbers count people, and where the words for those people end."""

import pytest

from marsad.claims.rules.lexicon import lexicon
from marsad.claims.rules.people import People, people

from .invented import sight


def counted(text: str) -> list[People]:
    """Return the counts of a sentence that may be of people."""
    return list(people(sight(text), lexicon().people, lexicon().nationals))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells killed 12 people in Tal Arda.", "12 people"),
        ("Shells killed at least twelve fishermen in Tal Arda.", "at least twelve fishermen"),
        ("Shells killed five other members of the same family.", "five other members"),
        ("Shells killed three rescue workers.", "three rescue workers"),
        ("Shells killed two army soldiers near the bridge.", "two army soldiers"),
        ("Shells killed one of the wounded.", "one of the wounded"),
        ("Shells killed two of them.", "two of them"),
        ("Shells wounded four of its officers.", "four of its officers"),
        ("Shells killed dozens of wounded.", "dozens of wounded"),
        ("Shells killed another farmer.", "another farmer"),
    ],
)
def test_the_noun_belongs_to_its_number(text: str, words: str) -> None:
    """The words for the people are the number and its noun, as short as they can be and whole."""
    (one,) = counted(text)
    assert text[one.start : one.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The shells fell on 5 March.",
        "A shell fell.",
        "The clinic stands near a bridge.",
        "It happened at 5 p.m. on Monday.",
    ],
)
def test_what_is_no_number_of_people_is_left_alone(text: str) -> None:
    """Days, hours and articles before things count nobody."""
    assert counted(text) == []


@pytest.mark.parametrize("text", ["Shells killed two of the eleven.", "Shells killed two of them."])
def test_some_of_others_are_a_part(text: str) -> None:
    """The words "of them" and "of the eleven" say of whom these are a part."""
    assert counted(text)[0].part


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed eleven fighters of the Sabr Brigade.",
        "Shells wounded four of its officers.",
        "Shells hit 12 people.",
    ],
)
def test_belonging_is_not_being_a_part(text: str) -> None:
    """Fighters of a brigade and officers of the police are not some of others already counted."""
    assert not counted(text)[0].part


def test_the_next_number_ends_a_noun() -> None:
    """Two numbers side by side count two groups."""
    text = "Shells killed 12 men three women."
    assert [text[one.start : one.end] for one in counted(text)] == ["12 men", "three women"]
