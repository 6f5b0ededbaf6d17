"""What stands around a place's name: "the northern town of X", "X province", "rural X", "north of X"."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.places.place import Level
from marsad.places.tokens import HYPHEN, SPACE, Token
from marsad.places.words import Words

MODIFIERS = 3  # words between a name and its type: "X northern international airport"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A name with the words that belong to it: tokens ``first`` to ``last``, both inclusive.

    ``level`` is the level the words say, None where they say none. ``typed`` is true where a type word or a compass
    word stands there, ``beside`` where the place meant lies next to the one named ("north of X").
    """

    first: int
    last: int
    level: Level | None
    typed: bool
    beside: bool


def widened(tokens: Sequence[Token], first: int, last: int, *, words: Words, floor: int = 0) -> Phrase:
    """Return the phrase around the name that stands at these tokens; tokens before ``floor`` belong to another."""
    end, right = _type_after(tokens, last, words)
    start, left, beside = _type_before(tokens, first, words)
    if start < floor:
        start, left, beside = first, None, False
    level = right or left
    begin, turned = _compass_before(tokens, start, words, floor)
    if turned and start == first:
        level = _part_of(tokens, begin, end, right)
    if start < first and begin > floor and tokens[begin - 1].word == "the" and tokens[begin].gap == SPACE:
        begin -= 1
    return Phrase(first=begin, last=end, level=level, typed=begin < first or end > last, beside=beside)


def _part_of(tokens: Sequence[Token], begin: int, end: int, right: Level | None) -> Level:
    """Return the level of "northern X": a region, unless a finer or a governed unit is named after it."""
    if tokens[begin].word == "rural":
        return right or Level.PROVINCE
    if right is None or tokens[end].word == "countryside":
        return Level.REGION
    return right


def _type_after(tokens: Sequence[Token], last: int, words: Words) -> tuple[int, Level | None]:
    """Return the last token of the phrase and the level that a type word after the name gives."""
    for position in range(last + 1, min(last + 1 + MODIFIERS, len(tokens))):
        token = tokens[position]
        if token.gap != SPACE:
            break
        if token.word in words.types:
            return (last, None) if _is_next_ones(tokens, position, words) else (position, words.types[token.word])
        if token.word in words.neutral_types:
            return position, None
        if token.word not in words.type_modifiers:
            break
    return last, None


def _is_next_ones(tokens: Sequence[Token], kind: int, words: Words) -> bool:
    """Whether "town" belongs to the name that follows: "the Qandara town of Tal Arda"."""
    if words.types[tokens[kind].word] is not Level.SETTLEMENT or kind + 2 >= len(tokens):
        return False
    of, name = tokens[kind + 1], tokens[kind + 2]
    return of.word == "of" and of.gap == SPACE and name.named and name.gap == SPACE


def _type_before(tokens: Sequence[Token], first: int, words: Words) -> tuple[int, Level | None, bool]:
    """Return the first token of "the town of X" or "north of X", the level it gives, and whether X is only near."""
    if (
        first > 0
        and tokens[first].gap == SPACE
        and not tokens[first - 1].word.isascii()
        and tokens[first - 1].word in words.types
    ):
        return first - 1, words.types[tokens[first - 1].word], False
    kind = first - 2
    if kind < 0 or tokens[first].gap != SPACE or tokens[first - 1].word != "of":
        return first, None, False
    word = tokens[kind].word
    if word in words.beside and word != "countryside":
        return kind, None, True
    if word in words.types or word in words.neutral_types:
        return kind, words.types.get(word), False
    return first, None, False


def _compass_before(tokens: Sequence[Token], start: int, words: Words, floor: int) -> tuple[int, bool]:
    """Return the first token of "north-western X" or "southern rural X", and whether such words stand there."""
    begin = start
    while begin > floor and tokens[begin].gap in {SPACE, HYPHEN} and tokens[begin - 1].word in words.compass:
        begin -= 1
    return begin, begin < start
