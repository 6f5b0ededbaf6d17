"""Claims as the record holds them: with their holders, their people and their incident."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from marsad.actors.actor import VictimClass
from marsad.claims.claim import Attribution, Claim, ClaimType
from marsad.incidents.incident import Holder, RecordedClaim
from marsad.incidents.within.linkers import Linkers, Setting
from marsad.reports.report import Report
from marsad.text.span import Evidence

AROUND = 160  # code points on each side of a toll that may tell who the people are
OF_OTHERS = re.compile(r"of (?:the|them|those|these|whom)\b", re.IGNORECASE)


def recorded(
    claims: Iterable[Claim], homes: Mapping[str, str], renamed: Mapping[str, str], setting: Setting
) -> tuple[RecordedClaim, ...]:
    """Return claims as the record holds them.

    ``homes`` maps tellings to incidents, ``renamed`` dropped ids to kept ones.
    """
    entries = tuple(_record(claim, homes, renamed, setting) for claim in claims)
    known = {entry.id: entry for entry in entries}
    return tuple(_as_of_whole(entry, known.get(entry.subset_of or "")) for entry in entries)


def _as_of_whole(entry: RecordedClaim, whole: RecordedClaim | None) -> RecordedClaim:
    """Return a part with the class of its whole: one of the fighters is a fighter, whatever their age."""
    if whole is None or whole.victims is None or entry.victims is None:
        return entry
    mine, theirs = entry.victims.victim_class, whole.victims.victim_class
    armed = theirs in (VictimClass.COMBATANT, VictimClass.SECURITY)
    inherited = armed or (theirs is VictimClass.CIVILIAN and mine is VictimClass.UNKNOWN)
    said = mine is not VictimClass.UNKNOWN and entry.victims.demographic is None
    return replace(entry, victims=replace(entry.victims, victim_class=theirs)) if inherited and not said else entry


def _record(claim: Claim, homes: Mapping[str, str], renamed: Mapping[str, str], setting: Setting) -> RecordedClaim:
    report, linkers, country = setting.report, setting.linkers, setting.country
    part_of = claim.subset_of
    base = RecordedClaim(
        id=claim.id,
        incident=homes.get(claim.id),
        type=claim.type,
        event=claim.kind,
        stance=claim.stance,
        attribution=tuple(_holder(one, linkers, country) for one in claim.attribution),
        evidence=claim.evidence,
        review={"reason": claim.review} if claim.review else None,
    )
    if claim.type is not ClaimType.CASUALTY or claim.count is None:
        return base
    naming = _naming(claim)
    words = _people_words(claim, naming)
    bare = words == naming.quote
    around = "" if part_of and OF_OTHERS.match(words) else (_sentence if bare else _around)(naming, report)
    victims = linkers.actors.victims(naming.quote, around, country)
    return replace(
        base,
        harm=claim.harm,
        count=claim.count,
        victims=replace(victims, words=words),
        scope=claim.scope,
        subset_of=renamed.get(part_of, part_of) if part_of else None,
    )


def _naming(claim: Claim) -> Evidence:
    """Return the words of a toll that name the people best: "Eleven fighters" where it is also told as "eleven"."""
    return max(claim.evidence, key=lambda evidence: len(evidence.quote))


def _sentence(evidence: Evidence, report: Report) -> str:
    """Return the words before a bare number in its sentence: "ten civilians were killed and 15" speaks of civilians."""
    text = report.part(evidence.span.part)
    return text[max(0, evidence.start - AROUND) : evidence.end].rpartition(". ")[2]


def _around(evidence: Evidence, report: Report) -> str:
    """Return the words about a toll, which may tell who the people are."""
    text = report.part(evidence.span.part)
    return text[max(0, evidence.start - AROUND) : evidence.end + AROUND]


def _people_words(claim: Claim, naming: Evidence) -> str:
    """Return the words for the people without their number: "people" of "at least 12 people"."""
    quote = naming.quote
    counted = claim.count.words if claim.count else ""
    rest = quote[len(counted) :].strip() if quote.casefold().startswith(counted.casefold()) else quote
    return rest or quote


def _holder(one: Attribution, linkers: Linkers, country: str | None) -> Holder:
    named: Evidence = one.antecedent or one.evidence
    name, actor, role = linkers.actors.holder(named.quote, country)
    return Holder(holder=name, actor=actor, role=role, cue=one.cue, evidence=one.evidence)
