"""Who, where, when and with what: which mentions of a sentence belong to which of its events."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.claims.claim import Mention, Relation, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.clause import CLAUSE_BEGINS, opens_a_clause, share_in_clause
from marsad.claims.rules.doers import perpetrators
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sharing import share_places
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.claims.rules.targets import targets
from marsad.claims.rules.when import times
from marsad.claims.rules.where import places

# What parts a mention from an event, in words: standing before it, a clause, a comma, a sentence.
# A clause must outweigh the few words that follow "after", a sentence any clause.
AHEAD, CLAUSE, COMMA, SENTENCE = 6, 6, 2, 15
A_COMMA, A_SENTENCE = re.compile(","), re.compile(r"\. ")
OPENING = 2  # words before a time or place that still stands at the head of its sentence


def mentions(
    sight: Sight, found: Sequence[Event], said: Sequence[Frame], lexicon: Lexicon
) -> tuple[tuple[Mention, ...], ...]:
    """Return the mentions of each event, in the order of the events."""
    given: list[list[Mention]] = [[] for _ in found]
    if not found:
        return ()
    for piece, mention in (*places(sight, said, found), *times(sight, said, found), *_weapons(sight, lexicon)):
        costs = [(_cost(sight, event, piece), index) for index, event in enumerate(found)]
        given[min(costs)[1]].append(mention)
    _share_opening(sight, given, found)
    share_places(sight, given, found)
    share_in_clause(sight, given, found, said)
    for index, event in enumerate(found):
        given[index] += perpetrators(sight, event, found, said)
        given[index] += targets(sight, event, found, lexicon)
    return tuple(tuple(one) for one in given)


def _weapons(sight: Sight, lexicon: Lexicon) -> Iterator[tuple[Found, Mention]]:
    for weapon in lexicon.weapons.find(sight.text):
        piece = Found(start=weapon.start, end=weapon.end, label=weapon.label)
        yield piece, Mention(role=Role.WEAPON, evidence=sight.evidence(weapon.start, weapon.end))


def _share_opening(sight: Sight, given: list[list[Mention]], found: Sequence[Event]) -> None:
    """Give "In August 2022, …" or "In Tal Arda, …" at the head of a sentence to each event that has no other."""
    for role in (Role.TIME, Role.PLACE):
        heads = [one for mine in given for one in mine if one.role is role and _opens(sight, one, found)]
        for mine in given:
            if heads and not any(one.role is role for one in mine):
                mine.append(heads[0])


def _opens(sight: Sight, mention: Mention, found: Sequence[Event]) -> bool:
    start = mention.evidence.start - sight.passage.start
    first = min(event.start for event in found)
    own = mention.relation is Relation.FROM or mention.evidence.quote.endswith(" after")
    return start < first and sight.words_between(0, start) <= OPENING and not own


def _cost(sight: Sight, event: Event, piece: Found) -> int:
    """Return how far a mention lies from an event; what follows an event belongs to it rather than what precedes.

    A time that opens a clause ("…, and on Monday two were killed", "a day after a bomb …") belongs to what follows.
    """
    if piece.start >= event.end:
        start, end, ahead = event.end, piece.start, SENTENCE if opens_a_clause(sight, piece) else 0
    elif piece.end <= event.start:
        start, end, ahead = piece.end, event.start, AHEAD
    else:
        return 0
    clauses, commas, sentences = (_between(marks, start, end) for marks in _marks(sight.text))
    return sight.words_between(start, end) + ahead + CLAUSE * clauses + COMMA * commas + SENTENCE * sentences


@lru_cache(maxsize=32)
def _marks(text: str) -> tuple[tuple[int, ...], ...]:
    """Return where clauses, commas and sentences begin; found once, for a sentence has many mentions and events."""
    return tuple(tuple(match.start() for match in mark.finditer(text)) for mark in (CLAUSE_BEGINS, A_COMMA, A_SENTENCE))


def _between(marks: Sequence[int], start: int, end: int) -> int:
    return bisect_left(marks, end) - bisect_left(marks, start)
