"""Names of places that no gazetteer has, known as places by the words beside them: "the village of X", "X mosque"."""

from collections.abc import Sequence
from itertools import pairwise

from marsad.places.names import SPACED_ARTICLES, opens, reach
from marsad.places.phrases import Phrase, widened
from marsad.places.place import Level
from marsad.places.tokens import COMMA, HYPHEN, SPACE, Token
from marsad.places.words import Words
from marsad.text.fold import ARTICLES

MOST_WORDS = 4
ALONE_WORDS = 2  # words of a name that "in" alone makes a place
ALONE_AFTER = frozenset(("in", "at", "near", "outside", "inside", "around"))
EXPLAINED_WITHIN = 5  # words of "a rebel-held town in"
GOES_ON = frozenset(
    (
        *("in", "near", "on", "of", "at", "outside", "held", "controlled", "some", "about", "where", "which", "that"),
        *("north", "south", "east", "west", "southeast", "southwest", "northeast", "northwest", "between", "along"),
    )
)
"""Words that go on after "a town": of "a town councillor" nobody learns of a town."""


def unknown_name(
    tokens: Sequence[Token], position: int, *, words: Words, listing: Level | None = None, floor: int = 0
) -> tuple[Phrase, Level] | None:
    """Return the phrase around the unknown name that begins here and its level, or None where there is no such name.

    ``listing`` is the level of the list being read ("the villages of A, B and C").
    """
    if not opens(tokens, position) or (position and tokens[position - 1].word in words.person_titles):
        return None
    last = _name_end(tokens, position, words)
    if last is None or _is_preposition(tokens, position):
        return None
    phrase = widened(tokens, position, last, words=words, floor=floor)
    level = _level_told(tokens, position, phrase, words=words, last=last)
    if level is not None:
        return phrase, phrase.level or level
    if listing is not None and (tokens[position].gap in {SPACE, COMMA}):
        return phrase, phrase.level or listing
    return None


def _is_preposition(tokens: Sequence[Token], position: int) -> bool:
    """Whether what looks like an article of a name is "At" or "As" at the head of a sentence."""
    word, after = tokens[position].word, position + 1
    parted = after < len(tokens) and tokens[after].gap == SPACE
    return word in ARTICLES and word not in SPACED_ARTICLES and parted


def _level_told(tokens: Sequence[Token], position: int, phrase: Phrase, *, words: Words, last: int) -> Level | None:
    """Return the level of a name that its words or those beside it make a place's; None where none do."""
    if _names_a_kind(tokens, position, phrase, words=words, last=last):
        return Level.SETTLEMENT
    if not _located(tokens, position, words):
        return None
    headed = tokens[position].word in words.heads and last > position
    if headed or _stands_alone(tokens, position, last, words):
        return Level.SETTLEMENT
    return _explained(tokens, last, words)


def _name_end(tokens: Sequence[Token], position: int, words: Words) -> int | None:
    """Return the last token of the run of unknown names that begins here."""
    last = None
    for at in range(position, min(reach(tokens, position, words), position + MOST_WORDS) + 1):
        word = tokens[at].word
        if words.known(word) or word in words.organisation_heads or word in words.type_modifiers:
            break
        if at > position and tokens[at].gap == SPACE and word in ARTICLES and tokens[at - 1].word not in words.heads:
            break
        if tokens[at].named:
            last = at
    return last


def _names_a_kind(tokens: Sequence[Token], first: int, phrase: Phrase, *, words: Words, last: int) -> bool:
    """Whether a type word that may name an unknown place stands after ("X village") or before ("village of X")."""
    before = {token.word for token in tokens[phrase.first : first]}
    if before & (words.naming_types | words.listed_types):
        return True
    return phrase.last > last and tokens[phrase.last].word in words.naming_types


def _explained(tokens: Sequence[Token], last: int, words: Words) -> Level | None:
    """Return the level that words after a name explain it by: "in X, a village near …", the comma lost or not."""
    following = tokens[last + 1 : last + 2 + EXPLAINED_WITHIN]
    if not following or following[0].word not in {"a", "an"} or following[0].gap not in {SPACE, COMMA}:
        return None
    for token, after in pairwise(following):
        if token.gap not in {SPACE, HYPHEN, COMMA}:
            return None
        if token.word in words.naming_types:
            return words.types[token.word] if after.word in GOES_ON or after.gap != SPACE else None
    return None


def _stands_alone(tokens: Sequence[Token], first: int, last: int, words: Words) -> bool:
    """Whether "in X" names a place by itself: X is one or two words, and the clause ends or goes on behind them.

    An abbreviation ("at NATO"), a person's name and a name that goes on ("in X Party") are no such places.
    """
    run = tokens[first : last + 1]
    if len(run) > ALONE_WORDS or tokens[first - 1].word not in ALONE_AFTER:
        return False
    if any(not token.named or token.capitals or words.ordinary(token.word) for token in run):
        return False
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.gap not in {SPACE, HYPHEN} or after.word.isdigit():
        return True
    return after.word in words.stops and not after.named


def _located(tokens: Sequence[Token], position: int, words: Words) -> bool:
    return position > 0 and tokens[position].gap == SPACE and tokens[position - 1].word in words.locatives
