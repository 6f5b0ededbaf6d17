"""Names of places that no gazetteer has, known as places by the words beside them: "the village of X", "X mosque"."""

from collections.abc import Sequence

from marsad.places.names import opens, reach
from marsad.places.phrases import Phrase, widened
from marsad.places.place import Level
from marsad.places.tokens import COMMA, SPACE, Token
from marsad.places.words import Words
from marsad.text.fold import ARTICLES

MOST_WORDS = 4


def unknown_name(
    tokens: Sequence[Token], position: int, *, words: Words, listing: Level | None = None, floor: int = 0
) -> tuple[Phrase, Level] | None:
    """Return the phrase around the unknown name that begins here and its level, or None where there is no such name.

    ``listing`` is the level of the list being read ("the villages of A, B and C").
    """
    if not opens(tokens, position) or (position and tokens[position - 1].word in words.person_titles):
        return None
    last = _name_end(tokens, position, words)
    if last is None:
        return None
    phrase = widened(tokens, position, last, words=words, floor=floor)
    if _names_a_kind(tokens, position, phrase, words=words, last=last):
        return phrase, phrase.level or Level.SETTLEMENT
    if listing is not None and (tokens[position].gap in {SPACE, COMMA}):
        return phrase, phrase.level or listing
    if tokens[position].word in words.heads and last > position and _located(tokens, position, words):
        return phrase, phrase.level or Level.SETTLEMENT
    return None


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


def _located(tokens: Sequence[Token], position: int, words: Words) -> bool:
    return position > 0 and tokens[position].gap == SPACE and tokens[position - 1].word in words.locatives
