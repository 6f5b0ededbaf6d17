"""Dates printed in a text: "5 August 2016", "Thu Jul 7 2016", "2016-08-05", "August 5-7", the damaged "Aug 142016".

A date without its year is the latest such day not after the day the report speaks from.
"""

import re
from datetime import date
from re import Match

from marsad.times.interval import Precision
from marsad.times.leads import LEAD, LEAD_WORDS, led, precision_of
from marsad.times.lexicon import (
    ANY_WEEKDAY,
    DASH,
    DAY,
    DAY_ENDING,
    GAP,
    MONTH,
    MONTH_WORDS,
    PEOPLE,
    WEEKDAY_WORDS,
    YEAR,
    day_of,
    month_number,
)
from marsad.times.reading import UNRESOLVED, Reader, Reading, Rule, explicit, shifted

_WEEKDAY = rf"(?:{ANY_WEEKDAY},?{GAP})?"
_THE = rf"(?:the{GAP})?"
_BEFORE_YEAR = rf"(?:,{GAP}|,|{GAP}|-)"
_OPTIONAL_YEAR = rf"(?:{_BEFORE_YEAR}(?P<year>{YEAR}))?"
_TO = rf"(?:\s?{DASH}\s?|{GAP}(?:to|and|until|through){GAP})"
_NOT_COUNTED = rf"(?!{GAP}{PEOPLE})"
_NO_NAME = (
    rf"(?!{GAP}(?-i:Street|St\b|Road|Avenue|Square|Boulevard|Bridge|Park|Garden|Hospital|School|University|Mosque|Stadium"
    r"|Airport|District|Neighbou?rhood|Brigade|Battalion|Division|Movement|Revolution|Uprising))"
)
"""What a day gives its name to: "7 April Street", the "17 May Movement"."""
_FIRSTS = LEAD_WORDS | MONTH_WORDS | WEEKDAY_WORDS | frozenset(("#", "the", "between"))
_CENTURY = 100
_OLD_YEARS = 70  # "05/05/89" is of the last century, "05/05/31" of this one
_LEAP_GAP = 9

DAY_FIRST = (
    rf"{_WEEKDAY}{_THE}(?P<day>{DAY}){DAY_ENDING}(?:{GAP}of)?(?:{GAP}|-)(?P<month>{MONTH})"
    rf"(?:(?P<glued_year>{YEAR})|{_OPTIONAL_YEAR}(?![0-9]))"
)
MONTH_FIRST = (
    rf"{_WEEKDAY}(?P<month>{MONTH})(?:{GAP}|-)?(?:the{GAP})?(?P<day>{DAY})"
    rf"(?:(?P<glued_year>{YEAR})|{DAY_ENDING}(?![0-9:])(?:{_BEFORE_YEAR}(?P<year>{YEAR})|{_NOT_COUNTED}))"
)
NUMERIC = (
    rf"{_WEEKDAY}(?:(?P<iso_year>{YEAR})(?P<iso_mark>[-/.])(?P<iso_month>0?[1-9]|1[0-2])(?P=iso_mark)"
    rf"(?P<iso_day>{DAY})(?![0-9])|(?P<first>{DAY})(?P<mark>[-/.])(?P<second>{DAY})(?P=mark)"
    r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]))"
)
_DAY_FIRST_RANGE = (
    rf"(?P<day>{DAY}){DAY_ENDING}(?:{GAP}(?P<first_month>{MONTH}))?{_TO}{_THE}(?P<last>{DAY}){DAY_ENDING}"
    rf"(?:{GAP}of)?{GAP}(?P<month>{MONTH}){_OPTIONAL_YEAR}(?![0-9])"
)
_MONTH_FIRST_RANGE = (
    rf"(?P<first_month>{MONTH}){GAP}(?P<day>{DAY}){DAY_ENDING}{_TO}(?:(?P<month>{MONTH}){GAP})?(?P<last>{DAY})"
    rf"{DAY_ENDING}(?![0-9]){_NOT_COUNTED}{_OPTIONAL_YEAR}"
)


def latest(month: int, day: int, anchor: date | None) -> date | None:
    """Return the latest day of that month and day not after the anchor, or the day after it: datelines run late."""
    if anchor is None:
        return None
    for year in range(anchor.year + 1, anchor.year - _LEAP_GAP, -1):
        found = day_of(year, month, day)
        if found is not None and found <= shifted(anchor, 1):
            return found
    return None


def read_named(match: Match[str], anchor: date | None) -> Reading:
    """Read a date with a named month."""
    month, day, year = month_number(match["month"]), int(match["day"]), match["glued_year"] or match["year"]
    found = day_of(int(year), month, day) if year else latest(month, day, anchor)
    return explicit(found, found, Precision.DAY, "marsad:date" if year else "marsad:date_without_year")


def read_numeric(match: Match[str], _anchor: date | None) -> Reading:
    """Read "2016-08-05", "18-07-2016", "20.04.2017"; "05/04/2016" could be two days and stays unresolved."""
    if match["iso_year"]:
        found = day_of(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        return explicit(found, found, Precision.DAY, "marsad:date")
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < _CENTURY:
        year += 1900 if year >= _OLD_YEARS else 2000
    day_first = day_of(year, second, first)
    month_first = day_of(year, first, second) if match["mark"] == "/" else None
    if day_first and month_first and day_first != month_first:
        return UNRESOLVED
    found = day_first or month_first
    return explicit(found, found, Precision.DAY, "marsad:date")


def _read_range(match: Match[str], anchor: date | None) -> Reading:
    """Read "5 to 7 August" and "31 December to 2 January"; the first day lies before the last."""
    first_month = month_number(match["first_month"] or match["month"])
    last_month = month_number(match["month"] or match["first_month"])
    last_day = int(match["last"])
    end = day_of(int(match["year"]), last_month, last_day) if match["year"] else latest(last_month, last_day, anchor)
    start = latest(first_month, int(match["day"]), shifted(end, -1)) if end else None
    precision = precision_of((end - start).days + 1) if start and end else Precision.DAYS
    return explicit(start, end, precision, "marsad:date_range")


def _rule(body: str, read: Reader) -> Rule:
    pattern = re.compile(rf"{LEAD}{body}{_NO_NAME}", re.IGNORECASE)
    return Rule(kind="date", pattern=pattern, firsts=_FIRSTS, read=lambda match, day: led(match, read(match, day), day))


DATE_RULES = (
    _rule(DAY_FIRST, read_named),
    _rule(MONTH_FIRST, read_named),
    _rule(NUMERIC, read_numeric),
    _rule(rf"(?:between{GAP})?{_THE}{_DAY_FIRST_RANGE}", _read_range),
    _rule(rf"(?:between{GAP})?{_MONTH_FIRST_RANGE}", _read_range),
)
