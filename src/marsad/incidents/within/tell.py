"""The incidents one report tells of, from its claims."""

from collections.abc import Iterable, Mapping, Sequence

from marsad.claims.claim import Claim, ClaimType, Step
from marsad.errors import Problem
from marsad.incidents.incident import Incident, RecordedClaim
from marsad.incidents.record import Record
from marsad.incidents.within.account import Account, accounts, spoken_of
from marsad.incidents.within.assemble import Telling, assemble, incident_id
from marsad.incidents.within.dating import dated
from marsad.incidents.within.gather import Group, gather
from marsad.incidents.within.linkers import Linkers, Setting
from marsad.incidents.within.news import news, parents
from marsad.incidents.within.placing import placed
from marsad.incidents.within.recorded import recorded
from marsad.incidents.within.repeated import Repetitions
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part


def tell(
    report: Report, claims: Sequence[Claim], linkers: Linkers, *, step: Step, problems: Sequence[Problem] = ()
) -> Record:
    """Return the record of a report: its claims gathered into incidents, and whatever could not be resolved."""
    country = spoken_of(report, claims, linkers)
    told = accounts(report, claims, linkers, country)
    groups = gather(told)
    homes = {one: incident_id(group) for group in groups for one in group.members()}
    setting = Setting(report=report, linkers=linkers, country=country)
    kept, renamed = _tolls(claims, groups, Repetitions(setting=setting))
    held = [claim for claim in claims if (claim.id in kept if claim.type is ClaimType.CASUALTY else claim.id in homes)]
    entries = recorded([kept.get(claim.id, claim) for claim in held], homes, renamed, setting)
    incidents = _incidents(groups, entries, homes, setting)
    return Record(
        report=report,
        read_by=step,
        claims=entries,
        incidents=incidents,
        problems=(*problems, *_unanchored(told, homes), *_unresolved(incidents, report)),
    )


def _tolls(
    claims: Sequence[Claim], groups: Sequence[Group], repetitions: Repetitions
) -> tuple[dict[str, Claim], dict[str, str]]:
    """Return the tolls to keep by id: those of each incident once, and those of no incident."""
    kept: dict[str, Claim] = {}
    renamed: dict[str, str] = {}
    loose = [claim for claim in claims if claim.type is ClaimType.CASUALTY and claim.about is None]
    for tolls in (*(group.tolls for group in groups), loose):
        single, names = repetitions.once(tolls)
        kept.update({toll.id: toll for toll in single})
        renamed.update(names)
    return kept, renamed


def _incidents(
    groups: Sequence[Group], entries: Sequence[RecordedClaim], homes: Mapping[str, str], setting: Setting
) -> tuple[Incident, ...]:
    whole_of = parents(groups)
    made = []
    where = placed(groups, setting.report, setting.country)
    for group, main, places in zip(groups, news(groups, setting.report), where, strict=True):
        mine = incident_id(group)
        telling = Telling(
            group=group,
            places=places,
            claims=tuple(entry for entry in entries if entry.incident == mine),
            parts=tuple(entry for entry in entries if whole_of.get(entry.incident or "") == mine),
            main=main,
            part_of=whole_of.get(mine),
        )
        made.append(assemble(telling, setting, homes))
    return dated(made, groups, setting)


def _unanchored(told: Iterable[Account], homes: Mapping[str, str]) -> tuple[Problem, ...]:
    """List the words that sound like an event but name no people harmed, no place and no day."""
    return tuple(
        _problem(
            "event_not_anchored", "told without a toll, or a place and a day: no incident was made", one.claim.trigger
        )
        for one in told
        if one.claim.id not in homes
    )


def _unresolved(incidents: Iterable[Incident], report: Report) -> tuple[Problem, ...]:
    """List the times and places of incidents that no rule or gazetteer could resolve."""
    found: dict[tuple[str, Evidence], Problem] = {}
    for incident in incidents:
        when = incident.when
        if when is not None and when.start is None and when.evidence is not None:
            advice = "give the report's date (--published)" if report.published is None else "no rule fits these words"
            found[("time", when.evidence)] = _problem(
                "time_unresolved", f"the day could not be worked out: {advice}", when.evidence
            )
        for place in incident.places:
            if place.gazetteer is None:
                message = "not in the gazetteer: add it to a places file"
                found[("place", place.evidence)] = _problem("place_unknown", message, place.evidence)
    return tuple(found.values())


def _problem(code: str, message: str, evidence: Evidence) -> Problem:
    where = " (headline)" if evidence.span.part is Part.TITLE else ""
    return Problem(
        code=code,
        message=message + where,
        report=evidence.span.report,
        words=evidence.quote,
        span=(evidence.start, evidence.end),
    )
