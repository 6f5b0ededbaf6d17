"""The words of a text as names are compared with them: without apostrophes, hyphens and possessives."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# An abbreviation with full stops ("U.S."), or letters and digits with apostrophes inside ("People's", "N'Djamena").
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ`]\w+)*")
APOSTROPHES = re.compile(r"['’ʼ`.]")
# What may stand between two words of one name.
JOINT = re.compile(r"[\s\-‐‑–&/\"“”«»'’]{1,3}")
LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word at code points ``start`` to ``end``: as written, as compared, and as compared without a possessive s.

    ``joined`` is false where a comma, a full stop or the like stands before it, so that no name runs across.
    """

    start: int
    end: int
    text: str
    key: str
    bare: str
    joined: bool


def fold(text: str) -> str:
    """Return a word in lower case without accents, apostrophes and full stops."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").replace(".", "").lower()
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return APOSTROPHES.sub("", letters).lower()


def split_words(text: str) -> list[Word]:
    """Return the words of a text in reading order; a lost apostrophe ("Assads forces") is allowed for."""
    words: list[Word] = []
    last = 0
    for found in WORD.finditer(text):
        written = found.group()
        key = fold(written)
        possessive = len(key) > 1 and key.endswith("s") and (written[0].isupper() or "'" in written or "’" in written)
        joined = bool(words) and JOINT.fullmatch(text, last, found.start()) is not None
        words.append(Word(found.start(), found.end(), written, key, key[:-1] if possessive else key, joined))
        last = found.end()
    return words


def _same_case(written: str, name_word: str) -> bool:
    """Whether a word is written as its name demands: capitals stay capitals, an acronym is all capitals."""
    if not name_word[0].isupper():
        return True
    letters = APOSTROPHES.sub("", name_word)
    if letters.isupper() and len(letters) <= LONGEST_ACRONYM:
        return written.removesuffix("s").removesuffix("'").removesuffix("’").isupper()
    return written[0].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its words, folded and as written, and what it stands for."""

    keys: tuple[str, ...]
    written: tuple[str, ...]
    stands_for: tuple[str, ...]


class Names:
    """Many names, found at a place in a text, longest first."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take (name, what it stands for); a name that stands for several keeps them in order."""
        together: dict[tuple[str, ...], list[str]] = {}
        for name, stands_for in names:
            known = together.setdefault(tuple(word.text for word in split_words(name)), [])
            if stands_for not in known:
                known.append(stands_for)
        by_first: dict[str, list[Name]] = {}
        for written, ids in together.items():
            keys = tuple(fold(word) for word in written)
            by_first.setdefault(keys[0], []).append(Name(keys, written, tuple(ids)))
        self._by_first: Mapping[str, Sequence[Name]] = {
            first: sorted(group, key=lambda name: -len(name.keys)) for first, group in by_first.items()
        }

    @property
    def beginnings(self) -> frozenset[str]:
        """The first words of all names, folded."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[Word], start: int) -> Name | None:
        """Return the longest name that begins at this word, or None."""
        word = words[start]
        for name in self._by_first.get(word.key, ()):
            if _stands_at(name, words, start):
                return name
        if word.bare == word.key:
            return None
        for name in self._by_first.get(word.bare, ()):
            if _stands_at(name, words, start):
                return name
        return None


def _stands_at(name: Name, words: Sequence[Word], start: int) -> bool:
    end = start + len(name.keys)
    if end > len(words):
        return False
    last = end - 1
    for at, key in enumerate(name.keys, start):
        word = words[at]
        if word.key != key and (at != last or word.bare != key):
            return False
        if at != start and not word.joined:
            return False
    return all(map(_same_case, (word.text for word in words[start:end]), name.written))
