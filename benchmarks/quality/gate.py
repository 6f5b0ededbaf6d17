"""Floors that scores must not fall below, pinned with a fingerprint of the corpus they were reached on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
# Scores are rounded to three places; a floor is kept to the last of them.
PLACES = 3

Table = Mapping[str, Mapping[str, float | int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a run stands against the pinned floors: rows that fell (with floor and score) and rows that rose."""

    known: bool
    fell: tuple[tuple[str, float, float], ...]
    rose: tuple[tuple[str, float, float], ...]


def fingerprint(*files: Path) -> str:
    """Return a hash of the corpus; a changed corpus must be pinned anew, knowingly."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def scores(table: Table) -> dict[str, float]:
    """Return one number a row: F1 where there is one, else accuracy; rows without cases are left out."""
    picked = {row: values.get("f1", values.get("acc")) for row, values in table.items() if isinstance(values, Mapping)}
    return {row: round(float(value), PLACES) for row, value in picked.items() if value is not None}


def judge(corpus: str, reached: Mapping[str, float], floors: Path = FLOORS) -> Verdict:
    """Compare a run with the floors of its corpus; a corpus without floors is not known."""
    pinned = _load(floors).get(corpus, {}).get("floors")
    if pinned is None:
        return Verdict(known=False, fell=(), rose=())
    pairs = [(row, floor, reached.get(row, 0.0)) for row, floor in sorted(pinned.items())]
    return Verdict(
        known=True,
        fell=tuple(pair for pair in pairs if pair[2] < pair[1]),
        rose=tuple(pair for pair in pairs if pair[2] > pair[1]),
    )


def pin(corpus: str, reached: Mapping[str, float], *, lower: str | None = None, floors: Path = FLOORS) -> None:
    """Raise the floors to what was reached. One is lowered only for a reason, which is kept in the file."""
    every = _load(floors)
    before = every.get(corpus, {"floors": {}, "lowered": []})
    kept = dict(before["floors"])
    for row, value in reached.items():
        kept[row] = value if lower is not None else max(value, kept.get(row, 0.0))
    fell = sorted(row for row, value in before["floors"].items() if kept[row] < value)
    reasons = [*before["lowered"], *([{"rows": fell, "why": lower}] if fell else [])]
    every[corpus] = {"floors": dict(sorted(kept.items())), "lowered": reasons}
    floors.write_text(json.dumps(every, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _load(floors: Path) -> dict[str, Any]:
    return dict(json.loads(floors.read_text(encoding="utf-8"))) if floors.exists() else {}
