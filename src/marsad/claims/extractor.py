"""What every reader must do, whether it works by rules, by a trained model or by a language model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from marsad.claims.claim import Claim, Count, Step
from marsad.passages.passage import Passage
from marsad.reports.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression some part of marsad knows: code points ``start`` to ``end`` of the text searched.

    ``label`` says what it is in the finder's own terms (a place's level, an actor's kind, a time's precision), ``key``
    what it is known as (a gazetteer or roster id), ``count`` the number where it is one.
    """

    start: int
    end: int
    label: str
    key: str | None = None
    count: Count | None = None


class Finder(Protocol):
    """Finds the expressions of one family (places, times, actors, counts) in a text."""

    def find(self, text: str) -> Sequence[Found]:
        """Return what was found, in reading order, longest first, never overlapping."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders:
    """The four finders a reader may be given: it knows nothing of how they work."""

    places: Finder
    times: Finder
    counts: Finder
    actors: Finder


class Extractor(Protocol):
    """Reads passages into claims. Same passages, same claims: a reader keeps nothing between calls."""

    @property
    def step(self) -> Step:
        """Which reader this is."""
        ...

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return what the report says, in reading order. Every claim rests on words of the report."""
        ...
