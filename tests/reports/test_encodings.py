"""Bytes become the letters that were meant, or the doubt is told."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.reports.broken import BrokenInputError
from marsad.reports.decode import decode
from marsad.reports.options import ReadOptions
from marsad.text.clean import clean

from .reading import reading

ENGLISH = "The town’s market – hit on Tuesday – burned. “Twelve died,” residents said."
RUSSIAN = "Жители сообщили, что самолёты нанесли удар по рынку. Погибли двенадцать человек."
FRENCH = "Le général a déclaré que l’armée avait frappé le marché. Douze personnes ont été tuées à Zélia."
ARABIC = "قال سكان إن طائرات قصفت سوق الماشية في تل عردة صباح الثلاثاء. قتل اثنا عشر شخصا."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC])
def test_unicode_with_its_mark_is_read_without_a_word(tmp_path: Path, text: str, encoding: str) -> None:
    """UTF-8, and UTF-16 and UTF-32 with a byte order mark, leave no doubt."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    found = reading(path)
    assert (found.report.text, found.problems) == (text, [])


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (ARABIC, "cp1256"), (FRENCH, "cp1252")])
def test_an_older_encoding_is_guessed_and_the_guess_is_told(tmp_path: Path, text: str, encoding: str) -> None:
    """The report is read, with a problem that says how to settle it."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    found = reading(path)
    assert (found.report.text, found.codes) == (text, ["encoding_guessed"])
    assert "--encoding" in found.problems[0].message


def test_the_encoding_the_user_gives_is_used(tmp_path: Path) -> None:
    """And then nothing is guessed."""
    path = tmp_path / "a.txt"
    path.write_bytes(ENGLISH.encode("cp1252"))
    found = reading(path, ReadOptions(encoding="windows-1252"))
    assert (found.report.text, found.problems) == (ENGLISH, [])


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "zip", "\ud800", "x\0y", "hex"])
def test_an_encoding_nobody_knows_is_told(tmp_path: Path, encoding: str) -> None:
    """A wrong --encoding is a problem, not a crash."""
    path = tmp_path / "a.txt"
    path.write_text("Two died.")
    assert reading(path, ReadOptions(encoding=encoding)).codes == ["encoding_unknown"]


def test_one_broken_byte_does_not_change_the_other_letters(tmp_path: Path) -> None:
    """A damaged UTF-8 text stays UTF-8: the byte is replaced and told."""
    path = tmp_path / "a.txt"
    path.write_bytes(RUSSIAN.encode() + b"\xff.")
    found = reading(path)
    assert (found.report.text, found.codes) == (RUSSIAN + "\ufffd.", ["bytes_replaced"])


@given(st.binary(max_size=400))
@example(b"\xff\xfea")
@example(b"\xef\xbb\xbf\xff")
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever the bytes: letters fit to be stored, or a clear refusal; never anything else."""
    text = ""
    with contextlib.suppress(BrokenInputError):
        text = clean(decode(raw).text).text
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text())
@example("\x00\r\r\n\ufeff\ud800")
def test_a_cleaned_text_is_clean_and_stays_so(text: str) -> None:
    """Cleaning twice changes nothing more, and visible letters are never touched."""
    once = clean(text)
    assert clean(once.text).text == once.text.removeprefix("\ufeff")
    assert once.text.encode("utf-8").decode("utf-8") == once.text
    assert not {"\x00", "\r", "\x1b"}.intersection(once.text)
    kept = [letter for letter in text.removeprefix("\ufeff") if letter.isprintable()]
    assert [letter for letter in once.text if letter.isprintable() and letter not in " \ufffd"] == [
        letter for letter in kept if letter not in " \ufffd"
    ]
