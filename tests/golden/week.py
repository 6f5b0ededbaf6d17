"""Compares what marsad makes of the demo week with what its expectations say it must make of it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import yaml

from marsad.claims.claim import ClaimType, Harm, Stance
from marsad.incidents.incident import MergedIncident, RecordedClaim
from marsad.incidents.merge import merge
from marsad.text.notation import MarkedReport, read_report

from .cases import FOLDER, report_of
from .compare import Difference, same_name
from .reading import reader

DEMO = FOLDER.parents[1] / "examples" / "demo"
EXPECTED: Mapping[str, Any] = yaml.safe_load((DEMO / "expected.yml").read_text(encoding="utf-8"))
REPORTS: Mapping[str, MarkedReport] = {
    path.stem: read_report(path.read_text(encoding="utf-8")) for path in sorted((DEMO / "reports").glob("*.txt"))
}
NAMES: Mapping[str, str] = {report_of(document).id: name for name, document in REPORTS.items()}


def open_in_week() -> tuple[str, ...]:
    """Return what is known not to come out right yet."""
    return tuple(EXPECTED["open"])


def read_week() -> tuple[MergedIncident, ...]:
    """Read the fourteen reports by rules, with the demo's own places, and merge them."""
    read = reader(DEMO / "places.csv")
    return merge([read(report_of(document)) for document in REPORTS.values()])


def week_differences(merged: Sequence[MergedIncident]) -> tuple[Difference, ...]:
    """Return where the merged incidents are not as expected, in the order of the expectations."""
    found = matched(merged)
    return (
        *(one for name, expected in EXPECTED["incidents"].items() for one in _of_one(name, expected, found)),
        *_extra(merged, found),
    )


def matched(merged: Sequence[MergedIncident]) -> Mapping[str, MergedIncident]:
    """Return the merged incident for each expected one: it stands at the place, and shares most reports."""
    found: dict[str, MergedIncident] = {}
    free = list(merged)
    for name, expected in EXPECTED["incidents"].items():
        fitting = [one for one in free if _placed(expected, one) and _shared(expected, one)]
        if fitting:
            found[name] = max(fitting, key=partial(_shared, expected))
            free.remove(found[name])
    return found


def _placed(expected: Mapping[str, Any], merged: MergedIncident) -> bool:
    places = merged.incident.places
    if expected.get("parts"):
        return any(same_name(expected["place"], place.name) for place in places)
    return bool(places) and same_name(expected["place"], places[0].name)


def _shared(expected: Mapping[str, Any], merged: MergedIncident) -> int:
    return len(set(expected["reports"]) & {NAMES[report.id] for report in merged.reports})


def _of_one(name: str, expected: Mapping[str, Any], found: Mapping[str, MergedIncident]) -> Iterator[Difference]:
    merged = found.get(name)
    if merged is None:
        yield Difference(path=f"incidents.{name}", found="not found")
        return
    for part, wanted, given in _parts(expected, merged, found):
        if wanted != given:
            yield Difference(path=f"incidents.{name}.{part}", found=str(given))
    for number, claim in enumerate(expected["claims"]):
        if not any(_says(claim, one) for one in merged.claims):
            yield Difference(path=f"incidents.{name}.claims.{number:02}", found=f"nobody says {claim['quote']!r}")


def _parts(
    expected: Mapping[str, Any], merged: MergedIncident, found: Mapping[str, MergedIncident]
) -> Iterator[tuple[str, object, object]]:
    """Yield what is expected and what was made, part by part."""
    incident = merged.incident
    yield "kind", expected["kind"], str(incident.kind)
    when = incident.when
    yield "when", (expected["when"]["start"], expected["when"]["end"]), (when and when.start, when and when.end)
    yield "reports", sorted(expected["reports"]), sorted(NAMES[report.id] for report in merged.reports)
    copied = {NAMES[one.id]: NAMES[one.copy_of] for one in merged.reports if one.copy_of}
    known = {copy: of for copy, of in EXPECTED["copies"].items() if copy in expected["reports"]}
    yield "copies", known, copied
    for harm in (Harm.KILLED, Harm.INJURED):
        totals = [(one.low, one.high) for one in incident.figures if (one.harm, one.victims) == (harm, "total")]
        wanted = expected.get(harm)
        yield str(harm), [(wanted["low"], wanted["high"])] if wanted else [], totals
    yield "contradictions", sorted(expected["contradictions"]), sorted({one.about for one in incident.contradictions})
    for part in expected.get("parts", ()):
        there = found.get(part)
        yield f"parts.{part}", incident.id, there.incident.part_of if there else None


def _says(expected: Mapping[str, Any], claim: RecordedClaim) -> bool:
    """Whether this is the expected claim: its report, words, holder and number."""
    if NAMES[claim.report] != expected["report"] or not _holds(expected.get("holder"), claim):
        return False
    quoted = any(expected["quote"] in one.quote or one.quote in expected["quote"] for one in claim.evidence)
    if expected.get("denies"):
        return quoted and claim.stance is Stance.DENIED and claim.type is not ClaimType.CASUALTY
    number = (claim.count.low, claim.count.high) if claim.count else None
    subset = claim.subset_of is not None
    wanted = (expected["harm"], (expected["low"], expected["high"]), expected.get("subset", False))
    return quoted and (claim.harm, number, subset) == wanted


def _holds(expected: str | None, claim: RecordedClaim) -> bool:
    if expected is None or claim.holder is None:
        return expected is None and claim.holder is None
    return same_name(expected, claim.holder.holder)


def _extra(merged: Sequence[MergedIncident], found: Mapping[str, MergedIncident]) -> Iterator[Difference]:
    known = {one.code for one in found.values()}
    extra = [one for one in merged if one.code not in known]
    if extra:
        told = "; ".join(
            f"{one.incident.kind} in {', '.join(NAMES[report.id] for report in one.reports)}" for one in extra
        )
        yield Difference(path="incidents.extra", found=told)
