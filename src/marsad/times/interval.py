"""When an event happened: an interval of days, how precise, and by which rule it was worked out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marsad.text.span import Evidence


class Precision(StrEnum):
    """How finely the time is known (contract `when.precision`)."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What the days rest on: a date in the text, a word like "yesterday", or nothing."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day a report speaks from; ``evidence`` holds the words where the text prints it. None = not known."""

    day: date | None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of an event: local days ``start`` to ``end`` inclusive, None where the words could not be resolved.

    ``local_time`` is a clock time ("13:38") or part of day ("night"), ``tz`` the zone where the report names it,
    ``rule`` the rule that was used (codebook 4.4), ``evidence`` the words.
    """

    start: date | None
    end: date | None
    local_time: str | None
    tz: str | None
    precision: Precision
    basis: Basis
    rule: str | None
    evidence: Evidence | None
