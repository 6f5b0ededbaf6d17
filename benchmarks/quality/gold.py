"""Hand-coded reports: read them, have the records scored, hold the scores against floors and tell the errors."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from benchmarks.quality.examined import Row
from benchmarks.quality.gate import PLACES, Table
from benchmarks.quality.outcomes import ROWS, Outcome, outcomes
from benchmarks.quality.pinned import Change
from benchmarks.quality.scorer import examine
from marsad.errors import Problem
from marsad.pipeline import Pipeline
from marsad.plugins import extractor
from marsad.reports.read import read_reports

# Rows of the table that also count what gold has not.
_WITH_FALSE = {"claim exact": ("claim", "claim wrong"), "incident": ("incident", "incident extra")}


def read(reports: Path, out: Path, reader: str) -> None:
    """Read every report and write its record, a line each; say how fast it went."""
    pipeline = Pipeline.of(extractor(reader))
    found = list(read_reports(str(reports)))
    start = time.process_time()
    records = list(pipeline.read(item for item in found if not isinstance(item, Problem)))
    seconds = time.process_time() - start
    lines = (json.dumps(record.to_dict(), ensure_ascii=False) + "\n" for record in records)
    with out.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    failed = [problem for record in records for problem in record.problems if problem.code == "reader_failed"]
    speed = len(records) / seconds if seconds else 0.0
    print(f"{len(records)} reports read, {len(failed)} failed, {speed:.1f} reports/s (processor time)")
    if failed:
        print(f"the first that failed: {failed[0].report}: {failed[0].message}")


def score(scorer: Path, reports: Path, gold: Path, records: Path) -> Table:
    """Have the scorer judge the records; return its table."""
    files = ["--gold", str(gold), "--reports", str(reports), "--pred", str(records)]
    command = [sys.executable, str(scorer), *files, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the user names the scorer
    if done.returncode:
        sys.exit(f"the scorer failed: {done.stderr.strip().splitlines()[-1:]}")
    return dict(json.loads(done.stdout))


def judge_each(scorer: ModuleType, reports: Path, gold: Path, records: Path) -> tuple[Outcome, ...]:
    """Return every judgement of the scorer on these records, report by report in the order of the gold."""
    given = {str(row["id"]): row for row in _rows(reports)}
    made = {str(row["report"].get("external_id")): row for row in _rows(records)}
    found: list[Outcome] = []
    for coded in _rows(gold):
        unit = str(coded["unit_id"])
        report = given.get(unit, {})
        with_text = {"text": report.get("text"), **coded}
        found += outcomes(scorer, examine(scorer, with_text, made.get(unit), title=report.get("title") or ""))
    return tuple(found)


def disagreements(table: Table, found: Iterable[Outcome]) -> tuple[str, ...]:
    """Return the rows of the table that the single judgements do not add up to: there should be none."""
    sides = Counter((outcome.row, outcome.right) for outcome in found)
    wrong = []
    for title, values in table.items():
        row, false = _WITH_FALSE.get(title, (title, ""))
        if row in ROWS and isinstance(values, Mapping):
            right, every = sides[row, True], sides[row, True] + sides[row, False]
            share = _share(right, every)
            counted = {"acc": share, "p": _share(right, right + sides[false, False]), "r": share, "n": every}
            wrong += (
                [title] if any((counted[key] or 0) != (values[key] or 0) for key in counted.keys() & values) else []
            )
    return tuple(wrong)


def _share(some: int, every: int) -> float | None:
    return round(some / every, PLACES) if every else None


def write_errors(file: Path, found: Iterable[Outcome], changed: Iterable[Change]) -> None:
    """Write every error and every change against the pinned run, one JSON object a line."""
    with file.open("w", encoding="utf-8") as out:
        for row in (*_error_rows(found), *_change_rows(changed)):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _error_rows(found: Iterable[Outcome]) -> Iterator[Row]:
    for outcome in found:
        if outcome.cause is None:
            continue
        yield {
            "id": outcome.unit,
            "row": outcome.row,
            "cause": outcome.cause.name,
            "detail": outcome.cause.detail,
            "gold": outcome.gold,
            "read": outcome.read,
            "words": outcome.words,
            "key": outcome.key,
        }


def _change_rows(changed: Iterable[Change]) -> Iterator[Row]:
    for change in changed:
        yield {"id": change.unit, "row": change.row, "change": change.sort, "key": change.key}


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
