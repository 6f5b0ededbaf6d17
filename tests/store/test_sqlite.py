"""Promises of the store in one file."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from incidents.generated import records
from marsad.claims.claim import Count, Lexeme
from marsad.contracts import check_store
from marsad.errors import StoreError
from marsad.incidents.judgement import Action, Judgement
from marsad.incidents.record import Record
from marsad.reports.report import Report
from marsad.store.sqlite import SqliteStore
from store.invented import AT, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a store may be made."""
    return tmp_path / "reports.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Return a new store."""
    with SqliteStore(path) as made:
        yield made


def dump(path: Path) -> str:
    """Return the hash of every row of every table."""
    with sqlite3.connect(path) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


def test_it_keeps_the_promises_of_every_store(tmp_path: Path) -> None:
    """What ``contracts`` asks of any store."""
    numbers = iter(range(100))
    check_store(lambda: SqliteStore(tmp_path / f"{next(numbers)}.db"))


def test_reading_twice_changes_nothing(path: Path) -> None:
    """Not a byte of any table is other than before."""
    with SqliteStore(path) as store:
        store.add_record(record())
    before = dump(path)
    with SqliteStore(path) as store:
        assert not store.add_record(record())
    assert dump(path) == before


def test_the_same_additions_make_the_same_tables(tmp_path: Path) -> None:
    """No clock and no chance is in a store."""
    for name in ("one.db", "two.db"):
        with SqliteStore(tmp_path / name) as store, store.writing():
            for number in range(3):
                store.add_record(record(number))
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records())
def test_whatever_the_types_allow_is_kept(store: SqliteStore, made: Record) -> None:
    """A record comes back from the file as it went in, and the check finds nothing in it."""
    store.add_record(made)
    held = store.record(made.report.id)
    assert (held.claims, held.report.text) == (made.claims, made.report.text)
    assert store.check() == ()


def test_the_record_as_read_comes_back_in_full(store: SqliteStore) -> None:
    """Report, reader, claims, incidents and problems."""
    store.add_record(record())
    assert store.record(record().report.id) == record()


def test_the_same_text_from_another_address_is_the_same_reading(store: SqliteStore) -> None:
    """An id is made of publisher, day, title and text, and of what the reader found."""
    moved = replace(record().report, url="https://example.org/mirror")
    store.add_record(record())
    assert not store.add_record(replace(record(), report=moved))


def test_a_record_that_cannot_be_kept_leaves_nothing_of_itself_in_a_batch(store: SqliteStore) -> None:
    """One bad report does not end a night."""
    good, bad = record(1), record(2)
    other = replace(bad.report, id=good.report.id)
    clash = Record(report=other, read_by=bad.read_by, claims=(), incidents=())
    with store.writing():
        store.add_record(good)
        with pytest.raises(StoreError, match="another text"):
            store.add_record(clash)
        store.add_record(record(3))
    assert len(tuple(store.records())) == 2
    assert store.check() == ()


def test_half_a_letter_is_refused_with_its_report(store: SqliteStore) -> None:
    """A lone surrogate cannot be written to any file."""
    report = Report(text="Four \ud800 killed.")
    with pytest.raises(StoreError, match=f"{report.id} holds half a letter"):
        store.add_record(Record(report=report, read_by=record().read_by, claims=(), incidents=()))
    assert tuple(store.reports()) == ()


def test_a_row_of_digits_beyond_any_column_is_kept(store: SqliteStore) -> None:
    """A hoax of a number stops nothing; the body holds it in full."""
    count = Count(low=10**300, high=None, words="many digits", lexeme=Lexeme.NUMERAL)
    made = record(claims=1)
    made = replace(made, claims=(replace(made.claims[0], count=count),))
    store.add_record(made)
    assert store.record(made.report.id) == made
    assert store.check() == ()


def test_zero_letters_and_marks_survive(store: SqliteStore) -> None:
    """Text is hostile, and kept as it came."""
    report = Report(text="'; DROP TABLE report; --\x00\u202e\U0001f4a5 ", title="\x00")
    store.add_record(Record(report=report, read_by=record().read_by, claims=(), incidents=()))
    assert next(store.reports()) == report


def test_a_thousand_records_page_through_in_order(store: SqliteStore) -> None:
    """More than one page is fetched without a gap or a double."""
    with store.writing():
        for number in range(450):
            store.add_record(record(number, claims=1))
    held = [each.report.id for each in store.records()]
    assert held == sorted(record(number, claims=1).report.id for number in range(450))
    assert [each.id for each in store.reports()] == held


def test_columns_say_in_plain_words_what_the_claim_says(store: SqliteStore, path: Path) -> None:
    """A person with Datasette sees holder, stance and count."""
    store.add_record(record())
    with sqlite3.connect(path) as connection:
        row = connection.execute(
            'SELECT id, type, stance, harm, low, high, words, holder, quote, start, "end" FROM claim WHERE position = 0'
        ).fetchone()
        body = json.loads(connection.execute("SELECT body FROM claim WHERE position = 0").fetchone()[0])
    assert row == ("clm_0_0", "casualty", "asserted", "killed", 9, 9, "nine", "a teacher", "nine people", 78, 89)
    assert body == record().to_dict()["claims"][0]


@pytest.mark.parametrize("table", ["report", "reading", "claim", "incident_of_report", "problem", "change_log"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_nothing_is_edited_or_deleted_by_hand(store: SqliteStore, path: Path, table: str, change: str) -> None:
    """The file itself refuses, whatever program tries."""
    store.add_record(record())
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(change.format(table))


@pytest.mark.parametrize("change", ["UPDATE judgement SET reason = 'x'", "DELETE FROM judgement"])
def test_a_judgement_is_not_edited_by_hand(store: SqliteStore, path: Path, change: str) -> None:
    """A later judgement replaces it, nothing else does."""
    store.add_judgement(Judgement(action=Action.SAME, left="a", right="b", by="r", at=AT))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(change)


def test_after_closing_one_file_is_the_whole_store(store: SqliteStore, path: Path, tmp_path: Path) -> None:
    """A backup is a copy of that file."""
    store.add_record(record())
    store.close()
    assert os.listdir(tmp_path) == ["reports.db"]  # noqa: PTH208 - names alone
    shutil.copy(path, tmp_path / "backup.db")
    with SqliteStore(tmp_path / "backup.db") as backup:
        assert backup.record(record().report.id) == record()


def test_threads_share_a_store(store: SqliteStore) -> None:
    """Each thread has its own transaction; none loses what another adds."""

    def add(start: int) -> None:
        for number in range(start, start + 5):
            store.add_record(record(number, claims=1))

    threads = [threading.Thread(target=add, args=(start,)) for start in (0, 5, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tuple(store.records())) == 15
    assert store.check() == ()


def test_the_protocol_is_light() -> None:
    """Whoever only names a store does not load a database."""
    loaded = "import sys, marsad.store.store as s; sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
