"""``marsad doctor``: whether everything marsad needs is there and works."""

import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from marsad.cli.app import FAILED
from marsad.cli.console import show
from marsad.cli.options import DEFAULT_STORE, Database
from marsad.errors import MarsadError
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import Gazetteer
from marsad.plugins import readers
from marsad.publish.terminal import checks_table
from marsad.reports.report import Report
from marsad.store.sqlite import existing
from marsad.version import VERSION

OLDEST_SQLITE = (3, 37, 0)
# An invented sentence that any reader must make one killed toll of.
SENTENCE = "Two residents said shelling killed at least 12 people in the town on Tuesday."
TWELVE = 12
PACKAGES = ("sqlalchemy", "alembic", "sentencex", "trafilatura", "httpx", "typer", "rich")


def doctor(db: Database = DEFAULT_STORE) -> None:
    """Check Python, SQLite, packages, gazetteer, readers and, where there is one, the store."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("marsad", lambda: f"{VERSION} on Python {sys.version.split()[0]}"),
        ("SQLite", _sqlite),
        ("packages", _packages),
        ("gazetteer", _gazetteer),
        ("readers", lambda: ", ".join(sorted(readers()))),
        ("reading", _reading),
        ("store", lambda: _store(db)),
    ]
    results = [(name, *_run(check)) for name, check in checks]
    show(checks_table(results))
    if not all(well for _, well, _ in results):
        raise typer.Exit(FAILED)


def _run(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except MarsadError as error:
        return False, str(error)


def _sqlite() -> str:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise MarsadError(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or later is needed; use a newer Python")
    return sqlite3.sqlite_version


def _packages() -> str:
    try:
        return ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as error:
        raise MarsadError(f"the package {error.name} is missing: install marsad again") from error


def _gazetteer() -> str:
    facts = Gazetteer.default().about()
    return ", ".join(f"{key} {value}" for key, value in facts.items())


def _reading() -> str:
    record = Pipeline.rules().read_one(Report(text=SENTENCE))
    if not any(claim.count is not None and claim.count.low == TWELVE for claim in record.claims):
        raise MarsadError("the rule reader does not read a plain sentence: install marsad again")
    return "a plain sentence is read as it should be"


def _store(path: Path) -> str:
    if not path.exists():
        return f"none at {path} yet; `marsad read --db {path}` makes it"
    with existing(path) as store:
        findings = store.check()
    if findings:
        raise MarsadError(f"{path}: {len(findings)} findings; see `marsad store check --db {path}`")
    return f"{path} is whole"
