"""The tables marsad reads are those that stand in knowledge/."""

import importlib.util
from itertools import takewhile
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "knowledge" / "compile.py"


@pytest.fixture(name="compiler")
def _compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("knowledge_compile", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_written_tables_are_those_of_the_yaml(compiler: ModuleType) -> None:
    """Nobody has changed a table without compiling it, or a compiled file by hand."""
    assert compiler.main(["--check"]) == 0


def test_every_table_names_its_source_and_licence() -> None:
    """Whoever takes a table elsewhere knows who wrote it and under which licence."""
    for path in SCRIPT.parent.rglob("*.yml"):
        head = list(takewhile(lambda line: line.startswith("#"), path.read_text(encoding="utf-8").splitlines()))
        assert head[-1:] == ["# Written by hand for marsad; Apache-2.0."], path


def test_a_table_that_was_not_compiled_is_noticed(
    compiler: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check fails and says what to run, and writes nothing."""
    monkeypatch.setattr(compiler, "OUT", tmp_path)
    assert compiler.main(["--check"]) == 1
    assert "run python knowledge/compile.py" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_compiling_twice_gives_the_same_bytes(
    compiler: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiling depends on nothing but the YAML."""
    monkeypatch.setattr(compiler, "OUT", tmp_path)
    assert compiler.main([]) == 0
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for path in tmp_path.iterdir():
        path.unlink()
    assert compiler.main([]) == 0
    assert first == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_an_actor_that_stands_twice_is_refused(
    compiler: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two entries with one id would hide one of them."""
    (tmp_path / "actors").mkdir()
    twice = "- {id: osk_guard, name: Osk Guard, kind: rebel}\n- {id: osk_guard, name: Guard of Osk, kind: rebel}\n"
    (tmp_path / "actors" / "osk.yml").write_text(twice, encoding="utf-8")
    monkeypatch.setattr(compiler, "HERE", tmp_path)
    with pytest.raises(compiler.TableError, match="osk_guard stands twice"):
        compiler.compile_actors()


@pytest.mark.parametrize(
    ("written", "singular", "plural"),
    [
        ("child/children", "child", "children"),
        ("policeman", "policeman", "policemen"),
        ("family", "family", "families"),
        ("boy", "boy", "boys"),
        ("waitress", "waitress", "waitresses"),
        ("peshmerga/peshmerga", "peshmerga", "peshmerga"),
    ],
)
def test_nouns_have_their_plural(compiler: ModuleType, written: str, singular: str, plural: str) -> None:
    """A noun of the tables is known in both numbers, by rule or as it is written."""
    assert compiler.both_numbers(written) == (singular, plural)
