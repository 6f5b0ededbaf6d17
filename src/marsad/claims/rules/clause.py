"""The clauses of a sentence: which of its events a time dates, and where another clause begins."""

import re
from collections.abc import Sequence

from marsad.claims.claim import Mention, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame

CLAUSE_BEGINS = re.compile(
    r"\b(?:after|when|while|that|which|who|as|but|following|response|retaliation|since|where|because|before|until|"
    r"coinciding|amid|though|although)\b",
    re.IGNORECASE,
)
CLAUSE_OPENS = re.compile(r"(?:[,;]\s+(?:and|but|while|whereas)|\b(?:but|while|whereas)|;)\s+\Z", re.IGNORECASE)
DAYS = frozenset({"weekday", "date"})
OPENING = 16  # code points of ", whereas " before a time that opens a clause
LONGEST_CLAUSE = 240  # code points between an event and a time of one clause
PARTED = re.compile(r"[,;:.!?](?:\s|$)|\b(?:where|had)\b", re.IGNORECASE)


def share_in_clause(sight: Sight, given: list[list[Mention]], found: Sequence[Event], said: Sequence[Frame]) -> None:
    """Give the time of a clause to all its events: "bombed the town with barrel bombs on Monday"."""
    times = (one for mine in given for one in mine if one.role is Role.TIME)
    named = [one for one in times if not one.evidence.quote.endswith(" after")]
    for event, mine in zip(found, given, strict=True):
        near = [one for one in named if _same_clause(sight, event, one, said)]
        behind = [one for one in near if one.evidence.start - sight.passage.start >= event.end] or near
        if len(behind) == 1 and behind[0] not in mine and not event.another and not event.recalled:
            mine.append(behind[0])


def _same_clause(sight: Sight, event: Event, time: Mention, said: Sequence[Frame]) -> bool:
    """Whether nothing parts an event from a time: no clause, no comma, no sentence, no verb of saying."""
    start, end = (offset - sight.passage.start for offset in (time.evidence.start, time.evidence.end))
    left, right = (event.end, start) if event.end <= start else (end, event.start)
    if not 0 <= right - left <= LONGEST_CLAUSE:
        return False
    gap = sight.text[left:right]
    spoken = any(left <= frame.cue_start < right for frame in said)
    return not spoken and not CLAUSE_BEGINS.search(gap) and not PARTED.search(gap)


def opens_a_clause(sight: Sight, piece: Found) -> bool:
    """Whether a time stands at the head of a clause, so that it belongs to what follows: "…, and on Monday two …"."""
    if sight.text[piece.start : piece.end].endswith((" after", " before")):
        return True
    before = sight.text[max(0, piece.start - OPENING) : piece.start]
    return piece.label in DAYS and CLAUSE_OPENS.search(before) is not None
