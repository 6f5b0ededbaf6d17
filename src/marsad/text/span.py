"""Words in a stored report, and where they stand.

Offsets count Unicode code points of one stored text, half-open, and never bytes or UTF-16 units.
"""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which of a report's two texts a span points into."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a report: code points ``start`` to ``end``, half-open. An empty span is an error."""

    report: str
    part: Part = Part.TEXT
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that holds no letter."""
        if not 0 <= self.start < self.end:
            message = f"span {self.start}-{self.end} of report {self.report} is empty or turned round"
            raise ValueError(message)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one letter of the same text."""
        return self._same_text(other) and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self._same_text(other) and self.start <= other.start and other.end <= self.end

    def _same_text(self, other: "Span") -> bool:
        return self.report == other.report and self.part == other.part


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The very words a value rests on. Made by ``Report.quote``, so that the words come from the stored text."""

    span: Span
    quote: str

    @property
    def start(self) -> int:
        """First code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.span.end
