"""Promises of the comparison itself: it finds nothing in a perfect record, and each mistake where it was made."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from marsad.actors.actor import ActorKind, VictimClass, Victims
from marsad.claims.claim import ClaimType, Count, Lexeme, Relation, Scope, Stance, Step
from marsad.errors import MarsadError, Problem
from marsad.incidents.incident import (
    Acled,
    Blame,
    Contradiction,
    Holder,
    Incident,
    Perpetrator,
    RecordedClaim,
    Target,
    TargetType,
    Weapon,
)
from marsad.incidents.record import Record
from marsad.places.place import Level, Place
from marsad.text.span import Evidence, Span
from marsad.times.interval import Basis, Precision, When

from .cases import FOLDER, Case, ExpectedClaim, ExpectedIncident, read_case, read_cases
from .compare import differences
from .report import pin

CASES = tuple(read_cases())
MARKET = read_case(FOLDER / "market-strike-denied")
SCHOOL = read_case(FOLDER / "school-subsets")
NAMESAKES = read_case(FOLDER / "two-towns-of-one-name")
YEAR = read_case(FOLDER / "no-incident-yearly-report")


def words(case: Case, spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
    """Return the words under these marks."""
    return tuple(case.report.quote(span.start, span.end, span.part) for span in spans)


def perfect(case: Case) -> Record:
    """Return the record that is exactly what a case expects."""
    claims = [_claim(case, claim) for claim in case.claims]
    told = [_occurrence(case, incident) for incident in case.incidents]
    incidents = [_incident(case, incident) for incident in case.incidents]
    problems = tuple(Problem(code=code, message="-", report=case.report.id) for code in case.problems)
    step = Step(name="rules", version="0")
    return Record(
        report=case.report,
        read_by=step,
        claims=(*claims, *told),
        incidents=tuple(incidents),
        problems=problems,
    )


def _claim(case: Case, claim: ExpectedClaim) -> RecordedClaim:
    named = [*(claim.relay or ()), *([claim.holder] if claim.holder else [])]
    roles = ["relay"] * len(claim.relay or ()) + ["holder"]
    chain = [
        Holder(holder=name, actor=None, role=ActorKind.UNKNOWN, cue="-", evidence=words(case, claim.marks[role])[0])
        for name, role in zip(named, roles, strict=False)
    ]
    casualty = claim.harm is not None
    return RecordedClaim(
        id=claim.name,
        incident=None,
        type=claim.type,
        event=case.incidents[0].kind if case.incidents else "other",  # type: ignore[arg-type]
        stance=claim.stance,
        attribution=tuple(chain),
        evidence=words(case, claim.words),
        harm=claim.harm,
        count=Count(low=claim.low, high=claim.high, words="-", lexeme=Lexeme.NUMERAL) if casualty else None,
        scope=claim.scope if casualty else None,
        subset_of=claim.subset_of,
        victims=_victims(dict(claim.victims)),
    )


def _victims(said: dict[str, str]) -> Victims:
    return Victims(
        words="-",
        group=said.get("group"),
        actor=None,
        victim_class=VictimClass(said.get("class", "unknown")),
        nationality=said.get("nationality"),
        demographic=said.get("demographic"),
        protected=said.get("protected"),
    )


def _occurrence(case: Case, incident: ExpectedIncident) -> RecordedClaim:
    return RecordedClaim(
        id=f"occurrence-{incident.name}",
        incident=incident.name,
        type=ClaimType.OCCURRENCE,
        event=incident.kind,
        stance=Stance.ASSERTED,
        attribution=(),
        evidence=words(case, incident.marks["trigger"]),
    )


def _incident(case: Case, incident: ExpectedIncident) -> Incident:
    said = {role: words(case, spans) for role, spans in incident.marks.items()}
    name = incident.place or "somewhere"
    lies = incident.relation or Relation.IN
    places = [_place(name, incident.province, evidence, lies) for evidence in said.get("location", ())]
    blamed = [Perpetrator(name="-", actor=None, basis=Blame.STATED, evidence=one) for one in said.get("attacker", ())]
    targets = said.get("target", ())
    return Incident(
        id=incident.name,
        kind=incident.kind,
        main=incident.main,
        acled=Acled(event_type="-", sub_event_type="-"),
        when=_when(incident, said["time"][0]) if incident.when else None,
        places=tuple(places),
        perpetrators=tuple(blamed),
        targets=tuple(Target(name="-", type=TargetType.UNKNOWN, facility=None, evidence=one) for one in targets),
        weapons=tuple(Weapon(name="-", evidence=one) for one in said.get("weapon", ())),
        contradictions=tuple(Contradiction(about=about, sides=()) for about in incident.contradictions or ()),
        responds_to=incident.responds_to,
        part_of=incident.part_of,
        claims=(*incident.claims, f"occurrence-{incident.name}"),
    )


def _place(name: str, province: str | None, evidence: Evidence, relation: Relation) -> Place:
    return Place(
        name=name,
        gazetteer=None,
        country=None,
        admin1=province,
        latitude=None,
        longitude=None,
        level=Level.SETTLEMENT,
        relation=relation,
        score=1.0,
        others=0,
        evidence=evidence,
    )


def _when(incident: ExpectedIncident, evidence: Evidence) -> When | None:
    wanted = incident.when
    if wanted is None:
        return None
    return When(
        start=wanted.start,
        end=wanted.end,
        local_time=wanted.local_time,
        tz=None,
        precision=Precision(wanted.precision or "day"),
        basis=Basis.RELATIVE,
        rule=None,
        evidence=evidence,
    )


def paths(case: Case, record: Record) -> list[str]:
    """Return where the record differs from the case."""
    return [difference.path for difference in differences(case, record)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_perfect_record_has_no_difference(case: Case) -> None:
    """What each case expects can be expected all at once."""
    assert differences(case, perfect(case)) == ()


def with_claim(case: Case, number: int, **changes: object) -> Record:
    """Return the perfect record with one claim bent."""
    record = perfect(case)
    claims = list(record.claims)
    claims[number] = replace(claims[number], **changes)  # type: ignore[arg-type]
    return replace(record, claims=tuple(claims))


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (with_claim(SCHOOL, 0, count=Count(low=8, high=8, words="-", lexeme=Lexeme.NUMERAL)), "claims.c1.count"),
        (with_claim(SCHOOL, 0, stance=Stance.DENIED), "claims.c1.stance"),
        (with_claim(SCHOOL, 0, scope=Scope.CUMULATIVE), "claims.c1.scope"),
        (with_claim(SCHOOL, 1, subset_of=None), "claims.c2.subset_of"),
        (with_claim(SCHOOL, 1, subset_of="c4"), "claims.c2.subset_of"),
        (with_claim(SCHOOL, 0, victims=None), "claims.c1.victims"),
        (with_claim(MARKET, 0, attribution=()), "claims.c1.holder"),
        (with_claim(MARKET, 1, stance=Stance.ASSERTED), "claims.c2.stance"),
        (with_claim(MARKET, 1, type=ClaimType.STATUS), "claims.c2.type"),
    ],
)
def test_a_bent_claim_is_found_by_its_path(record: Record, path: str) -> None:
    """One mistake in a claim is one difference, at its place."""
    case = SCHOOL if record.report.id == SCHOOL.report.id else MARKET
    assert paths(case, record) == [path]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kind": "shelling_artillery_missile"}, "incidents.i1.kind"),
        ({"main": False}, "incidents.i1.main"),
        ({"when": None}, "incidents.i1.when"),
        ({"perpetrators": ()}, "incidents.i1.attacker"),
        ({"targets": ()}, "incidents.i1.target"),
        ({"weapons": ()}, "incidents.i1.weapon"),
        ({"contradictions": ()}, "incidents.i1.contradictions"),
        ({"responds_to": "i9"}, "incidents.i1.responds_to"),
        ({"part_of": "i9"}, "incidents.i1.part_of"),
        ({"claims": ("c1",)}, "incidents.i1.claims"),
    ],
)
def test_a_bent_incident_is_found_by_its_path(change: dict[str, object], path: str) -> None:
    """One mistake in an incident is one difference, at its place."""
    record = perfect(MARKET)
    bent = replace(record.incidents[0], **change)  # type: ignore[arg-type]
    assert paths(MARKET, replace(record, incidents=(bent,))) == [path]


def test_the_namesake_in_another_province_is_found() -> None:
    """Two towns of one name are told apart by their provinces."""
    record = perfect(NAMESAKES)
    incident = record.incidents[0]
    elsewhere = replace(incident, places=tuple(replace(one, admin1="Eastern Marj") for one in incident.places))
    assert paths(NAMESAKES, replace(record, incidents=(elsewhere,))) == ["incidents.i1.province"]


def test_a_subset_of_a_total_outside_every_incident_stands_outside_too() -> None:
    """The children of a year's dead belong to no incident either."""
    assert paths(YEAR, with_claim(YEAR, 1, scope=Scope.PART)) == ["claims.c2.scope"]


