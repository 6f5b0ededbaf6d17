"""Tells the numbers that count nobody from those that may: dates, clock times, ages, money, models, measures.

A date taken for a toll is the worst mistake a reader of numbers can make, so every such number gets a label of its own.
"""

import re
from dataclasses import dataclass

from marsad.counts.dates import date_at
from marsad.counts.tokens import Tokens
from marsad.counts.units import (
    AFTER_AGE_COMMA,
    AFTER_AGE_OF_ONE,
    AGE_WORDS,
    CURRENCIES,
    CURRENCY_ADJECTIVES,
    CURRENCY_MARKS,
    DURATIONS,
    FRACTIONS,
    MEASURES,
    MEASURES_OF,
    NUMBERED,
    ORDINAL_ENDINGS,
    ORDINALS,
    PEOPLE_COMPOUNDS,
    PERCENTS,
    WEAPON_NAMES,
    ZONES,
)
from marsad.counts.words import HARM_NOUNS, PEOPLE

_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?\Z")
_CLOCK_POINT = re.compile(r"(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?\Z")
_CLOCK_BARE = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]\Z")
_CLOCK_SHORT = re.compile(r"(?:[0-9]|1[0-2])[0-5][0-9]\Z")
_OLDEST = 120
_HIGHEST_LIST_NUMBER = len("99")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that counts nobody: tokens ``start`` to ``end`` and what it is instead."""

    start: int
    end: int
    label: str


def refused_at(tokens: Tokens, index: int) -> Refusal | None:
    """Return what a token is by itself and its neighbours, when that is plainly not a count."""
    word = tokens.at(index)
    if word.startswith(("http", "www.", "@", "#")) and len(word) > 1:
        return Refusal(index, index + 1, "identifier") if any(letter.isdecimal() for letter in word) else None
    if word in ORDINALS:
        return Refusal(index, index + 1, "ordinal")
    date_end = date_at(tokens, index)
    if date_end is not None:
        return Refusal(index, date_end, "date")
    return _figure_refused(tokens, index) if tokens.is_figure(index) else None


def _figure_refused(tokens: Tokens, index: int) -> Refusal | None:  # noqa: PLR0911 - one return a form
    clock_end = _clock(tokens, index)
    if clock_end is not None:
        return Refusal(index, clock_end, "clock")
    glued = tokens.at(index + 1) if tokens.is_glued(index + 1) else ""
    if glued in ORDINAL_ENDINGS:
        return Refusal(index, index + 2, "ordinal")
    if glued == "s" or (glued in {"'", "'s"} and tokens.at(index + 2) == "s"):
        return Refusal(index, index + 2, "age" if len(tokens.at(index)) <= len("99") else "date")
    model_start = _model_start(tokens, index)
    if model_start is not None:
        return Refusal(model_start, index + 1, "model")
    if glued == "-" and _is_score(tokens, index):
        return Refusal(index, index + 3, "score")
    if glued[:1].isalpha() and glued not in MEASURES:
        return Refusal(index, _glued_end(tokens, index + 1), "model")
    return Refusal(index, index + 1, "identifier") if _is_listed(tokens, index) else None


def _is_score(tokens: Tokens, index: int) -> bool:
    """Whether "5-1" counts goals: a range of people never falls."""
    if not (tokens.is_figure(index + 2) and tokens.is_glued(index + 2)):
        return False
    first, second = tokens.word[index], tokens.word[index + 2]
    plain = first.isdecimal() and second.isdecimal() and max(len(first), len(second)) <= len("99")
    return plain and int(first) > int(second) and not tokens.is_glued(index + 3)


def _clock(tokens: Tokens, index: int) -> int | None:
    """Return the index behind a clock time: "1:38 p.m.", "9 am", "0900 GMT", "at 0914", "5 o'clock"."""
    word, half_end = tokens.word[index], _half_day(tokens, index + 1)
    if half_end is not None and (_CLOCK_POINT.match(word) or _CLOCK_BARE.match(word) or _CLOCK_SHORT.match(word)):
        return half_end
    if _CLOCK.match(word):
        return index + 1
    if tokens.low[index + 1 : index + 4] == ("o", "'", "clock"):
        return index + 4
    zoned = tokens.at(index + 1) in ZONES
    if _CLOCK_BARE.match(word) and (zoned or (word[0] == "0" and tokens.at(index - 1) in {"at", "updated", "by"})):
        return index + 1 + zoned
    return index + 2 if tokens.at(index + 1) == "noon" else None


def _half_day(tokens: Tokens, index: int) -> int | None:
    """Return the index behind "am" or "p.m."; None where neither stands here."""
    if tokens.at(index) in {"am", "pm"}:
        return index + 1
    if tokens.at(index) in {"a", "p"} and tokens.low[index + 1 : index + 3] == (".", "m"):
        return index + 3 + (tokens.at(index + 3) == ".")
    return None


def _model_start(tokens: Tokens, index: int) -> int | None:
    """Return where "F-16", "MiG-29" or "Type 63" begins when this figure ends such a name."""
    before = index - 1
    if tokens.is_glued(index) and tokens.at(before)[:1].isalpha():
        return before
    if tokens.is_glued(index) and tokens.at(before) == "-" and tokens.is_glued(before):
        return before - 1 if tokens.at(before - 1)[:1].isalpha() else None
    return before if tokens.at(before) in WEAPON_NAMES else None


def _glued_end(tokens: Tokens, index: int) -> int:
    while index < len(tokens) and tokens.is_glued(index) and tokens.at(index)[:1].isalnum():
        index += 1
    return index


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Whether the figure is a bare 0, a telephone number, a footnote in brackets or the number of a list's line."""
    before, after, word = tokens.at(index - 1), tokens.at(index + 1), tokens.word[index]
    if before == "+" and tokens.is_glued(index):
        return True
    if (before, after) == ("[", "]") or "url" in tokens.low[max(0, index - 2) : index]:
        return True
    if not word.strip("0"):
        return after not in HARM_NOUNS and after not in PEOPLE
    opens_line = index == 0 or "\n" in tokens.text[tokens.end[index - 1] : tokens.start[index]]
    return opens_line and after in {".", ")"} and tokens.is_glued(index + 1) and len(word) <= _HIGHEST_LIST_NUMBER


