"""Days that an incident takes from those it is told with."""

import re
from collections.abc import Sequence
from dataclasses import replace

from marsad.incidents.incident import Incident
from marsad.times.interval import Precision, When

TOLD_WITH = "marsad:told_with_the_news"
DAY_BEFORE_TOLD = "marsad:day_of_the_event_told_before"
SAME_DAY = re.compile(
    r"(?:on )?(?:the|that) same (?:day|morning|afternoon|evening|night)"
    r"|(?:later )?that (?:day|morning|afternoon|evening)|(?:\w+ ){0,2}(?:hours?|minutes) (?:later|afterwards?)",
    re.IGNORECASE,
)


def dated_by_the_event_before(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Give "the same day" and "hours later" the single day of the event told before; the words are kept."""
    dated: list[Incident] = []
    for incident in incidents:
        day = dated[-1].when if dated else None
        dated.append(replace(incident, when=_same_day(incident.when, day)))
    return tuple(dated)


def _same_day(when: When | None, day: When | None) -> When | None:
    if when is None or when.start is not None or when.evidence is None:
        return when
    if day is None or day.start is None or day.start != day.end or not SAME_DAY.fullmatch(when.evidence.quote):
        return when
    return replace(when, start=day.start, end=day.end, precision=Precision.DAY, rule=DAY_BEFORE_TOLD)


def dated_with_the_news(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Give news told without a day the single day of the news told first.

    What a report tells together is of one day.
    """
    dated: list[Incident] = []
    news_day: When | None = None
    for incident in incidents:
        when = incident.when
        if incident.main and when is not None and when.start is not None:
            news_day = news_day or when
        if incident.main and when is None and news_day is not None and news_day.start == news_day.end:
            shared = replace(news_day, rule=TOLD_WITH, local_time=None, tz=None, precision=Precision.DAY)
            incident = replace(incident, when=shared)  # noqa: PLW2901 - the incident goes on with its day
        dated.append(incident)
    return tuple(dated)


def dated_by_parents(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Give the parts of an event its day, where they name none of their own."""
    when = {incident.id: incident.when for incident in incidents}
    return tuple(
        replace(one, when=when[one.part_of])
        if one.part_of in when and (one.when is None or one.when.start is None)
        else one
        for one in incidents
    )
