"""``marsad store check``: whether a store is whole and unaltered."""

from enum import StrEnum
from typing import Annotated

import typer

from marsad.cli.app import FAILED
from marsad.cli.console import say
from marsad.cli.options import DEFAULT_STORE, Database
from marsad.cli.stores import existing


class Task(StrEnum):
    """What can be done with a store as a whole."""

    CHECK = "check"


What = Annotated[Task, typer.Argument(metavar="check", help="The one thing to do: check.")]


def store(what: What, db: Database = DEFAULT_STORE) -> None:  # noqa: ARG001 - there is only one task, and it is named
    """Check a store: every id and hash, every quote against its report, the log's chain, the file itself."""
    with existing(db) as opened:
        findings = opened.check()
    for finding in findings:
        say(finding)
    if findings:
        say(f"{len(findings)} {'thing is' if len(findings) == 1 else 'things are'} wrong with {db}")
        raise typer.Exit(FAILED)
    say(f"{db} is whole: ids, quotes, log and file all hold")
