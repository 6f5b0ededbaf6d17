"""How many: words for numbers of people, and the bounds they set."""

from marsad.counts.numerals import CountFinder
from marsad.counts.toll import Bounds, bounds, overlap, sum_bounds, widen

__all__ = ["Bounds", "CountFinder", "bounds", "overlap", "sum_bounds", "widen"]
