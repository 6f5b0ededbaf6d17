"""What each origin says of one toll: its latest statement, its parts added up, its repetitions taken once.

The rules are codebook 9.2, numbers 4 to 17. An origin's statements of one day that can all be true narrow each other
("12" beside "at least 12" is 12); those that cannot are both kept, as the span from the one to the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from marsad.actors.actor import VictimClass
from marsad.claims.claim import ClaimType, Harm, Scope
from marsad.incidents.incident import RecordedClaim
from marsad.incidents.origins import STATED, Origin, Reports, origin_of, published_order, side_name
from marsad.incidents.wording import bounds, listed, says, worded
from marsad.text.span import Part

TOTAL = "total"
CLASSES = frozenset({VictimClass.CIVILIAN, VictimClass.COMBATANT, VictimClass.SECURITY})
FEWEST_PARTS = 2
Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one origin says of one toll. ``whole`` is False where it counts only some of the victims."""

    origin: Origin
    low: int | None
    high: int | None
    words: str
    claims: tuple[str, ...]
    whole: bool = True

    @property
    def line(self) -> str:
        """The statement as a step of a derivation: "two residents say at least 12"."""
        name = side_name(self.origin)
        return f"{name} {'says' if self.origin.own_voice else says(self.origin.name)} {self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """Parts of one origin that do not make the total which it, or the report, gives."""

    total: Statement
    parts: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that is said of one harm to one group: a statement an origin, how they came about, what does not add up."""

    statements: tuple[Statement, ...]
    notes: tuple[str, ...]
    mismatches: tuple[Mismatch, ...]


def enters(claim: RecordedClaim) -> bool:
    """Whether a claim may enter a figure: it states a number, of this incident, as a fact or an allegation."""
    return (
        claim.type is ClaimType.CASUALTY
        and claim.count is not None
        and claim.scope in (Scope.THIS_INCIDENT, Scope.PART)
        and claim.stance in STATED
    )


def group_of(claim: RecordedClaim) -> str:
    """Return the victim group a claim counts, finest first; "total" where it counts people of any kind."""
    victims = claim.victims
    if victims is None:
        return TOTAL
    named = victims.demographic or victims.protected
    if named:
        return named
    return victims.victim_class.value if victims.victim_class in CLASSES else TOTAL


def told(claims: Sequence[RecordedClaim], harm: Harm, group: str, reports: Reports) -> Told:
    """Return what each origin says of one harm to one group. Claims must be in order and free of copies."""
    wanted = [claim for claim in claims if enters(claim) and claim.harm is harm and _counts(claim, group)]
    partial = {claim.id for claim in claims if claim.scope is Scope.PART and claim.subset_of is None}
    by_origin: dict[str, list[RecordedClaim]] = {}
    for claim in wanted:
        by_origin.setdefault(origin_of(claim, reports).key, []).append(claim)
    each = [_of_origin(tuple(said), group, partial, reports) for said in by_origin.values()]
    return Told(
        statements=tuple(one for part in each for one in part.statements),
        notes=tuple(note for part in each for note in part.notes),
        mismatches=tuple(mismatch for part in each for mismatch in part.mismatches),
    )


def as_parts(claims: Iterable[RecordedClaim]) -> tuple[RecordedClaim, ...]:
    """Return the claims about the parts of an incident as its parent counts them: each as a part of the whole."""
    return tuple(
        replace(claim, scope=Scope.PART) if claim.scope is Scope.THIS_INCIDENT and claim.subset_of is None else claim
        for claim in claims
    )


def disjoint(left: Interval, right: Interval) -> bool:
    """Whether no number lies in both intervals; None is an open end."""
    return _below(left[1], right[0]) or _below(right[1], left[0])


