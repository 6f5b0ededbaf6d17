"""Promises about time, with room for a slow machine: three times what is aimed at, and the best of five."""

import subprocess
import time
from pathlib import Path

import pytest

from .commands import DEMO, command


def quickest(*words: object) -> float:
    """Return the seconds a command takes in a process of its own, at best."""
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(command(*words), check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    return min(taken)


@pytest.mark.parametrize(
    ("words", "aim"),
    [(("--help",), 0.4), (("--version",), 0.4), (("read", DEMO / "reports" / "08-qna-car-bomb.txt"), 2.5)],
    ids=["help", "version", "read"],
)
def test_a_command_answers_soon(words: tuple[str | Path, ...], aim: float) -> None:
    """Help at once, and the first report in the time one takes to look up."""
    assert quickest(*words) <= 3 * aim


def test_asking_for_help_loads_nothing_heavy() -> None:
    """No store, no gazetteer, no reader, no terminal library."""
    asked = (
        "import atexit, sys; from marsad.cli import main; sys.argv = ['marsad', '--help']\n"
        "heavy = {'sqlalchemy', 'rich', 'trafilatura', 'lxml'}\n"
        "atexit.register(lambda: print('loaded:', *sorted(heavy & set(sys.modules))))\n"
        "main()"
    )
    done = subprocess.run([command()[0], "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "loaded:"
