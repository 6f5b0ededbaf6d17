"""The one place where golden reports meet the reader."""

from collections.abc import Callable
from pathlib import Path

from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import Gazetteer
from marsad.reports.report import Report

from .cases import FOLDER

GAZETTEER = FOLDER.parent / "gazetteer" / "places.csv"


def reader(gazetteer: Path = GAZETTEER) -> Callable[[Report], Record]:
    """Return the way from a report to its record: the rule reader with the gazetteer of the invented country."""
    return Pipeline.rules(gazetteer=Gazetteer.from_csv(gazetteer)).read_one
