"""Reads the golden cases: a marked report, and what reading it must give.

The format is described in README.md beside this file. Everything is checked on reading: a case that refers to a
mark it does not have, or has a mark nothing refers to, is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from marsad.claims.claim import ClaimType, Harm, Kind, Relation, Scope, Stance
from marsad.errors import UnreadableError
from marsad.reports.report import Report
from marsad.text.notation import MarkedReport, read_report
from marsad.text.span import Part, Span

FOLDER = Path(__file__).parent
CLAIM_ROLES = frozenset({"holder", "relay", "cue", "trigger", *Harm})
INCIDENT_ROLES = frozenset({"trigger", "location", "time", "attacker", "target", "weapon"})
STRENGTHS = ("STRONG", "MEDIUM", "WEAK")
UNSTATED = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedClaim:
    """A claim that reading must find; ``marks`` gives the words of each role."""

    name: str
    type: ClaimType
    harm: Harm | None
    low: int | None
    high: int | None
    stance: Stance
    holder: str | None
    relay: tuple[str, ...] | None
    scope: Scope
    subset_of: str | None
    victims: tuple[tuple[str, str], ...]
    marks: Mapping[str, tuple[Span, ...]]

    @property
    def words(self) -> tuple[Span, ...]:
        """The marked words the claim rests on: its number, or what is asserted or denied."""
        return self.marks[self.harm or "trigger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedWhen:
    """The days of an incident; both None where the words cannot be resolved. The rest is compared where given."""

    start: date | None
    end: date | None
    precision: str | None = None
    local_time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedIncident:
    """An incident that reading must find; ``place`` is the gazetteer's name of its finest place."""

    name: str
    kind: Kind
    main: bool
    claims: tuple[str, ...]
    when: ExpectedWhen | None
    place: str | None
    province: str | None
    relation: Relation | None
    responds_to: str | None
    part_of: str | None
    contradictions: tuple[str, ...] | None
    marks: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden report with what reading it must give, and the list of what is known not to work yet."""

    name: str
    about: str
    strength: str
    document: MarkedReport
    report: Report
    claims: tuple[ExpectedClaim, ...]
    incidents: tuple[ExpectedIncident, ...]
    problems: tuple[str, ...]
    open: tuple[str, ...] = field(default=())


def read_cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Yield every case of the folder, by name."""
    for expected in sorted(folder.glob("*/expected.yml")):
        yield read_case(expected.parent)


def read_case(folder: Path, marked: str | None = None) -> Case:
    """Read one case; an UnreadableError says what is wrong with it. ``marked`` stands in for its report.txt."""
    try:
        document = read_report(marked or (folder / "report.txt").read_text(encoding="utf-8"))
    except UnreadableError as error:
        raise UnreadableError(f"{folder.name}/report.txt: {error}") from error
    report = report_of(document)
    plain = _Fields(folder.name, yaml.safe_load((folder / "expected.yml").read_text(encoding="utf-8")))
    case = Case(
        name=folder.name,
        about=plain.take("about"),
        strength=plain.take("strength"),
        document=document,
        report=report,
        claims=tuple(_claims(plain.inner("claims"), document, report)),
        incidents=tuple(_incidents(plain.inner("incidents"), document, report)),
        problems=tuple(plain.take("problems", ())),
        open=tuple(plain.take("open")),
    )
    plain.done()
    _check(case)
    return case


def report_of(document: MarkedReport) -> Report:
    """Return the report as a reader receives it, without its marks."""
    return Report(
        text=document.body.text,
        title=document.title.text if document.title else None,
        publisher=document.source,
        published=document.published,
        language=document.language,
    )


class _Fields:
    """A mapping of the YAML file that must be used up: an unknown key is a typing error."""

    def __init__(self, where: str, plain: dict[str, Any]) -> None:
        self.where = where
        self.rest = dict(plain)

    def take(self, key: str, default: object = UNSTATED) -> Any:
        """Return and use up a key."""
        if key not in self.rest and default is UNSTATED:
            raise UnreadableError(f"{self.where}: {key} is missing")
        return self.rest.pop(key, default)

    def inner(self, key: str) -> dict[str, "_Fields"]:
        """Return and use up a mapping of mappings."""
        return {name: _Fields(f"{self.where}: {key}.{name}", plain) for name, plain in self.take(key).items()}

    def done(self) -> None:
        """Refuse what nobody asked for."""
        if self.rest:
            raise UnreadableError(f"{self.where}: unknown {', '.join(self.rest)}")


