"""Promises about the record as plain JSON values."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from incidents.generated import merged_incidents, records
from marsad.actors.actor import ActorKind, VictimClass, Victims
from marsad.claims.claim import ClaimType, Count, Harm, Kind, Lexeme, Relation, Scope, Stance, Step
from marsad.errors import MarsadError
from marsad.incidents.codec import decode, encode
from marsad.incidents.incident import (
    Acled,
    Grade,
    Holder,
    Incident,
    MergedIncident,
    Origins,
    RecordedClaim,
)
from marsad.incidents.record import Record
from marsad.places.place import Level, Place
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part
from marsad.times.interval import Basis, Precision, When

REPORT = Report(
    title="Grain store hit at Umm Zarqa",
    text="A teacher said shells fell on the grain store in Umm Zarqa on Friday, killing nine people.",
    publisher="Valley Post",
    published=date(2032, 5, 8),
    language="en",
)


def quote(words: str, part: Part = Part.TEXT) -> Evidence:
    """Return these words of the invented report."""
    start = REPORT.part(part).index(words)
    return REPORT.quote(start, start + len(words), part)


CASUALTY = RecordedClaim(
    id="clm_1",
    incident="inc_1",
    type=ClaimType.CASUALTY,
    event=Kind.SHELLING,
    stance=Stance.ASSERTED,
    attribution=(
        Holder(holder="a teacher", actor=None, role=ActorKind.EYEWITNESS, cue="said", evidence=quote("A teacher")),
    ),
    evidence=(quote("nine people"),),
    harm=Harm.KILLED,
    count=Count(low=9, high=9, words="nine", lexeme=Lexeme.NUMERAL),
    victims=Victims(
        words="people",
        group=None,
        actor=None,
        victim_class=VictimClass.UNKNOWN,
        nationality=None,
        demographic=None,
        protected=None,
    ),
    scope=Scope.THIS_INCIDENT,
)
DENIAL = RecordedClaim(
    id="clm_2",
    incident="inc_1",
    type=ClaimType.RESPONSIBILITY,
    event=Kind.SHELLING,
    stance=Stance.DENIED,
    attribution=(),
    evidence=(quote("hit", Part.TITLE),),
)
INCIDENT = Incident(
    id="inc_1",
    kind=Kind.SHELLING,
    main=True,
    acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
    when=When(
        start=date(2032, 5, 7),
        end=date(2032, 5, 7),
        local_time=None,
        tz=None,
        precision=Precision.DAY,
        basis=Basis.RELATIVE,
        rule="weekday",
        evidence=quote("on Friday"),
    ),
    places=(
        Place(
            name="Umm Zarqa",
            gazetteer=None,
            country=None,
            admin1=None,
            latitude=None,
            longitude=None,
            level=Level.SETTLEMENT,
            relation=Relation.IN,
            score=0.5,
            others=0,
            evidence=quote("Umm Zarqa", Part.TITLE),
        ),
    ),
    claims=("clm_1", "clm_2"),
)
RECORD = Record(
    report=REPORT, read_by=Step(name="rules", version="0.1.0"), claims=(CASUALTY, DENIAL), incidents=(INCIDENT,)
)
MERGED = MergedIncident(
    code="MS-1",
    incident=INCIDENT,
    reports=(),
    claims=(CASUALTY, DENIAL),
    origins=Origins(holders=("a teacher",), low=1, high=1),
    grade=Grade(scheme="marsad", value="single", rules=()),
)


@given(records())
def test_a_record_comes_back_the_same(record: Record) -> None:
    """Whatever the types allow is written and read without loss, through JSON text."""
    written = json.dumps(record.to_dict(), allow_nan=False)
    assert Record.from_dict(json.loads(written)) == record


@settings(max_examples=60)
@given(merged_incidents())
def test_an_incident_across_reports_comes_back_the_same(merged: MergedIncident) -> None:
    """Each piece of evidence of a merged incident keeps the report it is from."""
    assert decode(MergedIncident, json.loads(json.dumps(encode(merged)))) == merged


def test_the_record_has_the_keys_of_the_contract_in_their_order() -> None:
    """Whoever reads the file by eye meets the report first, then who claims what."""
    written = RECORD.to_dict()
    assert list(written) == ["record", "report", "claims", "incidents", "problems"]
    assert " ".join(written["report"]) == (
        "id external_id title publisher published url language text_sha256 text read_by"
    )
    assert written["report"]["read_by"] == {"marsad": "0.1.0", "reader": "rules", "weights": None}
    assert " ".join(written["claims"][0]) == (
        "id incident type event stance attribution evidence harm count victims scope subset_of review"
    )
    assert " ".join(written["incidents"][0]) == (
        "id kind main acled when places perpetrators targets weapons figures contradictions responds_to part_of claims"
    )


def test_a_holder_stands_beside_the_words_that_name_it() -> None:
    """The words of a holder are spelled start, end and quote, in the holder itself."""
    (holder,) = RECORD.to_dict()["claims"][0]["attribution"]
    assert holder == {
        "holder": "a teacher",
        "actor": None,
        "role": "eyewitness",
        "cue": "said",
        "start": 0,
        "end": 9,
        "quote": "A teacher",
    }


def test_a_place_ends_with_its_words_and_their_span() -> None:
    """A place found in the headline says so."""
    (place,) = RECORD.to_dict()["incidents"][0]["places"]
    assert list(place)[-3:] == ["quote", "span", "in"]
    assert (place["quote"], place["span"], place["in"]) == ("Umm Zarqa", [19, 28], "title")


def test_a_time_without_words_has_neither_quote_nor_span() -> None:
    """Unknown is a value."""
    when = replace(INCIDENT.when, evidence=None, start=None, end=None) if INCIDENT.when else None
    written = encode(replace(INCIDENT, when=when))
    assert (written["when"]["quote"], written["when"]["span"], written["when"]["start"]) == (None, None, None)
    assert decode(Incident, written, report=REPORT.id).when == when


def test_words_of_the_body_say_nothing_of_where_they_stand() -> None:
    """Only the headline is marked."""
    assert RECORD.to_dict()["claims"][0]["evidence"] == [{"start": 78, "end": 89, "quote": "nine people"}]


def test_a_denial_tells_no_count() -> None:
    """What belongs to casualties is left out of every other claim."""
    assert list(RECORD.to_dict()["claims"][1])[-2:] == ["evidence", "review"]


def test_a_denial_with_a_count_is_refused() -> None:
    """It could not be written without losing the count."""
    with pytest.raises(MarsadError, match=r"clm_2.*harm"):
        encode(replace(DENIAL, harm=Harm.KILLED))


def test_words_of_another_report_are_refused() -> None:
    """A record quotes its own report and no other."""
    other = Report(text="Nothing happened.").quote(0, 7)
    with pytest.raises(MarsadError, match=r"cannot be quoted.*Nothing"):
        replace(RECORD, claims=(replace(CASUALTY, evidence=(other,)),)).to_dict()


def test_a_merged_incident_is_its_incident_with_the_claims_in_full() -> None:
    """Each claim and each piece of evidence beside a value says from which report it is."""
    written = encode(MERGED)
    assert written["id"] == "inc_1"
    assert written["code"] == "MS-1"
    assert [claim["report"] for claim in written["claims"]] == [REPORT.id, REPORT.id]
    assert written["when"]["report"] == REPORT.id
    assert "report" not in written["claims"][0]["evidence"][0]


def test_a_merged_incident_that_names_other_claims_is_refused() -> None:
    """The names of the claims are not written twice, so they must agree."""
    with pytest.raises(MarsadError, match="MS-1"):
        encode(replace(MERGED, claims=(CASUALTY,)))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("claims", 0, "count", "low"), "nine", r"claims\.0\.count\.low should be a whole number"),
        (("claims", 0, "count", "low"), True, r"claims\.0\.count\.low should be a whole number"),
        (("claims", 0, "count", "high"), 3, r"claims\.0\.count cannot be: low above high"),
        (("claims", 0, "stance"), "shouted", r"claims\.0\.stance should be one of asserted"),
        (("claims", 0, "evidence", 0, "end"), 2, r"claims\.0\.evidence\.0 cannot be: span"),
        (("claims", 0, "evidence", 0, "in"), "text", r"claims\.0\.evidence\.0\.in should be left out"),
        (("claims", 0, "evidence", 0, "report"), "rep_1", r"claims\.0\.evidence\.0\.report is not known"),
        (("claims", 1, "harm"), "killed", r"claims\.1\.harm is not known"),
        (("incidents", 0, "when", "start"), "7 May", r"incidents\.0\.when\.start should be a day"),
        (("incidents", 0, "when", "start"), "20320507", r"incidents\.0\.when\.start should be a day"),
        (("incidents", 0, "places", 0, "score"), None, r"incidents\.0\.places\.0\.score should be a number"),
        (("incidents", 0, "places", 0, "span"), [1], r"places\.0\.span should hold 2"),
        (("incidents", 0, "places"), {}, r"incidents\.0\.places should be a list"),
        (("incidents", 0, "main"), 1, r"incidents\.0\.main should be true or false"),
        (("report", "text"), "Another text.", r"report\.text_sha256 is not the digest"),
        (("report", "read_by", "mood"), "good", r"report\.read_by\.mood is not known"),
        (("record",), 2, r"record is 2; this marsad knows 1"),
        (("problems",), None, r"problems should be a list"),
    ],
)
def test_anything_else_is_refused_by_its_path(path: tuple[str | int, ...], value: object, message: str) -> None:
    """The error names the report and where in the record the trouble stands."""
    plain = RECORD.to_dict()
    inner = plain
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index] # a path is written for its record
    inner[path[-1]] = value  # type: ignore[index] # the same
    with pytest.raises(MarsadError, match=message) as refused:
        Record.from_dict(plain)
    assert REPORT.id in str(refused.value)


@pytest.mark.parametrize("path", [("claims",), ("report", "url"), ("report", "read_by"), ("report", "text_sha256")])
def test_a_missing_key_is_refused_by_its_path(path: tuple[str, ...]) -> None:
    """A key left out is not the same as null."""
    plain = RECORD.to_dict()
    inner = plain
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    with pytest.raises(MarsadError, match=rf"{path[-1]} is missing"):
        Record.from_dict(plain)


@pytest.mark.parametrize("plain", [None, [], "record", {"record": 1}, {"record": 1, "report": 3}])
def test_what_is_no_record_is_refused(plain: object) -> None:
    """Nothing but a MarsadError comes out of reading a stranger's JSON."""
    with pytest.raises(MarsadError):
        decode(Record, plain)


def test_a_part_read_alone_needs_to_know_its_report() -> None:
    """Evidence of no report cannot be made."""
    with pytest.raises(MarsadError, match="pass report="):
        decode(RecordedClaim, encode(CASUALTY))
    assert decode(RecordedClaim, encode(CASUALTY), report=REPORT.id) == CASUALTY
