"""``marsad store check``: whether a store is whole and unaltered."""

from typing import Annotated

import typer

from marsad.cli.app import FAILED
from marsad.cli.console import say
from marsad.cli.options import DEFAULT_STORE, Database
from marsad.store.sqlite import existing

What = Annotated[str, typer.Argument(metavar="check", help="The one thing to do: check.")]


def store(what: What = "check", db: Database = DEFAULT_STORE) -> None:
    """Check a store: every id and hash, every quote against its report, the log's chain, the file itself."""
    if what != "check":
        raise typer.BadParameter(f"{what!r} is nothing a store can do; write: marsad store check")
    with existing(db) as opened:
        findings = opened.check()
    for finding in findings:
        say(finding)
    if findings:
        say(f"{len(findings)} things are wrong with {db}: restore it from a copy")
        raise typer.Exit(FAILED)
    say(f"{db} is whole: ids, quotes, log and file all hold")
