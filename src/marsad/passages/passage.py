"""One sentence of a report, with where it stands."""

from dataclasses import dataclass

from marsad.text.span import Evidence, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence (or headline) of a report.

    ``number`` counts passages from 0 in reading order, the title first; ``paragraph`` counts paragraphs, so that
    "the source added" can be followed across sentences but not across sections.
    """

    evidence: Evidence
    number: int
    paragraph: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.evidence.quote

    @property
    def start(self) -> int:
        """Where the passage begins in its text."""
        return self.evidence.start

    @property
    def is_title(self) -> bool:
        """Whether this is the headline."""
        return self.evidence.span.part is Part.TITLE
