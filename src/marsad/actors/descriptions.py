"""Actors by description: runs of words like "unidentified gunmen" or "health ministry officials"."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.actors.words import Names, Word
from marsad.knowledge.tables import DescriptionTable

FORCES, GOVERNMENT, OPPOSITION, REBELS = "government_forces", "government", "opposition", "rebels"
# What stands before the words is a country, so that "jets" alone are its forces.
STATE = "state"
LONGEST_CHAIN = 8
# Descriptions that any more telling noun after them replaces ("government media", "opposition activists").
GIVES_WAY = frozenset({GOVERNMENT, OPPOSITION, "officials", "sources"})
SPEAKERS = frozenset({"officials", "sources"})


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a run of describing words ends (words, exclusive) and what it describes."""

    end: int
    body: str


class Descriptions:
    """The nouns that describe actors, with what may stand before and after them."""

    def __init__(self, table: DescriptionTable) -> None:
        """Take the table of knowledge/actors_generic.yml."""
        self._nouns = Names((noun, group.key) for group in table.described for noun in group.nouns)
        self._states = frozenset(group.key for group in table.described if group.of_state is not None)
        self._forces = frozenset(table.forces)
        self._followers = Names((word, word) for word in (*table.forces, *table.followers))
        self._speaking_only = frozenset(table.speaking_only)
        self._not_of_state = frozenset(table.not_of_state)
        self._modifiers = Names((word, word) for word in table.modifiers)

    @property
    def beginnings(self) -> frozenset[str]:
        """The first words, folded, of everything known here."""
        return self._nouns.beginnings | self._followers.beginnings | self._modifiers.beginnings

    def of_state(self, body: str) -> bool:
        """Whether a description is of a body that states have."""
        return body in self._states

    def follower(self, words: Sequence[Word], place: int) -> int:
        """Return how many words of a follower ("fighter jets") stand here."""
        follower = self._followers.at(words, place)
        return len(follower.keys) if follower else 0

    def at(self, words: Sequence[Word], place: int, *, of: str | None = None, alone: bool = False) -> Chain | None:
        """Read modifiers and nouns from here, and say what they describe together.

        ``of`` is what stands before them on the same name: a government or, as ``STATE``, a country. ``alone`` is for
        words already known to name an actor, where "the hospital" is a speaker and not a place.
        """
        body, at, end = (None if of == STATE else of), place, place
        state = of == STATE
        while at < min(len(words), place + LONGEST_CHAIN) and (words[at].joined or (at == place and of is None)):
            noun = self._noun(words, at, alone=alone)
            length = self.follower(words, at)
            if length and (noun is None or length > noun[1]):
                forces = _written(words, at, length) in self._forces
                body = _followed(body, forces=forces, state=state)
                if body is None:
                    break
                at = end = at + length
            elif noun is not None:
                body, at = _together(body, noun[0]), at + noun[1]
                end = at
            elif (modifier := self._modifiers.at(words, at)) is not None:
                state = state and _written(words, at, len(modifier.keys)) not in self._not_of_state
                at += len(modifier.keys)
            else:
                break
        return Chain(end, body) if body is not None and end > place else None

    def _noun(self, words: Sequence[Word], place: int, *, alone: bool) -> tuple[str, int] | None:
        noun = self._nouns.at(words, place)
        if noun is None or (not alone and _written(words, place, len(noun.keys)) in self._speaking_only):
            return None
        return noun.stands_for[0], len(noun.keys)


def _written(words: Sequence[Word], place: int, length: int) -> str:
    return " ".join(word.text for word in words[place : place + length]).lower()


def _followed(body: str | None, *, forces: bool, state: bool) -> str | None:
    """Return what a body becomes when forces, aircraft or fighters follow it; a country alone has only forces."""
    if body is None:
        return FORCES if state and forces else None
    if body == OPPOSITION:
        return REBELS
    return FORCES if body == GOVERNMENT else body


def _together(body: str | None, noun: str) -> str:
    """Return what two describing nouns mean together: the first, unless it gives way to a more telling one."""
    if body is None:
        return noun
    if body in {GOVERNMENT, OPPOSITION} and noun in SPEAKERS:
        return body
    return noun if body in GIVES_WAY else body
