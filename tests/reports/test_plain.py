"""A text file is one report, kept as it is."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from marsad.reports.options import Format, ReadOptions

from .reading import reading

BODY = "Jets struck Tal Arda.\n\n  Two people died. \n"


def test_a_text_file_is_one_report_letter_for_letter(tmp_path: Path) -> None:
    """Spaces and empty lines stay; only line ends are made one kind."""
    path = tmp_path / "strike.txt"
    path.write_bytes(BODY.replace("\n", "\r\n").encode())
    report = reading(path).report
    assert report.text == BODY
    assert (report.title, report.publisher, report.published, report.external_id) == (None, None, None, None)


def test_the_header_names_publisher_day_title_language_and_address(tmp_path: Path) -> None:
    """A small header is read in any order and case."""
    path = tmp_path / "strike.md"
    header = "Title: Strike: market hit\nSOURCE: Coast Wire\nPublished: 5 March 2031\nlanguage: en-GB\nurl: https://x.example/1"
    path.write_text(f"{header}\n\n{BODY}")
    report = reading(path).report
    assert report.text == BODY
    assert (report.title, report.publisher) == ("Strike: market hit", "Coast Wire")
    assert (report.published, report.language, report.url) == (date(2031, 3, 5), "en-GB", "https://x.example/1")


@pytest.mark.parametrize(
    "text",
    [
        "Title: Strike\nCorrespondent: A. Vell\n\nTwo died.",
        "Title: Strike\nTwo died.\n",
        "Title: Strike\nTitle: Strike again\n\nTwo died.",
        "Residents said: two died.\n\nMore.",
        "title: a header without a text",
        "\nTitle: Strike\n\nTwo died.",
    ],
)
def test_what_is_not_exactly_a_header_is_text(tmp_path: Path, text: str) -> None:
    """One other line, a key given twice, or no blank line: then everything is the report's text."""
    path = tmp_path / "a.txt"
    path.write_text(text)
    report = reading(path).report
    assert (report.text, report.title) == (text, None)


def test_what_the_user_says_stands_in_for_what_the_report_does_not_say(tmp_path: Path) -> None:
    """Options fill gaps and never overwrite a header."""
    path = tmp_path / "a.txt"
    path.write_text("publisher: Coast Wire\n\nTwo died.")
    report = reading(path, ReadOptions(publisher="Hill Post", published=date(2031, 3, 5), language="fr")).report
    assert (report.publisher, report.published, report.language) == ("Coast Wire", date(2031, 3, 5), "fr")


def test_an_unreadable_date_is_told_and_the_report_is_read(tmp_path: Path) -> None:
    """The problem carries the words and the report's id, and comes before the report."""
    path = tmp_path / "a.txt"
    path.write_text("published: 05/06/2031\n\nTwo died.")
    found = reading(path)
    assert found.report.published is None
    (problem,) = found.problems
    assert (problem.code, problem.words, problem.report) == ("date_unknown", "05/06/2031", found.report.id)
    assert "2031-05-06 or 2031-06-05" in problem.message


def test_a_date_given_by_the_user_settles_an_ambiguous_one(tmp_path: Path) -> None:
    """What the message asks for works."""
    path = tmp_path / "a.txt"
    path.write_text("published: 05/06/2031\n\nTwo died.")
    found = reading(path, ReadOptions(published=date(2031, 6, 5)))
    assert (found.report.published, found.problems) == (date(2031, 6, 5), [])


def test_control_characters_are_replaced_and_told(tmp_path: Path) -> None:
    """NULs and their like cannot be stored or shown; the rest of the text is read."""
    path = tmp_path / "a.txt"
    path.write_bytes(("Two people died in the town. " * 20).encode() + b"One\x00\x1b[31mmore\x07.\x0cEnd.")
    found = reading(path)
    assert found.report.text.endswith("One  [31mmore .\nEnd.")
    assert found.codes == ["characters_replaced"]
    assert found.problems[0].report == found.report.id


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"title: Strike\n\n  \n"])
def test_an_empty_file_is_a_problem_and_no_report(tmp_path: Path, raw: bytes) -> None:
    """Nothing is made of nothing; the problem names the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    found = reading(path)
    assert (found.reports, found.codes, found.problems[0].report) == ([], ["empty"], str(path))


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7 text", b"PK\x03\x04rest", b"\x7fELF\x02\x01", bytes(range(256)) * 40, b"a\x00b\x00" * 500]
)
def test_binary_is_refused_in_clear_words(tmp_path: Path, raw: bytes) -> None:
    """A PDF, a program or raw data named .txt is no report."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    found = reading(path)
    assert (found.reports, found.codes) == ([], ["binary"])
    assert "not text" in found.problems[0].message


def test_an_unknown_ending_is_told_with_the_known_ones(tmp_path: Path) -> None:
    """The message says what can be read, and that a format can be given."""
    path = tmp_path / "a.docx"
    path.write_text("Two died.")
    found = reading(path)
    assert found.codes == ["format_unknown"]
    assert ".txt" in found.problems[0].message
    assert reading(path, ReadOptions(format=Format.TEXT)).report.text == "Two died."


def test_a_packed_text_file_is_unpacked(tmp_path: Path) -> None:
    """.txt.gz is read like .txt."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(BODY.encode()))
    assert reading(path).report.text == BODY


def test_a_damaged_packed_file_is_a_problem(tmp_path: Path) -> None:
    """Half a gzip file, and one that is none."""
    path = tmp_path / "a.txt.gz"
    for raw in (gzip.compress(BODY.encode() * 99)[:60], b"no gzip at all"):
        path.write_bytes(raw)
        assert reading(path).codes == ["unreadable"]


@pytest.mark.parametrize("source", ["/nowhere/at/all.txt", "a\0b.txt", "", "x" * 5000])
def test_a_missing_or_impossible_path_is_a_problem(source: str) -> None:
    """Nothing is raised for a path that is not there or cannot be."""
    found = reading(source) if source else reading("nothing-of-that-name")
    assert found.reports == []
    assert found.codes[0] in {"missing", "unreadable"}
