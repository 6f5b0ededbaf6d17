"""Reads the day a report appeared from the words that state it; what is not certain stays unknown."""

import re
from datetime import date

LONGEST = 80

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
_MONTH += r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ZONE = r"(?:z|[a-z]{2,5}|(?:utc|gmt)?[+-]\d{1,2}:?(?:\d{2})?|\([a-z ]{2,30}\))"
_TIME = rf"(?:[t\s,]\s*(?:at\s+)?\d{{1,2}}:?\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?)?"
_SHAPES = tuple(
    re.compile(shape + _TIME + r"\s*\.?", re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
    )
)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _TIME, re.IGNORECASE)
_MONTHS_IN_A_YEAR = 12
_EARLIEST, _LATEST = 1800, 2199


def parse_published(words: str) -> date | None:
    """Return the day these words state, or None where they state none, or two: 05/06/2016 may be May or June.

    Read are ISO dates, 2016/08/05, 5 August 2016, Aug 5, 2016 and e-mail dates, each with or without time and zone.
    The day is the one printed: a zone never moves it.
    """
    words = " ".join(words.split())
    if len(words) > LONGEST:
        return None
    for shape in _SHAPES:
        found = shape.fullmatch(words)
        if found:
            parts = found.groupdict()
            word = parts.get("word")
            month = _MONTHS.index(word[:3].lower()) + 1 if word else int(parts["month"])
            return _day(int(parts["year"]), month, int(parts["day"]))
    readings = _both_readings(words)
    return readings[0] if len(readings) == 1 else None


def why_unknown(words: str) -> str:
    """Return in one sentence why these words give no day, and what to do."""
    readings = _both_readings(" ".join(words.split())[:LONGEST])
    if len(readings) > 1:
        either = " or ".join(day.isoformat() for day in readings)
        return f"the date may mean {either}; write it as year-month-day"
    return "the date cannot be read; write it as year-month-day, for example 2031-03-05"


def _both_readings(words: str) -> tuple[date, ...]:
    """Return the days that 05/06/2016 can mean: day first, month first, or only one of them."""
    found = _NUMBERS.fullmatch(words)
    if not found:
        return ()
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    return tuple(sorted(day for day in days if day))


def _day(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST or not 1 <= month <= _MONTHS_IN_A_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
