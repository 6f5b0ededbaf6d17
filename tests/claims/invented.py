"""Invented sentences as the rules see them: the finders of the invented country, and short ways to ask."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from marsad.actors.roster import ActorFinder, Roster
from marsad.claims.claim import Claim, ClaimType, Kind, Role
from marsad.claims.extractor import Finders
from marsad.claims.rules.events import Event, events
from marsad.claims.rules.lexicon import lexicon
from marsad.claims.rules.reader import RuleReader
from marsad.claims.rules.roles import mentions
from marsad.claims.rules.sight import Sight, see
from marsad.claims.rules.speech import frames
from marsad.claims.rules.tolls import tolls
from marsad.counts.numerals import CountFinder
from marsad.passages.split import split
from marsad.places.finder import PlaceFinder
from marsad.places.gazetteer import Gazetteer
from marsad.reports.report import Report
from marsad.times.phrases import TimeFinder

PLACES = Path(__file__).parents[1] / "gazetteer" / "places.csv"
PUBLISHED = date(2031, 3, 6)


@lru_cache(maxsize=1)
def finders() -> Finders:
    """Return the finders a rule reader is given, with the places of the invented country."""
    return Finders(
        places=PlaceFinder(Gazetteer.from_csv(PLACES)),
        times=TimeFinder(),
        counts=CountFinder(),
        actors=ActorFinder(Roster.default()),
    )


def sight(text: str) -> Sight:
    """Return one sentence with what is known in it marked."""
    report = Report(text=text, publisher="Coast Wire", published=PUBLISHED)
    (passage,) = split(report)
    return see(passage, report, finders())


def claims(text: str, title: str | None = None) -> tuple[Claim, ...]:
    """Return all claims of a report."""
    report = Report(text=text, title=title, publisher="Coast Wire", published=PUBLISHED)
    return tuple(RuleReader(finders()).extract(report, split(report)))


def casualties(text: str, title: str | None = None) -> tuple[Claim, ...]:
    """Return the claims of people harmed."""
    return tuple(claim for claim in claims(text, title) if claim.type is ClaimType.CASUALTY)


def occurrences(text: str, title: str | None = None) -> tuple[Claim, ...]:
    """Return the claims that something happened."""
    return tuple(claim for claim in claims(text, title) if claim.type is ClaimType.OCCURRENCE)


def harmed(text: str) -> list[str]:
    """Return the tolls of a sentence as "killed: five people" and "part killed: a child"."""
    seen = sight(text)
    found = tolls(seen, frames(seen, lexicon()), lexicon())
    return [
        f"{'part ' if toll.subset else ''}{toll.harm}: {text[toll.people.start : toll.people.end]}" for toll in found
    ]


def told(text: str) -> tuple[Event, ...]:
    """Return the events of a sentence."""
    return events(sight(text), lexicon())


def kinds(text: str) -> list[Kind]:
    """Return the kinds of the events of a sentence."""
    return [event.kind for event in told(text)]


def roles(text: str, role: Role) -> list[list[str]]:
    """Return the words that play a role in each event of a sentence."""
    seen = sight(text)
    given = mentions(seen, events(seen, lexicon()), frames(seen, lexicon()), lexicon())
    return [[mention.evidence.quote for mention in mine if mention.role is role] for mine in given]


def holders(claim: Claim) -> list[str]:
    """Return who says so, the outermost first, by the fuller naming where one is known."""
    return [(one.antecedent or one.evidence).quote for one in claim.attribution]
