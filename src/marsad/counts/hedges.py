"""How sure a number is: what "at least", "nearly" or "12 to 15" does to its bounds."""

from marsad.claims.claim import Lexeme
from marsad.counts.amounts import Amount, amount_at
from marsad.counts.phrases import each, listed
from marsad.counts.tokens import Tokens
from marsad.counts.words import HEDGES, MULTIPLIERS, SUFFIXES, TRANSPARENT

_HEDGES = listed(HEDGES)
_TRANSPARENT = each(TRANSPARENT)
_SUFFIXES = listed(SUFFIXES)
_WEAK: frozenset[Lexeme | None] = frozenset((None, Lexeme.APPROX))
# "Up to more than 130" says more than 130.
_WEAKER = dict.fromkeys((Lexeme.MORE_THAN, Lexeme.AT_LEAST), _WEAK | {Lexeme.UP_TO})
_MOST_HEDGES = 4
_NEAR_PLACES = 10


def hedge_at(tokens: Tokens, index: int) -> tuple[Lexeme | None, int]:
    """Return the strongest hedge of those that begin here and where its number should stand."""
    hedge, end = None, index
    for _ in range(_MOST_HEDGES):
        found, passed = _HEDGES.match(tokens, end), _TRANSPARENT.match(tokens, end)
        if found is not None:
            end, lexeme = found
            hedge = lexeme if hedge in _WEAKER.get(lexeme, _WEAK) else hedge
        elif passed is not None:
            end = passed[0]
        else:
            break
    if tokens.at(end) == "between" and end < len(tokens):
        return hedge, end + 1
    return (None, index) if _means_a_place(tokens, index, end) else (hedge, end)


def _means_a_place(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "close to two villages" tells where and not how many."""
    if tokens.at(index) != "close":
        return False
    amount = amount_at(tokens, end)
    return amount is not None and amount.low < _NEAR_PLACES


def suffix_at(tokens: Tokens, end: int) -> tuple[Lexeme | None, int]:
    """Return the hedge that follows a number ("or more", "or so", "+") and the index behind it."""
    found = _SUFFIXES.match(tokens, end)
    if found is None or (tokens.at(end) in {"+", "-"} and not tokens.is_glued(end)):
        return None, end
    behind, lexeme = found
    if amount_at(tokens, behind) is not None and tokens.at(behind) not in {"a", "the"}:
        return None, end
    return lexeme, behind


def range_at(tokens: Tokens, index: int, number_at: int, amount: Amount) -> Amount:
    """Return "12 to 15" as one range where the number begins one; "rose from 12 to 15" stays two numbers."""
    between = tokens.at(number_at - 1) == "between"
    if not amount.is_exact or tokens.at(index - 1) == "from" or not _connects(tokens, amount.end, between=between):
        return amount
    second = amount_at(tokens, amount.end + 1)
    if second is None or not second.is_exact or tokens.at(amount.end + 1) in {"a", "the", "both"}:
        return amount
    low = _scaled_alike(tokens, amount, second)
    if low >= second.low:
        return amount
    return Amount(low, second.high, second.end, Lexeme.RANGE)


def _connects(tokens: Tokens, index: int, *, between: bool) -> bool:
    connector = tokens.at(index)
    if connector in {"-", "–", "—"}:
        return tokens.is_glued(index) == tokens.is_glued(index + 1)
    return connector in ({"and"} if between else {"to", "or"})


def _scaled_alike(tokens: Tokens, first: Amount, second: Amount) -> int:
    """Return the lower end of "two to three hundred": the word of scale belongs to both numbers."""
    scale = MULTIPLIERS.get(tokens.at(second.end - 1), 1)
    shared = tokens.at(first.end - 1) not in MULTIPLIERS and first.low < second.low // scale
    return first.low * scale if shared else first.low


def bounded(amount: Amount, hedge: Lexeme | None) -> tuple[int, int | None, Lexeme]:  # noqa: PLR0911 - one return a form
    """Return what the hedge makes of the number's bounds, by the table of the record format."""
    low, high = amount.low, amount.high
    if hedge is Lexeme.AT_LEAST:
        return low, None, hedge
    if hedge is Lexeme.MORE_THAN:
        # More than dozens is still dozens: only an exact number has a next one.
        return (low + 1 if amount.is_exact else low), None, hedge
    if hedge is Lexeme.UP_TO:
        return 0, high, hedge
    if hedge is Lexeme.FEWER_THAN and high is not None:
        return 0, max(0, high - 1), hedge
    if hedge is Lexeme.NEARLY and high is not None:
        below = max(0, high - 1)
        return min(low * 9 // 10, below), below, hedge
    if hedge is Lexeme.APPROX and amount.lexeme is Lexeme.NUMERAL:
        return low, high, hedge
    return low, high, amount.lexeme
