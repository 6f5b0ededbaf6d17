"""Ties the time words of a claim to a calendar, from the day the report speaks from.

A date printed at the head of the text wins over the publication date; with neither, "on Thursday" stays unresolved and
its words are kept. Nothing is ever dated by the publication date alone: that a report names no time is its caller's to
say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marsad.claims.claim import Mention, Role
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import Basis, Precision, When
from marsad.times.phrases import Piece, pieces
from marsad.times.reading import UNRESOLVED, Reading, shifted, timed
from marsad.times.weekdays import night_of

_HEAD = 200
_HEAD_AND_A_DATE = 260
_PRINTED = re.compile(
    r"(?:posted|published|updated|issued|released|modified|created|dated|publication|date)\W{0,3}\Z", re.IGNORECASE
)
_IN_A_SENTENCE = re.compile(r"(?:\b(?:the|of|a|an|his|her|their|its|for|and|to|between|than)\s{1,3})\Z", re.IGNORECASE)
_SENTENCE_GOES_ON = re.compile(r"\s{1,3}(?!(?:by|at|updated|am|pm|gmt|last|print|share|views|min|hours)\b)[a-z]")
_DATELINE_BEFORE = re.compile(r"(?:\)\s?[-–—]{1,2}\s?|\b[A-Z][A-Z ]{2,30},\s?)\Z")
_DATELINE_AFTER = re.compile(r"\s{0,2}(?:\([A-Z]|[-–—])")
_FINENESS = (Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR)
_WEEK_DAYS = 7
_SAME_SENTENCE = 240
_DAY_BEFORE = re.compile(
    r"(?:on )?(?:the day before|the previous day|a day (?:before|earlier)|one day earlier)", re.IGNORECASE
)
_CONTEXT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day a report speaks from; ``evidence`` holds the words where the text prints it. None = not known."""

    day: date | None
    evidence: Evidence | None = None


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
        anchor = self.anchor(report).day
        readings = tuple(
            (said, _told_back(said, report, anchor) or piece.read(anchor))
            for said in words
            for piece in _pieces_of(said, report)
        )
        return _combined(readings, anchor, words[0])


def _pieces_of(evidence: Evidence, report: Report) -> Iterable[Piece]:
    """Return the time expressions inside these words, read with what follows them: "five-day" means it of a siege."""
    length = len(evidence.quote)
    told = report.part(evidence.span.part)[evidence.start : evidence.end + _CONTEXT]
    inside = [piece for piece in pieces(told) if piece.end <= length]
    return inside or pieces(evidence.quote)


def _told_back(evidence: Evidence, report: Report, anchor: date | None) -> Reading | None:
    """Read "the day before" from the single day named earlier in its sentence: "denied on Wednesday …"."""
    if _DAY_BEFORE.fullmatch(evidence.quote) is None:
        return None
    text = report.part(evidence.span.part)
    sentence = text[max(0, evidence.start - _SAME_SENTENCE) : evidence.start].rpartition(". ")[2]
    named = [piece.read(anchor) for piece in pieces(sentence)]
    days = [reading.start for reading in named if reading.start is not None and reading.start == reading.end]
    if not days:
        return None
    day = shifted(days[-1], -1)
    return replace(
        UNRESOLVED, start=day, end=day, precision=Precision.DAY, basis=Basis.RELATIVE, rule="marsad:day_before"
    )


_Told = tuple[Evidence, Reading]


def _combined(readings: Sequence[_Told], anchor: date | None, first: Evidence) -> When:
    day = _day_told([told for told in readings if told[1].start is not None])
    hour = _hour_told([told for told in readings if told[1].local_time is not None], day)
    evidence, reading = day or (None, UNRESOLVED)
    if hour is not None:
        reading = _with_hour(reading, hour[1], anchor)
    if evidence is None:
        evidence = hour[0] if hour else first
    one_day = reading.start == reading.end
    precision = reading.time_precision if one_day and reading.time_precision else reading.precision
    return When(
        start=reading.start,
        end=reading.end,
        local_time=reading.local_time,
        tz=reading.tz,
        precision=precision,
        basis=reading.basis,
        rule=reading.rule,
        evidence=evidence,
    )


def _day_told(told: Sequence[_Told]) -> _Told | None:
    """Return the finest of the days told, the first of equals; a weekday is sought inside a week told beside it."""
    if not told:
        return None
    evidence, finest = min(told, key=lambda each: _FINENESS.index(each[1].precision))
    if finest.rule != "ucdp:weekday" or finest.start is None:
        return evidence, finest
    for _, other in told:
        day = _same_weekday_inside(finest.start, other)
        if day is not None:
            return evidence, replace(finest, start=day, end=day)
    return evidence, finest


def _same_weekday_inside(day: date, other: Reading) -> date | None:
    if other.start is None or other.end is None or other.precision is not Precision.WEEK:
        return None
    inside = shifted(other.start, (day.weekday() - other.start.weekday()) % _WEEK_DAYS)
    return inside if inside <= other.end else None


def _hour_told(told: Sequence[_Told], day: _Told | None) -> _Told | None:
    """Return the first clock time, else the first part of a day, the words of the day itself first."""
    own = [each for each in told if day is not None and each[0] == day[0]]
    for candidates in (own, told):
        clocks = [each for each in candidates if each[1].time_precision is not Precision.PART_OF_DAY]
        if clocks:
            return clocks[0]
    return next(iter((*own, *told)), None)


def _with_hour(reading: Reading, hour: Reading, anchor: date | None) -> Reading:
    one_day = reading.start is not None and reading.start == reading.end
    if hour.local_time == "overnight" and one_day and reading.start is not None and anchor is not None:
        return timed(night_of(reading.start, anchor), "overnight")
    return replace(reading, local_time=hour.local_time, time_precision=hour.time_precision, tz=hour.tz)


def _printed_date(report: Report) -> Anchor | None:
    """Return the date printed at the head of the text, outside any sentence."""
    head = report.text[:_HEAD_AND_A_DATE]
    for piece in _dates_of(pieces(head)):
        day = piece.read(report.published if _is_dateline(head, piece) else None).start
        if day is not None and _stands_alone(head, piece):
            return Anchor(day=day, evidence=report.quote(piece.start, piece.end))
    return None


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
    in_a_sentence = piece.match.groupdict().get("lead") or _IN_A_SENTENCE.search(before)
    return not in_a_sentence and not _SENTENCE_GOES_ON.match(after)
