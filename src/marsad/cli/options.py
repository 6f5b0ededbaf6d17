"""Options that several commands share, and what a person may write for them."""

import csv
import sqlite3
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.errors import UnreadableError

if TYPE_CHECKING:
    from marsad.places.gazetteer import Gazetteer

DEFAULT_STORE = Path("marsad.db")


class OutputFormat(StrEnum):
    """How a command writes what it found."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Database = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="MARSAD_DB", help="The store: one file.")]
Formatted = Annotated[OutputFormat, typer.Option("--format", "-f", help="Write for people, as JSON lines or as CSV.")]
Places = Annotated[
    Path | None,
    typer.Option(
        "--places", metavar="FILE", help="Your own list of places (CSV); its names come before the gazetteer's."
    ),
]
Because = Annotated[str, typer.Option("--because", metavar="WHY", help="Why: it is kept with the judgement.")]
By = Annotated[
    str, typer.Option("--by", metavar="WHO", envvar="MARSAD_BY", help="Who decides: it is kept with the judgement.")
]


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
    from marsad.reports.options import OWN_FIELDS  # noqa: PLC0415 - loads the fetcher

    table: dict[str, str] = {}
    for pair in pairs:
        own, _, column = (part.strip() for part in pair.partition("="))
        if own not in OWN_FIELDS or not column:
            message = f"{pair!r} names no column: write FIELD=COLUMN, the field one of {', '.join(OWN_FIELDS)}"
            raise typer.BadParameter(message, param_hint="--field")
        table[own] = column
    return table


def gazetteer(path: Path | None) -> "Gazetteer":
    """Return marsad's gazetteer, behind the user's own list of places where one is given."""
    from marsad.places.gazetteer import Gazetteer  # noqa: PLC0415 - not every command needs places

    if path is None:
        return Gazetteer.default()
    try:
        own = Gazetteer.from_csv(path)
    except (OSError, UnicodeDecodeError, csv.Error, sqlite3.DatabaseError) as error:
        raise UnreadableError(f"the list of places {path} cannot be read ({error}); save it as CSV in UTF-8") from error
    return Gazetteer.join(own, Gazetteer.default())
