"""Spreadsheets are read as people fill them in."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from marsad.reports.options import ReadOptions

from .reading import reading


def workbook(path: Path, rows: list[list[object]], *, more: dict[str, list[list[object]]] | None = None) -> None:
    """Write sheets of rows."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for name, others in (more or {}).items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(row)
    book.save(path)


def test_rows_with_dates_and_numbers_are_read(tmp_path: Path) -> None:
    """Date cells are days, whole numbers are ids without a decimal point."""
    path = tmp_path / "a.xlsx"
    rows: list[list[object]] = [
        ["ID", "Text", "Published", "Publisher"],
        [12, "Two died.", date(2031, 3, 5), "Coast Wire"],
        [13, "Three fled.", datetime(2031, 3, 6, 23, 30), None],  # noqa: DTZ001 - spreadsheets know no zones
        [None, None, None, None],
        ["x-14", "Four stayed.", "7 March 2031", 7.5],
    ]
    workbook(path, rows)
    found = reading(path)
    assert found.problems == []
    assert [(r.external_id, r.text, r.published, r.publisher) for r in found.reports] == [
        ("12", "Two died.", date(2031, 3, 5), "Coast Wire"),
        ("13", "Three fled.", date(2031, 3, 6), None),
        ("x-14", "Four stayed.", date(2031, 3, 7), "7.5"),
    ]


def test_every_sheet_is_read_and_one_without_text_is_told(tmp_path: Path) -> None:
    """A second sheet is not silently lost; the row is named as Excel numbers it."""
    path = tmp_path / "a.xlsx"
    workbook(path, [["text"], ["One."]], more={"May": [["text", "published"], ["Two.", 42587]], "Notes": [["hello"]]})
    found = reading(path)
    assert [report.text for report in found.reports] == ["One.", "Two."]
    assert found.codes == ["date_unknown", "column_missing"]
    assert "sheet 'May' row 2" in found.problems[0].message
    assert "sheet 'Notes'" in found.problems[1].message


def test_the_users_columns_are_used(tmp_path: Path) -> None:
    """As in every table."""
    path = tmp_path / "a.xlsx"
    workbook(path, [["Body"], ["One."]])
    assert reading(path, ReadOptions(fields={"text": "body"})).report.text == "One."


@pytest.mark.parametrize("raw", [b"", b"no spreadsheet", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_spreadsheet_is_told(tmp_path: Path, raw: bytes) -> None:
    """Damaged, older and other files."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw)
    found = reading(path)
    assert found.reports == []
    assert found.codes in (["unreadable"], ["empty"])


def test_another_archive_named_xlsx_is_told(tmp_path: Path) -> None:
    """A zip without a workbook inside."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    assert reading(path).codes == ["unreadable"]


def test_a_sheet_that_spans_the_whole_grid_is_refused(tmp_path: Path) -> None:
    """Two cells at the far corners would take 500 GB; the file is told, and the program lives."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "text"
    book.active.cell(1_048_576, 16_384, "far")
    book.save(path)
    found = reading(path)
    assert (found.reports, found.codes) == ([], ["too_long"])
    assert "16,384 columns" in found.problems[0].message


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    """A small file that says it unpacks to 300 MB."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    assert reading(path).codes == ["too_long"]


def test_a_damaged_sheet_is_told(tmp_path: Path) -> None:
    """A workbook cut in the middle of its XML."""
    path, buffer = tmp_path / "a.xlsx", io.BytesIO()
    workbook(path, [["text"], ["One."]])
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(buffer, "w") as cut:
        for part in whole.infolist():
            raw = whole.read(part)
            cut.writestr(part.filename, raw[: len(raw) // 2] if "sheet1" in part.filename else raw)
    path.write_bytes(buffer.getvalue())
    assert reading(path).codes == ["unreadable"]
