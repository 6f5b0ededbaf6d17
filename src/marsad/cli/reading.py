"""``marsad read``: reports in, records out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

import marsad
from marsad.cli.app import FAILED, PARTLY
from marsad.cli.console import say, show, table, tell_problems, tracked, write
from marsad.cli.options import Formatted, OutputFormat, Places, day, fields, gazetteer
from marsad.errors import NotFoundError, Problem
from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.plugins import extractor
from marsad.reports.options import Format, ReadOptions

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, addresses (https://…), or - for standard input.")
]
Reader = Annotated[str, typer.Option("--reader", metavar="NAME", help="Which reader reads them.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DAY", help="The day the reports appeared, YYYY-MM-DD, where they do not say."),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published them, where they do not say.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Their language (en, ar …), where they do not say.")
]
Field = Annotated[
    list[str],
    typer.Option("--field", metavar="FIELD=COLUMN", help="A column of your table: text=body. Repeat for others."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="How their letters are stored; found out if not given.")
]
ReadAs = Annotated[Format | None, typer.Option("--read-as", help="Take files for this, whatever their names say.")]
MaxBytes = Annotated[int, typer.Option("--max-bytes", metavar="NUMBER", min=1, help="The longest text of one report.")]
Store = Annotated[
    Path | None, typer.Option("--db", metavar="FILE", envvar="MARSAD_DB", help="Keep what was read in this store.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not write the records, only how it went.")]
LONGEST_TEXT = ReadOptions().max_bytes


@dataclass(slots=True)
class _Course:
    """How a reading goes: what was read, what is new to the store, what could not be read."""

    read: int = 0
    new: int = 0
    noted: int = 0
    lost: list[Problem] = field(default_factory=list)

    def told(self, store: Path | None) -> str:
        """Return in one line how it went."""
        parts = [f"{self.read:,} {'report' if self.read == 1 else 'reports'} read"]
        if store is not None:
            parts.append(f"{self.new:,} new in {store}")
        if self.noted:
            parts.append(
                f"{self.noted:,} with problems, noted in {'its record' if self.noted == 1 else 'their records'}"
            )
        if self.lost:
            parts.append(f"{len(self.lost):,} could not be")
        return ", ".join(parts)


def read(  # noqa: PLR0917 - the options of a command line, given by name
    sources: Sources,
    reader: Reader = "rules",
    published: Published = None,
    publisher: Publisher = None,
    language: Language = None,
    field: Field = [],  # noqa: B006 - typer makes a new list for each call
    encoding: Encoding = None,
    read_as: ReadAs = None,
    max_bytes: MaxBytes = LONGEST_TEXT,
    places: Places = None,
    db: Store = None,
    output: Formatted = OutputFormat.TABLE,
    quiet: Quiet = False,  # noqa: FBT002 - an option, given by name
) -> None:
    """Read reports: what happened, where, when, how many were harmed, and who says so, each with its very words.

    Results go to standard output, progress and messages to standard error. The exit code is 3 where some reports
    could not be read, and 1 where none could.
    """
    options = ReadOptions(
        publisher=publisher,
        published=day(published),
        language=language,
        fields=fields(field),
        encoding=encoding,
        format=read_as,
        max_bytes=max_bytes,
    )
    pipeline = Pipeline.of(_reader(reader), gazetteer=gazetteer(places))
    course = _Course()
    records = marsad.read_reports(*sources, options=options, pipeline=pipeline, on_problem=course.lost.append)
    _write(_followed(tracked(records, "reading reports"), db, course), None if quiet else output)
    tell_problems(course.lost)
    say(course.told(db))
    if course.lost:
        raise typer.Exit(PARTLY if course.read else FAILED)


def _reader(name: str) -> Any:  # noqa: ANN401 - what a plug-in offers
    try:
        return extractor(name)
    except NotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--reader") from None


def _followed(records: Iterable[Record], path: Path | None, course: _Course) -> Iterator[Record]:
    """Yield records after keeping them, where a store is given, and take note of how it goes.

    Each is kept by itself, so that whatever stops the rest takes away nothing.
    """
    for record, new in _stored(records, path):
        failed = [problem for problem in record.problems if problem.code == "reader_failed"]
        course.read += not failed
        course.new += new
        course.noted += bool(record.problems)
        course.lost += failed
        yield record


def _stored(records: Iterable[Record], path: Path | None) -> Iterator[tuple[Record, bool]]:
    if path is None:
        yield from ((record, False) for record in records)
        return
    from marsad.store.sqlite import SqliteStore  # noqa: PLC0415 - SQLAlchemy is slow to load

    with SqliteStore(path) as store:
        for record in records:
            yield record, store.add_record(record)


def _write(records: Iterable[Record], output: OutputFormat | None) -> None:
    """Write records as they come; None writes nothing."""
    if output is OutputFormat.CSV:
        from marsad.publish.tables import claims_csv  # noqa: PLC0415 - only the form that is asked for is loaded

        with table() as out:
            claims_csv(records, out)
        return
    for record in records:
        if output is OutputFormat.JSON:
            write(json.dumps(record.to_dict(), ensure_ascii=False, separators=(",", ":")))
        elif output is OutputFormat.TABLE:
            from marsad.publish.terminal import record_view  # noqa: PLC0415 - the same

            show(record_view(record), "")
