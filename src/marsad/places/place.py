"""Where an event happened: a place of the gazetteer, and how sure the report's words are."""

from dataclasses import dataclass
from enum import StrEnum

from marsad.claims.claim import Relation
from marsad.text.span import Evidence


class Level(StrEnum):
    """How fine a place is, finest first (codebook 8, contract `places[].level`)."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"

    @property
    def rank(self) -> int:
        """0 for the finest."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place the gazetteer knows. ``id`` names its origin (``gn:172988``, ``marsad:sy-deir-ez-zor``)."""

    id: str
    name: str
    level: Level
    country: str
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of an event as the record holds it. ``others`` counts the candidates that were not chosen.

    Where no candidate was good enough ``gazetteer`` and the coordinates are None and the words are kept.
    """

    name: str
    gazetteer: str | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    level: Level
    relation: Relation
    score: float
    others: int
    evidence: Evidence
