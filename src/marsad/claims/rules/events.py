"""Events told in a sentence: the words that tell them, of what kind, and whether they happened at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Kind
from marsad.claims.rules.lexicon import Lexicon, TriggerSort
from marsad.claims.rules.sight import Sight

NEAR = 70  # code points on each side that tell the kind of a generic trigger
RECALL = 60  # code points within which "last month" makes an event background
REACH = 48  # code points before a trigger in which a modal or a plan still governs it
INFINITIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|n't|or)\s+$", re.IGNORECASE)
DID = re.compile(r"\b(?:managed|continued|began|started|went on|proceeded)\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)
GOING_BACK = re.compile(r"\b(?:the|this|that|these|those|both|its|their|his)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|separate|separately|elsewhere|meanwhile|a second|a third|second|third|also|different|earlier|similar|"
    r"in turn|later|other|further)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|\n")
TURN = re.compile(r"\b(?:after|before|when|while|in response|in retaliation|following|but)\b", re.IGNORECASE)
NOT_A_NOUN = re.compile(r"^\s*(?:against|alongside|for|back)\b", re.IGNORECASE)
PLURAL_ONLY = re.compile(r"s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as a sentence tells it: ``start`` to ``end`` are the trigger's words.

    ``kind`` is what the words and their surroundings tell; ``sure`` whether they tell it (else it is the default of a
    generic word). ``form`` is noun, verb, passive, or harmed: an event told only by what became of people. ``back`` marks "the attack", which goes back to one told before; ``another`` a different one;
    ``recalled`` background; ``habitual`` what is said to happen again and again.
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
    """Return the events a sentence tells, in reading order; threats, plans, drills and films are none."""
    text = sight.text
    unreal = lexicon.unreal.find(text)
    habitual = bool(lexicon.habitual.find(text)) or any(time.label == "habitual" for time in sight.times)
    background = lexicon.background.find(text)
    found: list[Event] = []
    triggers = lexicon.triggers.find(text)
    bare = _without(text, [(phrase.start, phrase.end) for phrase in triggers])
    for phrase in triggers:
        sort = lexicon.sort(phrase.label)
        if _not_an_event(sight, phrase.start, phrase.end, sort):
            continue
        if any(_governs(text, one.start, one.end, phrase.start, phrase.end) for one in unreal):
            continue
        kind, sure = _kind((text, bare), phrase.start, phrase.end, sort, lexicon)
        lead = text[max(0, phrase.start - 40) : phrase.start]
        found.append(
            Event(
                start=phrase.start,
                end=phrase.end,
                kind=kind,
                sure=sure,
                form=sort.form,
                back=sort.form == "noun" and bool(GOING_BACK.search(lead)),
                another=bool(ANOTHER.search(lead)) or bool(ANOTHER.match(text)),
                recalled=any(abs(one.start - phrase.start) < RECALL for one in background),
                habitual=habitual,
            )
        )
    return _joined(sight, found)


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


def _governs(text: str, start: int, end: int, trigger: int, trigger_end: int) -> bool:
    """Whether a word such as "could", "threatened to" or "drill" stands over a trigger."""
    if start >= trigger:
        return start - trigger_end <= 2 and start >= trigger_end
    between = text[end:trigger]
    return (
        end <= trigger
        and trigger - end <= REACH
        and not re.search(r"[.;:!?,]|\b(?:after|when|as|killed|that)\b", between)
    )


def _not_an_event(sight: Sight, start: int, end: int, sort: TriggerSort) -> bool:
    before, after = sight.text[:start], sight.text[end:]
    if sort.form == "noun" and INFINITIVE.search(before) and not DID.search(before):
        return True
    if (
        INFINITIVE.search(before)
        and not DID.search(before)
        and sight.text[start:end].lower() in ("pound", "seize", "capture")
    ):
        return True
    if sort.form == "noun" and NOT_A_NOUN.match(after) and sight.text[start:end].lower().endswith("ing"):
        return True
    named = any(actor.start <= start < actor.end and actor.end > end for actor in sight.actors)
    return named or any(place.start <= start < place.end for place in sight.places)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text of the same length with some stretches blank."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _kind(texts: tuple[str, str], start: int, end: int, sort: TriggerSort, lexicon: Lexicon) -> tuple[Kind, bool]:
    """Tell a generic trigger's kind from the words around it: the clause first, then the sentence.

    ``texts`` are the sentence and the sentence without its triggers: beyond the clause, the words of another event
    ("the airstrikes were in response to today's attack") say nothing of this one.
    """
    if sort.kind is not None:
        return sort.kind, True
    text, bare = texts
    left = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    match = CLAUSE_END.search(text, end)
    right = match.start() if match else len(text)
    near_left = max((turn.end() for turn in TURN.finditer(text, left, start)), default=left)
    turn = TURN.search(text, end)
    near_right = min(turn.start() if turn else right, right)
    windows = [text[max(near_left, start - NEAR) : min(near_right, end + NEAR)], text[near_left:near_right]]
    if sort.default is Kind.OTHER:
        windows.append(bare[left:right])
    for window in windows:
        for kind, words in lexicon.surroundings:
            if words.labels_in(window) and _fits(kind, sort):
                return kind, True
    return sort.default, False


def _fits(kind: Kind, sort: TriggerSort) -> bool:
    """A word for strikes from the air is not made a battle by the front line it hits."""
    return not (sort.default in (Kind.AIR_STRIKE, Kind.SHELLING) and kind in (Kind.ARMED_CLASH, Kind.SNIPER_GUNFIRE))
