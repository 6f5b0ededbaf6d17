"""Reads a source into its reports and its problems, for the tests of this folder."""

from pathlib import Path
from typing import NamedTuple

from marsad.errors import Problem
from marsad.reports.options import ReadOptions
from marsad.reports.read import read_reports
from marsad.reports.report import Report


class Reading(NamedTuple):
    """What a source gave, apart."""

    reports: list[Report]
    problems: list[Problem]

    @property
    def codes(self) -> list[str]:
        """The problems' codes, in order."""
        return [problem.code for problem in self.problems]

    @property
    def report(self) -> Report:
        """The only report."""
        (report,) = self.reports
        return report


def reading(source: str | Path, options: ReadOptions | None = None) -> Reading:
    """Return what reading this source gives."""
    found = list(read_reports(str(source), options=options))
    return Reading(
        [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, Problem)]
    )
