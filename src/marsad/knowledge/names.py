"""The names of weapons and facilities, ready to be found in a text."""

from functools import lru_cache

from marsad.knowledge import tables
from marsad.knowledge.phrases import Phrases


@lru_cache(maxsize=1)
def facility_names() -> Phrases:
    """Return the words for facilities, labelled with the facility of the contract."""
    return Phrases((entry.facility, word) for entry in tables.facilities() for word in entry.words)


@lru_cache(maxsize=1)
def weapon_names() -> Phrases:
    """Return the words for weapons, labelled with the weapon's plain name."""
    return Phrases((entry.name, word) for entry in tables.weapons() for word in entry.words)
