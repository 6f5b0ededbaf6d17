"""When somebody spoke, and not when it happened: "the army said on Monday", "a statement issued on Monday"."""

import re
from collections.abc import Sequence

from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame

# What may stand between a verb of saying and the day of saying it: whom it was told to, in what, by what means.
_TO_WHOM = (
    r"(?:(?:the|a|an|its|their|our)\s+)?(?:(?:[A-Z][\w'’.-]*|reporters|journalists|news|agency|agencies|state|local|"
    r"television|tv|radio|correspondent|newspaper|channel|council|parliament)\s+){0,6}"
)
ADDRESSED = re.compile(
    rf"\s+{_TO_WHOM}(?:(?:in|at|during|by|via|through|from)\s+(?:(?!on\s|that\s)[\w'’.-]+\s+){{1,7}}"
    r"|on\s+(?:(?:his|her|its|their|the)\s+)?(?:\w+\s+){1,2})?"
)
PAPER = re.compile(
    r"\b(?:statements?|(?:press )?release|communiqu[eé]|report|briefing|message|post|tweet|video|footage|letter)"
    r"(?:\s+(?:was|were))?(?:\s+(?:issued|published|released|posted|made|carried|circulated|broadcast))?\s+\Z",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:said|says|stated|announced|told (?:reporters|journalists)|responsibility|credit|called|urged|condemned|"
    r"denounced|demanded|appealed|vowed|met|voiced|spoke|speaking|commented)\s+\Z",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"\s+(?:also\s+)?(?:claimed\s+(?:responsibility|credit)|accepted|denied|called|urged|condemned|denounced|demanded|"
    r"accused|blamed|vowed|renewed)\b",
    re.IGNORECASE,
)
ATTRIBUTIVE = re.compile(r"overnight\Z|(?:s|s['’]|['’]s)\Z", re.IGNORECASE)
OF_ITSELF = re.compile(r"['’]s\b|s\b")
DAYS = frozenset({"weekday", "date", "relative", "period"})
TO_SPEAKER = 1  # words between a day at the head of a sentence and its speaker: "On Monday, however, the army said"
LONGEST_ADDRESS = 90  # code points between a verb of saying and its day: "told the state news agency in …"


def is_day_of_saying(sight: Sight, time: Found, said: Sequence[Frame], told: Sequence[Event]) -> bool:
    """Whether a day says when somebody spoke rather than when it happened: "the Observatory said on Monday"."""
    if any(_opens(sight, time, frame) for frame in said) or _is_of_an_event(sight, time, told):
        return False
    if any(_heads(sight, time, frame) for frame in said):
        return True
    return was_issued(sight.text, time.start, time.end) or any(_says_when(sight, time, frame, told) for frame in said)


def _heads(sight: Sight, time: Found, frame: Frame) -> bool:
    """Whether a day opens a sentence before its speaker, and what is said has a day of its own.

    "On Monday the army said shells had killed two on Sunday".
    """
    if time.label not in DAYS or time.start > 0 or not frame.leads or time.end > frame.start:
        return False
    if sight.words_between(time.end, frame.start) > TO_SPEAKER:
        return False
    return any(other.label in DAYS and other.start >= frame.outside[1] for other in sight.times)


def was_issued(text: str, start: int, end: int) -> bool:
    """Whether a day is that of a statement or a call: "a statement issued on Monday", "on Monday called for …"."""
    before = text[max(0, start - LONGEST_ADDRESS) : start]
    called = CALLED.search(before) is not None or (before.strip() and CALLS.match(text, end) is not None)
    return bool(called) or PAPER.search(before) is not None


def is_addressed(between: str) -> bool:
    """Whether the words between a verb of saying and a day tell only to whom and where it was said."""
    if not between.strip():
        return True
    return len(between) <= LONGEST_ADDRESS and ADDRESSED.fullmatch(between) is not None


def _opens(sight: Sight, time: Found, frame: Frame) -> bool:
    """Whether a day stands right before a speaker within a sentence: "struck the town on Monday the army said …"."""
    start = frame.outside[0]
    return time.end <= start and not sight.text[time.end : start].strip() and time.start > 0 and frame.leads


def _is_of_an_event(sight: Sight, time: Found, told: Sequence[Event]) -> bool:
    """Whether a day or "overnight" stands before the event it is of: "said overnight raids", "said Monday's blast"."""
    words = sight.text[time.start : time.end]
    if time.label in ("weekday", "part_of_day") and ATTRIBUTIVE.search(words):
        return True
    bare = not words.lower().startswith("on ")
    nouns = any(0 <= event.start - time.end <= 1 and event.form == "noun" for event in told)
    return OF_ITSELF.match(sight.text, time.end) is not None or (bare and nouns)


def _says_when(sight: Sight, time: Found, frame: Frame, told: Sequence[Event]) -> bool:
    """Whether a day stands with a verb of saying: inside its words, or after them with nothing said in between."""
    start, end = frame.outside
    if start <= time.start < end:
        return True
    if frame.deeper is not None and frame.deeper[1] <= time.start:
        end = max(end, frame.deeper[1])
    parted = any(end <= event.start < time.start for event in told)
    return end <= time.start and not parted and is_addressed(sight.text[end : time.start])
