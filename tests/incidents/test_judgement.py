"""Promises about what people decide, and about the record as they have corrected it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.test_codec import CASUALTY, DENIAL, INCIDENT, RECORD
from marsad.claims.claim import Harm, Kind, Stance
from marsad.errors import MarsadError
from marsad.incidents.corrections import apply_corrections
from marsad.incidents.incident import Figure
from marsad.incidents.judgement import Action, Aspect, Judgement, judgement_id, standing
from marsad.incidents.record import Record
from marsad.times.interval import Precision

AT = "2032-06-01T10:00:00+00:00"


def chain(*made: dict[str, Any]) -> tuple[Judgement, ...]:
    """Return these judgements, each chained to the one before."""
    judgements: list[Judgement] = []
    for each in made:
        previous = judgements[-1].id if judgements else None
        judgements.append(Judgement(**({"by": "a reviewer", "at": AT, "previous": previous} | each)))
    return tuple(judgements)


def correct(left: str, field: Aspect, value: object) -> dict[str, Any]:
    """Return what makes a correction."""
    return {"action": Action.CORRECT, "left": left, "field": field, "value": json.dumps(value)}


def corrected(left: str, field: Aspect, value: object) -> Record:
    """Return the invented record with one correction."""
    return apply_corrections(RECORD, chain(correct(left, field, value)))


def test_a_judgement_is_named_by_what_it_says_and_what_came_before() -> None:
    """The same words elsewhere in the chain are another judgement."""
    first, second = chain(*[correct("clm_1", Aspect.STANCE, "alleged")] * 2)
    assert first.content == second.content
    assert first.id != second.id == judgement_id(first.id, second.content)


@pytest.mark.parametrize(
    "change",
    [{"left": "clm_2"}, {"reason": "seen"}, {"by": "another"}, {"at": "2033-01-01"}, {"value": "1"}, {"right": "x"}],
)
def test_any_change_of_a_judgement_changes_its_name(change: dict[str, str]) -> None:
    """A tampered judgement can be told by its id."""
    (first,) = chain(correct("clm_1", Aspect.STANCE, "alleged"))
    assert replace(first, **change, id="").id != first.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": Action.SAME, "left": "inc_1"},
        {"action": Action.CORRECT, "left": "clm_1"},
        {"action": Action.CORRECT, "left": "clm_1", "field": Aspect.HARM, "value": "killed"},
        {"action": Action.ACCEPT, "left": "jdg_1", "at": "yesterday"},
    ],
)
def test_a_judgement_that_cannot_be_followed_is_refused(wrong: dict[str, Any]) -> None:
    """Half a decision is none."""
    with pytest.raises(ValueError, match=r"\w"):
        chain(wrong)


def test_an_undone_judgement_is_out_of_force_and_an_undone_undo_puts_it_back() -> None:
    """Nothing is deleted; later words win."""
    (first,) = chain(correct("clm_1", Aspect.STANCE, "alleged"))
    undo = Judgement(action=Action.UNDO, left=first.id, by="a", at=AT, previous=first.id)
    again = Judgement(action=Action.UNDO, left=undo.id, by="a", at=AT, previous=undo.id)
    assert standing((first, undo)) == (undo,)
    assert standing((first, undo, again)) == (first, again)


def test_a_rejected_judgement_is_out_of_force() -> None:
    """A second person may say no."""
    (first,) = chain(correct("clm_1", Aspect.STANCE, "alleged"))
    no = Judgement(action=Action.REJECT, left=first.id, by="b", at=AT, previous=first.id)
    assert apply_corrections(RECORD, (first, no)) == RECORD


def test_a_corrected_count_keeps_its_claim_and_moves_the_figure() -> None:
    """The toll of the incident follows its claims."""
    bent = corrected("clm_1", Aspect.COUNT, {"low": 11, "high": 11, "words": "eleven", "lexeme": "numeral"})
    assert [claim.id for claim in bent.claims] == ["clm_1", "clm_2"]
    assert bent.claims[0].count is not None
    assert bent.claims[0].count.low == 11
    (figure,) = bent.incidents[0].figures
    assert (figure.low, figure.high) == (11, 11)


def test_an_uncorrected_incident_keeps_its_figures() -> None:
    """Only what a correction touches is worked out again."""
    held = Figure(
        harm=Harm.KILLED, victims="total", low=1, high=1, best=None, policy="other", claims=("clm_1",), why=("said",)
    )
    record = replace(RECORD, incidents=(replace(INCIDENT, figures=(held,)),))
    bent = apply_corrections(record, chain(correct("inc_1", Aspect.DAY, "2032-05-06")))
    assert bent.incidents[0].figures == (held,)


def test_a_stance_a_harm_a_kind_and_a_subset_can_be_corrected() -> None:
    """One judgement bends one value."""
    assert corrected("clm_2", Aspect.STANCE, "alleged").claims[1].stance is Stance.ALLEGED
    assert corrected("clm_1", Aspect.HARM, "injured").claims[0].harm is Harm.INJURED
    assert corrected("clm_1", Aspect.KIND, "air_strike").claims[0].event is Kind.AIR_STRIKE
    assert corrected("clm_1", Aspect.SUBSET, "clm_2").claims[0].subset_of == "clm_2"


def test_a_corrected_holder_rests_on_words_of_the_report() -> None:
    """Null gives the claim back to the report's own voice."""
    holder = {"holder": "teacher", "actor": None, "role": "eyewitness", "cue": "said", "start": 2, "end": 9}
    bent = corrected("clm_1", Aspect.HOLDER, holder | {"quote": "teacher"})
    assert bent.claims[0].attribution[-1].evidence.quote == "teacher"
    assert corrected("clm_1", Aspect.HOLDER, None).claims[0].attribution == ()
    with pytest.raises(MarsadError, match="does not say"):
        corrected("clm_1", Aspect.HOLDER, holder | {"quote": "speaker"})


