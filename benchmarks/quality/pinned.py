"""The outcomes of the last pinned run, and what a later run gained and lost against them.

Kept are ids and hashes alone, a line a report, under the fingerprint of the corpus; no words of any report.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.outcomes import ONLY_WRONG, ROWS, Outcome

PINNED = Path(__file__).with_name("pinned")

Kept = Mapping[tuple[str, str, str], bool]
"""Report, row and key of each thing that was judged, and whether it was right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A thing judged otherwise than in the pinned run; None stands for a run in which it was not judged."""

    unit: str
    row: str
    key: str
    before: bool | None
    after: bool | None

    @property
    def sort(self) -> str:
        """Return ``gained``, ``lost``, or ``moved`` for a thing that was judged in one of the runs only."""
        if self.row in ONLY_WRONG:
            return "gained" if self.after is None else "lost"
        if self.before is None or self.after is None:
            return "moved"
        return "gained" if self.after else "lost"


def keep(corpus: str, outcomes: Iterable[Outcome], folder: Path = PINNED) -> None:
    """Write the outcomes of a run, in the place of the last pinned ones of this corpus."""
    units: dict[str, dict[str, dict[str, list[str]]]] = {}
    for outcome in outcomes:
        rows = units.setdefault(outcome.unit, {})
        rows.setdefault(outcome.row, {}).setdefault("right" if outcome.right else "wrong", []).append(outcome.key)
    lines = [f"{json.dumps(unit)}: {json.dumps(rows, sort_keys=True)}" for unit, rows in sorted(units.items())]
    folder.mkdir(exist_ok=True)
    (folder / f"{corpus}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def kept(corpus: str, folder: Path = PINNED) -> Kept | None:
    """Return the outcomes of the last pinned run of a corpus, or None where there is none."""
    file = folder / f"{corpus}.json"
    if not file.exists():
        return None
    units = json.loads(file.read_text(encoding="utf-8"))
    return {
        (unit, row, key): side == "right"
        for unit, rows in units.items()
        for row, sides in rows.items()
        for side, keys in sides.items()
        for key in keys
    }


def changes(before: Kept, outcomes: Sequence[Outcome]) -> tuple[Change, ...]:
    """Return what differs from the pinned run, in the order of the rows and then of the reports."""
    after = {(outcome.unit, outcome.row, outcome.key): outcome.right for outcome in outcomes}
    pairs = [(thing, before.get(thing), after.get(thing)) for thing in {**before, **after}]
    found = [
        Change(unit=unit, row=row, key=key, before=old, after=new) for (unit, row, key), old, new in pairs if old != new
    ]
    return tuple(sorted(found, key=lambda change: (ROWS.index(change.row), change.unit, change.key)))
