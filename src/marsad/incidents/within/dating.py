"""Which day an event is of: the day told, else that of the event or the news it is told with, else of those who say so.

Every step names its rule, and only the first rests on words that date the event itself. An event recalled from earlier
takes no day from the news.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from marsad.claims.claim import Kind
from marsad.incidents.incident import Incident
from marsad.incidents.within.account import MONTHS_OR_MORE, Account, stands_in_lead
from marsad.incidents.within.gather import Group
from marsad.incidents.within.linkers import Setting
from marsad.times.interval import Basis, Precision, When
from marsad.times.lexicon import WEEKDAY

TOLD_WITH = "marsad:told_with_the_news"
DAY_BEFORE_TOLD = "marsad:day_of_the_event_told_before"
DAY_OF_SAYING = "marsad:day_of_saying"
DAY_NAMED_FIRST = "marsad:day_named_first"
DAY_OF_THE_REPORT = "marsad:day_of_the_report"
FINEST = list(Precision)
COUNTED = frozenset(
    {
        *("ucdp:since", "ucdp:past_hours", "marsad:past_days", "ucdp:past_week", "ucdp:this_week"),
        *("ucdp:weekend", "marsad:from_day_to_day", "marsad:weekdays"),
    }
)
"""The rules of stretches over which a report counts people harmed."""
NIGHTS = frozenset({"marsad:overnight", "ucdp:night_between", "ucdp:night_long"})
NAMED_DAY = re.compile(WEEKDAY, re.IGNORECASE)
SAME_DAY = re.compile(
    r"(?:on )?(?:the|that) same (?:day|morning|afternoon|evening|night)"
    r"|(?:later )?that (?:day|morning|afternoon|evening|night)"
    r"|(?:(?:just|only|a|an|few|several|some|two|three|four|five|six|seven|eight|nine|ten|[1-9]|1[0-2]) ){0,3}"
    r"hours? (?:later|earlier|before|afterwards?)|(?:\w+ ){0,3}minutes (?:later|earlier|before|afterwards?)"
    r"|(?:later|earlier) (?:on |in )?(?:that |the )(?:same )?day",
    re.IGNORECASE,
)

Dating = Callable[[Group], When | None]
"""What dates an event that no words of its own date; None where it cannot."""


def when_of(group: Group) -> When | None:
    """Return the time of the telling that dates it most finely, the first of equals.

    Tellings that recall it count only where no other dates it. A toll counted over several days ("128 killed since
    Thursday") that hold the day told makes the event one of those days. What is told first without a time is not dated
    by months or years, or by words that stayed unresolved, of a later telling.
    """
    told = [account for account in group.accounts if account.when is not None]
    fresh = [account for account in told if not account.recalled] or told
    known = [account for account in fresh if account.when is not None and account.when.start is not None]
    if not known:
        return next((one.when for one in fresh if one is group.accounts[0] or _is_of_the_day(one.when)), None)
    day = min(known, key=_fineness).when
    if day is not None and _is_history(day) and group.accounts[0].when is None:
        return None
    return next((one.when for one in known if _counts_over(one, day)), day)


def _fineness(account: Account) -> int:
    """Rank how finely a telling dates an event; an hour makes its day no surer."""
    rank = FINEST.index(account.when.precision) if account.when is not None else len(FINEST)
    return max(rank, FINEST.index(Precision.DAY))


def _is_history(when: When) -> bool:
    """Whether a time is months or years, and no stretch of weeks that ends with the report."""
    running = when.precision is Precision.MONTH and when.rule in COUNTED
    return when.precision in MONTHS_OR_MORE and not running


def _counts_over(account: Account, day: When | None) -> bool:
    when = account.when
    if when is None or day is None or not account.tolls or not _is_stretch(when):
        return False
    return when.start is not None and when.end is not None and _holds(when.start, when.end, day)


def _holds(start: date, end: date, day: When) -> bool:
    return day.start is not None and day.end is not None and start <= day.start and day.end <= end


def dated(incidents: Sequence[Incident], groups: Sequence[Group], setting: Setting) -> tuple[Incident, ...]:
    """Give incidents without a day of their own the day their report tells them with; ``groups`` are in their order."""
    # The days of a whole campaign are a part's only where nothing nearer dates it.
    found = dated_by_parents(dated_by_the_event_before(incidents), of=is_day_or_night)
    found = dated_by_parents(dated_with_the_news(found))
    found = _dated_by(found, groups, _by_day_named(setting, spoken=False))
    found = dated_with_the_news(_dated_by(found, groups, _by_saying(setting)), of=_is_stretch)
    found = _dated_by(dated_with_the_news(found), groups, _by_day_named(setting, spoken=True))
    return dated_with_the_news(_dated_by(found, groups, _by_printed_day(setting)))


def is_day_or_night(when: When) -> bool:
    """Whether a time is a single day, or the night from one to the next."""
    return when.start is not None and (when.start == when.end or when.rule in NIGHTS)


def dated_by_the_event_before(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Give "the same day" and "hours later" the single day of the event told before; the words are kept."""
    made: list[Incident] = []
    for incident in incidents:
        day = made[-1].when if made else None
        made.append(replace(incident, when=_same_day(incident.when, day)))
    return tuple(made)


def _same_day(when: When | None, day: When | None) -> When | None:
    if when is None or when.start is not None or when.evidence is None:
        return when
    if day is None or day.start is None or day.start != day.end or not SAME_DAY.fullmatch(when.evidence.quote):
        return when
    return replace(when, start=day.start, end=day.end, precision=Precision.DAY, rule=DAY_BEFORE_TOLD)


def dated_by_parents(
    incidents: Sequence[Incident], *, of: Callable[[When], bool] = lambda _: True
) -> tuple[Incident, ...]:
    """Give the parts of an event its day, where they name none of their own; ``of`` says of which events."""
    when = {incident.id: incident.when for incident in incidents if incident.when and of(incident.when)}
    return tuple(
        replace(one, when=when[one.part_of])
        if one.part_of in when and (one.when is None or one.when.start is None)
        else one
        for one in incidents
    )


def dated_with_the_news(
    incidents: Sequence[Incident], *, of: Callable[[When], bool] = is_day_or_night
) -> tuple[Incident, ...]:
    """Give news told without a day that of the news: what a report tells together is of one day.

    It is the day of the event of the same kind told before it ("another 14 were killed in …"), else the latest.
    """
    days = [one.when for one in incidents if one.main and one.when and of(one.when)]
    if not days:
        return tuple(incidents)
    latest = max(days, key=lambda when: (when.end or date.min, when.start or date.min))
    alike: dict[Kind, When] = {}
    made: list[Incident] = []
    for incident in incidents:
        if _is_open(incident):
            news = alike.get(incident.kind, latest)
            made.append(replace(incident, when=_of_day(incident.when, news, TOLD_WITH)))
            continue
        if incident.main and incident.when and of(incident.when):
            alike[incident.kind] = incident.when
        made.append(incident)
    return tuple(made)


def _is_stretch(when: When) -> bool:
    return when.start is not None and when.precision is Precision.DAYS and when.rule in COUNTED


def _is_open(incident: Incident) -> bool:
    """Whether an incident is news that nothing has dated: no words, or only those for a time of day or the same day."""
    return incident.main and (incident.when is None or _is_of_the_day(incident.when))


def _is_of_the_day(when: When | None) -> bool:
    """Whether words tell an hour, or "the same day", and no day."""
    if when is None or when.start is not None or when.evidence is None or NAMED_DAY.search(when.evidence.quote):
        return False
    return when.local_time is not None or SAME_DAY.fullmatch(when.evidence.quote) is not None


def _of_day(when: When | None, day: When, rule: str) -> When:
    """Return a day taken from elsewhere, with the hour told of the event itself."""
    hour = when.local_time if when is not None else None
    precision = day.precision if day.precision is Precision.DAYS else Precision.DAY
    taken = replace(day, local_time=hour, tz=when.tz if when is not None else None, rule=rule, precision=precision)
    if when is None or hour is None:
        return taken
    return replace(taken, precision=when.precision)


def _dated_by(incidents: Sequence[Incident], groups: Sequence[Group], dating: Dating) -> tuple[Incident, ...]:
    made = []
    for incident, group in zip(incidents, groups, strict=True):
        day = dating(group) if _is_open(incident) else None
        made.append(incident if day is None else replace(incident, when=day))
    return tuple(made)


def _by_saying(setting: Setting) -> Dating:
    """Date by the day on which those who tell it spoke: "… were killed, residents said on Monday"."""

    def day_of(group: Group) -> When | None:
        said = (setting.linkers.times.said(one.claim.trigger, setting.report) for one in group.accounts)
        day = next((when for when in said if when is not None), None)
        return _inferred(day, DAY_OF_SAYING) if day is not None else None

    return day_of


def _by_day_named(setting: Setting, *, spoken: bool) -> Dating:
    """Date what a report tells first by the first day it names."""

    def day_of(group: Group) -> When | None:
        named = setting.linkers.times.named_first(setting.report, spoken=spoken) if _leads(group, setting) else None
        return _inferred(named, DAY_NAMED_FIRST) if named is not None else None

    return day_of


def _by_printed_day(setting: Setting) -> Dating:
    """Date what a report tells first by the day printed at its head; the day of publication alone dates nothing."""
    day, printed = setting.linkers.times.speaks_from(setting.report)

    def day_of(group: Group) -> When | None:
        if day is None or printed is None or not _leads(group, setting):
            return None
        return When(
            start=day,
            end=day,
            local_time=None,
            tz=None,
            precision=Precision.DAYS,
            basis=Basis.RELATIVE,
            rule=DAY_OF_THE_REPORT,
            evidence=printed,
        )

    return day_of


def _leads(group: Group, setting: Setting) -> bool:
    """Whether an event is told first in the opening of its report."""
    return stands_in_lead(group.accounts[0], setting.report)


def _inferred(when: When, rule: str) -> When:
    """Return a day that stands near the event and may miss it by one or two: known to within days."""
    return replace(when, precision=Precision.DAYS, basis=Basis.RELATIVE, rule=rule, local_time=None, tz=None)
