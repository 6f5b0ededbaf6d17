"""Times of day: "around 1:38 p.m.", "0900 GMT", "at dawn", "in the early hours of", "overnight"."""

import re
from datetime import date
from re import Match

from marsad.times.interval import Precision
from marsad.times.lexicon import GAP, part_of_day
from marsad.times.reading import UNRESOLVED, Reader, Reading, Rule, relative, shifted, timed

_ABOUT = (
    rf"(?:(?:at|around|about|by|from|until|between|since|(?:shortly{GAP}|just{GAP}|soon{GAP})?(?:before|after)){GAP})"
)
_ZONE = r"(?P<zone>local time|GMT|UTC|BST|EEST|EET|EST|EDT|CEST|CET|MSK|(?-i:ET\b)|(?-i:[A-Z][a-z]{2,15}) time)\b"
_HALF_DAY = r"\s?(?P<half>[ap])\.?\s?m\b\.?"
_HALVED = rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.]?(?P<minute>[0-5][0-9]))?{_HALF_DAY}"
_FULL = r"(?P<hour>2[0-3]|[01]?[0-9]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
_COMPACT = r"(?P<hour>2[0-3]|[01][0-9])(?P<minute>[0-5][0-9])(?:\s?(?:hours|hrs)\b|(?=\s?(?:GMT|UTC|local time)))"
_STATED = r"(?P<hour>1[0-2]|[1-9])\s?o['’]?\s?clock\b"
_CLOCK_WORDS = frozenset(("at", "around", "about", "by", "from", "until", "between", "since"))
_BEFORE_AFTER = frozenset(("shortly", "just", "soon", "before", "after"))
_NOON = 12


def _read_clock(match: Match[str], _anchor: date | None) -> Reading:
    groups = match.groupdict()
    hour, minute, half = int(groups["hour"]), groups.get("minute"), (groups.get("half") or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    zone = groups.get("zone")
    return Reading(
        local_time=f"{hour:02d}:{int(minute or 0):02d}",
        time_precision=Precision.MINUTE if minute else Precision.HOUR,
        tz=None if zone is None or zone.lower() == "local time" else " ".join(zone.split()),
    )


def _read_part(match: Match[str], _anchor: date | None) -> Reading:
    return timed(UNRESOLVED, part_of_day(match["part"]))


def _read_overnight(_match: Match[str], anchor: date | None) -> Reading:
    """Read a bare "overnight": the night from yesterday to today."""
    if anchor is None:
        return timed(UNRESOLVED, "overnight")
    return timed(relative(shifted(anchor, -1), anchor, Precision.DAYS, "marsad:overnight"), "overnight")


def _clock(pattern: str) -> Rule:
    compiled = re.compile(rf"{_ABOUT}{{0,2}}{pattern}(?:\s?{_ZONE})?", re.IGNORECASE)
    return Rule(kind="clock", pattern=compiled, firsts=_CLOCK_WORDS | _BEFORE_AFTER | {"#"}, read=_read_clock)


def _part(pattern: str, firsts: tuple[str, ...], read: Reader = _read_part) -> Rule:
    compiled = re.compile(pattern, re.IGNORECASE)
    return Rule(kind="part_of_day", pattern=compiled, firsts=frozenset(firsts), read=read)


_AT = rf"(?:(?:at|around|about|by|from|until|since|(?:shortly{GAP}|just{GAP}|soon{GAP})?(?:before|after)){GAP})"
_OF = rf"(?:{GAP}of(?={GAP}))?"

HOUR_RULES = (
    _clock(_HALVED),
    _clock(_FULL),
    _clock(_COMPACT),
    _clock(_STATED),
    _part(
        rf"{_AT}(?P<part>dawn|night|noon|midnight|midday|dusk|sunset|sunrise|nightfall|daybreak|first{GAP}light)\b{_OF}",
        (*sorted(_CLOCK_WORDS), *sorted(_BEFORE_AFTER)),
    ),
    _part(
        r"(?P<part>(?-i:pre-?dawn|midnight|nightfall|daybreak|dawn|noon|midday))\b",
        ("pre", "predawn", "midnight", "nightfall", "daybreak", "dawn", "noon", "midday"),
    ),
    _part(r"overnight\b", ("overnight",), _read_overnight),
    _part(
        rf"(?:in|on|during|by|throughout|at|since|before){GAP}(?:the|that){GAP}(?:very{GAP})?"
        rf"(?:(?P<edge>early|late){GAP})?(?P<part>morning|afternoon|evening|night|pre-?dawn|dawn)\b(?:{GAP}hours\b)?{_OF}",
        ("in", "on", "during", "by", "throughout", "at", "since", "before"),
    ),
    _part(
        rf"(?:(?:in|during|by){GAP})?(?:the{GAP})?(?:early|(?P<part>small)){GAP}(?P<hours>hours)\b{_OF}",
        ("in", "during", "by", "the", "early", "small"),
        lambda match, _anchor: timed(UNRESOLVED, part_of_day(match["part"] or match["hours"])),
    ),
    _part(
        rf"(?:early|late)(?:{GAP}(?:in{GAP}the|at))?{GAP}(?P<part>morning|afternoon|evening|night)\b{_OF}",
        ("early", "late"),
    ),
)
