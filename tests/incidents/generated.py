"""Records of every shape the types allow, made by Hypothesis: invented words, nothing resolved, nothing sensible."""

from dataclasses import fields
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from marsad.actors.actor import ActorKind, Victims
from marsad.claims.claim import ClaimType, Count, Kind, Lexeme, Stance, Step
from marsad.errors import Problem
from marsad.incidents.incident import (
    Acled,
    Change,
    Contradiction,
    Figure,
    Grade,
    Holder,
    Incident,
    MergedIncident,
    Origins,
    Perpetrator,
    RecordedClaim,
    ReportReference,
    Side,
    Target,
    Weapon,
)
from marsad.incidents.record import Record
from marsad.places.place import Place
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part
from marsad.times.interval import When

words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
names = st.lists(words, max_size=3).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report with a body and perhaps a headline."""
    return Report(
        text=draw(st.text(min_size=1, max_size=60)),
        title=draw(st.none() | st.text(min_size=1, max_size=20)),
        publisher=draw(maybe_words),
        published=draw(st.none() | st.dates()),
        url=draw(maybe_words),
        language=draw(st.sampled_from([None, "en", "ar"])),
        external_id=draw(maybe_words),
    )


@st.composite
def evidence(draw: st.DrawFn, report: Report) -> Evidence:
    """Return some words of the report or of its headline."""
    part = draw(st.sampled_from([Part.TEXT, Part.TITLE] if report.title else [Part.TEXT]))
    start = draw(st.integers(0, len(report.part(part)) - 1))
    end = draw(st.integers(start + 1, len(report.part(part))))
    return report.quote(start, end, part)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Return a number of people, open above or not."""
    low = draw(st.none() | st.integers(0, 5000))
    high = draw(st.none() | st.integers(low or 0, 9000))
    return Count(low=low, high=high, words=draw(words), lexeme=draw(st.sampled_from(Lexeme)))


def built(cls: type[Any], quoted: st.SearchStrategy[Evidence] | None = None, **given: Any) -> st.SearchStrategy[Any]:
    """Return objects of a record type: what is not given is made by the type of the field."""
    parts = {each.name: given.get(each.name, _of(each.type, quoted)) for each in fields(cls)}
    return st.builds(cls, **parts)


def _of(kind: Any, quoted: st.SearchStrategy[Evidence] | None) -> st.SearchStrategy[Any]:
    if kind is Evidence and quoted is not None:
        return quoted
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    known = {str: words, str | None: maybe_words, bool: st.booleans(), int: st.integers(), tuple[str, ...]: names}
    known |= {float | None: st.none() | _of(float, None), int | None: st.none() | st.integers()}
    return known[kind] if kind in known else st.from_type(kind)


@st.composite
def claims(draw: st.DrawFn, report: Report) -> RecordedClaim:
    """Return a claim of the report; only one of casualties has a count."""
    quoted = evidence(report)
    kind = draw(st.sampled_from(ClaimType))
    told: dict[str, Any] = {"harm": st.none(), "count": st.none(), "victims": st.none(), "scope": st.none()}
    told["subset_of"] = st.none()
    if kind is ClaimType.CASUALTY:
        told = {"count": st.none() | counts(), "victims": st.none() | built(Victims)}
    return draw(
        built(
            RecordedClaim,
            type=st.just(kind),
            event=st.sampled_from(Kind),
            stance=st.sampled_from(Stance),
            attribution=st.lists(built(Holder, quoted, role=st.sampled_from(ActorKind)), max_size=2).map(tuple),
            evidence=st.lists(quoted, min_size=1, max_size=2).map(tuple),
            review=st.none() | st.dictionaries(words, words, max_size=2),
            **told,
        )
    )


@st.composite
def incidents(draw: st.DrawFn, report: Report) -> Incident:
    """Return an incident that the report tells of."""
    quoted = evidence(report)

    def some(cls: type[Any], **given: Any) -> st.SearchStrategy[tuple[Any, ...]]:
        return st.lists(built(cls, quoted, **given), max_size=2).map(tuple)

    days = {"start": st.none() | st.dates(), "end": st.none() | st.dates()}
    return draw(
        built(
            Incident,
            acled=built(Acled),
            when=st.none() | built(When, **days, evidence=st.none() | quoted),
            places=some(Place),
            perpetrators=some(Perpetrator),
            targets=some(Target),
            weapons=some(Weapon),
            figures=some(Figure),
            contradictions=some(Contradiction, sides=some(Side)),
        )
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return a report read."""
    report = draw(reports())
    spans = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9))
    return Record(
        report=report,
        read_by=draw(built(Step)),
        claims=draw(st.lists(claims(report), max_size=3).map(tuple)),
        incidents=draw(st.lists(incidents(report), max_size=2).map(tuple)),
        problems=draw(st.lists(built(Problem, span=spans), max_size=2).map(tuple)),
    )


@st.composite
def merged_incidents(draw: st.DrawFn) -> MergedIncident:
    """Return an incident that two reports tell of, with words of both."""
    pages = [draw(reports()), draw(reports())]
    told = tuple(draw(claims(page)) for page in pages)
    seen = [draw(incidents(page)) for page in pages]
    ids = {"claims": st.just(tuple(claim.id for claim in told))}
    given = {each.name: st.just(getattr(seen[0], each.name)) for each in fields(Incident)}
    given["places"] = st.just(seen[0].places + seen[1].places)
    return draw(
        built(
            MergedIncident,
            incident=built(Incident, **(given | ids)),
            reports=st.lists(built(ReportReference), max_size=2).map(tuple),
            claims=st.just(told),
            origins=built(Origins),
            grade=built(Grade),
            history=st.lists(built(Change), max_size=2).map(tuple),
        )
    )