def test_a_lost_claim_and_a_lost_incident_are_found() -> None:
    """What was not found is reported once, not part by part."""
    empty = replace(perfect(MARKET), claims=(), incidents=())
    assert paths(MARKET, empty) == ["claims.c1", "claims.c2", "incidents.i1"]


def test_a_figure_nobody_expects_is_found() -> None:
    """A second reading of the same words is a figure too many, and so is an incident too many."""
    record = perfect(MARKET)
    more = replace(record, claims=(*record.claims, replace(record.claims[0], id="again")))
    assert paths(MARKET, more) == ["claims.extra"]
    twice = replace(record, incidents=(*record.incidents, replace(record.incidents[0], id="again")))
    assert paths(MARKET, twice) == ["incidents.extra"]


def test_an_incident_in_a_negative_case_is_found() -> None:
    """A drill that is read as an attack does not pass."""
    drill = read_case(FOLDER / "no-incident-drill")
    incident = replace(perfect(MARKET).incidents[0], places=(), claims=())
    assert paths(drill, replace(perfect(drill), incidents=(incident,))) == ["incidents.extra"]


def test_open_failures_are_pinned_and_freed_again(tmp_path: Path) -> None:
    """The list of open failures is rewritten, and nothing else in the file."""
    written = (FOLDER / MARKET.name / "expected.yml").read_text(encoding="utf-8")
    expected = tmp_path / "expected.yml"
    expected.write_text(written, encoding="utf-8")
    lost = differences(MARKET, replace(perfect(MARKET), claims=(), incidents=()))
    pin(expected, lost)
    head = written.partition("open:")[0]
    assert expected.read_text(encoding="utf-8") == f"{head}open:\n  - claims.c1\n  - claims.c2\n  - incidents.i1\n"
    pin(expected, ())
    assert expected.read_text(encoding="utf-8") == f"{head}open: []\n"


