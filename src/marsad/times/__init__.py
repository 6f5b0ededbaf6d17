"""When: the words for times, and the days they mean."""

from marsad.times.interval import Anchor, Basis, Precision, When
from marsad.times.linker import TimeLinker
from marsad.times.phrases import TimeFinder

__all__ = ["Anchor", "Basis", "Precision", "TimeFinder", "TimeLinker", "When"]
