"""Short ways to write claims, places, days and incidents by hand."""

from dataclasses import replace
from datetime import date

from marsad.actors.actor import ActorKind, VictimClass, Victims
from marsad.claims.claim import ClaimType, Count, Harm, Kind, Lexeme, Relation, Scope, Stance
from marsad.incidents.incident import (
    Acled,
    Change,
    Figure,
    Grade,
    Holder,
    Incident,
    MergedIncident,
    Origins,
    RecordedClaim,
    ReportReference,
)
from marsad.places.place import Level, Place
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part
from marsad.times.interval import Basis, Precision, When


def words(report: Report, quote: str, part: Part = Part.TEXT) -> Evidence:
    """Return these words of the report as evidence, where they first stand."""
    start = report.part(part).index(quote)
    return report.quote(start, start + len(quote), part)


def holder(report: Report, quote: str, role: ActorKind, cue: str, *, name: str | None = None) -> tuple[Holder, ...]:
    """Return a chain of one speaker."""
    return (Holder(holder=name or quote, actor=None, role=role, cue=cue, evidence=words(report, quote)),)


def toll(
    name: str, report: Report, quote: str, harm: Harm, count: Count, *, by: tuple[Holder, ...] = (), group: str = ""
) -> RecordedClaim:
    """Return a casualty claim."""
    victims = Victims(
        words=quote,
        group=group or None,
        actor=None,
        victim_class=VictimClass.UNKNOWN,
        nationality=None,
        demographic=None,
        protected=None,
    )
    return RecordedClaim(
        id=f"clm_{name}",
        incident="inc",
        type=ClaimType.CASUALTY,
        event=Kind.AIR_STRIKE,
        stance=Stance.ASSERTED,
        attribution=by,
        evidence=(words(report, quote),),
        harm=harm,
        count=count,
        victims=victims,
        scope=Scope.THIS_INCIDENT,
    )


def said(
    name: str,
    report: Report,
    quote: str,
    kind: ClaimType,
    *,
    stance: Stance = Stance.ASSERTED,
    by: tuple[Holder, ...] = (),
    part: Part = Part.TEXT,
) -> RecordedClaim:
    """Return a claim without a number."""
    return RecordedClaim(
        id=f"clm_{name}",
        incident="inc",
        type=kind,
        event=Kind.AIR_STRIKE,
        stance=stance,
        attribution=by,
        evidence=(words(report, quote, part),),
    )


def exactly(number: int, text: str) -> Count:
    """Return a bare number."""
    return Count(low=number, high=number, words=text, lexeme=Lexeme.NUMERAL)


def on(report: Report, quote: str | None, start: date | None, end: date | None, precision: Precision) -> When:
    """Return a time with its words."""
    basis = Basis.NONE if start is None else Basis.RELATIVE
    evidence = words(report, quote) if quote else None
    return When(
        start=start,
        end=end,
        local_time="morning" if precision is Precision.PART_OF_DAY else None,
        tz=None,
        precision=precision,
        basis=basis,
        rule="the last Tuesday on or before publication" if start else None,
        evidence=evidence,
    )


def place(report: Report, quote: str, level: Level, where: tuple[float, float] | None, **more: str) -> Place:
    """Return a place; ``name`` and ``relation`` by keyword."""
    return Place(
        name=more.get("name", quote),
        gazetteer=None if where is None else "gn:1",
        country="QX",
        admin1="Hadra",
        latitude=where[0] if where else None,
        longitude=where[1] if where else None,
        level=level,
        relation=Relation(more.get("relation", "in")),
        score=0.93,
        others=2,
        evidence=words(report, quote),
    )


def figure(harm: Harm, low: int | None, high: int | None, *why: str, victims: str = "total") -> Figure:
    """Return a figure by the stated range."""
    return Figure(
        harm=harm, victims=victims, low=low, high=high, best=None, policy="stated_range", claims=("clm_1",), why=why
    )


def reference(report: Report, copy_of: str | None = None) -> ReportReference:
    """Return the short form of a report."""
    published = report.published.isoformat() if report.published else None
    return ReportReference(
        id=report.id, publisher=report.publisher, published=published, title=report.title, copy_of=copy_of
    )


def incident(
    name: str, kind: Kind, when: When | None, places: tuple[Place, ...], figures: tuple[Figure, ...]
) -> Incident:
    """Return an incident without actors."""
    acled = Acled(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike")
    return Incident(id=name, kind=kind, main=True, acled=acled, when=when, places=places, figures=figures)


def merged(
    code: str, what: Incident, claims: tuple[RecordedClaim, ...], *reports: ReportReference, grade: str = "weak"
) -> MergedIncident:
    """Return an incident across these reports."""
    holders = tuple(dict.fromkeys(claim.holder.holder for claim in claims if claim.holder))
    return MergedIncident(
        code=code,
        incident=replace(what, claims=tuple(claim.id for claim in claims)),
        reports=reports,
        claims=claims,
        origins=Origins(holders=holders, low=len(holders), high=len(holders) + 1),
        grade=Grade(
            scheme="marsad-1", value=grade, rules=("one origin at least names the event", "no party admits it")
        ),
        history=(Change(version=1, what="first told", because=reports[0].id),),
    )
