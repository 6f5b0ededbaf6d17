"""Weeks, weekends and stretches that end today: "over the weekend", "last week", "in the past 24 hours", "recently".

The rules and their precision are those of the UCDP GED codebook, appendix 2; ids beginning with ``marsad:`` fill gaps.
"""

import re
from datetime import date, timedelta
from re import Match

from marsad.times.interval import Precision
from marsad.times.lexicon import COUNT, GAP, NUMBER_WORDS, ORDINAL_NUMBERS, number
from marsad.times.reading import UNRESOLVED, Reader, Reading, Rule, monday_of, months_back, relative, shifted

_OVER = rf"(?:(?:in|over|during|for|within|throughout|at|on){GAP})?"
_PAST = rf"(?:the{GAP}|these{GAP}|this{GAP})?(?:past|last|recent){GAP}"
_VAGUE = rf"(?:few|several|couple{GAP}of)"
_ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINAL_NUMBERS)}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_FIRST_WORDS = frozenset(
    (
        "in",
        "over",
        "during",
        "for",
        "within",
        "throughout",
        "at",
        "on",
        "the",
        "these",
        "this",
        "past",
        "last",
        "recent",
    )
)
_HOURS_A_DAY = 24
_WEEK_DAYS = 7
_SATURDAY = 5


def _this_or_last_week(match: Match[str], anchor: date | None) -> Reading:
    if anchor is None:
        return UNRESOLVED
    edge, monday = (match["edge"] or "").lower(), monday_of(anchor)
    if match["which"].lower() == "next":
        return relative(shifted(monday, 7), shifted(monday, 13), Precision.WEEK, "marsad:next_week")
    if match["which"].lower() == "this":
        end = shifted(anchor, -1) if edge == "earlier" and anchor > monday else anchor
        return relative(monday, end, Precision.DAYS, "ucdp:this_week")
    if edge == "late":
        return relative(shifted(monday, -3), shifted(monday, -1), Precision.DAYS, "ucdp:late_last_week")
    if edge == "early":
        return relative(shifted(monday, -7), shifted(monday, -5), Precision.DAYS, "marsad:early_last_week")
    return relative(shifted(monday, -7), shifted(monday, -1), Precision.WEEK, "ucdp:last_week")


def _since_monday(_match: Match[str], anchor: date | None) -> Reading:
    return relative(monday_of(anchor), anchor, Precision.DAYS, "ucdp:this_week") if anchor else UNRESOLVED


def _weekend(match: Match[str], anchor: date | None) -> Reading:
    """Return Saturday and Sunday: those that go on or ended last."""
    if anchor is None:
        return UNRESOLVED
    saturday = shifted(anchor, -((anchor.weekday() - _SATURDAY) % 7))
    if (match["which"] or "").lower() == "last" and anchor.weekday() >= _SATURDAY:
        saturday = shifted(saturday, -7)
    return relative(saturday, min(saturday + timedelta(days=1), max(anchor, saturday)), Precision.DAYS, "ucdp:weekend")


def _past_units(match: Match[str], anchor: date | None) -> Reading:
    """Read "past 24 hours", "last three days", "past week"; a unit without a number is one of it."""
    if anchor is None:
        return UNRESOLVED
    unit, plural = match["unit"].lower().rstrip("s"), match["unit"].lower().endswith("s")
    count = match.groupdict().get("count")
    if count is None and plural:
        return _few_units(unit, anchor)
    return _counted_units(unit, number(count) if count else 1, anchor)


def _span_of_a_toll(match: Match[str], anchor: date | None) -> Reading:
    """Read "70 killed in 24 hours", "in two days": those that end with the day the report speaks from."""
    if anchor is None:
        return UNRESOLVED
    unit, count = ("hour", match["count"]) if match["count"] else ("day", match["days"])
    return _counted_units(unit, number(count), anchor)


def _few_units(unit: str, anchor: date) -> Reading:
    if unit == "hour":
        return relative(anchor, anchor, Precision.DAY, "marsad:past_hours")
    if unit in {"day", "night"}:
        return relative(shifted(anchor, -3), shifted(anchor, -1), Precision.DAYS, "ucdp:past_few_days")
    if unit == "week":
        return relative(shifted(anchor, -21), anchor, Precision.MONTH, "ucdp:recent_weeks")
    if unit == "month":
        return _months_to(anchor, 3)
    return UNRESOLVED