def _claims(plain: dict[str, _Fields], document: MarkedReport, report: Report) -> Iterator[ExpectedClaim]:
    for name, fields in plain.items():
        harm = fields.take("harm", None)
        count = fields.take("count") if harm else {"low": None, "high": None}
        relay = fields.take("relay", None)
        yield ExpectedClaim(
            name=name,
            type=ClaimType(fields.take("type", "casualty") if harm is None else "casualty"),
            harm=Harm(harm) if harm else None,
            low=count["low"],
            high=count["high"],
            stance=Stance(fields.take("stance", "asserted")),
            holder=fields.take("holder", None),
            relay=tuple(relay) if relay is not None else None,
            scope=Scope(fields.take("scope", "this_incident")),
            subset_of=fields.take("subset_of", None),
            victims=tuple(sorted(fields.take("victims", {}).items())),
            marks=_marks_of(name, document, report),
        )
        fields.done()


def _incidents(plain: dict[str, _Fields], document: MarkedReport, report: Report) -> Iterator[ExpectedIncident]:
    for name, fields in plain.items():
        when = fields.take("when", None)
        contradictions = fields.take("contradictions", None)
        relation = fields.take("relation", None)
        yield ExpectedIncident(
            name=name,
            kind=Kind(fields.take("kind")),
            main=fields.take("main", True),
            claims=tuple(fields.take("claims")),
            when=ExpectedWhen(**when) if when else None,
            place=fields.take("place", None),
            province=fields.take("province", None),
            relation=Relation(relation) if relation else None,
            responds_to=fields.take("responds_to", None),
            part_of=fields.take("part_of", None),
            contradictions=None if contradictions is None else tuple(contradictions),
            marks=_marks_of(name, document, report),
        )
        fields.done()


def _marks_of(name: str, document: MarkedReport, report: Report) -> Mapping[str, tuple[Span, ...]]:
    """Return the words marked for a claim or incident, by role."""
    spans: dict[str, tuple[Span, ...]] = {}
    for part, marked in ((Part.TITLE, document.title), (Part.TEXT, document.body)):
        for mark in marked.marks if marked else ():
            if mark.claim == name:
                span = Span(report=report.id, part=part, start=mark.start, end=mark.end)
                spans[mark.role] = (*spans.get(mark.role, ()), span)
    return spans


def _check(case: Case) -> None:
    """Refuse marks and expectations that do not belong together."""
    for mistake in mistakes(case):
        raise UnreadableError(f"{case.name}: {mistake}")


def mistakes(case: Case) -> Iterator[str]:
    """Say what in a case does not fit together."""
    names = {claim.name for claim in case.claims} | {incident.name for incident in case.incidents}
    bodies = [marked for marked in (case.document.title, case.document.body) if marked]
    for mark in (mark for marked in bodies for mark in marked.marks):
        roles = CLAIM_ROLES if mark.claim.startswith("c") else INCIDENT_ROLES
        if mark.claim not in names or mark.role not in roles:
            yield f"nothing is expected of the mark {mark.claim}.{mark.role}"
    if case.strength not in STRENGTHS:
        yield f"strength {case.strength} is none of {', '.join(STRENGTHS)}"
    for claim in case.claims:
        yield from _claim_mistakes(claim, {other.name for other in case.claims})
    for incident in case.incidents:
        yield from _incident_mistakes(incident, case)


def _claim_mistakes(claim: ExpectedClaim, claims: set[str]) -> Iterator[str]:
    role = claim.harm or "trigger"
    if role not in claim.marks:
        yield f"claims.{claim.name}: no words are marked {claim.name}.{role}"
    if (claim.holder is None) != ("holder" not in claim.marks):
        yield f"claims.{claim.name}: a holder needs both a name and a mark {claim.name}.holder"
    if claim.subset_of is not None and claim.subset_of not in claims - {claim.name}:
        yield f"claims.{claim.name}: subset of {claim.subset_of}, which is not there"


def _incident_mistakes(incident: ExpectedIncident, case: Case) -> Iterator[str]:
    claims = {claim.name for claim in case.claims}
    others = {other.name for other in case.incidents} - {incident.name, None}
    if "trigger" not in incident.marks:
        yield f"incidents.{incident.name}: no words are marked {incident.name}.trigger"
    if (incident.place is None) != ("location" not in incident.marks) and incident.place is not None:
        yield f"incidents.{incident.name}: a place needs a mark {incident.name}.location"
    if incident.province is not None and incident.place is None:
        yield f"incidents.{incident.name}: a province needs a place"
    if (incident.when is None) != ("time" not in incident.marks):
        yield f"incidents.{incident.name}: a time needs both days and a mark {incident.name}.time"
    if not claims.issuperset(incident.claims):
        yield f"incidents.{incident.name}: one of its claims is not there"
    for other in (incident.responds_to, incident.part_of):
        if other is not None and other not in others:
            yield f"incidents.{incident.name}: {other} is not there"
