"""Word patterns as data: a list of phrases with their labels, found fast in a text.

A pattern is letters as they stand (any case) with ``s?`` for an optional letter, ``(a|b)`` for a choice and ``[a-z]+``
for a word. Every pattern is tried only where the longest stretch of plain letters it must contain occurs at all, so
that hundreds of phrases cost little on a text that has none of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

LETTERS = 3  # letters by which a list is looked up; fewer find too much, more cost as much as they save
# Parts of a pattern that need not stand in the text as written.
_LOOSE = re.compile(r"\([^()]*\)[?*+{0-9,}]*|\[[^\]]*\][?*+{0-9,}]*|.[?*]|\.\+?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase found: code points ``start`` to ``end``, and the label of its pattern."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    needs: str
    regex: re.Pattern[str]
    label: str


class Phrases:
    """Patterns with labels; earlier patterns win over later ones of the same length at the same place."""

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        """Take pairs of (label, pattern)."""
        compiled = (_compile(label, one) for label, pattern in patterns for one in _choices(pattern))
        by_letters: dict[str, list[tuple[int, _Pattern]]] = {}
        for rank, pattern in enumerate(compiled):
            by_letters.setdefault(pattern.needs[:LETTERS], []).append((rank, pattern))
        self._by_letters: Mapping[str, Sequence[tuple[int, _Pattern]]] = by_letters
        self._short = tuple(letters for letters in by_letters if len(letters) < LETTERS)

    def find(self, text: str) -> Sequence[Phrase]:
        """Return the phrases of a text in reading order, the longest first where they overlap."""
        found = [
            (match.start(), match.end(), rank, pattern.label)
            for rank, pattern in self._worth_trying(text)
            for match in pattern.regex.finditer(text)
        ]
        kept: list[Phrase] = []
        end_of_last = -1
        for start, end, _, label in sorted(found, key=lambda hit: (hit[0], -hit[1], hit[2])):
            if start >= end_of_last:
                kept.append(Phrase(start=start, end=end, label=label))
                end_of_last = end
        return kept

    def occurs_in(self, text: str) -> bool:
        """Whether any of the phrases occurs in a text."""
        return any(pattern.regex.search(text) is not None for _, pattern in self._worth_trying(text))

    def labels_in(self, text: str) -> frozenset[str]:
        """Return the labels of all phrases that occur in a text."""
        return frozenset(pattern.label for _, pattern in self._worth_trying(text) if pattern.regex.search(text))

    def _worth_trying(self, text: str) -> Iterator[tuple[int, _Pattern]]:
        """Yield the patterns, by rank, whose letters occur in a text."""
        lowered = text.lower()
        for letters in (*self._short, *(self._by_letters.keys() & _letters_of(lowered))):
            for rank, pattern in self._by_letters[letters]:
                if pattern.needs in lowered:
                    yield rank, pattern


@lru_cache(maxsize=8)
def _letters_of(lowered: str) -> frozenset[str]:
    """Return every run of three letters of a text; kept a while, for many lists look at one sentence in turn."""
    return frozenset([lowered[start : start + LETTERS] for start in range(len(lowered) - LETTERS + 1)])


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written out with spaces between them."""
    return frozenset(listed.split())


def _choices(pattern: str) -> Sequence[str]:
    """Take a pattern that begins with a choice apart, so that each has letters it must contain."""
    match = re.match(r"\(([^()]*)\)(?![?*+{])(.*)$", pattern)
    if match is None:
        return (pattern,)
    return tuple(choice + match.group(2) for choice in match.group(1).split("|"))


def _compile(label: str, pattern: str) -> _Pattern:
    loose = pattern
    while True:
        stripped = _LOOSE.sub("\x00", loose)
        if stripped == loose:
            break
        loose = stripped
    needs = max(loose.lower().split("\x00"), key=len)
    cased = pattern.replace("[A-Z]", "(?-i:[A-Z])")
    return _Pattern(
        needs=needs, regex=re.compile(rf"(?<![\w]){'(?:' + cased + ')'}(?![\w])", re.IGNORECASE), label=label
    )
