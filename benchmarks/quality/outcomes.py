"""Every judgement on a report as an outcome: right, or wrong for a cause, under a name that stays the same.

The name of a thing is a hash of the gold's own words for it, and of what gold has not, its figure or kind: two runs can
be held against each other, and nothing of a report is kept.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType

from benchmarks.quality.causes import claims, incidents, setting
from benchmarks.quality.causes.cause import Cause, Eyes
from benchmarks.quality.examined import ClaimPair, Examined, IncidentPair, Row
from benchmarks.quality.shown import clipped, figure_shown, incident_shown, of_claim, of_incident

_CLAIM_CAUSES: dict[str, Callable[[Eyes, ClaimPair], Cause]] = {
    "holder": claims.why_holder,
    "class": claims.why_class,
    "subset": claims.why_subset,
    "stance": claims.why_stance,
    "scope": claims.why_scope,
}
_INCIDENT_CAUSES: dict[str, Callable[[Eyes, IncidentPair], Cause]] = {
    "main": incidents.why_main,
    "kind": incidents.why_kind,
    "date": setting.why_date,
    "place": setting.why_place,
    "perp": setting.why_perpetrator,
}

ROWS = ("claim", "claim wrong", *_CLAIM_CAUSES, "incident", "incident extra", *_INCIDENT_CAUSES)
"""What is judged, in the order it is told."""

ONLY_WRONG = frozenset({"claim wrong", "incident extra"})
"""Rows of what gold has not: such a thing is there only where it is wrong."""

_LETTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One judgement: on which report, on what, and why it is wrong (``cause`` is None where it is right).

    ``gold`` and ``read`` are what gold and record hold, ``words`` at most six words of the report.
    """

    unit: str
    row: str
    key: str
    cause: Cause | None
    gold: str
    read: str
    words: str

    @property
    def right(self) -> bool:
        """Whether gold and record agree."""
        return self.cause is None


def outcomes(scorer: ModuleType, seen: Examined) -> tuple[Outcome, ...]:
    """Return every outcome of a report; things of the same words are told apart by their order."""
    eyes = Eyes(scorer=scorer, seen=seen)
    met: Counter[tuple[str, str]] = Counter()
    named = []
    for outcome in (*_claims(eyes), *_incidents(eyes)):
        met[outcome.row, outcome.key] += 1
        number = met[outcome.row, outcome.key]
        named.append(replace(outcome, key=f"{outcome.key}.{number}") if number > 1 else outcome)
    return tuple(named)


def _claims(eyes: Eyes) -> Iterator[Outcome]:
    pairs = {id(pair.gold): pair for pair in eyes.seen.claims}
    missed = {id(gold) for gold in eyes.seen.claims_missed}
    for gold in eyes.seen.gold_claims():
        if id(gold) in missed:
            yield _of_gold_claim(eyes, "claim", gold, (figure_shown(gold), "-"), claims.why_missed(eyes, gold))
        elif id(gold) in pairs:
            pair = pairs[id(gold)]
            yield _of_gold_claim(eyes, "claim", gold, (figure_shown(gold), figure_shown(pair.read)), None)
            for row, right in _known(pair.judged, _CLAIM_CAUSES):
                cause = None if right else _CLAIM_CAUSES[row](eyes, pair)
                yield _of_gold_claim(eyes, row, gold, of_claim(row, pair), cause)
    for read in eyes.seen.claims_false:
        words = " / ".join(evidence["quote"] for evidence in read.get("evidence") or ())
        yield Outcome(
            unit=eyes.seen.unit,
            row="claim wrong",
            key=figure_shown(read),
            cause=claims.why_false(eyes, read),
            gold="-",
            read=figure_shown(read),
            words=clipped(words),
        )


def _incidents(eyes: Eyes) -> Iterator[Outcome]:
    pairs = {id(pair.gold): pair for pair in eyes.seen.incidents}
    for gold in eyes.seen.gold["incidents"]:
        pair = pairs.get(id(gold))
        if pair is None:
            yield _of_gold_incident(
                eyes, "incident", gold, (incident_shown(gold), "-"), incidents.why_missed(eyes, gold)
            )
            continue
        yield _of_gold_incident(eyes, "incident", gold, (incident_shown(gold), incident_shown(pair.read)), None)
        for row, right in _known(pair.judged, _INCIDENT_CAUSES):
            cause = None if right else _INCIDENT_CAUSES[row](eyes, pair)
            yield _of_gold_incident(eyes, row, gold, of_incident(row, pair), cause)
    for read in eyes.seen.incidents_extra:
        words = incidents.trigger_words(eyes, read)
        yield Outcome(
            unit=eyes.seen.unit,
            row="incident extra",
            key=str(read.get("kind")),
            cause=incidents.why_extra(eyes, read),
            gold="-",
            read=incident_shown(read),
            words=clipped(words),
        )


def _known(judged: Mapping[str, bool], causes: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Return the judgements that causes are known for: a scorer may have rows of its own."""
    return ((row, right) for row, right in judged.items() if row in causes)


def _of_gold_claim(eyes: Eyes, row: str, gold: Row, shown: tuple[str, str], cause: Cause | None) -> Outcome:
    key = _hashed(figure_shown(gold), gold["quote"], gold["holder"])
    words = clipped(gold["quote"])
    return Outcome(unit=eyes.seen.unit, row=row, key=key, cause=cause, gold=shown[0], read=shown[1], words=words)


def _of_gold_incident(eyes: Eyes, row: str, gold: Row, shown: tuple[str, str], cause: Cause | None) -> Outcome:
    key = _hashed(str(gold.get("n")), gold["trigger_quote"])
    words = clipped(gold["trigger_quote"])
    return Outcome(unit=eyes.seen.unit, row=row, key=key, cause=cause, gold=shown[0], read=shown[1], words=words)


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]
