"""Tables of reports are read row by row, and a broken row loses only itself."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.reports.options import ReadOptions
from marsad.reports.report import Report

from .reading import reading

ROW = {
    "id": 7,
    "title": "Strike on market",
    "text": "Two died.\nMore later.",
    "publisher": "Coast Wire",
    "published": "2031-03-05T10:00:00Z",
    "url": "https://x.example/7",
    "language": "en",
    "note": "left alone",
}
REPORT = Report(
    text="Two died.\nMore later.",
    title="Strike on market",
    publisher="Coast Wire",
    published=date(2031, 3, 5),
    url="https://x.example/7",
    language="en",
    external_id="7",
)
HEADER = "id,title,text,publisher,published,url,language"


def lines(*rows: object) -> str:
    """Return rows as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_json_lines_are_read_in_order(tmp_path: Path) -> None:
    """Each line is a report; empty lines are passed over and unknown columns left alone."""
    path = tmp_path / "a.jsonl"
    path.write_text(lines(ROW, {"text": "Three fled."}).replace("\n", "\n\n"))
    found = reading(path)
    assert found.reports == [REPORT, Report(text="Three fled.")]
    assert found.problems == []


def test_a_broken_line_in_the_middle_loses_only_itself(tmp_path: Path) -> None:
    """The problem names the line, and the lines after it are read."""
    path = tmp_path / "a.jsonl"
    bad = [
        '{"text": "half',
        "[1, 2]",
        "null",
        '{"text": 5, "title": ["x"]}',
        "[" * 100_000,
        '{"n": ' + "9" * 5000 + "}",
    ]
    path.write_text(lines(ROW) + "\n".join(bad) + "\n" + lines({"text": "Three fled."}))
    found = reading(path)
    assert [report.text for report in found.reports] == [REPORT.text, "5", "Three fled."]
    assert found.codes == ["row_broken"] * 3 + ["column_unreadable"] + ["row_broken"] * 2
    assert found.problems[0].report == f"{path} line 2"


def test_rows_without_text_are_told(tmp_path: Path) -> None:
    """A missing or blank text makes no report; the message names the columns there are."""
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"body": "Two died."}, {"text": " "}, {"text": None}, {}, {"text": "Three fled."}))
    found = reading(path)
    assert [report.text for report in found.reports] == ["Three fled."]
    assert found.codes == ["empty"] * 4
    assert "'body'" in found.problems[0].message
    assert "--field text=" in found.problems[0].message


def test_the_users_own_columns_are_used(tmp_path: Path) -> None:
    """A mapping of our fields to the user's columns."""
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"body": "Two died.", "Agency": "Coast Wire", "text": "not this"}))
    report = reading(path, ReadOptions(fields={"text": "body", "publisher": "agency"})).report
    assert (report.text, report.publisher) == ("Two died.", "Coast Wire")


def test_an_unknown_date_is_told_and_the_row_is_read(tmp_path: Path) -> None:
    """Of three rows one has no readable date: three reports, one problem."""
    path = tmp_path / "a.jsonl"
    path.write_text(lines(ROW, {"text": "Three fled.", "published": "spring"}, {"text": "Four.", "published": ""}))
    found = reading(path)
    assert [report.published for report in found.reports] == [date(2031, 3, 5), None, None]
    assert [(problem.code, problem.words, problem.report) for problem in found.problems] == [
        ("date_unknown", "spring", found.reports[1].id)
    ]


def test_a_line_of_letters_in_another_encoding_is_repaired_and_told(tmp_path: Path) -> None:
    """One line with broken bytes among many good ones."""
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": "Погибли двенадцать человек."}, ensure_ascii=False).encode() + b"\n"
    path.write_bytes(good * 3 + b'{"text": "caf\xe9"}\n' + good)
    found = reading(path)
    assert [report.text for report in found.reports][2:4] == ["Погибли двенадцать человек.", "caf\ufffd"]
    assert found.codes == ["bytes_replaced"]
    assert found.problems[0].report == found.reports[3].id


def test_half_a_surrogate_pair_in_json_cannot_reach_the_store(tmp_path: Path) -> None:
    """JSON can spell letters that no encoding can write; they are replaced and told."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Two \\ud800 died.\\u0000", "title": "\\udfff!"}\n')
    found = reading(path)
    assert (found.report.text, found.report.title) == ("Two \ufffd died. ", "\ufffd!")
    assert found.codes == ["characters_replaced"]


def test_a_json_list_and_a_single_object_are_read(tmp_path: Path) -> None:
    """An ordinary .json file."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps([ROW, 5, {"text": "Three fled."}]))
    found = reading(path)
    assert (found.reports, found.codes) == ([REPORT, Report(text="Three fled.")], ["row_broken"])
    path.write_text(json.dumps(ROW, indent=1))
    assert reading(path).report == REPORT


