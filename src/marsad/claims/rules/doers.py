"""Who did it: the actor before the noun ("US airstrikes"), after "by", or before the verb ("the army shelled")."""

import re
from collections.abc import Callable, Sequence

from marsad.claims.claim import Kind, Mention, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.knowledge import tables

PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
BY = re.compile(
    r"\b(?:by|blamed on|attributed to|work of|conducted by|carried out by|fired by|launched by|forces of)\s+"
    r"(?:(?:the|a|an|what|some|several|two|suspected|unidentified|unknown|masked|armed)\s+){0,2}"
    r"(?:\w+\s+of\s+(?:the\s+)?)?[“\"]?$",
    re.IGNORECASE,
)
CARRIED_OUT = re.compile(
    r"\b(?:carried out|carry out|carrying out|conducted|conduct|launched|launching|performed|staged|mounted|made|began|"
    r"resumed|continued|continue|intensified|stepped up|in|with|unleashed|opened|set off|planted|dropped|dropping|"
    r"fired|used|using|committed|ordered|hit|waged)\b[^.;:]{0,45}$",
    re.IGNORECASE,
)
NOBODY_AFTER = re.compile(r"\s*(?:[.,;:)]|$|(?:by|in|on|near|at|from|and|after|when|while)\b)")
TOUCHING = re.compile(r"[\s“\"'’-]*(?:[\w-]+\s+)?[“\"]?")
BETWEEN = re.compile(r"[^.;:]{0,50}?\bbetween\s+(?:the\s+)?", re.IGNORECASE)
WITH = re.compile(r"\s+(?:\w+\s+){0,3}?(?:with|against)\s+(?:the\s+)?", re.IGNORECASE)
BELIEVED = re.compile(
    r"\s*,?\s*(?:(?:that|which)\s+(?:is|was|are|were)\s+)?(?:believed|thought|suspected|presumed)\s+to\s+"
    r"(?:be|have been)\s+(?:the work of\s+|carried out by\s+|launched by\s+|from\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
NAMED_SOON = 24  # code points after "between" in which the first side is named: "between fighters of the Marj Front"
LISTED = re.compile(r"\s*(?:,|\band\b|\bor\b)?\s*(?:\band\b\s*)?(?:the\s+)?", re.IGNORECASE)
UNARMED = frozenset({"media", "monitor", "ngo", "igo", "medical", "eyewitness", "relative", "activist"})
PAIRED = re.compile(r"\s*(?:and|,|or)\s+(?:the\s+)?")
OTHER_CLAUSE = re.compile(r"[.;:]|\b(?:when|where|while)\b")
DONE_TO = re.compile(r"\b(?:by|against|on|of|from|with|backed by|including)\s+(?:the\s+)?$", re.IGNORECASE)
WORN = re.compile(r"\s+(?:uniforms?|fatigues|dress|clothes|clothing|insignia)\b", re.IGNORECASE)
ITS = re.compile(
    r"\b(?:it|(?:its|our)\s+(?:own\s+)?(?:[\w-]+\s+)?(?:aircraft|warplanes?|planes?|jets?|helicopters?|drones?|"
    r"air force|artillery|soldiers|troops|forces|fighters|men|units|navy|guards))\s+"
    r"(?:(?:had|have|has|also|\w+ly)\s+){0,3}\Z",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"(?P<one>[\w'’-]+(?:\s[\w'’-]+)?)\s+and\s+(?:the\s+)?(?P<other>[\w'’-]+(?:\s[\w'’-]+)??)(?=[\s.,;]|$)"
)
BY_WITHIN = 14  # words between an event and the "by" that names who did it
DOER_WITHIN = 9  # words between a doer and the verb: "fighters of the brigade on Monday again shelled"

Doers = Callable[[Sight, Event, Sequence[Found], Sequence[Event]], Sequence[Found]]


def perpetrators(sight: Sight, event: Event, found: Sequence[Event], said: Sequence[Frame]) -> tuple[Mention, ...]:
    """Return who did it, by the surest rule; a speaker only where the word for the event stands right at its name."""
    able = [actor for actor in sight.actors if actor.label not in UNARMED and not _is_worn(sight, actor)]
    actors = [actor for actor in able if not _speaks(actor, said)]
    speakers = [actor for actor in able if _speaks(actor, said) and not _says(actor, event, said)]
    speakers_said = [actor for actor in able if _speaks(actor, said) and _says(actor, event, said)]
    tried: tuple[tuple[Doers, Sequence[Found]], ...] = (
        (_between, actors),
        (_against, actors),
        (_right_before, actors),
        (_right_before, speakers),
        (_after_by, actors),
        (_believed, actors),
        (_doer, actors),
        (_own, speakers_said),
        (_sides, actors),
    )
    for rule, among in tried:
        hits = rule(sight, event, among, found)
        if hits:
            return tuple(Mention(role=Role.PERPETRATOR, evidence=sight.evidence(hit.start, hit.end)) for hit in hits)
    return ()


def _is_worn(sight: Sight, actor: Found) -> bool:
    """Whether "police" is only what somebody wears: "gunmen in police uniform"."""
    return WORN.match(sight.text, actor.end) is not None


def _own(sight: Sight, event: Event, speakers: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "the army said its aircraft had struck …", "said it had shelled …": who says so did it."""
    if event.form != "verb" or event.back or not speakers:
        return ()  # a harm that goes back to the event told before says nothing new of who did that
    own = ITS.search(sight.text, speakers[-1].end, event.start)
    return speakers[-1:] if own is not None else ()


def _sides(sight: Sight, event: Event, _: Sequence[Found], __: Sequence[Event]) -> Sequence[Found]:
    """Read "clashes between herders and farmers": sides of whom no roster knows, called by what they are."""
    opened = BETWEEN.match(sight.text, event.start) if event.form == "noun" else None
    pair = PAIR.match(sight.text, opened.end()) if opened is not None else None
    if pair is None or not all(pair[side].split()[-1].lower() in tables.people() for side in ("one", "other")):
        return ()
    return tuple(Found(start=pair.start(side), end=pair.end(side), label="unknown") for side in ("one", "other"))


def _speaks(actor: Found, said: Sequence[Frame]) -> bool:
    return any(frame.start <= actor.start < frame.end for frame in said)


def _says(actor: Found, event: Event, said: Sequence[Frame]) -> bool:
    """Whether a verb of saying parts an actor from an event: "police said shelling …" is no shelling by the police."""
    return any(actor.end <= frame.cue_start < event.start for frame in said)


def _is_active(sight: Sight, event: Event) -> bool:
    """Whether "abducted", "executed" and their like are done here by those before them to those after them."""
    return PASSIVE.search(sight.text[: event.start]) is None and NOBODY_AFTER.match(sight.text, event.end) is None


def _right_before(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "US airstrikes", "rebel shelling", "Syrian and Russian raids"."""
    if event.form == "harmed" or (event.form == "passive" and not _is_active(sight, event)):
        return ()
    before = [one for one in actors if one.end <= event.start]
    near = [one for one in before if TOUCHING.fullmatch(sight.text, one.end, event.start)]
    around = [
        one
        for one in actors
        if one.start <= event.start < one.end and (event.form == "verb" or one.start < event.start)
    ]
    chosen = near[-1:] or around[-1:]
    if not chosen or (event.form in ("noun", "verb") and PASSIVE.search(sight.text[: event.start])):
        return ()
    left = chosen[0].start
    paired = [one for one in before if one.end <= left and PAIRED.fullmatch(sight.text, one.end, left)]
    return paired[-1:] + chosen


def _between(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "fighting broke out between the army, the Marj Front and others": every side did it."""
    opened = BETWEEN.match(sight.text, event.start) if event.form == "noun" else None
    if opened is None:
        return ()
    first = next((one for one in actors if 0 <= one.start - opened.end() <= NAMED_SOON), None)
    return _joined_on(sight, first, actors) if first is not None else ()


def _against(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "soldiers died in clashes with the Marj Front", "the army clashed with rebels": each side did it."""
    opened = WITH.match(sight.text, event.end) if event.kind is Kind.ARMED_CLASH else None
    if opened is None:
        return ()
    other = next((one for one in actors if 0 <= one.start - opened.end() <= NAMED_SOON), None)
    if other is None:
        return ()
    own = (_right_before(sight, event, actors, ()) or _doer(sight, event, actors, ())) if event.form == "verb" else ()
    return (*own, *_joined_on(sight, other, actors))


def _joined_on(sight: Sight, first: Found, actors: Sequence[Found]) -> tuple[Found, ...]:
    """Return an actor and those listed after it: "rebels, the Marj Front and the Sabr Brigade"."""
    listed = [first]
    for one in actors:
        if one.start >= listed[-1].end and LISTED.fullmatch(sight.text, listed[-1].end, one.start):
            listed.append(one)
    return tuple(listed)


def _believed(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "raids believed to be Russian", "a strike suspected to have been carried out by the army"."""
    opened = BELIEVED.match(sight.text, event.end)
    if opened is None:
        return ()
    return tuple(one for one in actors if 0 <= one.start - opened.end() <= NAMED_SOON)[:1]


def _after_by(sight: Sight, event: Event, actors: Sequence[Found], found: Sequence[Event]) -> Sequence[Found]:
    """Read "was shelled on Monday by the army"; never beyond the next event."""
    for actor in actors:
        if actor.start < event.end or sight.words_between(event.end, actor.start) > BY_WITHIN:
            continue
        between = sight.text[event.end : actor.start]
        if re.search(r"[.;:]", between) or any(event.end <= one.start < actor.start for one in found):
            break
        if BY.search(sight.text[event.start : actor.start]):
            return _joined_on(sight, actor, actors)
    return ()


def _doer(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> Sequence[Found]:
    """Read "Turkish forces struck …", "the coalition carried out raids"."""
    if not _is_done(sight, event):
        return ()
    near = [
        actor
        for actor in actors
        if actor.end <= event.start and sight.words_between(actor.end, event.start) <= DOER_WITHIN
    ]
    if not near or OTHER_CLAUSE.search(sight.text, near[-1].end, event.start):
        return ()
    return near[-2:-1] if DONE_TO.search(sight.text[: near[-1].start]) else near[-1:]


def _is_done(sight: Sight, event: Event) -> bool:
    """Whether an event is told as somebody's deed: an active verb, or a noun after "carried out"."""
    before = sight.text[: event.start]
    if event.form == "noun":
        return CARRIED_OUT.search(before) is not None
    if event.form == "verb":
        return PASSIVE.search(before) is None
    return event.form == "passive" and _is_active(sight, event)
