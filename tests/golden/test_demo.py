"""Promises of the demo week: the files are what its expectations say they are."""

from typing import Any

import pytest

from .cases import FOLDER
from .week import DEMO, EXPECTED, REPORTS, open_in_week, read_week, week_differences

CLAIMS = [claim for incident in EXPECTED["incidents"].values() for claim in incident["claims"]] + EXPECTED["outside"]


def test_the_week_has_the_reports_and_sources_it_says() -> None:
    """Fourteen reports, six outlets."""
    assert len(REPORTS) == EXPECTED["reports"]
    assert len({report.source for report in REPORTS.values()}) == EXPECTED["sources"]


def test_the_copies_are_copies_word_for_word() -> None:
    """Another masthead, another title perhaps, but the same letters."""
    bodies = [report.body.text for report in REPORTS.values()]
    for copy, original in EXPECTED["copies"].items():
        assert REPORTS[copy].body.text == REPORTS[original].body.text
        assert REPORTS[copy].source != REPORTS[original].source
    assert len(bodies) - len(set(bodies)) == len(EXPECTED["copies"])


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim['report'][:2]}-{claim['quote']}" for claim in CLAIMS])
def test_every_expected_claim_rests_on_words_of_its_report(claim: dict[str, Any]) -> None:
    """No expectation without the very words."""
    report = REPORTS[claim["report"]]
    assert claim["quote"] in report.body.text or (report.title and claim["quote"] in report.title.text)


def test_every_report_is_about_an_incident_or_said_to_be_about_none() -> None:
    """No report of the week is forgotten."""
    told = {name for incident in EXPECTED["incidents"].values() for name in incident["reports"]}
    assert told.isdisjoint(EXPECTED["without_incident"])
    assert told | set(EXPECTED["without_incident"]) == set(REPORTS)


def test_the_places_file_knows_every_place_of_the_week() -> None:
    """The demo needs no other gazetteer, and its rows are those of the invented country's."""
    rows = (DEMO / "places.csv").read_text(encoding="utf-8").splitlines()
    everywhere = (FOLDER.parent / "gazetteer" / "places.csv").read_text(encoding="utf-8").splitlines()
    assert set(rows) <= set(everywhere)
    assert {incident["place"] for incident in EXPECTED["incidents"].values()} <= {row.split(",")[0] for row in rows}


def test_the_week_is_read_and_merged_as_expected() -> None:
    """Reading and merging the week gives what it should, but for what its expectations list as open."""
    found = {difference.path: difference.found for difference in week_differences(read_week())}
    new = {path: found[path] for path in found if path not in open_in_week()}
    mended = [path for path in open_in_week() if path not in found]
    assert not new, f"the week is read otherwise than expected: {new}"
    assert not mended, f"the week lists as open what now works; take out {mended}"
