"""Arithmetic on how many: sums, overlaps and spans of counts whose ends may be open.

A bound of None is open: (12, None) is twelve or more. A count is never below nothing, so an open low end acts as zero
wherever a number is needed, and stays open only where no part has one.
"""

from collections.abc import Iterable

from marsad.claims.claim import Count

Bounds = tuple[int | None, int | None]
"""Low and high, inclusive; None = open."""


def bounds(count: Count) -> Bounds:
    """Return the two ends of a count without its words."""
    return count.low, count.high


def sum_bounds(parts: Iterable[Bounds]) -> Bounds:
    """Return how many the parts are together; open above as soon as one part is. No parts: nothing is known."""
    lows, highs = _ends(parts)
    known = [low for low in lows if low is not None]
    high = None if None in highs or not highs else sum(end for end in highs if end is not None)
    return (sum(known) if known else None), high


def overlap(left: Bounds, right: Bounds) -> bool:
    """Whether one number could satisfy both; two counts that do not overlap contradict each other."""
    return _reaches(left[1], right[0]) and _reaches(right[1], left[0])


def widen(parts: Iterable[Bounds]) -> Bounds:
    """Return the narrowest bounds that hold every part: lowest low, highest high, open where one is open."""
    lows, highs = _ends(parts)
    low = None if None in lows or not lows else min(end for end in lows if end is not None)
    high = None if None in highs or not highs else max(end for end in highs if end is not None)
    return low, high


def _ends(parts: Iterable[Bounds]) -> tuple[list[int | None], list[int | None]]:
    """Return all lows and all highs; ends turned round are an error of the caller."""
    listed = list(parts)
    for low, high in listed:
        if low is not None and high is not None and low > high:
            raise ValueError(f"a count cannot run from {low} down to {high}")
    return [low for low, _ in listed], [high for _, high in listed]


def _reaches(high: int | None, low: int | None) -> bool:
    return high is None or low is None or high >= low
