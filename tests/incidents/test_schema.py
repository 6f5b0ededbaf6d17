"""Promises about the JSON Schema of the record."""

import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from incidents.generated import merged_incidents, records
from marsad.incidents import schema
from marsad.incidents.codec import encode
from marsad.incidents.incident import MergedIncident
from marsad.incidents.record import Record

RECORD = Draft202012Validator(schema.record_schema())
MERGED = Draft202012Validator(schema.merged_schema())
TEXT = "A teacher said shells fell on the grain store in Umm Zarqa on Friday, killing nine people."


INVENTED: dict[str, Any] = {
    "record": 1,
    "report": {
        "id": "rep_0",
        "external_id": "row 7",
        "title": "Grain store hit",
        "publisher": "Valley Post",
        "published": "2032-05-08",
        "url": None,
        "language": "en",
        "text_sha256": "0" * 64,
        "text": TEXT,
        "read_by": {"marsad": "0.1.0", "reader": "rules", "weights": None},
    },
    "claims": [
        {
            "id": "clm_1",
            "incident": None,
            "type": "casualty",
            "event": "shelling_artillery_missile",
            "stance": "asserted",
            "attribution": [
                {
                    "holder": "a teacher",
                    "actor": None,
                    "role": "eyewitness",
                    "cue": "said",
                    "start": 0,
                    "end": 9,
                    "quote": "A teacher",
                }
            ],
            "evidence": [{"start": 78, "end": 89, "quote": "nine people"}],
            "harm": "killed",
            "count": {"low": 9, "high": None, "words": "nine", "lexeme": "numeral"},
            "victims": None,
            "scope": "this_incident",
            "subset_of": None,
            "review": {"reason": "holder_unclear"},
        },
        {
            "id": "clm_2",
            "incident": None,
            "type": "responsibility",
            "event": "shelling_artillery_missile",
            "stance": "denied",
            "attribution": [],
            "evidence": [{"start": 12, "end": 15, "quote": "hit", "in": "title"}],
            "review": None,
        },
    ],
    "incidents": [],
    "problems": [],
}


def invented() -> dict[str, Any]:
    """Return an invented record of the contract's shape, to be spoilt at will."""
    return deepcopy(INVENTED)


def test_the_schema_is_itself_sound() -> None:
    """Both schemas are JSON Schema 2020-12."""
    Draft202012Validator.check_schema(schema.record_schema())
    Draft202012Validator.check_schema(schema.merged_schema())


def test_the_shipped_schema_is_not_stale() -> None:
    """Run ``python -m marsad.incidents.schema > src/marsad/incidents/record.schema.json`` after a change of types."""
    assert schema.path().read_text(encoding="utf-8") == schema.text()


def test_the_module_prints_the_schema() -> None:
    """It can be had without knowing where Python keeps its packages."""
    ran = subprocess.run([sys.executable, "-m", "marsad.incidents.schema"], capture_output=True, check=True)
    assert ran.stdout.decode() == schema.text()


@settings(max_examples=50)
@given(records())
def test_every_record_passes(record: Record) -> None:
    """What the codec writes is what the schema says."""
    RECORD.validate(record.to_dict())


@settings(max_examples=30)
@given(merged_incidents())
def test_every_merged_incident_passes(merged: MergedIncident) -> None:
    """The same across reports."""
    MERGED.validate(encode(merged))


def test_an_invented_record_passes() -> None:
    """The shape that the contract shows is the shape that the schema asks for."""
    RECORD.validate(invented())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stance", "shouted"),
        ("harm", "hurt"),
        ("evidence", []),
        ("evidence", [{"start": -1, "end": 4, "quote": "x"}]),
        ("count", {"low": -3, "high": None, "words": "", "lexeme": "numeral"}),
        ("review", "look"),
        ("mood", "good"),
    ],
)
def test_a_claim_of_another_shape_fails(key: str, value: object) -> None:
    """The schema refuses what the codec would refuse."""
    record = invented()
    record["claims"][0][key] = value
    assert not RECORD.is_valid(record)


def test_a_denial_with_a_count_fails() -> None:
    """Only a casualty claim counts people."""
    record = invented()
    record["claims"][1]["count"] = None
    assert not RECORD.is_valid(record)


def test_a_casualty_claim_without_a_count_key_fails() -> None:
    """Unknown is null, not silence."""
    record = invented()
    del record["claims"][0]["count"]
    assert not RECORD.is_valid(record)
