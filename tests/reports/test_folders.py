"""A folder is read whole and in order, whatever stands in it."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from marsad.reports.read import read_reports
from marsad.reports.report import Report

from .reading import reading


def test_a_thousand_files_with_ten_broken_give_the_rest_in_order(tmp_path: Path) -> None:
    """990 reports and ten problems, each in the place of its file."""
    broken = range(50, 1000, 95)
    for number in range(1000):
        raw = b"%PDF-1.7" if number in broken else f"Report {number}.".encode()
        (tmp_path / f"{number:04}.txt").write_bytes(raw)
    found = list(read_reports(str(tmp_path)))
    assert len(found) == 1000
    for number, one in enumerate(found):
        if number in broken:
            assert not isinstance(one, Report)
            assert one.report.endswith(f"{number:04}.txt")
        else:
            assert isinstance(one, Report)
            assert one.text == f"Report {number}."


def test_nested_folders_are_read_by_name_and_hidden_ones_are_not(tmp_path: Path) -> None:
    """Files and folders stand among each other in name order."""
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.txt", ".hidden.txt", ".git/x.txt", "b/deep/er/3.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert [report.text for report in reading(tmp_path).reports] == [
        "a.txt",
        "b/1.md",
        "b/2.txt",
        "b/deep/er/3.txt",
        "c.txt",
    ]


def test_links_in_a_circle_do_not_trap_the_walk(tmp_path: Path) -> None:
    """A link to a folder is told and not followed, one to a file is read, one to nothing is told."""
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "e.txt").symlink_to(tmp_path / "e.txt")
    found = reading(tmp_path)
    assert [report.text for report in found.reports] == ["One.", "One."]
    assert found.codes == ["unreadable"] * 3


def test_a_pipe_in_a_folder_does_not_hang_the_reading(tmp_path: Path) -> None:
    """What is no ordinary file is told."""
    os.mkfifo(tmp_path / "a.txt")
    assert reading(tmp_path).codes == ["unreadable"]


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    """File names may be any bytes; problems are always valid text."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.doc"))
    path.write_text("x")
    (problem,) = reading(tmp_path).problems
    assert problem.report.encode("utf-8")


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    """No reports, and no problem either: nothing is broken."""
    assert list(read_reports(str(tmp_path))) == []


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users")
def test_an_unreadable_folder_and_file_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    """Read as an ordinary user, a locked folder and a locked file are problems among the reports."""
    for name in ("a.txt", "locked/b.txt", "c.txt", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    (tmp_path / "c.txt").chmod(0)
    (tmp_path / "locked").chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    code = (
        "import os, sys; from marsad.reports.read import read_reports as r; list(r('-' * 9)); os.chdir('/');"
        "os.getuid() or os.setuid(65534); print(*[getattr(x, 'code', None) or x.text for x in r(sys.argv[1])])"
    )
    try:
        ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    finally:
        (tmp_path / "locked").chmod(0o755)
    assert ran.stdout.split() == ["a.txt", "unreadable", "d.txt", "unreadable"], ran.stderr


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b"Two died.", ["Two died."]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'\xef\xbb\xbf [{"text": "One."}]', ["One."]),
        (b"<b>not a page</b>", ["<b>not a page</b>"]),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, texts: list[str]
) -> None:
    """Plain text, JSON Lines or a JSON list."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [report.text for report in reading("-").reports] == texts


def test_nothing_on_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty pipe is a problem named after standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    found = reading("-")
    assert (found.codes, found.problems[0].report) == (["empty"], "standard input")
