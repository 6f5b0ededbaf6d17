"""A record as rows of the store's tables, and back.

The body of each claim, incident and problem is the record's own JSON; the columns beside it say the same again for
those who look into the file with other tools, and the store's check compares the two.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from marsad.errors import Problem, StoreError
from marsad.incidents.codec import encode
from marsad.incidents.incident import Incident, RecordedClaim
from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.incidents.record import Record
from marsad.incidents.shape import VERSION
from marsad.reports.report import digest

# SQLite's own bound for whole numbers.
LARGEST = 2**63 - 1

# Values by the names of their columns, as made here or as SQLAlchemy fetches them.
Row: TypeAlias = Mapping[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows of one record: its report, its reading, and the claims, incidents and problems of that reading."""

    report: Row
    reading: Row
    parts: Mapping[str, Sequence[Row]]


def rows_of(record: Record) -> Rows:
    """Return the rows of a record; StoreError where its text cannot be written."""
    plain = record.to_dict()
    read_by = plain["report"].pop("read_by")
    bodies = {part: [compact(body) for body in plain[part]] for part in ("claims", "incidents", "problems")}
    whole = compact([record.report.id, read_by, bodies])
    _writable(record.report.id, compact(plain["report"]) + whole)
    reading = "rdg_" + digest(whole)
    told = {
        "claims": [_claim(claim) for claim in record.claims],
        "incidents": [_incident(incident) for incident in record.incidents],
        "problems": [_problem(problem) for problem in record.problems],
    }
    parts = {
        part: [
            {"reading_id": reading, "position": position, "report_id": record.report.id, **columns, "body": body}
            for position, (columns, body) in enumerate(zip(told[part], bodies[part], strict=True))
        ]
        for part in told
    }
    step = {"reader": read_by["reader"], "version": read_by["marsad"], "weights": read_by["weights"]}
    return Rows(report=plain["report"], reading={"id": reading, "report_id": record.report.id, **step}, parts=parts)


def record_of(report: Row, reading: Row, parts: Mapping[str, Iterable[str]]) -> Record:
    """Return the record whose report, reading and bodies these are; MarsadError where they do not make one."""
    read_by = {"marsad": reading["version"], "reader": reading["reader"], "weights": reading["weights"]}
    bodies = {part: [json.loads(body) for body in parts[part]] for part in ("claims", "incidents", "problems")}
    return Record.from_dict({"record": VERSION, "report": {**report, "read_by": read_by}, **bodies})


def judgement_row(judgement: Judgement) -> Row:
    """Return the row of a judgement."""
    return {**encode(judgement), "content": judgement.content, "erased": 0}


def judgement_of(row: Row) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        id=row["id"],
        previous=row["previous"],
        action=Action(row["action"]),
        left=row["left"],
        right=row["right"],
        field=None if row["field"] is None else Aspect(row["field"]),
        value=row["value"],
        by=row["by"],
        at=row["at"],
        reason=row["reason"],
    )


def compact(plain: object) -> str:
    """Return plain values as JSON text, always spelled the same."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def content_hash(plain: object) -> str:
    """Return the SHA-256 of plain values."""
    return hashlib.sha256(compact(plain).encode()).hexdigest()


def _writable(report: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise StoreError(
            f"report {report} holds half a letter (a lone surrogate, {text[wrong.start]!a}) and cannot be kept;"
            " take it from its source again, in its right encoding"
        ) from wrong


def _claim(claim: RecordedClaim) -> Row:
    holder, evidence = claim.holder, claim.evidence[0]
    return {
        "id": claim.id,
        "incident": claim.incident,
        "type": claim.type.value,
        "event": claim.event.value,
        "stance": claim.stance.value,
        "harm": claim.harm.value if claim.harm else None,
        "low": _column(claim.count.low) if claim.count else None,
        "high": _column(claim.count.high) if claim.count else None,
        "words": claim.count.words if claim.count else None,
        "holder": holder.holder if holder else None,
        "scope": claim.scope.value if claim.scope else None,
        "subset_of": claim.subset_of,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
    }


def _column(number: int | None) -> int | None:
    """Return a number as a column can hold it; a longer row of digits stands in the body alone."""
    return None if number is None or number > LARGEST else number


def _incident(incident: Incident) -> Row:
    when, place = incident.when, incident.places[0] if incident.places else None
    return {
        "id": incident.id,
        "kind": incident.kind.value,
        "main": int(incident.main),
        "first_day": when.start.isoformat() if when and when.start else None,
        "last_day": when.end.isoformat() if when and when.end else None,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _problem(problem: Problem) -> Row:
    return {"code": problem.code, "message": problem.message, "words": problem.words}
