"""Where an incident took place: the places its tellings name, weighed, or those of the event told before it.

A headline's bare "Hadra" is the province where the report tells of a town in Hadra province; a foreign capital among
places at home is where somebody spoke; an event that names no place happened where the one told before it did, unless
its words put it elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from marsad.claims.claim import LinkType, Relation
from marsad.incidents.within.account import Account
from marsad.incidents.within.gather import Group, nested
from marsad.knowledge import tables
from marsad.places.place import Level, Place, kilometres
from marsad.reports.report import Report
from marsad.text.span import Part

AWAY = frozenset({Relation.FROM, Relation.TO})
TYPED = re.compile(r"\b(?:city|town|village|capital)\b", re.IGNORECASE)
FAR_KM = 60.0  # places farther apart are not near each other; a finer one so far from people harmed is none of theirs
BORROWED = 0.5  # what is left of a place's score where the event itself does not name it
AROUND = 300  # code points of an event's sentence looked through for words that put it elsewhere
# "Elsewhere", "in a village", "in an eastern province": a place of its own that is not named here.
ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separately|meanwhile|in other|another)\b"
    r"|\b(?:in|at|near|on|of) (?:an?|one|several|some|other|two|three|various|many) (?:[\w-]+ ){0,3}"
    r"(?:city|cities|towns?|villages?|provinces?|governorates?|districts?|country|countries|regions?|places)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?\n](?:\s|$)")


def placed(groups: Sequence[Group], report: Report, country: str | None) -> tuple[tuple[Place, ...], ...]:
    """Return the places of each group of tellings, most specific first; ``country`` is the report's own."""
    headline = _headline(report)
    own = tuple(_own(group, country, headline) for group in groups)
    told = sorted(
        ((account, places) for group, places in zip(groups, own, strict=True) for account in group.accounts if places),
        key=lambda pair: pair[0].position,
    )
    return tuple(places or _borrowed(group, told, report) for group, places in zip(groups, own, strict=True))


def _headline(report: Report) -> tuple[int, int]:
    """Return where the body repeats the headline; (0, 0) where it does not."""
    title = (report.title or "").strip()
    start = report.text.find(title) if title else -1
    return (start, start + len(title)) if start >= 0 else (0, 0)


def _stands_in(place: Place, headline: tuple[int, int]) -> bool:
    """Whether the words for a place are those of the headline, or of the body where it repeats the headline."""
    return place.evidence.span.part is Part.TITLE or headline[0] <= place.evidence.start < headline[1]


def _own(group: Group, country: str | None, headline: tuple[int, int]) -> tuple[Place, ...]:
    """Return the places a group's tellings name, each once, most specific first; of one level, the surest first."""
    told = [(order, account, place) for order, account in enumerate(group.accounts) for place in account.places]
    unique: dict[tuple[object, ...], tuple[tuple[bool | int, ...], Place]] = {}
    for order, account, place in told:
        rank = _sureness(order, account, place, in_headline=_stands_in(place, headline))
        key = (place.gazetteer or place.name.lower(), place.level)
        unique[key] = min(unique.get(key, (rank, place)), (rank, place), key=lambda pair: pair[0])
    named = [place for _, place in sorted(unique.values(), key=lambda pair: pair[0])]
    with_tolls = [place for _, account, place in told if account.tolls]
    kept = [
        place
        for place in named
        if not (
            _is_province(place, named, in_headline=_stands_in(place, headline))
            or _is_foreign_seat(place, named, country)
            or _is_stray(place, with_tolls)
        )
    ]
    finest = min((place.level.rank for place in kept if place.relation not in AWAY), default=0)
    here = [place for place in kept if place.relation not in AWAY or place.level.rank >= finest]
    return tuple(sorted(here, key=lambda place: (place.relation in AWAY, place.level.rank, *_vagueness(place, here))))


