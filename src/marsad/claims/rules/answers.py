"""Which event answers which: "strikes in response to a drone attack"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.claims.claim import Claim, Link, LinkType
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight

ANSWERS = re.compile(
    r"\b(?:in (?:response|retaliation|reply|reprisal|revenge) (?:to|for)|retaliat\w+|to avenge|in the wake of)\b",
    re.IGNORECASE,
)


def tied_by_answers(sight: Sight, told: Sequence[Event], made: Sequence[Claim]) -> Iterator[Claim]:
    """Tie "strikes … in response to a drone attack": the answer points at what it answers."""
    links: dict[int, list[Link]] = {}
    for match in ANSWERS.finditer(sight.text):
        named = [i for i, event in enumerate(told) if 0 <= event.start - match.end() <= 1]
        earlier = named or [i for i, event in enumerate(told) if event.end <= match.end()]
        later = [i for i, event in enumerate(told) if event.start >= match.end() and i not in named]
        if earlier and later:
            answer, cause = earlier[-1], later[0]
            links.setdefault(answer, []).append(Link(type=LinkType.RESPONDS_TO, to=made[cause].id))
            links.setdefault(cause, []).append(Link(type=LinkType.OTHER_EVENT, to=made[answer].id))
    for index, claim in enumerate(made):
        yield replace(claim, links=(*claim.links, *links.get(index, ())))
