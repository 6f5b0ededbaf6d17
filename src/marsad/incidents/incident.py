"""An incident: one event as the claims about it tell it, every value with its words and its holders.

These are the types of the output contract (record version 1). They are frozen, and ``incidents.codec`` turns them
into plain JSON and back without loss.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from marsad.actors.actor import ActorKind, Victims
from marsad.claims.claim import ClaimType, Count, Harm, Kind, Scope, Stance
from marsad.places.place import Place
from marsad.text.span import Evidence
from marsad.times.interval import When

# How a piece of evidence is spelled in JSON beside the other keys of its record.
INLINE = {"evidence": "inline"}  # start, end, quote
WORDS = {"evidence": "words"}  # quote, span


class Blame(StrEnum):
    """On what an actor is named as the one who did it."""

    STATED = "stated"
    ALLEGED = "alleged"
    CLAIMED = "claimed"
    ACCEPTED = "accepted"
    DENIED = "denied"


class TargetType(StrEnum):
    """What was hit."""

    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    INFRASTRUCTURE = "infrastructure"
    UNKNOWN = "unknown"


class ContradictionState(StrEnum):
    """Where a disagreement stands."""

    OPEN = "open"
    EXPLAINED = "explained"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Someone who says so: a common name, the roster's id where known, and in what capacity they speak."""

    holder: str
    actor: str | None
    role: ActorKind
    cue: str
    evidence: Evidence = field(metadata=INLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedClaim:
    """A claim as the record holds it, with its places, times, actors and counts resolved elsewhere in the incident.

    ``harm`` to ``subset_of`` belong to casualty claims alone. ``incident`` is None for a claim of no single incident.
    """

    id: str
    incident: str | None
    type: ClaimType
    event: Kind
    stance: Stance
    attribution: tuple[Holder, ...]
    evidence: tuple[Evidence, ...]
    harm: Harm | None = None
    count: Count | None = None
    victims: Victims | None = None
    scope: Scope | None = None
    subset_of: str | None = None
    review: dict[str, str] | None = None

    @property
    def report(self) -> str:
        """The report that makes this claim."""
        return self.evidence[0].span.report

    @property
    def holder(self) -> Holder | None:
        """The deepest named asserter; None where the report says it in its own voice."""
        return self.attribution[-1] if self.attribution else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """An actor said to have done it, on what basis, and by which claims."""

    name: str
    actor: str | None
    basis: Blame
    evidence: Evidence = field(metadata=WORDS)
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was hit or who was attacked."""

    name: str
    type: TargetType
    facility: str | None
    evidence: Evidence = field(metadata=WORDS)
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """What it was done with, as the report words it."""

    name: str
    evidence: Evidence = field(metadata=WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A toll of an incident by a named policy, with its derivation in plain words.

    ``victims`` is "total" or a victim group; ``claims`` are those that entered, ``why`` one line a step.
    """

    harm: Harm
    victims: str
    low: int | None
    high: int | None
    best: int | None
    policy: str
    claims: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a disagreement: who holds it, by which claims, and what they say."""

    holders: tuple[str, ...]
    claims: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A disagreement that no explanation takes away; ``about`` names the fact (``killed``, ``responsibility`` …)."""

    about: str
    sides: tuple[Side, ...]
    state: ContradictionState = ContradictionState.OPEN
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acled:
    """The ACLED codes of a kind (codebook 3.2); marsad writes ACLED-shaped values, never ACLED data."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident as one report, or many, tell it. Places stand most specific first."""

    id: str
    kind: Kind
    main: bool
    acled: Acled
    when: When | None
    places: tuple[Place, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    figures: tuple[Figure, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    responds_to: str | None = None
    part_of: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReference:
    """A report that tells of an incident; ``copy_of`` names the report whose words it repeats."""

    id: str
    publisher: str | None
    published: str | None
    title: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Who is behind it all: distinct holders, and how many of them are independent, as a low-high band.

    Where a report names no holder its independence is unknown, which widens the band (codebook 7.3).
    """

    holders: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How well corroborated an incident is, with every rule that led there."""

    scheme: str
    value: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step in an incident's history: what changed, and because of which report or judgement."""

    version: int
    what: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedIncident:
    """One incident across reports. ``code`` is short, public and never reused."""

    code: str
    incident: Incident
    reports: tuple[ReportReference, ...]
    claims: tuple[RecordedClaim, ...]
    origins: Origins
    grade: Grade
    history: tuple[Change, ...] = ()
    judgements: tuple[str, ...] = ()
