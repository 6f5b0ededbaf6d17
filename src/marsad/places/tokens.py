"""The words of a text, with where they stand and what lies between them."""

import re
from dataclasses import dataclass

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*|['’ʼ‘`][^\W\d_]+)*|\d+")
# Gaps as one sign each, the widest break last.
SPACE, HYPHEN, COMMA, BREAK = " ", "-", ",", "."


@dataclass(frozen=True, slots=True)
class Token:
    """A word: code points ``start`` to ``end``, the ``gap`` before it, and whether it is written like a name.

    ``capitals`` says that all of several letters are: "NATO".
    ``end`` leaves out a possessive 's. Scripts without capitals (Arabic, Hebrew) are always written like names.
    """

    start: int
    end: int
    word: str
    gap: str
    named: bool
    capitals: bool


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order."""
    found, last = [], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        letters = match.group()
        word = letters.lower().replace("’", "'").replace("`", "'")
        named = letters[0].isupper() or (not letters[0].islower() and letters[0].isalpha())
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
        capitals = len(letters) > 1 and letters.isupper()
        found.append(Token(start, end, word, _gap(text, last, start), named, capitals))
        last = match.end()
    return found


def _gap(text: str, start: int, end: int) -> str:
    """Say in one sign what lies between two words."""
    between = text[start:end]
    if between in {SPACE, HYPHEN}:
        return between
    if start == 0 or "\n" in between:
        return BREAK
    if between.strip(" \t\u00a0\u200f\u200e") == "":
        return SPACE
    return COMMA if between.strip() in {",", "،", "/", "("} else BREAK
