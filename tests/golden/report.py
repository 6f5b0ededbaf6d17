"""Prints where reading the golden reports differs from what they expect.

``python -m tests.golden.report`` shows every difference, ``… report NAME`` those of one case
(``demo`` for the demo week, ``points`` for all without their commas and apostrophes), and ``… --pin``
rewrites each case's list of open failures to what fails now. Pin only after reading the differences.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from . import points
from .cases import FOLDER, read_cases
from .compare import Difference, differences
from .reading import reader
from .week import DEMO, open_in_week, read_week, week_differences


def main(arguments: list[str]) -> None:
    """Print the differences of the cases asked for, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="cases to read (all)")
    parser.add_argument("--pin", action="store_true", help="rewrite the lists of open failures")
    chosen = parser.parse_args(arguments)
    read = reader()
    passing: Counter[tuple[str, bool]] = Counter()
    for case in read_cases():
        if chosen.names and case.name not in chosen.names:
            continue
        found = differences(case, read(case.report))
        passing[case.strength, not found] += 1
        show(case.name, found, case.open)
        if chosen.pin:
            pin(FOLDER / case.name / "expected.yml", found)
    if not chosen.names or "demo" in chosen.names:
        found = week_differences(read_week())
        show("demo", found, open_in_week())
        if chosen.pin:
            pin(DEMO / "expected.yml", found)
    if not chosen.names or "points" in chosen.names:
        show_points(pinned=chosen.pin)
    for (strength, whole), number in sorted(passing.items()):
        sys.stdout.write(f"{strength}: {number} {'as expected' if whole else 'with differences'}\n")


def show_points(*, pinned: bool) -> None:
    """Print what is lost where points are, and is not listed; rewrite the list where ``pinned``."""
    read, known = reader(), points.listed()
    found = {case.name: points.lost(case, read) for case in read_cases()}
    for name, paths in found.items():
        for path in sorted({*paths} ^ {*known.get(name, ())}):
            sys.stdout.write(f"{name} without points\n  {'NEW ' if path in paths else 'MENDED'} {path}\n")
    if pinned:
        points.pin(found)


def show(name: str, found: Sequence[Difference], known: Sequence[str]) -> None:
    """Print one case's differences, and which open failures are mended."""
    if found or known:
        sys.stdout.write(f"{name}\n")
    for difference in found:
        sign = "open" if difference.path in known else "NEW "
        sys.stdout.write(f"  {sign} {difference.path}: {difference.found}\n")
    for path in sorted(set(known) - {difference.path for difference in found}):
        sys.stdout.write(f"  MENDED {path}\n")


def pin(expected: Path, found: Sequence[Difference]) -> None:
    """Write these differences as the open failures of a case; the list stands last in its file."""
    head, _, _ = expected.read_text(encoding="utf-8").partition("\nopen:")
    paths = sorted({difference.path for difference in found})
    listed = "".join(f"\n  - {path}" for path in paths) or " []"
    expected.write_text(f"{head}\nopen:{listed}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
