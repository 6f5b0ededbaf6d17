"""Nouns for people: which stand in some words, and whether a noun phrase is about people at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.actors.words import Names, Word, split_words
from marsad.knowledge import tables
from marsad.knowledge.tables import PeopleNoun

# Words of amount, before whose "of" the noun has not come yet.
# fmt: off
OF_QUANTITY = frozenset({
    "dozens", "dozen", "scores", "score", "hundreds", "thousands", "tens", "handful", "number", "majority", "half",
    "quarter", "group", "couple", "crowd", "most", "some", "many",
})
# fmt: on
ENDS_HEAD = frozenset(
    {"of", "from", "in", "at", "who", "that", "which", "with", "loyal", "near", "on", "including", "and"}
)


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


def is_people(noun_phrase: str) -> bool:
    """Whether a noun phrase is about people: "30 regime soldiers" is, "four tanks" and "a hospital" are not.

    The head decides: the last word before "of", "who" and the like, or what an amount is of ("dozens of villagers").
    """
    words = split_words(noun_phrase)
    start = 0
    for place, word in enumerate(words):
        if word.key not in ENDS_HEAD:
            continue
        quantity = place > 0 and words[place - 1].key in OF_QUANTITY
        if not quantity and (word.key != "and" or _head_is_people(words[start:place])):
            return _head_is_people(words[start:place])
        start = place + 1
    return _head_is_people(words[start:])


def _head_is_people(words: Sequence[Word]) -> bool:
    if not words:
        return False
    lexicon = people_lexicon()
    last = len(words) - 1
    ends_in_noun = any(
        name is not None and place + len(name.keys) == len(words)
        for place in range(max(0, last - 3), len(words))
        for name in (lexicon.nouns.at(words, place), lexicon.nationals.at(words, place))
    )
    return ends_in_noun or (last > 0 and lexicon.adjectives.at(words, last) is not None)
