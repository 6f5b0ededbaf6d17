"""When: the words for times, and the days they mean."""

from marsad.times.interval import Basis, Precision, When

__all__ = ["Basis", "Precision", "When"]
