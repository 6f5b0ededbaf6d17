"""Promises about what a whole store tells: judgements are followed, and leave no trace when taken back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from marsad.errors import MarsadError
from marsad.incidents.codec import encode
from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.pipeline import Pipeline
from marsad.reports.report import Report
from marsad.store.gathered import gathered, sides
from marsad.store.sqlite import SqliteStore

AT = "2033-01-02T03:04:05+00:00"
READER = Pipeline.rules()
TEXTS = (
    "Shelling killed nine people in Umm Zarqa on Friday, two teachers said.",
    "Shells hit Umm Zarqa on Friday and killed eleven people, the hospital said.",
    "A roadside bomb wounded four soldiers near Tal Arda on Monday, the army said.",
)


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """Return a store of three invented reports of two events."""
    opened = SqliteStore(tmp_path / "s.db")
    for number, text in enumerate(TEXTS):
        report = Report(text=text, publisher=f"Paper {number}", published=None)
        opened.add_record(READER.read_one(report))
    return opened


def judged(store: SqliteStore, **what: object) -> Judgement:
    """Add a judgement after the last one and return it."""
    previous = store.judgements()[-1].id if store.judgements() else None
    made = Judgement(**({"by": "r", "at": AT, "previous": previous} | what))  # type: ignore[arg-type] # a shorthand
    store.add_judgement(made)
    return made


def told(store: SqliteStore) -> list[str]:
    """Return the incidents of a store as JSON."""
    return [json.dumps(encode(one)) for one in gathered(store)]


def claim_of(store: SqliteStore, low: int) -> str:
    """Return the id of the claim of that many."""
    return next(
        claim.id for record in store.records() for claim in record.claims if claim.count and claim.count.low == low
    )


def test_nothing_stored_is_no_incident(tmp_path: Path) -> None:
    """An empty store tells of nothing."""
    assert gathered(SqliteStore(tmp_path / "e.db")) == ()


def test_the_same_store_tells_the_same(store: SqliteStore) -> None:
    """Code for code and byte for byte."""
    assert told(store) == told(store) != []


def test_people_bind_and_part_incidents(store: SqliteStore) -> None:
    """What was judged the same is one incident that names the judgement; undone, it is as before."""
    before = told(store)
    first, last = (one.incident.id for one in (gathered(store)[0], gathered(store)[-1]))
    same = judged(store, action=Action.SAME, left=first, right=last)
    bound = gathered(store)
    assert len(bound) == len(before) - 1
    assert [one.judgements for one in bound if one.judgements] == [(same.id,)]
    parting = judged(store, action=Action.DIFFERENT, left=first, right=last)
    assert len(gathered(store)) == len(before)
    judged(store, action=Action.UNDO, left=parting.id)
    judged(store, action=Action.UNDO, left=same.id)
    assert told(store) == before


def test_a_correction_bends_the_figure_and_is_credited(store: SqliteStore) -> None:
    """In the incident's judgements and history; nobody else's incident names it."""
    value = json.dumps({"low": 13, "high": 13, "words": "nine", "lexeme": "numeral"})
    made = judged(store, action=Action.CORRECT, left=claim_of(store, 9), field=Aspect.COUNT, value=value)
    bent = [one for one in gathered(store) if one.judgements]
    assert [one.judgements for one in bent] == [(made.id,)]
    assert bent[0].history[-1].because == made.id
    assert any(figure.high == 13 for figure in bent[0].incident.figures)


def test_a_correction_of_something_else_changes_nothing(store: SqliteStore) -> None:
    """A claim that no latest reading holds any more is left alone."""
    before = told(store)
    judged(store, action=Action.CORRECT, left="clm_gone", field=Aspect.STANCE, value='"denied"')
    assert told(store) == before


def test_a_correction_that_does_not_fit_is_told(store: SqliteStore) -> None:
    """With the judgement to undo."""
    made = judged(store, action=Action.CORRECT, left=claim_of(store, 9), field=Aspect.HARM, value='"sad"')
    with pytest.raises(MarsadError, match=f"{made.id}.*undo it"):
        gathered(store)


def test_sides_are_those_of_the_roster(store: SqliteStore) -> None:
    """Actors that the roster knows and gives a side; others have none."""
    records = list(store.records())
    holder = next(claim.attribution[0] for record in records for claim in record.claims if claim.attribution)
    for actor, expected in (("syria_police", {"syria_police": "syria_government"}), ("nobody_known", {}), (None, {})):
        claim = replace(records[0].claims[0], attribution=(replace(holder, actor=actor),))
        found = sides([replace(records[0], claims=(claim,), incidents=())])
        assert found == expected
