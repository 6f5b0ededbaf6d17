"""Finds how many: every quantity a text words, with its hedge, as bounds.

"At least 12" is 12 or more, "dozens" 24 or more, "nearly 50" 45 to 49. Numbers that count nobody (dates, ages, models
of aircraft) are found too, under labels of their own and without a count, so that nobody takes them for a toll.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.claims.claim import Count, Lexeme
from marsad.claims.extractor import Found
from marsad.counts.amounts import Amount, amount_at
from marsad.counts.hedges import bounded, hedge_at, range_at, suffix_at
from marsad.counts.nobody import nobody_at
from marsad.counts.refusals import Refusal, name_before, refused_at, unit_after
from marsad.counts.starts import STARTS
from marsad.counts.tokens import Tokens, tokenise
from marsad.counts.words import ARTICLES


@dataclass(frozen=True, slots=True)
class CountFinder:
    """Finds quantity expressions and their bounds; the ``of`` of "dozens of" stays outside the words.

    Labels: ``count`` (how many), ``article`` ("a", "one", "another": one person only if a person follows), ``none``
    (nobody), and without a count ``date``, ``clock``, ``age``, ``duration``, ``money``, ``percent``, ``measure``,
    ``ordinal``, ``model`` and ``identifier``.
    """

    def find(self, text: str) -> Sequence[Found]:
        """Return the quantities of any text in reading order, never overlapping."""
        tokens = tokenise(text)
        return tuple(_quantities(tokens))


def _quantities(tokens: Tokens) -> Iterator[Found]:
    index, behind = 0, 0
    while index < len(tokens):
        word = tokens.low[index]
        if word not in STARTS and not word[0].isdecimal() and word[0] not in "@#hw":
            index += 1
            continue
        start, end, label, count = _quantity_at(tokens, index)
        if label:
            start = max(start, behind)
            yield _found(tokens, start, end, label, count)
            behind = end
        index = max(end, index + 1)


_Quantity = tuple[int, int, str, Amount | None]


def _quantity_at(tokens: Tokens, index: int) -> _Quantity:
    """Return the tokens, the label and the bounds of what begins here; an empty label where nothing does."""
    nobody_end = nobody_at(tokens, index)
    if nobody_end is not None:
        return index, nobody_end, "none", Amount(0, 0, nobody_end, Lexeme.NONE_STATED)
    refused = refused_at(tokens, index)
    if refused is not None:
        return refused.start, refused.end, refused.label, None
    hedge, number_at = hedge_at(tokens, index)
    return _number(tokens, index, number_at, hedge) or _lone_word(tokens, index)


def _number(tokens: Tokens, index: int, number_at: int, hedge: Lexeme | None) -> _Quantity | None:  # noqa: PLR0911 - one return a form
    """Read the number at ``number_at``, whose hedge began at ``index``."""
    refused = _refused_after_hedge(tokens, index, number_at, hedge)
    if refused is not None:
        return index, refused.end, refused.label, None
    amount = amount_at(tokens, number_at)
    if amount is None:
        return _broken_figure(tokens, index, number_at)
    amount = range_at(tokens, index, number_at, amount)
    if tokens.at(number_at - 1) == "between" and amount.lexeme is not Lexeme.RANGE:
        return (index, number_at, "", None) if number_at > index else None
    unit = unit_after(tokens, number_at, amount.end, number=amount.low)
    if unit is not None:
        return index, *unit, None
    name_start = name_before(tokens, index, amount.end) if hedge is None else None
    if name_start is not None:
        return name_start, amount.end, "identifier", None
    if hedge is None and number_at == index and tokens.at(index) == "one" and amount.end == index + 1:
        return _one(tokens, index, amount)
    return _hedged(tokens, index, amount, hedge)


def _hedged(tokens: Tokens, index: int, amount: Amount, hedge: Lexeme | None) -> _Quantity:
    suffix, end = suffix_at(tokens, amount.end)
    low, high, lexeme = bounded(amount, hedge if hedge not in {None, Lexeme.APPROX} else suffix or hedge)
    label = "none" if (low, high) == (0, 0) and hedge is None else "count"
    return index, end, label, Amount(low, high, end, Lexeme.NONE_STATED if label == "none" else lexeme)


def _refused_after_hedge(tokens: Tokens, index: int, number_at: int, hedge: Lexeme | None) -> Refusal | None:
    """Return what the number behind a hedge is instead of a count; "more than 2000" is never a year."""
    if number_at == index:
        return None
    refused = refused_at(tokens, number_at)
    year_like = refused is not None and refused.label == "date" and refused.end == number_at + 1
    plainly_counted = hedge in {Lexeme.AT_LEAST, Lexeme.MORE_THAN, Lexeme.NEARLY, Lexeme.FEWER_THAN}
    counted_by_some = tokens.at(number_at - 1) in {"some", "as", "estimated"}
    if year_like and tokens.word[number_at].isdecimal() and (plainly_counted or counted_by_some):
        return None
    return refused


def _broken_figure(tokens: Tokens, index: int, number_at: int) -> _Quantity | None:
    """Name a figure that is no whole number: "1.5", "12/15", a long serial number."""
    if not tokens.is_figure(number_at):
        return None
    unit = unit_after(tokens, number_at, number_at + 1, number=None)
    if unit is not None:
        return index, *unit, None
    return index, number_at + 1, "measure" if "." in tokens.word[number_at] else "identifier", None


def _one(tokens: Tokens, index: int, amount: Amount) -> _Quantity:
    suffix, end = suffix_at(tokens, amount.end)
    if suffix is not None:
        return index, end, "count", Amount(*bounded(amount, suffix)[:2], end, suffix)
    if tokens.at(amount.end) == "another":
        return index, amount.end + 1, "", None
    return index, amount.end, "article", Amount(1, 1, amount.end, Lexeme.SINGLE)


def _lone_word(tokens: Tokens, index: int) -> _Quantity:
    """Read "a", "an" and "another" before a noun; anything else that only looked like a quantity is passed over."""
    if tokens.at(index) in ARTICLES and not tokens.is_glued(index + 1):
        return index, index + 1, "article", Amount(1, 1, index + 1, Lexeme.SINGLE)
    return index, index + 1, "", None


def _found(tokens: Tokens, start: int, end: int, label: str, amount: Amount | None) -> Found:
    first, last = tokens.start[start], tokens.end[end - 1]
    if amount is None:
        return Found(start=first, end=last, label=label)
    count = Count(low=amount.low, high=amount.high, words=tokens.text[first:last], lexeme=amount.lexeme)
    return Found(start=first, end=last, label=label, count=count)
