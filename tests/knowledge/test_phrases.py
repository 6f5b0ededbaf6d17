"""Lists of phrases, found in a text as they are written and as fast as a list allows."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.knowledge.names import facility_names, weapon_names
from marsad.knowledge.phrases import Phrases, word_set

PHRASES = Phrases(
    [
        ("strike", "air strikes?"),
        ("strike", "strikes?"),
        ("raid", "(air |night )?raid"),
        ("any", "shell[a-z]+"),
        ("jet", "jets?"),
        ("it", "it"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An air strike hit town.", [("air strike", "strike")]),
        ("Air strikes and a strike.", [("Air strikes", "strike"), ("strike", "strike")]),
        ("A night raid, a raid.", [("night raid", "raid"), ("raid", "raid")]),
        ("They shelled", [("shelled", "any")]),
        ("A jet", [("jet", "jet")]),
        ("Shelled it", [("Shelled", "any"), ("it", "it")]),
    ],
)
def test_the_longest_phrase_wins(text: str, found: list[tuple[str, str]]) -> None:
    """An air strike is one phrase and not a strike within it; phrases come in reading order."""
    assert [(text[one.start : one.end], one.label) for one in PHRASES.find(text)] == found


@pytest.mark.parametrize("text", ["", "The striker ran.", "An airstrike.", "Braided.", "a shell"])
def test_a_phrase_within_a_word_is_none(text: str) -> None:
    """A phrase begins and ends where words do."""
    assert PHRASES.find(text) == []
    assert not PHRASES.occurs_in(text)
    assert PHRASES.labels_in(text) == frozenset()


@given(st.text(alphabet="airs tkednghl.,A", max_size=60))
def test_finding_labels_and_occurring_agree(text: str) -> None:
    """The three ways to ask a list give one answer, and phrases never overlap."""
    found = PHRASES.find(text)
    assert PHRASES.occurs_in(text) == bool(found)
    assert {one.label for one in found} <= PHRASES.labels_in(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(alphabet="airs tke.", max_size=40))
def test_trying_only_where_letters_occur_loses_nothing(text: str) -> None:
    """The quick look for letters finds what the patterns alone would."""
    plain = re.findall(r"(?<!\w)(?:air strikes?|strikes?)(?!\w)", text)
    assert [text[one.start : one.end] for one in PHRASES.find(text) if one.label == "strike"] == plain


def test_a_written_out_list_is_a_set_of_words() -> None:
    """Line breaks and spaces part the words."""
    assert word_set("one two\n  three two") == {"one", "two", "three"}


def test_facilities_and_weapons_have_their_names() -> None:
    """The words of the knowledge base lead to the names of the contract."""
    assert facility_names().labels_in("They hit a hospital.") == {"hospital"}
    assert weapon_names().labels_in("They sang.") == frozenset()
