"""``marsad incidents``, ``show`` and ``explain``: what all stored reports tell together."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from marsad.claims.claim import Harm
from marsad.cli.console import show as print_parts
from marsad.cli.console import write
from marsad.cli.options import DEFAULT_STORE, Database, Formatted, OutputFormat
from marsad.errors import NotFoundError
from marsad.incidents.codec import encode
from marsad.incidents.explain import explain as explained
from marsad.incidents.incident import MergedIncident
from marsad.publish.tables import incidents_csv
from marsad.publish.terminal import explain_view, incident_view, incidents_table
from marsad.reports.report import Report
from marsad.store.gathered import gathered
from marsad.store.sqlite import existing

Code = Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident's code, or the beginning of it.")]
HarmName = Annotated[Harm, typer.Argument(metavar="HARM", help="killed, injured, missing …")]


def incidents(db: Database = DEFAULT_STORE, output: Formatted = OutputFormat.TABLE) -> None:
    """List the incidents of a store: when, what, where, how many, and how well it is known."""
    found, _ = _load(db)
    if output is OutputFormat.CSV:
        incidents_csv(found, sys.stdout)
    elif output is OutputFormat.JSON:
        for merged in found:
            write(json.dumps(encode(merged), ensure_ascii=False, separators=(",", ":")))
    else:
        print_parts(incidents_table(found))


def show(incident: Code, db: Database = DEFAULT_STORE) -> None:
    """Show one incident: its facts, its reports, its contradictions, and every claim in the sentence it stands in."""
    found, reports = _load(db)
    print_parts(incident_view(_one(found, incident), reports))


def explain(incident: Code, harm: HarmName = Harm.KILLED, db: Database = DEFAULT_STORE) -> None:
    """Explain a figure: from the number through the rule and the claims to the words of the reports."""
    found, reports = _load(db)
    merged = _one(found, incident)
    steps = explained(merged, harm, reports)
    if not steps:
        raise NotFoundError(f"no report states how many were {harm.value.replace('_', ' ')} in {merged.code}")
    print_parts(explain_view(steps))


def _load(path: Path) -> tuple[tuple[MergedIncident, ...], Mapping[str, Report]]:
    with existing(path) as store:
        merged = gathered(store)
        return merged, {report.id: report for report in store.reports()}


def _one(found: tuple[MergedIncident, ...], code: str) -> MergedIncident:
    exact = [merged for merged in found if code in (merged.code, merged.incident.id)]
    near = exact or [merged for merged in found if merged.code.lower().startswith(code.lower())]
    if len(near) == 1:
        return near[0]
    if near:
        codes = ", ".join(merged.code for merged in near[:5])
        raise NotFoundError(f"{code!r} may mean {codes}: give more of the code")
    raise NotFoundError(f"no incident {code!r} in this store; `marsad incidents` lists their codes")
