"""Tables for spreadsheets and statistics: one row an incident, or one row a claim, each column documented.

CSV in UTF-8 with ISO dates. Cells that a spreadsheet would take for a formula get a leading apostrophe; an empty cell
means that no report says so.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TextIO, TypeVar

from marsad.claims.claim import Harm
from marsad.incidents.incident import Figure, MergedIncident, RecordedClaim, ReportReference
from marsad.incidents.record import Record
from marsad.places.place import Place
from marsad.publish import wording
from marsad.publish.inert import cell
from marsad.text.span import Span

Row = TypeVar("Row")
Value = str | int | float | None
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the local code page


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """A column: its name, what it means, and how it is read from a row."""

    name: str
    meaning: str
    value: Callable[[Row], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with the report that makes it and the incident it belongs to, by code where it is merged."""

    claim: RecordedClaim
    incident: str | None
    report: ReportReference


def _figure(merged: MergedIncident, harm: Harm) -> Figure | None:
    return wording.figure_of(merged.incident, harm)


def _low(harm: Harm) -> Callable[[MergedIncident], Value]:
    return lambda merged: figure.low if (figure := _figure(merged, harm)) else None


def _high(harm: Harm) -> Callable[[MergedIncident], Value]:
    return lambda merged: figure.high if (figure := _figure(merged, harm)) else None


def _place(merged: MergedIncident) -> Place | None:
    return merged.incident.places[0] if merged.incident.places else None


def _of_place(read: Callable[[Place], Value]) -> Callable[[MergedIncident], Value]:
    return lambda merged: read(place) if (place := _place(merged)) else None


def _start(merged: MergedIncident) -> str | None:
    when = merged.incident.when
    return when.start.isoformat() if when and when.start else None


def _end(merged: MergedIncident) -> str | None:
    when = merged.incident.when
    return when.end.isoformat() if when and when.end else None


def _joined(texts: Iterable[str]) -> str:
    """Return texts in one cell, each once, set apart by semicolons."""
    return "; ".join(dict.fromkeys(texts))


INCIDENT_COLUMNS: tuple[Column[MergedIncident], ...] = (
    Column(name="code", meaning="Short public code of the incident; never reused.", value=lambda m: m.code),
    Column(name="kind", meaning="What kind of event it was.", value=lambda m: m.incident.kind),
    Column(
        name="acled_event_type", meaning="ACLED event type of that kind.", value=lambda m: m.incident.acled.event_type
    ),
    Column(
        name="acled_sub_event_type",
        meaning="ACLED sub-event type of that kind.",
        value=lambda m: m.incident.acled.sub_event_type,
    ),
    Column(name="start", meaning="First day, ISO 8601; empty where the day could not be worked out.", value=_start),
    Column(name="end", meaning="Last day, ISO 8601, inclusive.", value=_end),
    Column(
        name="time_precision",
        meaning="How finely the time is known.",
        value=lambda m: m.incident.when.precision if m.incident.when else "unknown",
    ),
    Column(
        name="time_words",
        meaning="The words the time stands on.",
        value=lambda m: m.incident.when.evidence.quote if m.incident.when and m.incident.when.evidence else None,
    ),
    Column(name="place", meaning="Most specific place.", value=_of_place(lambda p: p.name)),
    Column(name="relation", meaning="How the event lies to that place.", value=_of_place(lambda p: p.relation)),
    Column(name="place_level", meaning="How fine the place is: site to country.", value=_of_place(lambda p: p.level)),
    Column(name="admin1", meaning="First-order division of the place.", value=_of_place(lambda p: p.admin1)),
    Column(name="country", meaning="Country code of the place.", value=_of_place(lambda p: p.country)),
    Column(
        name="latitude",
        meaning="Degrees north of the place's point; only as precise as place_level.",
        value=_of_place(lambda p: p.latitude),
    ),
    Column(name="longitude", meaning="Degrees east of the place's point.", value=_of_place(lambda p: p.longitude)),
    Column(
        name="gazetteer", meaning="Identifier of the place in the gazetteer.", value=_of_place(lambda p: p.gazetteer)
    ),
    Column(name="killed_low", meaning="Lowest number killed that is said; a floor.", value=_low(Harm.KILLED)),
    Column(
        name="killed_high", meaning="Highest number killed; empty where open or not stated.", value=_high(Harm.KILLED)
    ),
    Column(
        name="killed_words",
        meaning="Killed in words; tells open from not stated.",
        value=lambda m: wording.toll(m.incident, Harm.KILLED),
    ),
    Column(name="injured_low", meaning="Lowest number injured that is said.", value=_low(Harm.INJURED)),
    Column(name="injured_high", meaning="Highest number injured.", value=_high(Harm.INJURED)),
    Column(name="injured_words", meaning="Injured in words.", value=lambda m: wording.toll(m.incident, Harm.INJURED)),
    Column(
        name="actors",
        meaning="Who is named for it, each with the basis: stated, alleged, claimed, accepted, denied.",
        value=lambda m: _joined(f"{each.name} ({each.basis})" for each in m.incident.perpetrators),
    ),
    Column(name="targets", meaning="What was hit.", value=lambda m: _joined(each.name for each in m.incident.targets)),
    Column(name="holders", meaning="Who says so.", value=lambda m: _joined(m.origins.holders)),
    Column(name="origins_low", meaning="Independent origins, at least.", value=lambda m: m.origins.low),
    Column(name="origins_high", meaning="Independent origins, at most.", value=lambda m: m.origins.high),
    Column(name="reports", meaning="Reports that tell of it, copies included.", value=lambda m: len(m.reports)),
    Column(
        name="copies",
        meaning="Of these, reports that repeat another's words.",
        value=lambda m: sum(report.copy_of is not None for report in m.reports),
    ),
    Column(
        name="contradictions",
        meaning="Facts on which accounts cannot both hold.",
        value=lambda m: _joined(each.about for each in m.incident.contradictions),
    ),
    Column(name="grade", meaning="How well corroborated it is.", value=lambda m: m.grade.value),
    Column(name="responds_to", meaning="Incident it answers.", value=lambda m: m.incident.responds_to),
    Column(name="part_of", meaning="Incident it is a part of; do not add the two.", value=lambda m: m.incident.part_of),
)


