"""One incident made of several tellings: every value kept with its words, and the finest agreed one first."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from marsad.claims.claim import Kind
from marsad.incidents.agreement import Telling
from marsad.incidents.alike import VAGUE, days_between, length_in_days
from marsad.incidents.clusters import Verdict
from marsad.incidents.contradictions import contradictions
from marsad.incidents.figures import figures
from marsad.incidents.grade import grade
from marsad.incidents.history import history
from marsad.incidents.incident import Incident, MergedIncident, Perpetrator, RecordedClaim, ReportReference, Target
from marsad.incidents.names import folded
from marsad.incidents.origins import ordered, origins
from marsad.places.place import Place
from marsad.reports.report import Report
from marsad.times.interval import Basis, Precision, When

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What all incidents of one merge share: the reports, which repeat which, who fights with whom, and the ids.

    ``merged`` gives for each incident of a record the id of the merged incident it went into, ``parts`` for a merged
    incident the claims about the incidents that are part of it.
    """

    reports: Mapping[str, Report]
    copies: Mapping[str, str]
    sides: Mapping[str, str]
    merged: Mapping[str, str]
    parts: Mapping[str, tuple[RecordedClaim, ...]]
    verdicts: tuple[Verdict, ...]


def fused(group: Sequence[Telling], code: str, around: Surroundings) -> MergedIncident:
    """Make one incident of a group of tellings, first one first, whose id it takes."""
    identity = group[0].id
    ours = {one.report.id: one.report for one in group}
    repeated = _repeated(list(ours), around.copies)
    claims = tuple(
        replace(claim, incident=identity) for claim in ordered((at for one in group for at in one.claims), ours)
    )
    incident = _incident(group, claims, repeated, around)
    band = origins(claims, reports=ours, copies=repeated)
    counted = [one for one in incident.perpetrators if _counts(one, claims, repeated)]
    return MergedIncident(
        code=code,
        incident=incident,
        reports=tuple(_reference(one.report, around.copies) for one in _one_a_report(group)),
        claims=claims,
        origins=band,
        grade=grade(band, counted, incident.contradictions),
        history=history(
            (*claims, *around.parts.get(identity, ())), [one.report for one in _one_a_report(group)], repeated
        ),
        judgements=_judgements(group, around),
    )


def _incident(
    group: Sequence[Telling], claims: Sequence[RecordedClaim], repeated: Mapping[str, str], around: Surroundings
) -> Incident:
    """Make the incident itself. What only a copy adds is kept, but it never decides."""
    own = [one for one in group if one.report.id not in repeated]
    told = [one.incident for one in group]
    reports = {one.report.id: one.report for one in group}
    kind = _kind([one.incident.kind for one in own])
    perpetrators = _perpetrators(told)
    numbers = (*claims, *around.parts.get(group[0].id, ()))
    return Incident(
        id=group[0].id,
        kind=kind,
        main=any(one.main for one in told),
        acled=next(one.acled for one in told if one.kind is kind),
        when=_when([one.incident.when for one in own]),
        places=_places(told, own),
        perpetrators=perpetrators,
        targets=_targets(told),
        weapons=_first((weapon for one in told for weapon in one.weapons), lambda weapon: folded(weapon.name)),
        figures=figures(numbers, reports=reports, copies=repeated),
        contradictions=contradictions(
            numbers, perpetrators, tellings=told, reports=reports, copies=repeated, sides=around.sides
        ),
        responds_to=_pointed((one.responds_to for one in told), group[0].id, around.merged),
        part_of=_pointed((one.part_of for one in told), group[0].id, around.merged),
        claims=tuple(claim.id for claim in claims),
    )


def _repeated(reports: Sequence[str], copies: Mapping[str, str]) -> dict[str, str]:
    """Return which of these reports repeat another of them: of each family all but the original or the first."""
    firsts: dict[str, str] = {report: report for report in reports if report not in copies}
    for report in reports:
        firsts.setdefault(copies.get(report, report), report)
    return {report: firsts[root] for report in reports if firsts[root := copies.get(report, report)] != report}


