"""Who was harmed: what the words of a claim say of the people it counts.

Only words decide. "People", "bodies" and "men" say nothing of anyone's status and stay unknown; "others" are what the
people counted just before them were; a fighter's group is who the words or the roster say it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.actors.actor import Actor, ActorKind, ReportContext, VictimClass, Victims
from marsad.actors.roster import NAMELESS, Roster
from marsad.actors.words import Names, Word, split_words
from marsad.knowledge import tables
from marsad.knowledge.tables import PeopleNoun

ARMED = frozenset(
    {
        ActorKind.STATE_FORCE,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL_FORCE,
    }
)
# Words before a noun that make even a medic or a driver a member of armed forces.
IN_UNIFORM = frozenset({"army", "military", "armed", "militia", "police"})
PART_BEGINS = frozenset({"including", "among", "amongst", "included", "whom", "them", "plus"})
# "Others", "two more", "another": people like those counted before. "More than 20" is not.
SAME_AS_BEFORE = re.compile(r"\b(?:others?|another|more(?! than\b))\b", re.IGNORECASE)
COUNTED = re.compile(r"^(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
                     r"|dozens?|scores|tens|hundreds|thousands|several|many|some)$")  # fmt: skip
AGE = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
ADULT = 18
MOST_GROUPS = 3
OLD = 65
# fmt: off
OF_QUANTITY = frozenset({
    "dozens", "dozen", "scores", "score", "hundreds", "thousands", "tens", "handful", "number", "majority", "half",
    "quarter", "group", "couple", "crowd", "most", "some", "many",
})
# fmt: on
ENDS_HEAD = frozenset(
    {"of", "from", "in", "at", "who", "that", "which", "with", "loyal", "near", "on", "including", "and"}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun for people in some words, at which word it begins and ends, and what the word before it is."""

    noun: PeopleNoun
    start: int
    end: int
    before: str


class _Lexicon:
    """The nouns for people, ready to be looked for."""

    def __init__(self) -> None:
        table = tables.victims()
        self.by_word = table.by_word
        self.modifiers = table.modifiers
        self.demographics = table.demographics
        self.settings = frozenset(table.civilian_settings)
        self.nouns = Names((word, word) for word in table.by_word)
        self.adjectives = Names((word, place.country) for place in tables.demonyms() for word in place.adjectives)
        self.nationals = Names((word, place.country) for place in tables.demonyms() for word in place.people)
        self.usual_adjective = {place.country: place.adjectives[0] for place in tables.demonyms() if place.adjectives}

    def seen(self, words: Sequence[Word]) -> list[Seen]:
        """Return the nouns for people in reading order, longest first."""
        found: list[Seen] = []
        place = 0
        while place < len(words):
            name = self.nouns.at(words, place)
            if name is None:
                place += 1
                continue
            end = place + len(name.keys)
            before = words[place - 1].key if place else ""
            found.append(Seen(self.by_word[name.stands_for[0]], place, end, before))
            place = end
        return found


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    return _Lexicon()


def is_people(noun_phrase: str) -> bool:
    """Whether a noun phrase is about people: "30 regime soldiers" is, "four tanks" and "a hospital" are not.

    The head decides: the last word before "of", "who" and the like, or what an amount is of ("dozens of villagers").
    """
    words = split_words(noun_phrase)
    start = 0
    for place, word in enumerate(words):
        if word.key not in ENDS_HEAD:
            continue
        quantity = place > 0 and words[place - 1].key in OF_QUANTITY
        if not quantity and (word.key != "and" or _head_is_people(words[start:place])):
            return _head_is_people(words[start:place])
        start = place + 1
    return _head_is_people(words[start:])


def _head_is_people(words: Sequence[Word]) -> bool:
    if not words:
        return False
    lexicon = _lexicon()
    last = len(words) - 1
    ends_in_noun = any(
        name is not None and place + len(name.keys) == len(words)
        for place in range(max(0, last - 3), len(words))
        for name in (lexicon.nouns.at(words, place), lexicon.nationals.at(words, place))
    )
    return ends_in_noun or (last > 0 and lexicon.adjectives.at(words, last) is not None)


