"""Promises of a store's check: whoever changes the file by hand is found out."""

import re
import sqlite3
from pathlib import Path

import pytest

from marsad.incidents.judgement import Action, Judgement
from marsad.store.sqlite import SqliteStore
from store.invented import AT, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a store with two reports, one forgotten, and two judgements."""
    path = tmp_path / "s.db"
    with SqliteStore(path) as store:
        for number in range(3):
            store.add_record(record(number))
        first = Judgement(action=Action.SAME, left="inc_0", right="inc_1", by="r", at=AT)
        store.add_judgement(first)
        store.add_judgement(Judgement(action=Action.UNDO, left=first.id, by="r", at=AT, previous=first.id))
        store.forget(record(2).report.id, reason="asked", by="r", at=AT)
    return path


def tampered(path: Path, *changes: str) -> str:
    """Change the file behind the store's back and return what its check finds."""
    with sqlite3.connect(path) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for change in changes:
            connection.execute(change)
        for _, made in guards:
            connection.execute(made)
    with SqliteStore(path) as store:
        return "\n".join(store.check())


def test_a_store_left_alone_is_well(path: Path) -> None:
    """Nothing is found where nothing was done, though a report was forgotten."""
    assert tampered(path) == ""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE report SET text = text || ' More.'", "report rep_.* was changed"),
        ("UPDATE report SET publisher = 'Coast Wire'", "its publisher, day, title and text now make rep_"),
        ("UPDATE report SET url = 'https://example.org/x'", "the log knows nothing of this report"),
        ("UPDATE claim SET low = 90 WHERE position = 0", "claim clm_0_0 of report rep_.* was changed in low"),
        ("UPDATE claim SET body = replace(body, '\"low\":9', '\"low\":1')", "reading rdg_.* was changed"),
        ("UPDATE claim SET body = '{' WHERE position = 0", "makes no record any more"),
        ("UPDATE claim SET body = replace(body, 'nine people', 'nine heroes')", "does not say 'nine heroes' at 78-89"),
        ("DELETE FROM claim WHERE position = 3", "reading rdg_.* was changed"),
        ("UPDATE reading SET version = '9'", "reading rdg_.* was changed"),
        ("UPDATE incident_of_report SET latitude = 50.0", "incident_of_report inc_0 .* was changed in latitude"),
        ("UPDATE judgement SET reason = 'no' WHERE seq = 1", "judgement jdg_.* says something else"),
        ("UPDATE judgement SET action = 'shout' WHERE seq = 1", "judgement jdg_.* says something else"),
        ("DELETE FROM judgement WHERE seq = 1", "was made after jdg_.*, not after none"),
        ("UPDATE judgement SET content = 'x' WHERE seq = 2", "its name is not made of its content"),
        ("DELETE FROM judgement WHERE seq = 3", "the judgement of jdg_.* is not there"),
        ("DELETE FROM change_log WHERE seq = 2", "line 2 of the log is missing"),
        ("UPDATE change_log SET id = 'rep_x' WHERE seq = 2", r"line 2 of the log \(reading rep_x\) does not follow"),
        ("DELETE FROM tombstone", "is not there or was changed"),
        ("INSERT INTO permit VALUES ('rep_x')", "a permit to erase report rep_x was left behind"),
        ("DELETE FROM reading", "belongs to a reading that is not there"),
    ],
)
def test_a_change_by_hand_is_found(path: Path, change: str, found: str) -> None:
    """The finding names what was changed and says what to do."""
    told = tampered(path, change)
    assert re.search(found, told), told
    assert "put a backup in its place" in told


def test_a_guard_taken_away_is_found(path: Path) -> None:
    """The store no longer refuses changes, so nothing in it is sure."""
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER claim_no_delete")
    with SqliteStore(path) as store:
        assert any("guard against delete of claim" in found for found in store.check())
