"""What one time expression means: days, a time of day, and by which rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from re import Match, Pattern

from marsad.times.interval import Basis, Precision

DAY = timedelta(days=1)
_FARTHEST = 366 * 200
"""Days: no report speaks of a time farther from itself than two centuries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means from a given day. Days are None where it cannot be resolved, or names no day.

    ``local_time`` is "13:38" or a part of the day, ``time_precision`` how fine that is.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    basis: Basis = Basis.NONE
    rule: str | None = None
    local_time: str | None = None
    time_precision: Precision | None = None
    tz: str | None = None


UNRESOLVED = Reading()
Reader = Callable[[Match[str], date | None], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of time expression: how it looks, at which words it can begin, and what it means.

    ``kind`` is the label of what is found: date, weekday, period, year, relative, part_of_day, clock, duration or
    habitual. ``firsts`` are the first words in small letters; "#" stands for any figure.
    """

    kind: str
    pattern: Pattern[str]
    firsts: frozenset[str]
    read: Reader


def explicit(start: date | None, end: date | None, precision: Precision, rule: str) -> Reading:
    """Return days that the text itself dates; unresolved where the calendar lacks one of them."""
    if start is None or end is None or end < start:
        return UNRESOLVED
    return Reading(start=start, end=end, precision=precision, basis=Basis.EXPLICIT, rule=rule)


def relative(start: date, end: date, precision: Precision, rule: str) -> Reading:
    """Return days worked out from the day the report speaks from."""
    if end < start:
        return UNRESOLVED
    return Reading(start=start, end=end, precision=precision, basis=Basis.RELATIVE, rule=rule)


def timed(reading: Reading, local_time: str | None) -> Reading:
    """Return the reading with a part of the day; unchanged where none is named."""
    if local_time is None:
        return reading
    return replace(reading, local_time=local_time, time_precision=Precision.PART_OF_DAY)


def shifted(day: date, days: int) -> date:
    """Return the day so many days later (or earlier), held inside the calendar."""
    days = max(-_FARTHEST, min(_FARTHEST, days))
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    if (year, month) == (MAXYEAR, 12):
        return date.max
    return (date(year, month + 1, 1) if month < 12 else date(year + 1, 1, 1)) - DAY  # noqa: PLR2004 - December


def months_back(day: date, months: int) -> date:
    """Return the same day of an earlier month, or that month's last day."""
    total = max(MINYEAR * 12, day.year * 12 + day.month - 1 - months)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return shifted(day, -day.weekday())
