"""Events told in a sentence: the words that tell them, of what kind, and whether they happened at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Kind
from marsad.claims.rules.lexicon import Lexicon, TriggerSort
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import Phrase

NEAR = 70  # code points on each side that tell the kind of a generic trigger
RECALL = 60  # code points within which "last month" makes an event background
LEAD = 40  # code points before a trigger that hold "the", "another", "a second"
BESIDE = 2  # code points between a trigger and the word that makes it unreal: "strike drill"
REACH = 48  # code points before a trigger in which a modal or a plan still governs it
INFINITIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|n't|or)\s+$", re.IGNORECASE)
DID = re.compile(r"\b(?:managed|continued|began|started|went on|proceeded)\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)
GOING_BACK = re.compile(r"\b(?:the|this|that|these|those|both|its|their|his)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|separate|separately|elsewhere|meanwhile|a second|a third|second|third|also|different|earlier|"
    r"similar|in turn|later|other|further)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|\n")
TURN = re.compile(r"\b(?:after|before|when|while|in response|in retaliation|following|but)\b", re.IGNORECASE)
NOT_A_NOUN = re.compile(r"\s*(?:against|alongside|for|back)\b", re.IGNORECASE)
ANY = re.compile(r"\b(?:an?|any)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
WOULD = re.compile(r"[^,.;:]{0,60}?\s(?:could|would|might|may|will)\s+(?!have\b)", re.IGNORECASE)
UNGOVERNED = re.compile(r"[.;:!?,]|\b(?:after|when|as|killed|that)\b")
BARE_VERBS = ("pound", "seize", "capture")  # triggers that are verbs and yet stand bare after "to" and "could"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as a sentence tells it: ``start`` to ``end`` are the trigger's words.

    ``kind`` is what the words and their surroundings tell; ``sure`` whether they tell it (else it is the default of a
    generic word). ``form`` is noun, verb, passive, or harmed: an event told only by what became of people. ``back``
    marks "the attack", which goes back to one told before; ``another`` a different one; ``recalled`` background;
    ``habitual`` what is said to happen again and again.
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


def events(sight: Sight, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events a sentence tells, in reading order; threats, plans, drills and heart attacks are none."""
    triggers = lexicon.triggers.find(sight.text)
    if not triggers:
        return ()
    unreal, mishaps = lexicon.unreal.find(sight.text), lexicon.mishap.find(sight.text)
    scene = _scene(sight, triggers, lexicon)
    told = (
        phrase
        for phrase in triggers
        if not _not_an_event(sight, phrase.start, phrase.end, lexicon.sort(phrase.label))
        and not any(_governs(sight.text, one, phrase) for one in unreal)
        and not _is_hypothetical(sight.text, phrase)
        and not any(one.start < phrase.start and phrase.end <= one.end for one in mishaps)
    )
    return _joined(sight, [_event(phrase, scene, lexicon) for phrase in told])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, the sentence without its triggers, and what in it makes its events habits or memories."""

    text: str
    bare: str
    habitual: bool
    background: Sequence[Phrase]


def _scene(sight: Sight, triggers: Sequence[Phrase], lexicon: Lexicon) -> _Scene:
    return _Scene(
        text=sight.text,
        bare=_without(sight.text, triggers),
        habitual=bool(lexicon.habitual.find(sight.text)) or any(time.label == "habitual" for time in sight.times),
        background=lexicon.background.find(sight.text),
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
        recalled=any(abs(one.start - phrase.start) < RECALL for one in scene.background),
        habitual=scene.habitual,
    )


def _joined(sight: Sight, found: list[Event]) -> tuple[Event, ...]:
    """Make one event of a noun and the verb it does: "strikes targeted", "a blast hit"."""
    joined: list[Event] = []
    for event in found:
        last = joined[-1] if joined else None
        if last is not None and last.form == "noun" and event.form == "verb" and _does(sight, last, event):
            kind, sure = (last.kind, True) if last.sure or not event.sure else (event.kind, True)
            joined[-1] = replace(last, end=event.end, form="verb", kind=kind, sure=sure and (last.sure or event.sure))
        else:
            joined.append(event)
    return tuple(joined)


def _does(sight: Sight, noun: Event, verb: Event) -> bool:
    between = sight.text[noun.end : verb.start]
    return re.fullmatch(r"\s+(?:(?:also|had|have|has|that|which|directly|reportedly)\s+){0,2}", between) is not None


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
    only_to = INFINITIVE.search(before) is not None and DID.search(before) is None
    if only_to and (sort.form == "noun" or word in BARE_VERBS):
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
    for window in _windows(scene, trigger, sort):
        for kind, words in lexicon.surroundings:
            if _fits(kind, sort) and words.occurs_in(window):
                return kind, True
    return sort.default, False


def _windows(scene: _Scene, trigger: Phrase, sort: TriggerSort) -> Sequence[str]:
    """Return the words around a trigger that may tell its kind, the nearest first.

    Beyond the clause, the words of another event ("the airstrikes were in response to today's attack") say nothing of
    this one, so that there the sentence is read without its triggers.
    """
    text, start, end = scene.text, trigger.start, trigger.end
    left = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    match = CLAUSE_END.search(text, end)
    right = match.start() if match else len(text)
    near_left = max((turn.end() for turn in TURN.finditer(text, left, start)), default=left)
    turn = TURN.search(text, end)
    near_right = min(turn.start() if turn else right, right)
    near = (text[max(near_left, start - NEAR) : min(near_right, end + NEAR)], text[near_left:near_right])
    return (*near, scene.bare[left:right]) if sort.default is Kind.OTHER else near


def _fits(kind: Kind, sort: TriggerSort) -> bool:
    """Whether a kind fits a word: strikes from the air are not made a battle by the front line they hit."""
    return not (sort.default in (Kind.AIR_STRIKE, Kind.SHELLING) and kind in (Kind.ARMED_CLASH, Kind.SNIPER_GUNFIRE))
