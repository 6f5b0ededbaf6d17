"""One report as it was received: who published it, when, and its very text."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from marsad.text.span import Evidence, Part, Span

ID_LETTERS = 16


def digest(*parts: str) -> str:
    """Return a short fixed name for these texts; the same texts always have the same name."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:ID_LETTERS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: an article, bulletin, statement or message, kept exactly as it came.

    ``id`` is a hash of publisher, date, title and text, so that the same report read twice is one report.
    ``published`` is the day it appeared, or None: an unknown date stays unknown. ``language`` is BCP 47.
    ``external_id`` is the id that the user's own table gave it.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    external_id: str | None = None
    id: str = field(default="")

    def __post_init__(self) -> None:
        """Name the report by its content."""
        if not self.id:
            day = self.published.isoformat() if self.published else ""
            name = "rep_" + digest(self.publisher or "", day, self.title or "", self.text)
            object.__setattr__(self, "id", name)

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the body, by which a word-for-word copy is known."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def part(self, part: Part) -> str:
        """Return the body or the title."""
        return self.text if part is Part.TEXT else self.title or ""

    def quote(self, start: int, end: int, part: Part = Part.TEXT) -> Evidence:
        """Return the words at these code points as evidence; the only way evidence is made."""
        words = self.part(part)[start:end]
        if len(words) != end - start:
            message = f"report {self.id}: its {part} has no words at {start}-{end}"
            raise ValueError(message)
        return Evidence(span=Span(report=self.id, part=part, start=start, end=end), quote=words)

    def supports(self, evidence: Evidence) -> bool:
        """Whether these words stand in this report, at that place, letter for letter."""
        span = evidence.span
        return span.report == self.id and self.part(span.part)[span.start : span.end] == evidence.quote
