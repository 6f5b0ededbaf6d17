"""Promises about the short lists: what people decided, and what was checked."""

import io
import json

import pytest
from rich.console import Console, RenderableType

from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.publish.lists import checks_table, judgements_list

AT = "2033-01-02T03:04:05+00:00"


def printed(what: RenderableType) -> str:
    """Return what a terminal of 80 letters would show."""
    out = io.StringIO()
    Console(file=out, width=80, highlight=False).print(what)
    return out.getvalue()


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (Aspect.COUNT, {"low": 12, "high": 15, "words": "12", "lexeme": "numeral"}, "12 to 15"),
        (Aspect.COUNT, {"low": 12, "high": None, "words": "12", "lexeme": "numeral"}, "12 or more"),
        (Aspect.HOLDER, {"holder": "two nurses", "quote": "Two nurses"}, "two nurses"),
        (Aspect.HOLDER, None, "none"),
        (Aspect.DAY, ["2031-03-04", "2031-03-06"], "2031-03-04 to 2031-03-06"),
        (Aspect.KIND, "air_strike", "air_strike"),
        (Aspect.NOT_AN_INCIDENT, True, "true"),
    ],
)
def test_a_corrected_value_is_shown_in_short(field: Aspect, value: object, shown: str) -> None:
    """As a person would write it."""
    made = Judgement(action=Action.CORRECT, left="clm_1", field=field, value=json.dumps(value), by="r", at=AT)
    assert f"{field} of clm_1 is {shown}" in printed(judgements_list([made]))


def test_every_action_is_told_in_words() -> None:
    """Those taken back as such."""
    same = Judgement(action=Action.SAME, left="inc_1", right="inc_2", by="r", at=AT, reason="one market")
    undone = Judgement(action=Action.UNDO, left=same.id, by="r", at=AT, previous=same.id)
    parted = Judgement(action=Action.DIFFERENT, left="inc_1", right="inc_2", by="r", at=AT)
    gone = Judgement(action=Action.FORGET, left="rep_1", by="r", at=AT)
    out = printed(judgements_list([same, undone, parted, gone]))
    assert "inc_1 and inc_2 are the same (taken back)" in out
    assert f"{same.id} is taken back" in out
    assert "inc_1 and inc_2 are different" in out
    assert "rep_1 is forgotten" in out
    assert "because one market" in out


def test_an_erased_value_is_said_to_be_erased() -> None:
    """A judgement whose words went with its report."""
    held = Judgement(action=Action.CORRECT, left="clm_1", field=Aspect.KIND, value=None, by="r", at=AT, id="jdg_1")
    assert "erased with its report" in printed(judgements_list([held]))


def test_words_of_others_cannot_steer_the_terminal() -> None:
    """In a name, a reason or a value."""
    bad = "x\x1b[2Jy\u202ez"
    made = Judgement(
        action=Action.CORRECT,
        left="clm_1",
        field=Aspect.PLACE,
        value=json.dumps({"name": bad}),
        by=bad,
        at=AT,
        reason=bad,
    )
    out = printed(judgements_list([made]))
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_checks_are_a_row_each() -> None:
    """What is wrong stands out without colour."""
    out = printed(checks_table([("SQLite", True, "3.45"), ("store", False, "2 findings")]))
    assert [line.split() for line in out.splitlines()] == [
        ["ok", "SQLite", "3.45"],
        ["WRONG", "store", "2", "findings"],
    ]
