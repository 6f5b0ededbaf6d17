"""The error report as it is printed: errors by cause, each with examples, and what changed since the pinned run."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from benchmarks.quality.outcomes import ONLY_WRONG, ROWS, Outcome
from benchmarks.quality.pinned import Change

TITLES = {"claim": "claim missed", "incident": "incident missed", "perp": "perpetrator"}
"""How a row of the table is called where its errors are listed."""

_DETAILS = 4
_WIDTH = 38


def listed_errors(outcomes: Sequence[Outcome], *, examples: int) -> Iterator[str]:
    """Yield the lines that tell the errors: row by row, the most frequent cause first, the detail of each counted."""
    yield "ERRORS BY CAUSE   id: gold | read | words"
    for row in ROWS:
        judged = [outcome for outcome in outcomes if outcome.row == row]
        wrong = [outcome for outcome in judged if not outcome.right]
        if not wrong:
            continue
        yield ""
        yield f"{TITLES.get(row, row)}: {len(wrong)}" + ("" if row in ONLY_WRONG else f" of {len(judged)}")
        for name, some in _by_cause(wrong):
            yield f"  {len(some):4} {name}{_details(some)}"
            yield from _shown(some, examples)


def listed_changes(changes: Sequence[Change], outcomes: Sequence[Outcome], *, examples: int) -> Iterator[str]:
    """Yield the lines that tell what was gained and lost against the pinned run, first in numbers, then by id."""
    yield "AGAINST THE PINNED RUN"
    if not changes:
        yield "  nothing changed"
        return
    yield "  gained: now right, or a wrong thing gone; lost: now wrong, or a new wrong thing"
    yield f"  {'':16}{'gained':>8}{'lost':>8}   judged now only          judged then only"
    for row in ROWS:
        mine = [change for change in changes if change.row == row]
        if mine:
            yield _counted(row, mine)
    here = {(outcome.unit, outcome.row, outcome.key): outcome for outcome in outcomes}
    for sort in ("lost", "gained"):
        some = [change for change in changes if change.sort == sort]
        yield ""
        yield f"{sort}: {len(some)}"
        for row, group in groupby(some, key=lambda change: change.row):
            yield from _told(row, list(group), here, examples)


def _counted(row: str, changes: Sequence[Change]) -> str:
    sorts = Counter(change.sort for change in changes)
    moved = [change for change in changes if change.sort == "moved"]
    now = Counter(change.after for change in moved if change.after is not None)
    then = Counter(change.before for change in moved if change.before is not None)
    ways = "   ".join(f"{some[True]:4} right {some[False]:4} wrong    " if some else " " * 25 for some in (now, then))
    return f"  {row:16}{sorts['gained']:8}{sorts['lost']:8}{ways}".rstrip()


def _told(
    row: str, changes: Sequence[Change], here: dict[tuple[str, str, str], Outcome], examples: int
) -> Iterator[str]:
    for change in changes[:examples]:
        outcome = here.get((change.unit, change.row, change.key))
        # What gold never had is gone from this run: its key says what it was.
        yield f"  {row:16}" + (_line(outcome) + _why(outcome) if outcome else f"{change.unit:>12}: {change.key}")
    if len(changes) > examples:
        yield f"  {row:16}{'':12}  and {len(changes) - examples} more"


def _by_cause(wrong: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    causes: dict[str, list[Outcome]] = {}
    for outcome in wrong:
        causes.setdefault(outcome.cause.name if outcome.cause else "", []).append(outcome)
    return sorted(causes.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _details(some: Sequence[Outcome]) -> str:
    details = Counter(outcome.cause.detail for outcome in some if outcome.cause and outcome.cause.detail)
    # A detail of its own for nearly every error (two figures, say) sorts nothing and stands in the examples anyway.
    often = [(detail, number) for detail, number in details.most_common(_DETAILS) if number > 1 or len(details) == 1]
    rest = sum(details.values()) - sum(number for _, number in often)
    told = [f"{detail} {number}" for detail, number in often] + ([f"others {rest}"] if often and rest else [])
    return f"   ({', '.join(told)})" if often else ""


def _shown(some: Sequence[Outcome], examples: int) -> Iterator[str]:
    """Yield the first examples, of as many reports as there are: one error is often made several times in one."""
    met: Counter[str] = Counter()
    turns = []
    for outcome in some:
        met[outcome.unit] += 1
        turns.append(met[outcome.unit])
    ordered = sorted(zip(turns, range(len(some)), strict=True))
    for _, place in ordered[:examples]:
        yield f"       {_line(some[place])}"


def _line(outcome: Outcome) -> str:
    """Return id, values and words; what is right has one value."""
    values = [outcome.gold] if outcome.gold == outcome.read else [outcome.gold, outcome.read]
    return f"{outcome.unit:>12}: " + " | ".join([*map(_cut, values), outcome.words])


def _why(outcome: Outcome) -> str:
    return f"   ({outcome.cause.name})" if outcome.cause else ""


def _cut(value: str) -> str:
    return value if len(value) <= _WIDTH else value[: _WIDTH - 1] + "…"
