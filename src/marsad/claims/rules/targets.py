"""What was hit: the words after the verb, or after "on", "against", "targeting"."""

import re
from collections.abc import Sequence

from marsad.claims.claim import Mention, Role
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight

AT = re.compile(
    r"\s*(?:also\s+|directly\s+)?(?:on|against|at|targeting|targeted|hit|hitting|struck|of|that hit|that targeted|"
    r"which hit|which targeted)?\s+(?=\S)",
    re.IGNORECASE,
)
FARTHER_AT = re.compile(r"\b(?:against|targeting|targeted|struck)\s+(?=\S)", re.IGNORECASE)
# "A bomb exploded on Monday at the gate of …": what it went off at, if that is a building or people.
BLAST = re.compile(r"explo|deton|went off|go(?:ing|es)? off|bl[eo]w|landed|fell|fallen", re.IGNORECASE)
BLOWN_UP = re.compile(
    r"\s+(?:(?:early|late|on|\w+day|morning|afternoon|evening|night)\s+){0,4}(?:in|at|on|outside|inside|near)\s+"
    r"(?=(?:an?|the|its|their)\s)",
    re.IGNORECASE,
)
# "Repelled an attack by rebels on a post": what was attacked stands behind who did it.
BY_ON = re.compile(r"\s+(?:by|from)\s[^.;:]{1,60}?\s(?:on|against|targeting)\s+(?!\w+day\b)(?=\S)", re.IGNORECASE)
REACH = 110  # code points after an event in which "against" still says what was hit
LONGEST = 90  # code points a target is named by
TARGET_END = re.compile(
    r"[.,;:()“”\"]|\s(?:in|on|at|near|with|by|killing|wounding|injuring|and|as|after|when|while|that|which|who|where|"
    r"outside|around|inside|from|during|said|was|were|is|are|has|have|had|to|late|early|overnight|leaving|causing|"
    r"killed|wounded|injured|destroyed|left|continued|began)\b",
    re.IGNORECASE,
)


def targets(sight: Sight, event: Event, found: Sequence[Event], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return what an event hit, where the words name an actor, a facility or people; otherwise nothing."""
    start = _begins(sight, event, found)
    if start is None:
        return ()
    stop = TARGET_END.search(sight.text, start)
    end = min(stop.start() if stop else len(sight.text.rstrip(" .")), start + LONGEST)
    if end <= start or not _is_known(sight, start, end, lexicon):
        return ()
    return (Mention(role=Role.TARGET, evidence=sight.evidence(start, end)),)


def _begins(sight: Sight, event: Event, found: Sequence[Event]) -> int | None:
    """Return where the words for what an event hit begin; they never lie behind the next event."""
    blast = BLOWN_UP.match(sight.text, event.end) if BLAST.search(sight.text[event.start : event.end]) else None
    if blast is not None:
        return blast.end()
    behind = BY_ON.match(sight.text, event.end) if event.form == "verb" else None
    if behind is not None:
        return behind.end()
    match = AT.match(sight.text, event.end)
    if match is None or (event.form == "noun" and not match.group().strip()):
        following = min((one.start for one in found if one.start >= event.end), default=len(sight.text))
        match = FARTHER_AT.search(sight.text, event.end, min(following, event.end + REACH))
    return match.end() if match else None


def _is_known(sight: Sight, start: int, end: int, lexicon: Lexicon) -> bool:
    words = sight.text[start:end]
    if any(start <= actor.start < end for actor in sight.actors) or lexicon.facilities.occurs_in(words):
        return True
    return any(word in lexicon.people for word in re.findall(r"[\w-]+", words.lower()))
