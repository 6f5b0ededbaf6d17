"""Finds the words that say nobody was harmed; silence, and "no reports of casualties", are not among them."""

from marsad.counts.phrases import word_set
from marsad.counts.tokens import Tokens
from marsad.counts.words import DESCRIBING, HARM_NOUNS, NOBODY, PEOPLE

_NOT_DENIED = frozenset(("more", "member", "members"))
LONGEST_LEAD = 2  # words between "without" and the harm it denies: "without causing any casualties"
_LEADING = word_set("any causing inflicting leaving suffering claiming")
_TOLD = word_set("figure figures report reports toll tolls count counts number numbers details claim claims")


def nobody_at(tokens: Tokens, index: int) -> int | None:
    """Return the index behind "none", "no one" or the "no" of "no casualties"; None where nothing such stands here."""
    word = tokens.at(index)
    if word in NOBODY:
        return index + 1
    if word not in {"no", "without"}:
        return None
    if word == "no" and tokens.at(index + 1) == "one":
        return index + 2
    if word == "no" and tokens.low[index + 1 : index + 3] == ("-", "one"):
        return index + 3
    end = index + 1
    while word == "without" and end <= index + LONGEST_LEAD and tokens.at(end) in _LEADING:
        end += 1
    noun_at = end
    while noun_at < end + 2 and tokens.at(noun_at) in DESCRIBING and not _denies(tokens, noun_at):
        noun_at += 1
    return end if _denies(tokens, noun_at) else None


def _denies(tokens: Tokens, index: int) -> bool:
    word = tokens.at(index)
    if word not in HARM_NOUNS and (word not in PEOPLE or word in _NOT_DENIED):
        return False
    return tokens.at(index + 1) not in _TOLD