def test_a_corrected_incident_kind_brings_its_codes() -> None:
    """The ACLED codes never lag behind the kind."""
    bent = corrected("inc_1", Aspect.KIND, "abduction").incidents[0]
    assert (bent.kind, bent.acled.sub_event_type) == (Kind.ABDUCTION, "Abduction/forced disappearance")


def test_a_corrected_day_says_by_which_judgement() -> None:
    """The words stay, their days change."""
    (judgement,) = chain(correct("inc_1", Aspect.DAY, ["2032-05-06", "2032-05-07"]))
    when = apply_corrections(RECORD, (judgement,)).incidents[0].when
    assert when is not None
    assert (str(when.start), str(when.end), when.precision) == ("2032-05-06", "2032-05-07", Precision.DAYS)
    assert when.rule == f"corrected by {judgement.id}"
    assert when.evidence == (INCIDENT.when and INCIDENT.when.evidence)


def test_an_unknown_day_is_a_value() -> None:
    """A reviewer may say that the day cannot be known."""
    when = corrected("inc_1", Aspect.DAY, None).incidents[0].when
    assert when is not None
    assert (when.start, when.precision) == (None, Precision.UNKNOWN)


def test_a_corrected_place_is_the_most_specific() -> None:
    """Its words must stand in the report."""
    place = RECORD.to_dict()["incidents"][0]["places"][0] | {"gazetteer": "gn:1", "latitude": 1.5, "longitude": 2.5}
    bent = corrected("inc_1", Aspect.PLACE, place)
    assert bent.incidents[0].places[0].gazetteer == "gn:1"
    assert corrected("inc_1", Aspect.PLACE, None).incidents[0].places == ()
    with pytest.raises(MarsadError, match="does not say"):
        corrected("inc_1", Aspect.PLACE, place | {"quote": "Umm Zarka"})


def test_what_is_no_incident_leaves_its_claims() -> None:
    """The claims are kept: the report did say so."""
    bent = corrected("inc_1", Aspect.NOT_AN_INCIDENT, value=True)
    assert bent.incidents == ()
    assert [claim.incident for claim in bent.claims] == [None, None]


@pytest.mark.parametrize(
    ("left", "field", "value", "message"),
    [
        ("clm_2", Aspect.COUNT, None, "has no count"),
        ("clm_1", Aspect.PLACE, None, "has no place"),
        ("inc_1", Aspect.HARM, "killed", "has no harm"),
        ("clm_1", Aspect.STANCE, "shouted", "none of asserted"),
        ("clm_1", Aspect.STANCE, {}, "none of asserted"),
        ("clm_1", Aspect.SUBSET, "clm_1", "no other claim"),
        ("clm_1", Aspect.SUBSET, ["clm_2"], "no other claim"),
        ("clm_1", Aspect.COUNT, {"low": 9}, "high is missing"),
        ("clm_1", Aspect.COUNT, {"low": 9, "high": 2, "words": "", "lexeme": "numeral"}, "low above high"),
        ("inc_1", Aspect.DAY, "in May", "neither a day"),
        ("inc_1", Aspect.DAY, ["2032-05-07", "2032-05-06"], "later one"),
        ("inc_1", Aspect.DAY, ["2032-05-07", None], "later one"),
        ("inc_1", Aspect.DAY, [], "neither a day"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(left: str, field: Aspect, value: object, message: str) -> None:
    """The error names the judgement and says what to do."""
    with pytest.raises(MarsadError, match=f"judgement jdg_.*{message}.*undo it"):
        corrected(left, field, value)


@given(st.lists(st.sampled_from(["stance", "kind", "holder", "not_an_incident", "day", "other"]), max_size=6))
def test_undoing_every_correction_restores_the_record(fields: list[str]) -> None:
    """Nothing of a judgement outlives it."""
    made = {
        "stance": correct("clm_2", Aspect.STANCE, "alleged"),
        "kind": correct("inc_1", Aspect.KIND, "abduction"),
        "holder": correct("clm_1", Aspect.HOLDER, None),
        "not_an_incident": correct("inc_1", Aspect.NOT_AN_INCIDENT, value=True),
        "day": correct("inc_1", Aspect.DAY, "2032-05-01"),
        "other": correct("clm_elsewhere", Aspect.STANCE, "alleged"),
    }
    judgements = chain(*(made[field] for field in fields))
    undone = tuple(Judgement(action=Action.UNDO, left=each.id, by="a", at=AT) for each in judgements)
    assert apply_corrections(RECORD, judgements + undone) == RECORD
    if set(fields) - {"other"}:
        assert apply_corrections(RECORD, judgements) != RECORD


def test_judgements_of_other_reports_change_nothing() -> None:
    """A store has one chain for all."""
    assert corrected("clm_elsewhere", Aspect.STANCE, "alleged") is RECORD
    assert (RECORD.claims, RECORD.incidents) == ((CASUALTY, DENIAL), (INCIDENT,))
