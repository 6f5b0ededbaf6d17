"""Ties the time words of a claim to a calendar, from the day the report speaks from.

A date printed at the head of the text wins over the publication date; with neither, "on Thursday" stays unresolved and
its words are kept. Nothing is ever dated by the publication date alone: that a report names no time is its caller's to
say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from marsad.claims.claim import Mention, Role
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import Anchor, Basis, Precision, When
from marsad.times.lexicon import ANY_WEEKDAY
from marsad.times.phrases import Piece, pieces
from marsad.times.reading import UNRESOLVED, Reading, shifted
from marsad.times.saying import day_of_saying
from marsad.times.together import together

_HEAD = 300  # code points in which a page prints its date
_HEAD_AND_A_DATE = 360  # the same, so far that a date which begins there is read whole
_PRINTED = re.compile(
    r"(?:posted|published|updated|issued|released|modified|created|dated|publication|date)\W{0,3}\Z", re.IGNORECASE
)
_IN_A_SENTENCE = re.compile(r"(?:\b(?:the|of|a|an|his|her|their|its|for|and|to|between|than)\s{1,3})\Z", re.IGNORECASE)
_SENTENCE_GOES_ON = re.compile(
    r"\s{1,3}(?!(?:by|at|updated|am|pm|gmt|last|print|share|views|min|hours)\b|[a-z]{2,12}:)[a-z]"
)
_AGENCY = re.compile(r"\b[A-Z]{2,5}\s\Z")
_NAMED_DAY = re.compile(rf"{ANY_WEEKDAY}\b")
_CAPITAL = re.compile(r"\b[A-Z]\w*\s\Z")
_PRINTED_AGAIN = re.compile(
    r"\W{0,3}(?:(?:last\s)?(?:updated|modified|edited)\W{0,3})?(?:at\s)?(?:[0-9:]{2,5}\W{1,2})?", re.IGNORECASE
)
_DATELINE_BEFORE = re.compile(r"(?:\)\s?[-–—]{1,2}\s?|\b[A-Z][A-Z ]{2,30},\s?)\Z")
_DATELINE_AFTER = re.compile(r"\s{0,2}(?:\([A-Z]|[-–—])")
_SAME_SENTENCE = 240  # code points before "the day before" in which its sentence names a day
_DAY_BEFORE = re.compile(
    r"(?:on )?(?:the day (?:before|after)|the previous day|a day (?:before|earlier|after)|one day (?:earlier|after))",
    re.IGNORECASE,
)
_WORD_FOLLOWS = re.compile(r"\s+\w")
_CONTEXT = 24  # code points behind a time that tell what it is of: "five-day siege"
_OPENING = 700  # code points in which a report tells its news
_WEEK = 7
_SINGLE = frozenset(("weekday", "date", "relative"))
_STRETCHES = frozenset(("period", "part_of_day", "duration"))


@dataclass(frozen=True, slots=True)
class TimeLinker:
    """Resolves the time mentions of a claim by the rules of UCDP (GED codebook, appendix 2) and a few of our own."""

    def anchor(self, report: Report) -> Anchor:
        """Return the day the report speaks from: printed at its head, else the day it was published, else unknown."""
        return _printed_date(report) or Anchor(day=report.published)

    def speaks_from(self, report: Report) -> tuple[date | None, Evidence | None]:
        """Return the day of the anchor, and the words that print it where the text does."""
        anchor = self.anchor(report)
        return anchor.day, anchor.evidence

    def link(self, mentions: Sequence[Mention], report: Report) -> When | None:
        """Return when the mentions of role time say it was; None where there are none.

        Words that cannot be resolved give a ``When`` without days and with the words.
        """
        words = tuple(mention.evidence for mention in mentions if mention.role is Role.TIME)
        if not words:
            return None
        anchor = self.anchor(report)
        readings = tuple(
            (said, _told_back(said, report, anchor.day) or piece.read(_spoken_from(piece, said, report, anchor)))
            for said in words
            for piece in _pieces_of(said, report)
        )
        return together(words[0], readings, report, anchor.day)

    def said(self, evidence: Evidence, report: Report) -> When | None:
        """Return the day on which what these words tell was said; None where their sentence names none."""
        anchor = self.anchor(report)
        found = day_of_saying(evidence, report, anchor)
        return together(found[0], (found,), report, None) if found is not None else None

    def named_first(self, report: Report, *, spoken: bool) -> When | None:
        """Return the first single day of the last week that the opening of a text names.

        Days on which somebody spoke are passed over unless ``spoken`` lets them stand.
        """
        anchor = self.anchor(report)
        start = anchor.evidence.end if anchor.evidence is not None else 0
        for piece in pieces(report.text[: start + _OPENING]):
            reading = piece.read(anchor.day) if piece.kind in _SINGLE and piece.start >= start else UNRESOLVED
            if reading.start == reading.end and _is_recent(reading.start, anchor.day):
                words = report.quote(piece.start, piece.end)
                said = day_of_saying(words, report, anchor)
                if spoken or said is None or said[0] != words:
                    return together(words, ((words, reading),), report, anchor.day)
        return None


def _pieces_of(evidence: Evidence, report: Report) -> Iterable[Piece]:
    """Return the time expressions inside these words, read with what follows them: "five-day" means it of a siege."""
    length = len(evidence.quote)
    told = report.part(evidence.span.part)[evidence.start : evidence.end + _CONTEXT]
    inside = [piece for piece in pieces(told) if piece.end <= length]
    return inside or pieces(evidence.quote)


def _is_recent(day: date | None, anchor: date | None) -> bool:
    return day is not None and anchor is not None and 0 <= (anchor - day).days <= _WEEK


def _spoken_from(piece: Piece, evidence: Evidence, report: Report, anchor: Anchor) -> date | None:
    """Return the day a stretch is told from: "over the past 24 hours", said on Saturday, ends on Saturday."""
    since = (piece.match.groupdict().get("lead") or "").lower() == "since"
    if piece.kind not in _STRETCHES and not since:
        return anchor.day
    spoken = day_of_saying(evidence, report, anchor)
    return spoken[1].start if spoken is not None else anchor.day


def _told_back(evidence: Evidence, report: Report, anchor: date | None) -> Reading | None:
    """Read "the day before" from the single day named earlier in its sentence: "denied on Wednesday …".

    "Struck on Wednesday, a day after a bomb had killed …" tells the bomb's day in the same way.
    """
    if _DAY_BEFORE.fullmatch(evidence.quote) is None:
        return None
    text = report.part(evidence.span.part)
    sentence = text[max(0, evidence.start - _SAME_SENTENCE) : evidence.start].rpartition(". ")[2]
    named = [piece.read(anchor) for piece in pieces(sentence)]
    days = [reading.start for reading in named if reading.start is not None and reading.start == reading.end]
    governs = not evidence.quote.endswith("after") or _WORD_FOLLOWS.match(text, evidence.end)
    if not days or not governs:
        return None
    day = shifted(days[-1], -1)
    return replace(
        UNRESOLVED, start=day, end=day, precision=Precision.DAY, basis=Basis.RELATIVE, rule="marsad:day_before"
    )


@lru_cache(maxsize=8)
def _printed_date(report: Report) -> Anchor | None:
    """Return the date printed at the head of the text, outside any sentence."""
    head = report.text[:_HEAD_AND_A_DATE]
    dates = tuple(_dates_of(pieces(head)))
    for index, piece in enumerate(dates):
        day = piece.read(report.published if _is_dateline(head, piece) else None).start
        if day is not None and _stands_alone(head, piece):
            return Anchor(day=day, evidence=report.quote(piece.start, _end_of_header(head, dates[index:])))
    return None


def _end_of_header(head: str, dates: Sequence[Piece]) -> int:
    """Return where the printed date ends, with the date of an update that stands right behind it."""
    end = dates[0].end
    for piece in dates[1:]:
        if _PRINTED_AGAIN.fullmatch(head[end : piece.start]) is None:
            break
        end = piece.end
    return end


def _dates_of(found: Iterable[Piece]) -> Iterable[Piece]:
    return (piece for piece in found if piece.kind == "date" and piece.start < _HEAD)


def _is_dateline(head: str, piece: Piece) -> bool:
    before, after = head[: piece.start], head[piece.end :]
    return bool(_DATELINE_BEFORE.search(before) or _DATELINE_AFTER.match(after))


def _stands_alone(head: str, piece: Piece) -> bool:
    """Whether a date is a header's and no part of a sentence ("On August 5 2016 jets struck")."""
    before, after = head[: piece.start], head[piece.end :]
    if _PRINTED.search(before):
        return True
    full = bool(piece.match.groupdict().get("year"))
    if full and (_AGENCY.search(before) or (_CAPITAL.search(before) and _NAMED_DAY.match(piece.match.group()))):
        return True
    in_a_sentence = piece.match.groupdict().get("lead") or _IN_A_SENTENCE.search(before)
    return not in_a_sentence and not _SENTENCE_GOES_ON.match(after)
