"""Compares what reading a golden report gave with what it should have given.

A difference is a path into expected.yml (``claims.c2.holder``) and a sentence. Claims are matched by their words
and harm, incidents by the claims and words they share, so that one mistake is reported once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from marsad.claims.claim import ClaimType, Scope
from marsad.incidents.incident import Holder, Incident, RecordedClaim
from marsad.incidents.record import Record
from marsad.text.fold import fold
from marsad.text.span import Evidence, Span

from .cases import Case, ExpectedClaim, ExpectedIncident

COUNTED = frozenset({Scope.THIS_INCIDENT, Scope.PART})
SMALL_WORDS = frozenset({"the", "a", "an", "of", "at", "for", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that is not as expected: where in expected.yml, and what was read instead."""

    path: str
    found: str


def differences(case: Case, record: Record) -> tuple[Difference, ...]:
    """Return everything in the record that is not as the case expects, in the order of the case."""
    claims = match_claims(case, record)
    incidents = match_incidents(case, record, claims)
    return (
        *_of_claims(case, record, claims),
        *_of_incidents(case, record, claims=claims, incidents=incidents),
        *_of_problems(case, record),
    )


def match_claims(case: Case, record: Record) -> Mapping[str, RecordedClaim]:
    """Return, for each expected claim that was found, the claim of the record: same words, and same harm if any.

    Where several share the words, the one most like it is taken: by type, count, holder, stance, then the first.
    """
    found: dict[str, RecordedClaim] = {}
    free = list(record.claims)
    for expected in case.claims:
        fitting = [one for one in free if _same_statement(expected, one)]
        if fitting:
            found[expected.name] = max(fitting, key=partial(_likeness, expected))
            free.remove(found[expected.name])
    return found


def _same_statement(expected: ExpectedClaim, claim: RecordedClaim) -> bool:
    return claim.harm is expected.harm and overlap(claim.evidence, expected.words)


def _likeness(expected: ExpectedClaim, claim: RecordedClaim) -> tuple[bool, ...]:
    same_count = _count(claim) == (expected.low, expected.high)
    same_holder = _same_holder(expected, claim.holder)
    return claim.type is expected.type, same_count, same_holder, claim.stance is expected.stance


def match_incidents(case: Case, record: Record, claims: Mapping[str, RecordedClaim]) -> Mapping[str, Incident]:
    """Return, for each expected incident that was found, the incident of the record that shares most with it."""
    found: dict[str, Incident] = {}
    free = list(record.incidents)
    for expected in case.incidents:
        shared = [(_shared(expected, one, record, claims), -number) for number, one in enumerate(free)]
        best, number = max(shared, default=((0, 0, False), 0))
        if any(best):
            found[expected.name] = free.pop(-number)
    return found


def _shared(
    expected: ExpectedIncident, incident: Incident, record: Record, claims: Mapping[str, RecordedClaim]
) -> tuple[int, int, bool]:
    """Say how much of an expected incident is in this one: claims, trigger words, and then kind and place."""
    same = sum(name in claims and claims[name].id in incident.claims for name in expected.claims)
    told = [one for one in record.claims if one.id in incident.claims and one.type is not ClaimType.CASUALTY]
    trigger = sum(overlap(one.evidence, expected.marks["trigger"]) for one in told)
    placed = overlap([place.evidence for place in incident.places], expected.marks.get("location", ()))
    return same, trigger, placed and bool(same or trigger or incident.kind is expected.kind)


def _of_claims(case: Case, record: Record, claims: Mapping[str, RecordedClaim]) -> Iterator[Difference]:
    ids = {name: claim.id for name, claim in claims.items()}
    for expected in case.claims:
        claim = claims.get(expected.name)
        if claim is None:
            yield Difference(path=f"claims.{expected.name}", found="not found")
            continue
        for part, as_expected, found in _claim_parts(expected, claim, ids):
            if not as_expected:
                yield Difference(path=f"claims.{expected.name}.{part}", found=found)
    extra = [claim for claim in record.claims if _is_figure(claim) and claim.id not in ids.values()]
    if extra:
        said = "; ".join(f"{claim.harm or claim.type} {_words(claim.evidence)}" for claim in extra)
        yield Difference(path="claims.extra", found=said)


def _is_figure(claim: RecordedClaim) -> bool:
    """Whether a claim no case may leave out: others may be made freely, since each only says what is there."""
    return claim.type is ClaimType.CASUALTY


def _claim_parts(
    expected: ExpectedClaim, claim: RecordedClaim, ids: Mapping[str, str]
) -> Iterator[tuple[str, bool, str]]:
    """Yield each part of a claim: its name, whether it is as expected, and what was read."""
    yield "type", claim.type is expected.type, str(claim.type)
    yield "stance", claim.stance is expected.stance, str(claim.stance)
    holder = claim.holder
    yield "holder", _same_holder(expected, holder), holder.holder if holder else "the report's own voice"
    if expected.relay is not None:
        outer = claim.attribution[:-1]
        same = len(outer) == len(expected.relay) and all(map(same_name, expected.relay, _names(outer)))
        yield "relay", same, ", ".join(_names(outer)) or "nobody"
    if expected.harm is None:
        return
    yield "count", _count(claim) == (expected.low, expected.high), "{} to {}".format(*_count(claim))
    yield "scope", _same_scope(expected, claim), str(claim.scope)
    wanted = ids.get(expected.subset_of, "") if expected.subset_of else None
    yield "subset_of", claim.subset_of == wanted, str(claim.subset_of)
    said = _victims(claim)
    differing = [f"{key} {said.get(key)}" for key, value in expected.victims if said.get(key) != value]
    yield "victims", not differing, ", ".join(differing)


