"""The tables marsad reads with: who people are, what weapons and places are called, what kinds of event there are.

The tables are written by hand in ``knowledge/*.yml`` and compiled to the JSON files beside this module. Each function
here loads one of them once and returns frozen values; nothing is looked up anywhere else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from marsad.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleNoun:
    """A noun for people: its two numbers, and what it says of class, age, sex and protection.

    ``victim_class`` is a value of the contract; ``group`` the plain plural a table would use; ``collective`` is true of
    a word for a body of people ("crew"). ``plural`` may equal ``singular``.
    """

    singular: str
    plural: str
    victim_class: str
    group: str | None
    demographic: str | None
    protected: str | None
    collective: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimTable:
    """Nouns for people, and the words before them that say who they are (modifier to class, word to demographic).

    ``by_word`` holds every noun in lower case under its singular and its plural, of one word or several.
    """

    nouns: tuple[PeopleNoun, ...]
    modifiers: Mapping[str, str]
    demographics: Mapping[str, str]
    civilian_settings: tuple[str, ...]
    by_word: Mapping[str, PeopleNoun] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponName:
    """A weapon: its plain name, family, the words for it, and the event kind it suggests by itself, if any."""

    name: str
    weapon_class: str
    kind: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityName:
    """A facility of the contract, the words for it, and whether it is civilian infrastructure."""

    facility: str
    infrastructure: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """A kind of event: what it means, what counts, and its ACLED, PLOVER and UCDP codes.

    ``acled`` is event type and sub-event type, ``plover`` event and modes, ``ucdp`` the possible types of violence.
    """

    kind: str
    label: str
    definition: str
    counts_as: tuple[str, ...]
    does_not_count_as: tuple[str, ...]
    example: str
    acled: tuple[str, str]
    plover: tuple[str, tuple[str, ...]]
    ucdp: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryNames:
    """A country: ISO 3166-1 alpha-2 code, name, adjectives, words for its people, other spellings and metonyms.

    ``metonyms`` are capitals and seats that speak for a government; ``forces`` names its armed forces.
    """

    country: str
    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    spellings: tuple[str, ...]
    metonyms: tuple[str, ...]
    forces: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """An actor as the roster writes it: strong names stand for it anywhere, weak ones only where context allows.

    ``active`` lists the countries where it acts, by which names shared by several actors are told apart.
    """

    id: str
    name: str
    kind: str
    country: str | None
    side: str | None
    active: tuple[str, ...]
    names_strong: tuple[str, ...]
    names_weak: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """An actor known by description: its key, kind, plain name, and the nouns that mean it.

    ``of_state`` holds the pattern of a state body's name ("{adjective} police"), None where it belongs to no state.
    """

    key: str
    kind: str
    name: str
    nouns: tuple[str, ...]
    of_state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionTable:
    """Actors by description, and the words that may stand around their nouns (see knowledge/actors_generic.yml)."""

    described: tuple[Described, ...]
    forces: tuple[str, ...]
    followers: tuple[str, ...]
    speaking_only: tuple[str, ...]
    not_of_state: tuple[str, ...]
    trailers: tuple[str, ...]
    modifiers: tuple[str, ...]
    attacks: tuple[str, ...]


def _load(name: str) -> Any:  # noqa: ANN401 - the JSON of a table; each loader below gives it its type
    return json.loads(files("marsad.knowledge").joinpath(f"{name}.json").read_text(encoding="utf-8"))


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _by_word(nouns: tuple[PeopleNoun, ...]) -> Mapping[str, PeopleNoun]:
    words: dict[str, PeopleNoun] = {}
    for noun in nouns:
        words.setdefault(noun.singular.lower(), noun)
        words.setdefault(noun.plural.lower(), noun)
    return MappingProxyType(words)


@lru_cache(maxsize=1)
def victims() -> VictimTable:
    """Return the nouns for people and the words that say who they are."""
    table = _load("victims")
    nouns = tuple(
        PeopleNoun(victim_class=entry["class"], **{key: value for key, value in entry.items() if key != "class"})
        for entry in table["nouns"]
    )
    modifiers = {word: name for name, words in table["modifiers"].items() for word in words}
    demographics = {word: name for name, words in table["demographics"].items() for word in words}
    return VictimTable(
        nouns=nouns,
        modifiers=MappingProxyType(modifiers),
        demographics=MappingProxyType(demographics),
        civilian_settings=tuple(table["civilian_settings"]),
        by_word=_by_word(nouns),
    )


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return every word for people, singular and plural, in lower case; some are of several words ("aid worker").

    Words for the people of a country ("palestinians", "frenchman") are among them.
    """
    nationals = (word.lower() for names in demonyms() for word in names.people)
    return frozenset(victims().by_word).union(nationals)


