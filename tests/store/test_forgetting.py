"""Promises about a report that is forgotten."""

import json
import sqlite3
from pathlib import Path

import pytest

from marsad.errors import NotFoundError, StoreError
from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.store.sqlite import SqliteStore
from store.invented import AT, record

WHY = {"reason": "the family asked", "by": "a reviewer", "at": AT}


def bytes_of(folder: Path) -> bytes:
    """Return everything that stands in the store's file and in the files beside it."""
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def judged(store: SqliteStore, **what: object) -> Judgement:
    """Add a judgement after the last one and return it."""
    previous = store.judgements()[-1].id if store.judgements() else None
    made = Judgement(**({"by": "r", "at": AT, "previous": previous} | what))  # type: ignore[arg-type] # a shorthand
    store.add_judgement(made)
    return made


def test_no_byte_of_a_forgotten_report_is_left(tmp_path: Path) -> None:
    """Neither in the file nor in its log, while the store is still open and after."""
    with SqliteStore(tmp_path / "s.db") as store:
        for number in range(3):
            store.add_record(record(number))
        assert b"strike number 1 this year" in bytes_of(tmp_path)
        store.forget(record(1).report.id, **WHY)
        for words in (b"strike number 1 this", b"bulletin 1", b"clm_1_0", b"example.org/1"):
            assert words not in bytes_of(tmp_path)
        assert b"strike number 2 this" in bytes_of(tmp_path)
    assert b"strike number 1 this" not in bytes_of(tmp_path)


def test_words_of_a_judgement_go_with_the_report_they_quote(tmp_path: Path) -> None:
    """By the id it names or by the words it repeats; others keep theirs, and the chain still holds."""
    with SqliteStore(tmp_path / "s.db") as store:
        store.add_record(record(1))
        store.add_record(record(2))
        about = judged(store, action=Action.CORRECT, left="clm_1_0", field=Aspect.HOLDER, value=json.dumps(None))
        naming = judged(store, action=Action.SAME, left="inc_2", right="inc_7", reason="as clm_1_3 tells")
        quoting = judged(store, action=Action.ACCEPT, left="jdg_x", reason='It says "Strike: number 1, this year".')
        apart = judged(store, action=Action.CORRECT, left="clm_2_0", field=Aspect.STANCE, value='"alleged"')
        store.forget(record(1).report.id, **WHY)
        held = {each.id: each for each in store.judgements()}
        for gone in (about, naming, quoting):
            assert (held[gone.id].value, held[gone.id].reason) == (None, "")
        assert held[apart.id] == apart
        assert b"Strike: number 1, this year" not in bytes_of(tmp_path)
        assert store.check() == ()


def test_forgetting_is_itself_judged(tmp_path: Path) -> None:
    """Who decided it, when and why stays on record."""
    with SqliteStore(tmp_path / "s.db") as store:
        store.add_record(record(1))
        grave = store.forget(record(1).report.id, **WHY)
        last = store.judgements()[-1]
        assert (last.action, last.left, last.reason) == (Action.FORGET, grave.report, "the family asked")
        with pytest.raises(NotFoundError, match=r"was forgotten on 2033-01-02.*the family asked"):
            store.record(grave.report)


def test_every_reading_of_the_report_goes(tmp_path: Path) -> None:
    """Older readings hold the same words."""
    with SqliteStore(tmp_path / "s.db") as store:
        store.add_record(record(1))
        store.add_record(record(1, version="0.2.0"))
        store.forget(record(1).report.id, **WHY)
        assert (tuple(store.reports()), tuple(store.records())) == ((), ())
        assert store.check() == ()


def test_forgetting_within_a_batch_is_refused(tmp_path: Path) -> None:
    """The bytes are gone only once the file is rewritten, which no open transaction allows."""
    with SqliteStore(tmp_path / "s.db") as store, store.writing():
        store.add_record(record(1))
        with pytest.raises(StoreError, match="after writing"):
            store.forget(record(1).report.id, **WHY)


def test_a_reader_that_holds_old_bytes_is_told_of(tmp_path: Path) -> None:
    """Forgetting says so rather than pretending, and can be done again."""
    with SqliteStore(tmp_path / "s.db", patience=0.1) as store:
        store.add_record(record(1))
        reader = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM report").fetchall()
        with pytest.raises(StoreError, match="close that"):
            store.forget(record(1).report.id, **WHY)
        reader.close()
        store.forget(record(1).report.id, **WHY)
        assert b"strike number 1 this" not in bytes_of(tmp_path)
