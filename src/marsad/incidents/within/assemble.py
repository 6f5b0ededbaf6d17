"""From a group of tellings to an incident of the record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from marsad.actors.actor import Actor
from marsad.actors.roster import NAMELESS
from marsad.claims.claim import Claim, LinkType, Role, Stance
from marsad.incidents.contradictions import contradictions
from marsad.incidents.figures import figures
from marsad.incidents.incident import (
    Acled,
    Blame,
    Incident,
    Perpetrator,
    RecordedClaim,
    Target,
    TargetType,
    Weapon,
)
from marsad.incidents.statements import as_parts
from marsad.incidents.within.dating import when_of
from marsad.incidents.within.gather import Group
from marsad.incidents.within.linkers import Setting
from marsad.knowledge import tables
from marsad.knowledge.names import facility_names, weapon_names
from marsad.places.place import Place
from marsad.reports.report import digest
from marsad.text.span import Evidence


def incident_id(group: Group) -> str:
    """Name an incident of one report by the telling that founds it."""
    return "inc_" + digest(group.accounts[0].claim.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A group with its ``places``, its claims, those recorded for its ``parts``, and its standing in the report."""

    group: Group
    places: tuple[Place, ...]
    claims: tuple[RecordedClaim, ...]
    parts: tuple[RecordedClaim, ...]
    main: bool
    part_of: str | None


def assemble(telling: Telling, setting: Setting, homes: Mapping[str, str]) -> Incident:
    """Make the incident of a group; ``homes`` maps claims to incidents."""
    group, claims = telling.group, telling.claims
    perpetrators = _perpetrators(group, setting)
    mine = incident_id(group)
    codes = tables.acled(group.kind.value)
    counted = (*claims, *as_parts(telling.parts))
    reports = {setting.report.id: setting.report}
    return Incident(
        id=mine,
        kind=group.kind,
        main=telling.main,
        acled=Acled(event_type=codes[0], sub_event_type=codes[1]),
        when=when_of(group),
        places=telling.places,
        perpetrators=perpetrators,
        targets=_targets(group, setting),
        weapons=_weapons(group),
        figures=figures(counted, reports=reports),
        contradictions=contradictions(counted, perpetrators, reports=reports, sides=_sides(group)),
        responds_to=_answered(group, homes, mine),
        part_of=telling.part_of,
        claims=tuple(claim.id for claim in claims),
    )


def _sides(group: Group) -> dict[str, str]:
    """Return which actors fight as one."""
    actors = [actor for _, _, actor in _accused(group)]
    return {actor.id: actor.side for actor in actors if actor is not None and actor.side is not None}


def _answered(group: Group, homes: Mapping[str, str], mine: str) -> str | None:
    links = (to for account in group.accounts for to in account.linked(LinkType.RESPONDS_TO))
    return next((homes[to] for to in links if to in homes and homes[to] != mine), None)


def _perpetrators(group: Group, setting: Setting) -> tuple[Perpetrator, ...]:
    """Return those said to have done it, each once by name and basis, with the claims that say so."""
    made: dict[tuple[str, Blame], Perpetrator] = {}
    accused = tuple(_accused(group))
    named = [one for one in accused if one[2] is None or one[2].id not in NAMELESS]
    for claim, evidence, actor in named or accused:
        name = actor.name if actor else _plain(evidence.quote)
        basis = _basis(claim, actor, setting)
        known = made.get((name, basis))
        claims = (*known.claims, claim.id) if known else (claim.id,)
        made[name, basis] = Perpetrator(
            name=name,
            actor=actor.id if actor else None,
            basis=basis,
            evidence=known.evidence if known else evidence,
            claims=tuple(dict.fromkeys(claims)),
        )
    return tuple(made.values())


def _accused(group: Group) -> Iterator[tuple[Claim, Evidence, Actor | None]]:
    for account in group.accounts:
        for evidence, actor in account.actors:
            yield account.claim, evidence, actor
        for blame, actor in account.blames:
            yield blame, blame.said(Role.PERPETRATOR)[0], actor


def _basis(claim: Claim, actor: Actor | None, setting: Setting) -> Blame:
    if claim.stance is Stance.DENIED:
        return Blame.DENIED
    if claim.stance in (Stance.ALLEGED, Stance.POSSIBLE):
        return Blame.ALLEGED
    if claim.attribution and actor is not None:
        last = claim.attribution[-1]
        speakers = setting.linkers.actors.resolve((last.antecedent or last.evidence).quote, setting.country)
        if any(one.id == actor.id or (one.side is not None and one.side == actor.side) for one in speakers):
            return Blame.CLAIMED
    return Blame.STATED


def _targets(group: Group, setting: Setting) -> tuple[Target, ...]:
    made: dict[str, Target] = {}
    for account in group.accounts:
        for evidence in account.claim.said(Role.TARGET):
            name = _plain(evidence.quote)
            facility = next(iter(facility_names().find(evidence.quote)), None)
            made.setdefault(
                name.lower(),
                Target(
                    name=name,
                    type=_target_type(evidence.quote, setting, facility=facility is not None),
                    facility=facility.label if facility else None,
                    evidence=evidence,
                    claims=(account.claim.id,),
                ),
            )
    return tuple(made.values())


def _target_type(words: str, setting: Setting, *, facility: bool) -> TargetType:
    victims = setting.linkers.actors.victims(words, "", setting.country).victim_class.value
    if victims in ("combatant", "security"):
        return TargetType.COMBATANTS
    if facility:
        return TargetType.INFRASTRUCTURE
    return TargetType.CIVILIANS if victims == "civilian" else TargetType.UNKNOWN


def _weapons(group: Group) -> tuple[Weapon, ...]:
    made: dict[str, Weapon] = {}
    for evidence in (one for account in group.accounts for one in account.claim.said(Role.WEAPON)):
        named = next(iter(weapon_names().find(evidence.quote)), None)
        name = named.label if named else _plain(evidence.quote)
        made.setdefault(name, Weapon(name=name, evidence=evidence))
    return tuple(made.values())


def _plain(words: str) -> str:
    for article in ("the ", "a ", "an "):
        if words.lower().startswith(article):
            return words[len(article) :]
    return words