def _same_scope(expected: ExpectedClaim, claim: RecordedClaim) -> bool:
    """Compare scopes; a subset may be called a part of the incident or simply of this incident."""
    if expected.subset_of is not None and expected.scope in COUNTED:
        return claim.scope in COUNTED
    return claim.scope is expected.scope


def _same_holder(expected: ExpectedClaim, holder: Holder | None) -> bool:
    """Compare holders by the words marked, or by name where a pronoun was followed back."""
    if expected.holder is None or holder is None:
        return expected.holder is None and holder is None
    return overlap([holder.evidence], expected.marks["holder"]) or same_name(expected.holder, holder.holder)


def _of_incidents(
    case: Case, record: Record, *, claims: Mapping[str, RecordedClaim], incidents: Mapping[str, Incident]
) -> Iterator[Difference]:
    for expected in case.incidents:
        incident = incidents.get(expected.name)
        if incident is None:
            yield Difference(path=f"incidents.{expected.name}", found="not found")
            continue
        parts = (*_incident_parts(expected, incident), *_ties(expected, incident, claims, incidents))
        for part, as_expected, found in parts:
            if not as_expected:
                yield Difference(path=f"incidents.{expected.name}.{part}", found=found)
    known = {incident.id for incident in incidents.values()}
    extra = [incident for incident in record.incidents if incident.id not in known]
    if extra:
        kinds = "; ".join(f"{one.kind} {_words([place.evidence for place in one.places])}" for one in extra)
        yield Difference(path="incidents.extra", found=kinds)


def _incident_parts(expected: ExpectedIncident, incident: Incident) -> Iterator[tuple[str, bool, str]]:
    """Yield what is said of the event itself: kind, days, places and those who took part."""
    yield "kind", incident.kind is expected.kind, str(incident.kind)
    yield "main", incident.main is expected.main, str(incident.main)
    yield "when", _same_when(expected, incident), _when(incident)
    place = incident.places[0] if incident.places else None
    if expected.place is not None:
        yield "place", place is not None and same_name(expected.place, place.name), place.name if place else "nowhere"
    if expected.province is not None:
        province = place and place.admin1
        yield "province", same_name(expected.province, province or ""), str(province)
    if expected.relation is not None:
        yield "relation", place is not None and place.relation is expected.relation, str(place and place.relation)
    said: tuple[tuple[str, Sequence[Evidence]], ...] = (
        ("location", [one.evidence for one in incident.places]),
        ("attacker", [one.evidence for one in incident.perpetrators]),
        ("target", [one.evidence for one in incident.targets]),
        ("weapon", [one.evidence for one in incident.weapons]),
    )
    for role, words in said:
        if role in expected.marks:
            yield role, overlap(words, expected.marks[role]), _words(words) or "none"


def _ties(
    expected: ExpectedIncident,
    incident: Incident,
    claims: Mapping[str, RecordedClaim],
    incidents: Mapping[str, Incident],
) -> Iterator[tuple[str, bool, str]]:
    """Yield what ties the incident to claims and to other incidents."""
    found = {name for name in expected.claims if name in claims}
    held = {name for name, claim in claims.items() if claim.id in incident.claims}
    yield "claims", held == found, ", ".join(sorted(held)) or "none"
    for tie, wanted, given in (
        ("responds_to", expected.responds_to, incident.responds_to),
        ("part_of", expected.part_of, incident.part_of),
    ):
        there = incidents.get(wanted) if wanted else None
        yield tie, given == (there.id if there else None), str(given)
    if expected.contradictions is not None:
        about = sorted({one.about for one in incident.contradictions})
        yield "contradictions", about == sorted(expected.contradictions), ", ".join(about) or "none"


def _same_when(expected: ExpectedIncident, incident: Incident) -> bool:
    """Compare days, and precision and clock where the case states them; no time at all is no known day."""
    wanted, when = expected.when, incident.when
    if when is None or wanted is None:
        return wanted is None and (when is None or when.start is None)
    return (
        (when.start, when.end) == (wanted.start, wanted.end)
        and wanted.precision in (None, when.precision)
        and wanted.local_time in (None, when.local_time)
        and (when.evidence is None or overlap([when.evidence], expected.marks["time"]))
    )


def _of_problems(case: Case, record: Record) -> Iterator[Difference]:
    for code in case.problems:
        if code not in {problem.code for problem in record.problems}:
            yield Difference(path=f"problems.{code}", found="not recorded")


def overlap(words: Sequence[Evidence], marks: Sequence[Span]) -> bool:
    """Whether any of these words stands under any of these marks."""
    return any(one.span.overlaps(mark) for one in words for mark in marks)


def same_name(expected: str, found: str) -> bool:
    """Whether two names share half of their telling words."""
    one, other = (set(fold(name).split()) - SMALL_WORDS for name in (expected, found))
    return bool(one) and 2 * len(one & other) >= len(one | other)


def _names(holders: Sequence[Holder]) -> list[str]:
    return [holder.holder for holder in holders]


def _count(claim: RecordedClaim) -> tuple[int | None, int | None]:
    return (claim.count.low, claim.count.high) if claim.count else (None, None)


def _victims(claim: RecordedClaim) -> dict[str, str | None]:
    victims = claim.victims
    if victims is None:
        return {}
    return {
        "class": str(victims.victim_class),
        "group": victims.group,
        "demographic": victims.demographic,
        "protected": victims.protected,
        "nationality": victims.nationality,
    }


def _when(incident: Incident) -> str:
    when = incident.when
    if when is None:
        return "no time"
    words = when.evidence.quote if when.evidence else "no words"
    return f"{when.start} to {when.end}, {when.precision}, {when.local_time}, by {words!r}"


def _words(words: Sequence[Evidence]) -> str:
    return ", ".join(repr(one.quote) for one in words)
