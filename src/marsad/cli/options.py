"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("marsad.db")


class OutputFormat(StrEnum):
    """How a command writes what it found."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Database = Annotated[
    Path, typer.Option("--db", envvar="MARSAD_DB", help="The store: one file, made when it is not there.")
]
Formatted = Annotated[OutputFormat, typer.Option("--format", "-f", help="Write a table, JSON or CSV.")]
Places = Annotated[
    Path | None, typer.Option("--places", help="Your own list of places (CSV); its names come before the gazetteer's.")
]
Because = Annotated[str, typer.Option("--because", help="Why: it is kept with the judgement.")]
By = Annotated[str, typer.Option("--by", envvar="MARSAD_BY", help="Who decides: it is kept with the judgement.")]


def day(words: str | None) -> date | None:
    """Return an ISO day given on the command line; anything else is refused with the form that is wanted."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"{words!r} is not a day: write it as YYYY-MM-DD, for example 2031-03-05"
        raise typer.BadParameter(message, param_hint="--published") from None


def fields(pairs: list[str]) -> dict[str, str]:
    """Return ``--field text=body`` options as a table from our field to the user's column."""
    table: dict[str, str] = {}
    for pair in pairs:
        own, equals, column = pair.partition("=")
        if not equals or not own or not column:
            message = f"{pair!r} is no column: write OUR_FIELD=YOUR_COLUMN, for example text=body"
            raise typer.BadParameter(message, param_hint="--field")
        table[own.strip()] = column.strip()
    return table
