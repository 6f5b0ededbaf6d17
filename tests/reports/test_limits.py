"""Nothing endless is read to its end."""

import gzip
import json
import time
from pathlib import Path

import pytest

from marsad.reports.options import ReadOptions

from .reading import reading

MEGABYTE = 1_000_000


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.json", "a.html"])
def test_fifty_megabytes_in_one_line_are_told_and_nothing_hangs(tmp_path: Path, name: str) -> None:
    """The problem says the limit and the option, within seconds."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"text\n" if name == "a.csv" else b"")
        for _ in range(50):
            file.write(b"x" * MEGABYTE)
    began = time.monotonic()
    found = reading(path)
    assert time.monotonic() - began < 20
    assert found.reports == []
    assert set(found.codes) <= {"too_long", "row_broken"}
    assert found.problems[0].code == "too_long" or name == "a.json"
    assert name == "a.json" or "--max-bytes" in found.problems[0].message


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_row_that_is_too_long_loses_only_itself(tmp_path: Path, name: str) -> None:
    """The rows before and after it are read."""
    path = tmp_path / name
    texts = ["One.", "x" * 200, "y" * 100_000, "Four."]
    rows = [json.dumps({"text": text}) for text in texts] if name == "a.jsonl" else ["text", *texts]
    path.write_text("\n".join(rows))
    found = reading(path, ReadOptions(max_bytes=100))
    assert [report.text for report in found.reports] == ["One.", "Four."]
    assert found.codes == ["too_long", "too_long"]


def test_the_limit_counts_bytes_and_can_be_raised(tmp_path: Path) -> None:
    """Sixty Arabic letters are 120 bytes."""
    path = tmp_path / "a.txt"
    path.write_text("م" * 60)
    assert reading(path, ReadOptions(max_bytes=119)).codes == ["too_long"]
    assert reading(path, ReadOptions(max_bytes=120)).report.text == "م" * 60


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.txt.gz", "a.json.gz"])
def test_a_packed_bomb_is_cut_off(tmp_path: Path, name: str) -> None:
    """A file of 30 kB that unpacks to 30 MB, where 2 MB are allowed."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"text\n" + (b"a" * 999 + b"\n") * 30_000))
    began = time.monotonic()
    found = reading(path, ReadOptions(max_bytes=3 * MEGABYTE, max_unpacked_bytes=2 * MEGABYTE))
    assert time.monotonic() - began < 20
    assert found.codes[-1] == "too_long"
