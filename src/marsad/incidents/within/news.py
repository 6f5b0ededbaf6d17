"""What is a report's news and what it recalls from earlier; which incidents are parts of another."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from marsad.claims.claim import Claim, Harm
from marsad.incidents.alike import Likeness, days_between, kinds_alike, same_place
from marsad.incidents.within.account import RECENT_DAYS
from marsad.incidents.within.assemble import incident_id, when_of
from marsad.incidents.within.gather import LEAD, WHOLE, Group, nested
from marsad.places.place import Level
from marsad.reports.report import Report

MOST_PARTS = 6  # parts tried together: the sums of more would be found by chance
MOST_TRIED = 12  # incidents from which those are chosen, so that a long list costs no more than a short one
FEWEST_LISTED = 2
COVERING = frozenset({Level.PROVINCE, Level.DISTRICT})
COARSE = WHOLE | COVERING


def news(groups: Sequence[Group], report: Report) -> tuple[bool, ...]:
    """Say of each incident whether it is the report's news (True) or recalled from earlier (False)."""
    title = len(report.title or "")
    led = [
        any(one.in_title or one.position < title + LEAD for one in group.accounts if not one.recalled)
        for group in groups
    ]
    days = [_last_day(group) for group in groups]
    latest = max((day for day, leads in zip(days, led, strict=True) if leads and day is not None), default=None)
    return tuple(_is_news(group, day, latest, leads=leads) for group, leads, day in zip(groups, led, days, strict=True))


def _last_day(group: Group) -> date | None:
    when = when_of(group)
    return when.end if when is not None else None


def _is_news(group: Group, day: date | None, latest: date | None, *, leads: bool) -> bool:
    if day is not None and latest is not None and (latest - day).days > RECENT_DAYS:
        return False
    return leads or not any(account.recalled for account in group.accounts)


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
