"""Promises about hostile text: nothing a report says may steer a page, a sheet or a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.publish.inert import cell, isolated, plain, visible


@given(st.text())
def test_made_visible_a_text_keeps_its_length(text: str) -> None:
    """Offsets of quotes stay true on the page, whatever letters a report holds."""
    assert len(visible(text)) == len(text)


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_visible_text_can_always_be_written(text: str) -> None:
    """A lone half of a letter never stops a page from being saved."""
    visible(text).encode("utf-8")


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_a_letter_shows_as_a_replacement(half: int) -> None:
    """The first and last of the halves too."""
    assert visible(chr(half)) == "\ufffd"


def test_a_null_letter_shows_as_its_sign() -> None:
    """A control letter is shown, not dropped: the reader sees that something stands there."""
    assert visible("a\x00b\x1b") == "a␀b␛"


def test_line_ends_and_arabic_stay_as_they_are() -> None:
    """Ordinary text is not touched."""
    assert visible("سوق\r\n\tmarket") == "سوق\r\n\tmarket"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_formula_becomes_words_in_a_sheet(formula: str) -> None:
    """A cell that a spreadsheet would run gets an apostrophe."""
    assert cell(formula) == f"'{formula}"


@pytest.mark.parametrize("words", ["", "Tal Arda", "12 people", "أم ريحان", "a=b"])
def test_ordinary_words_are_not_guarded(words: str) -> None:
    """The guard touches only what would run."""
    assert cell(words) == words


@given(st.text(alphabet=st.characters(codec=None)))
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever a report holds, its cell is inert and can be written."""
    guarded = cell(text)
    guarded.encode("utf-8")
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_escape_sequences_are_taken_out_whole() -> None:
    """Colour, cursor moves and window titles leave no rest."""
    assert plain("\x1b[31mred\x1b[0m \x1b]0;owned\x07end\x1b[2J") == "red end"


@given(st.text())
def test_a_terminal_never_sees_a_control_letter(text: str) -> None:
    """No control letter of either set, and no mark that turns the writing round, gets through."""
    assert not any(
        ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 or "\u202a" <= letter <= "\u202e" for letter in plain(text)
    )


def test_arabic_is_kept_apart_from_what_stands_around_it() -> None:
    """Right-to-left words do not turn the line they stand in."""
    assert isolated("أم ريحان") == "\u2068أم ريحان\u2069"


def test_latin_is_not_wrapped() -> None:
    """Isolation marks stand only where they are needed."""
    assert isolated("Tal Arda") == "Tal Arda"


def test_a_text_cannot_close_its_own_isolation() -> None:
    """Isolation marks of the report itself are dropped first."""
    assert isolated("أم\u2069\u202eريحان") == "\u2068أمريحان\u2069"
