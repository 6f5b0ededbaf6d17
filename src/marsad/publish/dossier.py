"""One incident with everything it rests on, laid out for reading: facts, tolls, disagreements, evidence, history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marsad.incidents.incident import Contradiction, MergedIncident, RecordedClaim, ReportReference
from marsad.publish import wording
from marsad.publish.highlight import SIGNS, Mark, Segment, Tone, segments, tone
from marsad.publish.links import Related, anchor, related, safe_link
from marsad.publish.tolls import Tolls, tolls
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value with the words it stands on: a place, a day, an actor, a target or a weapon."""

    name: str
    note: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClaim:
    """A claim as the page lists it: numbered, in words, with its sign, its speakers and its quotes."""

    number: int
    says: str
    stance: str
    sign: str
    tone: Tone
    chain: tuple[str, ...]
    claim: RecordedClaim
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that tells of the incident, cut into segments; empty where its text is not at hand."""

    reference: ReportReference
    name: str
    report: Report | None
    link: str | None
    original: str | None
    title: tuple[Segment, ...]
    text: tuple[Segment, ...]
    claims: tuple[ListedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSide:
    """One side of a disagreement with the claims it rests on."""

    says: str
    holders: tuple[str, ...]
    claims: tuple[ListedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A contradiction laid out side by side."""

    contradiction: Contradiction
    sides: tuple[ShownSide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One incident, ready to be shown; ``marked`` are the numbers of the claims whose words stand in a text at hand."""

    anchor: str
    merged: MergedIncident
    places: tuple[Fact, ...]
    times: tuple[Fact, ...]
    actors: tuple[Fact, ...]
    targets: tuple[Fact, ...]
    weapons: tuple[Fact, ...]
    tolls: Tolls | None
    disagreements: tuple[Disagreement, ...]
    related: tuple[Related, ...]
    sources: tuple[Source, ...]
    history: tuple[tuple[int, str, str], ...]
    languages: Mapping[str, str]
    marked: frozenset[int]


def report_name(reference: ReportReference) -> str:
    """Return how a report is called in running text."""
    return ", ".join((reference.publisher or "Publisher not known", reference.published or "day not known"))


def numbered(merged: MergedIncident) -> dict[str, int]:
    """Return the claims numbered from 1 as a reader meets them: report by report, title first, then down the text."""
    order = {report.id: index for index, report in enumerate(merged.reports)}

    def place(claim: RecordedClaim) -> tuple[int, bool, int, int, str]:
        span = claim.evidence[0].span
        return (order.get(claim.report, len(order)), span.part is not Part.TITLE, span.start, span.end, claim.id)

    return {claim.id: index for index, claim in enumerate(sorted(merged.claims, key=place), start=1)}


def _listed(claim: RecordedClaim, number: int, publisher: str | None, report: Report | None) -> ListedClaim:
    """Return one claim as the page lists it."""
    look = tone(claim)
    return ListedClaim(
        number=number,
        says=wording.statement(claim),
        stance=wording.STANCES[claim.stance],
        sign=SIGNS[look][0],
        tone=look,
        chain=tuple(holder.holder for holder in claim.attribution) or (wording.speaker(claim, publisher),),
        claim=claim,
        found=report is not None and report.supports(claim.evidence[0]),
    )


def _references(merged: MergedIncident, reports: Mapping[str, Report]) -> tuple[ReportReference, ...]:
    """Return the incident's reports, and after them any other report that a claim of it comes from."""
    named = {reference.id for reference in merged.reports}
    others = dict.fromkeys(claim.report for claim in merged.claims if claim.report not in named)
    return (*merged.reports, *(_reference(name, reports.get(name)) for name in others))


def _reference(name: str, report: Report | None) -> ReportReference:
    """Return the short form of a report, as far as it is known."""
    published = report.published.isoformat() if report and report.published else None
    publisher, title = (report.publisher, report.title) if report else (None, None)
    return ReportReference(id=name, publisher=publisher, published=published, title=title, copy_of=None)


def _all_listed(merged: MergedIncident, reports: Mapping[str, Report]) -> list[ListedClaim]:
    """Return every claim as the page lists it, by number."""
    publishers = {reference.id: reference.publisher for reference in merged.reports}
    numbers = numbered(merged)
    return [
        _listed(claim, numbers[claim.id], publishers.get(claim.report), reports.get(claim.report))
        for claim in sorted(merged.claims, key=lambda claim: numbers[claim.id])
    ]


def _facts(merged: MergedIncident) -> dict[str, tuple[Fact, ...]]:
    """Return the places, day, actors, targets and weapons, each with its words."""
    incident = merged.incident
    when = incident.when
    places = tuple(
        Fact(
            name=wording.where(place),
            note=wording.LEVELS[place.level] if place.gazetteer else "not found in the gazetteer",
            evidence=place.evidence,
        )
        for place in incident.places
    )
    precision = when.precision.value.replace("_", " ") if when else ""
    note = "; ".join(
        part for part in (precision and f"precision: {precision}", wording.rule(when.rule if when else None)) if part
    )
    return {
        "places": places,
        "times": (Fact(name=wording.time(when), note=note, evidence=when.evidence if when else None),),
        "actors": tuple(
            Fact(name=each.name, note=wording.BLAMES[each.basis], evidence=each.evidence)
            for each in incident.perpetrators
        ),
        "targets": tuple(
            Fact(name=each.name, note=each.facility or each.type.value, evidence=each.evidence)
            for each in incident.targets
        ),
        "weapons": tuple(Fact(name=each.name, note="", evidence=each.evidence) for each in incident.weapons),
    }


def _context(merged: MergedIncident, facts: Mapping[str, tuple[Fact, ...]]) -> Iterator[tuple[str, Evidence]]:
    """Yield the words for holders, places, days, actors, targets and weapons, each with what it is."""
    names = {"places": "place", "times": "time", "actors": "actor", "targets": "target", "weapons": "weapon"}
    for kind, label in names.items():
        yield from ((label, fact.evidence) for fact in facts[kind] if fact.evidence)
    for claim in merged.claims:
        yield from (("who says so", holder.evidence) for holder in claim.attribution)


def _claim_mark(item: ListedClaim, evidence: Evidence) -> Mark:
    """Return the mark of one stretch of a claim's words; links lead to the claim's first."""
    return Mark(
        start=evidence.start,
        end=evidence.end,
        tone=item.tone,
        number=item.number,
        label=SIGNS[item.tone][1],
        target=evidence == item.claim.evidence[0],
    )


def _marks(
    report: Report, listed: Sequence[ListedClaim], context: Sequence[tuple[str, Evidence]]
) -> dict[Part, list[Mark]]:
    """Return the marks of one report's title and text; words that do not stand there are never marked."""
    found: dict[Part, list[Mark]] = {Part.TITLE: [], Part.TEXT: []}
    for label, evidence in context:
        if report.supports(evidence):
            mark = Mark(start=evidence.start, end=evidence.end, tone=Tone.CONTEXT, label=label)
            found[evidence.span.part].append(mark)
    for item in listed:
        for evidence in item.claim.evidence:
            if report.supports(evidence):
                found[evidence.span.part].append(_claim_mark(item, evidence))
    return found


def _source(
    reference: ReportReference,
    report: Report | None,
    *,
    listed: Sequence[ListedClaim],
    context: Sequence[tuple[str, Evidence]],
    names: Mapping[str, str],
) -> Source:
    """Return one report with its claims marked in place."""
    own = tuple(item for item in listed if item.claim.report == reference.id)
    marks = _marks(report, own, context) if report else {Part.TITLE: [], Part.TEXT: []}
    return Source(
        reference=reference,
        name=report_name(reference),
        report=report,
        link=safe_link(report.url) if report else None,
        original=names.get(reference.copy_of, reference.copy_of) if reference.copy_of else None,
        title=segments(report.title or "", marks[Part.TITLE], fold=False) if report else (),
        text=segments(report.text, marks[Part.TEXT]) if report else (),
        claims=own,
    )


def _disagreement(contradiction: Contradiction, listed: Mapping[str, ListedClaim]) -> Disagreement:
    """Return a contradiction with the claims of each side."""
    return Disagreement(
        contradiction=contradiction,
        sides=tuple(
            ShownSide(
                says=side.says,
                holders=side.holders,
                claims=tuple(listed[claim] for claim in side.claims if claim in listed),
            )
            for side in contradiction.sides
        ),
    )


def dossier(
    merged: MergedIncident, reports: Mapping[str, Report], everyone: Mapping[str, MergedIncident] | None = None
) -> Dossier:
    """Return one incident laid out; ``everyone`` finds other incidents of the page by code and by id."""
    listed = _all_listed(merged, reports)
    facts = _facts(merged)
    context = tuple(_context(merged, facts))
    references = _references(merged, reports)
    names = {reference.id: report_name(reference) for reference in references}
    by_id = {item.claim.id: item for item in listed}
    return Dossier(
        anchor=anchor(merged.code),
        merged=merged,
        **facts,
        tolls=tolls(merged, {item.claim.id: item.number for item in listed}),
        disagreements=tuple(_disagreement(each, by_id) for each in merged.incident.contradictions),
        related=tuple(related(merged, everyone or {})),
        sources=tuple(
            _source(reference, reports.get(reference.id), listed=listed, context=context, names=names)
            for reference in references
        ),
        marked=frozenset(item.number for item in listed if item.found),
        history=tuple((step.version, step.what, names.get(step.because, step.because)) for step in merged.history),
        languages={
            reference.id: report.language
            for reference in merged.reports
            if (report := reports.get(reference.id)) and report.language
        },
    )
