"""Who: the actors of a conflict, as a roster knows them, and the people who were harmed."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is, or in what capacity a holder speaks."""

    STATE_FORCE = "state_force"
    REBEL = "rebel"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    EXTERNAL_FORCE = "external_force"
    GOVERNMENT = "government"
    POLICE = "police"
    OPPOSITION = "opposition"
    MONITOR = "monitor"
    MEDIA = "media"
    MEDICAL = "medical"
    IGO = "igo"
    NGO = "ngo"
    EYEWITNESS = "eyewitness"
    RELATIVE = "relative"
    LOCAL_AUTHORITY = "local_authority"
    ACTIVIST = "activist"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the roster: ``side`` groups actors that fight or speak as one (``syria_government``)."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """What a report is about, as far as that tells who "the army" or "the coalition" is.

    ``country`` is the ISO 3166-1 alpha-2 code of the country most spoken of, None where it is not known.
    """

    country: str | None = None


class VictimClass(StrEnum):
    """Who the victims are in law and in the field's tables; unknown is a value."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    SECURITY = "security"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """The people a figure counts, as the report words them and as far as the words tell.

    ``group`` is a plain name ("Islamic State fighters", "children"), ``actor`` a roster id, ``demographic`` one of
    child, woman, man, girl, boy, elderly, ``protected`` one of medical, journalist, aid, religious, or None.
    """

    words: str
    group: str | None
    actor: str | None
    victim_class: VictimClass
    nationality: str | None
    demographic: str | None
    protected: str | None