def copy_of(folder: Path, change: Callable[[str], str], name: str) -> Path:
    """Copy the market case with one of its files changed."""
    for file in ("report.txt", "expected.yml"):
        text = (FOLDER / MARKET.name / file).read_text(encoding="utf-8")
        (folder / file).write_text(change(text) if file == name else text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("report.txt", "{c2.holder: ", "{c9.holder: ", "nothing is expected of the mark c9.holder"),
        ("report.txt", "{i1.trigger: ", "{i1.cause: ", "nothing is expected of the mark i1.cause"),
        ("report.txt", "{c1.killed: ", "{c1.injured: ", "no words are marked c1.killed"),
        ("expected.yml", "holder: the army", "holdr: the army", "unknown holdr"),
        ("expected.yml", "[c1, c2]", "[c1, c3]", "one of its claims is not there"),
        ("expected.yml", "STRONG", "GOOD", "strength GOOD"),
        ("expected.yml", "about:", "aim:", "about is missing"),
    ],
)
def test_a_case_with_a_typing_error_is_refused(tmp_path: Path, file: str, old: str, new: str, why: str) -> None:
    """A slip in a case never becomes a test that silently passes."""
    with pytest.raises(MarsadError, match=why):
        read_case(copy_of(tmp_path, lambda text: text.replace(old, new, 1), file))
