"""When an event took place: the times a sentence names that say neither how long nor when somebody spoke."""

import re
from collections.abc import Iterator, Sequence

from marsad.claims.claim import Mention, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame

SPEECH_TIME = 3  # words between a verb of saying and the day on which it was said
OF_WOUNDS = re.compile(r"\b(?:wounded|injured)\b[^.;]{0,120}\b(?:died|succumbed)\s+$", re.IGNORECASE)
DEICTIC = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|now|this)\b", re.IGNORECASE)


def times(sight: Sight, said: Sequence[Frame]) -> Iterator[tuple[Found, Mention]]:
    """Yield each time at which something may have happened."""
    for time in sight.times:
        lasting = time.label in ("habitual", "duration")
        later = _is_speech_time(sight, time, said) or _is_of_wounds(sight, time)
        if not lasting and not later and not _is_speakers_day(sight, time):
            yield time, Mention(role=Role.TIME, evidence=sight.evidence(time.start, time.end))


def _is_speech_time(sight: Sight, time: Found, said: Sequence[Frame]) -> bool:
    """Whether a day says when somebody spoke rather than when it happened: "the Observatory said on Monday"."""
    for frame in said:
        start, end = frame.outside
        if time.end <= start and not sight.text[time.end : start].strip() and time.start > 0 and frame.leads:
            return False
        near = end <= time.start and sight.words_between(end, time.start) <= SPEECH_TIME
        if near and "," not in sight.text[end : time.start]:
            return True
        if start <= time.start < end:
            return True
    return False


def _is_of_wounds(sight: Sight, time: Found) -> bool:
    """Whether a day says when the wounded died rather than when they were hit: "two of the wounded died overnight"."""
    return OF_WOUNDS.search(sight.text[: time.start]) is not None


def _is_speakers_day(sight: Sight, time: Found) -> bool:
    """Whether a day is the speaker's: "tonight" within quotation marks, which the report does not date."""
    return sight.is_quoted(time.start) and bool(DEICTIC.search(sight.text[time.start : time.end]))
