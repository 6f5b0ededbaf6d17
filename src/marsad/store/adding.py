"""Additions to a store, each with its line in the log, inside the transaction that the caller holds."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select

from marsad.errors import StoreError
from marsad.incidents.judgement import Judgement
from marsad.store.log import write_line
from marsad.store.rows import Rows, content_hash, judgement_row
from marsad.store.schema import PARTS, judgement, reading, report, tombstone
from marsad.store.store import Tombstone


def add_rows(connection: Connection, rows: Rows) -> bool:
    """Add a record; False where this reading is there already or its report was forgotten."""
    name = rows.report["id"]
    if _has(connection, reading.c.id == rows.reading["id"]) or _has(connection, tombstone.c.report_id == name):
        return False
    held = connection.execute(select(report.c.text_sha256).where(report.c.id == name)).scalar()
    if held is None:
        connection.execute(insert(report), [dict(rows.report)])
        write_line(connection, "report", name, content_hash(dict(rows.report)))
    elif held != rows.report["text_sha256"]:
        raise StoreError(f"report {name} is in the store with another text; let the id be made from the text")
    connection.execute(insert(reading), [dict(rows.reading)])
    for part, table in PARTS.items():
        if rows.parts[part]:
            connection.execute(insert(table), [dict(row) for row in rows.parts[part]])
    write_line(connection, "reading", name, rows.reading["id"])
    return True


def add_judgement(connection: Connection, made: Judgement) -> bool:
    """Add a judgement; False where it is there already, StoreError where another one came in between."""
    if _has(connection, judgement.c.id == made.id):
        return False
    last = last_judgement(connection)
    if made.previous != last:
        raise StoreError(
            f"judgement {made.id} was made after {made.previous or 'none'}, but the last one is {last or 'none'};"
            " look at what was judged since, and make it again after that"
        )
    row = judgement_row(made)
    connection.execute(insert(judgement), [dict(row)])
    write_line(connection, "judgement", made.id, row["content"])
    return True


def add_tombstone(connection: Connection, grave: Tombstone) -> None:
    """Add the mark that a report was forgotten."""
    row = {"report_id": grave.report, "at": grave.at, "by": grave.by, "reason": grave.reason}
    connection.execute(insert(tombstone), [row])
    write_line(connection, "forget", grave.report, content_hash(row))


def last_judgement(connection: Connection) -> str | None:
    """Return the id of the newest judgement, None where there is none."""
    return connection.execute(select(judgement.c.id).order_by(judgement.c.seq.desc()).limit(1)).scalar()


def _has(connection: Connection, condition: ColumnElement[Any]) -> bool:
    return connection.execute(select(1).where(condition)).first() is not None
