"""Promises about what cannot be read: it is told, it costs the others nothing, and nothing ever falls over."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import MarsadError
from marsad.pipeline import Pipeline
from marsad.reports.report import Report

from .commands import Answer, command, typed, write_all

GOOD = "Shelling killed at least nine people in Umm Zarqa on Friday, two teachers said. The army denied it."
NOBODY = 65534


def read(path: Path, *more: object) -> Answer:
    """Read a path as JSON."""
    return typed("read", path, "--format", "json", *more)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\xff" * 500, "binary"),
        (b"%PDF-1.7\n" + b"\x00\xe2\xe3\xcf\xd3" * 200, "binary"),
        (b"word " * 10_000_000, "too_long"),
    ],
    ids=["empty", "blank", "bytes", "picture", "pdf", "50 MB in one line"],
)
def test_what_is_no_report_is_told_and_kept_out(tmp_path: Path, content: bytes, code: str) -> None:
    """One line says which file, why and what to do; the exit code says that nothing was read."""
    (tmp_path / "a.txt").write_bytes(content)
    answer = read(tmp_path / "a.txt")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.splitlines() == [answer.err.splitlines()[0], "0 reports read, 1 could not be"]
    assert f"[{code}]" in answer.err
    assert "a.txt" in answer.err


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-16"),
        GOOD.encode("utf-16-le"),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode() + b" Caf\xe9 closed.",
        GOOD.replace(" ", "\x00 \x07\x1b[2J ").encode(),
        GOOD.replace(" ", "\u202e ").encode(),
    ],
    ids=["UTF-16", "UTF-16 without mark", "UTF-8 with mark", "a stray byte", "controls", "right to left overrides"],
)
def test_odd_letters_are_read_or_told_but_never_lost_in_silence(tmp_path: Path, content: bytes) -> None:
    """Either the report is read, or there is a problem that says why it is not."""
    (tmp_path / "a.txt").write_bytes(content)
    answer = read(tmp_path / "a.txt")
    if answer.code == 0:
        record = json.loads(answer.out)
        assert "killed" in record["report"]["text"]
        assert "\x1b" not in record["report"]["text"]
    else:
        assert (answer.code, answer.out) == (1, "")
        assert "a.txt" in answer.err


def test_no_escape_sequence_of_a_report_reaches_the_terminal(tmp_path: Path) -> None:
    """Nor one in the name of a file."""
    hostile = tmp_path / "a\x1b]0;owned\x07.wire"
    hostile.write_text(GOOD)
    (tmp_path / "b.txt").write_text("title: \x1b[31mRed\n\nShells \x1b[2J\x9b2Jkilled nine people in Umm Zarqa.")
    answer = typed("read", tmp_path)
    assert "\x1b" not in answer.out + answer.err
    assert "\x9b" not in answer.out + answer.err
    assert answer.code == 3


def test_a_thousand_reports_with_ten_broken_give_the_rest(tmp_path: Path) -> None:
    """990 records, ten problems, and an exit code that says so."""
    folder = write_all(tmp_path / "many", [f"{GOOD} Bulletin {number}." for number in range(1000)])
    for number in range(0, 1000, 100):
        (folder / f"{number:04}.txt").write_bytes(b"\x00\xff\xfe" * 100)
    answer = read(folder)
    assert answer.code == 3
    assert len(answer.out.splitlines()) == 990
    assert len([line for line in answer.err.splitlines() if "[binary]" in line]) == 10
    assert answer.err.splitlines()[-1].startswith("990 reports read")
    assert answer.err.rstrip().endswith("10 could not be")


@contextmanager
def unprivileged() -> Iterator[Path]:
    """Lend a folder while running as a user who may do little."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has no users to change to")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_what_may_not_be_opened_is_told() -> None:
    """A folder and a file without permission are problems; the file beside them is read."""
    with unprivileged() as folder:
        write_all(folder / "closed", [GOOD]).chmod(0)
        (folder / "good.txt").write_text(GOOD)
        (folder / "secret.txt").write_text(GOOD)
        (folder / "secret.txt").chmod(0)
        typed("read", folder / "good.txt")  # loads all that is loaded when first used
        was = os.geteuid()
        try:
            if was == 0:
                os.seteuid(NOBODY)
            answer = read(folder)
        finally:
            os.seteuid(was)
            (folder / "closed").chmod(0o700)
    assert answer.code == 3
    assert len(answer.out.splitlines()) == 1
    assert len([line for line in answer.err.splitlines() if "check its permissions" in line]) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--published", "yesterday"), "YYYY-MM-DD"),
        (("--published", "2031-02-30"), "YYYY-MM-DD"),
        (("--reader", "oracle"), "the readers here are: rules"),
        (("--field", "body"), "FIELD=COLUMN"),
        (("--field", "words=body"), "one of id, title, text"),
        (("--format", "xml"), "table"),
        (("--max-bytes", "0"), "greater than or equal to 1"),
        (("--colour",), "--colour"),
    ],
)
def test_a_wrong_command_line_reads_nothing(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """The exit code is 2, and the message says what may be written."""
    (tmp_path / "a.txt").write_text(GOOD)
    answer = read(tmp_path / "a.txt", *words)
    assert (answer.code, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())


def test_a_source_is_needed() -> None:
    """Nothing is read by accident."""
    assert typed("read").code == 2


@pytest.mark.parametrize(
    "content", [b"", b"name\nTal Arda\n", b"\xff\xfe\x00", b'name,"names\n'], ids=["empty", "short", "bytes", "quote"]
)
def test_a_list_of_places_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    """Before anything is read, with its name."""
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "places.csv").write_bytes(content)
    answer = read(tmp_path / "a.txt", "--places", tmp_path / "places.csv")
    assert (answer.code, answer.out) == (1, "")
    assert "places.csv" in answer.err
    missing = read(tmp_path / "a.txt", "--places", tmp_path / "none.csv")
    assert (missing.code, "none.csv" in missing.err) == (1, True)


