"""Promises of ``marsad read``: where reports may come from, and where what is read of them goes."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from marsad.incidents.record import Record
from marsad.incidents.schema import record_schema
from marsad.store.sqlite import SqliteStore

from .commands import DEMO, PLACES, WEEK, typed, typed_apart

TEXT = "Shelling killed at least nine people in Umm Zarqa on Friday, two teachers said. The army denied it."
PAGE = f"""<html lang="en"><head><title>Umm Zarqa shelled</title><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2033-01-02T10:00:00Z"></head>
<body><nav>Home</nav><article><h1>Umm Zarqa shelled</h1><p>{TEXT}</p></article></body></html>"""


def records(out: str) -> list[dict[str, Any]]:
    """Return what stands on standard output, a record a line."""
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_is_read_and_shown() -> None:
    """The report, its incident, who says so, and the very words."""
    answer = typed("read", DEMO / "reports" / "08-qna-car-bomb.txt", "--places", PLACES)
    assert answer.code == 0
    assert "Six killed in capital" in answer.out
    assert "the police: 6 killed (stated)" in answer.out
    assert "[six people]" in answer.out
    assert answer.err == "1 report read\n"


def test_json_is_one_record_a_line_and_nothing_else() -> None:
    """Fourteen reports, fourteen lines that the contract's schema accepts; how it went stands on the other stream."""
    answer = typed("read", WEEK, "--places", PLACES, "--format", "json")
    read = records(answer.out)
    checker = Draft202012Validator(record_schema())
    assert len(read) == 14
    assert all(checker.is_valid(record) for record in read)
    assert [Record.from_dict(record).to_dict() for record in read] == read
    assert answer.err.startswith("14 reports read, 1 with problems")


def test_the_same_reports_give_the_same_bytes() -> None:
    """In another process as well, whatever order its sets have."""
    words = ("read", WEEK, "--places", PLACES, "--format", "json")
    assert typed_apart(*words).out == typed_apart(*words).out != ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"source: Valley Post\npublished: 2033-01-02\ntitle: Umm Zarqa shelled\n\n{TEXT}"),
        ("a.html", PAGE),
        ("a.jsonl", json.dumps({"publisher": "Valley Post", "published": "2033-01-02", "text": TEXT})),
        ("a.json", json.dumps([{"publisher": "Valley Post", "published": "2033-01-02", "text": TEXT}])),
        ("a.csv", f'publisher,published,text\nValley Post,2033-01-02,"{TEXT}"\n'),
    ],
)
def test_every_form_gives_the_same_claims(tmp_path: Path, name: str, content: str) -> None:
    """A text, a page, a list and a table of one report are the same report."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    answer = typed("read", tmp_path / name, "--format", "json")
    (record,) = records(answer.out)
    assert answer.code == 0
    assert (record["report"]["publisher"], record["report"]["published"]) == ("Valley Post", "2033-01-02")
    assert [claim["count"]["low"] for claim in record["claims"] if claim["type"] == "casualty"] == [9]


def test_columns_of_a_table_are_named_by_the_user(tmp_path: Path) -> None:
    """``--field text=body`` reads a table whose columns have other names, as CSV and as a spreadsheet."""
    rows = [["nr", "outlet", "day", "body"], ["7", "Valley Post", "2033-01-02", TEXT]]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with (tmp_path / "a.csv").open("w", newline="") as lines:
        csv.writer(lines).writerows(rows)
    named = [word for pair in ("text=body", "publisher=outlet", "published=day", "id=nr") for word in ("--field", pair)]
    answer = typed("read", tmp_path / "a.xlsx", tmp_path / "a.csv", *named, "--format", "json")
    left, right = records(answer.out)
    assert left == right
    assert (left["report"]["publisher"], left["report"]["external_id"]) == ("Valley Post", "7")


def test_standard_input_is_a_report() -> None:
    """A dash reads what is piped in."""
    answer = typed("read", "-", "--format", "json", given=TEXT.encode())
    assert answer.code == 0
    assert records(answer.out)[0]["report"]["text"] == TEXT


def test_what_a_report_does_not_say_is_said_for_it(tmp_path: Path) -> None:
    """Publisher, day and language stand in, and never replace what the report states."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(f"source: Valley Post\npublished: 2033-01-02\n\n{TEXT}")
    said = ("--publisher", "Coast Wire", "--published", "2033-02-03", "--language", "en")
    bare, stated = records(typed("read", tmp_path, *said, "--format", "json").out)
    assert (bare["report"]["publisher"], bare["report"]["published"]) == ("Coast Wire", "2033-02-03")
    assert (stated["report"]["publisher"], stated["report"]["published"]) == ("Valley Post", "2033-01-02")


