"""Promises of ``marsad correct``, ``undo``, ``judgements`` and ``forget``."""

import json
from pathlib import Path
from typing import Any

import pytest

from .commands import BECAUSE, PLACES, WEEK, typed
from .test_incidents import listed


def market(store: Path) -> dict[str, Any]:
    """Return the incident of the demo week that most reports tell of."""
    return max(listed(store), key=lambda one: len(one["reports"]))


def toll(incident: dict[str, Any]) -> tuple[int, int]:
    """Return how many were killed in all."""
    return next((one["low"], one["high"]) for one in incident["figures"] if one["harm"] == "killed")


def claim_of(incident: dict[str, Any], low: int) -> str:
    """Return the id of a claim of that many killed."""
    return next(
        str(claim["id"])
        for claim in incident["claims"]
        if claim["type"] == "casualty" and claim["harm"] == "killed" and claim["count"]["low"] == low
    )


def judgement_ids(store: Path) -> list[str]:
    """Return the ids of all judgements, in order."""
    lines = typed("judgements", "--db", store).out.splitlines()
    return [line.split()[0] for line in lines if line.startswith("jdg_")]


def test_a_correction_moves_the_figure_and_undoing_it_restores_every_byte(week: Path) -> None:
    """The report and its reading stay as they were throughout."""
    before = typed("incidents", "--db", week, "--format", "json").out
    claim = claim_of(market(week), 17)
    made = typed("correct", claim, "count", "19", *BECAUSE, "--db", week)
    assert made.code == 0
    assert toll(market(week)) == (12, 19)
    (judgement,) = judgement_ids(week)
    assert judgement in made.err
    assert market(week)["judgements"] == [judgement]
    assert market(week)["history"][-1] == {
        "version": market(week)["history"][-1]["version"],
        "what": "count corrected",
        "because": judgement,
    }
    assert typed("undo", judgement, *BECAUSE, "--db", week).code == 0
    assert typed("incidents", "--db", week, "--format", "json").out == before
    assert typed("store", "check", "--db", week).code == 0


def test_an_undo_can_be_undone(week: Path) -> None:
    """Then the correction is in force again."""
    typed("correct", claim_of(market(week), 17), "count", "19", *BECAUSE, "--db", week)
    typed("undo", judgement_ids(week)[0], *BECAUSE, "--db", week)
    typed("undo", judgement_ids(week)[1], *BECAUSE, "--db", week)
    assert toll(market(week)) == (12, 19)
    assert len(judgement_ids(week)) == 3


@pytest.mark.parametrize(
    ("value", "bounds"), [("18", (18, 18)), ("18-20", (18, 20)), ("18 to 20", (18, 20)), ("18+", (18, None))]
)
def test_counts_are_typed_as_people_write_them(week: Path, value: str, bounds: tuple[int, int | None]) -> None:
    """The report's own words stay beside the new numbers."""
    claim = claim_of(market(week), 17)
    assert typed("correct", claim, "count", value, *BECAUSE, "--db", week).code == 0
    count = next(one["count"] for one in market(week)["claims"] if one["id"] == claim)
    assert (count["low"], count["high"], count["words"]) == (*bounds, "17")


@pytest.mark.parametrize("value", ["many", "-3", "20-18", "1e3", "", "١٢", "{'low': 1}", '{"low": 5, "high": 3}'])
def test_what_is_no_count_is_refused(week: Path, value: str) -> None:
    """And nothing is written."""
    claim = claim_of(market(week), 17)
    answer = typed("correct", *BECAUSE, "--db", week, "--", claim, "count", value)
    assert answer.code in {1, 2}
    assert answer.out == ""
    assert judgement_ids(week) == []


def test_words_for_a_holder_must_stand_in_the_report(week: Path) -> None:
    """They are found and pointed at; others are refused."""
    claim = claim_of(market(week), 15)
    assert typed("correct", claim, "holder", "Marj Front", *BECAUSE, "--db", week).code == 2
    assert typed("correct", claim, "holder", "Three people", *BECAUSE, "--db", week).code == 0
    held = next(one for one in market(week)["claims"] if one["id"] == claim)["attribution"][-1]
    assert held["quote"] == "Three people"
    assert typed("correct", claim, "holder", "null", *BECAUSE, "--db", week).code == 0
    assert next(one for one in market(week)["claims"] if one["id"] == claim)["attribution"] == []


