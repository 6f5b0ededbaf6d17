"""Commands typed in the tests: in this process where that will do, in one of their own where only that will."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from marsad.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "examples" / "demo"
WEEK, PLACES = str(DEMO / "reports"), str(DEMO / "places.csv")
BECAUSE = ("--because", "somebody said so", "--by", "a reviewer")


class Answer(NamedTuple):
    """What came back: the exit code, and what stands on each stream."""

    code: int
    out: str
    err: str


def typed(*words: object, given: bytes | None = None) -> Answer:
    """Run a command in this process, with these bytes on standard input."""
    result = CliRunner().invoke(
        app, [str(word) for word in words], input=given, env={"MARSAD_DB": None, "COLUMNS": "80"}
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout_bytes.decode(), result.stderr_bytes.decode())


def command(*words: object) -> list[str]:
    """Return a command as another process is given it."""
    return [sys.executable, "-c", "from marsad.cli import main; main()", *(str(word) for word in words)]


def typed_apart(*words: object, **more: Any) -> Answer:
    """Run a command in a process of its own, on a screen of 80 letters."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MARSAD_")}
    done = subprocess.run(
        command(*words), capture_output=True, timeout=120, check=False, env={**clean, "COLUMNS": "80"}, **more
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def write_all(folder: Path, texts: Sequence[str]) -> Path:
    """Write texts as numbered reports into a new folder."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder
