"""Where an event happened: a place of the gazetteer, and how sure the report's words are."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from marsad.claims.claim import Relation
from marsad.text.span import Evidence

EARTH_KM = 6371.0


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


def kilometres(left: Entry | Place, right: Entry | Place) -> float | None:
    """Return the distance between two places over the earth's surface; None where one has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    north, south = radians(left.latitude), radians(right.latitude)
    across = sin(radians(left.longitude - right.longitude) / 2)
    chord = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * across**2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