def read_victims(
    words: str, *, around: str = "", context: ReportContext | None = None, roster: Roster | None = None
) -> Victims:
    """Return who the people of a count are, as far as its words, and the words before it (``around``), tell.

    ``words`` are those of the count and its noun ("at least 12 Daesh fighters"). ``around`` is the sentence it stands
    in, read only for "others" and for places full of civilians. What no word tells stays unknown or None.
    """
    roster = roster or Roster.default()
    split = split_words(words)
    seen = _lexicon().seen(split)
    counted = [one for one in seen if not _is_part(one, split)] or seen
    actor = _actor(words, counted, context=context or ReportContext(), roster=roster)
    victim_class = _class(counted, split, actor=actor)
    if victim_class is VictimClass.UNKNOWN:
        victim_class = _class_around(words, around, counted)
    nationality = _nationality(split)
    telling = _telling(counted)
    return Victims(
        words=words,
        group=_group(counted, actor=actor, victim_class=victim_class, nationality=nationality),
        actor=actor.id if actor else None,
        victim_class=victim_class,
        nationality=nationality,
        demographic=_demographic(counted, words),
        protected=telling.noun.protected if telling else None,
    )


def _is_part(one: Seen, words: Sequence[Word]) -> bool:
    """Whether the noun stands after "including" and only names some of the people ("people including children")."""
    return any(word.key in PART_BEGINS for word in words[1 : one.start])


def _telling(counted: Sequence[Seen]) -> Seen | None:
    """Return the noun that says most: the first with a group of its own."""
    return next((one for one in counted if one.noun.group is not None), None)


def _class_of(one: Seen) -> str:
    """Return what one noun and the word before it say."""
    if one.before in IN_UNIFORM:
        return "security" if one.before == "police" else "combatant"
    if one.noun.victim_class == "unknown":
        return _lexicon().modifiers.get(one.before, "unknown")
    return one.noun.victim_class


def _class(counted: Sequence[Seen], words: Sequence[Word], *, actor: Actor | None) -> VictimClass:
    """Return the class that the nouns give together: two different ones make it mixed."""
    classes = {known for one in counted if (known := _class_of(one)) != "unknown"}
    if classes == {"combatant", "security"}:
        return VictimClass.COMBATANT
    if len(classes) > 1:
        return VictimClass.MIXED
    if classes:
        return _with_part(VictimClass(classes.pop()), words)
    if actor is not None and actor.kind in ARMED:
        return VictimClass.COMBATANT
    if actor is not None and actor.kind is ActorKind.POLICE:
        return VictimClass.SECURITY
    return _with_part(VictimClass.UNKNOWN, words)


def _with_part(victim_class: VictimClass, words: Sequence[Word]) -> VictimClass:
    """Return mixed where a part is named that the whole is not: "people including civilians"."""
    parts = {_class_of(one) for one in _lexicon().seen(words) if _is_part(one, words)} - {"unknown"}
    keys = {word.key for word in words}
    if victim_class is VictimClass.UNKNOWN:
        return VictimClass.MIXED if keys & {"civilian", "civilians"} and parts else victim_class
    others = (
        parts - {victim_class.value} if victim_class is not VictimClass.CIVILIAN else parts & {"combatant", "security"}
    )
    return VictimClass.MIXED if others else victim_class


def _class_around(words: str, around: str, counted: Sequence[Seen]) -> VictimClass:
    """Return the class the sentence gives: to "others" that of those before, to people at prayer civilian."""
    lexicon = _lexicon()
    if SAME_AS_BEFORE.search(words):
        return _class_of_others(around.partition(words)[0])
    everyone = split_words(around)
    armed = any(_class_of(one) in {"combatant", "security"} for one in lexicon.seen(everyone))
    civilian = not armed and bool(counted) and any(word.key in lexicon.settings for word in everyone)
    return VictimClass.CIVILIAN if civilian else VictimClass.UNKNOWN


