"""A store examined: is everything in it still what was written, and does every claim stand on its report's words?"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, Table, select, text

from marsad.errors import MarsadError
from marsad.incidents.judgement import judgement_id
from marsad.incidents.record import Record
from marsad.incidents.shape import Recorded
from marsad.reports.report import Report
from marsad.store.loading import assembled, bodies_of, with_reports
from marsad.store.log import BEGINNING, seal
from marsad.store.rows import content_hash, judgement_of, rows_of
from marsad.store.schema import PARTS, change_log, judgement, metadata, permit, reading, report, tombstone
from marsad.text.span import Evidence

ADVICE = "put a backup in its place, or find out who changed the file"
_TRIGGERED = frozenset(metadata.tables) - {permit.name}


def findings(connection: Connection) -> Iterator[str]:
    """Yield in plain words what is not as it was written."""
    damage = tuple(_damage(connection))
    yield from damage
    yield from _guards(connection)
    yield from _reports(connection)
    yield from _readings(connection)
    yield from _judgements(connection)
    yield from _log(connection)
    yield from _accounted(connection)


def _damage(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds: pages that do not fit, rows that point at nothing."""
    for (told,) in connection.execute(text("PRAGMA integrity_check")):
        if told != "ok":
            yield f"the file is damaged: {told}; {ADVICE}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} belongs to a {parent} that is not there; {ADVICE}"


def _guards(connection: Connection) -> Iterator[str]:
    """The triggers that keep the store append-only, and the permit that lifts them."""
    named = select(text("name FROM sqlite_master WHERE type = 'trigger'"))
    there = set(connection.execute(named).scalars())
    for table in sorted(_TRIGGERED):
        for event in ("update", "delete"):
            if f"{table}_no_{event}" not in there:
                yield f"the guard against {event} of {table} was taken away; {ADVICE}"
    for left in connection.execute(select(permit.c.report_id)).scalars():
        yield f"a permit to erase report {left} was left behind; {ADVICE}"


def _reports(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(report).order_by(report.c.id)).mappings():
        held = Report(**{each.name: row[each.name] for each in fields(Report) if each.name not in {"id", "published"}})
        if held.text_sha256 != row["text_sha256"]:
            yield f"the text of report {row['id']} was changed: it no longer has the digest it came with; {ADVICE}"
