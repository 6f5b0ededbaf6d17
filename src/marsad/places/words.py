"""The words around names that say what kind of place is meant, and the words that are no places at all."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marsad.places.place import Level

SOURCE = Path(__file__).with_name("words.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists, all in small letters (``words.json``).

    ``types`` gives the level a type word stands for ("town", "province"), ``naming_types`` those beside which even an
    unknown name is a place, ``listed_types`` those that open a list ("the villages of …"). ``heads`` begin names of
    places ("Tal", "Kafr"), ``group_heads`` those of armed groups ("Liwa al-Quds"), and ``kinsfolk`` end those of tribes
    ("the Marj clan"). ``not_places`` are names that hold a place's name and are none, by their first word, the longest
    first. ``taking`` are what is done to ground ("stormed X"), ``holding`` who has it ("rebel-held X").
    """

    types: Mapping[str, Level]
    neutral_types: frozenset[str]
    listed_types: frozenset[str]
    naming_types: frozenset[str]
    type_modifiers: frozenset[str]
    compass: frozenset[str]
    beside: frozenset[str]
    locatives: frozenset[str]
    holding: frozenset[str]
    taking: frozenset[str]
    connectors: frozenset[str]
    heads: frozenset[str]
    adjoining_suffixes: frozenset[str]
    person_titles: frozenset[str]
    group_heads: frozenset[str]
    kinsfolk: frozenset[str]
    organisation_heads: frozenset[str]
    not_places: Mapping[str, tuple[tuple[str, ...], ...]]
    demonyms: frozenset[str]
    given_names: frozenset[str]
    stops: frozenset[str]

    def ordinary(self, word: str) -> bool:
        """Whether a word alone is no place, though some town may be called so."""
        return any(
            form in self.stops or form in self.given_names or form in self.demonyms
            for form in (word, word.removesuffix("s"))
        )

    def known(self, word: str) -> bool:
        """Whether this is an ordinary word that happens to begin with a capital, and no name."""
        return word in self.stops or word in self.demonyms or word in self.types or word in self.compass


@lru_cache(maxsize=1)
def place_words() -> Words:
    """Read the word lists."""
    lists = json.loads(SOURCE.read_text("utf-8"))
    types = {word: Level(level) for word, level in lists.pop("types").items()}
    not_places: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(lists.pop("not_places"), key=len, reverse=True):
        words = tuple(phrase.split())
        not_places[words[0]] = (*not_places.get(words[0], ()), words)
    return Words(types=types, not_places=not_places, **{name: frozenset(words) for name, words in lists.items()})
