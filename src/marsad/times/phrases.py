"""Finds the words for times in a text, and reads each from the day the report speaks from.

Every form is a rule (``dates``, ``weekdays``, ``days``, ``periods``, ``months``, ``hours``, ``habits``); at each word
only the rules that can begin there are tried, and the longest match counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from re import Match

from marsad.claims.extractor import Found
from marsad.times.dates import DATE_RULES
from marsad.times.days import DAY_RULES
from marsad.times.habits import DURATION_RULES, HABIT_RULES
from marsad.times.hours import HOUR_RULES
from marsad.times.months import MONTH_RULES
from marsad.times.periods import PERIOD_RULES
from marsad.times.reading import Reading, Rule
from marsad.times.weekdays import WEEKDAY_RULES

_WORD = re.compile(r"(?<![\w])(?:[^\W\d_]+|[0-9]+)")
_YEAR_LAST = re.compile(r"[-./](?:19|20)[0-9]{2}\Z")
_BETWEEN = re.compile(r",?[^\S\n]{1,2}|[^\S\n]?\(")
_DAYS = frozenset(("date", "weekday", "relative", "period", "year"))
_HOURS = frozenset(("clock", "part_of_day"))
# Where two forms match the same words the earlier rule counts: "on Fridays" is a habit and no Friday.
_RULES = (
    *(*HABIT_RULES, *DATE_RULES, *WEEKDAY_RULES, *DAY_RULES),
    *(*PERIOD_RULES, *MONTH_RULES, *HOUR_RULES, *DURATION_RULES),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One time expression and the rule it was found by."""

    rule: Rule
    match: Match[str]

    @property
    def kind(self) -> str:
        """What kind of time it is."""
        return self.rule.kind

    @property
    def start(self) -> int:
        """First code point."""
        return self.match.start()

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.match.end()

    def read(self, anchor: date | None) -> Reading:
        """Return what it means, spoken on that day."""
        return self.rule.read(self.match, anchor)


@dataclass(frozen=True, slots=True)
class TimeFinder:
    """Finds time expressions, a day and its hour as one: "around 1:38 p.m. Thursday".

    Labels: ``weekday``, ``date``, ``period`` (weeks, months, "the past 24 hours"), ``year``, ``relative``
    ("yesterday", "three days ago"), ``part_of_day``, ``clock``, ``duration`` and ``habitual`` ("daily").
    """

    def find(self, text: str) -> Sequence[Found]:
        """Return the time expressions of any text in reading order, never overlapping."""
        return tuple(_found(text, group) for group in _joined(text, pieces(text)))


def _index(rules: Sequence[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    firsts = sorted({first for rule in rules for first in rule.firsts})
    return {first: tuple(rule for rule in rules if first in rule.firsts) for first in firsts}


_BY_FIRST = _index(_RULES)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the single time expressions of a text in reading order."""
    behind = 0
    for word in _WORD.finditer(text):
        if word.start() < behind:
            continue
        first = word.group()
        piece = _longest(text, word.start(), _BY_FIRST.get("#" if first[0].isdecimal() else first.lower(), ()))
        if piece is not None:
            behind = piece.end
            yield piece


def _longest(text: str, start: int, rules: Sequence[Rule]) -> Piece | None:
    best: Piece | None = None
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match is not None and (best is None or match.end() > best.end) and _ends_a_word(text, match.end()):
            best = Piece(rule, match)
    return best


def _ends_a_word(text: str, end: int) -> bool:
    """Whether no word goes on behind; "21.08.2031Get" is a year to which the next word stuck."""
    if end >= len(text) or not (text[end].isalnum() and text[end - 1].isalnum()):
        return True
    return text[end].isupper() and _YEAR_LAST.search(text[max(0, end - 5) : end]) is not None


def _joined(text: str, found: Iterator[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces grouped into expressions: a day with its part of the day, its clock time, its second clock."""
    group: tuple[Piece, ...] = ()
    for piece in found:
        if group and not _belongs(text, group, piece):
            yield group
            group = ()
        group = (*group, piece)
    if group:
        yield group


def _belongs(text: str, group: tuple[Piece, ...], piece: Piece) -> bool:
    gap = text[group[-1].end : piece.start]
    if not _BETWEEN.fullmatch(gap):
        return False
    kinds = {member.kind for member in group}
    if gap.endswith("("):
        return piece.kind == "clock" and "clock" in kinds and text[piece.end : piece.end + 1] == ")"
    if piece.kind in _DAYS:
        return bool(kinds & _HOURS) and not kinds - _HOURS
    return piece.kind in _HOURS and bool(kinds & (_DAYS | _HOURS)) and piece.kind not in kinds


def _found(text: str, group: tuple[Piece, ...]) -> Found:
    label = next((piece.kind for piece in group if piece.kind in _DAYS), group[0].kind)
    closes = len(group) > 1 and text[group[-1].start - 1] == "("
    return Found(start=group[0].start, end=group[-1].end + closes, label=label)