def _class_of_others(before: str) -> VictimClass:
    """Return the class of the last people counted before "others", if called civilians or armed outright.

    A child among the dead says nothing of the others, nor do the attackers named in the same sentence.
    """
    words = split_words(before)
    for one in reversed(_lexicon().seen(words)):
        quantified = any(COUNTED.match(word.key) for word in words[max(0, one.start - 3) : one.start])
        if not quantified or _is_part(one, words):
            continue
        known = _class_of(one)
        outright = known in {"combatant", "security"} or one.noun.group == "civilians"
        return VictimClass(known) if outright else VictimClass.UNKNOWN
    return VictimClass.UNKNOWN


def _actor(words: str, counted: Sequence[Seen], *, context: ReportContext, roster: Roster) -> Actor | None:
    """Return whose people they were: a named actor or armed body, never the civilians' own government or a source."""
    civilian = bool(counted) and all(one.noun.victim_class == "civilian" for one in counted)
    for actor in roster.resolve_all(words, context, alone=False):
        named = not actor.id.startswith("generic:") or actor.kind in ARMED
        fits = actor.kind not in ARMED and actor.kind is not ActorKind.POLICE if civilian else True
        if named and fits and actor.kind is not ActorKind.GOVERNMENT and actor.id not in NAMELESS:
            return actor
    return None


def _nationality(words: Sequence[Word]) -> str | None:
    """Return the country of an adjective or noun of nationality among the words, where it is one alone."""
    lexicon = _lexicon()
    found = {
        name.stands_for[0]
        for place in range(len(words))
        if (name := lexicon.adjectives.at(words, place) or lexicon.nationals.at(words, place)) is not None
        and not (place + 1 < len(words) and words[place + 1].key in {"backed", "led", "held", "allied", "linked"})
    }
    return found.pop() if len(found) == 1 else None


def _group(
    counted: Sequence[Seen], *, actor: Actor | None, victim_class: VictimClass, nationality: str | None
) -> str | None:
    """Return a plain name for the group: whose people, and what they were."""
    groups = tuple(dict.fromkeys(one.noun.group for one in counted if one.noun.group is not None))
    plain = " and ".join(groups[:MOST_GROUPS]) or None
    if actor is None or actor.kind not in ARMED or victim_class is not VictimClass.COMBATANT:
        return plain
    if actor.id.startswith("generic:"):
        return actor.name if plain in {None, "fighters", "jihadists", "rebels"} else plain
    if plain == "pro-government fighters" or actor.name.split(" ")[-1] in {"fighters", "militias", "militants"}:
        return plain or actor.name
    if actor.kind is ActorKind.STATE_FORCE:
        adjective = _lexicon().usual_adjective.get(nationality or actor.country or "", actor.name)
        return f"{adjective} {'soldiers' if plain in {None, 'fighters'} else plain}"
    name = re.sub(r" (?:[Ff]orces|militia)$|(?<=i)s$", "", actor.name)
    return f"{name} {plain if plain in {'commanders', 'soldiers'} else 'fighters'}"


def _demographic(counted: Sequence[Seen], words: str) -> str | None:
    """Return age or sex, from the noun, the word before it, or an age in figures."""
    telling = _telling(counted)
    if len({one.noun.demographic for one in counted if one.noun.group is not None}) > 1:
        return None
    lexicon = _lexicon()
    said = lexicon.demographics.get(telling.before) if telling else None
    age = AGE.search(words)
    if age is not None and (age[2] != "year" or int(age[1]) < ADULT):
        return telling.noun.demographic if telling and telling.noun.demographic in {"girl", "boy"} else "child"
    if age is not None and int(age[1]) >= OLD:
        return "elderly"
    return (telling.noun.demographic if telling else None) or said
