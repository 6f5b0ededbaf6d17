"""Who is said to have done it: responsibility claimed, laid on somebody, or denied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.claims.claim import Stance
from marsad.claims.extractor import Found
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.knowledge.phrases import word_set

CLAIMED = re.compile(
    r"\b(?:claimed|claims|claim|claiming|took|taken|taking|assumed)\s+(?:the\s+)?(?:responsibility|credit)\b",
    re.IGNORECASE,
)
NOBODY = re.compile(r"\b(?:no|nobody|none|not|any|without|yet)\b", re.IGNORECASE)
BLAMED = re.compile(r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|held|holds|holding)\b(?!\s+by\b)", re.IGNORECASE)
DENIED = re.compile(r"\b(?:denied|denies|denying|rejected|rejects|dismissed|dismisses)\b", re.IGNORECASE)
END = re.compile(r"[.,;:”\"]|\s(?:but|and|while|saying|after|when)\b", re.IGNORECASE)
ARMED = word_set("state_force rebel political_militia identity_militia external_force government police opposition")
GOING_BACK = frozenset({"it", "they", "the group", "the movement", "the organisation", "the militia"})
LONGEST = 60  # code points of what is denied: the words say what, not the whole defence
CLAIMED_BY = 6  # words between a group and "claimed responsibility": "the group's media arm later"
LAID_ON = 5  # words between "blamed" and the group: "blamed the attack on"
JUST_BEFORE = 40  # code points in which "no group has" turns a claim of responsibility into none


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Responsibility in a sentence: whose, by which words, in what stance; ``speaker`` where the verb names one.

    ``who`` is None where the speaker goes back to those thought to have done it ("the group denied killing …").
    """

    who: tuple[int, int] | None
    start: int
    end: int
    stance: Stance
    speaker: tuple[int, int] | None
    cue: str


def blames(sight: Sight, said: Sequence[Frame]) -> tuple[Blame, ...]:
    """Return who is made responsible in a sentence, in reading order."""
    found = [*_claimed(sight), *_laid(sight, said), *_denied(sight, said)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _armed(sight: Sight) -> list[Found]:
    return [actor for actor in sight.actors if actor.label in ARMED]


def _claimed(sight: Sight) -> Iterator[Blame]:
    """Read "the brigade claimed responsibility"; that nobody has done so is no claim."""
    for match in CLAIMED.finditer(sight.text):
        before = [
            actor
            for actor in _armed(sight)
            if actor.end <= match.start() and sight.words_between(actor.end, match.start()) <= CLAIMED_BY
        ]
        if not before or NOBODY.search(sight.text[max(0, match.start() - JUST_BEFORE) : match.start()]):
            continue
        who = (before[-1].start, before[-1].end)
        yield Blame(
            who=who,
            start=match.start(),
            end=match.end(),
            stance=Stance.ASSERTED,
            speaker=who,
            cue=match.group().lower(),
        )


def _laid(sight: Sight, said: Sequence[Frame]) -> Iterator[Blame]:
    """Read "activists blamed the army", "accused rebels of shelling the town", "blamed on militants"."""
    for match in BLAMED.finditer(sight.text):
        after = [
            actor
            for actor in _armed(sight)
            if actor.start >= match.end() and sight.words_between(match.end(), actor.start) <= LAID_ON
        ]
        if not after:
            continue
        frame = _frame_at(match, said)
        yield Blame(
            who=(after[0].start, after[0].end),
            start=match.start(),
            end=after[0].end,
            stance=Stance.ALLEGED,
            speaker=(frame.start, frame.end) if frame else None,
            cue=match.group().lower(),
        )


def _frame_at(match: re.Match[str], said: Sequence[Frame]) -> Frame | None:
    """Return the frame of saying whose verb this is."""
    return next((one for one in said if one.cue_start <= match.start() < one.cue_end), None)


def _denied(sight: Sight, said: Sequence[Frame]) -> Iterator[Blame]:
    """Read "the army denied hitting the market": the one who denies is the one who is thought to have done it."""
    for match in DENIED.finditer(sight.text):
        frame = _frame_at(match, said)
        if frame is None:
            continue
        armed = [actor for actor in _armed(sight) if frame.start <= actor.start < frame.end]
        stop = END.search(sight.text, match.end() + 1)
        end = min(stop.start() if stop else len(sight.text), match.end() + LONGEST)
        start = match.end() + len(sight.text[match.end() : end]) - len(sight.text[match.end() : end].lstrip())
        goes_back = sight.text[frame.start : frame.end].lower() in GOING_BACK
        if end <= start or not (armed or goes_back):
            continue
        yield Blame(
            who=(armed[0].start, armed[0].end) if armed else None,
            start=start,
            end=end,
            stance=Stance.DENIED,
            speaker=(frame.start, frame.end),
            cue=match.group().lower(),
        )
