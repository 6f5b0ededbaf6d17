"""A report forgotten: its rows and everything that carries its words, erased from the file's very bytes.

The rows of a report may be deleted only while ``permit`` names it; the permit is written and taken back within the
one transaction. SQLite overwrites erased pages with zeros (``secure_delete``); ``scrub`` then empties the write-ahead
log, where older pages may still stand, and builds the file anew. Copies elsewhere (backups, file system snapshots,
worn blocks of a disk) are out of its reach.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, update

from marsad.errors import NotFoundError, StoreError
from marsad.incidents.judgement import Action, Judgement
from marsad.store.adding import add_judgement, add_tombstone, last_judgement
from marsad.store.loading import load_judgements, load_tombstones
from marsad.store.schema import PARTS, claim, incident_of_report, judgement, permit, reading, report
from marsad.store.store import Tombstone

# Words in a row that a judgement must share with a forgotten report to be taken as quoting it.
SHARED_WORDS = 4


def erase(connection: Connection, grave: Tombstone) -> Tombstone:
    """Delete a report and blank the judgements about it; return its tombstone, the old one where it has one."""
    for older in load_tombstones(connection):
        if older.report == grave.report:
            return older
    text = connection.execute(select(report.c.title, report.c.text).where(report.c.id == grave.report)).first()
    if text is None:
        raise NotFoundError(f"there is no report {grave.report} to forget; look for its id among the reports")
    connection.execute(insert(permit), [{"report_id": grave.report}])
    _blank_judgements(connection, grave.report, f"{text.title or ''}\n{text.text}")
    for table in PARTS.values():
        connection.execute(delete(table).where(table.c.report_id == grave.report))
    connection.execute(delete(reading).where(reading.c.report_id == grave.report))
    connection.execute(delete(report).where(report.c.id == grave.report))
    connection.execute(delete(permit))
    last = last_judgement(connection)
    decided = Judgement(
        action=Action.FORGET, left=grave.report, by=grave.by, at=grave.at, reason=grave.reason, previous=last
    )
    add_judgement(connection, decided)
    add_tombstone(connection, grave)
    return grave


def scrub(engine: Engine, path: Path) -> None:
    """Rewrite the file and empty its write-ahead log, so that nothing erased is left in either."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        for step in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            cursor.execute(step)
            blocked = cursor.fetchone()
        if blocked and blocked[0]:
            raise StoreError(
                f"the report is forgotten, but another program reads the store {path} and keeps old bytes in"
                f" {path.name}-wal; close that program and forget the report again"
            )
    finally:
        raw.close()


def _blank_judgements(connection: Connection, report_id: str, text: str) -> None:
    """Take value and reason out of every judgement about the report, or that repeats a few of its words."""
    names = _names(connection, report_id)
    runs = _runs(text)
    for made in load_judgements(connection):
        told = f"{made.value or ''} {made.reason}"
        about = made.left in names or made.right in names or any(name in told for name in names)
        if about or runs & _runs(told):
            blank = {"value": None, "reason": "", "erased": 1}
            connection.execute(update(judgement).where(judgement.c.id == made.id).values(blank))


def _names(connection: Connection, report_id: str) -> frozenset[str]:
    """Return the ids of the report, its readings, claims and incidents."""
    found = {report_id, *connection.execute(select(reading.c.id).where(reading.c.report_id == report_id)).scalars()}
    for table in (claim, incident_of_report):
        found.update(connection.execute(select(table.c.id).where(table.c.report_id == report_id)).scalars())
    return frozenset(found)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of a few words, letters and digits only, so that quote marks and JSON do not hide them."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return frozenset(zip(*(words[start:] for start in range(SHARED_WORDS)), strict=False))
