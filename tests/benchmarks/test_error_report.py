"""The whole run on hand-coded reports: table, errors by cause, and what changed since the pinned run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.benchmarks.coded import SCORER, TEXT, gold_claim, gold_incident

ROOT = Path(__file__).parents[2]
REPORT = {"id": "1", "title": "Shelling", "publisher": "Coast Wire", "published": "2031-03-05", "text": TEXT}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with one coded report, of whose claims the last cannot be read: it is not there."""
    claims = gold_claim(), gold_claim("77 goats", 77, 77)
    coded = {"unit_id": "1", "incidents": [gold_incident(*claims)]}
    (tmp_path / "reports.jsonl").write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(coded) + "\n", encoding="utf-8")
    # The run keeps its floors and outcomes beside itself: a copy leaves those of the project alone.
    shutil.copytree(
        ROOT / "benchmarks", tmp_path / "benchmarks", ignore=shutil.ignore_patterns("pinned", "__pycache__")
    )
    return tmp_path


def run(data: Path, *arguments: str, scorer: Path = SCORER) -> str:
    """Run the benchmark on this folder and return what it prints."""
    command = [sys.executable, "-m", "benchmarks.quality", "gold", "--data", str(data), "--scorer", str(scorer)]
    done = subprocess.run(
        [*command, "--out", str(data / "records.jsonl"), *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=data,
    )
    return done.stdout


def test_errors_are_told_by_cause_after_the_table(data: Path) -> None:
    """The count of the row, the cause, and the report with a few words."""
    told = run(data)

    assert told.index("claim exact") < told.index("ERRORS BY CAUSE")
    assert "claim missed: 1 of 2\n     1 gold words not in the text\n" in told
    assert "1: killed 77 | - | 77 goats" in told


def test_the_errors_add_up_to_the_table(data: Path) -> None:
    """The judgements are the scorer's own, so the report cannot disagree with it."""
    assert "WARNING" not in run(data)


def test_errors_that_do_not_add_up_are_told(data: Path) -> None:
    """A scorer whose table says otherwise is not passed over in silence."""
    odd = data / "odd.py"
    odd.write_text(SCORER.read_text(encoding="utf-8").replace('"n": tally["gold"]', '"n": 99'), encoding="utf-8")

    assert "do not add up to the table in the row 'claim exact'" in run(data, scorer=odd)


def test_every_error_is_written_where_a_file_is_given(data: Path) -> None:
    """One JSON object a line, with id, row, cause and the name of the thing."""
    run(data, "--errors", str(data / "errors.jsonl"))
    rows = [json.loads(line) for line in (data / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [row for row in rows if row["row"] == "claim"]

    assert [(row["id"], row["cause"], row["words"]) for row in missed] == [
        ("1", "gold words not in the text", "77 goats")
    ]


def test_without_a_pinned_run_gains_and_losses_are_skipped(data: Path) -> None:
    """What is missing is said, and what to do about it."""
    assert "skipped: gained and lost (no run is pinned for this corpus; --pin keeps this one)" in run(data)


def test_a_run_is_held_against_the_pinned_one(data: Path) -> None:
    """After pinning, the same state has gained and lost nothing."""
    run(data, "--pin")

    assert "AGAINST THE PINNED RUN\n  nothing changed" in run(data)
    assert len(list((data / "benchmarks" / "quality" / "pinned").iterdir())) == 1


def test_a_scorer_that_cannot_be_listened_to_still_gives_its_table(data: Path) -> None:
    """A script without the functions is run for its table and never imported."""
    plain = data / "plain.py"
    plain.write_text('print(\'{"claim exact": {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}}\')\n', encoding="utf-8")
    told = run(data, scorer=plain)

    assert "f1 1.0" in told
    assert "skipped: the error report" in told
