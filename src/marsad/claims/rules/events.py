"""Events told in a sentence: the words that tell them, of what kind, and whether they happened at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Kind
from marsad.claims.rules.lexicon import Lexicon, TriggerSort
from marsad.claims.rules.scope import long_time
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import Phrase

NEAR = 70  # code points on each side that tell the kind of a generic trigger
RECALL = 60  # code points within which "last month" makes an event background
AHEAD = 30  # code points after "two weeks after" within which an event is the one looked back to
LEAD = 40  # code points before a trigger that hold "the", "another", "a second"
BESIDE = 2  # code points between a trigger and the word that makes it unreal: "strike drill"
REACH = 48  # code points before a trigger in which a modal or a plan still governs it
INFINITIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|n't|or)\s+$", re.IGNORECASE)
DID = re.compile(r"\b(?:managed|continued|began|started|went on|proceeded)\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)
GOING_BACK = re.compile(r"\b(?:the|this|that|these|those|both|its|their|his)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|separate|separately|elsewhere|meanwhile|a second|a third|second|third|also|different|similar|"
    r"in turn|(?:earlier|later)(?!\s+(?:today|this|that|on|in)\b)|other|further)\b",
    re.IGNORECASE,
)
OF_YEAR = re.compile(r"\bthe\s+(?:19|20)\d\d\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)  # "the 2011 raid"
CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|\n")
TURN = re.compile(r"\b(?:after|before|when|while|in response|in retaliation|following|but)\b", re.IGNORECASE)
NOT_A_NOUN = re.compile(r"\s*(?:against|alongside|for|back)\b", re.IGNORECASE)
ANY = re.compile(r"\b(?:an?|any)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
WOULD = re.compile(r"[^,.;:]{0,60}?\s(?:could|would|might|may|will)\s+(?!have\b)", re.IGNORECASE)
UNGOVERNED = re.compile(r"[.;:!?,]|\b(?:after|when|as|killed|that)\b")
WITH = re.compile(
    r"\s*(?:,|and|and also|as well as|or)?\s+(?!(?:an?|the|another|one|two|three)\b)(?:[\w-]+\s+)?", re.IGNORECASE
)
GROUND = frozenset({Kind.ARMED_CLASH, Kind.SNIPER_GUNFIRE, Kind.ATTACK_ON_CIVILIANS})
BLAST = re.compile(r"blast|explo|deton|went off|bl[eo]w", re.IGNORECASE)  # no battle, whatever front line is near
PLANTED = frozenset({Kind.SUICIDE_BOMB, Kind.IED_LANDMINE})
UNFIT = {Kind.AIR_STRIKE: GROUND, Kind.SHELLING: GROUND, Kind.SNIPER_GUNFIRE: PLANTED}  # what no such word becomes
DOES = re.compile(
    r"(?:\s+(?:late |early )?(?:on|in|at|overnight)\s+[\w-]+){0,2}\s+[\"“]?"
    r"(?:(?:also|had|have|has|that|which|directly|reportedly)\s+){0,2}",
    re.IGNORECASE,
)
BOMBARDMENT = frozenset({Kind.AIR_STRIKE, Kind.DRONE_STRIKE, Kind.SHELLING, Kind.OTHER})
CIRCUMSTANCE = re.compile(
    r"\b(?:amid|amidst|in anticipation of|coincid(?:es|ed|ing) with|(?:years|months|weeks|decades|thousands) of)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
NONE_OF = re.compile(
    r"\b(?:no|without(?:\s+any)?)\s+(?:(?:air|new|further|more|heavy|such|fresh|other)\s+)?$", re.IGNORECASE
)
SIMILE = re.compile(r"\b(?:like|as if|as though)\s+(?:an?\s+)?(?:\w+\s+)?$", re.IGNORECASE)
PARTICIPLE = re.compile(r"\b(?:the|an?|this|that|these|those|its|their|his|her|of)\s+$", re.IGNORECASE)
BARE_VERBS = (
    "pound",
    "seize",
    "capture",
    "recapture",
    "retake",
    "wrest",
    "take",
)  # triggers that are verbs and yet stand bare after "to" and "could"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as a sentence tells it: ``start`` to ``end`` are the trigger's words.

    ``kind`` is what the words and their surroundings tell; ``sure`` whether they tell it (else it is the default of a
    generic word). ``form`` is noun, verb, passive, or harmed: an event told only by what became of people. ``back``
    marks "the attack", which goes back to one told before; ``another`` a different one; ``recalled`` background;
    ``habitual`` what is said to happen again and again; ``loose`` a word that is also said of words and votes, which
    nothing near it makes a deed of a kind.
    """

    start: int
    end: int
    kind: Kind
    sure: bool
    form: str
    back: bool
    another: bool
    recalled: bool
    habitual: bool
    loose: bool = False