@lru_cache(maxsize=1)
def weapons() -> tuple[WeaponName, ...]:
    """Return the weapons, with their words in singular and plural."""
    return tuple(
        WeaponName(name=entry["name"], weapon_class=entry["class"], kind=entry["kind"], words=tuple(entry["words"]))
        for entry in _load("weapons")
    )


@lru_cache(maxsize=1)
def facilities() -> tuple[FacilityName, ...]:
    """Return the facilities, with their words in singular and plural."""
    return tuple(
        FacilityName(facility=entry["facility"], infrastructure=entry["infrastructure"], words=tuple(entry["words"]))
        for entry in _load("facilities")
    )


@lru_cache(maxsize=1)
def event_kinds() -> Mapping[str, EventKind]:
    """Return the kinds of event by their contract name, in the order of the contract."""
    kinds = (_event_kind(entry) for entry in _load("event_kinds"))
    return MappingProxyType({kind.kind: kind for kind in kinds})


def _event_kind(entry: dict[str, Any]) -> EventKind:
    return EventKind(
        kind=entry["kind"],
        label=entry["label"],
        definition=entry["definition"],
        counts_as=tuple(entry["counts_as"]),
        does_not_count_as=tuple(entry["does_not_count_as"]),
        example=entry["example"],
        acled=(entry["acled"]["event_type"], entry["acled"]["sub_event_type"]),
        plover=(entry["plover"]["event"], tuple(entry["plover"]["modes"])),
        ucdp=tuple(entry["ucdp"]),
    )


def acled(kind: str) -> tuple[str, str]:
    """Return the ACLED event type and sub-event type of an event kind; an unknown kind raises NotFoundError."""
    known = event_kinds().get(kind)
    if known is None:
        raise NotFoundError(f"no event kind is called {kind!r}: use one of {', '.join(event_kinds())}")
    return known.acled


@lru_cache(maxsize=1)
def demonyms() -> tuple[CountryNames, ...]:
    """Return the countries with the words for them and their people."""
    return tuple(CountryNames(**_frozen(entry)) for entry in _load("demonyms"))


@lru_cache(maxsize=1)
def actors() -> tuple[RosterEntry, ...]:
    """Return the actors of the roster in the order of their ids."""
    return tuple(RosterEntry(**_frozen(entry)) for entry in _load("actors"))


@lru_cache(maxsize=1)
def descriptions() -> DescriptionTable:
    """Return the actors by description: state bodies first, then groups of no state."""
    table = _load("actors_generic")
    bodies = (
        Described(
            key=entry["key"],
            kind=entry["kind"],
            name=entry["generic"],
            nouns=tuple(entry["nouns"]),
            of_state=entry["name"],
        )
        for entry in table["bodies"]
    )
    groups = (
        Described(key=entry["key"], kind=entry["kind"], name=entry["name"], nouns=tuple(entry["nouns"]), of_state=None)
        for entry in table["groups"]
    )
    lists = {name: tuple(table[name]) for name in table if name not in {"bodies", "groups"}}
    return DescriptionTable(described=(*bodies, *groups), **lists)


@lru_cache(maxsize=1)
def metonyms() -> frozenset[str]:
    """Return the capitals and seats that may stand for a government: "Moscow has denied"."""
    return frozenset(name for country in demonyms() for name in country.metonyms)
