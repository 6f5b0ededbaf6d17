"""Months, years and seasons: "in August 2022", "early March", "the first week of August", "last year", "since 2011"."""

import re
from datetime import date
from re import Match

from marsad.times.interval import Basis, Precision
from marsad.times.leads import LEAD_WORDS, led, precision_of
from marsad.times.lexicon import (
    COUNT,
    GAP,
    MONTH,
    MONTH_WORDS,
    ORDINAL_NUMBERS,
    PEOPLE,
    SEASON_MONTHS,
    YEAR,
    day_of,
    month_number,
    number,
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
    rf"|(?:first|last){GAP}(?:(?:few|{COUNT}){GAP})?days)(?:{GAP}|-)(?:(?:of|in){GAP})?)"
)
_MONTH_SECTIONS = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (10, 20), "middle": (10, 20)}
_LATE_FROM = 15
_WEEK_DAYS = 7
_SOME_DAYS = 10
_FIRSTS = (
    LEAD_WORDS
    | MONTH_WORDS
    | frozenset(
        (
            *("the", "last", "this", "next", "between", "mid", "middle", "beginning", "start", "end"),
            *("first", "second", "third", "fourth", "throughout"),
        )
    )
)


def _read_month(match: Match[str], anchor: date | None) -> Reading:
    month, groups = month_number(match["month"]), match.groupdict()
    year = int(match["year"]) if groups.get("year") else _year_of_month(month, groups, anchor)
    if year is None or year < 1:
        return UNRESOLVED
    section = " ".join((groups.get("section") or "").lower().split())
    first, last = _section_of_month(year, month, section)
    if anchor and (year, month) == (anchor.year, anchor.month) and first <= anchor:
        last = min(last, anchor)
    precision = precision_of((last - first).days + 1)
    return led(match, explicit(first, last, precision, "ucdp:part_of_month" if section else "ucdp:month"), anchor)


def _year_of_month(month: int, groups: dict[str, str | None], anchor: date | None) -> int | None:
    """Return the year of a month told without one: the latest not after the anchor, or as "last" says."""
    if anchor is None:
        return None
    if groups.get("years_back"):
        return anchor.year - ((groups["years_back"] or "").lower() == "last")
    year = anchor.year if month <= anchor.month else anchor.year - 1
    return year - (bool(groups.get("which")) and month == anchor.month)


def _section_of_month(year: int, month: int, section: str) -> tuple[date, date]:
    end = month_end(year, month)
    if section in _MONTH_SECTIONS:
        first, last = _MONTH_SECTIONS[section]
        return date(year, month, first), date(year, month, last)
    if section in {"late", "end"}:
        return date(year, month, _LATE_FROM), end
    if section.endswith("days"):
        return _end_days_of_month(year, month, section)
    if section == "last week":
        return shifted(end, 1 - _WEEK_DAYS), end
    if section.endswith("week"):
        week = ORDINAL_NUMBERS[section.partition(" ")[0]]
        opening = date(year, month, 1 + _WEEK_DAYS * (week - 1))
        return opening, shifted(opening, _WEEK_DAYS - 1)
    return date(year, month, 1), end


def _end_days_of_month(year: int, month: int, section: str) -> tuple[date, date]:
    """Read "first days" and "last six days" of a month; without a number ten days are meant, as for its beginning."""
    words, end = section.split(), month_end(year, month)
    counted = len(words) > len(("last", "days")) and words[1] != "few"
    days = min(max(number(words[1]) if counted else _SOME_DAYS, 1), end.day)
    return (date(year, month, 1), date(year, month, days)) if words[0] == "first" else (shifted(end, 1 - days), end)


def _read_year(match: Match[str], anchor: date | None) -> Reading:
    year, section = int(match["year"]), (match["section"] or "").lower()
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(section, (1, 12))
    start, end = date(year, first, 1), month_end(year, last)
    if anchor and start <= anchor <= end:
        end = anchor
    rule = "ucdp:part_of_year" if section else "ucdp:year"
    return led(match, explicit(start, end, Precision.YEAR, rule), anchor)


def _read_years(match: Match[str], anchor: date | None) -> Reading:
    """Read "from 2014 to 2018", "between 2014 and 2018": all those years, up to today."""
    start, end = date(int(match["first"]), 1, 1), date(int(match["last"]), 12, 31)
    if anchor and start <= anchor <= end:
        end = anchor
    return explicit(start, end, Precision.YEAR, "marsad:years")


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
    return Rule(kind=kind, pattern=re.compile(pattern, re.IGNORECASE), firsts=_FIRSTS, read=read)


_LEAD = rf"(?P<lead>in|since|during|by|until|from|throughout|around|before|after){GAP}"
_EDGE = rf"(?:(?P<edge>earlier|later){GAP})?"
_YEAR_PART = rf"(?:(?P<section>early|mid|late)(?:-|{GAP}))"
_OF_LAST_YEAR = rf"(?:{GAP}(?:of{GAP})?(?P<years_back>last|this){GAP}year\b)?"
_NOT_COUNTED = rf"(?![-/.:][0-9])(?!{GAP}{PEOPLE})"

MONTH_RULES = (
    _rule("period", rf"{_EDGE}(?:{_LEAD})?{_THE}{_SECTION}?(?P<month>{MONTH}){_OF_YEAR}", _read_month),
    _rule("period", rf"{_EDGE}(?:{_LEAD})?{_SECTION}(?P<month>{MONTH})", _read_month),
    _rule("period", rf"{_EDGE}{_LEAD}(?:(?P<which>last){GAP})?(?P<month>{MONTH}){_OF_LAST_YEAR}", _read_month),
    _rule("period", rf"(?P<which>last){GAP}(?P<month>{MONTH})", _read_month),
    _rule("year", rf"{_LEAD}(?:the{GAP}year{GAP})?{_YEAR_PART}?(?P<year>{YEAR}){_NOT_COUNTED}", _read_year),
    _rule(
        "year",
        rf"(?:from|between){GAP}(?P<first>{YEAR}){GAP}(?:to|and|until|through){GAP}(?P<last>{YEAR}){_NOT_COUNTED}",
        _read_years,
    ),
    _rule("year", rf"{_YEAR_PART}(?P<year>{YEAR}){_NOT_COUNTED}", _read_year),
    _rule("year", rf"the{GAP}(?P<section>)(?P<year>{YEAR})(?={GAP}[a-z]){_NOT_COUNTED}", _read_year),
    _rule(
        "period",
        rf"(?:(?P<lead>in|during|since|last|this){GAP}){{1,2}}{_THE}(?P<season>spring|summer|autumn|winter)\b"
        rf"(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
        _read_season,
    ),
    _rule(
        "period",
        rf"(?:(?P<edge>early|earlier|late|later){GAP})?(?P<which>this|last|next){GAP}(?P<unit>month|year)(?:['’]s)?\b",
        _this_or_last,
    ),
)
