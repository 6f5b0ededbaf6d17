"""Promises about being stopped half way: what was stored stays stored, and nothing complains."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from marsad.store.sqlite import SqliteStore

from .commands import BECAUSE, PLACES, WEEK, command, typed, typed_apart, write_all

TEXT = "Shelling killed at least nine people in Umm Zarqa on Friday, two teachers said. Bulletin {}."


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    """``| head -1`` gets its line; no traceback, and what was read until then is stored."""
    many = write_all(tmp_path / "many", [TEXT.format(number) + " Again." * 300 for number in range(300)])
    words = command("read", many, "--format", "json", "--db", tmp_path / "a.db")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert json.loads(first)["record"] == 1
    assert (running.returncode, told) == (141, b"")
    with SqliteStore(tmp_path / "a.db") as store:
        assert 0 < len(list(store.reports())) < 300
        assert store.check() == ()


def test_stopping_keeps_what_was_stored(tmp_path: Path) -> None:
    """Ctrl-C ends with one line, exit code 130, and a whole store; going on later reads the rest."""
    many = write_all(tmp_path / "many", [TEXT.format(number) for number in range(3000)])
    path = tmp_path / "a.db"
    words = command("read", many, "--format", "json", "--db", path)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for _ in range(20):
            running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.stdout.read()
        told = running.stderr.read().decode()
    assert running.returncode == 130
    assert told.splitlines() == ["marsad: stopped; what was stored stays stored"]
    with SqliteStore(path) as store:
        kept = len(list(store.reports()))
        assert 20 <= kept < 3000
        assert store.check() == ()


def test_a_store_that_is_being_written_is_waited_for_and_then_told(week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is half written; reading goes on meanwhile."""
    monkeypatch.setattr(SqliteStore.__init__, "__kwdefaults__", {"patience": 0.5})
    with sqlite3.connect(week, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        answer = typed("read", "-", "--db", week, "--quiet", given=TEXT.encode())
        waited = time.monotonic() - started
        looked = typed("incidents", "--db", week)
        other.execute("ROLLBACK")
    assert (answer.code, answer.out) == (1, "")
    assert "another program" in answer.err
    assert waited > 0.4
    assert looked.code == 0
    assert typed("read", "-", "--db", week, "--quiet", given=TEXT.encode()).code == 0


def test_a_store_that_is_missing_is_not_made_by_looking(tmp_path: Path) -> None:
    """Every command but ``read`` says how to make one."""
    path = tmp_path / "none.db"
    for words in (
        ("incidents",),
        ("show", "MRS"),
        ("explain", "MRS"),
        ("page", "--out", tmp_path / "a.html"),
        ("correct", "clm_0", "count", "1", *BECAUSE),
        ("undo", "jdg_0", *BECAUSE),
        ("judgements",),
        ("forget", "rep_0", *BECAUSE),
        ("store", "check"),
    ):
        answer = typed(*words, "--db", path)
        assert (answer.code, answer.out) == (1, "")
        assert f"marsad read REPORTS --db {path}" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_a_newer_marsad_is_left_alone(week: Path) -> None:
    """Reading it and reading into it both say which to install."""
    with sqlite3.connect(week) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = week.read_bytes()
    for words in (("incidents",), ("read", WEEK, "--places", PLACES), ("store", "check")):
        answer = typed(*words, "--db", week)
        assert answer.code == 1
        assert "newer marsad" in answer.err
    assert week.read_bytes() == before


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    """A text, a folder, another program's database, a folder that is not there."""
    (tmp_path / "notes.txt").write_text("Not a store. " * 100)
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE report (id TEXT)")
    for name in ("notes.txt", "other.db", "", "no/such/a.db"):
        path = tmp_path / name
        answer = typed("read", WEEK, "--places", PLACES, "--db", path, "--quiet")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("marsad: ")
        assert len(answer.err.splitlines()) == 1
    assert (tmp_path / "notes.txt").read_text().startswith("Not a store.")


def test_two_may_read_into_one_store(tmp_path: Path) -> None:
    """They take turns; nothing is lost."""
    path = tmp_path / "a.db"
    folders = [
        write_all(tmp_path / name, [TEXT.format(f"{name} {number}") for number in range(40)]) for name in ("a", "b")
    ]
    running = [subprocess.Popen(command("read", folder, "--db", path, "--quiet"), stderr=-1) for folder in folders]
    assert [each.wait(timeout=120) for each in running] == [0, 0]
    for each in running:
        each.communicate()
    with SqliteStore(path) as store:
        assert len(list(store.reports())) == 80
        assert store.check() == ()


def test_the_copy_of_a_store_is_a_store(week: Path, tmp_path: Path) -> None:
    """A backup is one file, once nobody writes."""
    copied = Path(shutil.copy(week, tmp_path / "copy.db"))
    assert typed("incidents", "--db", copied).out == typed("incidents", "--db", week).out


def test_the_environment_names_the_store(week: Path) -> None:
    """Where no option does."""
    done = subprocess.run(
        command("incidents"),
        capture_output=True,
        check=True,
        env={**os.environ, "MARSAD_DB": str(week), "COLUMNS": "80"},
    )
    assert done.stdout.decode() == typed_apart("incidents", "--db", week).out
