"""How an incident grew, report by report: what each one changed in its figures."""

from collections.abc import Iterator, Mapping, Sequence

from marsad.claims.claim import Harm
from marsad.incidents.figures import bounds_of, figures
from marsad.incidents.incident import Change, RecordedClaim
from marsad.incidents.statements import enters
from marsad.incidents.wording import harmed, plain
from marsad.reports.report import Report

Tolls = dict[tuple[Harm, str], str]
# Beyond so many reports the steps in between are no longer read, and only the last state is worked out.
MOST_STEPS = 100


def history(
    claims: Sequence[RecordedClaim], reports: Sequence[Report], copies: Mapping[str, str]
) -> tuple[Change, ...]:
    """Return the changes in the order in which the reports appeared, one version a report.

    ``reports`` are those of the incident, first one first; ``copies`` maps those that repeat another one to it.
    """
    return tuple(_changes(claims, reports, copies))


def _changes(claims: Sequence[RecordedClaim], reports: Sequence[Report], copies: Mapping[str, str]) -> Iterator[Change]:
    """Yield what each report changed."""
    known: dict[str, Report] = {}
    counting = {claim.report for claim in claims if enters(claim)}
    before: Tolls = {}
    for version, report in enumerate(reports, start=1):
        known[report.id] = report
        yield Change(version=version, what=_coming(report, version, copies), because=report.id)
        last = version == len(reports)
        if not last and (version > MOST_STEPS or report.id not in counting):
            continue
        heard = [claim for claim in claims if claim.report in known]
        after: Tolls = {(one.harm, one.victims): bounds_of(one) for one in figures(heard, reports=known, copies=copies)}
        yield from (Change(version=version, what=what, because=report.id) for what in _differences(before, after))
        before = after


def _coming(report: Report, version: int, copies: Mapping[str, str]) -> str:
    """Say how a report came to the incident."""
    publisher = plain(report.publisher) if report.publisher else "a report"
    if report.id in copies:
        return f"repeated by {publisher}"
    return f"first told by {publisher}" if version == 1 else f"told by {publisher}"


def _differences(before: Tolls, after: Tolls) -> Iterator[str]:
    """Say which figures are new or have moved."""
    for (harm, group), words in after.items():
        name = f"figure {harmed(harm)}" + ("" if group == "total" else f" ({group})")
        held = before.get((harm, group))
        if held is None:
            yield f"{name}: {words}"
        elif held != words:
            yield f"{name}: {held}, now {words}"
