"""When an event took place: the times a sentence names that say neither how long nor when somebody spoke."""

import re
from collections.abc import Iterator, Sequence

from marsad.claims.claim import Mention, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.claims.rules.spoken import is_day_of_saying

REACH = 200  # code points before a time
OF_WOUNDS = re.compile(r"\b(?:wounded|injured)\b[^.;]{0,120}\b(?:died|succumbed)\s+$", re.IGNORECASE)
TOLL_ROSE = re.compile(
    r"\s+(?:the\s+)?(?:\w+\s+)?toll\b[^.;]{0,80}?\b(?:rose|risen|rising|climbed|reached|stood|jumped|grew|increased)\b"
    r"|\s+(?:raised|revised|updated|put|lowered)\s+(?:the|its)\s+(?:\w+\s+)?toll\b",
    re.IGNORECASE,
)
ROSE = re.compile(
    r"\btoll\b[^.;]{0,80}?\b(?:rose|risen|climbed|reached|stood at|jumped|increased)\s+(?:to\s+)?(?:[\w,]+\s+){0,3}\Z",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\.?\s?\((?:[^()]{0,40}\b)?(?:photo|file|handout|image|archive|AFP|AP|EPA|Reuters|Getty|Anadolu|Agencies)\b[^()]{0,40}\)",
    re.IGNORECASE,
)
BORN = re.compile(r"\bborn\s+\Z", re.IGNORECASE)
SCHEDULED = re.compile(r"\b(?:scheduled|due|planned|slated|is to|are to|postponed)\b[^.,;]{0,40}\Z", re.IGNORECASE)
SPAN = re.compile(r"in\s", re.IGNORECASE)
REPEATED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|last|latest|only|worst|deadliest|biggest|heaviest|time|times|"
    r"twice|again)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
OF_TALK = re.compile(
    r"\b(?:allegations?|reports?|accusations?|investigat\w+|inquiry|probe|condemn\w*|anniversary|meeting|talks|session|"
    r"resolution|debate\w*|findings|results|evidence|tests|experts|inspectors)\b",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"\b(?:the|a|an|of|in|from|these|those|its|their|more)\s+\Z", re.IGNORECASE)
DEICTIC = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|now|this)\b", re.IGNORECASE)


def times(sight: Sight, said: Sequence[Frame], told: Sequence[Event]) -> Iterator[tuple[Found, Mention]]:
    """Yield each time at which something may have happened."""
    for time in sight.times:
        lasting = time.label in ("habitual", "duration")
        later = is_day_of_saying(sight, time, said, told) or _is_of_wounds(sight, time) or _is_of_toll(sight, time)
        other = _is_speakers_day(sight, time) or _is_aside(sight, time) or _is_of_talk(sight, time, told)
        if not lasting and not later and not other and not _is_after_no_event(sight, time, told):
            yield time, Mention(role=Role.TIME, evidence=sight.evidence(time.start, time.end))


def _before(sight: Sight, time: Found) -> str:
    """Return the words before a time that can say what it is of."""
    return sight.text[max(0, time.start - REACH) : time.start]


def _is_of_wounds(sight: Sight, time: Found) -> bool:
    """Whether a day says when the wounded died rather than when they were hit: "two of the wounded died overnight"."""
    return OF_WOUNDS.search(_before(sight, time)) is not None


def _is_of_toll(sight: Sight, time: Found) -> bool:
    """Whether a day says when a toll was counted: "on Friday the death toll rose to nine", "raised its toll"."""
    if time.label not in ("weekday", "date", "relative"):
        return False
    after = TOLL_ROSE.match(sight.text, time.end) is not None
    return after or ROSE.search(_before(sight, time)) is not None


def _is_of_talk(sight: Sight, time: Found, told: Sequence[Event]) -> bool:
    """Whether a day is that of talk about an event: "on Friday the council called to investigate the attack"."""
    if time.label not in ("weekday", "date", "relative") or any(event.start < time.start for event in told):
        return False
    first = min((event.start for event in told), default=None)
    return first is not None and OF_TALK.search(sight.text, time.end, first) is not None


def _is_after_no_event(sight: Sight, time: Found, told: Sequence[Event]) -> bool:
    """Whether a time counts from something that is no event: "struck the town hours after aid had come"."""
    counts = sight.text[time.start : time.end].endswith(" after")
    return counts and not any(event.start >= time.end for event in told)


def _is_aside(sight: Sight, time: Found) -> bool:
    """Whether a time is that of a picture, of a plan, or of words beside the event.

    So in "the recently captured town" and "the second attack in three days".
    """
    text = sight.report.part(sight.passage.evidence.span.part)
    if time.label == "date" and CREDIT.match(text, sight.passage.start + time.end):
        return True
    before = _before(sight, time)
    if time.label == "period" and SPAN.match(sight.text, time.start) and REPEATED.search(before):
        return True
    if BORN.search(before) or SCHEDULED.search(before):
        return True
    recently = sight.text[time.start : time.end].lower() in ("recently", "lately")
    return recently and ATTRIBUTE.search(before) is not None


def _is_speakers_day(sight: Sight, time: Found) -> bool:
    """Whether a day is the speaker's: "tonight" within quotation marks, which the report does not date."""
    return sight.is_quoted(time.start) and bool(DEICTIC.search(sight.text[time.start : time.end]))
