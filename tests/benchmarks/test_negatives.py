"""Text without conflict: what is read out of it, and how it is counted."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.quality.documents import documents, treebank
from benchmarks.quality.negatives import failures, per_hundred

from marsad.claims.claim import Step
from marsad.errors import Problem
from marsad.incidents.record import Record
from marsad.reports.report import Report

CALM = "The choir of Hadra sang on Tuesday. Three hundred people came to listen."
GRIM = "Shelling killed 12 people in Tal Arda on Tuesday, two residents said."
TREEBANK = f"""# newdoc id = ZOO_news_choir
# meta::genre = news
# newpar
# newpar_block = p (2 s)
# sent_id = ZOO_news_choir-1
# text = The choir of Hadra sang on Tuesday.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_

# sent_id = ZOO_news_choir-2
# text = Many came.
1\tMany\tmany\tADJ\tJJ\t_\t2\tnsubj\t_\t_

# newpar
# text = It rained.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_

# newdoc id = ZOO_fiction_siege
# meta::genre = fiction
# text = {GRIM}
1\tShelling\tshelling\tNOUN\tNN\t_\t2\tnsubj\t_\t_
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the measure on these arguments."""
    command = [sys.executable, "-m", "benchmarks.quality", "negatives", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    """Return a folder of one document without conflict."""
    folder = tmp_path / "calm"
    folder.mkdir()
    (folder / "choir.txt").write_text(CALM, encoding="utf-8")
    return folder


def test_a_treebank_gives_its_documents_in_paragraphs(tmp_path: Path) -> None:
    """Sentences are joined by blanks, paragraphs by an empty line."""
    (tmp_path / "zoo.conllu").write_text(TREEBANK, encoding="utf-8")
    first, second = treebank(tmp_path / "zoo.conllu")

    assert (first.id, first.genre) == ("ZOO_news_choir", "news")
    assert first.text == "The choir of Hadra sang on Tuesday. Many came.\n\nIt rained."
    assert (second.id, second.text) == ("ZOO_fiction_siege", GRIM)


def test_a_packed_treebank_reads_alike(tmp_path: Path) -> None:
    """With .gz or without."""
    (tmp_path / "zoo.conllu").write_text(TREEBANK, encoding="utf-8")
    (tmp_path / "zoo.conllu.gz").write_bytes(gzip.compress(TREEBANK.encode("utf-8")))

    assert list(treebank(tmp_path / "zoo.conllu")) == list(treebank(tmp_path / "zoo.conllu.gz"))


def test_genres_choose_among_documents_that_state_one(calm: Path, tmp_path: Path) -> None:
    """A genre that was not asked for is left out; plain text has none and stays."""
    (tmp_path / "zoo.conllu").write_text(TREEBANK, encoding="utf-8")

    assert [report.external_id for report in documents(tmp_path / "zoo.conllu", ("news",))] == ["ZOO_news_choir"]
    assert [report.external_id for report in documents(calm, ("news",))] == ["choir"]


def test_a_folder_gives_text_files_alone(calm: Path) -> None:
    """Annotations that lie beside the texts are not read."""
    (calm / "choir.ann").write_text("T1 person", encoding="utf-8")

    assert [report.text for report in documents(calm)] == [CALM]


def test_a_treebank_without_documents_is_empty(tmp_path: Path) -> None:
    """No text, no document."""
    (tmp_path / "none.conllu").write_text("# newdoc id = empty\n\n", encoding="utf-8")

    assert list(treebank(tmp_path / "none.conllu")) == []


def test_false_incidents_are_counted_per_hundred_documents() -> None:
    """Nought of nought is nought."""
    assert per_hundred(1, 40) == 2.5
    assert per_hundred(0, 0) == 0.0


def test_nothing_read_is_told_as_skipped(tmp_path: Path) -> None:
    """An empty folder has no false incidents, and shows nothing."""
    done = run("--data", str(tmp_path))

    assert done.stdout.endswith("skipped: no document was read\n")


def test_a_document_the_reader_fails_on_is_told() -> None:
    """What was not read proves nothing, so that a broken reader does not pass."""
    report = Report(text=CALM, external_id="choir")
    fault = Problem(code="reader_failed", message="it fell", report=report.id)
    step = Step(name="rules", version="0")
    whole = Record(report=report, read_by=step, claims=(), incidents=())
    broken = Record(report=report, read_by=step, claims=(), incidents=(), problems=(fault,))

    assert failures([whole, broken]) == ("choir: it fell",)


def test_text_without_conflict_passes(calm: Path) -> None:
    """A concert is no incident."""
    done = run("--data", str(calm))

    assert done.returncode == 0
    assert "false main incidents: 0.0 in 100 documents (0 in 1)" in done.stdout


def test_incidents_above_the_limit_fail_and_are_listed(calm: Path) -> None:
    """Each is listed with its document, kind, place and words."""
    (calm / "siege.txt").write_text(GRIM, encoding="utf-8")

    done = run("--data", str(calm))

    assert done.returncode == 1
    assert "  siege: shelling_artillery_missile | " in done.stdout
    assert " | Shelling / 12 people\n" in done.stdout
    assert "50.0 in 100 documents (1 in 2); the limit is 5.0" in done.stdout


def test_the_limit_is_the_callers(calm: Path) -> None:
    """As many as the limit are let pass."""
    (calm / "siege.txt").write_text(GRIM, encoding="utf-8")

    assert run("--data", str(calm), "--limit", "50").returncode == 0


def test_a_path_that_is_not_there_is_told(calm: Path, tmp_path: Path) -> None:
    """What was skipped is said, and the rest is read."""
    done = run("--data", str(tmp_path / "nowhere"), str(calm))

    assert done.returncode == 0
    assert f"skipped: not found: {tmp_path / 'nowhere'}" in done.stdout
    assert "(0 in 1)" in done.stdout
