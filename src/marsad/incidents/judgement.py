"""What people decided about claims and incidents: judgements, never edited, each chained to the one before.

A judgement does not change what a report says or what a reader made of it. It stands beside them, and the next
reading of the store is bent by it (``incidents.corrections``) or merged by it. A later ``undo`` takes it out of force
and leaves it in the chain.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from marsad.reports.report import digest


class Action(StrEnum):
    """What a person decided.

    ``same`` and ``different`` speak of two incidents, ``correct`` of one value of a claim or incident, ``accept`` and
    ``reject`` of a judgement that somebody proposed, ``forget`` of a report, ``undo`` of an earlier judgement.
    """

    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"
    ACCEPT = "accept"
    REJECT = "reject"
    FORGET = "forget"
    UNDO = "undo"


class Aspect(StrEnum):
    """What a correction may change: the first six of a claim, the last three of an incident, ``kind`` of either."""

    COUNT = "count"
    HARM = "harm"
    STANCE = "stance"
    HOLDER = "holder"
    SUBSET = "subset_of"
    KIND = "kind"
    PLACE = "place"
    DAY = "day"
    NOT_AN_INCIDENT = "not_an_incident"


_OF_TWO = frozenset({Action.SAME, Action.DIFFERENT})
_OUT_OF_FORCE = frozenset({Action.UNDO, Action.REJECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person: about ``left`` (and ``right``), by whom, when and why.

    ``left`` and ``right`` are ids of incidents, claims, reports or judgements. A correction has its ``field`` and the
    new ``value`` as JSON text, spelled as in the record. ``at`` is ISO text given by the caller. ``previous`` is the id
    of the judgement before, None for the first. After a report is forgotten, judgements that carried its words are
    read back with neither value nor reason, under the same id.
    """

    action: Action
    left: str
    right: str | None = None
    field: Aspect | None = None
    value: str | None = None
    by: str
    at: str
    reason: str = ""
    previous: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        """Name the judgement by its content, and refuse one that cannot be followed."""
        if self.id:
            return
        datetime.fromisoformat(self.at)
        if self.action in _OF_TWO and self.right is None:
            raise ValueError(f"a judgement of {self.action} names two incidents; the second is missing")
        if self.action is Action.CORRECT and (self.field is None or self.value is None):
            raise ValueError("a correction names a field and gives its value as JSON text")
        if self.value is not None:
            json.loads(self.value)
        object.__setattr__(self, "id", judgement_id(self.previous, self.content))

    @property
    def content(self) -> str:
        """Return the SHA-256 of all that was decided, without its place in the chain."""
        told = [self.action, self.left, self.right, self.field, self.value, self.by, self.at, self.reason]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def judgement_id(previous: str | None, content: str) -> str:
    """Name a judgement by the one before it and the digest of what it says."""
    return "jdg_" + digest(previous or "", content)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in force, in order: those that no later one undoes or rejects.

    An ``undo`` can itself be undone, which puts the first judgement back in force.
    """
    every = tuple(judgements)
    gone: set[str] = set()
    for judgement in reversed(every):
        if judgement.id not in gone and judgement.action in _OUT_OF_FORCE:
            gone.add(judgement.left)
    return tuple(judgement for judgement in every if judgement.id not in gone)
