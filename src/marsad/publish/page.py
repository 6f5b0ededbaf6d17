"""The page: incidents as one HTML file that needs no network, no script and no server."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from marsad.claims.claim import Harm
from marsad.incidents.incident import ContradictionState, MergedIncident
from marsad.places.place import Entry
from marsad.publish import highlight, wording
from marsad.publish.dossier import dossier
from marsad.publish.inert import visible
from marsad.publish.links import anchor
from marsad.publish.map import draw as draw_map
from marsad.publish.timeline import draw as draw_timeline
from marsad.reports.report import Report

LONGEST_QUOTE = 300  # letters of a quote outside its text; longer words are read in place
FEW = 12  # up to this many incidents the evidence stands open from the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the whole page holds, for its head."""

    incidents: int
    reports: int
    publishers: int
    holders: int
    disagreements: int
    days: str


def summary(incidents: Sequence[MergedIncident]) -> Summary:
    """Return the counts of the page. Tolls are not added up: parts and wholes may stand side by side."""
    references = {report.id: report for merged in incidents for report in merged.reports}
    starts = [merged.incident.when.start for merged in incidents if merged.incident.when and merged.incident.when.start]
    ends = [merged.incident.when.end for merged in incidents if merged.incident.when and merged.incident.when.end]
    days = ""
    if starts and ends:
        days = wording.span_of_days(min(starts), max(ends))
    return Summary(
        incidents=len(incidents),
        reports=len(references),
        publishers=len({report.publisher for report in references.values() if report.publisher}),
        holders=len({holder for merged in incidents for holder in merged.origins.holders}),
        disagreements=sum(
            each.state is ContradictionState.OPEN for merged in incidents for each in merged.incident.contradictions
        ),
        days=days,
    )


def _asset(name: str) -> str:
    """Return a file that stands beside this one."""
    return (files("marsad.publish") / name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the name under which a content policy lets this very text run, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _policy(style: str, script: str) -> str:
    """Return the content policy: nothing from anywhere, but this style and this script."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _shown(value: object) -> object:
    """Return what a template may print: control letters made visible, nothing for None."""
    if value is None:
        return ""
    return visible(value) if type(value) is str else value


def _brief(quote: str) -> str:
    """Return a quote as it is shown beside a claim: whole, or its beginning where it is very long."""
    return quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1] + "…"


def _environment() -> Any:  # noqa: ANN401  # jinja2 is imported when first used
    """Return the templates, every value escaped and every unknown name an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  # heavy; needed for pages alone

    environment = Environment(
        loader=PackageLoader("marsad.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals.update(wording=wording, signs=highlight.SIGNS, anchor=anchor, brief=_brief, Harm=Harm)
    return environment


def page(
    incidents: Sequence[MergedIncident], reports: Mapping[str, Report], *, title: str, landmarks: Sequence[Entry] = ()
) -> str:
    """Return the incidents as one self-contained HTML page, in the order given.

    ``reports`` holds the reports by id, so that each claim is shown in its place; a report that is not there is named
    and its quotes are kept. ``landmarks`` are known places drawn on the map for orientation.
    """
    style, script = _asset("style.css"), _asset("page.js")
    everyone = {name: merged for merged in incidents for name in (merged.incident.id, merged.code)}
    return str(
        _environment()
        .get_template("page.html.jinja")
        .render(
            title=title,
            policy=_policy(style, script),
            style=style,
            script=script,
            summary=summary(incidents),
            map=draw_map(incidents, landmarks),
            timeline=draw_timeline(incidents),
            dossiers=[dossier(merged, reports, everyone) for merged in incidents],
            open_evidence=len(incidents) <= FEW,
        )
    )
