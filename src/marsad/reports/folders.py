"""Walks a folder of reports, in name order, whatever stands in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import Problem


def walk(folder: Path) -> Iterator[Path | Problem]:
    """Yield the files of this folder and those below it, sorted by name at each level.

    Hidden files are passed over, and links to folders are not followed, so that a circle of links cannot trap the
    walk. What is no ordinary file (a pipe, a device) and a folder that cannot be opened are problems.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir() or (path.is_symlink() and path != folder):
                yield path if path.is_file() else _problem(path, "is no ordinary file (a pipe, a device, a link)")
                continue
            within = sorted(found for found in path.iterdir() if not found.name.startswith("."))
        except OSError as error:
            yield _problem(path, f"cannot be opened ({error.strerror}); check its permissions")
            continue
        waiting += reversed(within)


def _problem(path: Path, why: str) -> Problem:
    name = display(path)
    return Problem(code="unreadable", message=f"{name}: this {why}", report=name)


def display(path: Path) -> str:
    """Return a path as it can be printed and stored, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
