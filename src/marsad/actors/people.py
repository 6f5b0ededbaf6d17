"""Nouns for people: which stand in some words, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.actors.words import Names, Word
from marsad.knowledge import tables
from marsad.knowledge.tables import PeopleNoun


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun for people in some words, at which word it begins and ends, and what the word before it is."""

    noun: PeopleNoun
    start: int
    end: int
    before: str


class PeopleLexicon:
    """The nouns for people, ready to be looked for."""

    def __init__(self) -> None:
        table = tables.victims()
        self.by_word = table.by_word
        self.modifiers = table.modifiers
        self.demographics = table.demographics
        self.settings = frozenset(table.civilian_settings)
        self.nouns = Names((word, word) for word in table.by_word)
        self.adjectives = Names((word, place.country) for place in tables.demonyms() for word in place.adjectives)
        self.nationals = Names((word, place.country) for place in tables.demonyms() for word in place.people)
        self.usual_adjective = {place.country: place.adjectives[0] for place in tables.demonyms() if place.adjectives}

    def seen(self, words: Sequence[Word]) -> list[Seen]:
        """Return the nouns for people in reading order, longest first."""
        found: list[Seen] = []
        place = 0
        while place < len(words):
            name = self.nouns.at(words, place)
            if name is None:
                place += 1
                continue
            end = place + len(name.keys)
            before = words[place - 1].key if place else ""
            found.append(Seen(self.by_word[name.stands_for[0]], place, end, before))
            place = end
        return found


@lru_cache(maxsize=1)
def people_lexicon() -> PeopleLexicon:
    """Return the nouns for people of the tables, made ready once."""
    return PeopleLexicon()
