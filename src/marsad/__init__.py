"""marsad turns conflict reports into one record of incidents: what happened, how many were harmed, and who says so.

``read`` reads one text, ``read_reports`` whatever files, folders and addresses hold, and ``merge`` puts the records of
many reports together. All of it is loaded when it is first used: ``import marsad`` itself costs next to nothing, and
works where nothing but Python is installed, which the build of the package needs.
"""

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.errors import MarsadError, Problem
from marsad.version import VERSION

if TYPE_CHECKING:
    from marsad.incidents.incident import Incident, MergedIncident, RecordedClaim
    from marsad.incidents.merge import merge
    from marsad.incidents.record import Record
    from marsad.pipeline import Pipeline
    from marsad.places.gazetteer import Gazetteer
    from marsad.reports.options import ReadOptions
    from marsad.reports.report import Report
    from marsad.store.sqlite import SqliteStore
    from marsad.text.span import Evidence

__all__ = [
    "Evidence",
    "Gazetteer",
    "Incident",
    "MarsadError",
    "MergedIncident",
    "Pipeline",
    "Problem",
    "ReadOptions",
    "Record",
    "RecordedClaim",
    "Report",
    "SqliteStore",
    "__version__",
    "merge",
    "read",
    "read_reports",
]

__version__ = VERSION

_WHERE = {
    "Evidence": "marsad.text.span",
    "Gazetteer": "marsad.places.gazetteer",
    "Incident": "marsad.incidents.incident",
    "MergedIncident": "marsad.incidents.incident",
    "Pipeline": "marsad.pipeline",
    "ReadOptions": "marsad.reports.options",
    "Record": "marsad.incidents.record",
    "RecordedClaim": "marsad.incidents.incident",
    "Report": "marsad.reports.report",
    "SqliteStore": "marsad.store.sqlite",
    "merge": "marsad.incidents.merge",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for, see PEP 562
    """Load a public type when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module 'marsad' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """Return the public names, those not yet loaded as well."""
    return sorted(__all__)


def read(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    pipeline: "Pipeline | None" = None,
) -> "Record":
    """Return the record of one report: its claims, each with its very words, and the incidents they tell of.

    ``published`` is the day the report appeared, a date or YYYY-MM-DD; where it is None, days such as "Tuesday" stay
    unresolved. ``pipeline`` is what it is read with, by rules and with marsad's own gazetteer where None; make one
    ``Pipeline`` and hand it over to read many. A day that is none, and an empty text, raise MarsadError.
    """
    from marsad.pipeline import Pipeline  # noqa: PLC0415 - loaded when first used
    from marsad.reports.report import Report  # noqa: PLC0415 - the same
    from marsad.text.clean import clean  # noqa: PLC0415 - the same

    cleaned = clean(text).text
    if not cleaned.strip():
        raise MarsadError("there is no text to read: give the report's words")
    report = Report(text=cleaned, title=title, publisher=publisher, published=_day(published), url=url)
    return (pipeline or Pipeline.rules()).read_one(report)


def read_reports(
    *sources: str | Path,
    options: "ReadOptions | None" = None,
    pipeline: "Pipeline | None" = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> "Iterator[Record]":
    """Yield the record of each report in these files, folders, tables and addresses, as soon as it is read.

    A problem with a report that was read stands in its record. One in whose place no report could be made is handed to
    ``on_problem``, and is a Python warning where that is None; it never stops the others.
    """
    from marsad.pipeline import Pipeline  # noqa: PLC0415 - loaded when first used

    met: defaultdict[str, list[Problem]] = defaultdict(list)
    reports = _reports([str(source) for source in sources], options, met, on_problem or _warn)
    for record in (pipeline or Pipeline.rules()).read(reports):
        own = tuple(met.pop(record.report.id, ()))
        yield replace(record, problems=(*own, *record.problems)) if own else record


def _reports(
    sources: Iterable[str],
    options: "ReadOptions | None",
    met: dict[str, list[Problem]],
    lost: Callable[[Problem], None],
) -> "Iterator[Report]":
    """Yield the reports; put aside the problems met with each, which come directly before it."""
    from marsad.reports.read import read_reports as found_in  # noqa: PLC0415 - loaded when first used

    for source in sources:
        for item in found_in(source, options=options):
            if not isinstance(item, Problem):
                yield item
            elif item.report.startswith("rep_"):
                met[item.report].append(item)
            else:
                lost(item)


def _warn(problem: Problem) -> None:
    warnings.warn(f"{problem.report}: {problem.message}", stacklevel=2)


def _day(published: date | str | None) -> date | None:
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise MarsadError(f"{published!r} is not a day: write it as YYYY-MM-DD, for example 2031-03-05") from None
