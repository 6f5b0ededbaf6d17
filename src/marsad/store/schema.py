"""The tables of a store, plain enough to be opened in Datasette, QGIS or R.

Reports, readings, claims and judgements are only ever added: triggers made by the migrations refuse any change, except
the erasing of a report for which ``permit`` holds a row. That row is written and taken away within the transaction
that forgets, so no other connection ever sees it.
"""

from typing import Final

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

# The newest migration; ``marsad.store.migrations`` leads there.
HEAD: Final = "0001"
# Written into the file's header, so that a file of another program is never taken for a store ("mrsd").
APPLICATION: Final = 0x6D727364

metadata = MetaData()

report = Table(
    "report",
    metadata,
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

reading = Table(
    "reading",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("weights", Text),
    Index("reading_of_report", "report_id"),
    sqlite_strict=True,
)

claim = Table(
    "claim",
    metadata,
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
    Index("claim_of_report", "report_id"),
    Index("claim_of_incident", "incident"),
    sqlite_strict=True,
)

incident_of_report = Table(
    "incident_of_report",
    metadata,
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
    Index("incident_in_report", "report_id"),
    sqlite_strict=True,
)

problem = Table(
    "problem",
    metadata,
    Column("reading_id", Text, ForeignKey("reading.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("words", Text),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("reading_id", "position"),
    Index("problem_in_report", "report_id"),
    sqlite_strict=True,
)

judgement = Table(
    "judgement",
    metadata,
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

tombstone = Table(
    "tombstone",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report_id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_strict=True,
)

change_log = Table(
    "change_log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

permit = Table("permit", metadata, Column("report_id", Text, primary_key=True), sqlite_strict=True)

# What belongs to one reading, in the order in which the record lists it.
PARTS: Final = {"claims": claim, "incidents": incident_of_report, "problems": problem}
