"""The words the rules read by, from the compiled knowledge: triggers, harms, words of saying."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from marsad.claims.claim import Kind, Stance
from marsad.knowledge import tables
from marsad.knowledge.names import facility_names, weapon_names
from marsad.knowledge.phrases import Phrases

GENERIC = "generic"
ACCORDING, BY_CLAIM = "according", "by_claim"  # phrases before a speaker: "according to", "the claim by"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerSort:
    """What a trigger word tells by itself: a kind (None: generic, with a default) and a form (noun, verb, passive).

    ``loose`` words are also said of words, votes and balls.
    """

    kind: Kind | None
    default: Kind
    form: str
    loose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the rules know of words; made once, read by all."""

    triggers: Phrases
    sorts: tuple[TriggerSort, ...]
    surroundings: tuple[tuple[Kind, Phrases], ...]
    harm_after: Phrases
    harm_before: Phrases
    cues: Phrases
    unreal: Phrases
    habitual: Phrases
    background: Phrases
    background_ahead: Phrases
    hedges: Phrases
    speakers: frozenset[str]
    back_things: frozenset[str]
    back_persons: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    nationals: frozenset[str]
    story: Phrases
    mishap: Phrases
    nature: Phrases
    idioms: Phrases
    no_people: frozenset[str]
    facilities: Phrases
    weapons: Phrases
    figures_of_speech: Mapping[str, Phrases]

    def sort(self, label: str) -> TriggerSort:
        """Return what a trigger's label stands for."""
        return self.sorts[int(label)]


def _load(name: str) -> Any:  # noqa: ANN401 - JSON has whatever shape its file has
    return json.loads((files("marsad.knowledge") / f"{name}.json").read_text("utf-8"))


def _labelled(groups: Mapping[str, Iterable[str]]) -> Phrases:
    return Phrases((label, word) for label, words in groups.items() for word in words)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Load the words once."""
    triggers, harms, cues = _load("triggers"), _load("harms"), _load("cues")
    sorts = tuple(_sort(entry) for entry in triggers)
    return Lexicon(
        triggers=Phrases((str(index), word) for index, entry in enumerate(triggers) for word in entry["words"]),
        sorts=sorts,
        surroundings=tuple(
            (Kind(entry["kind"]), Phrases((entry["kind"], word) for word in entry["words"]))
            for entry in _load("surroundings")
        ),
        harm_after=Phrases((entry["harm"], word) for entry in harms for word in entry["after"]),
        harm_before=Phrases((entry["harm"], word) for entry in harms for word in entry["before"]),
        cues=_labelled({**cues["verbs"], ACCORDING: cues["phrases"]["asserted"], BY_CLAIM: cues["phrases"]["alleged"]}),
        unreal=_labelled({"unreal": cues["unreal"]}),
        habitual=_labelled({"habitual": cues["habitual"]}),
        background=_labelled({"background": cues["background"]}),
        background_ahead=_labelled({"background": cues["background_ahead"]}),
        hedges=_labelled({Stance.POSSIBLE: cues["possible"], Stance.ALLEGED: cues["alleged"]}),
        speakers=frozenset(cues["people"]),
        back_things=frozenset(cues["going_back"]["thing"]),
        back_persons=frozenset(cues["going_back"]["person"]),
        nationals=frozenset(word.lower() for place in tables.demonyms() for word in place.adjectives),
        story=_labelled({"story": cues["story"]}),
        mishap=_labelled({"mishap": cues["mishap"]}),
        nature=_labelled({"nature": cues["nature"]}),
        idioms=_labelled({"idioms": cues["idioms"]}),
        no_people=frozenset(cues["no_people"]),
        people=tables.people() | {word.lower() for place in tables.demonyms() for word in place.people},
        persons=frozenset(
            noun.singular.lower()
            for noun in tables.victims().nouns
            if noun.group and not noun.collective and noun.singular != noun.plural
        ),
        facilities=facility_names(),
        weapons=weapon_names(),
        figures_of_speech={
            where: Phrases((where, word) for word in words) for where, words in cues["figures_of_speech"].items()
        },
    )


def _sort(entry: Mapping[str, Any]) -> TriggerSort:
    kind = None if entry["kind"] == GENERIC else Kind(entry["kind"])
    default = Kind(entry.get("default", entry["kind"]))
    return TriggerSort(kind=kind, default=default, form=entry["form"], loose=entry.get("loose", False))
