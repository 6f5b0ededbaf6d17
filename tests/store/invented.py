"""Invented records for the store's tests: as many as asked for, each with claims, an incident and a problem."""

from dataclasses import replace
from datetime import date

from incidents.test_codec import CASUALTY, DENIAL, INCIDENT
from marsad.claims.claim import Step
from marsad.errors import Problem
from marsad.incidents.incident import Incident
from marsad.incidents.record import Record
from marsad.reports.report import Report
from marsad.text.span import Evidence

AT = "2033-01-02T03:04:05+00:00"
OPENING = "A teacher said shells fell on the grain store in Umm Zarqa on Friday, killing nine people."


def record(number: int = 0, *, version: str = "0.1.0", claims: int = 10) -> Record:
    """Return an invented record; the same number is the same report."""
    report = Report(
        text=f"{OPENING} It was strike number {number} this year, the quarterly orchard bulletin wrote.",
        title=f"Grain store hit, bulletin {number}",
        publisher="Valley Post",
        published=date(2032, 5, 8),
        url=f"https://example.org/{number}",
    )

    def moved(evidence: Evidence) -> Evidence:
        span = evidence.span
        return report.quote(span.start, span.end, span.part)

    made = []
    for place in range(claims):
        claim = (CASUALTY, DENIAL)[place % 2]
        said = tuple(replace(holder, evidence=moved(holder.evidence)) for holder in claim.attribution)
        words = tuple(moved(evidence) for evidence in claim.evidence)
        name = f"clm_{number}_{place}"
        made.append(replace(claim, id=name, incident=f"inc_{number}", attribution=said, evidence=words))
    return Record(
        report=report,
        read_by=Step(name="rules", version=version),
        claims=tuple(made),
        incidents=(_incident(number, report),),
        problems=(
            Problem(code="place_unknown", message="add it to the gazetteer", report=report.id, words="Umm Zarqa"),
        ),
    )


def _incident(number: int, report: Report) -> Incident:
    start = report.text.index("on Friday")
    when = INCIDENT.when and replace(INCIDENT.when, evidence=report.quote(start, start + 9))
    place = replace(INCIDENT.places[0], evidence=report.quote(49, 58), latitude=1.5, longitude=2.5)
    return replace(INCIDENT, id=f"inc_{number}", when=when, places=(place,), claims=(f"clm_{number}_0",))
