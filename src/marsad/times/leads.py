"""What the small words before a day do to it: "since Thursday", "around 2 July", "early on Friday"."""

from dataclasses import replace
from datetime import date
from re import Match

from marsad.times.interval import Precision
from marsad.times.lexicon import GAP, part_of_day
from marsad.times.reading import UNRESOLVED, Reading, relative, shifted, timed

_ON = ("on", "in", "at", "from", "during", "over", "dated", "throughout", "for")
_NEAR = ("around", "about")
_OPEN = ("until", "till", "before", "after", "by", "through")
LEAD = (
    rf"(?:(?P<lead>on or (?:around|about)|as of|{'|'.join((*_ON, *_NEAR, *_OPEN, 'since'))}){GAP})?"
    rf"(?:(?P<edge>early|earlier|late|later)(?:{GAP}on)?{GAP})?"
)
"""The words before a day. The group ``lead`` tells how it is bounded, ``edge`` which end of the day is meant."""
LEAD_WORDS = frozenset((*_ON, *_NEAR, *_OPEN, "since", "as", "early", "earlier", "late", "later"))


def led(match: Match[str], reading: Reading, anchor: date | None) -> Reading:
    """Return the reading as its lead words bound it; what lies before, after or until a day is not resolved."""
    if reading.start is None or reading.end is None:
        return reading
    groups = match.groupdict()
    lead = (groups.get("lead") or "on").lower()
    if lead in {"since", "as of"}:
        return _since(reading, anchor)
    if lead in _OPEN:
        return UNRESOLVED
    if (lead in _NEAR or lead.startswith("on or")) and reading.precision is Precision.DAY:
        start, end = shifted(reading.start, -1), shifted(reading.end, 1)
        return replace(reading, start=start, end=end, precision=Precision.DAYS, rule="ucdp:around")
    edge = (groups.get("edge") or "").lower()
    if edge in {"early", "late"} and reading.precision is Precision.DAY and reading.local_time is None:
        return timed(reading, part_of_day(edge))
    return reading


def _since(reading: Reading, anchor: date | None) -> Reading:
    if anchor is None or reading.start is None or reading.start > anchor:
        return UNRESOLVED
    days = (anchor - reading.start).days
    precision = Precision.DAY if days == 0 else precision_of(days + 1)
    since = relative(reading.start, anchor, precision, "ucdp:since")
    return replace(since, basis=reading.basis)


def precision_of(days: int) -> Precision:
    """Return how fine an interval of so many days is, by the steps of UCDP's date precision."""
    steps = ((6, Precision.DAYS), (7, Precision.WEEK), (31, Precision.MONTH))
    return next((precision for longest, precision in steps if days <= longest), Precision.YEAR)
