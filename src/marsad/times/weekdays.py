"""Weekdays: "on Tuesday", "last Friday night", "overnight from Thursday to Friday", "Thursday of last week".

A weekday is the latest such day on or before the day the report speaks from, and that day itself where they agree.
"""

import re
from datetime import date
from re import Match

from marsad.times.interval import Precision
from marsad.times.leads import LEAD, LEAD_WORDS, led
from marsad.times.lexicon import DASH, FULL_WEEKDAYS, GAP, PART, WEEKDAY, part_of_day, weekday_number
from marsad.times.reading import UNRESOLVED, Reading, Rule, monday_of, relative, shifted, timed

_WHICH = rf"(?:(?P<which>last|this past|past|this|that|the|next|the following|the previous){GAP})?"
_AFTER = rf"(?:{GAP}(?:early{GAP}|late{GAP})?(?P<part>{PART})s?\b)?(?:{GAP}(?:of{GAP})?(?P<week>last|this){GAP}week\b)?"
_TO = rf"(?:\s?{DASH}\s?|{GAP}(?:to|and|until|into|through|or){GAP})"
_NIGHT = rf"(?:overnight|(?:on{GAP}|during{GAP}|in{GAP})?the{GAP}night|late)"
_PLURALS = frozenset(f"{day}s" for day in FULL_WEEKDAYS)
_FIRSTS = LEAD_WORDS | FULL_WEEKDAYS | _PLURALS | frozenset(("last", "past", "this", "that", "the", "next"))


def latest_weekday(weekday: int, anchor: date) -> date:
    """Return the latest day of that name on or before the anchor."""
    return shifted(anchor, -((anchor.weekday() - weekday) % 7))


def _read_weekday(match: Match[str], anchor: date | None) -> Reading:
    """Read "on Tuesday"; in "after Tuesday's attack" the day is the attack's and not what came after it."""
    part = part_of_day(match["part"]) if match["part"] else None
    if anchor is None:
        return timed(UNRESOLVED, part)
    day = _named_day(weekday_number(match["weekday"]), match, anchor)
    if part == "overnight":
        return timed(night_of(day, anchor), part)
    reading = timed(relative(day, day, Precision.DAY, "ucdp:weekday"), part)
    return reading if match["own"] else led(match, reading, anchor)


def _named_day(weekday: int, match: Match[str], anchor: date) -> date:
    which = (match["which"] or "").lower()
    if match["week"]:
        return shifted(monday_of(anchor), weekday - (7 if match["week"].lower() == "last" else 0))
    day = latest_weekday(weekday, anchor)
    if which == "last" and day == anchor:
        return shifted(day, -7)
    return shifted(day, 7) if which == "next" else day


def night_of(day: date, anchor: date) -> Reading:
    """Return the night that "overnight Thursday" means: up to today's morning if Thursday is today, else Thursday's."""
    if day == anchor:
        return relative(shifted(day, -1), day, Precision.DAYS, "marsad:overnight")
    return relative(day, shifted(day, 1), Precision.DAYS, "marsad:overnight")


def _read_overnight(match: Match[str], anchor: date | None) -> Reading:
    if anchor is None:
        return timed(UNRESOLVED, "overnight")
    day = latest_weekday(weekday_number(match["weekday"]), anchor)
    into = (match["into"] or "").lower() in {"into", "to"}
    return timed(night_of(day, day if into else anchor), "overnight")


def _read_range(match: Match[str], anchor: date | None) -> Reading:
    """Read "from Thursday to Friday"; the first day is the latest before the last."""
    night = "overnight" if match["night"] else None
    last, first = weekday_number(match["last"]), weekday_number(match["first"])
    if anchor is None or last == first:
        return timed(UNRESOLVED, night)
    end = latest_weekday(last, anchor)
    rule = "ucdp:night_between" if night else "marsad:weekdays"
    return timed(relative(latest_weekday(first, end), end, Precision.DAYS, rule), night)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WEEKDAY_RULES = (
    Rule(
        kind="weekday",
        pattern=_compiled(rf"{LEAD}{_WHICH}(?P<weekday>{WEEKDAY})(?P<own>['’]?s)?\b{_AFTER}"),
        firsts=_FIRSTS,
        read=_read_weekday,
    ),
    Rule(
        kind="weekday",
        pattern=_compiled(
            rf"(?:overnight|(?:on{GAP}|during{GAP})?the{GAP}night)(?:,?{GAP}(?P<into>on|from|of|into|to))?"
            rf"{GAP}(?P<weekday>{WEEKDAY})\b"
        ),
        firsts=frozenset(("overnight", "on", "during", "the")),
        read=_read_overnight,
    ),
    Rule(
        kind="weekday",
        pattern=_compiled(
            rf"(?:(?P<night>{_NIGHT})(?:{GAP}of)?{GAP})?(?:(?:on|from|between|over){GAP})?(?P<first>{WEEKDAY})\b"
            rf"(?:{GAP}{PART})?{_TO}(?:on{GAP})?(?P<last>{WEEKDAY})\b(?:{GAP}{PART}\b)?"
        ),
        firsts=FULL_WEEKDAYS | {"overnight", "on", "during", "in", "the", "late", "from", "between", "over"},
        read=_read_range,
    ),
)
