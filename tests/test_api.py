"""Promises of ``import marsad``: a few names that do what most people need."""

import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path

import pytest

import marsad
from marsad.errors import MarsadError, Problem

TEXT = "Shelling killed at least nine people in Umm Zarqa on Friday, two teachers said. The army denied it."


def test_a_text_is_read_into_a_record() -> None:
    """With its claims, their words, and the day the report appeared."""
    record = marsad.read(TEXT, title="Umm Zarqa shelled", publisher="Valley Post", published=date(2033, 1, 9))
    assert isinstance(record, marsad.Record)
    assert [claim.count.low for claim in record.claims if claim.count] == [9]
    assert all(record.report.supports(evidence) for claim in record.claims for evidence in claim.evidence)
    assert record == marsad.read(TEXT, title="Umm Zarqa shelled", publisher="Valley Post", published="2033-01-09")
    assert record.incidents[0].when is not None
    assert record.incidents[0].when.start == date(2033, 1, 7)


def test_the_pipeline_is_handed_over() -> None:
    """One is made once and reads many; it gives what the own one gives."""
    assert marsad.read(TEXT, pipeline=marsad.Pipeline.rules()) == marsad.read(TEXT)


@pytest.mark.parametrize("day", ["tomorrow", "2033-02-30", "5/6/2033", ""])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    """Rather than taken for unknown."""
    with pytest.raises(MarsadError, match="YYYY-MM-DD"):
        marsad.read(TEXT, published=day)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_text_without_words_is_refused(text: str) -> None:
    """There is nothing to read."""
    with pytest.raises(MarsadError, match="no text"):
        marsad.read(text)


def test_files_are_read_as_they_come(tmp_path: Path) -> None:
    """Problems of a report stand in its record; what could not be read is handed over and stops nothing."""
    (tmp_path / "a.txt").write_text(f"published: 05/06/2033\n\n{TEXT}")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(f"{TEXT} Again.")
    lost: list[Problem] = []
    records = list(marsad.read_reports(tmp_path, on_problem=lost.append))
    assert len(records) == 2
    assert "date_unknown" in {problem.code for problem in records[0].problems}
    assert [problem.code for problem in lost] == ["empty"]


def test_what_could_not_be_read_is_a_warning_at_least(tmp_path: Path) -> None:
    """Nothing is dropped in silence."""
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"b\.txt"):
        assert list(marsad.read_reports(tmp_path / "b.txt")) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (tmp_path / "a.txt").write_text(TEXT)
        assert len(list(marsad.read_reports(str(tmp_path / "a.txt")))) == 1


def test_records_are_merged() -> None:
    """Two reports of one event are one incident."""
    records = [marsad.read(TEXT + more, publisher=more or "a", published="2033-01-09") for more in ("", " He left.")]
    merged = marsad.merge(records)
    assert len(merged) == 1
    assert isinstance(merged[0], marsad.MergedIncident)


def test_every_public_name_is_there() -> None:
    """And listed; a name that is not public is an AttributeError like any other."""
    assert [name for name in marsad.__all__ if getattr(marsad, name, None) is None] == []
    assert dir(marsad) == sorted(marsad.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = marsad.nonsense


def test_importing_marsad_loads_only_python_itself() -> None:
    """The build of the package imports it where nothing else is installed."""
    told = "import marsad, sys; print(*sorted(m for m in sys.modules if m.split('.')[0] == 'marsad'))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["marsad", "marsad.errors", "marsad.version"]