def test_a_missing_file_costs_the_others_nothing(tmp_path: Path) -> None:
    """The exit code is 3, since some of it could be read."""
    (tmp_path / "a.txt").write_text(GOOD)
    answer = typed("read", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json")
    assert (answer.code, len(answer.out.splitlines())) == (3, 1)
    assert "[missing]" in answer.err


def test_a_fault_of_ours_is_one_line_that_says_what_to_do() -> None:
    """And the whole story where it is asked for."""
    fall = (
        "import sys, marsad.cli.storing as s\n"
        "def fall(path): raise ZeroDivisionError('a planted fault')\n"
        "s.existing = fall\n"
        "from marsad.cli import main\nsys.argv = ['marsad', 'store', 'check']\nmain()\n"
    )
    plain, whole = (
        subprocess.run(
            [sys.executable, "-c", fall], capture_output=True, text=True, check=False, env=os.environ | debug
        )
        for debug in ({"MARSAD_DEBUG": ""}, {"MARSAD_DEBUG": "1"})
    )
    assert (plain.returncode, whole.returncode) == (1, 1)
    assert len(plain.stderr.splitlines()) == 1
    assert "a planted fault" in plain.stderr
    assert "MARSAD_DEBUG=1" in plain.stderr
    assert "Traceback" in whole.stderr


PIECES = st.sampled_from(
    ["killed ", "12 ", "at least ", "people ", "said ", "the army ", "denied ", "on Tuesday ", "in Tal Arda ", ". ",
     "\n", "”", "“", "أم ريحان", "(", "nine ", "including ", "the toll ", "\u202e", "\x00", "😀", "1,200 ", "March 4, "]
)  # fmt: skip
READER = Pipeline.rules()


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join)))
def test_no_text_makes_the_reader_fall_over(text: str) -> None:
    """Whatever a report says, there is a record of it, or a MarsadError that says why not."""
    report = Report(text=text, title=text[:40])
    try:
        record = READER.read_one(report)
    except MarsadError:
        return
    assert all(report.supports(evidence) for claim in record.claims for evidence in claim.evidence)
    json.dumps(record.to_dict())


def test_the_reader_that_is_fallen_over_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that breaks its reader is kept, told, and counted as not read; the next one is read."""
    folder = write_all(tmp_path / "two", [GOOD, f"{GOOD} Again."])
    real = Pipeline.read_one

    def broken(self: Pipeline, report: Report) -> object:
        if "Again" in report.text:
            raise RuntimeError("planted")
        return real(self, report)

    monkeypatch.setattr(Pipeline, "read_one", broken)
    answer = read(folder)
    assert answer.code == 3
    assert len(answer.out.splitlines()) == 2
    assert "[reader_failed]" in answer.err


def test_a_terminal_without_the_letters_is_written_to_all_the_same(tmp_path: Path) -> None:
    """Letters it has not are spelled out."""
    (tmp_path / "a.txt").write_text("title: أم ريحان\n\nقُتل خمسة أشخاص.", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "ascii:strict"}
    done = subprocess.run(command("read", tmp_path / "a.txt"), capture_output=True, check=False, env=environment)
    assert done.returncode == 0
    assert b"\\u0623" in done.stdout
