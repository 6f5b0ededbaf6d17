"""Invented gold and invented records, a report at a time, and what the error report says of them."""

from pathlib import Path
from typing import Any

from benchmarks.quality.outcomes import Outcome, outcomes
from benchmarks.quality.scorer import examine, load_scorer

SCORER = Path(__file__).with_name("small_scorer.py")

TITLE = "Scores dead in Tal Arda"
TEXT = (
    "Shelling killed 12 people in Tal Arda on Tuesday, two residents said. "
    "Coast Wire quoted a doctor as saying 3 children were wounded. "
    "A car bomb in Hadra killed 5 soldiers the week before. "
    "Since January 400 people have died. The shelling of Tal Arda killed 12 people, said the mayor."
)

Row = dict[str, Any]


def gold_claim(quote: str = "12 people", lower: int = 12, upper: int | None = 12, **other: Any) -> Row:
    """Return a claim of the gold: by two residents, of this incident, unless told otherwise."""
    plain = {"harm": "killed", "lower": lower, "upper": upper, "quote": quote, "victim_class": "unknown"}
    said = {"is_subset": False, "holder": "residents", "holder_quote": "two residents", "stance": "asserted"}
    return {**plain, **said, "scope": "this_incident", **other}


def gold_incident(*claims: Row, **other: Any) -> Row:
    """Return an incident of the gold: the shelling of Tal Arda on Tuesday, unless told otherwise."""
    named = {"n": 1, "main": True, "kind": "shelling_artillery_missile", "trigger_quote": "Shelling"}
    when = {"date_start": "2031-03-04", "date_end": "2031-03-04", "date_basis": "relative"}
    where = {"places": [{"quote": "Tal Arda", "name": "Tal Arda", "level": "settlement"}]}
    who: Row = {"perpetrators": [], "targets": []}
    return {**named, **when, **where, **who, "casualty_claims": list(claims), **other}


def read_claim(quote: str = "12 people", low: int = 12, high: int | None = 12, **other: Any) -> Row:
    """Return a casualty claim of a record, with words of the report as its evidence."""
    start = TEXT.find(quote)
    evidence = [{"start": start, "end": start + len(quote), "quote": quote}]
    plain = {"id": f"clm_{quote}_{low}", "incident": "inc_1", "type": "casualty", "harm": "killed"}
    said = {"attribution": [link("residents", "two residents")], "stance": "asserted", "scope": "this_incident"}
    count = {"count": {"low": low, "high": high}, "victims": {"words": "people", "class": "unknown"}}
    return {**plain, **said, **count, "evidence": evidence, "subset_of": None, **other}


def told(quote: str = "Shelling", incident: str | None = "inc_1") -> Row:
    """Return a claim of a record that something took place."""
    start = TEXT.find(quote)
    evidence = [{"start": start, "end": start + len(quote), "quote": quote}]
    return {"id": f"clm_{quote}", "incident": incident, "type": "occurrence", "attribution": [], "evidence": evidence}


def link(holder: str, quote: str, role: str = "eyewitness") -> Row:
    """Return a speaker of an attribution."""
    start = TEXT.find(quote)
    return {"holder": holder, "role": role, "start": start, "end": start + len(quote), "quote": quote}


def place(name: str = "Tal Arda", level: str = "settlement", **other: Any) -> Row:
    """Return a place of a record."""
    return {"name": name, "quote": name, "level": level, "latitude": 13.3, "longitude": -29.4, **other}


def read_incident(*claims: Row, **other: Any) -> Row:
    """Return an incident of a record that agrees with the incident of the gold, unless told otherwise."""
    when = {"when": {"start": "2031-03-04", "end": "2031-03-04", "quote": "on Tuesday"}, "part_of": None}
    plain = {"id": "inc_1", "main": True, "kind": "shelling_artillery_missile", "places": [place()]}
    return {**plain, **when, "perpetrators": [], "targets": [], "claims": [claim["id"] for claim in claims], **other}


def record(claims: list[Row], *incidents: Row, problems: tuple[Row, ...] = ()) -> Row:
    """Return the record of the report."""
    report = {"external_id": "1", "published": "2031-03-05"}
    return {"report": report, "claims": claims, "incidents": list(incidents), "problems": list(problems)}


def judged(gold: list[Row], made: Row | None) -> tuple[Outcome, ...]:
    """Return what is judged of the report."""
    scorer = load_scorer(SCORER)
    assert scorer is not None
    coded = {"unit_id": "1", "text": TEXT, "incidents": gold}
    return outcomes(scorer, examine(scorer, coded, made, title=TITLE))


def causes(found: tuple[Outcome, ...], row: str) -> list[str]:
    """Return the causes of the errors of one row."""
    return [outcome.cause.name for outcome in found if outcome.row == row and outcome.cause]


def details(found: tuple[Outcome, ...], row: str) -> list[str]:
    """Return what sorts the errors of one row further."""
    return [outcome.cause.detail for outcome in found if outcome.row == row and outcome.cause]
