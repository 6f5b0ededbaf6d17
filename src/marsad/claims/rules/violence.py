"""Whether a word that is also said of words, votes and balls ("attacked", "hit", "raid") tells of violence here.

Doer and object decide: a deed is violent where armed people do it, where people are harmed in it, where a weapon is
used, or where it strikes a place or a building. "He attacked her plan", "a hit song" and "an attack ad" do not.
"""

import re
from collections.abc import Sequence

from marsad.claims.claim import Kind, Mention, Role
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight

ARMED = frozenset(
    {"state_force", "rebel", "political_militia", "identity_militia", "external_force", "private_security", "police"}
)
HARMED = re.compile(
    r"\b(?:kill(?:s|ed|ing)|dead|deadly|wound(?:s|ed|ing)|injur(?:ed|ing|ies)|casualt(?:y|ies)|destroy(?:s|ed|ing)|"
    r"damag(?:ed|ing)|died|martyr(?:s|ed|ing|dom)|bodies|corpses|rubble|burn(?:ed|t))\b",
    re.IGNORECASE,
)
DEED = re.compile(
    r"\b(?:explod(?:es?|ed|ing)|detonat\w+|went off|landed|fell|slammed|fired|dropped|blew up|blown up|"
    r"shell(?:ed|ing)|blasts?|explosions?)\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[.;:!?]|\b(?:for|because|said|says|while|when|after|before)\b", re.IGNORECASE)
OFFICE = re.compile(r"\W{1,2}(?:Sens?|Reps?|Gov|Mr|Mrs|Ms|Dr|[Ss]enator|[Gg]overnor|[Cc]ongress\w+)\b")
BY = re.compile(r"\s*by\s+(?:[\w-]+\s*){1,3}", re.IGNORECASE)
OVER = re.compile(r"[^.;:!?]{0,60}?\bover\s+(?:(?:the|his|her|its|their|a|an|new|proposed)\s+)*", re.IGNORECASE)
TO_THE_OBJECT = re.compile(
    r"\s*(?:(?:on|at|against|to|of|from|with|by)\s+)?(?:(?:the|a|an|his|her|its|their|this|our|my|your|some|all)\s+)?"
    r"(?:[\w'’-]+\s+){0,2}",
    re.IGNORECASE,
)
OBJECT_WITHIN = 45  # code points after a deed in which its object stands
TAKEN_WITHIN = 2  # words between a place and what became of it: "Tal Arda was captured"
STRUCK_WITHIN = 5  # words between a deed and the place it struck: "struck the old market of the town of Tal Arda"
ARRESTED_WITHIN = 6  # words between an arrest and the people it took
WEAPONS = frozenset({Kind.IED_LANDMINE, Kind.SHELLING, Kind.AIR_STRIKE, Kind.SUICIDE_BOMB})  # told by a thing alone
IN = re.compile(r"\b(?:in|near|at|from|outside|around|inside)\b", re.IGNORECASE)
ATTACK = re.compile(r"attack|assault|raid|storm", re.IGNORECASE)
TAKING = re.compile(r"(?:re)?(?:seize|captur|tak|took|gain|wrest|won back)", re.IGNORECASE)
GROUND = re.compile(
    r"\b(?:town|city|village|district|area|hill|neighbou?rhood|position|crossing|territory|ground|half|part|province|"
    r"farm|quarter|suburb|enclave|stronghold|front|line)s?\b",
    re.IGNORECASE,
)
MANY = re.compile(r"\b(?:men|women|people|children|dozens|hundreds|scores|several|many|members)\b", re.IGNORECASE)
WORD = re.compile(r"[\w'’-]+")


