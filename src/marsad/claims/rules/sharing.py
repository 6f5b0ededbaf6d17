"""Places that events of one sentence share: "shelling hit Tal Arda, killing five", "killed in a raid on Hadra"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from marsad.claims.claim import Mention, Role
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight

IN_ONE_BREATH = 4  # words between two places of one run: "Tal Arda and Umm Rihan in the countryside of Hadra"
# Words that part two events of one sentence: another time, another place, an answer to the other.
APART = re.compile(
    r";|\b(?:elsewhere|meanwhile|separately|earlier|previous(?:ly)?|"
    r"before(?! (?:dawn|noon|sunrise|daybreak|midnight|dusk))|since|ago|last|another|later|and in|"
    r"in (?:response|retaliation|reply|reprisal|revenge|turn))\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"[^.,;]{0,40}\belsewhere\b", re.IGNORECASE)


def share_places(sight: Sight, given: list[list[Mention]], found: Sequence[Event]) -> None:
    """Give each event without a place that of the nearest event of its sentence; ``given`` holds each one's mentions.

    An event that goes back to one told before has that one's place, and another event has its own.
    """
    placed = {
        index: [one for one in mine if one.role is Role.PLACE]
        for index, mine in enumerate(given)
        if any(one.role is Role.PLACE for one in mine)
    }
    for index, event in enumerate(found):
        if index in placed or event.back or event.another:
            continue
        near = [other for other in placed if _told_together(sight, event, found[other])]
        if near:
            other = min(near, key=lambda other: abs(found[other].start - event.start))
            given[index] += _nearest_named(sight, event, placed[other])


def _nearest_named(sight: Sight, event: Event, named: Sequence[Mention]) -> Sequence[Mention]:
    """Return the place that stands nearest to an event, with those named in one breath with it."""
    ordered = sorted(named, key=lambda one: one.evidence.start)
    offset = sight.passage.start
    gaps = [
        sight.words_between(one.evidence.end - offset, other.evidence.start - offset) > IN_ONE_BREATH
        for one, other in pairwise(ordered)
    ]
    starts = [0, *(index + 1 for index, parted in enumerate(gaps) if parted), len(ordered)]
    runs = [ordered[begin:end] for begin, end in pairwise(starts)]
    return min(runs, key=lambda run: min(abs(one.evidence.start - offset - event.start) for one in run))


def _told_together(sight: Sight, event: Event, other: Event) -> bool:
    """Whether two events of a sentence are of one time and place, for all its words say."""
    first, second = sorted((event, other), key=lambda one: one.start)
    if ELSEWHERE.match(sight.text, event.end):
        return False
    same = event.recalled is other.recalled and event.habitual is other.habitual
    return same and APART.search(sight.text, first.end, second.start) is None
