"""Days told from today: "yesterday", "last night", "three days ago", "the day before", "a few days earlier".

"The same day" and "two days later" hang on another day of the story; their words are found and stay unresolved.
"""

import re
from datetime import date
from re import Match

from marsad.times.interval import Precision
from marsad.times.lexicon import COUNT, GAP, NUMBER_WORDS, PART, number, part_of_day
from marsad.times.reading import UNRESOLVED, Reader, Reading, Rule, months_back, relative, shifted, timed

_UNIT = r"(?:fortnights?|hours?|days?|nights?|weeks?|months?|years?|minutes?|decades?)"
_VAGUE = rf"(?:a{GAP}few|several|some|a{GAP}couple{GAP}of|a{GAP}number{GAP}of|many)"
_FORTNIGHT = 14
_WEEK = 7
_HOURS = 24


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _one_day(back: int, rule: str = "ucdp:day", local_time: str | None = None) -> Reader:
    """Return a reader of words for the day so many days before today, with the part of the day if they tell it."""

    def read(match: Match[str], anchor: date | None) -> Reading:
        part = match.groupdict().get("part")
        told = part_of_day(part) if part else local_time
        if anchor is None:
            return timed(UNRESOLVED, told)
        day = shifted(anchor, -back)
        return timed(relative(day, day, Precision.DAY, rule), told)

    return read


def _read_ago(match: Match[str], anchor: date | None) -> Reading:
    """Read "three days ago" as a day, "two weeks ago" as the weeks up to today, as UCDP reads a fortnight."""
    if anchor is None:
        return UNRESOLVED
    unit = match["unit"].lower().rstrip("s")
    if match["count"] is None:
        return _vaguely_ago(unit, anchor)
    count = number(match["count"])
    return _ago("week", 2 * count, anchor) if unit == "fortnight" else _ago(unit, count, anchor)


def _ago(unit: str, count: int, anchor: date) -> Reading:
    if unit in {"minute", "hour"}:
        hours = count if unit == "hour" else 0
        back = 0 if unit == "minute" else max(1, -(-hours // _HOURS))
        return relative(shifted(anchor, -back), anchor, Precision.DAYS if back else Precision.DAY, "marsad:hours_ago")
    if unit in {"day", "night"}:
        day = shifted(anchor, -count)
        return relative(day, day, Precision.DAY, "marsad:days_ago")
    if unit == "week" and count == 1:
        day = shifted(anchor, -_WEEK)
        return relative(day, day, Precision.DAYS, "marsad:week_ago")
    if unit == "week":
        rule = "ucdp:fortnight_ago" if count * _WEEK == _FORTNIGHT else "marsad:weeks_ago"
        return relative(shifted(anchor, 1 - count * _WEEK), anchor, Precision.MONTH, rule)
    if unit == "month":
        start = months_back(anchor, count)
        return relative(start, shifted(months_back(anchor, count - 1), -1), Precision.MONTH, "marsad:months_ago")
    year = max(1, anchor.year - count * (10 if unit == "decade" else 1))
    return relative(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "marsad:years_ago")


def _vaguely_ago(unit: str, anchor: date) -> Reading:
    if unit in {"minute", "hour"}:
        return relative(shifted(anchor, -1), anchor, Precision.DAYS, "marsad:hours_ago")
    if unit in {"day", "night"}:
        return relative(shifted(anchor, -3), shifted(anchor, -1), Precision.DAYS, "ucdp:past_few_days")
    if unit == "week":
        return relative(shifted(anchor, -21), anchor, Precision.MONTH, "ucdp:recent_weeks")
    return UNRESOLVED


def _unresolved(_match: Match[str], _anchor: date | None) -> Reading:
    return UNRESOLVED


def _rule(pattern: str, firsts: str, read: Reader) -> Rule:
    return Rule(kind="relative", pattern=_compiled(pattern), firsts=frozenset(firsts.split()), read=read)


_WITH_PART = rf"(?:{GAP}(?P<part>{PART})\b)?"
_ELSEWHERE = (
    rf"(?:the{GAP}same{GAP}(?:day|night|time)|that{GAP}(?:same{GAP})?(?:day|night|morning|evening|afternoon)"
    rf"|(?:on{GAP})?the{GAP}(?:previous|following|next|preceding){GAP}(?:day|night|morning|evening|week|month|year)"
    rf"|the{GAP}(?:day|night|week|month|year){GAP}(?:before|after|earlier)"
    rf"|(?:{COUNT}|{_VAGUE}){GAP}{_UNIT}{GAP}(?:earlier|later|before|after|previously|prior)"
    rf"|(?:minutes|hours|days|weeks|months|years){GAP}(?:earlier|later|before|after)"
    rf"|(?:later|earlier){GAP}(?:(?:on|in){GAP})?(?:that{GAP}|the{GAP}(?:same{GAP})?)day)\b"
)

DAY_RULES = (
    _rule(
        rf"(?:(?:earlier|later|early|late){GAP})?(?<!Russia\s)(?<!USA\s)today(?:['’]s)?\b",
        "earlier later early late today",
        _one_day(0),
    ),
    _rule(rf"this{GAP}(?:early{GAP})?(?P<part>morning|afternoon|evening)\b", "this", _one_day(0)),
    _rule(r"tonight\b", "tonight", _one_day(0, local_time="night")),
    _rule(
        rf"(?:(?:early|late|earlier|since){GAP})?yesterday(?:['’]s)?\b{_WITH_PART}",
        "yesterday yesterday's yesterday’s early late earlier since",
        _one_day(1),
    ),
    _rule(rf"the{GAP}day{GAP}before{GAP}yesterday\b{_WITH_PART}", "the", _one_day(2)),
    _rule(rf"(?:late{GAP})?last{GAP}(?P<part>night|evening)\b", "last late", _one_day(1, "ucdp:last_night")),
    _rule(rf"the{GAP}other{GAP}(?:day|night)\b", "the", _one_day(1, "ucdp:other_day")),
    _rule(rf"tomorrow\b{_WITH_PART}", "tomorrow", _one_day(-1)),
    _rule(
        rf"(?:(?P<count>{COUNT}){GAP}|(?:just{GAP})?(?:{_VAGUE}){GAP})?(?P<unit>{_UNIT}){GAP}ago\b",
        " ".join(
            sorted(NUMBER_WORDS | {"several", "some", "many", "just", "hours", "days", "weeks", "months", "years"})
        )
        + " # minutes",
        _read_ago,
    ),
    _rule(
        _ELSEWHERE,
        " ".join(sorted(NUMBER_WORDS | {"several", "some", "many", "that", "on", "later", "earlier", "hours", "days"}))
        + " # minutes weeks months years",
        _unresolved,
    ),
)
