"""Reads one number without its hedge: "1,200", "three hundred and fifty", "two dozen", "dozens", "a few"."""

import re
from dataclasses import dataclass

from marsad.claims.claim import Lexeme
from marsad.counts.phrases import listed
from marsad.counts.tokens import Tokens
from marsad.counts.words import (
    BEFORE_MANY,
    LARGEST,
    MULTIPLIERS,
    PEOPLE,
    PLURAL_UNITS,
    SEVERAL_UNITS,
    SMALL,
    TENS,
    VAGUE,
)

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3}){0,4},[0-9]{3}\Z|[0-9]{1,3}(?:\.[0-9]{3}){2,4}\Z")
_DECIMAL = re.compile(r"[0-9]{1,6}\.[0-9]{1,3}\Z")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_VAGUE = listed(VAGUE)
_QUOTES = frozenset("\"'”’")
_DOZENS = frozenset(("dozen", "dozens"))
_MOST_DIGITS = 12
_DOZEN, _SCORE, _HUNDRED = 12, 20, 100


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as worded: ``low`` to ``high`` (None = open), up to the token ``end``, and how it was worded."""

    low: int
    high: int | None
    end: int
    lexeme: Lexeme = Lexeme.NUMERAL

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def amount_at(tokens: Tokens, index: int) -> Amount | None:
    """Return the number that begins at this token; None where none does, or where it is too large to count people."""
    word = tokens.at(index)
    if not word:
        return None
    amount = _vague(tokens, index) or _half(tokens, index) or _with_article(tokens, index)
    if amount is None and tokens.is_figure(index):
        amount = _figure(tokens, index)
    if amount is None and (word in SMALL or word in TENS):
        amount = _in_words(tokens, index)
    if amount is None or amount.low > LARGEST:
        return None
    return amount


def _vague(tokens: Tokens, index: int) -> Amount | None:
    """Read "dozens", "hundreds of thousands", "several hundred", "a few"."""
    word = tokens.at(index)
    if word in PLURAL_UNITS:
        return _plural_unit(tokens, index)
    found = _VAGUE.match(tokens, index)
    if found is None or (word == "many" and tokens.at(index - 1) in BEFORE_MANY):
        return None
    end, lexeme = found
    if tokens.at(end) in SEVERAL_UNITS:
        low, unit_lexeme = SEVERAL_UNITS[tokens.at(end)]
        return Amount(low, None, end + 1, unit_lexeme)
    return Amount(2, None, end - (tokens.at(end - 1) == "of"), lexeme)


def _plural_unit(tokens: Tokens, index: int) -> Amount | None:
    word, following = tokens.at(index), tokens.at(index + 1)
    if following in _QUOTES:
        following = tokens.at(index + 2)
    low, lexeme = PLURAL_UNITS[word]
    if following == "of" and tokens.at(index + 2) in {"hundreds", "thousands", "millions"} and word != "dozens":
        return Amount(low * PLURAL_UNITS[tokens.at(index + 2)][0] // 2, None, index + 3, lexeme)
    is_count = following == "of" or following in PEOPLE or word in {"dozens", "hundreds", "thousands", "millions"}
    return Amount(low, None, index + 1, lexeme) if is_count else None


def _half(tokens: Tokens, index: int) -> Amount | None:
    """Read "half a dozen" and "half a million"."""
    if tokens.at(index) != "half":
        return None
    unit_at = index + 1 + (tokens.at(index + 1) in {"a", "-"})
    unit = tokens.at(unit_at)
    if unit == "dozen":
        return Amount(_DOZEN // 2, _DOZEN // 2, unit_at + 1, Lexeme.DOZEN)
    if unit in MULTIPLIERS:
        half = MULTIPLIERS[unit] // 2
        return Amount(half, half, unit_at + 1)
    return None


def _with_article(tokens: Tokens, index: int) -> Amount | None:  # noqa: PLR0911 - one return a form
    """Read "a dozen", "a hundred", "a couple", "a pair of" and a bare "dozen" after a hedge."""
    word, following = tokens.at(index), tokens.at(index + 1)
    if word == "dozen":
        return Amount(_DOZEN, _DOZEN, index + 1, Lexeme.DOZEN)
    if word == "both":
        return Amount(2, 2, index + 1, Lexeme.COUPLE)
    if word not in {"a", "the", "one", "an"}:
        return None
    if following == "dozen":
        return Amount(_DOZEN, _DOZEN, index + 2, Lexeme.DOZEN)
    if word == "a" and following in MULTIPLIERS:
        return _built_up(tokens, index + 1, 1)
    if word == "a" and following in {"couple", "pair"}:
        return Amount(2, 2, index + 2, Lexeme.COUPLE)
    return Amount(_SCORE, _SCORE, index + 2) if (word, following) == ("a", "score") else None


def _figure(tokens: Tokens, index: int) -> Amount | None:
    """Read a number that begins with digits, with its thousands marks and its "million" or "dozen"."""
    word, end = tokens.word[index], index + 1
    if _DECIMAL.match(word) and tokens.at(end) in MULTIPLIERS:
        whole, _, part = word.partition(".")
        scaled = int(whole + part) * MULTIPLIERS[tokens.at(end)] // 10 ** len(part)
        return Amount(scaled, scaled, end + 1)
    digits = word.replace(",", "").replace(".", "") if _GROUPED.match(word) else word
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        return None
    digits, end = _spaced_groups(tokens, index, digits)
    return _scaled(tokens, end, int(digits))


def _spaced_groups(tokens: Tokens, index: int, digits: str) -> tuple[str, int]:
    """Join "1 200 000": groups of exactly three digits, each after one space."""
    end = index + 1
    if not 1 <= len(digits) <= len("999") or digits[0] == "0":
        return digits, end
    while end < min(len(tokens), index + 4) and _is_group(tokens, end):
        digits += tokens.word[end]
        end += 1
    return digits, end


def _is_group(tokens: Tokens, index: int) -> bool:
    word, gap = tokens.word[index], tokens.text[tokens.end[index - 1] : tokens.start[index]]
    follows = tokens.is_glued(index + 1) and tokens.at(index + 1)[:1].isalnum()
    return gap in _SPACES and word.isascii() and word.isdecimal() and len(word) == len("000") and not follows


def _scaled(tokens: Tokens, end: int, number: int) -> Amount:
    """Apply a "dozen", "hundred" or "million" that follows."""
    unit = tokens.at(end)
    if unit in _DOZENS:
        return Amount(number * _DOZEN, number * _DOZEN, end + 1, Lexeme.DOZEN)
    if unit in MULTIPLIERS:
        return Amount(number * MULTIPLIERS[unit], number * MULTIPLIERS[unit], end + 1)
    return Amount(number, number, end)


def _in_words(tokens: Tokens, index: int) -> Amount | None:
    """Read a number in words, up to "two million three hundred and five thousand six hundred and twenty-three"."""
    first, end = _below_hundred(tokens, index)
    if tokens.at(end) in _DOZENS:
        return Amount(first * _DOZEN, first * _DOZEN, end + 1, Lexeme.DOZEN)
    if tokens.low[end : end + 3] == ("and", "a", "half") and tokens.at(end + 3) in MULTIPLIERS:
        scale = MULTIPLIERS[tokens.at(end + 3)]
        return Amount(first * scale + scale // 2, first * scale + scale // 2, end + 4)
    return _built_up(tokens, end, first)


def _below_hundred(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return a number below a hundred and the index behind it."""
    word = tokens.at(index)
    if word in SMALL:
        return SMALL[word], index + 1
    unit_at = index + 1 + (tokens.at(index + 1) == "-")
    unit = SMALL.get(tokens.at(unit_at), 0)
    if 0 < unit < 10:  # noqa: PLR2004 - the ten digits
        return TENS[word] + unit, unit_at + 1
    return TENS[word], index + 1


def _built_up(tokens: Tokens, end: int, group: int) -> Amount:
    """Go on from the first number word: "hundred" enlarges a group, "thousand" closes it, smaller numbers join it."""
    total, last_scale = 0, LARGEST
    while True:
        unit = MULTIPLIERS.get(tokens.at(end), 0)
        if unit == _HUNDRED and 0 < group < _HUNDRED:
            group, end = group * _HUNDRED, end + 1
        elif _HUNDRED < unit < last_scale and group:
            total, group, last_scale, end = total + group * unit, 0, unit, end + 1
        else:
            part_at = end + (tokens.at(end) == "and")
            if not _joins(tokens, part_at, total, group):
                return Amount(total + group, total + group, end)
            part, end = _below_hundred(tokens, part_at)
            group += part


def _joins(tokens: Tokens, index: int, total: int, group: int) -> bool:
    """Whether a smaller number word here belongs to the number before it."""
    word = tokens.at(index)
    if SMALL.get(word, 0) == 0 and word not in TENS:
        return False
    return group % _HUNDRED == 0 and group + total > 0
