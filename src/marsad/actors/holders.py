"""Who says so: a common name, a roster id and a capacity for the words that name a speaker."""

import re

from marsad.actors.actor import Actor, ActorKind, ReportContext
from marsad.actors.grammar import Phrase
from marsad.actors.roster import GENERIC, Roster

# "a source at Aleppo Police Command": whoever stands after speaks through the one before.
THROUGH = re.compile(
    r"^(?:an?|the|one|some|several|two|three)?\s*(?:[\w-]+\s){0,3}?"
    r"(?:sources?|spokes(?:man|woman|person|people)|officials?|members?|director|head|chief|reporter|correspondent"
    r"|activists|representatives?|report|statement|teams?|coordinators?)"
    r"\s(?:at|in|for|of|from|with|by)\s(?:the\s)?",
    re.IGNORECASE,
)
IN_PLACE = re.compile(r"\sin\s(?:the\s)?$", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?|so[- ]called)\s+", re.IGNORECASE)
DESCRIBED_FIRST = re.compile(
    r"^(?:the|an?|some|several|many|other|one|two|three|four|five|local|most)\b", re.IGNORECASE
)
LONGEST_HOLDER = 200


def holder_name(
    words: str, *, context: ReportContext | None = None, roster: Roster | None = None
) -> tuple[str, str | None, ActorKind]:
    """Return a speaker's common name, roster id where known, and capacity, from the words that name the speaker.

    "Two residents" gives ("two residents", None, eyewitness); "Observatory director Rami Abdel Rahman" the
    Observatory; "The army" keeps its words and has the id of the army of the country the report speaks of. A speaker
    of no known kind keeps the words, with the kind unknown.
    """
    roster = roster or Roster.default()
    context = context or ReportContext()
    said = " ".join(words.split())[:LONGEST_HOLDER]
    through = THROUGH.match(said)
    if through is not None:
        behind = _read(said[through.end() :], context=context, roster=roster)
        # "Officials in Moscow" are where they are; nobody speaks through a country.
        nobody = {ActorKind.UNKNOWN, ActorKind.GOVERNMENT} if IN_PLACE.search(through.group()) else {ActorKind.UNKNOWN}
        if behind is not None and behind[2] not in nobody:
            return behind
    return _read(said, context=context, roster=roster) or (_plain(said, roster), None, ActorKind.UNKNOWN)


def _read(said: str, *, context: ReportContext, roster: Roster) -> tuple[str, str | None, ActorKind] | None:
    """Name the speaker by the first named actor in the words, else by the first description."""
    phrases = roster.grammar.read(said, alone=True)
    described: tuple[str, str | None, ActorKind] | None = None
    for phrase in phrases:
        actor = roster.of_phrase(phrase, context)
        if actor is None:
            continue
        if phrase.actors or (phrase.country is not None and not actor.id.startswith(GENERIC)):
            return actor.name, actor.id, actor.kind
        if described is None:
            described = (_plain(said, roster), _known(phrase, actor, roster), actor.kind)
    return described


def _known(phrase: Phrase, actor: Actor, roster: Roster) -> str | None:
    """Return the id of whom a description speaks for: "a Turkish minister" for the Turkish government."""
    if not actor.id.startswith(GENERIC):
        return actor.id
    government = roster.state_body("government", phrase.country) if actor.kind is ActorKind.OFFICIAL else None
    return government.id if government else None


def _plain(said: str, roster: Roster) -> str:
    """Return the words as a common name: a description in lower case at its front, a proper name as it is written."""
    name = said.strip(" ,.;:'\"“”‘’")
    words = name.split(" ")
    described = roster.grammar.describes(words[0]) and not (len(words) > 1 and words[1][:1].isupper())
    if described or DESCRIBED_FIRST.match(name):
        return name[:1].lower() + name[1:]
    return ARTICLE.sub("", name)
