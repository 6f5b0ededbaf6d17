"""What a store holds, fetched a page at a time and made into the record's types."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Select, func, select

from marsad.incidents.codec import decode
from marsad.incidents.judgement import Judgement
from marsad.incidents.record import Record
from marsad.incidents.shape import REPORT_KEYS
from marsad.reports.report import Report
from marsad.store.rows import Row, judgement_of, record_of
from marsad.store.schema import PARTS, judgement, reading, report, tombstone
from marsad.store.store import Tombstone

# Reports fetched at once: enough to be quick, few enough that a store of any size fits in memory.
PAGE = 200


def load_reports(connection: Connection, after: str) -> tuple[Report, ...]:
    """Return the next page of reports, in the order of their ids."""
    query = select(report).where(report.c.id > after).order_by(report.c.id).limit(PAGE)
    return tuple(decode(Report, dict(row)) for row in connection.execute(query).mappings())


def load_latest(connection: Connection, after: str) -> tuple[Record, ...]:
    """Return the latest readings of the next page of reports, in the order of the reports' ids."""
    return load(connection, _latest().where(report.c.id > after).order_by(report.c.id).limit(PAGE))


def load_one(connection: Connection, report_id: str) -> Record | None:
    """Return the latest reading of a report, None where it is not there."""
    return next(iter(load(connection, _latest().where(report.c.id == report_id))), None)


def with_reports() -> Select[tuple[object, ...]]:
    """Return the query for every reading with its report."""
    return select(
        report, reading.c.id.label("reading_id"), reading.c.reader, reading.c.version, reading.c.weights
    ).join(reading, reading.c.report_id == report.c.id)


def load(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Record, ...]:
    """Return the records of the readings that a ``with_reports`` query finds."""
    found = connection.execute(query).mappings().all()
    bodies = bodies_of(connection, [row["reading_id"] for row in found])
    return tuple(assembled(row, bodies[row["reading_id"]]) for row in found)


def assembled(row: Row, bodies: Mapping[str, list[str]]) -> Record:
    """Return the record of one row of ``with_reports`` and the bodies of its reading."""
    return record_of({key: row[key] for key in REPORT_KEYS}, row, bodies)


def bodies_of(connection: Connection, readings: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Return the bodies of claims, incidents and problems of these readings, in their order."""
    bodies: dict[str, dict[str, list[str]]] = {name: {part: [] for part in PARTS} for name in readings}
    for part, table in PARTS.items():
        query = (
            select(table.c.reading_id, table.c.body)
            .where(table.c.reading_id.in_(list(bodies)))
            .order_by(table.c.reading_id, table.c.position)
        )
        for reading_id, body in connection.execute(query):
            bodies[reading_id][part].append(body)
    return bodies


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return every judgement, in the order they were made."""
    rows = connection.execute(select(judgement).order_by(judgement.c.seq)).mappings()
    return tuple(judgement_of(row) for row in rows)


def load_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Return what was forgotten, in the order it was."""
    rows = connection.execute(select(tombstone).order_by(tombstone.c.seq))
    return tuple(Tombstone(report=row.report_id, at=row.at, by=row.by, reason=row.reason) for row in rows)


def _latest() -> Select[tuple[object, ...]]:
    newest = select(func.max(reading.c.seq)).where(reading.c.report_id == report.c.id).correlate(report)
    return with_reports().where(reading.c.seq == newest.scalar_subquery())
