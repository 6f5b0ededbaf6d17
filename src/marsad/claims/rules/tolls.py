"""Harm to people in a sentence: which counts are of the killed, which of the injured, and which are parts of others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.claims.claim import Harm
from marsad.claims.rules.befallen import adjacent_after, directly_before, elliptical, farther_after, in_a_row
from marsad.claims.rules.crowd import Crowd, Rule, Toll, crowd
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.parts import as_part, marked_as_part
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.claims.rules.stated import among, brought_to, died_later, of_those_before, told_by_noun, total_reached

# The surest rule first: what one rule has read, no later rule reads again.
RULES: tuple[Rule, ...] = (
    told_by_noun,
    among,
    total_reached,
    brought_to,
    died_later,
    adjacent_after,
    directly_before,
    elliptical,
    farther_after,
    in_a_row,
    as_part,
    of_those_before,
)


def tolls(sight: Sight, said: Sequence[Frame], lexicon: Lexicon, *, spoken_of: Harm | None = None) -> tuple[Toll, ...]:
    """Return the tolls of a sentence in reading order; those who speak are not among the harmed.

    ``spoken_of`` is the harm of the toll told last, which "three of them are children" goes back to.
    """
    everyone = crowd(sight, said, lexicon, spoken_of=spoken_of)
    if everyone is None:
        return ()
    found: dict[int, Toll] = {}
    for rule in RULES:
        for index in range(len(everyone.people)):
            toll = rule(everyone, index, found) if index not in found else None
            if toll is not None:
                found[index] = toll
    marked = (marked_as_part(everyone, found[index]) for index in sorted(found))
    whole = (replace(toll, subset=False) if _of_the_unharmed(everyone, toll, found) else toll for toll in marked)
    return _marked_as_shared([toll for toll in whole if _plausible(toll)])


def _of_the_unharmed(crowd: Crowd, toll: Toll, found: Mapping[int, Toll]) -> bool:
    """Whether "two of them" are some of people of whom no harm is told: "met four men and killed two of them"."""
    if not toll.people.part or toll.people.named:
        return False
    index = max((i for i, one in enumerate(crowd.people) if one.end <= toll.people.start), default=None)
    if index is None or index in found:
        return False
    one = crowd.people[index]
    return one.named and one.label == "count" and (one.count.low or 0) > (toll.people.count.low or 0)


def _marked_as_shared(told: Sequence[Toll]) -> tuple[Toll, ...]:
    """Mark the tolls that stand beside others under one word for harm: they add up."""
    wholes = Counter((toll.harm, toll.harm_at) for toll in told if not toll.subset)
    return tuple(replace(toll, shared=not toll.subset and wholes[toll.harm, toll.harm_at] > 1) for toll in told)


def _plausible(toll: Toll) -> bool:
    """Refuse a count whose noun is not known to be people, unless somebody killed or wounded them outright."""
    if toll.people.named or not toll.people.unknown_noun:
        return True
    return toll.before and toll.people.label == "count"
