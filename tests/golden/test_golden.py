"""Every golden report is read, and what comes out is what the case expects, but for what it lists as open."""

from collections.abc import Callable

import pytest

from marsad.incidents.record import Record
from marsad.reports.report import Report
from marsad.text.notation import write_marks

from . import points
from .cases import FOLDER, Case, read_cases
from .compare import differences
from .reading import reader

CASES = tuple(read_cases())
KNOWN_PATHS = ("claims.", "incidents.", "problems.")


def each_case() -> pytest.MarkDecorator:
    """Run a test once a case, under the case's name."""
    return pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@pytest.fixture(scope="session")
def read() -> Callable[[Report], Record]:
    """Return the way from a report to its record by rules, with the gazetteer of the invented country."""
    return reader()


@each_case()
def test_a_case_is_written_the_one_way(case: Case) -> None:
    """Marks written by hand are those marsad writes, so that a difference in a file is a difference in meaning."""
    written = (FOLDER / case.name / "report.txt").read_text(encoding="utf-8")
    assert written.endswith("\n\n" + write_marks(case.document.body.text, case.document.body.marks) + "\n")


@each_case()
def test_a_case_lists_open_failures_once_and_in_order(case: Case) -> None:
    """The list of what does not work yet is a sorted list of paths into expected.yml."""
    assert list(case.open) == sorted(set(case.open))
    assert all(path.startswith(KNOWN_PATHS) for path in case.open)


def test_negative_cases_are_many() -> None:
    """A reader that finds violence everywhere must fail often: a third of the cases tell of none."""
    negative = [case for case in CASES if not case.incidents]
    assert len(CASES) >= 24
    assert 3 * len(negative) >= len(CASES)


def test_no_two_cases_are_the_same_report() -> None:
    """Each case is a report of its own."""
    assert len({case.report.id for case in CASES}) == len(CASES)


@each_case()
def test_a_report_is_read_as_expected(case: Case, read: Callable[[Report], Record]) -> None:
    """What reading gives differs from the expectation exactly where the case says that it still does."""
    found = {difference.path: difference.found for difference in differences(case, read(case.report))}
    new = {path: found[path] for path in found if path not in case.open}
    mended = [path for path in case.open if path not in found]
    assert not new, f"{case.name} is read otherwise than expected: {new}"
    assert not mended, f"{case.name} lists as open what now works; take out {mended}"


@each_case()
def test_a_report_that_lost_its_points_is_read_the_same(case: Case, read: Callable[[Report], Record]) -> None:
    """Commas and apostrophes may be lost; what is then lost with them is listed, and nothing else."""
    found, known = set(points.lost(case, read)), set(points.listed().get(case.name, ()))
    assert not found - known, f"{case.name} without points is read otherwise than expected"
    assert not known - found, f"{case.name} is listed in without_points.yml for what now works"


def test_few_reports_suffer_where_points_are_lost() -> None:
    """Most of what is read with points is read without them."""
    assert 10 * len(points.listed()) <= len(CASES)
