"""``marsad read``: reports in, records out."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.app import FAILED, PARTLY
from marsad.cli.console import say, show, tell_problems, tracked, write
from marsad.cli.options import Formatted, OutputFormat, Places, day, fields
from marsad.errors import Problem
from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.plugins import extractor
from marsad.publish.tables import claims_csv
from marsad.publish.terminal import record_view
from marsad.reports.options import ReadOptions
from marsad.reports.read import read_reports
from marsad.reports.report import Report
from marsad.store.open import open_store

Sources = Annotated[list[str], typer.Argument(help="Files, folders, addresses (https://…), or - for standard input.")]
Reader = Annotated[str, typer.Option("--reader", help="Which reader: rules.")]
Published = Annotated[
    str | None, typer.Option("--published", help="The day the reports appeared, YYYY-MM-DD, where they do not say.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Who published them, where they do not say.")]
Field = Annotated[list[str], typer.Option("--field", help="A column of your table: text=body. Repeat for others.")]
Store = Annotated[Path | None, typer.Option("--db", envvar="MARSAD_DB", help="Keep what was read in this store.")]


def read(
    sources: Sources,
    reader: Reader = "rules",
    published: Published = None,
    publisher: Publisher = None,
    field: Field = [],  # noqa: B006 - typer makes a new list for each call
    places: Places = None,
    db: Store = None,
    output: Formatted = OutputFormat.TABLE,
) -> None:
    """Read reports: what happened, where, when, how many were harmed, and who says so, each with its very words.

    Results go to standard output, progress and messages to standard error. The exit code is 3 where some reports
    could not be read, and 1 where none could.
    """
    options = ReadOptions(publisher=publisher, published=day(published), fields=fields(field))
    pipeline = Pipeline.of(extractor(reader), places=places)
    problems: list[Problem] = []
    records = pipeline.read(_reports(sources, options, problems))
    followed = tracked(records, "reading reports")
    count = _write(_stored(followed, db), output)
    tell_problems(problems)
    lost = [problem for problem in problems if not problem.report.startswith("rep_")]
    say(f"{count} {'report' if count == 1 else 'reports'} read" + (f", {len(lost)} could not be" if lost else ""))
    if lost:
        raise typer.Exit(PARTLY if count else FAILED)


def _reports(sources: Iterable[str], options: ReadOptions, problems: list[Problem]) -> Iterator[Report]:
    for source in sources:
        for item in read_reports(source, options=options):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield item


def _stored(records: Iterable[Record], path: Path | None) -> Iterator[Record]:
    """Yield records after keeping them, where a store is given."""
    if path is None:
        yield from records
        return
    with open_store(path) as store, store.writing():
        for record in records:
            store.add_record(record)
            yield record


def _write(records: Iterable[Record], output: OutputFormat) -> int:
    """Write records as they come and return how many there were."""
    count = 0
    if output is OutputFormat.CSV:
        kept = list(records)
        claims_csv(kept, sys.stdout)
        return len(kept)
    for record in records:
        count += 1
        if output is OutputFormat.JSON:
            write(json.dumps(record.to_dict(), ensure_ascii=False, separators=(",", ":")))
        else:
            show(record_view(record))
    return count
