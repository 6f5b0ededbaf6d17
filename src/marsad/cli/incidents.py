"""``marsad incidents``, ``show`` and ``explain``: what all stored reports tell together."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from marsad.claims.claim import Harm
from marsad.cli.console import show as print_parts
from marsad.cli.console import table, write
from marsad.cli.options import DEFAULT_STORE, Database, Formatted, OutputFormat
from marsad.cli.stores import existing
from marsad.errors import NotFoundError
from marsad.incidents.codec import encode
from marsad.incidents.explain import explain as explained
from marsad.incidents.incident import MergedIncident
from marsad.publish import wording
from marsad.publish.tables import incidents_csv
from marsad.publish.terminal import explain_view, incident_view, incidents_table
from marsad.reports.report import Report
from marsad.store.gathered import gathered

Code = Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident's code, or the beginning of it.")]
HarmName = Annotated[Harm, typer.Argument(metavar="HARM", help=f"Which figure: {', '.join(Harm)}.")]
MOST_NAMED = 5


def incidents(db: Database = DEFAULT_STORE, output: Formatted = OutputFormat.TABLE) -> None:
    """List the incidents of a store: when, what, where, how many, and how well it is known."""
    with existing(db) as store:
        found = gathered(store)
    if output is OutputFormat.CSV:
        with table() as out:
            incidents_csv(found, out)
    elif output is OutputFormat.JSON:
        for merged in found:
            write(json.dumps(encode(merged), ensure_ascii=False, separators=(",", ":")))
    else:
        print_parts(incidents_table(found))


def show(incident: Code, db: Database = DEFAULT_STORE) -> None:
    """Show one incident: its facts, its reports, its contradictions, and every claim in the sentence it stands in."""
    merged, reports = _one(db, incident)
    print_parts(incident_view(merged, reports))


def explain(incident: Code, harm: HarmName = Harm.KILLED, db: Database = DEFAULT_STORE) -> None:
    """Explain a figure: from the number through the rule and the claims to the words of the reports."""
    merged, reports = _one(db, incident)
    steps = explained(merged, harm, reports)
    if not steps:
        others = dict.fromkeys(figure.harm.value for figure in merged.incident.figures)
        rest = f"there are figures for {', '.join(others)}" if others else "it has no figures"
        raise NotFoundError(f"no report states how many were {wording.HARMS[harm]} in {merged.code}; {rest}")
    print_parts(explain_view(steps))


def _one(path: Path, code: str) -> tuple[MergedIncident, Mapping[str, Report]]:
    """Return the incident of this code, id or beginning of a code, and the reports it rests on."""
    with existing(path) as store:
        merged = _named(gathered(store), code.strip())
        reports = {reference.id: store.record(reference.id).report for reference in merged.reports}
        tellers = {claim.report for claim in merged.claims} - reports.keys()
        return merged, reports | {name: store.record(name).report for name in sorted(tellers)}


def _named(found: tuple[MergedIncident, ...], code: str) -> MergedIncident:
    exact = [merged for merged in found if code in {merged.code, merged.incident.id}]
    near = exact or [merged for merged in found if code and merged.code.lower().startswith(code.lower())]
    if len(near) == 1:
        return near[0]
    if near:
        codes = ", ".join(merged.code for merged in near[:MOST_NAMED]) + (" …" if len(near) > MOST_NAMED else "")
        raise NotFoundError(f"{code!r} may mean {codes}: give more of the code")
    raise NotFoundError(f"there is no incident {code!r} in this store; `marsad incidents` lists their codes")
