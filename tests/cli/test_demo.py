"""Promises of the demo: it runs, shows what it should, and runs again."""

import subprocess
import sys
from pathlib import Path

from .commands import DEMO, typed


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the demo into a folder."""
    return subprocess.run(
        [sys.executable, DEMO / "run.py", folder], capture_output=True, text=True, check=False, timeout=120
    )


def test_the_demo_runs_and_runs_again(tmp_path: Path) -> None:
    """The incidents, what is disputed, one figure explained, and a page; a second time with nothing new."""
    first, second = run(tmp_path / "out"), run(tmp_path / "out")
    assert (first.returncode, second.returncode) == (0, 0)
    assert "14 reports read, 14 new" in first.stderr
    assert "14 reports read, 0 new" in second.stderr
    assert first.stdout == second.stdout
    for words in ("Air strike in Tal Arda", "Where accounts differ", "12 to 17 people killed"):
        assert words in first.stdout
    page = tmp_path / "out" / "demo.html"
    assert first.stdout.splitlines()[-1] == str(page)
    assert b"Tal Arda" in page.read_bytes()
    assert typed("store", "check", "--db", tmp_path / "out" / "demo.db").code == 0


def test_the_demo_says_so_when_it_cannot(tmp_path: Path) -> None:
    """A store it may not write ends it with a code that is not 0."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "demo.db").write_text("Not a store. " * 100)
    failed = run(tmp_path / "out")
    assert failed.returncode == 1
    assert "is not a marsad store" in failed.stderr
    assert "Traceback" not in failed.stderr
