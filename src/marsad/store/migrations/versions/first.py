"""The first store: reports, readings, claims, incidents, problems, judgements, tombstones and the log."""

from alembic import op
from sqlalchemy import REAL, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text

revision = "0001"
down_revision = None

_APPLICATION = 0x6D727364
_ERASED_BY_PERMIT = ("report", "reading", "claim", "incident_of_report", "problem")
_NEVER_ERASED = ("judgement", "tombstone", "change_log")
_PERMITTED = "NOT EXISTS (SELECT 1 FROM permit WHERE permit.report_id = old.{key})"
_IS_FIXED = ("seq", "id", "previous", "content", "action", "left", "right", "field", "by", "at")


def upgrade() -> None:
    """Make the tables of an empty store, and the triggers that keep them append-only."""
    _reports()
    _claims()
    _incidents()
    _decisions()
    _marks()
    _indexes()
    op.execute(f"PRAGMA application_id = {_APPLICATION}")
    _refuse_changes()
    _refuse_erasing()


def downgrade() -> None:
    """Refuse: a store is never made older, its backup is opened instead."""
    raise NotImplementedError("open a backup of the store with the older marsad")


def _reports() -> None:
    op.create_table(
        "report",
        Column("id", Text, primary_key=True),
        Column("external_id", Text),
        Column("title", Text),
        Column("publisher", Text),
        Column("published", Text),
        Column("url", Text),
        Column("language", Text),
        Column("text_sha256", Text, nullable=False),
        Column("text", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "reading",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("report_id", Text, ForeignKey("report.id"), nullable=False),
        Column("reader", Text, nullable=False),
        Column("version", Text, nullable=False),
        Column("weights", Text),
        sqlite_strict=True,
    )
    op.create_table("permit", Column("report_id", Text, primary_key=True), sqlite_strict=True)


def _claims() -> None:
    op.create_table(
        "claim",
        Column("reading_id", Text, ForeignKey("reading.id"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("report_id", Text, ForeignKey("report.id"), nullable=False),
        Column("incident", Text),
        Column("type", Text, nullable=False),
        Column("event", Text, nullable=False),
        Column("stance", Text, nullable=False),
        Column("harm", Text),
        Column("low", Integer),
        Column("high", Integer),
        Column("words", Text),
        Column("holder", Text),
        Column("scope", Text),
        Column("subset_of", Text),
        Column("quote", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("body", Text, nullable=False),
        PrimaryKeyConstraint("reading_id", "position"),
        sqlite_strict=True,
    )


def _incidents() -> None:
    op.create_table(
        "incident_of_report",
        Column("reading_id", Text, ForeignKey("reading.id"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("report_id", Text, ForeignKey("report.id"), nullable=False),
        Column("kind", Text, nullable=False),
        Column("main", Integer, nullable=False),
        Column("first_day", Text),
        Column("last_day", Text),
        Column("place", Text),
        Column("latitude", REAL),
        Column("longitude", REAL),
        Column("body", Text, nullable=False),
        PrimaryKeyConstraint("reading_id", "position"),
        sqlite_strict=True,
    )
    op.create_table(
        "problem",
        Column("reading_id", Text, ForeignKey("reading.id"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("report_id", Text, ForeignKey("report.id"), nullable=False),
        Column("code", Text, nullable=False),
        Column("message", Text, nullable=False),
        Column("words", Text),
        Column("body", Text, nullable=False),
        PrimaryKeyConstraint("reading_id", "position"),
        sqlite_strict=True,
    )


def _decisions() -> None:
    op.create_table(
        "judgement",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("previous", Text),
        Column("content", Text, nullable=False),
        Column("action", Text, nullable=False),
        Column("left", Text, nullable=False),
        Column("right", Text),
        Column("field", Text),
        Column("value", Text),
        Column("by", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("erased", Integer, nullable=False),
        sqlite_strict=True,
    )


def _marks() -> None:
    op.create_table(
        "tombstone",
        Column("seq", Integer, primary_key=True),
        Column("report_id", Text, nullable=False, unique=True),
        Column("at", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("reason", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "change_log",
        Column("seq", Integer, primary_key=True),
        Column("what", Text, nullable=False),
        Column("id", Text, nullable=False),
        Column("content", Text, nullable=False),
        Column("previous_hash", Text, nullable=False),
        Column("hash", Text, nullable=False, unique=True),
        sqlite_strict=True,
    )


def _indexes() -> None:
    """Make the indexes one by one: beside their tables Alembic would make them in no fixed order."""
    op.create_index("reading_of_report", "reading", ["report_id"])
    op.create_index("claim_of_report", "claim", ["report_id"])
    op.create_index("claim_of_incident", "claim", ["incident"])
    op.create_index("incident_in_report", "incident_of_report", ["report_id"])
    op.create_index("problem_in_report", "problem", ["report_id"])


def _refuse_changes() -> None:
    """Nothing is edited; only the words of a judgement may be blanked, while a permit to forget is there."""
    for table in (*_ERASED_BY_PERMIT, "tombstone", "change_log"):
        _trigger(table, "update", "")
    fixed = " OR ".join(f'new."{column}" IS NOT old."{column}"' for column in _IS_FIXED)
    unpermitted = "NOT EXISTS (SELECT 1 FROM permit)"
    _trigger("judgement", "update", f"WHEN {unpermitted} OR new.erased IS NOT 1 OR {fixed}")


def _refuse_erasing() -> None:
    for table in _NEVER_ERASED:
        _trigger(table, "delete", "")
    for table in _ERASED_BY_PERMIT:
        key = "id" if table == "report" else "report_id"
        _trigger(table, "delete", f"WHEN {_PERMITTED.format(key=key)}")


def _trigger(table: str, event: str, when: str) -> None:
    refusal = f"RAISE(ABORT, 'a store is only added to: no {event} of {table}; use forget or a judgement')"
    op.execute(f"CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} {when} BEGIN SELECT {refusal}; END")
