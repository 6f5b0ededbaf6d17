"""The invented country that the tests of places are set in."""

from pathlib import Path

from marsad.claims.claim import Mention, Relation, Role
from marsad.places.gazetteer import Gazetteer
from marsad.reports.report import Report

PLACES = Path(__file__).parents[1] / "gazetteer" / "places.csv"


def qandara() -> Gazetteer:
    """Open the gazetteer of the invented country."""
    return Gazetteer.from_csv(PLACES)


def mention(report: Report, words: str, relation: Relation | None = Relation.IN) -> Mention:
    """Return a mention of a place by the first of these words in the report."""
    start = report.text.index(words)
    return Mention(role=Role.PLACE, evidence=report.quote(start, start + len(words)), relation=relation)