@pytest.mark.parametrize("text", ["", " ", "[]", "7", lines(ROW, ROW), "{", "[" * 100_000])
def test_a_json_file_without_reports_is_a_problem(tmp_path: Path, text: str) -> None:
    """And JSON Lines under a .json name are told how to be named."""
    path = tmp_path / "a.json"
    path.write_text(text)
    found = reading(path)
    assert found.reports == []
    assert len(found.problems) == 1


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_as_spreadsheets_write_it(tmp_path: Path, mark: str, encoding: str) -> None:
    """Semicolons, tabs, byte order marks, line ends inside quotation marks."""
    path = tmp_path / "a.csv"
    row = mark.join(f'"{ROW[column]}"' for column in HEADER.split(","))
    path.write_bytes(f"{HEADER.replace(',', mark)}\r\n{row}\r\n\r\n{row.replace('7', '8')}\r\n".encode(encoding))
    found = reading(path)
    assert found.problems == []
    assert found.reports[0] == REPORT
    assert found.reports[1].external_id == "8"


def test_excels_own_first_line_is_understood(tmp_path: Path) -> None:
    """``sep=;`` before the header is not a column."""
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nid;text\n1;Two died.\n")
    assert reading(path).report.text == "Two died."


def test_a_csv_without_the_text_column_is_one_problem(tmp_path: Path) -> None:
    """Not one for each of its thousand rows."""
    path = tmp_path / "a.csv"
    path.write_text("id,body\n" + "1,Two died.\n" * 1000)
    found = reading(path)
    assert (found.reports, found.codes) == ([], ["column_missing"])
    assert "'body'" in found.problems[0].message
    assert len(reading(path, ReadOptions(fields={"text": "body"})).reports) == 1000


def test_uneven_and_unclosed_rows_are_told(tmp_path: Path) -> None:
    """Too many cells are told; an unclosed quotation mark cannot swallow more than one report may hold."""
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,Two died.,more\n2\n3,Three fled.\n" + '4,"' + "never closed\n" * 6000 + "5,Five.\n")
    found = reading(path, ReadOptions(max_bytes=1000))
    assert [report.text for report in found.reports][:2] == ["Two died.", "Three fled."]
    assert found.codes[:2] == ["row_uneven", "empty"]
    assert "row_broken" in found.codes


@pytest.mark.parametrize(
    ("name", "raw"), [("a.csv", b""), ("a.csv", b"\n\n,,\n"), ("a.jsonl", b""), ("a.jsonl", b"\n")]
)
def test_an_empty_table_is_a_problem(tmp_path: Path, name: str, raw: bytes) -> None:
    """An empty file is told, not passed over."""
    path = tmp_path / name
    path.write_bytes(raw)
    assert reading(path).codes == ["empty"]


def test_a_binary_table_is_refused(tmp_path: Path) -> None:
    """A picture named .csv."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    assert reading(path).codes == ["binary"]


def test_an_older_encoding_of_a_table_is_told_once(tmp_path: Path) -> None:
    """A windows-1251 CSV."""
    path = tmp_path / "a.csv"
    row = "Жители сообщили, что самолёты нанесли удар по рынку. Погибли двенадцать человек."
    path.write_bytes(f"id;text\n1;{row}\n2;{row}\n".encode("cp1251"))
    found = reading(path)
    assert [report.text for report in found.reports] == [row, row]
    assert found.codes == ["encoding_guessed"]


def test_packed_tables_are_read(tmp_path: Path) -> None:
    """.jsonl.gz and .csv.gz."""
    table, sheet = tmp_path / "a.jsonl.gz", tmp_path / "b.csv.gz"
    table.write_bytes(gzip.compress(lines(ROW).encode()))
    sheet.write_bytes(gzip.compress(b"text\nTwo died.\n"))
    assert reading(table).report == REPORT
    assert reading(sheet).report.text == "Two died."


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    rows=st.lists(
        st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url", "language", "x"]), VALUES),
        min_size=1,
        max_size=4,
    )
)
@example(rows=[{"text": "a", "published": -0.5, "id": 1e300, "title": True}])
def test_every_row_gives_a_report_or_a_problem(tmp_path_factory: pytest.TempPathFactory, rows: list[object]) -> None:
    """No row disappears, whatever its cells hold."""
    path = tmp_path_factory.mktemp("rows") / "a.jsonl"
    path.write_text(lines(*rows))
    found = reading(path)
    unread = [problem for problem in found.problems if problem.report.startswith(str(path))]
    assert len(found.reports) + len(unread) == len(rows)
    ids = {report.id for report in found.reports}
    assert all(problem.report in ids for problem in found.problems if problem not in unread)