def name_before(tokens: Tokens, index: int, end: int) -> int | None:
    """Return where "Resolution 2254" or "Chapter Seven" begins when the number ending at ``end`` is its name."""
    before = index - 1
    if tokens.at(before) == "." and tokens.at(before - 1) in {"no", "nos", "nr"}:
        return before - 1
    numbered = tokens.at(before) in NUMBERED and tokens.at(end) not in PEOPLE
    return before if numbered else None


def unit_after(tokens: Tokens, index: int, end: int, *, number: int | None) -> tuple[int, str] | None:
    """Return the index behind the unit of the number at ``index`` to ``end`` and what that makes it.

    ``number`` is the number's value, None where it is a fraction or no whole number at all.
    """
    if tokens.at(index - 1) in CURRENCY_MARKS or (tokens.at(index - 1) in CURRENCIES and tokens.is_figure(index)):
        return end, "money"
    if _is_age(tokens, index, end, number):
        return end, "age"
    hyphen = tokens.at(end) == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1)
    unit_at = end + hyphen
    return _unit(tokens, unit_at) or (_compound(tokens, unit_at) if hyphen else None)


def _unit(tokens: Tokens, index: int) -> tuple[int, str] | None:  # noqa: PLR0911 - one return a form
    unit, following = tokens.at(index), tokens.at(index + 1)
    if unit in DURATIONS:
        return _duration(tokens, index)
    if unit in PERCENTS:
        return index + 1, "percent"
    if (unit, following) == ("per", "cent"):
        return index + 2, "percent"
    if unit in FRACTIONS:
        return index + 1, "percent"
    if unit in CURRENCIES:
        return index + 1, "money"
    if unit in CURRENCY_ADJECTIVES and following in CURRENCIES:
        return index + 2, "money"
    if unit in CURRENCY_MARKS:
        return index + 1, "money"
    if unit in MEASURES or (unit in MEASURES_OF and following in {"of", "per", "a"}):
        return index + 1, "measure"
    return None


def _duration(tokens: Tokens, index: int) -> tuple[int, str]:
    """Read "years old", "-year-old" and "years of age" as an age, any other time unit as a duration."""
    old_at = index + 1 + (tokens.at(index + 1) == "-")
    if tokens.at(old_at) in {"old", "olds"}:
        return old_at + 1, "age"
    if tokens.low[index + 1 : index + 3] == ("of", "age"):
        return index + 3, "age"
    return index + 1, "duration"


def _compound(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Read "two-storey" and "five-star" as no count; "five-member" stays one."""
    word = tokens.at(index)
    if not word[:1].isalpha() or word in PEOPLE_COMPOUNDS:
        return None
    return index + 1, "measure"


def _is_age(tokens: Tokens, index: int, end: int, number: int | None) -> bool:
    """Whether this is "aged 34", "ages of 3 and 15", "children under five" or "Ahmad, 34, said"."""
    if number is None or number > _OLDEST:
        return False
    before, earlier = tokens.at(index - 1), tokens.at(index - 2)
    if before in AGE_WORDS or (before in {"of", "between", "over", "under"} and earlier in AGE_WORDS):
        return tokens.at(end) not in PEOPLE
    if before in {"under", "below"} and earlier in PEOPLE:
        return True
    if before in {"and", "to", "-"} and tokens.is_figure(index - 2) and _opens_ages(tokens, index - 3):
        return True
    aside = before == "," and tokens.at(end) == ","
    if aside and tokens.is_figure(index) and number > 1 and tokens.at(end + 1) in AFTER_AGE_OF_ONE:
        return True
    named = tokens.written(index - 2)[:1].isupper() and aside
    return named and tokens.is_figure(index) and tokens.at(end + 1) not in AFTER_AGE_COMMA


def _opens_ages(tokens: Tokens, index: int) -> bool:
    words = tokens.low[max(0, index - 2) : index + 1]
    return any(word in AGE_WORDS for word in words)
