"""Months, years and seasons: "in August 2022", "early March", "the first week of August", "last year", "since 2011"."""

import re
from datetime import date
from re import Match

from marsad.times.interval import Basis, Precision
from marsad.times.leads import LEAD, LEAD_WORDS, led
from marsad.times.lexicon import (
    GAP,
    MONTH,
    MONTH_WORDS,
    ORDINAL_NUMBERS,
    SEASON_MONTHS,
    YEAR,
    day_of,
    month_number,
)
from marsad.times.reading import (
    UNRESOLVED,
    Reader,
    Reading,
    Rule,
    explicit,
    month_end,
    months_back,
    relative,
    shifted,
)

_THE = rf"(?:the{GAP})?"
_OF_YEAR = rf"(?:(?:,{GAP}|,|{GAP}(?:of{GAP})?|-)(?P<year>{YEAR}))"
_SECTION = (
    rf"(?:{_THE}(?P<section>early|mid|middle|late|beginning|start|end|(?:first|second|third|fourth|last){GAP}week"
    rf"|(?:first|last){GAP}(?:few{GAP})?days)(?:{GAP}|-)(?:(?:of|in){GAP})?)"
)
_MONTH_SECTIONS = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (10, 20), "middle": (10, 20)}
_LATE_FROM = 15
_WEEK_DAYS = 7
_FIRSTS = LEAD_WORDS | MONTH_WORDS | frozenset(("the", "last", "this", "mid", "middle", "beginning", "start", "end"))
_FIRST_WORDS = _FIRSTS | frozenset(("first", "second", "third", "fourth", "next"))


def latest_month(month: int, anchor: date) -> int:
    """Return the year of the latest such month not after the anchor's own."""
    return anchor.year if month <= anchor.month else anchor.year - 1


def _read_month(match: Match[str], anchor: date | None) -> Reading:
    month, groups = month_number(match["month"]), match.groupdict()
    if not groups.get("year") and anchor is None:
        return UNRESOLVED
    year = int(match["year"]) if groups.get("year") else latest_month(month, anchor) if anchor else 0
    if not groups.get("year") and (groups.get("which") or "").lower() == "last" and anchor and month == anchor.month:
        year -= 1
    if year < 1:
        return UNRESOLVED
    first, last = _section_of_month(year, month, " ".join((groups.get("section") or "").lower().split()))
    if anchor and (year, month) == (anchor.year, anchor.month) and first <= anchor:
        last = min(last, anchor)
    precision = Precision.MONTH if (last - first).days >= _WEEK_DAYS else Precision.WEEK
    rule = "ucdp:part_of_month" if groups.get("section") else "ucdp:month"
    return led(match, explicit(first, last, precision, rule), anchor)


def _section_of_month(year: int, month: int, section: str) -> tuple[date, date]:
    end = month_end(year, month)
    if section in _MONTH_SECTIONS:
        first, last = _MONTH_SECTIONS[section]
        return date(year, month, first), date(year, month, last)
    if section in {"late", "end"}:
        return date(year, month, _LATE_FROM), end
    if section.endswith("days"):
        return (date(year, month, 1), date(year, month, 10)) if "first" in section else (shifted(end, -9), end)
    if section == "last week":
        return shifted(end, 1 - _WEEK_DAYS), end
    if section.endswith("week"):
        first = date(year, month, 1 + _WEEK_DAYS * (ORDINAL_NUMBERS[section.split()[0]] - 1))
        return first, shifted(first, _WEEK_DAYS - 1)
    return date(year, month, 1), end


def _read_year(match: Match[str], anchor: date | None) -> Reading:
    year, edge = int(match["year"]), (match["edge"] or match["section"] or "").lower()
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(edge, (1, 12))
    start, end = date(year, first, 1), month_end(year, last)
    if anchor and start <= anchor <= end:
        end = anchor
    rule = "ucdp:part_of_year" if (first, last) != (1, 12) else "ucdp:year"
    return led_year(match, explicit(start, end, Precision.YEAR, rule), anchor)