def _kind(kinds: Sequence[Kind]) -> Kind:
    """Choose the kind most reports give; among equals the one that says most."""
    votes = Counter(kinds)
    order = list(Kind)
    return min(votes, key=lambda kind: (-votes[kind], kind in VAGUE, order.index(kind)))


def _when(times: Sequence[When | None]) -> When | None:
    """Choose the time: the fewest days, then the most reports that it may be true with, then the finest hour."""
    stated = [when for when in times if when is not None]
    dated = [(days, when) for when in stated if (days := length_in_days(when)) is not None]
    if not dated:
        return stated[0] if stated else None
    fineness = list(Precision)

    def rank(one: tuple[int, When]) -> tuple[int, int, int, bool]:
        days, when = one
        shared = sum(days_between(when, other) == 0 for other in stated)
        return days, -shared, fineness.index(when.precision), when.basis is not Basis.EXPLICIT

    return min(dated, key=rank)[1]


def _places(told: Sequence[Incident], own: Sequence[Telling]) -> tuple[Place, ...]:
    """Return all places, each once, the finest first and among equals the one that most originals name."""
    votes = Counter(_place_key(place) for one in own for place in one.incident.places)
    unique = _first((place for one in told for place in one.places), _place_key)
    return tuple(sorted(unique, key=lambda place: (place.level.rank, -votes[_place_key(place)])))


def _place_key(place: Place) -> tuple[str, str]:
    """Return by what two mentions are one place: the gazetteer's id, else the name."""
    return place.relation.value, place.gazetteer or folded(place.name)


def _perpetrators(told: Sequence[Incident]) -> tuple[Perpetrator, ...]:
    """Return all who are blamed, once for each basis, with the claims of all reports."""
    merged: dict[tuple[str, str], Perpetrator] = {}
    for one in (one for incident in told for one in incident.perpetrators):
        key = (one.actor or folded(one.name), one.basis.value)
        held = merged.setdefault(key, one)
        merged[key] = replace(held, claims=tuple(dict.fromkeys((*held.claims, *one.claims))))
    return tuple(merged.values())


def _targets(told: Sequence[Incident]) -> tuple[Target, ...]:
    """Return all that was hit, each once, with the claims of all reports."""
    merged: dict[str, Target] = {}
    for one in (one for incident in told for one in incident.targets):
        held = merged.setdefault(folded(one.name), one)
        merged[folded(one.name)] = replace(held, claims=tuple(dict.fromkeys((*held.claims, *one.claims))))
    return tuple(merged.values())


def _first(things: Iterable[Thing], key: Callable[[Thing], object]) -> tuple[Thing, ...]:
    """Keep the first of all that have one key."""
    kept: dict[object, Thing] = {}
    for thing in things:
        kept.setdefault(key(thing), thing)
    return tuple(kept.values())


def _pointed(targets: Iterable[str | None], own: str, merged: Mapping[str, str]) -> str | None:
    """Follow a tie to another incident into the merged one; a tie to oneself is none."""
    followed = (merged[target] for target in targets if target is not None and target in merged)
    return next((target for target in followed if target != own), None)


def _counts(one: Perpetrator, claims: Sequence[RecordedClaim], repeated: Mapping[str, str]) -> bool:
    """Whether anybody but a copy blames this perpetrator."""
    by_id = {claim.id: claim.report for claim in claims}
    return any(claim in by_id and by_id[claim] not in repeated for claim in one.claims) or not one.claims


def _one_a_report(group: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return one telling for each report, in order."""
    return _first(group, lambda one: one.report.id)


def _reference(report: Report, copies: Mapping[str, str]) -> ReportReference:
    """Name a report as a merged incident lists it."""
    return ReportReference(
        id=report.id,
        publisher=report.publisher,
        published=report.published.isoformat() if report.published else None,
        title=report.title,
        copy_of=copies.get(report.id),
    )


def _judgements(group: Sequence[Telling], around: Surroundings) -> tuple[str, ...]:
    """Return the judgements that speak of a telling of this group or of its report."""
    ids = {name for one in group for name in (one.id, one.report.id)}
    touching = (one for one in around.verdicts if one.judgement and ids & {one.left, one.right})
    return tuple(dict.fromkeys(one.judgement for one in touching))
