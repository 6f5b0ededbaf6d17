"""``marsad page``: everything on one page that opens anywhere, without a network."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.console import say
from marsad.cli.options import DEFAULT_STORE, Database
from marsad.cli.stores import existing
from marsad.errors import MarsadError
from marsad.publish.page import page as rendered
from marsad.store.gathered import gathered

Out = Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the page.")]
Title = Annotated[str, typer.Option("--title", metavar="WORDS", help="What the page is called.")]


def page(db: Database = DEFAULT_STORE, out: Out = Path("marsad.html"), title: Title = "Incidents") -> None:
    """Write all incidents of a store as one HTML page that needs nothing else: map, timeline, tolls, the very words."""
    with existing(db) as store:
        merged = gathered(store)
        reports = {report.id: report for report in store.reports()}
    html = rendered(merged, reports, title=title)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(html, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise MarsadError(f"cannot write {out} ({error.strerror}); choose another place with --out") from error
    say(f"{len(merged)} {'incident' if len(merged) == 1 else 'incidents'} on {out}")
