"""The store a command works on."""

from pathlib import Path

from marsad.errors import NotFoundError
from marsad.store.sqlite import SqliteStore


def existing(path: Path) -> SqliteStore:
    """Open a store that is there; a NotFoundError says how to make one, rather than showing an empty new one."""
    if not path.exists():
        raise NotFoundError(f"there is no store {path}; make one with: marsad read REPORTS --db {path}")
    return SqliteStore(path)