def _vagueness(place: Place, others: Sequence[Place]) -> tuple[bool, bool]:
    """Rank a place without coordinates last, and before it the one another place of the event is only said to be near.

    "In Umm Rihan near Tal Arda": it was Umm Rihan.
    """
    near = place.relation is Relation.NEAR and any(
        other.relation is Relation.IN and other.level is place.level and _within(place, other) for other in others
    )
    return place.latitude is None, near


def _within(place: Place, other: Place) -> bool:
    distance = kilometres(place, other)
    return distance is not None and distance <= FAR_KM


def _sureness(order: int, account: Account, place: Place, *, in_headline: bool) -> tuple[bool | int, ...]:
    """Rank how surely a place is the event's, the surest lowest.

    A place told with the people harmed is surer than others, the body's than the headline's, an earlier telling's than
    a later one's; of one telling, the one nearest to the words for the event.
    """
    trigger = account.claim.trigger
    ahead = place.evidence.end <= trigger.start
    apart = trigger.start - place.evidence.end if ahead else place.evidence.start - trigger.end
    return (not account.tolls, in_headline, order, apart)


def _is_stray(place: Place, with_tolls: Sequence[Place]) -> bool:
    """Whether a place lies far from where people were harmed, and is finer than that is told."""
    fine = [other for other in with_tolls if other.level.rank <= Level.DISTRICT.rank]
    if not fine or any(other.level.rank <= place.level.rank for other in fine):
        return False
    return place.latitude is not None and not any(nested(place, other) or _within(place, other) for other in fine)


def _is_province(place: Place, others: Sequence[Place], *, in_headline: bool) -> bool:
    """Whether a bare name means the province: for the same event that province is named, and another town in it.

    A headline's bare name may so mean the province around a city that is one of its own.
    """
    if place.level is not Level.SETTLEMENT or place.admin1 is None or TYPED.search(place.evidence.quote):
        return False
    name = place.evidence.quote.casefold()
    provinces = {
        other.admin1 for other in others if other.level is Level.PROVINCE and name in other.evidence.quote.casefold()
    }
    towns = (other for other in others if other is not place and other.level.rank <= Level.SETTLEMENT.rank)
    return any(town.admin1 in provinces and (in_headline or town.admin1 == place.admin1) for town in towns)


def _is_foreign_seat(place: Place, others: Sequence[Place], country: str | None) -> bool:
    """Whether a place is a capital abroad, named beside places at home: somebody spoke there."""
    if country is None or place.country in (None, country) or place.evidence.quote not in tables.metonyms():
        return False
    return any(other.country == country for other in others)


def _borrowed(group: Group, told: Sequence[tuple[Account, tuple[Place, ...]]], report: Report) -> tuple[Place, ...]:
    """Return the places of the event told last before a group that names none; the words stay those of that event."""
    first = next((account for account in group.accounts if account.tolls), group.accounts[0])
    before = [(account, places) for account, places in told if account.position <= first.position]
    if not before or first.recalled or _is_elsewhere(first, report):
        return ()
    account, places = before[-1]
    if account.claim.id in first.linked(LinkType.OTHER_EVENT):
        return ()
    named = frozenset(place.evidence for place in account.places)
    lent = [place for place in places if place.relation not in AWAY]
    chosen = [place for place in lent if place.evidence in named] or lent
    return tuple(replace(place, score=round(place.score * BORROWED, 3)) for place in chosen)


def _is_elsewhere(account: Account, report: Report) -> bool:
    """Whether an event's sentence puts it in a place of its own that it does not name."""
    trigger = account.claim.trigger
    text = report.part(trigger.span.part)
    start = max(0, trigger.start - AROUND)
    begins = [match.end() for match in SENTENCE_END.finditer(text, start, trigger.start)]
    stop = SENTENCE_END.search(text, trigger.end, trigger.end + AROUND)
    end = stop.start() if stop else trigger.end + AROUND
    return ELSEWHERE.search(text, begins[-1] if begins else start, end) is not None