def led_year(match: Match[str], reading: Reading, anchor: date | None) -> Reading:
    """Return a year as its lead bounds it; "early 2015" is a stretch of the year and no hour of a day."""
    return led(match, timeless(reading), anchor) if match["edge"] is None else reading


def timeless(reading: Reading) -> Reading:
    """Return the reading as days alone."""
    return explicit(reading.start, reading.end, reading.precision, reading.rule or "")


def _read_season(match: Match[str], anchor: date | None) -> Reading:
    """Read "in the summer of 2014" and "last winter"; northern seasons, winter beginning in December."""
    first = SEASON_MONTHS[match["season"].lower()]
    if match["year"]:
        year = int(match["year"]) - (first == 12)  # noqa: PLR2004 - the winter of a year begins the year before
        basis = Basis.EXPLICIT
    elif anchor:
        year, basis = anchor.year - ((first + 2) > anchor.month), Basis.RELATIVE
    else:
        return UNRESOLVED
    start = day_of(year, first, 1)
    if start is None:
        return UNRESOLVED
    end = shifted(months_back(start, -3), -1)
    return Reading(start=start, end=end, precision=Precision.SEASON, basis=basis, rule="marsad:season")


def _this_or_last(match: Match[str], anchor: date | None) -> Reading:
    """Read "last month", "earlier this month", "this year", "last year"."""
    if anchor is None or match["which"].lower() == "next":
        return UNRESOLVED
    unit, last = match["unit"].lower(), match["which"].lower() == "last"
    earlier = (match["edge"] or "").lower().startswith("earl")
    if unit == "month":
        first = anchor.replace(day=1)
        if last:
            start = months_back(first, 1)
            return relative(start, month_end(start.year, start.month), Precision.MONTH, "ucdp:last_month")
        end = shifted(anchor, -1) if earlier and anchor > first else anchor
        return relative(first, end, Precision.MONTH, "ucdp:earlier_this_month" if earlier else "marsad:this_month")
    year = anchor.year - last
    if year < 1:
        return UNRESOLVED
    start = date(year, 1, 1)
    end = date(year, 12, 31) if last else shifted(anchor, -1) if earlier and anchor > start else anchor
    return relative(start, end, Precision.YEAR, "ucdp:last_year" if last else "marsad:this_year")


def _rule(kind: str, pattern: str, read: Reader) -> Rule:
    return Rule(kind=kind, pattern=re.compile(pattern, re.IGNORECASE), firsts=_FIRST_WORDS, read=read)


_SECTION_LEAD = LEAD.replace("early|earlier|late|later", "earlier|later")

MONTH_RULES = (
    _rule("period", rf"{_SECTION_LEAD}{_THE}{_SECTION}?(?P<month>{MONTH}){_OF_YEAR}", _read_month),
    _rule("period", rf"{_SECTION_LEAD}{_SECTION}(?P<month>{MONTH})", _read_month),
    _rule("period", rf"(?P<lead>in|since|during|of|by|until|from|throughout){GAP}(?P<edge>early|late)?(?P<month>{MONTH})", _read_month),
    _rule("period", rf"(?P<lead>in|since|during){GAP}?(?P<edge>early)?(?P<which>last){GAP}(?P<month>{MONTH})", _read_month),
    _rule(
        "year",
        rf"(?P<lead>in|since|during|from|by|until|throughout|before|after){GAP}(?:(?P<edge>early|late){GAP})?"
        rf"(?:(?P<section>mid)(?:-|{GAP}))?(?:the{GAP}year{GAP})?(?P<year>{YEAR})(?![-/.][0-9])",
        _read_year,
    ),
    _rule("period", rf"{LEAD}{_THE}(?:last{GAP})?(?P<season>spring|summer|autumn|winter)(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))", _read_season),
    _rule("period", rf"(?:in|during){GAP}the{GAP}(?P<season>spring|summer|autumn|winter)(?P<year>)?\b|last{GAP}(?P<s2>x)", _read_season),
    _rule(
        "period",
        rf"(?:(?P<edge>early|earlier|late|later){GAP})?(?P<which>this|last|next){GAP}(?P<unit>month|year)(?:['’]s)?\b",
        _this_or_last,
    ),
)