def _counted_units(unit: str, count: int, anchor: date) -> Reading:
    if unit == "hour":
        days = 1 if count <= _HOURS_A_DAY else 2 if count <= 3 * _HOURS_A_DAY else -(-count // _HOURS_A_DAY)
        return relative(shifted(anchor, -days), anchor, Precision.DAYS, "ucdp:past_hours")
    if unit in {"day", "night"}:
        return relative(shifted(anchor, -count), anchor, Precision.DAYS, "marsad:past_days")
    if unit == "week":
        precision = Precision.WEEK if count == 1 else Precision.MONTH
        return relative(shifted(anchor, 1 - _WEEK_DAYS * count), anchor, precision, "ucdp:past_week")
    if unit == "month":
        return _months_to(anchor, count)
    return relative(date(max(1, anchor.year - count + 1), 1, 1), anchor, Precision.YEAR, "ucdp:past_year")


def _months_to(anchor: date, count: int) -> Reading:
    """Return so many months up to today, not beyond the turn of the year, as UCDP has it."""
    start = max(months_back(anchor, count), date(anchor.year, 1, 1))
    return relative(start, anchor, Precision.MONTH if count == 1 else Precision.YEAR, "ucdp:past_months")


def _recently(_match: Match[str], anchor: date | None) -> Reading:
    if anchor is None:
        return UNRESOLVED
    return relative(shifted(anchor, -3), shifted(anchor, -1), Precision.DAYS, "ucdp:recently")


def _running_days(match: Match[str], anchor: date | None) -> Reading:
    """Read "for the fourth day in a row" and "five-day offensive": so many days, today among them."""
    groups = match.groupdict()
    count = _ordinal(groups["ordinal"]) if groups.get("ordinal") else number(groups["count"] or "one")
    if anchor is None or count < 1:
        return UNRESOLVED
    unit = groups.get("unit") or groups.get("single") or "day"
    days = count * (_WEEK_DAYS if unit.lower().startswith("week") else 1)
    precision = Precision.DAY if days == 1 else Precision.DAYS if days < _WEEK_DAYS else Precision.WEEK
    precision = precision if days <= _WEEK_DAYS else Precision.MONTH
    return relative(shifted(anchor, 1 - days), anchor, precision, "ucdp:days_to_date")


def _ordinal(word: str) -> int:
    return ORDINAL_NUMBERS.get(word.lower()) or int(word[:-2])


def _night_long(_match: Match[str], anchor: date | None) -> Reading:
    return relative(shifted(anchor, -1), anchor, Precision.DAYS, "ucdp:night_long") if anchor else UNRESOLVED


def _rule(pattern: str, firsts: frozenset[str], read: Reader, kind: str = "period") -> Rule:
    return Rule(kind=kind, pattern=re.compile(pattern, re.IGNORECASE), firsts=firsts, read=read)


PERIOD_RULES = (
    _rule(
        rf"(?:(?P<edge>early|earlier|late|later){GAP})?(?P<which>this|last|next){GAP}week(?:['’]s)?\b",
        frozenset(("early", "earlier", "late", "later", "this", "last", "next")),
        _this_or_last_week,
    ),
    _rule(rf"since{GAP}the{GAP}(?:beginning|start){GAP}of{GAP}the{GAP}week\b", frozenset(("since",)), _since_monday),
    _rule(rf"{_OVER}(?:(?P<which>this|last|the|the{GAP}past){GAP})weekend\b", _FIRST_WORDS, _weekend),
    _rule(
        rf"{_OVER}{_PAST}(?:(?P<count>{COUNT}){GAP}|{_VAGUE}{GAP})?(?P<unit>hours|days|nights|weeks|months|years)\b",
        _FIRST_WORDS,
        _past_units,
    ),
    _rule(
        rf"(?:(?:in|over|during|for|within){GAP}the{GAP}(?:past|last)|(?:the{GAP}|this{GAP})?past){GAP}"
        r"(?P<unit>day|week|month|year)\b",
        _FIRST_WORDS,
        _past_units,
    ),
    _rule(
        rf"in{GAP}(?:just{GAP}|under{GAP}|less{GAP}than{GAP})?"
        rf"(?:(?P<count>24|48|72){GAP}(?P<unit>hours)|(?P<days>[2-6]|two|three|four|five|six){GAP}days)\b",
        frozenset(("in",)),
        _span_of_a_toll,
    ),
    _rule(r"(?:(?:most|very)\s)?recently\b|lately\b", frozenset(("most", "very", "recently", "lately")), _recently),
    _rule(
        rf"(?:(?:for|on){GAP})?(?:the|a){GAP}{_ORDINAL}{GAP}(?:(?:straight|consecutive|successive){GAP}(?:day|night)\b"
        rf"|(?:day|night){GAP}(?:in{GAP}a{GAP}row|running)\b)",
        frozenset(("for", "on", "the", "a")),
        _running_days,
        "duration",
    ),
    _rule(
        rf"(?:(?P<count>{COUNT})-(?P<unit>day|week)(?:-long|-old)?|(?P<single>day|week)-(?:long|old))"
        rf"(?={GAP}(?:offensive|operation|battle|siege|assault"
        r"|campaign|bombardment|clash|clashes|fighting|attack|war|truce|ceasefire|cease-fire)\b)",
        NUMBER_WORDS | {"#", "day", "week"},
        _running_days,
        "duration",
    ),
    _rule(rf"(?:(?:a|the){GAP})?night-?long\b", frozenset(("a", "the", "night", "nightlong")), _night_long, "duration"),
)
