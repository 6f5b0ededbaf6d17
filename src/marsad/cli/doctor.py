"""``marsad doctor``: whether everything marsad needs is there and works."""

import re
import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import typer

import marsad
from marsad.cli.app import FAILED
from marsad.cli.console import show
from marsad.cli.options import DEFAULT_STORE, Database
from marsad.cli.stores import existing
from marsad.errors import MarsadError
from marsad.places.gazetteer import SHIPPED, Gazetteer
from marsad.plugins import extractor, readers
from marsad.publish.lists import checks_table
from marsad.version import VERSION

OLDEST_SQLITE = (3, 37, 0)
# An invented sentence of which any reader must make a toll of twelve.
SENTENCE = "Two residents said shelling killed at least 12 people in the town on Tuesday."
TWELVE = 12
_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")


def doctor(db: Database = DEFAULT_STORE) -> None:
    """Check Python, SQLite, packages, gazetteer, readers and, where there is one, the store."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("marsad", lambda: f"{VERSION} on Python {sys.version.split()[0]}"),
        ("SQLite", _sqlite),
        ("packages", _packages),
        ("gazetteer", _gazetteer),
        ("readers", _readers),
        ("reading", _reading),
        ("store", lambda: _store(db)),
    )
    results = [(name, *_run(check)) for name, check in checks]
    show(checks_table(results))
    if not all(well for _, well, _ in results):
        raise typer.Exit(FAILED)


def _run(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (MarsadError, sqlite3.Error) as error:
        return False, str(error)


def _sqlite() -> str:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise MarsadError(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or later is needed; use a newer Python")
    return sqlite3.sqlite_version


def _packages() -> str:
    needed = [match[0] for line in requires("marsad") or () if (match := _NAME.match(line))]
    missing = [name for name in needed if not _installed(name)]
    if missing:
        raise MarsadError(f"missing: {', '.join(missing)}; install marsad again")
    return f"all {len(needed)} that are needed are installed"


def _installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _gazetteer() -> str:
    # Asked for a place first, since that says what to do where the file is missing.
    if not Gazetteer.default().candidates("Damascus"):
        raise MarsadError(f"{SHIPPED} does not know a capital: install marsad again")
    connection = sqlite3.connect(f"{SHIPPED.resolve().as_uri()}?mode=ro", uri=True)
    facts = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    connection.close()
    return f"{int(facts['places']):,} places of {facts['source']} ({facts['as_of']})"


def _readers() -> str:
    for name in readers():
        extractor(name)
    return ", ".join(readers())


def _reading() -> str:
    record = marsad.read(SENTENCE)
    if not any(claim.count is not None and claim.count.low == TWELVE for claim in record.claims):
        raise MarsadError("the rule reader does not read a plain sentence: install marsad again")
    return "a plain sentence is read as it should be"


def _store(path: Path) -> str:
    if not path.exists():
        return f"none at {path} yet; marsad read REPORTS --db {path} makes it"
    with existing(path) as store:
        findings = store.check()
    if findings:
        raise MarsadError(f"{path}: {len(findings)} findings; see: marsad store check --db {path}")
    return f"{path} is whole"
