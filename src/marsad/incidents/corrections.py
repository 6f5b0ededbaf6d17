"""A record as people have corrected it: the same claims under the same ids, with the values that people gave.

The record as read is never touched. Corrections are worked out anew each time, so that undoing one restores exactly
what the reader made.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from marsad.claims.claim import ClaimType, Count, Harm, Kind, Stance
from marsad.errors import MarsadError
from marsad.incidents.codec import decode
from marsad.incidents.contradictions import contradictions
from marsad.incidents.figures import figures
from marsad.incidents.incident import Acled, Holder, Incident, RecordedClaim
from marsad.incidents.judgement import Action, Aspect, Judgement, standing
from marsad.incidents.record import Record
from marsad.incidents.shape import Plain
from marsad.knowledge.tables import acled
from marsad.places.place import Place
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import Basis, Precision, When

_FINER_THAN_A_DAY = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})
_OF_CASUALTIES = frozenset({Aspect.COUNT, Aspect.HARM, Aspect.SUBSET})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """One correction made ready: what was judged, the new value, and the record it bends."""

    judgement: Judgement
    value: Plain
    record: Record

    @property
    def report(self) -> Report:
        return self.record.report

    def refuse(self, why: str) -> MarsadError:
        given = self.judgement
        return MarsadError(f"judgement {given.id} on {given.left}: {why}; undo it and judge again")

    def enum(self, kind: type[StrEnum]) -> Any:  # noqa: ANN401 - a member of the kind given
        if self.value not in list(kind):
            raise self.refuse(f"{self.value!r:.80} is none of {', '.join(kind)}")
        return kind(self.value)

    def part(self, kind: type[Any]) -> Any:  # noqa: ANN401 - an object of the kind given
        if self.value is None:
            return None
        try:
            return decode(kind, self.value, report=self.report.id)
        except MarsadError as wrong:
            raise self.refuse(str(wrong)) from wrong

    def supported(self, evidence: Evidence) -> None:
        if not self.report.supports(evidence):
            raise self.refuse(f"report {self.report.id} does not say {evidence.quote!r:.80} there")


def apply_corrections(
    record: Record, judgements: Iterable[Judgement], *, sides: Mapping[str, str] | None = None
) -> Record:
    """Return the record as corrected by the judgements in force, oldest first; others leave it as it is.

    Claims keep their ids. The figures and contradictions of an incident whose claims were corrected are worked out
    again (``sides`` as for ``contradictions``). A correction that does not fit its claim raises MarsadError.
    """
    bent = record
    for judgement in standing(judgements):
        if judgement.action is Action.CORRECT and judgement.value is not None:
            bent = _corrected(_Given(judgement=judgement, value=json.loads(judgement.value), record=bent))
    if bent.claims == record.claims:
        return bent
    before = {claim.id: claim for claim in record.claims}
    touched = {claim.incident for claim in bent.claims if claim != before[claim.id]}
    return replace(bent, incidents=tuple(_retold(each, bent, touched, sides) for each in bent.incidents))


def _corrected(given: _Given) -> Record:
    record, left = given.record, given.judgement.left
    if any(claim.id == left for claim in record.claims):
        claims = tuple(_claim(claim, given) if claim.id == left else claim for claim in record.claims)
        return replace(record, claims=claims)
    if all(incident.id != left for incident in record.incidents):
        return record
    if given.judgement.field is Aspect.NOT_AN_INCIDENT:
        return _without(record, left)
    return replace(record, incidents=tuple(_incident(each, given) for each in record.incidents))


def _claim(claim: RecordedClaim, given: _Given) -> RecordedClaim:
    aspect = given.judgement.field
    if aspect in _OF_CASUALTIES and claim.type is not ClaimType.CASUALTY:
        raise given.refuse(f"a claim of {claim.type} has no {aspect}")
    changes: dict[Aspect, Callable[[], dict[str, Any]]] = {
        Aspect.COUNT: lambda: {"count": given.part(Count)},
        Aspect.HARM: lambda: {"harm": given.enum(Harm)},
        Aspect.STANCE: lambda: {"stance": given.enum(Stance)},
        Aspect.KIND: lambda: {"event": given.enum(Kind)},
        Aspect.HOLDER: lambda: {"attribution": _attribution(claim, given)},
        Aspect.SUBSET: lambda: {"subset_of": _whole(claim, given)},
    }
    if aspect is None or aspect not in changes:
        raise given.refuse(f"a claim has no {aspect} to correct")
    return replace(claim, **changes[aspect]())


def _attribution(claim: RecordedClaim, given: _Given) -> tuple[Holder, ...]:
    """Return the chain of speakers with another one at its end; nobody there is the report's own voice."""
    holder = given.part(Holder)
    if holder is None:
        return ()
    given.supported(holder.evidence)
    return (*claim.attribution[:-1], holder)