def events(sight: Sight, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events a sentence tells, in reading order; threats, plans, drills and heart attacks are none."""
    triggers = lexicon.triggers.find(sight.text)
    if not triggers:
        return ()
    unreal, idioms = lexicon.unreal.find(sight.text), lexicon.idioms.find(sight.text)
    scene = _scene(sight, triggers, lexicon)
    told = (
        phrase
        for phrase in triggers
        if not _not_an_event(sight, phrase.start, phrase.end, lexicon.sort(phrase.label))
        and not any(_governs(sight.text, one, phrase) for one in unreal)
        and not _is_hypothetical(sight.text, phrase)
        and not any(one.start <= phrase.start and phrase.end <= one.end for one in idioms)
    )
    return _joined(sight, [_event(phrase, scene, lexicon) for phrase in told])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, the sentence without its triggers, and what in it makes its events habits or memories."""

    text: str
    bare: str
    habitual: bool
    background: Sequence[Phrase]
    ahead: Sequence[Phrase]
    dated: bool


def _scene(sight: Sight, triggers: Sequence[Phrase], lexicon: Lexicon) -> _Scene:
    return _Scene(
        text=sight.text,
        bare=_without(sight.text, triggers),
        habitual=bool(lexicon.habitual.find(sight.text)) or any(time.label == "habitual" for time in sight.times),
        background=lexicon.background.find(sight.text),
        ahead=lexicon.background_ahead.find(sight.text),
        dated=any(time.label in ("weekday", "relative", "date") for time in sight.times),
    )


def _event(phrase: Phrase, scene: _Scene, lexicon: Lexicon) -> Event:
    sort = lexicon.sort(phrase.label)
    kind, sure = _kind(scene, phrase, sort, lexicon)
    lead = scene.text[max(0, phrase.start - LEAD) : phrase.start]
    return Event(
        start=phrase.start,
        end=phrase.end,
        kind=kind,
        sure=sure,
        form=sort.form,
        back=sort.form == "noun" and bool(GOING_BACK.search(lead)),
        another=bool(ANOTHER.search(lead)) or bool(ANOTHER.match(scene.text)),
        recalled=_is_recalled(scene, phrase),
        habitual=scene.habitual or _is_lasting(scene, phrase),
        loose=sort.loose and not (sort.kind is None and sure),
    )


def _is_lasting(scene: _Scene, trigger: Phrase) -> bool:
    """Whether an event is a state that lasts, "amid clashes", or many of a long time: "all the shootings this year"."""
    if CIRCUMSTANCE.search(scene.text, max(0, trigger.start - LEAD), trigger.start) is not None:
        return True
    many = scene.text[trigger.start : trigger.end].lower().endswith("s")
    return many and not scene.dated and long_time(scene.text) is not None


def _is_recalled(scene: _Scene, trigger: Phrase) -> bool:
    """Whether the words near an event, or those that lead to it, say that it is not of now."""
    lead = scene.text[max(0, trigger.start - LEAD) : trigger.start]
    near = any(abs(one.start - trigger.start) < RECALL for one in scene.background)
    return near or any(0 <= trigger.start - one.end < AHEAD for one in scene.ahead) or bool(OF_YEAR.search(lead))


def _joined(sight: Sight, found: list[Event]) -> tuple[Event, ...]:
    """Make one event of a noun and the verb it does, "strikes targeted", and of "air strikes and artillery fire"."""
    joined: list[Event] = []
    for event in found:
        last = joined[-1] if joined else None
        if last is not None and _goes_with(sight, last, event):
            joined[-1] = replace(last, end=event.end, loose=last.loose and event.loose)
        elif last is not None and last.form == "noun" and event.form == "verb" and _does(sight, last, event):
            fought = BLAST.match(sight.text, last.start) is not None and event.kind in GROUND
            kind, sure = (last.kind, True) if last.sure or not event.sure or fought else (event.kind, True)
            sure = sure and (last.sure or event.sure)
            loose = last.loose and event.loose
            joined[-1] = replace(last, end=event.end, form="verb", kind=kind, sure=sure, loose=loose)
        else:
            joined.append(event)
    return tuple(joined)


def _goes_with(sight: Sight, one: Event, other: Event) -> bool:
    """Whether two nouns are one bombardment: "rocket and mortar attacks"; with "a" before it the second is another."""
    if one.form != "noun" or other.form != "noun" or one.kind not in BOMBARDMENT or other.kind not in BOMBARDMENT:
        return False
    return WITH.fullmatch(sight.text, one.end, other.start) is not None


def _does(sight: Sight, noun: Event, verb: Event) -> bool:
    return DOES.fullmatch(sight.text, noun.end, verb.start) is not None


def _governs(text: str, unreal: Phrase, trigger: Phrase) -> bool:
    """Whether a word such as "could", "threatened to" or "drill" stands over a trigger."""
    if unreal.start >= trigger.start:
        return 0 <= unreal.start - trigger.end <= BESIDE
    if not unreal.end <= trigger.start <= unreal.end + REACH:
        return False
    return UNGOVERNED.search(text[unreal.end : trigger.start]) is None


def _is_hypothetical(text: str, trigger: Phrase) -> bool:
    """Whether "an assault on the town could kill thousands" speaks of no assault that took place."""
    lead = text[max(0, trigger.start - LEAD) : trigger.start]
    return ANY.search(lead) is not None and WOULD.match(text, trigger.end) is not None


def _not_an_event(sight: Sight, start: int, end: int, sort: TriggerSort) -> bool:
    """Whether a trigger is a verb not done ("to strike"), "fighting for …", or a piece of a name."""
    word = sight.text[start:end].lower()
    before = sight.text[:start]
    if sort.form == "verb" and word.endswith("ed") and " " not in word and PARTICIPLE.search(before) is not None:
        return True
    if sort.form == "noun" and (NONE_OF.search(before) or SIMILE.search(before)):
        return True
    only_to = INFINITIVE.search(before) is not None and DID.search(before) is None
    if only_to and (sort.form == "noun" or word.split()[0] in BARE_VERBS):
        return True
    if sort.form == "noun" and word.endswith("ing") and NOT_A_NOUN.match(sight.text, end):
        return True
    named = any(actor.start <= start < actor.end and actor.end > end for actor in sight.actors)
    return named or any(place.start <= start < place.end for place in sight.places)


def _without(text: str, phrases: Sequence[Phrase]) -> str:
    """Return a text of the same length with some phrases blank."""
    letters = list(text)
    for phrase in phrases:
        letters[phrase.start : phrase.end] = " " * (phrase.end - phrase.start)
    return "".join(letters)


def _kind(scene: _Scene, trigger: Phrase, sort: TriggerSort, lexicon: Lexicon) -> tuple[Kind, bool]:
    """Tell a generic trigger's kind from the words around it: the clause first, then the sentence."""
    if sort.kind is not None:
        return sort.kind, True
    blast = BLAST.match(scene.text, trigger.start) is not None
    for window in _windows(scene, trigger, sort):
        for kind, words in lexicon.surroundings:
            if _fits(kind, sort) and not (blast and kind in GROUND) and words.occurs_in(window):
                return kind, True
    return sort.default, False


def kind_of_harm(sight: Sight, start: int, lexicon: Lexicon) -> Kind | None:
    """Return the kind of event that the words around harm to people tell of: "a rocket killed a girl"; None if none."""
    left, right = _clause(sight.text, start, start)
    clause = sight.text[left:right]
    told = (
        kind for kind, words in lexicon.surroundings if kind is not Kind.TERRITORY_CHANGE and words.occurs_in(clause)
    )
    return next(told, None)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause around some words begins and ends: at a point, or at a word such as "after"."""
    left = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    match = CLAUSE_END.search(text, end)
    right = match.start() if match else len(text)
    turn = TURN.search(text, end)
    left = max((one.end() for one in TURN.finditer(text, left, start)), default=left)
    return left, min(turn.start() if turn else right, right)


def _windows(scene: _Scene, trigger: Phrase, sort: TriggerSort) -> Sequence[str]:
    """Return the words around a trigger that may tell its kind, the nearest first.

    Beyond the clause, the words of another event ("the airstrikes were in response to today's attack") say nothing of
    this one, so that there the sentence is read without its triggers.
    """
    text, start, end = scene.text, trigger.start, trigger.end
    left = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    match = CLAUSE_END.search(text, end)
    right = match.start() if match else len(text)
    near_left, near_right = _clause(text, start, end)
    near = (text[max(near_left, start - NEAR) : min(near_right, end + NEAR)], text[near_left:near_right])
    return (*near, scene.bare[left:right]) if sort.default in (Kind.OTHER, Kind.ARMED_CLASH) else near


def _fits(kind: Kind, sort: TriggerSort) -> bool:
    """Whether a kind fits a word: strikes from the air are not made a battle by the front line they hit.

    A place that is taken changed hands, by whatever weapons it was fought for.
    """
    if (kind is Kind.TERRITORY_CHANGE) is not (sort.default is Kind.ARMED_CLASH):
        return False
    return kind not in UNFIT.get(sort.default, ())
