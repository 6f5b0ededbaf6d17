"""Promises of ``marsad incidents``, ``show``, ``explain``, ``page``, ``store check`` and ``doctor``."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from marsad.cli.app import COMMANDS
from marsad.incidents.schema import merged_schema

from .commands import typed, typed_apart


def listed(store: Path) -> list[dict[str, Any]]:
    """Return the incidents of a store as the program gives them to programs."""
    return [json.loads(line) for line in typed("incidents", "--db", store, "--format", "json").out.splitlines()]


def code_of(store: Path, place: str) -> str:
    """Return the code of the incident at a place of the demo week."""
    return next(str(one["code"]) for one in listed(store) if one["places"][0]["name"] == place)


def test_incidents_are_those_of_the_contract(week: Path) -> None:
    """One JSON line each, which the schema accepts; the market is told by six reports, two of them copies."""
    found = listed(week)
    checker = Draft202012Validator(merged_schema())
    assert all(checker.is_valid(one) for one in found)
    market = next(one for one in found if one["places"][0]["name"] == "Tal Arda")
    assert len(market["reports"]) == 6
    assert len([one for one in market["reports"] if one["copy_of"]]) == 2
    assert next((one["low"], one["high"]) for one in market["figures"] if one["victims"] == "total") == (12, 17)


def test_codes_stay_what_they_are(week: Path) -> None:
    """In another process, and when the store was read a second time."""
    codes = [one["code"] for one in listed(week)]
    apart = typed_apart("incidents", "--db", week, "--format", "json").out
    assert [json.loads(line)["code"] for line in apart.splitlines()] == codes
    assert len(set(codes)) == len(codes)


def test_incidents_are_a_table_for_people_and_one_for_programs(week: Path) -> None:
    """With the toll in words for people and in two columns for programs."""
    assert "12 to 17" in typed("incidents", "--db", week).out
    rows = list(csv.DictReader(io.StringIO(typed("incidents", "--db", week, "--format", "csv").out)))
    assert [row["code"] for row in rows] == [one["code"] for one in listed(week)]


def test_a_store_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    """And is no failure."""
    typed("read", tmp_path, "--db", tmp_path / "a.db")
    answer = typed("incidents", "--db", tmp_path / "a.db")
    assert (answer.code, answer.out) == (0, "No incident was found in these reports.\n")
    assert typed("incidents", "--db", tmp_path / "a.db", "--format", "json").out == ""


def test_an_incident_is_shown_with_its_words(week: Path) -> None:
    """By its code, by the beginning of it in small letters, or by its id."""
    code = code_of(week, "Bab Fidda")
    whole = typed("show", code, "--db", week)
    identity = next(one["id"] for one in listed(week) if one["code"] == code)
    assert "the police: 6 killed (stated)" in whole.out
    assert "[Nine people]" in whole.out
    assert typed("show", code[:13].lower(), "--db", week) == whole
    assert typed("show", identity, "--db", week) == whole


def test_shown_claims_have_the_ids_that_corrections_need(week: Path) -> None:
    """Every claim of the incident."""
    one = listed(week)[0]
    out = "".join(typed("show", one["code"], "--db", week).out.split())
    assert all(claim["id"] in out for claim in one["claims"])


@pytest.mark.parametrize("code", ["MRS-2099-0101-XXXX", "", "inc_0000000000000000", "%", "'; DROP TABLE claim; --"])
def test_an_incident_that_is_not_there_is_said_not_to_be(week: Path, code: str) -> None:
    """With where to look."""
    answer = typed("show", "--db", week, "--", code)
    assert (answer.code, answer.out) == (1, "")
    assert "`marsad incidents` lists" in answer.err


def test_a_code_that_may_mean_several_is_told(week: Path) -> None:
    """With those it may mean, and nothing is chosen."""
    answer = typed("show", "MRS-2031", "--db", week)
    assert (answer.code, answer.out) == (1, "")
    assert "may mean MRS-2031-0304" in answer.err


def test_a_figure_is_explained_down_to_the_words(week: Path) -> None:
    """The number, the rule, who says so, and the sentence with the words marked."""
    answer = typed("explain", code_of(week, "Bab Fidda"), "killed", "--db", week)
    assert answer.out.startswith("6 to 9 people killed")
    assert "the police say so" in answer.out
    assert "[six people]" in answer.out


def test_a_figure_nobody_states_is_said_to_be_none(week: Path) -> None:
    """With the figures there are; silence is not zero."""
    answer = typed("explain", code_of(week, "Bab Fidda"), "displaced", "--db", week)
    assert (answer.code, answer.out) == (1, "")
    assert "no report states how many were displaced" in answer.err
    assert "killed, injured" in answer.err
    assert typed("explain", code_of(week, "Bab Fidda"), "harmed", "--db", week).code == 2


def test_the_page_is_the_same_each_time_and_holds_every_incident(week: Path, tmp_path: Path) -> None:
    """In a folder that is made where it is not there."""
    out = tmp_path / "public" / "week.html"
    answer = typed("page", "--db", week, "--out", out, "--title", "A <week>")
    first = out.read_bytes()
    assert (answer.code, answer.out) == (0, "")
    assert typed("page", "--db", week, "--out", out, "--title", "A <week>").code == 0
    assert out.read_bytes() == first
    assert all(one["code"] in first.decode() for one in listed(week))
    assert b"<title>A &lt;week&gt;" in first


def test_a_page_that_cannot_be_written_is_told(week: Path, tmp_path: Path) -> None:
    """With what to do."""
    answer = typed("page", "--db", week, "--out", tmp_path)
    assert answer.code == 1
    assert "--out" in answer.err


def test_a_store_is_checked(week: Path) -> None:
    """A whole one is whole; one with a changed word is not."""
    assert typed("store", "check", "--db", week).code == 0
    with sqlite3.connect(week) as connection:
        connection.execute("DROP TRIGGER report_no_update")
        connection.execute("UPDATE report SET text = replace(text, 'killed', 'harmed')")
    answer = typed("store", "check", "--db", week)
    assert answer.code == 1
    assert "was changed" in answer.err
    assert f"wrong with {week}" in answer.err
    doctor = typed("doctor", "--db", week)
    assert (doctor.code, "WRONG  store" in doctor.out) == (1, True)


def test_the_doctor_finds_all_well(week: Path, tmp_path: Path) -> None:
    """With and without a store."""
    with_store, without = typed("doctor", "--db", week), typed("doctor", "--db", tmp_path / "none.db")
    assert (with_store.code, without.code) == (0, 0)
    assert "WRONG" not in with_store.out
    assert "is whole" in with_store.out
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    """Within 80 letters, with the same first words as in the list of commands where they are short enough."""
    answer = typed(name, "--help")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= 80


def test_a_command_that_is_not_there_is_told() -> None:
    """And none is guessed."""
    answer = typed("raed", "x")
    assert (answer.code, answer.out) == (2, "")
    assert "raed" in answer.err


def test_the_version_is_printed() -> None:
    """By its own option, and help without one."""
    assert typed("--version").out.startswith("marsad ")
    assert "Commands:" in typed().out
