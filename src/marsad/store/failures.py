"""What a database says when it fails, turned into what a person can do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError

_ADVICE = {
    "SQLITE_BUSY": "is being written by another program; close that one, or try again in a while",
    "SQLITE_LOCKED": "is being written by another program; close that one, or try again in a while",
    "SQLITE_READONLY": "may not be written; make the file and its folder writable, or copy it to a place that is",
    "SQLITE_PERM": "may not be opened; ask for the right to read and write it",
    "SQLITE_NOTADB": "is not a marsad store; name another file, or take a backup if it once was one",
    "SQLITE_FULL": "has no room left on its disk; free some and try again, nothing was half written",
    "SQLITE_CANTOPEN": "cannot be opened or made; see that its folder exists and may be written",
    "SQLITE_CORRUPT": "is damaged; put a backup in its place and run its check",
    "SQLITE_IOERR": "cannot be read or written by the system; see to the disk, then run the store's check",
    "SQLITE_CONSTRAINT": "refused a change, as it is only ever added to; use forget, or a judgement",
    "SQLITE_TOOBIG": "cannot hold a text of this size; read the report in parts",
}


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Say in plain words what went wrong with the store at this path: a StoreError in place of the database's own."""
    try:
        yield
    except DBAPIError as error:
        raise _store_error(path, error.orig) from error
    except sqlite3.Error as error:
        raise _store_error(path, error) from error


def _store_error(path: Path, error: BaseException | None) -> StoreError:
    name = str(getattr(error, "sqlite_errorname", ""))
    family = "_".join(name.split("_")[:2])
    advice = _ADVICE.get(family, "failed; run its check, and open a backup if that finds damage")
    return StoreError(f"the store {path} {advice} ({error})")
