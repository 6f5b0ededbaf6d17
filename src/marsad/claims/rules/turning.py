"""The speaker behind the verb of saying: '…," said the NGO', "… were hurt said the head of the group"."""

import re

from marsad.claims.claim import Stance
from marsad.claims.rules import speaker
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import Phrase, word_set

TELLING = word_set("told tells")  # what follows is who was told: '…," the mayor told reporters'
# "… were killed said Monitor director Samir X." where the points between are lost.
ENDS_WITH_NAME = re.compile(r"\s+(?:the\s+)?(?:[\w'’.-]+\s+){0,7}[\w'’-]+[.\"”\s]*$", re.IGNORECASE)
NO_TURN = re.compile(r"\s+(?:that|it|in|on|at|there|this|these|no|at least|more)\b", re.IGNORECASE)
# "… were badly hurt said the mayor of the town": an office after the verb, nobody before it.
OFFICE = re.compile(
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:head|director|chief|spokes(?:man|woman|person)|governor|mayor|commander)\s+(?:of|for)\b",
    re.IGNORECASE,
)
# A body of which no roster knows, by its kind of name: "the Hadra Monitor for Rights", "the Osk Provincial Council".
BODY = re.compile(
    r"\s+(?:the\s+)?(?:[A-Z][\w'’-]+\s+){0,4}(?:Monitor|Observatory|Network|Cent(?:re|er)|Committees?|Commission|Council|"
    r"Coalition|Association|Agency|Office|Union|Organi[sz]ation|Society|Ministry|Institute|Foundation)\b"
)
PLAIN = re.compile(
    r"\s+(?:the|this|its)\s+((?:[\w-]+\s+){0,2}?[\w-]+)(?=[.”\"]*\s*$|\s+(?:which|who|that|according)\b)"
)


def turned(sight: Sight, cue: Phrase, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the speaker that stands after a verb of saying, where its place and its form show it."""
    if not _may_turn(sight, cue):
        return None
    return speaker.after(sight, cue.end, lexicon)


def behind(sight: Sight, cue: Phrase, holder: tuple[int, int] | None, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the speaker after a verb of saying before which nobody stands who could speak (``holder``)."""
    word = sight.text[cue.start : cue.end].lower()
    if cue.label != Stance.ASSERTED or word in TELLING:
        return None
    if holder is not None and speaker.is_firm(sight, holder, lexicon):
        return None
    office = OFFICE.match(sight.text, cue.end) or BODY.match(sight.text, cue.end)
    if office or _names_speaker(sight, cue.end) or _is_plain_speaker(sight, cue.end, lexicon):
        return speaker.after(sight, cue.end, lexicon)
    return None


def _is_plain_speaker(sight: Sight, start: int, lexicon: Lexicon) -> bool:
    """Whether "the NGO" or "the provincial council" stands behind a verb and ends the sentence or is explained."""
    match = PLAIN.match(sight.text, start)
    return match is not None and match.group(1).split()[-1].lower() in lexicon.speakers


def _may_turn(sight: Sight, cue: Phrase) -> bool:
    """Whether the speaker may stand after the verb: '…," said the NGO'; ", said Ali," has spoken before it."""
    before = sight.text[: cue.start].rstrip()
    if sight.text[cue.start : cue.end].lower() in TELLING:
        return False
    if cue.label == Stance.ASSERTED and ENDS_WITH_NAME.match(sight.text, cue.end) and _names_speaker(sight, cue.end):
        return True
    if not before or before[-1] not in ",”\"»’'" or cue.label != Stance.ASSERTED:
        return False
    return NO_TURN.match(sight.text, cue.end) is None


def _names_speaker(sight: Sight, start: int) -> bool:
    """Whether the name of one who makes statements, and no army's, begins right after a verb of saying."""
    return any(
        actor.start > start
        and actor.label in speaker.SPEAKING_BODIES
        and sight.text[start : actor.start].strip() in ("", "the")
        for actor in sight.actors
    )