def test_options_that_problems_name_exist(tmp_path: Path) -> None:
    """``--encoding``, ``--read-as`` and ``--max-bytes`` do what the messages say they do."""
    (tmp_path / "report.wire").write_bytes("Обстрел Umm Zarqa: nine people were killed on Friday.".encode("cp1251"))
    refused = typed("read", tmp_path / "report.wire")
    assert (refused.code, "--read-as" in refused.err) == (1, True)
    read = typed("read", tmp_path / "report.wire", "--read-as", "text", "--encoding", "cp1251", "--format", "json")
    assert records(read.out)[0]["report"]["text"].startswith("Обстрел Umm Zarqa")
    assert "too_long" in typed("read", tmp_path / "report.wire", "--read-as", "text", "--max-bytes", "10").err


def test_a_problem_with_a_report_stands_in_its_record(tmp_path: Path) -> None:
    """A day that may be two days is no day: the record says so, in its own words."""
    (tmp_path / "a.txt").write_text(f"published: 05/06/2031\n\n{TEXT}")
    answer = typed("read", tmp_path / "a.txt", "--format", "json", "--db", tmp_path / "a.db")
    (record,) = records(answer.out)
    found = [problem for problem in record["problems"] if problem["code"] == "date_unknown"]
    assert [problem["words"] for problem in found] == ["05/06/2031"]
    with SqliteStore(tmp_path / "a.db") as store:
        assert [one.to_dict() for one in store.records()] == [record]


def test_csv_is_one_claim_a_row() -> None:
    """With a header, and numbers as numbers."""
    answer = typed("read", DEMO / "reports" / "08-qna-car-bomb.txt", "--places", PLACES, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["report"] for row in rows}
    assert any(row["low"] == "6" for row in rows)


def test_quiet_writes_nothing_but_how_it_went(tmp_path: Path) -> None:
    """For a night's work whose records go into the store."""
    answer = typed("read", WEEK, "--places", PLACES, "--db", tmp_path / "a.db", "--quiet")
    assert answer.out == ""
    assert answer.err.startswith(f"14 reports read, 14 new in {tmp_path / 'a.db'}")


def test_reading_twice_changes_nothing(week: Path) -> None:
    """Not a row of the store."""
    with SqliteStore(week) as store:
        before = list(store.records())
    answer = typed("read", WEEK, "--places", PLACES, "--db", week, "--quiet")
    assert "14 reports read, 0 new" in answer.err
    with SqliteStore(week) as store:
        assert list(store.records()) == before
        assert store.check() == ()


def test_an_empty_folder_is_no_failure(tmp_path: Path) -> None:
    """Nothing was there, and nothing went wrong."""
    answer = typed("read", tmp_path, "--format", "json")
    assert (answer.code, answer.out, answer.err) == (0, "", "0 reports read\n")


def test_an_address_that_is_not_public_is_refused() -> None:
    """A report never makes marsad look into the machine it runs on."""
    answer = typed("read", "http://127.0.0.1:9/report")
    assert answer.code == 1
    assert "refused" in answer.err