def _span(row: ClaimRow) -> Span:
    return row.claim.evidence[0].span


CLAIM_COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column(name="claim", meaning="Identifier of the claim.", value=lambda r: r.claim.id),
    Column(
        name="incident",
        meaning="Code or id of its incident; empty for a toll of no single one.",
        value=lambda r: r.incident,
    ),
    Column(name="report", meaning="Identifier of the report that makes it.", value=lambda r: r.report.id),
    Column(name="publisher", meaning="Who published the report.", value=lambda r: r.report.publisher),
    Column(name="published", meaning="Day the report appeared, ISO 8601.", value=lambda r: r.report.published),
    Column(name="copy_of", meaning="Report whose words this one repeats.", value=lambda r: r.report.copy_of),
    Column(name="type", meaning="What the claim is about.", value=lambda r: r.claim.type),
    Column(name="event", meaning="Kind of event.", value=lambda r: r.claim.event),
    Column(
        name="stance",
        meaning="How the holder puts it: asserted, alleged, possible, denied, planned, hypothetical.",
        value=lambda r: r.claim.stance,
    ),
    Column(
        name="holder",
        meaning="Deepest named asserter; empty where the report says it in its own voice.",
        value=lambda r: r.claim.holder.holder if r.claim.holder else None,
    ),
    Column(
        name="holder_role",
        meaning="In what capacity the holder speaks.",
        value=lambda r: r.claim.holder.role if r.claim.holder else None,
    ),
    Column(
        name="chain",
        meaning="All speakers, outermost first.",
        value=lambda r: " > ".join(holder.holder for holder in r.claim.attribution),
    ),
    Column(name="harm", meaning="What was done to people.", value=lambda r: r.claim.harm),
    Column(name="low", meaning="Lowest number.", value=lambda r: r.claim.count.low if r.claim.count else None),
    Column(
        name="high",
        meaning="Highest number; empty where open.",
        value=lambda r: r.claim.count.high if r.claim.count else None,
    ),
    Column(
        name="lexeme",
        meaning="How the number was worded.",
        value=lambda r: r.claim.count.lexeme if r.claim.count else None,
    ),
    Column(
        name="victims", meaning="Whom it counts.", value=lambda r: r.claim.victims.group if r.claim.victims else None
    ),
    Column(
        name="victim_class",
        meaning="Civilian, combatant, security, mixed or unknown.",
        value=lambda r: r.claim.victims.victim_class if r.claim.victims else None,
    ),
    Column(name="scope", meaning="What the number covers.", value=lambda r: r.claim.scope),
    Column(name="subset_of", meaning="Claim whose number includes this one.", value=lambda r: r.claim.subset_of),
    Column(name="quote", meaning="The very words.", value=lambda r: r.claim.evidence[0].quote),
    Column(name="part", meaning="Whether they stand in the text or the title.", value=lambda r: _span(r).part),
    Column(name="quote_start", meaning="First code point of the words.", value=lambda r: _span(r).start),
    Column(name="quote_end", meaning="One past their last code point.", value=lambda r: _span(r).end),
)


def _written(value: Value) -> str | int | float:
    """Return a value as the cell that is written."""
    if value is None:
        return ""
    return cell(str(value)) if isinstance(value, str) else value


def _write(columns: tuple[Column[Row], ...], rows: Iterable[Row], out: TextIO, *, byte_order_mark: bool) -> None:
    """Write the head and the rows to a text stream opened with ``newline=""``."""
    if byte_order_mark:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([_written(column.value(row)) for column in columns] for row in rows)


def incidents_csv(incidents: Iterable[MergedIncident], out: TextIO, *, byte_order_mark: bool = False) -> None:
    """Write one row an incident, in the order given; the mark is for Excel."""
    _write(INCIDENT_COLUMNS, incidents, out, byte_order_mark=byte_order_mark)


def _claim_rows(source: MergedIncident | Record) -> Iterator[ClaimRow]:
    """Yield the claims of an incident, or of one report read."""
    if isinstance(source, Record):
        report = source.report
        day = report.published.isoformat() if report.published else None
        reference = ReportReference(
            id=report.id, publisher=report.publisher, published=day, title=report.title, copy_of=None
        )
        yield from (ClaimRow(claim=claim, incident=claim.incident, report=reference) for claim in source.claims)
        return
    known = {report.id: report for report in source.reports}
    for claim in source.claims:
        unknown = ReportReference(id=claim.report, publisher=None, published=None, title=None, copy_of=None)
        yield ClaimRow(claim=claim, incident=source.code, report=known.get(claim.report, unknown))


def claims_csv(sources: Iterable[MergedIncident | Record], out: TextIO, *, byte_order_mark: bool = False) -> None:
    """Write one row a claim, of merged incidents or of records; the mark is for Excel."""
    rows = (row for source in sources for row in _claim_rows(source))
    _write(CLAIM_COLUMNS, rows, out, byte_order_mark=byte_order_mark)


def codebook(columns: Iterable[Column[Row]]) -> str:
    """Return the columns with their meanings as a Markdown table, for the documentation."""
    lines = ["| column | meaning |", "|---|---|", *(f"| `{column.name}` | {column.meaning} |" for column in columns)]
    return "\n".join(lines) + "\n"
