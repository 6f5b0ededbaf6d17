"""A new actor, a word of saying, a word for a deed or a harm: one line in a YAML file, and reports are read so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
READ = """
import marsad
record = marsad.read({text!r})
claims = [claim for claim in record.claims if claim.count is not None]
print([claim.attribution[-1].holder for claim in claims if claim.attribution])
print([(claim.harm.value, claim.count.low) for claim in claims])
print([incident.kind.value for incident in record.incidents])
print([who.name for incident in record.incidents for who in incident.perpetrators])
"""


@pytest.fixture(scope="module", name="copy")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the knowledge and of the package, in which a test may write its line."""
    home = tmp_path_factory.mktemp("copy")
    shutil.copytree(REPOSITORY / "knowledge", home / "knowledge")
    shutil.copytree(REPOSITORY / "src", home / "src", ignore=shutil.ignore_patterns("__pycache__", "*.sqlite"))
    gazetteer = "marsad/places/gazetteer.sqlite"
    (home / "src" / gazetteer).symlink_to(REPOSITORY / "src" / gazetteer)
    return home


def read(home: Path, text: str) -> list[str]:
    """Compile the copied knowledge and read a text with the copied package, each in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(home / "src")}
    for command in (["knowledge/compile.py"], ["-c", READ.format(text=text)]):
        done = subprocess.run(
            [sys.executable, *command], cwd=home, env=environment, capture_output=True, text=True, check=True
        )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        (
            (
                "actors/world.yml",
                "",
                "\n- {id: osk_lancers, name: Osk Lancers, kind: rebel, names_strong: [Lancers of Osk]}\n",
            ),
            "The Lancers of Osk shelled the town of Umm Rihan on Monday, killing five people.",
            ["[]", "[('killed', 5)]", "['shelling_artillery_missile']", "['Osk Lancers']"],
        ),
        (
            ("cues.yml", "  asserted: [said,", "  asserted: [said, hath it,"),
            "Residents hath it that shelling on Monday killed five people in Umm Rihan.",
            ["['residents']", "[('killed', 5)]", "['shelling_artillery_missile']", "[]"],
        ),
        (
            ("harms.yml", "    - perished\n", "    - perished\n    - snuffed\n"),
            "Five people were snuffed in shelling of Umm Rihan on Monday.",
            ["[]", "[('killed', 5)]", "['shelling_artillery_missile']", "[]"],
        ),
        (
            ("triggers.yml", "", "\n- kind: grenade\n  form: verb\n  words: [pomegranated]\n"),
            "Rebels pomegranated the town of Umm Rihan on Monday, killing five people.",
            ["[]", "[('killed', 5)]", "['grenade']", "['rebels']"],
        ),
    ],
    ids=["actor", "cue", "harm", "trigger"],
)
def test_a_new_word_is_one_line(copy: Path, line: tuple[str, str, str], text: str, told: list[str]) -> None:
    """Without the line the report is read otherwise; with it, and nothing else, as it should be."""
    file, old, new = line
    path = copy / "knowledge" / file
    before = path.read_text(encoding="utf-8")
    assert read(copy, text) != told
    path.write_text(before.replace(old, new, 1) if old else before + new, encoding="utf-8")
    try:
        assert read(copy, text) == told
    finally:
        path.write_text(before, encoding="utf-8")
