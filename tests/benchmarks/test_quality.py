"""The quality gate: floors that do not fall in silence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.quality.gate import fingerprint, judge, pin, scores

REPORT = {
    "id": "1",
    "title": "Shelling in Tal Arda",
    "publisher": "Coast Wire",
    "published": "2031-03-05",
    "text": "Shelling killed 12 people in Tal Arda on Tuesday, two residents said.",
}
# A scorer of its own, which finds what it is told to find: one row, how many claims of 12 there are.
SCORER = """
import json, sys
records = [json.loads(line) for line in open(sys.argv[sys.argv.index("--pred") + 1])]
claims = [claim for record in records for claim in record["claims"]]
hits = sum((claim.get("count") or {}).get("low") == 12 for claim in claims)
print(json.dumps({"claim exact": {"p": 1.0, "r": 1.0, "f1": float(hits), "n": 1}}))
"""


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors of one corpus."""
    file = tmp_path / "floors.json"
    pin("corpus", {"claim exact": 0.8, "holder": 0.7}, floors=file)
    return file


def test_a_score_that_falls_is_told(floors: Path) -> None:
    """A fall is named with its floor and its score."""
    verdict = judge("corpus", {"claim exact": 0.79, "holder": 0.7}, floors)

    assert verdict.fell == (("claim exact", 0.8, 0.79),)


def test_pinning_again_lowers_nothing(floors: Path) -> None:
    """A floor stays where it is when a later run is worse."""
    pin("corpus", {"claim exact": 0.6, "holder": 0.9}, floors=floors)

    assert judge("corpus", {"claim exact": 0.6, "holder": 0.9}, floors).fell == (("claim exact", 0.8, 0.6),)


def test_a_floor_is_lowered_for_a_reason_that_is_kept(floors: Path) -> None:
    """Whoever lowers a floor says why, in the file."""
    pin("corpus", {"claim exact": 0.6, "holder": 0.7}, lower="the corpus was recoded", floors=floors)

    assert not judge("corpus", {"claim exact": 0.6, "holder": 0.7}, floors).fell
    assert json.loads(floors.read_text())["corpus"]["lowered"] == [
        {"rows": ["claim exact"], "why": "the corpus was recoded"}
    ]


def test_a_row_that_vanishes_has_fallen(floors: Path) -> None:
    """A score that is no longer reported counts as nought."""
    assert judge("corpus", {"holder": 0.7}, floors).fell == (("claim exact", 0.8, 0.0),)


def test_another_corpus_has_no_floors(floors: Path) -> None:
    """Floors belong to the corpus they were reached on."""
    assert not judge("other", {"claim exact": 0.1}, floors).known


def test_one_changed_letter_is_another_corpus(tmp_path: Path) -> None:
    """The fingerprint follows the bytes."""
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").write_text("One")

    assert fingerprint(tmp_path / "a") != fingerprint(tmp_path / "b")


def test_rows_without_cases_have_no_score() -> None:
    """An accuracy of None is left out, and so is a plain count."""
    assert scores({"date": {"acc": None, "n": 0}, "claim": {"f1": 0.12345, "n": 3}}) == {"claim": 0.123}


def test_the_benchmark_reads_and_scores(tmp_path: Path) -> None:
    """The command reads the reports, writes their records and prints the scorer's table."""
    (tmp_path / "reports.jsonl").write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    out = tmp_path / "records.jsonl"
    command = [sys.executable, "-m", "benchmarks.quality", "gold", "--data", str(tmp_path), "--out", str(out)]

    done = subprocess.run(
        [*command, "--scorer", str(tmp_path / "score.py")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert "1 reports read, 0 failed" in done.stdout
    assert "f1 1.0" in done.stdout
    assert json.loads(out.read_text(encoding="utf-8"))["report"]["external_id"] == "1"


def test_the_benchmark_says_what_it_skipped(tmp_path: Path) -> None:
    """Without the data nothing is run, and that is said."""
    command = [sys.executable, "-m", "benchmarks.quality", "gold", "--data", str(tmp_path / "none"), "--out", "x"]

    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])

    assert done.stdout.startswith("skipped: not found")
