"""Ties the words of claims for people and groups to the roster."""

from dataclasses import dataclass

from marsad.actors.actor import Actor, ActorKind, ReportContext, Victims
from marsad.actors.holders import holder_name
from marsad.actors.roster import Roster
from marsad.actors.victims import read_victims


@dataclass(frozen=True, slots=True)
class RosterActors:
    """Resolves actors, holders and victims by a roster and the country a report speaks of most."""

    roster: Roster

    def resolve(self, words: str, country: str | None) -> tuple[Actor, ...]:
        """Return everybody these words name, nobody where the roster cannot tell."""
        return self.roster.resolve_all(words, ReportContext(country=country))

    def holder(self, words: str, country: str | None) -> tuple[str, str | None, ActorKind]:
        """Return a holder's common name, roster id and the capacity in which they speak."""
        return holder_name(words, context=ReportContext(country=country), roster=self.roster)

    def victims(self, words: str, around: str, country: str | None) -> Victims:
        """Return who the people of a count are, as far as its words and the sentence around it tell."""
        return read_victims(words, around=around, context=ReportContext(country=country), roster=self.roster)