def narrowed(intervals: Iterable[Interval]) -> tuple[Interval, bool]:
    """Return what all intervals share and True or, where they share nothing, the span over all and False."""
    every = tuple(intervals)
    lows = [low for low, _ in every if low is not None]
    highs = [high for _, high in every if high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None or high is None or low <= high:
        return (low, high), True
    open_low, open_high = len(lows) < len(every), len(highs) < len(every)
    return (None if open_low else min(lows), None if open_high else max(highs)), False


def _counts(claim: RecordedClaim, group: str) -> bool:
    """Whether a claim tells of a group; a subset ("including three children") tells nothing new of the total."""
    return claim.subset_of is None if group == TOTAL else group_of(claim) == group


def _of_origin(claims: tuple[RecordedClaim, ...], group: str, partial: set[str], reports: Reports) -> Told:
    """Return the latest statement of one origin, with its earlier ones noted."""
    by_report: dict[str, list[RecordedClaim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    origin = origin_of(claims[0], reports)
    each = {report: _of_report(said, group, partial, origin) for report, said in by_report.items()}
    whole = {report: one for report, one in each.items() if one.statements[0].whole} or each
    latest, earlier = _latest(tuple(whole), reports)
    one, notes = _joined(tuple(whole[report].statements[0] for report in latest))
    notes = (*(note for report in latest for note in whole[report].notes), *notes)
    superseded = tuple(f"{whole[report].statements[0].line}: superseded by its later statement" for report in earlier)
    mismatches = tuple(mismatch for report in latest for mismatch in whole[report].mismatches)
    return Told(statements=(one,), notes=(*superseded, *notes), mismatches=mismatches)


def _latest(told_in: tuple[str, ...], reports: Reports) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split reports into those of the last known day and the earlier ones; one of unknown day is never superseded."""
    days = {report: known.published for report in told_in if (known := reports.get(report)) is not None}
    last = max((day for day in days.values() if day is not None), default=None)
    latest = [report for report in told_in if days.get(report) in (None, last)]
    ordered = sorted(latest, key=lambda report: published_order(report, reports))
    return tuple(ordered), tuple(report for report in told_in if report not in latest)


def _of_report(claims: list[RecordedClaim], group: str, partial: set[str], origin: Origin) -> Told:
    """Return what one origin says in one report: its whole figure, else its parts, else its groups, added up."""
    parts = _distinct_parts([claim for claim in claims if _is_part(claim, partial)])
    rest = [claim for claim in claims if not _is_part(claim, partial)]
    wholes = [claim for claim in rest if group_of(claim) == group]
    grouped = [claim for claim in rest if group_of(claim) != group]
    summed = _sum(parts, origin, group) if parts else None
    if wholes:
        total, notes = _joined(tuple(_single(claim, origin) for claim in wholes))
        # Parts are held against the total alone: a part of unknown people may be of any group.
        return _against_parts(total, summed if group == TOTAL else None, notes, len(parts))
    if summed is not None:
        return Told(statements=(summed,), notes=(), mismatches=())
    return Told(statements=(_of_groups(grouped, origin),), notes=(), mismatches=())


def _against_parts(total: Statement, summed: Statement | None, notes: tuple[str, ...], parts: int) -> Told:
    """Hold an origin's total against its own parts: they agree, fall short of it, or cannot both be true."""
    if summed is None:
        return Told(statements=(total,), notes=notes, mismatches=())
    apart = disjoint((summed.low, summed.high), (total.low, total.high))
    if not apart and parts < FEWEST_PARTS:
        return Told(statements=(total,), notes=notes, mismatches=())
    verdict = "they do not agree with its" if apart else "they agree with its"
    note = f"{summed.line}: {verdict} total of {bounds(total.low, total.high)}"
    mismatches = (Mismatch(total=total, parts=summed),) if apart else ()
    return Told(statements=(total,), notes=(*notes, note), mismatches=mismatches)


def _is_part(claim: RecordedClaim, partial: set[str]) -> bool:
    """Whether a claim counts the victims of one place or moment only, or a subset of such a count."""
    return claim.subset_of in partial or (claim.scope is Scope.PART and claim.subset_of is None)


def _distinct_parts(parts: list[RecordedClaim]) -> list[RecordedClaim]:
    """Keep the parts that can be added up.

    The headline repeats the body, and "two children" beside "six people" may be among the six.
    """
    body = [claim for claim in parts if claim.evidence[0].span.part is Part.TEXT] or parts
    return [claim for claim in body if not _crosses_groups(claim)] or body


def _crosses_groups(claim: RecordedClaim) -> bool:
    """Whether a claim counts by age, sex or work, which runs across the classes of victims."""
    victims = claim.victims
    return victims is not None and bool(victims.demographic or victims.protected)


def _sum(parts: list[RecordedClaim], origin: Origin, group: str) -> Statement:
    """Add up the parts that one origin gives; a single part of a total leaves its top open.

    A victim group has its own number in "nine soldiers and two civilians", so that one part is all of it.
    """
    if len(parts) < FEWEST_PARTS and group != TOTAL:
        return _single(parts[0], origin)
    lows = [claim.count.low for claim in parts if claim.count and claim.count.low is not None]
    highs = [claim.count.high for claim in parts if claim.count and claim.count.high is not None]
    counts = tuple(worded(claim.count) for claim in parts if claim.count)
    low = sum(lows) if lows else None
    many = len(parts) >= FEWEST_PARTS
    high = sum(highs) if many and len(highs) == len(parts) else None
    words = f"{listed(counts)}, which make {bounds(low, high)}" if many else f"{counts[0]} for a part"
    ids = tuple(claim.id for claim in parts)
    return Statement(origin=origin, low=low, high=high, words=words, claims=ids, whole=many)


def _of_groups(claims: list[RecordedClaim], origin: Origin) -> Statement:
    """Read a total from groups of victims: apart by class they add up, else the largest one stands."""
    single = {group_of(claim): _single(claim, origin) for claim in claims}
    if len(single) == len(claims) >= FEWEST_PARTS and not any(_crosses_groups(claim) for claim in claims):
        return replace(_sum(claims, origin, TOTAL), whole=False)
    largest = max(claims, key=lambda claim: (claim.count.low or 0 if claim.count else 0, claim.id))
    return replace(_single(largest, origin), whole=False)


def _single(claim: RecordedClaim, origin: Origin) -> Statement:
    """Return a claim's own number as a statement."""
    if claim.count is None:
        raise ValueError(f"claim {claim.id} of report {claim.report} states no number")
    count = claim.count
    return Statement(origin=origin, low=count.low, high=count.high, words=worded(count), claims=(claim.id,))


def _joined(said: tuple[Statement, ...]) -> tuple[Statement, tuple[str, ...]]:
    """Make one statement of several by one origin: what they share or, if nothing, the span over all."""
    if len(said) == 1:
        return said[0], ()
    (low, high), shared = narrowed((one.low, one.high) for one in said)
    words = listed(tuple(dict.fromkeys(one.words for one in said)))
    ids = tuple(dict.fromkeys(claim for one in said for claim in one.claims))
    joined = Statement(origin=said[0].origin, low=low, high=high, words=words, claims=ids, whole=said[0].whole)
    return joined, () if shared else (f"{joined.line}: both are kept, since no later statement decides",)


def _below(high: int | None, low: int | None) -> bool:
    """Whether an upper end lies below a lower one; an open end never does."""
    return high is not None and low is not None and high < low
