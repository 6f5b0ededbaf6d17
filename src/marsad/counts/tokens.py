"""The words, figures and marks of a text, with where each stands.

Columns rather than objects: a report has some four hundred tokens, and most are only looked past.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:https?://|www\.)\S{1,400}"
    r"|[@#]\w{1,100}"
    r"|(?<![\w-])[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}(?![\w-])"
    r"|[0-9]+(?:[.,:/][0-9]+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]{1,2}(?![^\W_]))?"
    r"|\d+|[^\w\s]|_+"
)
_PLAIN = str.maketrans("’‐‑", "'--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A text in tokens: ``word`` as written, ``low`` in small letters, ``start`` and ``end`` code points.

    Figures with thousands marks ("1,200") and with a colon, point or slash between ("21:51") are one token.
    """

    text: str
    word: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        """How many tokens the text has."""
        return len(self.word)

    def at(self, index: int) -> str:
        """Return the token in small letters; an empty text outside the ends."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def written(self, index: int) -> str:
        """Return the token as written; an empty text outside the ends."""
        return self.word[index] if 0 <= index < len(self.word) else ""

    def is_glued(self, index: int) -> bool:
        """Whether this token follows the one before it without a space ("F-16", "12mm")."""
        return 0 < index < len(self.start) and self.end[index - 1] == self.start[index]

    def is_figure(self, index: int) -> bool:
        """Whether this token is written in digits."""
        return self.at(index)[:1].isdecimal()


def tokenise(text: str) -> Tokens:
    """Return the tokens of a text; any text has them, and spaces lie between."""
    matches = tuple(_TOKEN.finditer(text))
    words = tuple(match.group() for match in matches)
    return Tokens(
        text=text,
        word=words,
        low=tuple(word.lower().translate(_PLAIN) for word in words),
        start=tuple(match.start() for match in matches),
        end=tuple(match.end() for match in matches),
    )