def tells_violence(sight: Sight, event: Event, roles: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a sentence bears out what an event's word suggests; a word that can mean nothing else needs no more."""
    if not event.loose:
        return True
    if event.kind is Kind.ARREST:
        return _takes_many(sight, event, lexicon)
    taken = TAKING.match(sight.text, event.start) is not None
    if _is_compound(sight, event, lexicon) or (taken and not _takes_a_place(sight, event, lexicon)):
        return False
    thing = event.sure and event.kind in WEAPONS
    if not thing and is_by_the_armed(sight, roles):
        return True
    if is_figure_of_speech(sight, event, lexicon) and not is_by_the_armed(sight, roles):
        return False
    around = (sight.text[: event.start], sight.text[event.end :])
    at_work = any(HARMED.search(text) or DEED.search(text) for text in around)
    return at_work or (not thing and _strikes(sight, event, roles, lexicon))


def _strikes(sight: Sight, event: Event, roles: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether armed sides meet, a weapon is used, or a building or a place is struck."""
    if event.form == "verb" and event.kind in (Kind.ARMED_CLASH, Kind.TERRITORY_CHANGE):
        return any(actor.label in ARMED for actor in sight.actors)
    targets = (one.evidence.quote for one in roles if one.role is Role.TARGET)
    if _with_a_weapon(sight, event, roles) or any(lexicon.facilities.occurs_in(words) for words in targets):
        return True
    return _strikes_a_place(sight, event)


def _is_compound(sight: Sight, event: Event, lexicon: Lexicon) -> bool:
    """Whether the next noun says that it is no deed: "an attack ad", "police shooting comments"."""
    rest = sight.text[event.end : event.end + OBJECT_WITHIN]
    beside = lexicon.figures_of_speech["after"].find(rest)
    return event.form == "noun" and bool(beside) and not rest[: beside[0].start].strip()


def is_figure_of_speech(sight: Sight, event: Event, lexicon: Lexicon) -> bool:
    """Whether the object says that nobody was struck: "targeted voters", "clashed over the budget"."""
    rest = sight.text[event.end : event.end + OBJECT_WITHIN]
    by = BY.match(rest)
    if lexicon.figures_of_speech["doer"].occurs_in(sight.text[: event.start] + (by.group() if by else "")):
        return True
    over = OVER.match(sight.text, event.end)
    topics = lexicon.figures_of_speech["over"].find(sight.text[over.end() : over.end() + OBJECT_WITHIN]) if over else ()
    if topics and topics[0].start == 0:
        return True
    objects = lexicon.figures_of_speech["object"].find(rest)
    return bool(objects) and TO_THE_OBJECT.fullmatch(rest, 0, objects[0].start) is not None


def _with_a_weapon(sight: Sight, event: Event, roles: Sequence[Mention]) -> bool:
    """Whether a weapon is named beside the event; a mine by itself is a thing and no event."""
    starts = (one.evidence.start - sight.passage.start for one in roles if one.role is Role.WEAPON)
    return any(not event.start <= start < event.end for start in starts)


def is_by_the_armed(sight: Sight, roles: Sequence[Mention]) -> bool:
    """Whether those who did it are soldiers, police or fighters."""
    armed = [actor for actor in sight.actors if actor.label in ARMED]
    doers = (one.evidence.start - sight.passage.start for one in roles if one.role is Role.PERPETRATOR)
    return any(actor.start <= start < actor.end for start in doers for actor in armed)


def _strikes_a_place(sight: Sight, event: Event) -> bool:
    """Whether an event is said to strike a place, or a place to be struck; a country alone is struck by words too."""
    for place in sight.places:
        if place.label == "country" or OFFICE.match(sight.text, place.end):
            continue
        left, right = (event.end, place.start) if place.start >= event.end else (place.end, event.start)
        if left > right:
            return True
        near = sight.words_between(left, right) <= STRUCK_WITHIN and not BREAK.search(sight.text, left, right)
        if near and (left == event.end or event.form == "verb"):
            return True
    return False


def kind_by_sides(sight: Sight, event: Event, roles: Sequence[Mention]) -> Kind:
    """Tell "gunmen attacked a hotel" from "gunmen attacked a patrol", where no weapon does, by whom they attacked."""
    target = next((one.evidence for one in roles if one.role is Role.TARGET), None)
    vague = not event.sure and ATTACK.match(sight.text, event.start) is not None
    if target is None or not vague or not is_by_the_armed(sight, roles):
        return event.kind
    start = target.start - sight.passage.start
    end = start + len(target.quote)
    fought = any(actor.label in ARMED and start <= actor.start < end for actor in sight.actors)
    return Kind.ARMED_CLASH if fought else Kind.ATTACK_ON_CIVILIANS


def _takes_a_place(sight: Sight, event: Event, lexicon: Lexicon) -> bool:
    """Whether what was seized is ground and not a chance, a cargo or a prisoner."""
    rest = sight.text[event.end : event.end + OBJECT_WITHIN]
    following = WORD.search(rest)
    if following is not None and following.group().lower() in lexicon.people:
        return False
    ground = [one.start for one in lexicon.facilities.find(rest)] + [one.start() for one in GROUND.finditer(rest)]
    ahead = [event.end + start for start in ground] + [one.start for one in sight.places if one.start >= event.end]
    if any(_is_object(sight, event, start) for start in ahead):
        return True
    before = (place.end for place in sight.places if place.end <= event.start)
    return any(sight.words_between(end, event.start) <= TAKEN_WITHIN for end in before)


def _is_object(sight: Sight, event: Event, start: int) -> bool:
    near = sight.words_between(event.end, start) <= STRUCK_WITHIN
    return near and IN.search(sight.text, event.end, start) is None


def _takes_many(sight: Sight, event: Event, lexicon: Lexicon) -> bool:
    """Whether more than one is arrested: one suspect taken by the police is the course of justice."""
    near = [
        (start, end)
        for start, end in zip(sight.word_starts, sight.word_ends, strict=True)
        if max(sight.words_between(end, event.start), sight.words_between(event.end, start)) <= ARRESTED_WITHIN
    ]
    words = [sight.text[start:end].lower() for start, end in near]
    if any(MANY.fullmatch(word) or (word.endswith("s") and word in lexicon.people) for word in words):
        return True
    left, right = (near[0][0], near[-1][1]) if near else (event.start, event.end)
    return any(one.count is not None and (one.count.low or 0) > 1 for one in sight.counts if left <= one.start < right)
