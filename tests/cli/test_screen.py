"""Promises about how results look: at 80 letters, when piped, and on a terminal."""

import os
import pty
import re
import subprocess
from pathlib import Path

from rich.cells import cell_len

from .commands import BECAUSE, PLACES, WEEK, command, typed, typed_apart
from .test_incidents import listed
from .test_judging import claim_of, market

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(*words: object, columns: int = 80, piped: bool = False) -> str:
    """Run a command on a pseudo-terminal and return what came to the screen; ``piped`` sends results elsewhere."""
    master, slave = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "MARSAD_DB"}}
    running = subprocess.Popen(
        command(*words),
        stdin=slave,
        stdout=subprocess.DEVNULL if piped else slave,
        stderr=slave,
        env={**clean, "COLUMNS": str(columns), "TERM": "xterm-256color"},
    )
    os.close(slave)
    seen = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so that the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(master)
    assert running.wait(timeout=60) == 0
    return seen.decode()


def test_no_line_is_longer_than_the_screen(week: Path) -> None:
    """At 80 letters and on a wide one, without blanks at the ends of lines when piped."""
    code = market(week)["code"]
    typed("correct", claim_of(market(week), 17), "count", "19", *BECAUSE, "--db", week)
    for words in (
        ("read", WEEK, "--places", PLACES),
        ("incidents", "--db", week),
        ("show", code, "--db", week),
        ("explain", code, "--db", week),
        ("judgements", "--db", week),
        ("doctor", "--db", week),
    ):
        lines = typed(*words).out.splitlines()
        assert max(cell_len(line) for line in lines) <= 80
        assert all(line == line.rstrip() for line in lines)


def test_what_is_piped_has_no_colours(week: Path) -> None:
    """Nor any other escape sequence."""
    assert "\x1b" not in typed_apart("show", listed(week)[0]["code"], "--db", week).out


def test_a_terminal_has_colours_and_the_same_words(week: Path) -> None:
    """Colour only adds to what signs and brackets say."""
    words = ("show", listed(week)[0]["code"], "--db", week)
    seen = on_a_terminal(*words)
    assert COLOUR.search(seen)
    plain = [line.rstrip() for line in COLOUR.sub("", seen).splitlines()]
    assert plain == typed(*words).out.splitlines()


def test_progress_is_shown_where_a_person_looks_and_leaves_nothing() -> None:
    """A line that counts, gone at the end; where results pass by on the same screen there is none."""
    words = ("read", WEEK, "--places", PLACES, "--format", "json")
    seen = on_a_terminal(*words, piped=True)
    assert "reading reports …" in seen
    assert seen.rstrip().splitlines()[-1].endswith("noted in its record")
    assert "reading reports …" not in on_a_terminal(*words)
    assert "reading reports" not in typed(*words).err
