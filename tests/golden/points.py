"""Golden reports as pages give them whose points are lost: no commas, apostrophes and semicolons inside sentences.

Much real input has lost them. What is then read otherwise than with them is listed in ``without_points.yml``;
``python -m tests.golden.report points --pin`` rewrites the list to what is so now.
"""

import re
from collections.abc import Callable, Mapping

import yaml

from marsad.errors import UnreadableError
from marsad.incidents.record import Record
from marsad.reports.report import Report

from .cases import FOLDER, Case, read_case
from .compare import differences

LISTED = FOLDER / "without_points.yml"
HEAD = "# What is read otherwise once commas, apostrophes and semicolons are lost, by case; see points.py.\n"
# A mark's own comma ("{c1,c2.holder: ") is kept, and so is one inside a number.
POINTS = re.compile(r"(\{[a-z0-9,]+\.[a-z_]+: )|,(?= )|(?<=\w)['’](?=\w)|;")


def without_points(case: Case) -> Case | None:
    """Return a case with its points lost; None where its marks do not survive that."""
    head, _, body = (FOLDER / case.name / "report.txt").read_text(encoding="utf-8").partition("\n\n")
    lost = POINTS.sub(lambda match: match.group(1) or "", body)
    try:
        return read_case(FOLDER / case.name, marked=f"{head}\n\n{lost}")
    except UnreadableError:
        return None


def lost(case: Case, read: Callable[[Report], Record]) -> tuple[str, ...]:
    """Return the paths that differ without points, and do not with them."""
    bare = without_points(case)
    if bare is None:
        return ()
    return tuple(sorted({one.path for one in differences(bare, read(bare.report))} - set(case.open)))


def listed() -> Mapping[str, tuple[str, ...]]:
    """Return what is known to be lost, by case."""
    found = yaml.safe_load(LISTED.read_text(encoding="utf-8")) if LISTED.exists() else {}
    return {name: tuple(paths) for name, paths in (found or {}).items()}


def pin(found: Mapping[str, tuple[str, ...]]) -> None:
    """Write what is lost now, cases and paths in order."""
    kept = {name: list(paths) for name, paths in sorted(found.items()) if paths}
    LISTED.write_text(HEAD + yaml.safe_dump(kept, sort_keys=True), encoding="utf-8")
