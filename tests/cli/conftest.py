"""A store of the demo week, read once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from .commands import PLACES, WEEK, typed


@pytest.fixture(scope="session")
def read_week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the week into a store that no test may change."""
    path = tmp_path_factory.mktemp("week") / "week.db"
    assert typed("read", WEEK, "--places", PLACES, "--db", path, "--quiet").code == 0
    return path


@pytest.fixture
def week(read_week: Path, tmp_path: Path) -> Path:
    """Return a store of the week that is this test's own."""
    return Path(shutil.copy(read_week, tmp_path / "week.db"))
