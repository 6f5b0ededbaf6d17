"""Where those who tell of an incident cannot all be right (codebook 9.2, numbers 17 and 23).

Overlapping numbers, a place inside another, a subset beside its total and an origin's own later value are no
contradictions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from marsad.claims.claim import ClaimType, Harm, Kind, Stance
from marsad.incidents.figures import entering, groups
from marsad.incidents.incident import Blame, Contradiction, Incident, Perpetrator, RecordedClaim, Side
from marsad.incidents.names import folded, is_name
from marsad.incidents.origins import STATED, Copies, Reports, counted, ordered, origin_of, side_name
from marsad.incidents.statements import TOTAL, Mismatch, Statement, disjoint, told
from marsad.incidents.tellings import differing
from marsad.incidents.wording import bounds, harmed, plain, toll

ACCUSING = frozenset({Blame.STATED, Blame.ALLEGED, Blame.CLAIMED, Blame.ACCEPTED})
# Events with two sides by nature, where two names are no disagreement.
TWO_SIDED = frozenset({Kind.ARMED_CLASH, Kind.TERRITORY_CHANGE, Kind.RIOT, Kind.PROTEST})


def contradictions(
    claims: Iterable[RecordedClaim],
    perpetrators: Sequence[Perpetrator] = (),
    *,
    tellings: Sequence[Incident] = (),
    reports: Reports | None = None,
    copies: Copies | None = None,
    sides: Mapping[str, str] | None = None,
) -> tuple[Contradiction, ...]:
    """Return every disagreement about one incident, in a fixed order.

    ``tellings`` are the incident as each report alone tells it, from which days, places and kinds are compared.
    ``sides`` groups roster ids that fight as one, so that an army and its air force are no two perpetrators.
    """
    known, same = reports or {}, copies or {}
    single = counted(ordered(claims, known), same)
    present = {claim.id for claim in single}
    blamed = tuple(one for one in perpetrators if present & set(one.claims))
    return (
        *_of_numbers(single, known),
        *_of_occurrence(single, known),
        *_of_responsibility(single, blamed, known),
        *_of_perpetrators(single, blamed, known, sides or {}),
        *differing(tellings, single, known),
    )


def _of_numbers(claims: Sequence[RecordedClaim], reports: Reports) -> Iterator[Contradiction]:
    """Find tolls that cannot all be right, and parts that do not make their total."""
    for harm in Harm:
        for group in groups(claims, harm):
            said = told(claims, harm, group, reports)
            yield from _of_tolls(entering(said.statements)[0], harm, group)
            yield from (_of_parts(mismatch, harm, group) for mismatch in said.mismatches)


def _of_tolls(statements: Sequence[Statement], harm: Harm, group: str) -> Iterator[Contradiction]:
    """Find the statements that share no number with another origin's."""
    apart = [one for one in statements if any(_apart(one, other) for other in statements)]
    if not apart:
        return
    by_range: dict[tuple[int, bool, int], list[Statement]] = {}
    for one in apart:
        by_range.setdefault((one.low or 0, one.high is None, one.high or 0), []).append(one)
    ranges = (by_range[key] for key in sorted(by_range))
    yield Contradiction(about=harm.value, sides=tuple(_side(same, _says(same[0], harm, group)) for same in ranges))


def _of_parts(mismatch: Mismatch, harm: Harm, group: str) -> Contradiction:
    """Set parts that do not add up against their total."""
    total = _side([mismatch.total], f"{_says(mismatch.total, harm, group)} in total")
    parts = _side([mismatch.parts], f"{mismatch.parts.words} {harmed(harm)}")
    return Contradiction(about="parts_and_total", sides=(total, parts))


def _of_occurrence(claims: Sequence[RecordedClaim], reports: Reports) -> Iterator[Contradiction]:
    """Set those who say that it happened against those who deny it; who denies having done it does not deny that."""
    occurrences = [claim for claim in claims if claim.type is ClaimType.OCCURRENCE]
    not_us = [claim for claim in claims if claim.type is ClaimType.RESPONSIBILITY and claim.stance is Stance.DENIED]
    told_so = [claim for claim in occurrences if claim.stance in STATED]
    denied = [
        claim
        for claim in occurrences
        if claim.stance is Stance.DENIED and not any(_same_words(claim, other) for other in not_us)
    ]
    yield from _against(told_so, denied, "occurrence", reports)


def _same_words(claim: RecordedClaim, other: RecordedClaim) -> bool:
    """Whether two claims rest on words that overlap: "hitting the" and "hitting the market"."""
    return any(one.span.overlaps(two.span) for one in claim.evidence for two in other.evidence)


