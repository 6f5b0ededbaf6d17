"""Why a figure is what it is, step by step, down to the words in the reports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from marsad.claims.claim import Harm
from marsad.errors import NotFoundError
from marsad.incidents.incident import Figure, MergedIncident, RecordedClaim
from marsad.incidents.origins import origin_of, side_name
from marsad.incidents.wording import plain, says, toll, worded
from marsad.reports.report import Report
from marsad.text.span import Evidence

SENTENCE_ENDS = ".!?؟。\n"
LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainStep:
    """One step on the way from a figure to the words of a report.

    ``what`` is one of figure, rule, claim, holder, quote, report, from the outside in; ``depth`` is how far inside
    (0 the figure). ``says`` is the step in plain words. ``claim``, ``report`` and ``evidence`` are set where the step
    is of one. For a quote ``sentence`` is the passage it stands in and ``at`` where it begins and ends in that.
    """

    what: str
    depth: int
    says: str
    claim: str | None = None
    report: str | None = None
    evidence: Evidence | None = None
    sentence: str | None = None
    at: tuple[int, int] | None = None


def explain(merged: MergedIncident, harm: Harm, reports: Mapping[str, Report]) -> tuple[ExplainStep, ...]:
    """Return every step of an incident's figures for one harm, the total first.

    ``reports`` must hold the reports of the claims that entered; a NotFoundError names one that is missing.
    """
    claims = {claim.id: claim for claim in merged.claims}
    wanted = (figure for figure in merged.incident.figures if figure.harm is harm)
    return tuple(step for figure in wanted for step in _of_figure(figure, claims, reports))


def _of_figure(
    figure: Figure, claims: Mapping[str, RecordedClaim], reports: Mapping[str, Report]
) -> Iterator[ExplainStep]:
    """Yield the steps of one figure: what it is, by which rule, and on which claims."""
    yield ExplainStep(what="figure", depth=0, says=toll(figure.harm, figure.victims, figure.low, figure.high))
    yield ExplainStep(what="rule", depth=1, says=f"by the policy {figure.policy}")
    for line in figure.why:
        yield ExplainStep(what="rule", depth=1, says=line)
    for entered in figure.claims:
        if entered in claims:
            yield from _of_claim(claims[entered], reports)
        else:
            yield ExplainStep(what="claim", depth=2, says="told of an incident that is part of this one", claim=entered)


def _of_claim(claim: RecordedClaim, reports: Mapping[str, Report]) -> Iterator[ExplainStep]:
    """Yield the steps of one claim: the number, who holds it, the words and the report they stand in."""
    report = reports.get(claim.report)
    if report is None:
        raise NotFoundError(f"claim {claim.id} stands in report {claim.report}, which is not here; add that report")
    number = worded(claim.count) if claim.count else "no number"
    harm = f" {claim.harm.value.replace('_', ' ')}" if claim.harm else ""
    origin = origin_of(claim, reports)
    verb = "says" if origin.own_voice else says(origin.name)
    holder = claim.holder.evidence if claim.holder else None
    about = f"{number}{harm}, {claim.stance.value}"
    yield ExplainStep(what="claim", depth=2, says=about, claim=claim.id, report=report.id)
    yield ExplainStep(
        what="holder",
        depth=3,
        says=f"{side_name(origin)} {verb} so",
        claim=claim.id,
        report=report.id,
        evidence=holder,
    )
    yield from (_quote(evidence, claim, report) for evidence in claim.evidence)
    yield ExplainStep(what="report", depth=5, says=_report_words(report), claim=claim.id, report=report.id)


def _quote(evidence: Evidence, claim: RecordedClaim, report: Report) -> ExplainStep:
    """Return the very words with the sentence around them."""
    text = report.part(evidence.span.part)
    start, end = _sentence(text, evidence.start, evidence.end)
    return ExplainStep(
        what="quote",
        depth=4,
        says=f"“{plain(evidence.quote)}”",
        claim=claim.id,
        report=report.id,
        evidence=evidence,
        sentence=text[start:end],
        at=(evidence.start - start, evidence.end - start),
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around some words begins and ends, at most 400 letters to either side."""
    first, last = max(0, start - LONGEST_SENTENCE), min(len(text), end + LONGEST_SENTENCE)
    begins = max(text.rfind(mark, first, start) for mark in SENTENCE_ENDS) + 1
    begins = max(begins, first)
    ends = min((at + 1 for mark in SENTENCE_ENDS if (at := text.find(mark, end, last)) >= 0), default=last)
    while begins < start and text[begins].isspace():
        begins += 1
    while ends > end and text[ends - 1].isspace():
        ends -= 1
    return begins, ends


def _report_words(report: Report) -> str:
    """Name a report as a reader would look it up."""
    publisher = plain(report.publisher) if report.publisher else "unknown publisher"
    day = report.published.isoformat() if report.published else "day unknown"
    title = f", “{plain(report.title)}”" if report.title else ""
    return f"{publisher}, {day}{title}"
