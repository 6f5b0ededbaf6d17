"""Promises about the tables for spreadsheets and statistics."""

import csv
from dataclasses import replace
from io import StringIO

from marsad.claims.claim import Step
from marsad.incidents.incident import MergedIncident
from marsad.incidents.record import Record
from marsad.publish.tables import CLAIM_COLUMNS, INCIDENT_COLUMNS, claims_csv, codebook, incidents_csv
from publish.records import BOMB, INCIDENTS, MARKET, PROTESTS
from publish.telling import COAST


def incident_rows(*incidents: MergedIncident) -> list[dict[str, str]]:
    """Return the incident table as a reader gets it."""
    out = StringIO()
    incidents_csv(incidents, out)
    return list(csv.DictReader(StringIO(out.getvalue())))


def claim_rows(*sources: MergedIncident | Record) -> list[dict[str, str]]:
    """Return the claim table as a reader gets it."""
    out = StringIO()
    claims_csv(sources, out)
    return list(csv.DictReader(StringIO(out.getvalue())))


def test_one_row_is_one_incident() -> None:
    """Each merged incident has its row, in the order given."""
    assert [row["code"] for row in incident_rows(*INCIDENTS)] == [merged.code for merged in INCIDENTS]


def test_one_row_is_one_claim() -> None:
    """Each claim of each incident has its row, denials too."""
    rows = claim_rows(*INCIDENTS)
    assert len(rows) == sum(len(merged.claims) for merged in INCIDENTS)
    assert [row["claim"] for row in rows if row["stance"] == "denied"] == ["clm_6", "clm_8"]


def test_dates_are_iso_and_unknown_days_empty() -> None:
    """A day that could not be worked out is an empty cell."""
    market, bomb = incident_rows(MARKET, BOMB)
    assert (market["start"], market["end"]) == ("2031-03-04", "2031-03-04")
    assert (bomb["start"], bomb["time_words"]) == ("", "On Thursday")


def test_open_and_unstated_are_told_apart() -> None:
    """An empty upper bound means open or silence, and the words say which."""
    market, protests = incident_rows(MARKET, PROTESTS)
    assert (market["injured_low"], market["injured_high"], market["injured_words"]) == ("24", "", "24 or more")
    assert (protests["killed_low"], protests["killed_words"]) == ("", "not stated")


def test_a_quote_stands_where_the_row_says() -> None:
    """Part, start and end lead to the very words in the report."""
    for row in claim_rows(MARKET):
        if row["report"] == COAST.id:
            text = COAST.text if row["part"] == "text" else COAST.title or ""
            assert text[int(row["quote_start"]) : int(row["quote_end"])] == row["quote"]


def test_a_formula_in_a_name_is_guarded() -> None:
    """A hostile place name does not run in a spreadsheet."""
    place = replace(MARKET.incident.places[0], name='=HYPERLINK("http://x.example")')
    (row,) = incident_rows(replace(MARKET, incident=replace(MARKET.incident, places=(place,))))
    assert row["place"].startswith("'=")


def test_a_negative_coordinate_stays_a_number() -> None:
    """The guard is for words and does not spoil the west and the south."""
    place = replace(MARKET.incident.places[0], latitude=-1.5, longitude=-60.25)
    (row,) = incident_rows(replace(MARKET, incident=replace(MARKET.incident, places=(place,))))
    assert (row["latitude"], row["longitude"]) == ("-1.5", "-60.25")


def test_a_record_gives_the_same_rows_as_its_incidents() -> None:
    """The claims of one report read have the same columns."""
    claims = tuple(claim for claim in MARKET.claims if claim.report == COAST.id)
    record = Record(report=COAST, read_by=Step(name="rules", version="1"), claims=claims, incidents=())
    alone, merged = claim_rows(record), [row for row in claim_rows(MARKET) if row["report"] == COAST.id]
    assert [row | {"incident": ""} for row in alone] == [row | {"incident": ""} for row in merged]


def test_arabic_is_written_as_it_is() -> None:
    """UTF-8, without escapes."""
    assert "مصادر طبية" in {row["holder"] for row in claim_rows(MARKET)}


def test_the_mark_for_excel_is_written_on_request_only() -> None:
    """Other programs would read it as part of the first name."""
    plain, marked = StringIO(), StringIO()
    incidents_csv(INCIDENTS, plain)
    incidents_csv(INCIDENTS, marked, byte_order_mark=True)
    assert marked.getvalue() == "\ufeff" + plain.getvalue()


def test_no_incident_still_gives_the_column_names() -> None:
    """An empty table says what it would hold."""
    out = StringIO()
    incidents_csv((), out)
    assert out.getvalue() == ",".join(column.name for column in INCIDENT_COLUMNS) + "\n"


def test_every_column_is_explained_once() -> None:
    """Names are unique, and each has its line in the codebook."""
    for columns in (INCIDENT_COLUMNS, CLAIM_COLUMNS):
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
    assert codebook(CLAIM_COLUMNS).count("\n") == len(CLAIM_COLUMNS) + 2
    assert "| `stance` | " in codebook(CLAIM_COLUMNS)
