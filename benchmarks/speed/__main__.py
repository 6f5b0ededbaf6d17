"""``python -m benchmarks.speed``: how long each stage takes, over invented reports, as medians of several runs.

It prints and never fails: a slow machine is no fault. Numbers of different machines are not to be compared.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.invented import invented
from marsad.incidents.merge import merge
from marsad.incidents.record import Record
from marsad.incidents.within import tell
from marsad.pipeline import Pipeline
from marsad.publish.page import page
from marsad.reports.report import Report
from marsad.store.sqlite import SqliteStore
from marsad.version import VERSION

ONE_REPORT = "import sys; from marsad.pipeline import Pipeline; from marsad.reports.report import Report; "
ONE_REPORT += "Pipeline.rules().read_one(Report(text=sys.argv[1]))"
SENTENCE = "Two residents said shelling killed at least 12 people in the town on Tuesday."


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """One stage: its name, the median of its runs in seconds, and how many reports it worked on."""

    stage: str
    seconds: float
    reports: int


def median(work: Callable[[], object], runs: int) -> float:
    """Return the median of how long the work takes, in seconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def stages(reports: Sequence[Report], runs: int) -> Iterator[Timed]:
    """Time every stage on its own, each on what the stage before it gives."""
    pipeline = Pipeline.rules()
    list(pipeline.read(reports[:2]))  # what loads on first use is not part of any stage
    for name, work in {**_reading(pipeline, reports), **_after_reading(pipeline, reports)}.items():
        yield Timed(stage=name, seconds=median(work, runs), reports=len(reports))


def _reading(pipeline: Pipeline, reports: Sequence[Report]) -> dict[str, Callable[[], object]]:
    """Return the stages from a report to its record."""
    cut = [(report, pipeline.split(report)) for report in reports]
    told = [(report, pipeline.extractor.extract(report, passages)) for report, passages in cut]
    step = pipeline.extractor.step
    return {
        "split into passages": lambda: [pipeline.split(report) for report in reports],
        "find and extract claims": lambda: [pipeline.extractor.extract(*one) for one in cut],
        "link and tell incidents": lambda: [tell(*one, pipeline.linkers, step=step) for one in told],
        "read (the three above)": lambda: list(pipeline.read(reports)),
    }


def _after_reading(pipeline: Pipeline, reports: Sequence[Report]) -> dict[str, Callable[[], object]]:
    """Return the stages from records to what is kept and shown."""
    records = tuple(pipeline.read(reports))
    merged = merge(records)
    by_id = {report.id: report for report in reports}
    return {
        "merge": lambda: merge(records),
        "page": lambda: page(merged, by_id, title="Speed"),
        "store": lambda: keep(records),
    }


def keep(records: Sequence[Record]) -> None:
    """Write all records into a new store and close it."""
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "speed.db") as store, store.writing():
        for record in records:
            store.add_record(record)


def cold(arguments: Sequence[str], runs: int) -> float:
    """Return how long a new process takes from start to end, in seconds."""
    return median(lambda: subprocess.run(arguments, check=True, capture_output=True), runs)  # noqa: S603 - our own


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="how many reports to invent (200)")
    parser.add_argument("--runs", type=int, default=3, help="how many runs the medians are of (3)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same reports (1)")
    chosen = parser.parse_args()
    reports = tuple(invented(chosen.reports, chosen.seed))
    letters = round(statistics.mean(len(report.text) for report in reports))
    print(f"marsad {VERSION}, Python {platform.python_version()}, {os.cpu_count()} CPUs, {platform.machine()}")
    print(f"{len(reports)} invented reports of {letters} letters on average, medians of {chosen.runs} runs\n")
    print(f"{'stage':<26}{'seconds':>10}{'reports/s':>12}")
    for timed in stages(reports, chosen.runs):
        print(f"{timed.stage:<26}{timed.seconds:>10.2f}{timed.reports / timed.seconds:>12.1f}")
    print(f"\n{'one report, cold':<26}{cold([sys.executable, '-c', ONE_REPORT, SENTENCE], chosen.runs):>10.2f}")
    help_command = [sys.executable, "-c", "from marsad.cli import main; main()", "--help"]
    print(f"{'marsad --help, cold':<26}{cold(help_command, chosen.runs):>10.2f}")


if __name__ == "__main__":
    main()
