"""A store examined: what is no longer as it was written, and which claim rests on no words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select, text

from marsad.errors import MarsadError
from marsad.incidents.codec import decode
from marsad.incidents.evidence import evidence_in
from marsad.incidents.judgement import judgement_id
from marsad.reports.report import Report
from marsad.store.loading import PAGE, assembled, bodies_of, with_reports
from marsad.store.log import BEGINNING, seal
from marsad.store.rows import Row, content_hash, judgement_of, rows_of
from marsad.store.schema import PARTS, change_log, judgement, metadata, permit, reading, report, tombstone

ADVICE = "put a backup in its place, or find out who changed the file"


def findings(connection: Connection) -> Iterator[str]:
    """Yield in plain words what is not as it was written, each with what to do."""
    for look in (_damage, _guards, _reports, _readings, _judgements, _log, _missing):
        for found in look(connection):
            yield f"{found}; {ADVICE}"


def _damage(connection: Connection) -> Iterator[str]:
    """Yield what SQLite itself finds: pages that do not fit, rows that point at nothing."""
    for (told,) in connection.execute(text("PRAGMA integrity_check")).all():
        if told != "ok":
            yield f"the file is damaged: {told}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")).all():
        yield f"row {row} of {table} belongs to a {parent} that is not there"


def _guards(connection: Connection) -> Iterator[str]:
    """Yield what lacks of the triggers that keep the store append-only, and a permit that lifts them."""
    named = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    there = set(named.scalars())
    for table in sorted(set(metadata.tables) - {permit.name}):
        for event in ("update", "delete"):
            if f"{table}_no_{event}" not in there:
                yield f"the guard against {event} of {table} was taken away"
    for left in connection.execute(select(permit.c.report_id)).scalars():
        yield f"a permit to erase report {left} was left behind"


def _reports(connection: Connection) -> Iterator[str]:
    """Yield reports whose text or name is not the one their digests were made of."""
    for row in connection.execute(select(report).order_by(report.c.id)).mappings():
        try:
            held = decode(Report, dict(row))
        except MarsadError as wrong:
            yield f"report {row['id']} was changed: {wrong}"
            continue
        named = replace(held, id="").id
        if named != held.id:
            yield f"report {held.id} was changed: its publisher, day, title and text now make {named}"


def _readings(connection: Connection) -> Iterator[str]:
    """Yield readings whose content, columns or words are not what their reader wrote."""
    after = 0
    while True:
        query = with_reports().add_columns(reading.c.seq).where(reading.c.seq > after).order_by(reading.c.seq)
        page = connection.execute(query.limit(PAGE)).mappings().all()
        bodies = bodies_of(connection, [row["reading_id"] for row in page])
        for row in page:
            yield from _reading(connection, row, bodies[row["reading_id"]])
        if len(page) < PAGE:
            return
        after = page[-1]["seq"]


def _reading(connection: Connection, row: Row, bodies: Mapping[str, list[str]]) -> Iterator[str]:
    name, whose = row["reading_id"], row["id"]
    try:
        record = assembled(row, bodies)
        rows = rows_of(record)
    except (MarsadError, ValueError) as wrong:
        yield f"reading {name} of report {whose} makes no record any more: {wrong}"
        return
    for evidence in evidence_in((record.claims, record.incidents)):
        if not record.report.supports(evidence):
            yield f"report {whose} does not say {evidence.quote!r:.80} at {evidence.start}-{evidence.end}"
    if rows.reading["id"] != name:
        yield f"reading {name} of report {whose} was changed: what it holds now makes {rows.reading['id']}"
        return
    for part, table in PARTS.items():
        query = select(table).where(table.c.reading_id == name).order_by(table.c.position)
        for made, held in zip(rows.parts[part], connection.execute(query).mappings(), strict=True):
            changed = [column for column in made if made[column] != held[column]]
            if changed:
                subject = held.get("id", held["position"])
                yield f"{table.name} {subject} of report {whose} was changed in {', '.join(changed)}"


def _judgements(connection: Connection) -> Iterator[str]:
    """Yield judgements out of their chain, or saying something else than when they were made."""
    previous = None
    for row in connection.execute(select(judgement).order_by(judgement.c.seq)).mappings():
        if row["previous"] != previous:
            yield f"judgement {row['id']} was made after {row['previous'] or 'none'}, not after {previous or 'none'}"
        if judgement_id(row["previous"], row["content"]) != row["id"]:
            yield f"judgement {row['id']} was changed: its name is not made of its content"
        elif not row["erased"] and _content(row) != row["content"]:
            yield f"judgement {row['id']} was changed: it says something else than when it was made"
        previous = row["id"]


def _content(row: Row) -> str | None:
    try:
        return judgement_of(row).content
    except ValueError:
        return None


def _log(connection: Connection) -> Iterator[str]:
    """Yield lines of the log that do not follow the line before."""
    previous, number = BEGINNING, 0
    for row in connection.execute(select(change_log).order_by(change_log.c.seq)).mappings():
        number += 1
        if row["seq"] != number:
            yield f"line {number} of the log is missing"
            number = row["seq"]
        if row["previous_hash"] != previous or seal(previous, row["what"], row["id"], row["content"]) != row["hash"]:
            yield f"line {number} of the log ({row['what']} {row['id']}) does not follow the line before"
        previous = row["hash"]


def _missing(connection: Connection) -> Iterator[str]:
    """Yield what the log tells of and is not there, and what is there and the log does not tell of."""
    told = {(row.what, row.id, row.content) for row in connection.execute(select(change_log))}
    held = set(_held(connection))
    gone = {name for what, name, _ in held if what == "forget"}
    for what, name, content in sorted(held - told):
        yield f"the log knows nothing of this {what} of {name} ({content[:16]})"
    for what, name, content in sorted(told - held):
        if what not in {"report", "reading"} or name not in gone:
            yield f"the {what} of {name} that the log tells of ({content[:16]}) is not there or was changed"


def _held(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield what the store holds, as the log would tell of it."""
    for row in connection.execute(select(report)).mappings():
        yield "report", row["id"], content_hash(dict(row))
    for name, whose in connection.execute(select(reading.c.id, reading.c.report_id)):
        yield "reading", whose, name
    for name, content in connection.execute(select(judgement.c.id, judgement.c.content)):
        yield "judgement", name, content
    graves = select(tombstone.c.report_id, tombstone.c.at, tombstone.c.by, tombstone.c.reason)
    for row in connection.execute(graves).mappings():
        yield "forget", row["report_id"], content_hash(dict(row))