def test_an_incident_is_corrected_in_kind_day_and_place(week: Path) -> None:
    """Each by what a person would type."""
    mine = next(one for one in listed(week) if one["when"]["start"] is None)
    name = mine["id"]
    for what, value in (("day", "2031-03-06"), ("kind", "grenade"), ("place", "tractor")):
        assert typed("correct", name, what, value, *BECAUSE, "--db", week, "--places", PLACES).code == 0
    bent = next(one for one in listed(week) if one["id"] == name)
    assert (bent["when"]["start"], bent["kind"], bent["places"][0]["quote"]) == ("2031-03-06", "grenade", "tractor")
    assert len(bent["judgements"]) == 3
    assert typed("correct", name, "not_an_incident", "true", *BECAUSE, "--db", week).code == 0
    assert name not in {one["id"] for one in listed(week)}


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("day", "Thursday"),
        ("day", "2031-03-06..2031-03-01"),
        ("day", "2031-03-01..2031-03-02..2031-03-03"),
        ("kind", "war"),
        ("count", "12"),
        ("harm", "killed"),
        ("place", "Atlantis"),
        ("not_an_incident", "false"),
        ("toll", "12"),
    ],
)
def test_what_does_not_fit_an_incident_is_refused(week: Path, what: str, value: str) -> None:
    """In words, with nothing written."""
    answer = typed("correct", market(week)["id"], what, value, *BECAUSE, "--db", week)
    assert answer.code in {1, 2}
    assert answer.err
    assert judgement_ids(week) == []


@pytest.mark.parametrize("name", ["clm_0000000000000000", "inc_0", "rep_0", "", "MRS-2031-0304"])
def test_what_is_not_there_is_not_corrected(week: Path, name: str) -> None:
    """Nor a thing that is neither a claim nor an incident of a report."""
    answer = typed("correct", *BECAUSE, "--db", week, "--", name, "kind", "other")
    assert answer.code == 1
    assert "there is no claim or incident" in answer.err


def test_a_correction_to_what_is_there_already_is_refused(week: Path) -> None:
    """It would say nothing."""
    answer = typed("correct", claim_of(market(week), 17), "count", "17", *BECAUSE, "--db", week)
    assert (answer.code, "already" in answer.err) == (1, True)


def test_who_and_why_are_needed(week: Path) -> None:
    """A judgement without them is none."""
    claim = claim_of(market(week), 17)
    for given in (("--because", "x"), ("--by", "x"), ("--because", " ", "--by", "x"), ("--because", "x", "--by", "")):
        assert typed("correct", claim, "count", "19", *given, "--db", week).code == 2
    assert judgement_ids(week) == []


def test_judgements_are_listed_with_what_became_of_them(week: Path) -> None:
    """Who, when, what and why; escape sequences in a reason do nothing."""
    claim = claim_of(market(week), 17)
    reason = ("--because", "the list \x1b[2Jhas 19", "--by", "a reviewer")
    typed("correct", claim, "count", "19", *reason, "--db", week)
    typed("undo", judgement_ids(week)[0], *BECAUSE, "--db", week)
    out = typed("judgements", "--db", week).out
    assert f"count of {claim} is 19 (taken back)" in out
    assert "because the list has 19" in out
    assert "a reviewer" in out
    assert "\x1b" not in out


def test_nothing_judged_is_said(week: Path) -> None:
    """In words, and a judgement that is not there is not undone."""
    assert typed("judgements", "--db", week).out == "Nobody has judged anything yet.\n"
    answer = typed("undo", "jdg_0000000000000000", *BECAUSE, "--db", week)
    assert (answer.code, "lists them" in answer.err) == (1, True)


def test_a_forgotten_report_is_gone_and_figures_are_worked_out_without_it(week: Path) -> None:
    """No byte of it stays, in the file or beside it; reading it again does not bring it back."""
    last = next(one for one in market(week)["reports"] if one["title"] == "Tal Arda toll now 17")
    typed("correct", claim_of(market(week), 17), "count", "19", *BECAUSE, "--db", week)
    assert b"Tal Arda toll now 17" in week.read_bytes()
    answer = typed("forget", last["id"], *BECAUSE, "--db", week)
    assert answer.code == 0
    assert "your own copies" in answer.err
    left = b"".join(path.read_bytes() for path in week.parent.glob("week.db*"))
    assert b"Tal Arda toll now 17" not in left
    assert b"risen to 17" not in left
    assert toll(market(week)) == (12, 15)
    assert "forgotten" in typed("judgements", "--db", week).out
    assert "erased with its report" in typed("judgements", "--db", week).out
    typed("read", WEEK, "--places", PLACES, "--db", week, "--quiet")
    assert toll(market(week)) == (12, 15)
    assert typed("store", "check", "--db", week).code == 0


def test_forgetting_is_not_undone(week: Path) -> None:
    """Its words are gone; saying otherwise would be a lie."""
    report = market(week)["reports"][0]["id"]
    typed("forget", report, *BECAUSE, "--db", week)
    answer = typed("undo", judgement_ids(week)[0], *BECAUSE, "--db", week)
    assert (answer.code, "cannot be taken back" in answer.err) == (1, True)


def test_a_report_that_is_not_there_is_not_forgotten(week: Path) -> None:
    """And the store stays as it is."""
    before = json.dumps(listed(week))
    assert typed("forget", "rep_0000000000000000", *BECAUSE, "--db", week).code == 1
    assert json.dumps(listed(week)) == before