def _whole(claim: RecordedClaim, given: _Given) -> str | None:
    others = [other.id for other in given.record.claims if other.id != claim.id]
    if given.value is not None and given.value not in others:
        raise given.refuse(f"{given.value!r:.80} is no other claim of report {given.report.id}")
    return given.value if given.value is None else str(given.value)


def _incident(incident: Incident, given: _Given) -> Incident:
    if incident.id != given.judgement.left:
        return incident
    aspect = given.judgement.field
    if aspect is Aspect.KIND:
        kind: Kind = given.enum(Kind)
        event_type, sub_event_type = acled(kind.value)
        return replace(incident, kind=kind, acled=Acled(event_type=event_type, sub_event_type=sub_event_type))
    if aspect is Aspect.PLACE:
        return replace(incident, places=_places(incident, given))
    if aspect is Aspect.DAY:
        return replace(incident, when=_when(incident.when, given))
    raise given.refuse(f"an incident has no {aspect} to correct")


def _places(incident: Incident, given: _Given) -> tuple[Place, ...]:
    """Return the places with another one as the most specific; none means that no place is known."""
    place = given.part(Place)
    if place is None:
        return ()
    given.supported(place.evidence)
    return (place, *incident.places[1:])


def _when(when: When | None, given: _Given) -> When:
    """Return the same words, meaning other days: one day, a pair of days, or null for unknown."""
    days = given.value if isinstance(given.value, list) else [given.value, given.value]
    try:
        start, end = (None if day is None else date.fromisoformat(day) for day in days)
    except (TypeError, ValueError):
        raise given.refuse(f"{given.value!r:.80} is neither a day nor a pair of days") from None
    if (start is None) is not (end is None) or (start and end and start > end):
        raise given.refuse(f"{given.value!r:.80} does not run from a day to a later one")
    held = when or _UNTOLD
    precision = Precision.UNKNOWN if start is None else Precision.DAY if start == end else Precision.DAYS
    if start is not None and start == end and held.precision in _FINER_THAN_A_DAY:
        precision = held.precision
    return replace(held, start=start, end=end, precision=precision, rule=f"corrected by {given.judgement.id}")


_UNTOLD = When(
    start=None,
    end=None,
    local_time=None,
    tz=None,
    precision=Precision.UNKNOWN,
    basis=Basis.NONE,
    rule=None,
    evidence=None,
)


def _without(record: Record, gone: str) -> Record:
    """Return the record with that incident taken out; its claims stay, and belong to no incident."""
    claims = tuple(replace(each, incident=None) if each.incident == gone else each for each in record.claims)
    incidents = tuple(
        replace(
            each,
            responds_to=None if each.responds_to == gone else each.responds_to,
            part_of=None if each.part_of == gone else each.part_of,
        )
        for each in record.incidents
        if each.id != gone
    )
    return replace(record, claims=claims, incidents=incidents)


def _retold(incident: Incident, record: Record, touched: set[str | None], sides: Mapping[str, str] | None) -> Incident:
    """Return the incident with its figures and contradictions as its claims now give them."""
    if incident.id not in touched:
        return incident
    claims = tuple(claim for claim in record.claims if claim.incident == incident.id)
    reports = {record.report.id: record.report}
    disputes = contradictions(claims, incident.perpetrators, reports=reports, sides=sides)
    return replace(incident, figures=figures(claims, reports=reports), contradictions=disputes)
