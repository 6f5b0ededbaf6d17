"""Tells the language of a report, where it is long enough to tell."""

import re
from collections import Counter

ENOUGH_LETTERS = 40
SAMPLE = 2_000

_WORD = re.compile(r"[a-z]+")
_TAG = re.compile(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{1,8}){0,4})")
_LITTLE_WORDS = "the of and in to was were said on by at from that for with has had"
_HEADLINE_WORDS = "kill kills killed injured wounded people civilians police army forces rebels attack strike strikes"
_ENGLISH = frozenset(f"{_LITTLE_WORDS} {_HEADLINE_WORDS}".split())
_LEAST_ENGLISH, _LEAST_KINDS, _LEAST_ASCII = 0.12, 3, 0.97


def detect_language(text: str) -> str | None:
    """Return the language's BCP 47 tag, or None for a text too short to tell.

    Plain English is known by its little words and the words of war reports; only other texts load the language model.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < ENOUGH_LETTERS:
        return None
    if _is_plainly_english(sample, letters):
        return "en"
    from py3langid import classify  # noqa: PLC0415 - loads numpy and a model, for other languages only

    return str(classify(sample)[0])


def language_tag(words: str | None) -> str | None:
    """Return a stated language as a BCP 47 tag ("en", "pt-BR"), or None where the words are no tag."""
    found = _TAG.fullmatch((words or "").strip().replace("_", "-"))
    return found[1].lower() + found[2] if found else None


def _is_plainly_english(sample: str, letters: int) -> bool:
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _LEAST_ASCII * letters:
        return False
    counts = Counter(word for word in words if word in _ENGLISH)
    return len(counts) >= _LEAST_KINDS and counts.total() >= _LEAST_ENGLISH * len(words)
