"""What everything points into: stored text, spans of it, and keys to compare names across scripts."""

from marsad.text.span import Evidence, Part, Span

__all__ = ["Evidence", "Part", "Span"]
