"""Several words for the time of one telling made into one: a day and its hour, a week and its weekday, two days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import Precision, When
from marsad.times.leads import precision_of
from marsad.times.phrases import pieces
from marsad.times.reading import UNRESOLVED, Reading, shifted, timed
from marsad.times.weekdays import night_of

_FINENESS = (Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR)
_WEEK_DAYS = 7
_BETWEEN = 60  # code points between two days of one stretch
_GOES_ON = re.compile(
    r",?\s+(?:(?:and|but|then|which)\s+)?(?:\w+\s+){0,2}?(?:continued|continuing|continues|went on|carried on|resumed|"
    r"lasted|ended|through|until|till|into)\s+(?:\w+\s+){0,3}?|,?\s+and\s+(?:again\s+)?",
    re.IGNORECASE,
)
# What lasts, and is told by when it began. A blast or a raid that "began on Friday" is of Friday.
_BEGAN = re.compile(
    r"\b(?:offensives?|operations?|campaigns?|(?:in)?fighting|clashes|battles?|siege|assault|bombardment|violence)\s+"
    r"(?:[\w'’-]+\s+){0,8}?(?:that|which)\s+(?:ha[sd]\s+)?(?:began|begun|started|erupted|broke out|was launched)\s+\Z",
    re.IGNORECASE,
)
_BEGAN_WITHIN = 140  # code points before a day that hold "clashes between rebels near the town that began"
_STILL_GOING_ON = 31  # days for which what began is taken to go on until the report
_UNTIL = frozenset(("until", "till", "through"))
_Told = tuple[Evidence, Reading]


def together(first: Evidence, readings: Sequence[_Told], report: Report, anchor: date | None) -> When:
    """Return the one time that the words of a telling, each read by itself, make.

    Unresolved, with the ``first`` words, where none is a day.
    """
    dated = [told for told in readings if told[1].start is not None]
    day = _stretch([*dated, *_last_days(readings, anchor)], report) or _going_on(_day_told(dated), report, anchor)
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


def _last_days(readings: Sequence[_Told], anchor: date | None) -> Iterator[_Told]:
    """Yield the days of "until Sunday", which by themselves date nothing."""
    for evidence, reading in readings:
        if reading.start is None and _says_until(evidence):
            day = evidence.quote.partition(" ")[2]
            yield from ((evidence, piece.read(anchor)) for piece in pieces(day))


def _stretch(told: Sequence[_Told], report: Report) -> _Told | None:
    """Read "began Saturday and continued Sunday", "on Monday and again on Tuesday" as all the days in between."""
    for (early, first), (late, last) in pairwise(sorted(told, key=lambda each: (each[0].span.part, each[0].start))):
        if not _is_day(first) or not _is_day(last) or early.span.part is not late.span.part:
            continue
        between = report.part(early.span.part)[early.end : late.start]
        leads_on = _leads_on(between) or (_says_until(late) and len(between) <= _BETWEEN and ". " not in between)
        if first.start and last.end and first.start < last.end and leads_on:
            days = (last.end - first.start).days + 1
            rule = "marsad:from_day_to_day"
            stretch = replace(first, end=last.end, precision=precision_of(days), rule=rule, local_time=None)
            return report.quote(early.start, late.end, early.span.part), stretch
    return None


def _going_on(told: _Told | None, report: Report, anchor: date | None) -> _Told | None:
    """Read "an offensive that began on Friday" as Friday to the day of the report: nobody says that it is over."""
    if told is None or anchor is None:
        return told
    evidence, reading = told
    before = report.part(evidence.span.part)[max(0, evidence.start - _BEGAN_WITHIN) : evidence.start]
    if reading.start is None or not reading.start < anchor or _BEGAN.search(before) is None:
        return told
    days = (anchor - reading.start).days + 1
    if days > _STILL_GOING_ON:
        return told
    since = replace(reading, end=anchor, precision=precision_of(days), rule="marsad:since_it_began", local_time=None)
    return evidence, since


def _says_until(evidence: Evidence) -> bool:
    return evidence.quote.partition(" ")[0].lower() in _UNTIL


def _is_day(reading: Reading) -> bool:
    return reading.start is not None and reading.start == reading.end


def _leads_on(between: str) -> bool:
    return len(between) <= _BETWEEN and _GOES_ON.fullmatch(between) is not None


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
