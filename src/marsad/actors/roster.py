"""The roster: every actor marsad knows by name, the bodies every state has, and actors known by description."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from marsad.actors.actor import Actor, ActorKind, ReportContext
from marsad.actors.grammar import Grammar, Phrase
from marsad.actors.words import split_words
from marsad.claims.extractor import Found
from marsad.knowledge import tables
from marsad.knowledge.tables import CountryNames, Described, RosterEntry

GENERIC = "generic:"
NAMELESS = frozenset({"generic:aircraft", "generic:troops"})


def state_slug(country: CountryNames) -> str:
    """Return the beginning of the ids of a country's bodies: "united_states" of "united_states_government"."""
    return "_".join(split.key for split in split_words(country.name))


def _state_bodies(countries: Iterable[CountryNames], bodies: Sequence[Described]) -> Iterable[Actor]:
    for country in countries:
        slug = state_slug(country)
        adjective = country.adjectives[0] if country.adjectives else country.name
        for body in bodies:
            yield Actor(
                id=f"{slug}_{body.key}",
                name=(body.of_state or body.name).format(adjective=adjective, name=country.name, forces=country.forces),
                kind=ActorKind(body.kind),
                country=country.country,
                side=f"{slug}_government",
            )


class Roster:
    """Actors by id and by the words that name them. Built once and never changed."""

    def __init__(
        self,
        entries: Sequence[RosterEntry],
        *,
        countries: Sequence[CountryNames],
        descriptions: tables.DescriptionTable,
    ) -> None:
        """Take named actors, countries and descriptions; an entry with the id of a state's body names that body."""
        bodies = [body for body in descriptions.described if body.of_state is not None]
        actors = {actor.id: actor for actor in _state_bodies(countries, bodies)}
        for entry in entries:
            actors[entry.id] = Actor(
                id=entry.id, name=entry.name, kind=ActorKind(entry.kind), country=entry.country, side=entry.side
            )
        for group in descriptions.described:
            actors[GENERIC + group.key] = Actor(id=GENERIC + group.key, name=group.name, kind=ActorKind(group.kind))
        self._actors: Mapping[str, Actor] = MappingProxyType(actors)
        self._entries = {entry.id: entry for entry in entries}
        self._countries = {country.country: country for country in countries}
        self._bodies = frozenset(body.key for body in bodies)
        self.grammar = Grammar(entries, countries=countries, descriptions=descriptions)

    @classmethod
    def default(cls) -> "Roster":
        """Return the roster that comes with marsad; it is built once."""
        return _default_roster()

    def actor(self, actor_id: str) -> Actor | None:
        """Return the actor of this id, or None: ``syria_police``, ``hezbollah``, ``generic:rebels``."""
        return self._actors.get(actor_id)

    def active(self, actor_id: str, country: str | None) -> bool:
        """Whether a named actor is known to act in this country."""
        entry = self._entries.get(actor_id)
        return entry is not None and country is not None and country in entry.active

    def state_body(self, body: str, country: str | None) -> Actor | None:
        """Return the army, police, government … of a country, or None where there is no such body or country."""
        names = self._countries.get(country or "")
        if names is None or body not in self._bodies:
            return None
        return self._actors.get(f"{state_slug(names)}_{body}")

    def key(self, phrase: Phrase) -> str:
        """Return the roster id of words as the grammar read them: a named actor, a state's body or a description."""
        if phrase.actors:
            return phrase.actors[0]
        body = self.state_body(phrase.body or "", phrase.country)
        return body.id if body else f"{GENERIC}{phrase.body}"

    def resolve(self, words: str, context: ReportContext) -> Actor | None:
        """Return who these words name, or None where they name nobody the roster can tell.

        "The army" is the army of the country the report speaks of; a name that several actors bear goes to the one
        that acts there, and to nobody where that does not tell them apart.
        """
        named = self.resolve_all(words, context)
        return named[0] if named else None

    def resolve_all(self, words: str, context: ReportContext, *, alone: bool = True) -> tuple[Actor, ...]:
        """Return everybody these words name ("Russian and Syrian jets"), in reading order, each once.

        ``alone`` says that the words are known to name an actor, so that "Russian" or "Moscow" is one by itself.
        Nameless troops and aircraft stand back where somebody is named ("jets believed to be Russian").
        """
        found = (self.of_phrase(phrase, context) for phrase in self.grammar.read(words, alone=alone))
        actors = tuple(dict.fromkeys(actor for actor in found if actor is not None))
        return tuple(actor for actor in actors if actor.id not in NAMELESS) or actors

    def of_phrase(self, phrase: Phrase, context: ReportContext) -> Actor | None:
        """Return the actor of one reading of the grammar."""
        if phrase.actors:
            return self._one_of(phrase, context)
        body = phrase.body or ""
        state = self.state_body(body, phrase.country or context.country)
        if state is not None:
            return state
        if body == "coalition" and phrase.country is None:
            return self._coalition_in(context.country) or self._actors[GENERIC + body]
        described = self._actors.get(GENERIC + body)
        names = self._countries.get(phrase.country or "")
        if described is None or names is None or not names.adjectives:
            return described
        return Actor(
            id=described.id,
            name=f"{names.adjectives[0]} {described.name.removeprefix('unidentified ')}",
            kind=described.kind,
            country=phrase.country,
        )

    def _one_of(self, phrase: Phrase, context: ReportContext) -> Actor | None:
        there = [actor_id for actor_id in phrase.actors if self.active(actor_id, context.country)]
        if len(phrase.actors) == 1 and (there or not phrase.weak or not self._entries[phrase.actors[0]].active):
            return self._actors[phrase.actors[0]]
        return self._actors[there[0]] if len(there) == 1 else None

    def _coalition_in(self, country: str | None) -> Actor | None:
        """Return the one foreign coalition known to act in a country."""
        there = [
            self._actors[entry.id]
            for entry in self._entries.values()
            if entry.kind == ActorKind.EXTERNAL_FORCE
            and self.active(entry.id, country)
            and (entry.name.endswith("coalition") or entry.id == "nato")
        ]
        return there[0] if len(there) == 1 else None


@lru_cache(maxsize=1)
def _default_roster() -> Roster:
    return Roster(tables.actors(), countries=tables.demonyms(), descriptions=tables.descriptions())


class ActorFinder:
    """Finds in a text the words that name an actor, by name or by description."""

    def __init__(self, roster: Roster | None = None) -> None:
        """Take a roster, marsad's own by default."""
        self._roster = roster or Roster.default()

    def find(self, text: str) -> Sequence[Found]:
        """Return what was found in reading order, longest first, never overlapping.

        ``label`` is an ActorKind, ``key`` a roster id ("syria_government_forces") or a description
        ("generic:rebels"). An article is not part of what is found.
        """
        return [self._found(phrase) for phrase in self._roster.grammar.read(text)]

    def _found(self, phrase: Phrase) -> Found:
        key = self._roster.key(phrase)
        actor = self._roster.actor(key)
        kind = actor.kind if actor else ActorKind.UNKNOWN
        return Found(start=phrase.start, end=phrase.end, label=kind.value, key=key)
