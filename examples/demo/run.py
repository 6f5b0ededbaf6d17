"""Reads the demo week as a person would at the command line, and shows what came of it.

``python examples/demo/run.py FOLDER`` keeps the store ``demo.db`` and the page ``demo.html`` in FOLDER. Run again, it
reads the same reports into the same store, which changes nothing.
"""

import os
import shlex
import sys
from pathlib import Path

from marsad import MergedIncident, SqliteStore
from marsad.cli.app import app
from marsad.cli.console import show
from marsad.publish.terminal import contradictions_table
from marsad.publish.wording import headline
from marsad.store.gathered import gathered

HERE = Path(__file__).resolve().parent


def run(folder: Path) -> int:
    """Read the week into a folder and show it; return the exit code of the first command that fails, or 0."""
    folder.mkdir(parents=True, exist_ok=True)
    store, page = str(folder / "demo.db"), str(folder / "demo.html")
    week = os.path.relpath(HERE)
    code = _typed("read", f"{week}/reports", "--places", f"{week}/places.csv", "--db", store, "--quiet")
    code = code or _typed("incidents", "--db", store)
    if code:
        return code
    with SqliteStore(store) as opened:
        incidents = gathered(opened)
    _disputed(incidents)
    most = max(incidents, key=lambda one: len(one.reports))
    code = _typed("explain", most.code, "killed", "--db", store)
    code = code or _typed("page", "--db", store, "--out", page, "--title", "A week in Qandara")
    if not code:
        print(f"\nOpen this page in a browser; it needs no network:\n{Path(page).resolve()}")
    return code


def _typed(*words: str) -> int:
    """Show a command as it would be typed, and run it."""
    print(f"\n$ marsad {shlex.join(words)}\n", flush=True)
    return app(list(words), prog_name="marsad", standalone_mode=False) or 0


def _disputed(incidents: tuple[MergedIncident, ...]) -> None:
    """Show on what the accounts of each incident cannot all be right."""
    print("\nWhere accounts differ:")
    for one in incidents:
        if one.incident.contradictions:
            show("", f"{headline(one.incident)}  {one.code}", contradictions_table(one.incident.contradictions))


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-out")))
