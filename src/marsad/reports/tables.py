"""Reads tables of reports: JSON Lines, a JSON list, and CSV in the shapes that spreadsheets write it."""

import csv
import io
import json
from collections.abc import Iterator

from marsad.errors import Problem
from marsad.reports.broken import BrokenInputError, LongRowError, problem_of
from marsad.reports.decode import decode
from marsad.reports.options import OWN_FIELDS, ReadOptions
from marsad.reports.report import Report
from marsad.reports.rows import missing_text_column, read_row
from marsad.reports.streams import Lines, read_whole

_DELIMITERS = ",;\t|"


def read_json_lines(stream: io.BufferedReader, *, name: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the report of each line, in order; a broken line is a problem, and the next line is read."""
    lines = Lines(stream, options)
    if lines.guessed:
        yield _guessed(lines.guessed, name)
    rows = 0
    while True:
        try:
            line = next(lines, None)
        except LongRowError as error:
            yield problem_of(error, where=f"{name} line {lines.number}")
            rows += 1
            continue
        if line is None:
            break
        if line.strip().removeprefix("\ufeff"):
            rows += 1
            yield from _json_line(line, where=f"{name} line {lines.number}", lines=lines, options=options)
    if not rows:
        yield _empty(name)


def read_json(stream: io.BufferedReader, *, name: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the reports of a JSON list of objects, or of one object."""
    raw = read_whole(stream, min(options.max_unpacked_bytes, 20 * options.max_bytes))
    decoded = decode(raw, encoding=options.encoding)
    if not decoded.text.strip():
        yield _empty(name)
        return
    rows = _json(decoded.text)
    notes = decoded.problems()
    if isinstance(rows, dict):
        yield from read_row(rows, where=name, options=options, notes=notes)
        return
    for code, message in notes:
        yield Problem(code=code, message=f"{name}: {message}", report=name)
    if not isinstance(rows, list) or not rows:
        raise BrokenInputError("row_broken", "the file holds no list of reports; give a list of objects")
    for number, row in enumerate(rows, 1):
        where = f"{name} item {number}"
        if isinstance(row, dict):
            yield from read_row(row, where=where, options=options)
        else:
            yield problem_of(_no_object(), where=where)


def read_csv(stream: io.BufferedReader, *, name: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the report of each row below the header row, whatever mark parts the columns; a broken row is a problem."""
    csv.field_size_limit(options.max_line)  # the csv module has only this one bound, for the whole process
    lines = Lines(stream, options)
    if lines.guessed:
        yield _guessed(lines.guessed, name)
    first = next((line for line in lines if line.strip("\ufeff \t\r\n,;")), None)
    if first is None:
        yield _empty(name)
        return
    if first.lower().startswith("sep="):  # Excel's own way to name the mark
        first = next(lines, "")
    first = first.removeprefix("\ufeff")
    delimiter = _delimiter(first, options)
    header = next(csv.reader([first], delimiter=delimiter))
    missing = missing_text_column(header, where=name, options=options)
    if missing:
        yield missing
        return
    yield from _csv_rows(lines, header, delimiter, name=name, options=options)


def _csv_rows(
    lines: Lines, header: list[str], delimiter: str, *, name: str, options: ReadOptions
) -> Iterator[Report | Problem]:
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        where = f"{name} line {lines.number + 1}"
        try:
            cells = next(rows, None)
        except LongRowError as error:
            yield problem_of(error, where=where)
            continue
        except csv.Error as error:
            message = f"the row cannot be read ({error}); look for a quotation mark that is not closed"
            yield problem_of(BrokenInputError("row_broken", message), where=where)
            continue
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        notes = _cells_beyond(header, cells) + _broken(lines)
        yield from read_row(dict(zip(header, cells, strict=False)), where=where, options=options, notes=notes)


def _json_line(line: str, *, where: str, lines: Lines, options: ReadOptions) -> Iterator[Report | Problem]:
    try:
        row = _json(line)
    except BrokenInputError as error:
        yield problem_of(error, where=where)
        return
    if isinstance(row, dict):
        yield from read_row(row, where=where, options=options, notes=_broken(lines))
    else:
        yield problem_of(_no_object(), where=where)


def _json(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        message = f"this is no valid JSON ({error}); one report a line belongs in a file named .jsonl"
        raise BrokenInputError("row_broken", message) from error


def _delimiter(header: str, options: ReadOptions) -> str:
    """Return the mark that gives the header the most columns marsad knows, then the most columns."""
    wanted = {options.column(own_field).strip().casefold() for own_field in OWN_FIELDS}

    def known(mark: str) -> tuple[int, int]:
        columns = [column.strip().casefold() for column in next(csv.reader([header], delimiter=mark))]
        return len(wanted.intersection(columns)), len(columns)

    return max(_DELIMITERS, key=known)


def _cells_beyond(header: list[str], cells: list[str]) -> tuple[tuple[str, str], ...]:
    if len(cells) <= len(header):
        return ()
    message = f"the row has {len(cells)} cells but the header {len(header)}; the last ones are left out"
    return (("row_uneven", message),)


def _broken(lines: Lines) -> tuple[tuple[str, str], ...]:
    broken = lines.take_broken()
    if not broken:
        return ()
    return (("bytes_replaced", f"{broken} bytes are no valid text and stand as U+FFFD; give --encoding"),)


def _guessed(encoding: str, name: str) -> Problem:
    message = f"{name}: the encoding is not stated and was guessed as {encoding}; give --encoding if it is another"
    return Problem(code="encoding_guessed", message=message, report=name)


def _no_object() -> BrokenInputError:
    return BrokenInputError("row_broken", 'a report is a JSON object such as {"text": "..."}; this is none')


def _empty(name: str) -> Problem:
    return Problem(code="empty", message=f"{name}: the file is empty", report=name)
