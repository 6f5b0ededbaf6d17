"""A cause, and how the words of gold and record lie to each other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from benchmarks.quality.examined import Examined, Row

Spans = list[tuple[int, int]]

_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why something is an error; ``detail`` sorts the errors of one cause further, and may be empty."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """One examined report, seen with the scorer's own functions for spans and names."""

    scorer: ModuleType
    seen: Examined

    def quoted(self, *quotes: str | None) -> Spans:
        """Return where these words of the gold stand in the body."""
        return [span for quote in quotes for span in self.scorer.spans_of(self.seen.text, quote)]

    def read(self, items: Iterable[Row | None]) -> Spans:
        """Return where the words of these parts of the record stand in the body."""
        return list(self.scorer.pred_spans(self.seen.text, list(items)))

    def overlap(self, some: Spans, others: Spans) -> bool:
        """Whether any of these words are the same words."""
        return bool(self.scorer.overlap(some, others))

    def claims_at(self, spans: Spans, claims: Iterable[Row]) -> list[Row]:
        """Return the claims that were read from these words."""
        return [claim for claim in claims if self.overlap(spans, self.read(claim.get("evidence") or ()))]

    def unresolved_at(self, code: str, spans: Spans) -> bool:
        """Whether the record states a problem of this code at these words."""
        rows = self.seen.problems(code)
        return self.overlap(spans, self.read({"span": row.get("span"), "quote": row.get("words")} for row in rows))

    def alike(self, some: Iterable[str | None], others: Iterable[str | None]) -> bool:
        """Whether the scorer takes any of these names for any of those."""
        known = [name for name in others if name]
        return any(self.scorer.same_name(name, other) for name in some if name for other in known)

    def sentences(self, spans: Spans) -> Spans:
        """Return the sentences these words stand in, cut at full stops and line ends."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.seen.text)]
        starts, stops = [0, *ends], [*ends, len(self.seen.text)]
        whole = zip(starts, stops, strict=True)
        return [(start, stop) for start, stop in whole if self.overlap([(start, stop)], spans)]


def figure(claim: Row) -> tuple[Any, Any]:
    """Return the low and high of a claim of the gold or of a record."""
    count = claim.get("count") if "count" in claim else {"low": claim.get("lower"), "high": claim.get("upper")}
    return (count or {}).get("low"), (count or {}).get("high")


def bounds(claim: Row) -> str:
    """Return a figure as it is shown: ``12``, ``12-15``, ``12 or more``, ``up to 12``."""
    low, high = figure(claim)
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"{low}-{high}" if low else f"up to {high}"


def names(items: Sequence[Row], *keys: str) -> list[str]:
    """Return the names and words of these parts, as far as they are stated."""
    return [item[key] for item in items for key in keys if item.get(key)]
