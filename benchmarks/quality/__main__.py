"""``python -m benchmarks.quality gold --data DIR --out records.jsonl``: read hand-coded reports and score the records.

DIR holds ``reports.jsonl`` ({id, title, publisher, published, text} a line) and ``gold.jsonl``. The scorer is a script
of its own, given by ``--scorer`` or found as ``tools/score.py`` two folders above DIR. The exit code is 1 where a score
fell below its pinned floor. ``--pin`` raises the floors; ``--allow-lower REASON`` lowers them, and keeps the reason.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.quality.gate import Verdict, fingerprint, judge, pin, scores
from marsad.errors import Problem
from marsad.pipeline import Pipeline
from marsad.plugins import extractor
from marsad.reports.read import read_reports

SKIPPED = 0
FELL = 1


def main() -> int:
    """Run the benchmark and return the exit code."""
    options = _options()
    reports, gold = options.data / "reports.jsonl", options.data / "gold.jsonl"
    scorer = options.scorer or options.data.parents[1] / "tools" / "score.py"
    missing = [str(file) for file in (reports, gold, scorer) if not file.exists()]
    if missing:
        print(f"skipped: not found: {', '.join(missing)}")
        return SKIPPED
    _read(reports, options.out, options.reader)
    table = _score(scorer, reports, gold, options.out)
    _print(table)
    corpus, reached = fingerprint(reports, gold), scores(table)
    if options.pin or options.allow_lower:
        pin(corpus, reached, lower=options.allow_lower)
    verdict = judge(corpus, reached)
    _tell(verdict)
    return FELL if verdict.fell else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("what", choices=["gold"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--reader", default="rules")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--allow-lower", metavar="REASON")
    return parser.parse_args()


def _read(reports: Path, out: Path, reader: str) -> None:
    """Read every report and write its record, a line each; say how fast it went."""
    pipeline = Pipeline.of(extractor(reader))
    found = list(read_reports(str(reports)))
    start = time.process_time()
    records = list(pipeline.read(item for item in found if not isinstance(item, Problem)))
    seconds = time.process_time() - start
    lines = (json.dumps(record.to_dict(), ensure_ascii=False) + "\n" for record in records)
    with out.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    failed = sum(problem.code == "reader_failed" for record in records for problem in record.problems)
    print(f"{len(records)} reports read, {failed} failed, {len(records) / seconds:.1f} reports/s (processor time)")


def _score(scorer: Path, reports: Path, gold: Path, records: Path) -> dict[str, dict[str, float | int | None]]:
    command = [
        sys.executable,
        str(scorer),
        "--gold",
        str(gold),
        "--reports",
        str(reports),
        "--pred",
        str(records),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the user names the scorer
    if done.returncode:
        sys.exit(f"the scorer failed: {done.stderr.strip().splitlines()[-1:]}")
    return dict(json.loads(done.stdout))


def _print(table: dict[str, dict[str, float | int | None]]) -> None:
    for row, values in table.items():
        shown = "  ".join(f"{key} {value}" for key, value in values.items()) if isinstance(values, dict) else values
        print(f"{row:26} {shown}")


def _tell(verdict: Verdict) -> None:
    if not verdict.known:
        print("no floors are pinned for this corpus; --pin sets them")
    for row, floor, score in verdict.rose:
        print(f"rose: {row} {floor} -> {score}")
    for row, floor, score in verdict.fell:
        print(f"FELL: {row} {floor} -> {score}")


if __name__ == "__main__":
    sys.exit(main())
