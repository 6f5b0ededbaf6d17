"""Reads spreadsheets (XLSX): the first row of a sheet names the columns, each further row is a report.

The reader makes room for the whole rectangle a sheet spans, and a file of 5 kB can span 17 thousand million cells; so
the span is looked at first. Older and other formats cannot be looked at that way and are not read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from marsad.errors import Problem
from marsad.reports.broken import BrokenInputError, problem_of, too_long
from marsad.reports.options import ReadOptions
from marsad.reports.report import Report
from marsad.reports.rows import missing_text_column, read_row
from marsad.reports.streams import read_whole

if TYPE_CHECKING:  # loads when a spreadsheet is read
    from python_calamine import CalamineWorkbook

MOST_PACKED = 50_000_000
MOST_UNPACKED = 200_000_000
MOST_CELLS = 5_000_000

_REFERENCE = re.compile(r"([A-Za-z]{0,4})([0-9]{1,9})")


def read_spreadsheet(stream: io.BufferedReader, *, name: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the report of each row of each sheet. Dates in date cells and whole numbers are read as what they are."""
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - loaded when a spreadsheet is read

    raw = read_whole(stream, MOST_PACKED)
    if not raw:
        raise BrokenInputError("empty", "the file is empty")
    _refuse_bomb(raw)
    try:
        workbook = load_workbook(io.BytesIO(raw))
    except (CalamineError, ValueError) as error:
        message = f"this is no readable spreadsheet ({error}); open it and save it again as XLSX or CSV"
        raise BrokenInputError("unreadable", message) from error
    for sheet in workbook.sheet_names:
        where = f"{name} sheet {sheet!r}"
        try:
            rows = _rows(workbook, sheet)
            yield from _sheet(rows, where=where, options=options)
        except (CalamineError, ValueError) as error:
            yield problem_of(error, where=where)


def _rows(workbook: "CalamineWorkbook", sheet: str) -> list[list[object]]:
    return [list(row) for row in workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def _sheet(rows: list[list[object]], *, where: str, options: ReadOptions) -> Iterator[Report | Problem]:
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
    if not filled:
        return
    (_, top), *below = filled
    header = [str(cell) for cell in top]
    missing = missing_text_column(header, where=where, options=options)
    if missing:
        yield missing
        return
    for number, cells in below:
        yield from read_row(dict(zip(header, cells, strict=False)), where=f"{where} row {number}", options=options)


def _refuse_bomb(raw: bytes) -> None:
    """Refuse a file that is no XLSX, that unpacks to something huge, or whose sheets span too many cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith(".xml")]
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise too_long(MOST_UNPACKED, what="the unpacked spreadsheet")
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise BrokenInputError("unreadable", "this is no XLSX spreadsheet; save it again as XLSX or CSV")
            for part in parts:
                with archive.open(part) as stream:
                    _refuse_wide(stream)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        message = f"this is no readable spreadsheet ({error}); open it and save it again as XLSX or CSV"
        raise BrokenInputError("unreadable", message) from error


def _refuse_wide(stream: IO[bytes]) -> None:
    """Refuse a sheet whose outermost cells span more than the bound."""
    from lxml import etree  # noqa: PLC0415 - loaded when a spreadsheet is read

    row, column = 1, 1
    try:
        for _, element in etree.iterparse(stream, tag=("{*}c", "{*}row"), resolve_entities=False, no_network=True):
            found = _REFERENCE.fullmatch(element.get("r", ""))
            if found:
                row, column = max(row, int(found[2])), max(column, _column_number(found[1]))
            element.clear()
    except etree.XMLSyntaxError as error:
        raise BrokenInputError("unreadable", f"the spreadsheet is damaged ({error}); save it again") from error
    if row * column > MOST_CELLS:
        message = f"a sheet spans {row:,} rows and {column:,} columns; remove what stands far outside the table"
        raise BrokenInputError("too_long", message)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
