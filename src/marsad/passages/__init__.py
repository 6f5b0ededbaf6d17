"""A report in the pieces it is read by."""

from marsad.passages.passage import Passage
from marsad.passages.split import split

__all__ = ["Passage", "split"]
