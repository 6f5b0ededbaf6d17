"""The commands that the documentation shows, run as a reader would type them.

A fenced ``console`` block holds lines that begin with ``$`` and what they print. ``marsad`` commands are run in a
folder with the examples in it; ``echo $?`` after one shows the exit code that is expected, 0 where it is not there. An
id ending in ``…`` stands for the one of that beginning that the page printed last (on one screen: first). ``make``
commands are only named here: whoever runs pages checks that there is such a target.
"""

import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = Path("examples")
RUN = ("marsad", "cat")
WIDTH = "96"
BLOCK = re.compile(r"(?:<!-- show: (?P<shown>\d+) lines -->\n)?```console\n(?P<body>.*?)```", re.DOTALL)
ID = re.compile(r"\b(?:(?:rep|clm|inc|jdg)_[0-9a-f]{16}|MRS-(?:\d{4}-\d{4}|UNDATED)-[0-9A-Z]{4,})\b")
_SHORTENED = re.compile(r"\b(?:rep_|clm_|inc_|jdg_|MRS-)[0-9A-Z-]*…")
# A judgement is named by all it says, its time included; at this one the pages are written.
NOW = "2031-03-10T09:00:00+00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One line after a ``$``: its words, what is shown below it, and the exit code it must end with."""

    line: str
    shown: str
    code: int = 0

    @property
    def program(self) -> str:
        """The first word."""
        return self.line.split()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A command that was run: what it printed, on both streams, and its exit code."""

    command: Command
    printed: str
    code: int


def commands(body: str) -> tuple[Command, ...]:
    """Return the commands of one block, in order."""
    found: list[Command] = []
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        if line.strip() == "echo $?":
            last = found.pop()
            found.append(Command(line=last.line, shown=last.shown, code=int(shown)))
        else:
            found.append(Command(line=line.strip(), shown=shown))
    return tuple(found)


def pages() -> tuple[Path, ...]:
    """Return every page that may show commands."""
    written = (path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
    return (ROOT / "README.md", *sorted(written))


def blocks(text: str) -> tuple[tuple[Command, ...], ...]:
    """Return the commands of every block of a page."""
    return tuple(commands(match["body"]) for match in BLOCK.finditer(text))


@contextmanager
def week(folder: Path) -> Iterator[None]:
    """Work in a folder that holds the examples as the repository does, at a fixed time and a fixed width."""
    shutil.copytree(ROOT / EXAMPLES, folder / EXAMPLES)
    before = {name: os.environ.get(name) for name in ("COLUMNS", "MARSAD_BY", "MARSAD_DB")}
    os.environ.update({"COLUMNS": WIDTH, "MARSAD_BY": "a reviewer"})
    os.environ.pop("MARSAD_DB", None)
    try:
        with chdir(folder), patch("marsad.cli.judging._now", return_value=NOW):
            yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def play(page: tuple[tuple[Command, ...], ...]) -> Iterator[Played]:
    """Run the ``marsad`` and ``cat`` commands of one page one after the other, in the folder we are in."""
    ids: list[str] = []
    for command in (one for block in page for one in block if one.program in RUN):
        line = _SHORTENED.sub(partial(_meant, ids), command.line)
        printed, code = run(line)
        ids = [*ID.findall(printed), *ids]
        yield Played(command=command, printed=_settled(printed), code=code)


def _meant(ids: Sequence[str], shortened: re.Match[str]) -> str:
    """Return the id a shortened one stands for; what was printed last stands first among ``ids``."""
    beginning = shortened[0].removesuffix("…")
    return next((one for one in ids if one.startswith(beginning)), shortened[0])


def run(line: str) -> tuple[str, int]:
    """Run one command in this process; ``> file`` sends its results to a file."""
    if line.startswith("cat "):
        return Path(line.removeprefix("cat ")).read_text(encoding="utf-8"), 0
    from marsad.cli.app import main  # noqa: PLC0415 - a page without commands needs no program

    words, _, target = line.partition(" > ")
    both = io.BytesIO()
    out = open(target.strip(), "wb") if target else both  # noqa: SIM115, PTH123 - closed below with the other stream
    before = sys.argv
    sys.argv = shlex.split(words)
    streams = [io.TextIOWrapper(stream, encoding="utf-8", write_through=True) for stream in (out, both)]
    try:
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
            main()
            code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.argv = before
        streams[0].flush()
    printed = both.getvalue().decode()
    if target:
        streams[0].close()
    return printed, code


def _settled(printed: str) -> str:
    """Return output without blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in printed.strip("\n").split("\n"))
