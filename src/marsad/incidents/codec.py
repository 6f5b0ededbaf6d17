"""The record as plain JSON values, and back without loss.

``encode`` writes what the output contract shows, key by key; ``decode`` takes back exactly that and refuses anything
else, naming the path. Evidence is spelled without its report where the record names the report once, and with it
where an incident gathers several.
"""

from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Any, TypeVar

from marsad.claims.claim import ClaimType
from marsad.errors import MarsadError
from marsad.incidents import decoding
from marsad.incidents.incident import MergedIncident, RecordedClaim
from marsad.incidents.shape import (
    CASUALTY_KEYS,
    MERGED_KEYS,
    READ_BY_KEYS,
    REPORT_KEYS,
    VERSION,
    Plain,
    Recorded,
    Spelling,
    holds_report,
    slots,
)
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Whose words are being written: ``report`` where all come from one, ``named`` where each says which."""

    report: str | None = None
    named: bool = False


def encode(what: Recorded) -> dict[str, Any]:
    """Return a record, an incident across reports, or any part of them as plain JSON values.

    Evidence of another report than the record's own, and figures on a claim that is not of casualties, are refused:
    they could not be read back.
    """
    if isinstance(what, MergedIncident):
        return _merged(what)
    if isinstance(what, Report):
        return _report(what)
    if holds_report(what.__class__):
        return _record(what)
    if isinstance(what, Evidence):
        return _spread(what, Spelling.INLINE, _Page())
    return _fields(what, _Page())


def decode(cls: type[T], plain: Plain, *, report: str | None = None) -> T:
    """Return the object that ``encode`` wrote; a MarsadError names the path that is not as the contract has it.

    ``report`` is the id of the report that evidence points into, needed where a part is read on its own.
    """
    return decoding.read(cls, plain, report=report)


def _record(record: Recorded) -> dict[str, Any]:
    page = _Page(report=record.report.id)
    read_by = {key: getattr(record.read_by, name) for key, name in READ_BY_KEYS.items()}
    written = {"record": VERSION, "report": _report(record.report) | {"read_by": read_by}}
    for slot in slots(record.__class__):
        if slot.key not in {"report", "read_by"}:
            written[slot.key] = _value(getattr(record, slot.name), page)
    return written


def _report(report: Report) -> dict[str, Any]:
    return {key: _value(getattr(report, key), _Page()) for key in REPORT_KEYS}


def _merged(merged: MergedIncident) -> dict[str, Any]:
    incident = merged.incident
    if incident.claims != tuple(claim.id for claim in merged.claims):
        raise MarsadError(
            f"incident {merged.code} names other claims than it holds;"
            " give its incident the ids of its claims, in order"
        )
    page = _Page(named=True)
    written = {key: value for key, value in _fields(incident, page).items() if key != "claims"}
    for key in MERGED_KEYS:
        written[key] = _value(getattr(merged, key), page)
    return written


def _value(value: Recorded, page: _Page) -> Plain:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_value(each, page) for each in value]
    if isinstance(value, Evidence):
        return _spread(value, Spelling.INLINE, page)
    if is_dataclass(value):
        return _fields(value, page)
    return _simple(value)


def _simple(value: Recorded) -> Plain:
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and isfinite(value)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return dict(value)
    raise MarsadError(f"a record cannot hold a {type(value).__name__}: {value!r:.80}")


def _fields(what: Recorded, page: _Page) -> dict[str, Any]:
    if isinstance(what, RecordedClaim) and page.named:
        page = _Page(report=what.report)
        rest = _plain_fields(what, page)
        return {"id": rest.pop("id"), "report": what.report} | rest
    return _plain_fields(what, page)


def _plain_fields(what: Recorded, page: _Page) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for slot in slots(what.__class__):
        value = getattr(what, slot.name)
        if slot.spelling is Spelling.VALUE:
            written[slot.key] = _value(value, page)
        else:
            written.update(_spread(value, slot.spelling, page))
    if isinstance(what, RecordedClaim) and what.type is not ClaimType.CASUALTY:
        return _without_casualties(what, written)
    return written


def _without_casualties(claim: RecordedClaim, written: dict[str, Any]) -> dict[str, Any]:
    told = [key for key in CASUALTY_KEYS if written[key] is not None]
    if told:
        raise MarsadError(
            f"claim {claim.id} of report {claim.report} is of {claim.type} and yet tells {', '.join(told)};"
            " only a casualty claim may"
        )
    return {key: value for key, value in written.items() if key not in CASUALTY_KEYS}


def _spread(evidence: Evidence | None, spelling: Spelling, page: _Page) -> dict[str, Any]:
    if evidence is None:
        return {"quote": None, "span": None}
    span = evidence.span
    if page.report is not None and span.report != page.report:
        raise MarsadError(f"report {page.report} cannot be quoted from report {span.report}: {evidence.quote!r}")
    if spelling is Spelling.INLINE:
        written: dict[str, Any] = {"start": span.start, "end": span.end, "quote": evidence.quote}
    else:
        written = {"quote": evidence.quote, "span": [span.start, span.end]}
    if span.part is not Part.TEXT:
        written["in"] = span.part.value
    if page.named:
        written["report"] = span.report
    return written
