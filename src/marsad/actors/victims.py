"""Who was harmed: what the words of a claim say of the people it counts.

Only words decide. "People", "bodies" and "men" say nothing of anyone's status and stay unknown; "others" are what the
people counted just before them were; a fighter's group is who the words or the roster say it is.
"""

import re
from collections.abc import Sequence

from marsad.actors.actor import Actor, ActorKind, ReportContext, VictimClass, Victims
from marsad.actors.people import Seen, people_lexicon
from marsad.actors.roster import NAMELESS, Roster
from marsad.actors.sentence import goes_on, split_around
from marsad.actors.words import Word, split_words

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
PART_BEGINS = frozenset({"including", "among", "amongst", "included", "whom", "them", "plus", "mostly", "most"})
# People and what was done to them in one word; it says nothing of who they were.
HARMED = frozenset({"dead", "wounded", "injured", "missing", "deceased", "fatally wounded"})
# "Others", "two more", "another": people like those counted before. "More than 20" is not.
SAME_AS_BEFORE = re.compile(r"\b(?:others?|another|more(?! than\b))\b", re.IGNORECASE)
COUNTED = re.compile(r"^(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
                     r"|dozens?|scores|tens|hundreds|thousands|several|many|some)$")  # fmt: skip
# Those of a fighting side: "three of its men", "two of their own".
OWN_MEN = re.compile(r"\bof (?:its|their|our|his) (?:own\b|(?:own )?(?:men|comrades)\b)", re.IGNORECASE)
# An armed body of whom no roster knows, by its kind of name.
NAMED_SIDE = re.compile(r"\b[A-Z][\w'’-]*\s(?:Front|Brigades?|Battalions?|Army|Militia|Division|Legion|Regiment)\b")
PART = re.compile(r"\b(?:including|among|amongst|mostly|most of|nearly all|plus)\b", re.IGNORECASE)
AGE = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
ADULT = 18
MOST_GROUPS = 3
OLD = 65


def read_victims(
    words: str, *, around: str = "", context: ReportContext | None = None, roster: Roster | None = None
) -> Victims:
    """Return who the people of a count are, as far as its words and those around them tell.

    ``words`` are those of the count and its noun ("at least 12 Daesh fighters"). ``around`` is the sentence they stand
    in, or more: it is read for how the noun goes on ("members of the Osk Guard"), for whom "others" are others of, and
    for places full of civilians. What no word tells stays unknown or None.
    """
    lexicon = people_lexicon()
    before, after = split_around(words, around)
    whole = words + goes_on(after, noun_missing=not lexicon.seen(split_words(words)))
    split = split_words(whole)
    seen = lexicon.seen(split)
    counted = [one for one in seen if not _is_part(one, split)] or seen
    actor = _actor(
        PART.split(whole, maxsplit=1)[0] or whole,
        counted,
        context=context or ReportContext(),
        roster=roster or Roster.default(),
    )
    victim_class = _class(counted, split, actor=actor)
    if victim_class is VictimClass.UNKNOWN and OWN_MEN.search(words):
        victim_class = _class_of_side(before, context=context or ReportContext(), roster=roster or Roster.default())
    if victim_class is VictimClass.UNKNOWN:
        victim_class = _class_around(words, before, after, counted=counted)
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
    """Whether the noun stands after "including" and only names some of the people; "all of them" are no part."""
    keys = [word.key for word in words[1 : one.start]]
    if "all" in keys:
        return not {"nearly", "almost"}.isdisjoint(keys)
    return not PART_BEGINS.isdisjoint(keys)


def _telling(counted: Sequence[Seen]) -> Seen | None:
    """Return the noun that says most: the first with a group of its own."""
    return next((one for one in counted if one.noun.group is not None), None)


def _class_of(one: Seen) -> str:
    """Return what one noun and the word before it say."""
    if one.before in IN_UNIFORM:
        return "security" if one.before == "police" else "combatant"
    if one.noun.victim_class == "unknown":
        return people_lexicon().modifiers.get(one.before, "unknown")
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
    """Return mixed where a part is named that the whole is not: "people including civilians".

    Only civilians so called, fighters and police count here: children among the dead leave the others unknown.
    """
    parts = {
        _class_of(one)
        for one in people_lexicon().seen(words)
        if _is_part(one, words) and (_class_of(one) in {"combatant", "security"} or one.noun.group == "civilians")
    }
    return VictimClass.MIXED if parts - {victim_class.value} else victim_class


def _class_of_side(before: str, *, context: ReportContext, roster: Roster) -> VictimClass:
    """Return what the men of the side named last before are: "the Marj Front said three of its men fell"."""
    sides = [actor for actor in roster.resolve_all(before, context, alone=False) if actor.kind in ARMED]
    return VictimClass.COMBATANT if sides or NAMED_SIDE.search(before) else VictimClass.UNKNOWN


def _class_around(words: str, before: str, after: str, *, counted: Sequence[Seen]) -> VictimClass:
    """Return the class the sentence gives: to "others" that of those before, to people at prayer civilian.

    A number with no noun ("and 15 injured") goes back to the people before it like "others" do.
    """
    if SAME_AS_BEFORE.search(words) or not counted:
        return _class_of_others(before)
    lexicon = people_lexicon()
    everyone = split_words(f"{before} {words} {after}")
    armed = any(_class_of(one) in {"combatant", "security"} for one in lexicon.seen(everyone))
    civilian = not armed and any(word.key in lexicon.settings for word in everyone)
    return VictimClass.CIVILIAN if civilian else VictimClass.UNKNOWN


def _class_of_others(before: str) -> VictimClass:
    """Return the class of the last people counted before "others", if called civilians or armed outright.

    A child among the dead says nothing of the others, nor do the attackers named in the same sentence.
    """
    words = split_words(before)
    for one in reversed(people_lexicon().seen(words)):
        quantified = any(COUNTED.match(word.key) for word in words[max(0, one.start - 3) : one.start])
        if not quantified or one.noun.singular in HARMED or _is_part(one, words):
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
    lexicon = people_lexicon()
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
        adjective = people_lexicon().usual_adjective.get(nationality or actor.country or "", actor.name)
        return f"{adjective} {'soldiers' if plain in {None, 'fighters'} else plain}"
    name = re.sub(r" (?:[Ff]orces|militia)$|(?<=i)s$", "", actor.name)
    return f"{name} {plain if plain in {'commanders', 'soldiers'} else 'fighters'}"


def _demographic(counted: Sequence[Seen], words: str) -> str | None:
    """Return age or sex, from the noun, the word before it, or an age in figures."""
    telling = _telling(counted)
    if len({one.noun.demographic for one in counted if one.noun.group is not None}) > 1:
        return None
    lexicon = people_lexicon()
    said = lexicon.demographics.get(telling.before) if telling else None
    age = AGE.search(words)
    if age is not None and (age[2] != "year" or int(age[1]) < ADULT):
        return telling.noun.demographic if telling and telling.noun.demographic in {"girl", "boy"} else "child"
    if age is not None and int(age[1]) >= OLD:
        return "elderly"
    return (telling.noun.demographic if telling else None) or said
