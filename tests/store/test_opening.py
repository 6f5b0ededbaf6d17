"""Promises about opening a store, and about what is said when that fails."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from marsad.errors import StoreError
from marsad.store import migrations
from marsad.store.failures import plainly
from marsad.store.schema import HEAD, metadata
from marsad.store.sqlite import SqliteStore
from store.invented import record


def test_the_migrations_make_the_tables_that_the_store_uses(tmp_path: Path) -> None:
    """Neither has a table, column or index that the other lacks."""
    SqliteStore(tmp_path / "s.db").close()
    with create_engine(f"sqlite:///{tmp_path}/s.db").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_head_is_the_newest_migration() -> None:
    """The version is known without loading Alembic."""
    assert ScriptDirectory(str(Path(migrations.__file__).parent)).get_heads() == [HEAD]


def test_every_table_is_strict(tmp_path: Path) -> None:
    """A number column holds numbers, whoever writes."""
    SqliteStore(tmp_path / "s.db").close()
    with sqlite3.connect(tmp_path / "s.db") as connection:
        listed = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict").fetchall()
    assert {name for (name,) in listed} == set(metadata.tables)


def test_a_store_made_by_a_newer_marsad_is_refused_untouched(tmp_path: Path) -> None:
    """It says which marsad to install."""
    path = tmp_path / "s.db"
    SqliteStore(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer marsad.*9999.*install"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    """Somebody's tables are never mixed with ours."""
    path = tmp_path / "s.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE report (id TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_text_file_is_refused_untouched(tmp_path: Path) -> None:
    """A path given by mistake costs nothing."""
    path = tmp_path / "notes.txt"
    path.write_text("Not a database at all. " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt is not a marsad store"):
        SqliteStore(path)
    assert path.read_text().startswith("Not a database")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It says to see to the folder."""
    with pytest.raises(StoreError, match="cannot be opened or made; see that its folder exists"):
        SqliteStore(tmp_path / "none" / "s.db")


def test_odd_file_names_are_file_names(tmp_path: Path) -> None:
    """A name is never taken for an option."""
    path = tmp_path / "a%20b?mode=memory&x=#1.db"
    with SqliteStore(path) as store:
        store.add_record(record())
    assert path.exists()


def test_a_locked_store_says_who_is_in_the_way(tmp_path: Path) -> None:
    """After waiting as long as it was told to."""
    path = tmp_path / "s.db"
    with SqliteStore(path, patience=0.1) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="being written by another program"):
            store.add_record(record())
        other.rollback()
        other.close()
        assert store.add_record(record())


def test_a_full_disk_is_told_apart(tmp_path: Path) -> None:
    """A real error of SQLite, with the advice that fits it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE a (b)")
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(StoreError, match="no room left"), plainly(tmp_path / "s.db"):
        connection.execute("INSERT INTO a VALUES (zeroblob(100000))")


def test_a_file_that_may_not_be_written_is_told_apart(tmp_path: Path) -> None:
    """The same for a read-only file."""
    path = tmp_path / "s.db"
    SqliteStore(path).close()
    with pytest.raises(StoreError, match="may not be written"), plainly(path):
        sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("CREATE TABLE a (b)")


def test_an_error_nobody_foresaw_still_says_what_to_do(tmp_path: Path) -> None:
    """No traceback of a database reaches a person."""
    with pytest.raises(StoreError, match="failed; run its check"), plainly(tmp_path / "s.db"):
        sqlite3.connect(":memory:").execute("SELECT nothing")
