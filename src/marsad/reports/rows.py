"""Turns one row of a table into a report: which column is which, and what cells may hold."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from marsad.errors import Problem
from marsad.reports.draft import LONGEST_FIELD, Draft, finish
from marsad.reports.options import OWN_FIELDS, ReadOptions
from marsad.reports.report import Report

_MOST_COLUMNS_NAMED = 12


def read_row(
    row: Mapping[str, object], *, where: str, options: ReadOptions, notes: tuple[tuple[str, str], ...] = ()
) -> Iterator[Report | Problem]:
    """Yield the report of one row, its problems first; ``row`` maps column names to cells, ``where`` names the row."""
    cells = {own_field: _cell(row, options.column(own_field)) for own_field in OWN_FIELDS}
    text = _words(cells["text"])
    if text is None or not text.strip():
        yield _without_text(row, where, options.column("text"))
        return
    unread = tuple(
        ("column_unreadable", f"column {options.column(own_field)!r} holds neither words nor a number and is left out")
        for own_field, cell in cells.items()
        if isinstance(cell, list | dict)
    )
    draft = Draft(
        where=where,
        text=text,
        title=_words(cells["title"]),
        publisher=_words(cells["publisher"]),
        published=_day(cells["published"]),
        url=_words(cells["url"]),
        language=_words(cells["language"]),
        external_id=_words(cells["id"]),
        notes=(*notes, *unread),
    )
    yield from finish(draft, options)


def missing_text_column(columns: list[str], *, where: str, options: ReadOptions) -> Problem | None:
    """Return the problem of a table that has no column for the text, or None where it has one."""
    wanted = options.column("text")
    if any(_same(column, wanted) for column in columns):
        return None
    message = f"{where}: no column is named {wanted!r}; {_columns(columns)}; name the column with --field text=COLUMN"
    return Problem(code="column_missing", message=message, report=where)


def _without_text(row: Mapping[str, object], where: str, column: str) -> Problem:
    if any(_same(name, column) for name in row):
        message = f"{where}: column {column!r} holds no text; the row is left out"
    else:
        message = f"{where}: there is no column {column!r}; {_columns(list(row))}; name it with --field text=COLUMN"
    return Problem(code="empty", message=message, report=where)


def _columns(columns: list[str]) -> str:
    named = ", ".join(repr(column[:40]) for column in columns[:_MOST_COLUMNS_NAMED])
    return f"the columns are {named}" if named else "it has no columns"


def _cell(row: Mapping[str, object], column: str) -> object:
    """Return a cell by its column's name: the exact name, else the first that differs only in case and spaces."""
    if column in row:
        return row[column]
    return next((cell for name, cell in row.items() if _same(name, column)), None)


def _same(name: str, column: str) -> bool:
    return name.strip().casefold() == column.strip().casefold()


def _words(cell: object) -> str | None:
    """Return a cell as words; a whole number loses the ".0" that spreadsheets give it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return None


def _day(cell: object) -> date | str | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    words = _words(cell)
    return words[:LONGEST_FIELD] if words else None
