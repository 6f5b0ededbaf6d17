"""The tolls of an incident, each with its derivation in plain words.

A figure is never one report's number made official: it is the range that the origins behind the reports state, by a
named policy. Denials, guesses, plans and war-wide tolls never enter; they are listed as left out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from marsad.claims.claim import ClaimType, Harm, Scope, Stance
from marsad.errors import NotFoundError
from marsad.incidents.incident import Figure, RecordedClaim
from marsad.incidents.origins import STATED, Copies, Reports, counted, ordered, origin_of
from marsad.incidents.statements import TOTAL, Interval, Statement, Told, disjoint, enters, group_of, told
from marsad.incidents.wording import GROUP_WORDS, bounds, plain, toll, worded

UNUSED_STANCES = {
    Stance.POSSIBLE: "only called possible",
    Stance.PLANNED: "planned, not done",
    Stance.HYPOTHETICAL: "a supposition",
}
UNUSED_SCOPES = {
    Scope.MULTI_INCIDENT: "counts several incidents",
    Scope.CUMULATIVE: "counts a longer time",
    None: "does not tell which incident it counts",
}


def figures(
    claims: Iterable[RecordedClaim],
    *,
    policy: str = "stated_range",
    reports: Reports | None = None,
    copies: Copies | None = None,
) -> tuple[Figure, ...]:
    """Return the tolls of one incident from all claims about it, the total first, then each victim group.

    ``reports`` (by id) gives publishers and days: without it a report's own voice has no name, and no statement is
    known to be later than another. ``copies`` maps a report to the one whose words it repeats; such a report counts
    once. A harm that nobody states a number for has no figure.
    """
    if policy not in POLICIES:
        raise NotFoundError(f"there is no policy {policy!r} for figures; choose one of: {', '.join(sorted(POLICIES))}")
    known = reports or {}
    every = ordered(claims, known)
    single = counted(every, copies or {})
    repeated = _repetitions(every, single, known, copies or {})
    made = (
        _figure(told(single, harm, group, known), harm, group, policy)
        for harm in Harm
        for group in groups(single, harm)
    )
    return tuple(_noted(figure, single, known, repeated) for figure in made if figure is not None)


def groups(claims: Sequence[RecordedClaim], harm: Harm) -> tuple[str, ...]:
    """Return the victim groups that claims of one harm tell of, in a fixed order, the total first."""
    found = {group_of(claim) for claim in claims if enters(claim) and claim.harm is harm}
    if not found:
        return ()
    rank = {group: number for number, group in enumerate(GROUP_WORDS)}
    rest = sorted(found - {TOTAL}, key=lambda group: (rank.get(group, len(rank)), group))
    return (TOTAL, *rest)


def entering(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Split statements into those that enter a figure and those that count only some of its victims.

    A count of some victims ("twelve civilians") stands for the total where nobody gives one, and where it is above
    every total given.
    """
    whole = tuple(one for one in statements if one.whole)
    if not whole:
        return tuple(statements), ()
    used = tuple(one for one in statements if one.whole or all(_above(one, total) for total in whole))
    return used, tuple(one for one in statements if one not in used)


def stated_range(statements: Sequence[Statement]) -> Interval:
    """Combine by the policy "stated_range": from the smallest low to the largest high anyone states.

    The high end is open (None) where someone gives no upper bound and starts at or above all finite ones; the low
    end is open where someone gives no lower bound.
    """
    lows = [one.low for one in statements]
    highs = [one.high for one in statements if one.high is not None]
    low = None if None in lows else min((low for low in lows if low is not None), default=None)
    top = max(highs, default=None)
    unbounded = [one.low or 0 for one in statements if one.high is None]
    if top is None or any(start >= top for start in unbounded):
        return low, None
    return low, top


POLICIES: dict[str, Callable[[Sequence[Statement]], Interval]] = {"stated_range": stated_range}


def _figure(said: Told, harm: Harm, group: str, policy: str) -> Figure | None:
    """Make one figure from what the origins say, or none where nobody states a number."""
    used, partial = entering(said.statements)
    if not used:
        return None
    low, high = POLICIES[policy](used)
    why = [one.line for one in used]
    why += said.notes
    why += [f"{one.line}: not a total, so it does not enter" for one in partial]
    if len(used) > 1:
        why.append(f"lowest to highest stated: {toll(harm, group, low, high)}")
    entered = tuple(claim for one in used for claim in one.claims)
    return Figure(
        harm=harm, victims=group, low=low, high=high, best=None, policy=policy, claims=entered, why=tuple(why)
    )


def _noted(figure: Figure, claims: Sequence[RecordedClaim], reports: Reports, repeated: tuple[str, ...]) -> Figure:
    """Add to a total what was left out of it; the groups' figures need no second list."""
    if figure.victims != TOTAL:
        return figure
    left = (_left_out(claim, reports) for claim in claims if claim.harm is figure.harm and not enters(claim))
    why = (*figure.why, *dict.fromkeys(line for line in left if line), *repeated)
    return replace(figure, why=why)


def _left_out(claim: RecordedClaim, reports: Reports) -> str | None:
    """Say why a casualty claim does not enter its figure."""
    if claim.type is not ClaimType.CASUALTY:
        return None
    name = origin_of(claim, reports).name
    if claim.stance is Stance.DENIED:
        return f"left out: {_possessive(name)} denial"
    number = worded(claim.count) if claim.count else "no number"
    if claim.stance not in STATED:
        return f"left out: {_possessive(name)} {number}, {UNUSED_STANCES[claim.stance]}"
    if claim.scope in UNUSED_SCOPES:
        return f"left out: {_possessive(name)} {number}, which {UNUSED_SCOPES[claim.scope]}"
    return f"left out: {name}, with no number"


def _repetitions(
    every: Sequence[RecordedClaim], single: Sequence[RecordedClaim], reports: Reports, copies: Copies
) -> tuple[str, ...]:
    """Say which reports were counted once with the report whose words they repeat."""
    kept = {claim.report for claim in single}
    repeating = dict.fromkeys(claim.report for claim in every if claim.report not in kept)
    return tuple(
        f"{_report_name(report, reports)}: same words as {_report_name(copies[report], reports)}: counted once"
        for report in repeating
    )


def _report_name(report: str, reports: Reports) -> str:
    """Name a report by its publisher, and by its id where that is unknown."""
    known = reports.get(report)
    return f"the {plain(known.publisher)} report" if known and known.publisher else f"report {report}"


def _possessive(name: str) -> str:
    """Return the name with its English possessive mark."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _above(one: Statement, total: Statement) -> bool:
    """Whether a count of some victims is more than a total allows."""
    return disjoint((one.low, one.high), (total.low, total.high)) and (one.low or 0) > (total.high or 0)


def bounds_of(figure: Figure) -> str:
    """Say a figure's range in words: "12", "at least 6", "6 to 11"."""
    return bounds(figure.low, figure.high)
