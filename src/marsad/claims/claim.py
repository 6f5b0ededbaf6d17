"""What one report says about one event: the claim and its parts.

A claim is a fact about a report, not about the world. Nothing here is resolved: places, times and actors are the
words the report uses; later stages tie them to a gazetteer, a calendar and a roster.
"""

from dataclasses import dataclass
from enum import StrEnum

from marsad.reports.report import digest
from marsad.text.span import Evidence


class ClaimType(StrEnum):
    """What a claim is about."""

    OCCURRENCE = "occurrence"
    CASUALTY = "casualty"
    RESPONSIBILITY = "responsibility"
    DAMAGE = "damage"
    STATUS = "status"
    CORRECTION = "correction"


class Kind(StrEnum):
    """What kind of event is told (codebook 3.2 and 5 give each its ACLED and PLOVER code)."""

    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling_artillery_missile"
    ARMED_CLASH = "armed_clash"
    SUICIDE_BOMB = "suicide_bomb"
    IED_LANDMINE = "ied_landmine"
    CHEMICAL_WEAPON = "chemical_weapon"
    GRENADE = "grenade"
    ATTACK_ON_CIVILIANS = "attack_on_civilians"
    SEXUAL_VIOLENCE = "sexual_violence"
    ABDUCTION = "abduction"
    EXECUTION = "execution"
    SNIPER_GUNFIRE = "sniper_gunfire"
    PROTEST = "protest"
    RIOT = "riot"
    ARREST = "arrest"
    LOOTING_DESTRUCTION = "looting_destruction"
    TERRITORY_CHANGE = "territory_change"
    OTHER = "other"


class Stance(StrEnum):
    """How the deepest holder puts it: a denial is a claim, not an absence."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Harm(StrEnum):
    """What was done to people."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"


class Scope(StrEnum):
    """What a figure counts; only the first two enter an incident's figure."""

    THIS_INCIDENT = "this_incident"
    PART = "part"
    MULTI_INCIDENT = "multi_incident"
    CUMULATIVE = "cumulative"


class Role(StrEnum):
    """What a mention is to the event of its claim."""

    PLACE = "place"
    TIME = "time"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    WEAPON = "weapon"
    VICTIMS = "victims"
    COUNT = "count"


class Relation(StrEnum):
    """How an event lies to a named place."""

    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    FROM = "from"
    TO = "to"


class LinkType(StrEnum):
    """How the event of one claim stands to the event of another."""

    SAME_EVENT = "same_event"
    OTHER_EVENT = "other_event"
    RESPONDS_TO = "responds_to"
    PART_OF = "part_of"


class Lexeme(StrEnum):
    """How a count was worded (codebook 9.2); the hedge is kept beside the numbers."""

    NUMERAL = "numeral"
    RANGE = "range"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    APPROX = "approx"
    NEARLY = "nearly"
    DOZEN = "dozen"
    DOZENS = "dozens"
    TENS = "tens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    COUPLE = "couple"
    FEW = "few"
    SEVERAL = "several"
    MANY = "many"
    PLURAL = "plural"
    SINGLE = "single"
    FAMILY = "family"
    NONE_STATED = "none_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as worded: ``low`` and ``high`` inclusive, None = open. At least 12 is (12, None)."""

    low: int | None
    high: int | None
    words: str
    lexeme: Lexeme

    def __post_init__(self) -> None:
        """Refuse bounds that cannot hold."""
        if self.low is not None and self.low < 0:
            raise ValueError(f"a count cannot be negative: {self.words!r}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low above high in {self.words!r}: {self.low} > {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Which reader made a claim, precisely enough to make it again."""

    name: str
    version: str
    weights: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that play a role in the event; ``relation`` is set for places."""

    role: Role
    evidence: Evidence
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One speaker in a chain of who says so.

    ``evidence`` is the words that name the speaker here ("it", "the NGO", "Two residents"), ``cue`` the verb or
    phrase of saying, and ``antecedent`` the fuller naming elsewhere that a pronoun or description goes back to.
    """

    evidence: Evidence
    cue: str
    antecedent: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie from this claim's event to the event of another claim of the same report."""

    type: LinkType
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one report about one event.

    An ``occurrence`` claim tells that an event happened (or was denied); its ``mentions`` are the places, times,
    perpetrators, targets and weapons it names. Every other type points at the occurrence it belongs to by ``about``
    (None: a toll of no single event). ``recalled`` marks background, ``attribution`` runs from the outermost speaker
    to the deepest named asserter and is empty where the report speaks in its own voice.
    """

    id: str
    report: str
    type: ClaimType
    kind: Kind
    trigger: Evidence
    evidence: tuple[Evidence, ...]
    stance: Stance
    attribution: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    recalled: bool = False
    about: str | None = None
    harm: Harm | None = None
    count: Count | None = None
    scope: Scope | None = None
    subset_of: str | None = None
    review: str | None = None
    by: Step

    def __post_init__(self) -> None:
        """Refuse a claim that rests on no words."""
        if not self.evidence:
            raise ValueError(f"claim {self.id} of report {self.report} rests on no words")

    def said(self, role: Role) -> tuple[Evidence, ...]:
        """Return the words that play this role."""
        return tuple(mention.evidence for mention in self.mentions if mention.role is role)


def head_noun(trigger: str) -> str:
    """Return the word by which "the strikes" goes back to "air strikes": the last of a trigger, without its s."""
    return trigger.lower().split()[-1].removesuffix("s")


def claim_id(report: str, *what: object) -> str:
    """Name a claim by its report and what it says, so that reading twice gives the same claim."""
    return "clm_" + digest(report, *(str(part) for part in what))
