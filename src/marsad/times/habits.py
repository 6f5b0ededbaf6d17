"""Words for what happens again and again, and for how long: "daily", "on several occasions", "for three days".

A habitual statement makes no incident, so a reader must be able to see it; a duration dates nothing by itself.
"""

import re
from datetime import date
from re import Match

from marsad.times.lexicon import COUNT, GAP, NUMBER_WORDS, WEEKDAY
from marsad.times.reading import UNRESOLVED, Reading, Rule

_DAILY = r"(?-i:daily|nightly|weekly|monthly|hourly|Daily(?=\s[a-z])|Nightly(?=\s[a-z])|Weekly(?=\s[a-z]))"
_PERIOD = rf"(?:day|night|week|weekend|month|year|hour|morning|evening|{WEEKDAY})"
_ADVERBS = (
    *("regularly", "repeatedly", "routinely", "frequently", "often", "constantly", "continually", "periodically"),
    *("habitually", "usually", "occasionally", "sporadically"),
)
_NEARLY = ("nearly", "almost", "near")
_MANY = r"(?:several|many|numerous|various|multiple|different|previous|other|repeated|countless|a\snumber\sof)"
_UNITS = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_HEDGE = (
    rf"(?:(?:about|around|nearly|almost|over|some|at{GAP}least|more{GAP}than|up{GAP}to|the{GAP}last|the{GAP}past)"
    rf"{GAP})?"
)

# "On Fridays blast" is one Friday whose apostrophe was lost on the way.
_NO_NOUN = rf"(?!{GAP}(?!(?:after|in|at|and|or|when|to|the|but|as|by|for|with|from|during|while|because|since)\b)[a-z])"


def _undated(_match: Match[str], _anchor: date | None) -> Reading:
    return UNRESOLVED


def _rule(kind: str, pattern: str, *firsts: str) -> Rule:
    return Rule(kind=kind, pattern=re.compile(pattern, re.IGNORECASE), firsts=frozenset(firsts), read=_undated)


HABIT_RULES = (
    _rule(
        "duration",
        rf"for{GAP}(?:the{GAP})?(?:past|last){GAP}(?:(?:{COUNT}|several|many|few){GAP})?(?:months?|years?|decades?)\b",
        "for",
    ),
    _rule("habitual", rf"(?:more{GAP}|most{GAP}|quite{GAP})?(?:{'|'.join(_ADVERBS)})\b", *_ADVERBS, "more", "most"),
    _rule(
        "habitual",
        rf"(?:on{GAP}(?:an?{GAP})?)?(?:(?:nearly|almost|near)(?:-|{GAP}))?{_DAILY}(?:{GAP}basis\b)?",
        *("on", "daily", "nightly", "weekly", "monthly", "hourly"),
        *_NEARLY,
    ),
    _rule("habitual", rf"on{GAP}a{GAP}(?:regular|near-daily|constant){GAP}basis\b", "on"),
    _rule("habitual", rf"(?:on|in){GAP}{_MANY}{GAP}occasions\b", "on", "in"),
    _rule(
        "habitual",
        rf"(?:(?:nearly|almost){GAP})?(?:every|each)(?:{GAP}(?:single|other|few|{COUNT}))?{GAP}{_PERIOD}s?\b",
        *("every", "each"),
        *_NEARLY,
    ),
    _rule(
        "habitual",
        rf"(?:(?:several|many|{COUNT}){GAP}times|once|twice){GAP}(?:a|per|each|every){GAP}{_PERIOD}\b",
        *("several", "many", "once", "twice", "#"),
        *NUMBER_WORDS,
    ),
    _rule("habitual", rf"(?:on|at){GAP}(?:{WEEKDAY}s|weekends)\b{_NO_NOUN}", "on", "at"),
    _rule("habitual", rf"from{GAP}time{GAP}to{GAP}time\b", "from"),
    _rule("habitual", rf"(?:time|again){GAP}and{GAP}again\b", "time", "again"),
    _rule("habitual", rf"(?:day{GAP}after{GAP}day|night{GAP}after{GAP}night|day{GAP}and{GAP}night)\b", "day", "night"),
)

DURATION_RULES = (
    _rule(
        "duration",
        rf"(?:for|within|lasting){GAP}{_HEDGE}(?:(?:{COUNT}|several|many|a{GAP}few|dozens{GAP}of){GAP})?{_UNITS}\b",
        *("for", "within", "lasting"),
    ),
    _rule(
        "duration",
        rf"{COUNT}-(?:minute|hour|day|night|week|month|year)(?:-long)?(?!-?old|-old|\sold)\b",
        "#",
        *NUMBER_WORDS,
    ),
)
