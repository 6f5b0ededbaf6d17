"""Many reports, one incident: what several reports tell of one event, put together with nothing lost.

``merge`` is the way in. It finds the tellings that are of one incident (``clusters``) and makes one incident of each
group (``fusion``). It keeps nothing between calls: the same records and verdicts give the same incidents.
"""

from collections.abc import Iterator, Mapping, Sequence

from marsad.claims.claim import ClaimType
from marsad.incidents.agreement import Telling, telling
from marsad.incidents.alike import locatable
from marsad.incidents.clusters import Verdict, clusters
from marsad.incidents.codes import codes
from marsad.incidents.copies import copies
from marsad.incidents.fusion import Surroundings, fused
from marsad.incidents.incident import Incident, MergedIncident, RecordedClaim
from marsad.incidents.record import Record
from marsad.incidents.statements import as_parts

__all__ = ["Verdict", "merge"]


def merge(
    records: Sequence[Record],
    *,
    verdicts: Sequence[Verdict] = (),
    sides: Mapping[str, str] | None = None,
    kept_codes: Mapping[str, str] | None = None,
) -> tuple[MergedIncident, ...]:
    """Return one incident for each event that the records tell of, in order of their first report.

    Taken up are each report's news, and what it recalls if the day and the settlement are known; the rest of what is
    recalled stays in its record. ``verdicts`` are what people judged, latest last. ``sides`` groups the roster ids
    that fight as one. ``kept_codes`` gives the public code that an incident of a record already led to, so that codes
    survive merges and splits. The order of ``records`` changes nothing.
    """
    unique = {record.report.id: record for record in records}
    standing = sorted(unique.values(), key=lambda record: record.report.id)
    repeated = copies(record.report for record in standing)
    tellings = tuple(one for record in standing for one in _tellings(record, verdicts, sides or {}))
    groups = clusters(tellings, verdicts, repeated)
    merged = {one.id: group[0].id for group in groups for one in group}
    around = Surroundings(
        reports={record.report.id: record.report for record in standing},
        copies=repeated,
        sides=dict(sides or {}),
        merged=merged,
        parts=_parts(tellings, merged),
        verdicts=tuple(verdicts),
    )
    named = codes([group[0] for group in groups], [[one.id for one in group] for group in groups], kept_codes or {})
    return tuple(fused(group, named[group[0].id], around) for group in groups)


def _parts(tellings: Sequence[Telling], merged: Mapping[str, str]) -> dict[str, tuple[RecordedClaim, ...]]:
    """Return, for each merged incident, the claims of those that are part of it, to be held against its total."""
    parts: dict[str, tuple[RecordedClaim, ...]] = {}
    for one in tellings:
        parent = merged.get(one.incident.part_of or "")
        if parent is not None and parent != merged[one.id]:
            numbers = (claim for claim in one.claims if claim.type is ClaimType.CASUALTY)
            parts[parent] = (*parts.get(parent, ()), *as_parts(numbers))
    return parts


def _tellings(record: Record, verdicts: Sequence[Verdict], sides: Mapping[str, str]) -> Iterator[Telling]:
    """Yield the incidents of a record that are taken up, with their claims."""
    judged = {one for verdict in verdicts for one in (verdict.left, verdict.right)}
    for incident in _taken_up(record.incidents, judged):
        own = set(incident.claims)
        claims = [claim for claim in record.claims if claim.incident == incident.id or claim.id in own]
        yield telling(incident, record.report, claims, sides)


def _taken_up(incidents: Sequence[Incident], judged: set[str]) -> tuple[Incident, ...]:
    """Choose the incidents to take up: the news, what can be located, what was judged, and what these point at."""
    wanted = {one.id for one in incidents if one.main or locatable(one) or one.id in judged}
    for _ in incidents:
        pointed = {at for one in incidents if one.id in wanted for at in (one.part_of, one.responds_to) if at}
        if pointed <= wanted:
            break
        wanted |= pointed
    return tuple(one for one in incidents if one.id in wanted)
