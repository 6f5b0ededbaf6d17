"""One telling of an event: an occurrence claim with its places, time and actors tied down."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marsad.actors.actor import Actor
from marsad.claims.claim import Claim, ClaimType, LinkType, Mention, Role
from marsad.incidents.within.linkers import Linkers
from marsad.places.place import Place
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part
from marsad.times.interval import Precision, When

TELLINGS = (ClaimType.OCCURRENCE, ClaimType.RESPONSIBILITY)
OPENING = 240  # code points in which a report opens with its news
LEAD = 700  # code points of the body in which a report tells its news
RECENT_DAYS = 8  # older than this, an event is what a report recalls and not its news
MONTHS_OR_MORE = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})
# Times told from another time ("the year before"), of which a calendar only knows that they lie earlier.
BEFORE = re.compile(r"\b(?:year|month|week|summer|winter|spring|autumn)s?\s+(?:before|earlier|ago)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A telling of an event, and the tolls and the blame told with it.

    ``position`` counts code points, the title before the body.
    """

    claim: Claim
    places: tuple[Place, ...]
    when: When | None
    actors: tuple[tuple[Evidence, Actor | None], ...]
    tolls: tuple[Claim, ...]
    blames: tuple[tuple[Claim, Actor | None], ...]
    position: int
    recalled: bool

    def linked(self, kind: LinkType) -> tuple[str, ...]:
        """Return the claims this telling is tied to in that way."""
        return tuple(link.to for link in self.claim.links if link.type is kind)

    def without(self, tolls: frozenset[str]) -> "Account":
        """Return this telling without some of its tolls."""
        return replace(self, tolls=tuple(toll for toll in self.tolls if toll.id not in tolls))

    @property
    def in_title(self) -> bool:
        """Whether the headline tells it."""
        return self.claim.trigger.span.part is Part.TITLE


def accounts(report: Report, claims: Sequence[Claim], linkers: Linkers, country: str | None) -> tuple[Account, ...]:
    """Tie every occurrence of a report down, in reading order; ``country`` is the one the report speaks of most."""
    context = tuple(evidence.quote for claim in claims for evidence in claim.said(Role.PLACE))
    today, printed = linkers.times.speaks_from(report)
    about: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.about is not None:
            about.setdefault(claim.about, []).append(claim)
    told = (claim for claim in claims if claim.about is None and claim.type in TELLINGS)
    made = []
    for claim in told:
        when = linkers.times.link(_times(claim, printed), report)
        tied = about.get(claim.id, ())
        account = Account(
            claim=claim,
            places=linkers.places.link([one for one in claim.mentions if one.role is Role.PLACE], report, context),
            when=when,
            recalled=(claim.recalled and not _opens(claim, when, today)) or _is_old(when, today) or _came_before(claim),
            actors=_actors(claim, linkers, country),
            tolls=tuple(one for one in tied if one.type is ClaimType.CASUALTY),
            blames=tuple(_blames(tied, linkers, country)),
            position=_position(report, claim),
        )
        made.append(account)
    return tuple(sorted(made, key=lambda account: (account.position, account.claim.id)))


def stands_in_lead(account: Account, report: Report) -> bool:
    """Whether a telling stands where a report tells its news: in its headline or the opening of its body."""
    return account.position < len(report.title or "") + LEAD


def _blames(tied: Iterable[Claim], linkers: Linkers, country: str | None) -> Iterator[tuple[Claim, Actor | None]]:
    for claim in tied:
        if claim.type is ClaimType.RESPONSIBILITY:
            for _, actor in _actors(claim, linkers, country):
                yield claim, actor


def _times(claim: Claim, printed: Evidence | None) -> list[Mention]:
    """Return a claim's times without the date at the report's head, which says when it was printed."""
    times = [one for one in claim.mentions if one.role is Role.TIME]
    return [one for one in times if printed is None or not one.evidence.span.overlaps(printed.span)]


def _opens(claim: Claim, when: When | None, today: date | None) -> bool:
    """Whether a report opens with what is told, days old as it is: "48 people were killed earlier this week"."""
    if claim.trigger.span.part is Part.TEXT and claim.trigger.start > OPENING:
        return False
    return (
        when is not None and when.end is not None and today is not None and 0 <= (today - when.end).days <= RECENT_DAYS
    )


def _came_before(claim: Claim) -> bool:
    """Whether what is told came before the news: "the attack came a day after a bomb had killed nine"."""
    times = (one.evidence for one in claim.mentions if one.role is Role.TIME)
    return any(one.quote.endswith(" after") and one.end <= claim.trigger.start for one in times)


def _is_old(when: When | None, today: date | None) -> bool:
    """Whether what is told lies so far back that the report can only recall it; news is not dated by its month."""
    if when is None:
        return False
    if when.end is None:
        return when.evidence is not None and BEFORE.search(when.evidence.quote) is not None
    if today is None:
        return when.precision in MONTHS_OR_MORE
    month_is_over = (when.end.year, when.end.month) < (today.year, today.month)
    return (today - when.end).days > RECENT_DAYS or (when.precision in MONTHS_OR_MORE and month_is_over)


def _actors(claim: Claim, linkers: Linkers, country: str | None) -> tuple[tuple[Evidence, Actor | None], ...]:
    return tuple(
        (one, actor)
        for one in claim.said(Role.PERPETRATOR)
        for actor in (linkers.actors.resolve(one.quote, country) or (None,))
    )


def spoken_of(report: Report, claims: Sequence[Claim], linkers: Linkers) -> str | None:
    """Return the country the report speaks of most, by its places; None where it names none that is known."""
    mentions = [one for claim in claims for one in claim.mentions if one.role is Role.PLACE]
    if not mentions:
        return None
    context = tuple(one.evidence.quote for one in mentions)
    countries = Counter(place.country for place in linkers.places.link(mentions, report, context) if place.country)
    return min(countries, key=lambda code: (-countries[code], code)) if countries else None


def _position(report: Report, claim: Claim) -> int:
    title = len(report.title or "")
    return claim.trigger.start if claim.trigger.span.part is Part.TITLE else title + claim.trigger.start
