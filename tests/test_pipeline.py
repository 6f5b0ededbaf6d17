"""From a report to its record: the same each time, every value with its words, and no report lost for another."""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.claims.claim import Claim, Step
from marsad.incidents.record import Record
from marsad.passages.passage import Passage
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import Gazetteer
from marsad.reports.report import Report

PLACES = Path(__file__).parent / "gazetteer" / "places.csv"
TEXT = (
    "Airstrikes killed at least 12 people in Tal Arda on Tuesday, two residents told Coast Wire. "
    "The army denied hitting the market. In Umm Rihan, shelling wounded three children the same day."
)
ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("killed people said in Tal Arda 12 . , “ ” \n\u202eأم\u0301\ud800\x00")
    ),
    min_size=1,
    max_size=120,
)


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    """Return the reader by rules with the places of the invented country."""
    return Pipeline.rules(gazetteer=Gazetteer.from_csv(PLACES))


def read(text: str, title: str | None = None) -> Record:
    """Return the record of a text."""
    return pipeline().read_one(Report(text=text, title=title, publisher="Coast Wire", published=date(2031, 3, 5)))


def test_a_report_becomes_claims_and_incidents() -> None:
    """Two events with their own days, places and tolls, and a denial that is kept."""
    record = read(TEXT)
    assert [(one.kind.value, one.places[0].name) for one in record.incidents] == [
        ("air_strike", "Tal Arda"),
        ("shelling_artillery_missile", "Umm Rihan"),
    ]
    assert [one.when.start if one.when else None for one in record.incidents] == [date(2031, 3, 4)] * 2
    assert "denied" in {claim.stance.value for claim in record.claims}


def test_every_incident_and_claim_know_each_other() -> None:
    """An incident lists the claims that name it, and no others."""
    record = read(TEXT)
    for incident in record.incidents:
        assert set(incident.claims) == {claim.id for claim in record.claims if claim.incident == incident.id}


def test_a_report_without_violence_has_no_incident() -> None:
    """Nothing is made of nothing."""
    record = read("The council of Tal Arda repaired two bridges on Monday, the mayor said.")
    assert (record.claims, record.incidents) == ((), ())


@given(ANY_TEXT, st.one_of(st.none(), ANY_TEXT))
@settings(max_examples=60, deadline=None)
@example(TEXT, "Twelve killed in Tal Arda")
@example("12 people were killed \ud800 in Tal Arda", None)
def test_any_text_at_all_is_read_the_same_twice(text: str, title: str | None) -> None:
    """Nothing raises, every evidence is exact, and the record comes out byte for byte the same."""
    record = read(text, title)
    report = record.report
    assert all(report.supports(one) for claim in record.claims for one in claim.evidence)
    assert all(report.supports(place.evidence) for incident in record.incidents for place in incident.places)
    assert json.dumps(record.to_dict()) == json.dumps(read(text, title).to_dict())


class _Stumbling:
    """A reader that fails on one report."""

    step = Step(name="stumbling", version="1")

    def extract(self, report: Report, _: Sequence[Passage]) -> Sequence[Claim]:
        """Fail where the text says so."""
        if "stumble" in report.text:
            raise KeyError("lost")
        return ()


def test_a_report_that_breaks_a_reader_stops_no_other() -> None:
    """It is kept with a problem that says so, and those after it are read."""
    failing = Pipeline.of(lambda _: _Stumbling(), gazetteer=Gazetteer.from_csv(PLACES))
    records = list(failing.read([Report(text="a"), Report(text="stumble"), Report(text="b")]))
    assert [[problem.code for problem in record.problems] for record in records] == [[], ["reader_failed"], []]
    assert "KeyError" in records[1].problems[0].message


def test_a_part_of_a_total_is_no_total_of_its_group() -> None:
    """The words "two of the eleven" count some of the eleven: no toll of all fighters, and no contradiction."""
    record = read(
        "Eleven rebel fighters were killed in airstrikes on Tal Arda on Tuesday, the Hadra Monitor for Rights said. "
        "Two of the eleven killed came from Umm Rihan, the Hadra Monitor for Rights added."
    )
    figures = [(one.victims, one.low, one.high) for one in record.incidents[0].figures]

    assert ("total", 11, 11) in figures
    assert all((low, high) == (11, 11) for _, low, high in figures)
    assert not record.incidents[0].contradictions


def test_without_a_date_a_month_is_what_a_report_recalls() -> None:
    """A weekday that no date resolves stays unresolved, and does not become the month told of an earlier event."""
    undated = Report(
        text=(
            "A drone struck a base near Tal Arda on Thursday, killing two soldiers, the army said. "
            "In August 2030, a drone killed a guard in Tal Arda."
        )
    )
    news, *recalled = pipeline().read_one(undated).incidents

    assert news.main
    assert news.when is not None
    assert news.when.start is None
    assert [one.main for one in recalled] == [False]
