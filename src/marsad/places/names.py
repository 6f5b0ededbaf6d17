"""Where in a text a gazetteer's names stand, before asking whether a place is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.places.gazetteer import Gazetteer
from marsad.places.place import Entry
from marsad.places.tokens import HYPHEN, SPACE, Token
from marsad.places.words import Words
from marsad.text.fold import ARTICLES

LONGEST = 6  # tokens of one name
SHORTEST_LOST_S = 4  # "Syrias" may be "Syria's"; "Bus" is no "Bu's"
SPACED_ARTICLES = frozenset({"al", "el"})  # "as" and "at" before a space are English words
CLITICS = "وفبلك"
SHORTEST_WITH_CLITIC = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name of the gazetteer at tokens ``first`` to ``last``; ``start`` to ``end`` are its code points.

    ``exact`` is false where only the consonants agree.
    """

    first: int
    last: int
    start: int
    end: int
    entries: tuple[Entry, ...]
    exact: bool


def opens(tokens: Sequence[Token], position: int) -> bool:
    """Whether a name can begin here: at a word written like one, or at an article before one."""
    token = tokens[position]
    if token.named:
        return True
    after = position + 1
    if token.word not in ARTICLES or after >= len(tokens) or not tokens[after].named:
        return False
    return tokens[after].gap == HYPHEN or (tokens[after].gap == SPACE and token.word in SPACED_ARTICLES)


def reach(tokens: Sequence[Token], position: int, words: Words) -> int:
    """Return the last token that a name beginning here could take in."""
    last = position
    for after in range(position + 1, min(position + LONGEST, len(tokens))):
        token = tokens[after]
        if token.gap not in {SPACE, HYPHEN}:
            break
        if not (token.named or token.word.isdigit() or token.word in words.connectors or token.word in ARTICLES):
            break
        last = after
    while last > position and not (tokens[last].named or tokens[last].word.isdigit()):
        last -= 1
    return last


def longest_match(
    text: str, tokens: Sequence[Token], position: int, *, words: Words, gazetteer: Gazetteer
) -> Match | None:
    """Return the longest name of the gazetteer that begins here, spelled so or, failing that, sounding so."""
    furthest = reach(tokens, position, words)
    ends = [
        last
        for last in range(furthest, position - 1, -1)
        if _enough(tokens[position : last + 1], words, goes_on=last < furthest)
    ]
    spans = [(last, text[tokens[position].start : tokens[last].end]) for last in ends]
    start = tokens[position].start
    for last, name in spans:
        entries, shift, cut = _spelled(name, gazetteer)
        if entries:
            end = tokens[last].end - cut
            return Match(first=position, last=last, start=start + shift, end=end, entries=tuple(entries), exact=True)
    for last, name in spans:
        entries = gazetteer.alike(name)
        if entries:
            end = tokens[last].end
            return Match(first=position, last=last, start=start, end=end, entries=tuple(entries), exact=False)
    return None


def _enough(name: Sequence[Token], words: Words, *, goes_on: bool) -> bool:
    """Whether these words can be a whole name: articles cannot, nor "Tal" or "Abu" where the name goes on."""
    parts = [token.word for token in name if token.word not in ARTICLES]
    if not parts or name[-1].word in ARTICLES or not (name[-1].named or name[-1].word.isdigit()):
        return False
    return not (goes_on and all(part in words.heads or part in words.given_names for part in parts))


def _spelled(name: str, gazetteer: Gazetteer) -> tuple[Sequence[Entry], int, int]:
    """Look up a name; with its lost possessive s or an Arabic clitic taken off, say how many letters that took."""
    found = gazetteer.exact(name)
    if found:
        return found, 0, 0
    if name.endswith("s") and len(name) > SHORTEST_LOST_S:
        return gazetteer.exact(name[:-1]), 0, 1
    if name[0] in CLITICS and len(name) >= SHORTEST_WITH_CLITIC:
        return [entry for entry in gazetteer.exact(name[1:]) if entry.population or entry.id[0] == "m"], 1, 0
    return (), 0, 0
