"""Lists of words and phrases, and the longest of them at a place in a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from marsad.counts.tokens import Tokens

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """A list of phrases with what each means, kept by first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]

    def match(self, tokens: Tokens, index: int) -> tuple[int, Meaning] | None:
        """Return the index behind the longest phrase that begins here and what it means; None where none does."""
        for words, meaning in self.by_first.get(tokens.at(index), ()):
            end = index + len(words)
            if tokens.low[index:end] == words:
                return end, meaning
        return None


def listed(phrases: Mapping[str, Meaning]) -> Phrases[Meaning]:
    """Return these phrases ready to be matched; words are parted by single spaces."""
    split = sorted(((tuple(phrase.split()), meaning) for phrase, meaning in phrases.items()), key=_longest_first)
    firsts = sorted({words[0] for words, _ in split})
    return Phrases({first: tuple(pair for pair in split if pair[0][0] == first) for first in firsts})


def each(phrases: Iterable[str]) -> Phrases[bool]:
    """Return phrases that mean no more than that they are there."""
    return listed(dict.fromkeys(sorted(phrases), True))


def word_set(listed_words: str) -> frozenset[str]:
    """Return the words of a list written as one text with spaces between."""
    return frozenset(listed_words.split())


def _longest_first(pair: tuple[tuple[str, ...], Meaning]) -> tuple[int, tuple[str, ...]]:
    return -len(pair[0]), pair[0]
