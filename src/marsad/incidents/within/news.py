"""What is a report's news and what it recalls from earlier; which incidents are parts of another."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from marsad.claims.claim import Claim, Harm
from marsad.incidents.alike import Likeness, days_between, kinds_alike, same_place
from marsad.incidents.within.account import RECENT_DAYS, Account, stands_in_lead
from marsad.incidents.within.anchors import HISTORY, WHOLE
from marsad.incidents.within.assemble import incident_id
from marsad.incidents.within.dating import when_of
from marsad.incidents.within.gather import Group, nested
from marsad.places.place import Level
from marsad.reports.report import Report
from marsad.times.interval import Basis

MOST_PARTS = 6  # parts tried together: the sums of more would be found by chance
MOST_TRIED = 12  # incidents from which those are chosen, so that a long list costs no more than a short one
FEWEST_LISTED = 2
AFTERMATH = re.compile(r"\b(?:after|following|since)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
LOOKING_BACK = 40  # code points before an event in which "after" makes it what the news comes after
NEWS_LASTS = 2  # days before its latest event of which a report still tells news and recalls nothing
COVERING = frozenset({Level.PROVINCE, Level.DISTRICT})
COARSE = WHOLE | COVERING


def news(groups: Sequence[Group], report: Report) -> tuple[bool, ...]:
    """Say of each incident whether it is the report's news (True) or recalled from earlier (False).

    A report tells its news first, and the day of that news is the day of the report: what is told later and lies on an
    earlier day is recalled. Where no event stands first, the report's news is something else, and an event that has no
    recent day of its own is only recalled in it.
    """
    led = [any(_leads(account, report) for account in group.accounts) for group in groups]
    days = [_last_day(group) for group in groups]
    latest = max((day for day, leads in zip(days, led, strict=True) if leads and day is not None), default=None)
    return tuple(
        _is_recent(group, report, day, latest) and (leads or _is_told_as_news(group, report, led=any(led)))
        for group, leads, day in zip(groups, led, days, strict=True)
    )


def _leads(account: Account, report: Report) -> bool:
    """Whether a telling stands where a report tells its news; in "Town mourns after attack" the attack is not it."""
    if account.recalled or (account.in_title and _is_looked_back_to(account, report)):
        return False
    return stands_in_lead(account, report)


def _is_looked_back_to(account: Account, report: Report) -> bool:
    text = report.title or "" if account.in_title else report.text
    start = account.claim.trigger.start
    return AFTERMATH.search(text, max(0, start - LOOKING_BACK), start) is not None


def _last_day(group: Group) -> date | None:
    when = when_of(group)
    return when.end if when is not None else None


def _is_recent(group: Group, report: Report, day: date | None, latest: date | None) -> bool:
    """Whether an event is no older than its standing in the report allows: most in a headline, least in the body."""
    if day is None or latest is None:
        return True
    if any(one.in_title and _leads(one, report) for one in group.accounts):
        return (latest - day).days <= RECENT_DAYS
    return (latest - day).days <= NEWS_LASTS


def _is_told_as_news(group: Group, report: Report, *, led: bool) -> bool:
    """Whether an event told farther down is news: its day is known, by other words than a date of no known distance.

    ``led`` says whether some event stands where the report tells its news; then what it tells farther down is news too.
    """
    if any(account.recalled for account in group.accounts):
        return False
    days = [account.when for account in group.accounts if account.when is not None]
    if report.published is None:
        days = [when for when in days if when.basis is not Basis.EXPLICIT]
    return led or any(when.precision not in HISTORY for when in days)


def parents(groups: Sequence[Group]) -> Mapping[str, str]:
    """Map incidents to the one they are parts of: it covers their places and days, and their tolls make its own."""
    found: dict[str, str] = {}
    for whole in groups:
        total = _killed(whole)
        if total is None or not _is_wide(whole):
            continue
        parts = [
            one for one in groups if one is not whole and _may_be_part(one, whole) and incident_id(one) not in found
        ]
        tolls = [(one, _killed(one) or 0) for one in parts]
        chosen = _adding_up(tolls, total) or _listed(whole, tolls, total)
        found.update({incident_id(one): incident_id(whole) for one in chosen})
    return found


def _is_wide(group: Group) -> bool:
    """Whether an event covers a province, a country, or several towns named together."""
    towns = {place.gazetteer or place.name for place in group.places if place.level not in COARSE}
    return not towns or len(towns) > 1


def _may_be_part(one: Group, whole: Group) -> bool:
    if not _killed(one) or kinds_alike(one.kind, whole.kind) < Likeness.COMPATIBLE:
        return False
    gap = days_between(when_of(one), when_of(whole))
    if gap is not None and gap > 0:
        return False
    return not whole.places or any(nested(a, b) or same_place(a, b) for a in one.places for b in whole.places)


def _adding_up(parts: Sequence[tuple[Group, int]], total: int) -> tuple[Group, ...]:
    for size in range(2, min(len(parts), MOST_PARTS) + 1):
        for some in combinations(parts[:MOST_TRIED], size):
            if sum(killed for _, killed in some) == total:
                return tuple(group for group, _ in some)
    return ()


def _listed(whole: Group, parts: Sequence[tuple[Group, int]], total: int) -> tuple[Group, ...]:
    """Return the towns listed under a province's total though they do not make it: shown as is, never repaired."""
    covered = bool(whole.places) and all(place.level in COVERING for place in whole.places)
    if not covered or len(parts) < FEWEST_LISTED or sum(killed for _, killed in parts) > total:
        return ()
    return tuple(group for group, _ in parts)


def _killed(group: Group) -> int | None:
    """Return the exact number of killed, where one is stated as the whole."""
    exact = [toll for toll in group.tolls if _is_exact_total(toll)]
    return exact[0].count.low if exact and exact[0].count else None


def _is_exact_total(toll: Claim) -> bool:
    stated = toll.harm is Harm.KILLED and toll.subset_of is None and toll.count is not None
    return stated and toll.count is not None and toll.count.high is not None and toll.count.low == toll.count.high
