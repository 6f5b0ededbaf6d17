"""Spellings made comparable: letters of one form and one case, spaces of one kind."""

import re
import unicodedata

WORDS = re.compile(r"\w+")


def folded(name: str) -> str:
    """Return a name in one case and form, without a leading "the", so that two spellings compare as equal."""
    words = unicodedata.normalize("NFKC", name).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def folded_words(text: str) -> list[str]:
    """Return the words of a text in one case and form, without marks and spaces."""
    return WORDS.findall(unicodedata.normalize("NFKC", text).casefold())


def is_name(words: str) -> bool:
    """Whether words name a group of their own ("the Marj Front") and do not only describe one ("Army jets")."""
    spelled = words.split()
    if spelled and spelled[0].casefold() == "the":
        spelled = spelled[1:]
    return any(word[0].isupper() for word in spelled[1:])
