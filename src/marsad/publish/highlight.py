"""A report's text cut where claims begin and end, so that each can be shown in the place it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from marsad.claims.claim import ClaimType, Harm, Stance
from marsad.incidents.incident import RecordedClaim

LONGEST_QUIET = 700  # letters without a mark that are still shown at once
EDGE = 220  # letters kept on either side where a quiet stretch is folded
LONGEST_FOLD = 8_000  # a folded stretch longer than this is left out of the page, and the page says so


class Tone(StrEnum):
    """How a mark looks; the same distinction is always carried by a sign and a word as well."""

    KILLED = "killed"
    INJURED = "injured"
    HARM = "harm"
    EVENT = "event"
    BLAME = "blame"
    DENIED = "denied"
    OTHER = "other"
    CONTEXT = "context"


SIGNS = {
    Tone.KILLED: ("●", "killed"),
    Tone.INJURED: ("◆", "injured"),
    Tone.HARM: ("■", "other harm to people"),
    Tone.EVENT: ("▲", "what happened"),
    Tone.BLAME: ("►", "responsibility"),
    Tone.DENIED: ("✕", "a denial"),
    Tone.OTHER: ("○", "damage, status, correction"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to be shown: code points ``start`` to ``end``; ``number`` is the claim's, 0 for a place, day or holder.

    A claim may rest on several stretches; links lead to the one with ``target``.
    """

    start: int
    end: int
    tone: Tone
    number: int = 0
    label: str = ""
    target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same marks.

    ``ends`` are the claims whose words end here, ``targets`` those a link leads to. ``folded`` stretches bear no mark
    and are long; ``left_out`` counts letters that are not shown at all.
    """

    text: str
    tone: Tone | None = None
    labels: tuple[str, ...] = ()
    targets: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    folded: bool = False
    left_out: int = 0


def tone(claim: RecordedClaim) -> Tone:
    """Return how a claim looks: a denial first of all, then its harm, then what it is about."""
    if claim.stance is Stance.DENIED:
        return Tone.DENIED
    if claim.type is ClaimType.CASUALTY:
        return {Harm.KILLED: Tone.KILLED, Harm.INJURED: Tone.INJURED}.get(claim.harm or Harm.MISSING, Tone.HARM)
    return {ClaimType.OCCURRENCE: Tone.EVENT, ClaimType.RESPONSIBILITY: Tone.BLAME}.get(claim.type, Tone.OTHER)


def _segment(text: str, start: int, end: int, open_marks: Sequence[Mark]) -> Segment:
    """Return the stretch from start to end, under the marks that cover it."""
    claims = [mark for mark in open_marks if mark.number]
    shown = claims or list(open_marks)
    return Segment(
        text=text[start:end],
        tone=shown[0].tone if shown else None,
        labels=tuple(dict.fromkeys(mark.label for mark in open_marks if mark.label)),
        targets=tuple(mark.number for mark in claims if mark.target and mark.start == start),
        ends=tuple(mark.number for mark in claims if mark.end == end),
    )


def _folded(segment: Segment) -> Iterable[Segment]:
    """Yield the stretch, its middle folded where it is long and bears no mark."""
    text = segment.text
    if segment.tone or len(text) <= LONGEST_QUIET:
        yield segment
        return
    head, tail = text.rfind(" ", 0, EDGE) + 1 or EDGE, text.find(" ", len(text) - EDGE) + 1 or len(text) - EDGE
    middle = text[head:tail]
    yield Segment(text=text[:head])
    if len(middle) > LONGEST_FOLD:
        yield Segment(text="", folded=True, left_out=len(middle))
    else:
        yield Segment(text=middle, folded=True)
    yield Segment(text=text[tail:])


def segments(text: str, marks: Iterable[Mark], *, fold: bool = True) -> tuple[Segment, ...]:
    """Return the text in order, cut where a mark begins or ends; joined again it is the text, letter for letter."""
    waiting = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end, mark.number, mark.tone),
    )
    cuts = sorted({0, len(text), *(mark.start for mark in waiting), *(mark.end for mark in waiting)})
    found: list[Segment] = []
    open_marks: list[Mark] = []
    place = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while place < len(waiting) and waiting[place].start == start:
            open_marks.append(waiting[place])
            place += 1
        cut = _segment(text, start, end, open_marks)
        found.extend(_folded(cut) if fold else (cut,))
    return tuple(found)
