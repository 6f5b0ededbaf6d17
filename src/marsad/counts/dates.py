"""Knows the dates and years of a text well enough never to count them; what day they are is for the time stage."""

import re

from marsad.counts.phrases import word_set
from marsad.counts.tokens import Tokens
from marsad.counts.units import (
    CAPITAL_MONTHS,
    MONTHS,
    ORDINAL_ENDINGS,
    SEASONS,
    YEAR_BEFORE,
    YEAR_ONLY_BEFORE,
)
from marsad.counts.words import PEOPLE

_NUMERIC = re.compile(
    r"[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})\Z|[0-9]{4}([./-])[0-9]{1,2}\2[0-9]{1,2}\Z|(?:9/11|24/7)\Z"
)
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_DAY_AND_YEAR = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:19|20)[0-9]{2}\Z")
_CONNECTORS = frozenset(("-", "–", "to", "and", "or", "until"))
_AFTER_A_TOLL = word_set("people dead killed wounded injured")


def date_at(tokens: Tokens, index: int) -> int | None:
    """Return the index behind the date or year that begins at this token; None where none does."""
    if tokens.is_figure(index):
        if _NUMERIC.match(tokens.word[index]):
            return index + 1
        return _day_first(tokens, index) or _year(tokens, index)
    return _month_first(tokens, index) if is_month(tokens, index) else None


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether the token is the name of a month; "may" and "march" only when written large."""
    word = tokens.at(index)
    return word in MONTHS and (word not in CAPITAL_MONTHS or tokens.written(index)[:1].isupper())


def _day_first(tokens: Tokens, index: int) -> int | None:
    """Read "12 August 2016", "12th of August", "12-15 August" and "5 and 7 August"."""
    end = _day(tokens, index)
    if end is None:
        return None
    if tokens.at(end) in _CONNECTORS:
        end = _day(tokens, end + 1) or end
    end += tokens.at(end) in {"of", "-"}
    return _with_year(tokens, end + 1) if is_month(tokens, end) else None


def _month_first(tokens: Tokens, index: int) -> int | None:
    """Read "August 12, 2016", "Aug. 12", "August 12-15", "August 2016" and the damaged "Aug 122016"."""
    at = index + 1 + (tokens.at(index + 1) in {".", "-"})
    if _DAY_AND_YEAR.match(tokens.written(at)) or _YEAR.match(tokens.written(at)):
        return at + 1
    if tokens.at(at) == "," and _YEAR.match(tokens.written(at + 1)):
        return at + 2
    end = _day(tokens, at)
    if end is None or (tokens.at(index - 1) == "in" and tokens.at(end) in PEOPLE):
        return None
    if tokens.at(end) in _CONNECTORS and tokens.at(end) != "or":
        second = _day(tokens, end + 1)
        end = second if second is not None and not _counts_on(tokens, second) else end
    return _with_year(tokens, end)


def _counts_on(tokens: Tokens, index: int) -> bool:
    return tokens.at(index) in PEOPLE


def _day(tokens: Tokens, index: int) -> int | None:
    """Return the index behind a day of the month, with its "th"."""
    if not _DAY.match(tokens.written(index)):
        return None
    return index + 1 + (tokens.is_glued(index + 1) and tokens.at(index + 1) in ORDINAL_ENDINGS)


def _with_year(tokens: Tokens, end: int) -> int:
    year_at = end + (tokens.at(end) in {",", "-", "."})
    return year_at + 1 if _YEAR.match(tokens.written(year_at)) else end


def _year(tokens: Tokens, index: int) -> int | None:
    """Read a bare year; "2000 people" and "killed 2000" are counts."""
    if not _YEAR.match(tokens.word[index]):
        return None
    before, following = tokens.at(index - 1), tokens.at(index + 1)
    if before in YEAR_ONLY_BEFORE or before in SEASONS or is_month(tokens, index - 1):
        return _year_range(tokens, index)
    opens_a_line = tokens.written(index + 1)[:1].isupper() and not tokens.word[index].endswith("00")
    if opens_a_line:
        return _year_range(tokens, index)
    if following in PEOPLE or following in _AFTER_A_TOLL:
        return None
    counts_after_one = tokens.at(index + 2) in PEOPLE and before not in YEAR_BEFORE
    return None if counts_after_one else _year_range(tokens, index)


def _year_range(tokens: Tokens, index: int) -> int:
    if tokens.at(index + 1) in {"-", "–", "to"} and _YEAR.match(tokens.written(index + 2)):
        return index + 3
    return index + 1