def _of_responsibility(
    claims: Sequence[RecordedClaim], blamed: Sequence[Perpetrator], reports: Reports
) -> Iterator[Contradiction]:
    """Set those who name a perpetrator against those who deny that it was they."""
    denials = {claim for one in blamed if one.basis is Blame.DENIED for claim in one.claims}
    denied = [
        claim
        for claim in claims
        if claim.stance is Stance.DENIED and (claim.type is ClaimType.RESPONSIBILITY or claim.id in denials)
    ]
    accused = {one.actor for one in blamed if one.basis is Blame.DENIED and one.actor is not None}
    accusers = [one for one in blamed if one.basis in ACCUSING]
    pointed = [one for one in accusers if one.actor in accused] or accusers
    accusing = {claim for one in pointed for claim in one.claims}
    told_so = [
        claim
        for claim in claims
        if claim.stance in STATED and (claim.type is ClaimType.RESPONSIBILITY or claim.id in accusing)
    ]
    yield from _against(told_so, denied, "responsibility", reports)


def _against(
    told_so: Sequence[RecordedClaim], denied: Sequence[RecordedClaim], about: str, reports: Reports
) -> Iterator[Contradiction]:
    """Make a contradiction of assertions and denials, unless one origin holds both (a change of mind, or a quote)."""
    deniers = {origin_of(claim, reports).key for claim in denied}
    others = [claim for claim in told_so if origin_of(claim, reports).key not in deniers]
    if others and denied:
        yield Contradiction(
            about=about,
            sides=(
                Side(holders=_holders(others, reports), claims=_ids(others), says="asserted"),
                Side(holders=_holders(denied, reports), claims=_ids(denied), says="denied"),
            ),
        )


def _of_perpetrators(
    claims: Sequence[RecordedClaim], blamed: Sequence[Perpetrator], reports: Reports, sides: Mapping[str, str]
) -> Iterator[Contradiction]:
    """Find different perpetrators named by different origins; a clash has two sides anyway."""
    if claims and all(claim.event in TWO_SIDED for claim in claims):
        return
    named: dict[str, dict[str, str]] = {}
    said: dict[str, list[RecordedClaim]] = {}
    by_id = {claim.id: claim for claim in claims}
    accusations = [(one, by_id[at]) for one in blamed if one.basis in ACCUSING for at in one.claims if at in by_id]
    for one, claim in accusations:
        identity = _identity(one, sides)
        if identity is None or claim.stance not in STATED:
            continue
        key = origin_of(claim, reports).key
        named.setdefault(key, {}).setdefault(identity, plain(one.name))
        said.setdefault(key, []).append(claim)
    apart = [key for key in named if any(named[key].keys().isdisjoint(named[other]) for other in named)]
    if apart:
        yield _named_apart([(named[key], said[key]) for key in apart], reports)


def _named_apart(
    accounts: Sequence[tuple[Mapping[str, str], Sequence[RecordedClaim]]], reports: Reports
) -> Contradiction:
    """Set origins that name different perpetrators against each other, one side a set of names."""
    by_names: dict[tuple[str, ...], list[RecordedClaim]] = {}
    spelled: dict[tuple[str, ...], str] = {}
    for names, said in accounts:
        key = tuple(sorted(names))
        by_names.setdefault(key, []).extend(said)
        spelled.setdefault(key, ", ".join(names[one] for one in key))
    made = (
        Side(holders=_holders(by_names[key], reports), claims=_ids(by_names[key]), says=spelled[key])
        for key in sorted(by_names)
    )
    return Contradiction(about="perpetrator", sides=tuple(made))


def _identity(one: Perpetrator, sides: Mapping[str, str]) -> str | None:
    """Return by what a perpetrator is told from another; None where it is only described ("gunmen")."""
    if one.actor is not None:
        return sides.get(one.actor, one.actor)
    return folded(one.name) if is_name(one.name) else None


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two origins' statements cannot both be true; two counts of some victims always can."""
    if not (one.whole or other.whole):
        return False
    return disjoint((one.low, one.high), (other.low, other.high))


def _side(statements: Sequence[Statement], says: str) -> Side:
    """Make a side of those who say the same."""
    holders = tuple(dict.fromkeys(side_name(one.origin) for one in statements))
    claims = tuple(dict.fromkeys(claim for one in statements for claim in one.claims))
    return Side(holders=holders, claims=claims, says=says)


def _says(one: Statement, harm: Harm, group: str) -> str:
    """Say a toll as one side of a disagreement: "at least 12 killed", "3 children injured"."""
    if group == TOTAL:
        return f"{bounds(one.low, one.high)} {harmed(harm)}"
    return toll(harm, group, one.low, one.high)


def _holders(claims: Sequence[RecordedClaim], reports: Reports) -> tuple[str, ...]:
    """Name all who make these claims, once each."""
    return tuple(dict.fromkeys(side_name(origin_of(claim, reports)) for claim in claims))


def _ids(claims: Sequence[RecordedClaim]) -> tuple[str, ...]:
    """Return the ids of claims, once each."""
    return tuple(dict.fromkeys(claim.id for claim in claims))
