"""The scorer's own judgements, one by one: the error report listens to it, and so cannot disagree with its table.

The scorer is a script the user names. Only one that is built of the functions in ``NEEDED`` can be listened to.
"""

import ast
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quality.examined import ClaimPair, Examined, IncidentPair, Row

NEEDED = frozenset(
    {"LEVELS", "match_claims", "overlap", "pred_spans", "same_name"} | {"score_incident", "score_report", "spans_of"}
)
"""The names a scorer must have to be listened to."""


class Journal(Counter[str]):
    """A tally that keeps each judgement in the order it was made: the row of the table, and whether it was right."""

    def __init__(self) -> None:
        super().__init__()
        self.judged: list[tuple[str, bool]] = []

    def __setitem__(self, key: str, value: int) -> None:
        if key.endswith("_ok"):
            self.judged.append((key.removesuffix("_ok"), value > self[key]))
        super().__setitem__(key, value)


class _Listener:
    """Stands where two functions of the scorer stood, lets them work and keeps what they said of one report."""

    def __init__(self, scorer: ModuleType) -> None:
        self.match, self.judge = scorer.match_claims, scorer.score_incident
        self.claims: tuple[Sequence[Row], Sequence[Row], Sequence[tuple[int, int]]] = ((), (), ())
        self.incidents: list[IncidentPair] = []

    def match_claims(
        self, text: str, gold: Sequence[Row], read: Sequence[Row]
    ) -> tuple[Sequence[tuple[int, int]], int]:
        pairs, found = self.match(text, gold, read)
        self.claims = (gold, read, pairs)
        return pairs, found

    def score_incident(self, unit: str, gold: Row, read: Row, _: Counter[str], errors: list[Row]) -> None:
        journal = Journal()
        self.judge(unit, gold, read, journal, errors)
        self.incidents.append(IncidentPair(gold=gold, read=read, judged=dict(journal.judged)))


def load_scorer(path: Path) -> ModuleType | None:
    """Import the scorer, or return None for a script that lacks the names; such a one is not run."""
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    names = functions | {target.id for target in targets if isinstance(target, ast.Name)}
    spec = importlib.util.spec_from_file_location("marsad_scorer", path)
    if not names >= NEEDED or spec is None or spec.loader is None:
        return None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def examine(scorer: ModuleType, gold: Row, record: Row | None, *, title: str) -> Examined:
    """Have one report scored and return what was judged of it.

    ``gold`` carries the ``text`` of the report. A report without a record has everything missed.
    """
    listener, journal, errors = _Listener(scorer), Journal(), list[Row]()
    with _replaced(scorer, match_claims=listener.match_claims, score_incident=listener.score_incident):
        scorer.score_report(gold, record, journal, errors)
    some, others, pairs = listener.claims
    taken_gold, taken_read = {first for first, _ in pairs}, {second for _, second in pairs}
    read_incidents = tuple(record["incidents"]) if record else ()
    return Examined(
        unit=str(gold["unit_id"]),
        text=gold["text"],
        title=title,
        gold=gold,
        record=record,
        claims=_claim_pairs(listener.claims, journal.judged),
        claims_missed=tuple(claim for place, claim in enumerate(some) if place not in taken_gold),
        claims_false=_false([claim for place, claim in enumerate(others) if place not in taken_read], errors),
        incidents=tuple(listener.incidents),
        incidents_extra=_extra(read_incidents, [pair.read for pair in listener.incidents]),
    )


def _claim_pairs(
    claims: tuple[Sequence[Row], Sequence[Row], Sequence[tuple[int, int]]], judged: Sequence[tuple[str, bool]]
) -> tuple[ClaimPair, ...]:
    """Deal the judgements out to the pairs: they come pair by pair, and no row twice for one."""
    gold, read, pairs = claims
    dealt: list[dict[str, bool]] = []
    for row, right in judged:
        if not dealt or row in dealt[-1]:
            dealt.append({})
        dealt[-1][row] = right
    return tuple(
        ClaimPair(gold=gold[first], read=read[second], judged=parts)
        for (first, second), parts in zip(pairs, dealt, strict=True)
    )


def _false(left: Sequence[Row], errors: Sequence[Row]) -> tuple[Row, ...]:
    """Return those of the unmatched claims that the scorer counted: its errors name them in the same order."""
    named = [error["pred"] for error in errors if error["what"] == "claim wrong"]
    counted = []
    for claim in left:
        if named and named[0] == [claim.get("harm"), claim.get("count")]:
            counted.append(claim)
            named.pop(0)
    return tuple(counted)


def _extra(read: Sequence[Row], paired: Sequence[Row]) -> tuple[Row, ...]:
    """Return the incidents that pair with nothing; a parent that others name is not held against the reading."""
    parents = {incident.get("part_of") for incident in read}
    return tuple(incident for incident in _others(read, paired) if incident["id"] not in parents)


def _others(every: Sequence[Row], some: Sequence[Row]) -> tuple[Row, ...]:
    known = {id(row) for row in some}
    return tuple(row for row in every if id(row) not in known)


@contextmanager
def _replaced(scorer: ModuleType, **functions: Callable[..., Any]) -> Iterator[None]:
    before = {name: getattr(scorer, name) for name in functions}
    for name, function in functions.items():
        setattr(scorer, name, function)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(scorer, name, function)
