"""Where an event happened: a place of the gazetteer, and how sure the report's words are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from marsad.claims.claim import Mention, Relation
from marsad.reports.report import Report
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
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


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


class PlaceLinker(Protocol):
    """Ties the words that tell where an event happened to places of a gazetteer."""

    def link(self, mentions: Sequence[Mention], report: Report, context: Sequence[str] = ()) -> tuple[Place, ...]:
        """Return one place for each mention of a place, most specific first; mentions of other roles are left out.

        ``context`` holds further words that tell which country is spoken of. Words that mean no known place are kept
        as a place without gazetteer id and coordinates.
        """
        ...
