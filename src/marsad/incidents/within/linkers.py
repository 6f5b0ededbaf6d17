"""The parts that tie a claim's words to a gazetteer, a calendar and a roster; they are passed in, never fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from marsad.actors.actor import Actor, ActorKind, Victims
from marsad.claims.claim import Mention
from marsad.places.place import Place
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.times.interval import When


class Places(Protocol):
    """Ties the words for places to a gazetteer."""

    def link(self, mentions: Sequence[Mention], report: Report, context: Sequence[str] = ()) -> tuple[Place, ...]:
        """Return the places meant, most specific first; ``context`` is every place word of the report."""
        ...


class Times(Protocol):
    """Ties the words for times to days."""

    def speaks_from(self, report: Report) -> tuple[date | None, Evidence | None]:
        """Return the day the report speaks from, and the words where its head prints it; None where not known."""
        ...

    def link(self, mentions: Sequence[Mention], report: Report) -> When | None:
        """Return the time meant, unresolved where it cannot be told, None where no words are given."""
        ...

    def said(self, evidence: Evidence, report: Report) -> When | None:
        """Return the day on which what these words tell was said, None where their sentence names none."""
        ...

    def named_first(self, report: Report, *, spoken: bool) -> When | None:
        """Return the first day of the last week that the opening of a report names, None where it names none.

        Days on which somebody spoke are passed over unless ``spoken`` lets them stand.
        """
        ...


class Actors(Protocol):
    """Ties the words for people and groups to a roster; ``country`` is the one the report speaks of most."""

    def resolve(self, words: str, country: str | None) -> tuple[Actor, ...]:
        """Return everybody these words name ("Russian and Syrian jets"), nobody where the roster cannot tell."""
        ...

    def holder(self, words: str, country: str | None) -> tuple[str, str | None, ActorKind]:
        """Return a holder's common name, roster id and the capacity in which they speak."""
        ...

    def victims(self, words: str, around: str, country: str | None) -> Victims:
        """Return who the people are, as far as the words tell."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkers:
    """The three linkers a report's claims are tied by."""

    places: Places
    times: Times
    actors: Actors


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an incident is made with: the report, the linkers and the country it speaks of."""

    report: Report
    linkers: Linkers
    country: str | None
