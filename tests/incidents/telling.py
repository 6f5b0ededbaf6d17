"""Invented reports read into incidents, with the places of the invented country."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from marsad.incidents.incident import Incident, RecordedClaim
from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import Gazetteer
from marsad.reports.report import Report

PLACES = Path(__file__).parents[1] / "gazetteer" / "places.csv"
WEDNESDAY = date(2031, 3, 5)
TUESDAY = date(2031, 3, 4)


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline.rules(gazetteer=Gazetteer.from_csv(PLACES))


def record(text: str, title: str | None = None, published: date | None = WEDNESDAY) -> Record:
    """Return the record of an invented report."""
    return _pipeline().read_one(Report(text=text, title=title, publisher="Coast Wire", published=published))


def incidents(text: str, title: str | None = None) -> tuple[Incident, ...]:
    """Return the incidents an invented report tells of."""
    return record(text, title).incidents


def towns(text: str, title: str | None = None) -> list[str]:
    """Return the most specific place of each incident."""
    return [incident.places[0].name if incident.places else "" for incident in incidents(text, title)]


def tolls(found: Record) -> list[tuple[str, int | None]]:
    """Return the words and the low number of each claim of people harmed."""
    return [(claim.evidence[0].quote, claim.count.low) for claim in found.claims if claim.count]


def claim_of(found: Record, words: str) -> RecordedClaim:
    """Return the claim that rests on these words."""
    return next(claim for claim in found.claims if words in {one.quote for one in claim.evidence})
