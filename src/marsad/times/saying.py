"""The day on which somebody spoke: "… were killed over the past 24 hours, the ministry said on Saturday"."""

import re
from collections.abc import Iterable

from marsad.claims.rules.lexicon import lexicon
from marsad.claims.rules.spoken import is_addressed, was_issued
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import Anchor
from marsad.times.phrases import Piece, pieces
from marsad.times.reading import Reading

_SENTENCE = 600  # code points on each side in which a sentence ends: the points of real reports are often lost
_END = re.compile(r"[.!?](?:\s|$)")
_DAYS = frozenset(("weekday", "date", "relative"))
_SPOKEN_NEXT = re.compile(r"\s+(?:also\s+)?\Z")


def day_of_saying(evidence: Evidence, report: Report, anchor: Anchor) -> tuple[Evidence, Reading] | None:
    """Return the single day on which what these words tell was said, with the words for it; None where none is told.

    The date printed at the report's head is nobody's saying.
    """
    text = report.part(evidence.span.part)
    start, end = _sentence(text, evidence)
    sentence = text[start:end]
    for piece in _days_spoken(sentence):
        reading = piece.read(anchor.day)
        words = report.quote(start + piece.start, start + piece.end, evidence.span.part)
        printed = anchor.evidence is not None and words.span.overlaps(anchor.evidence.span)
        if reading.start is not None and reading.start == reading.end and not printed:
            return words, reading
    return None


def _sentence(text: str, evidence: Evidence) -> tuple[int, int]:
    """Return where the sentence around some words begins and ends."""
    behind = max(0, evidence.start - _SENTENCE)
    start = max((match.end() for match in _END.finditer(text, behind, evidence.start)), default=behind)
    match = _END.search(text, evidence.end, evidence.end + _SENTENCE)
    return start, match.start() if match else min(len(text), evidence.end + _SENTENCE)


def _days_spoken(sentence: str) -> Iterable[Piece]:
    """Yield the days that stand with a verb of saying, before or after it, or with a statement."""
    cues = [cue for cue in lexicon().cues.find(sentence) if cue.label != "according"]
    for piece in pieces(sentence):
        if piece.kind in _DAYS and (
            was_issued(sentence, piece.start, piece.end)
            or any(cue.end <= piece.start and is_addressed(sentence[cue.end : piece.start]) for cue in cues)
            or any(_SPOKEN_NEXT.fullmatch(sentence[piece.end : cue.start]) for cue in cues if cue.start > piece.end)
        ):
            yield piece
