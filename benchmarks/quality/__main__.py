"""How well marsad reads, in two measures.

``python -m benchmarks.quality gold --data DIR --out records.jsonl`` reads hand-coded reports, has the records scored,
tells the errors by cause and what was gained and lost against the last pinned run. DIR holds ``reports.jsonl`` ({id,
title, publisher, published, text} a line) and ``gold.jsonl``. The scorer is a script of its own, given by ``--scorer``
or found as ``tools/score.py`` two folders above DIR. The exit code is 1 where a score fell below its pinned floor.
``--pin`` raises the floors and keeps this run as the one to compare with; ``--allow-lower REASON`` lowers them, and
keeps the reason.

``python -m benchmarks.quality negatives --data PATH ...`` reads text without conflict and lists the incidents that are
made of it; the exit code is 1 above ``--limit`` main incidents in a hundred documents.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality import gold, negatives
from benchmarks.quality.documents import documents
from benchmarks.quality.gate import Table, Verdict, fingerprint, judge, pin, scores
from benchmarks.quality.listing import listed_changes, listed_errors
from benchmarks.quality.pinned import changes, keep, kept
from benchmarks.quality.scorer import load_scorer
from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.plugins import extractor

SKIPPED = 0
FELL = 1
LIMIT = 5.0
EXAMPLES = 5
CHANGES = 20


def main() -> int:
    """Run the benchmark that is asked for and return the exit code."""
    options = _options()
    return _negatives(options) if options.what == "negatives" else _gold(options)


def _gold(options: argparse.Namespace) -> int:
    reports, coded = options.data / "reports.jsonl", options.data / "gold.jsonl"
    scorer = options.scorer or options.data.resolve().parent.parent / "tools" / "score.py"
    missing = [str(file) for file in (reports, coded, scorer) if not file.exists()]
    if missing:
        print(f"skipped: not found: {', '.join(missing)}")
        return SKIPPED
    gold.read(reports, options.out, options.reader)
    table = gold.score(scorer, reports, coded, options.out)
    _print(table)
    corpus, reached = fingerprint(reports, coded), scores(table)
    if options.pin or options.allow_lower:
        pin(corpus, reached, lower=options.allow_lower)
    verdict = judge(corpus, reached)
    _tell(verdict)
    _report_errors(options, scorer, table, corpus)
    return FELL if verdict.fell else 0


def _report_errors(options: argparse.Namespace, scorer: Path, table: Table, corpus: str) -> None:
    """Print the errors by cause and the changes; write them all where a file is given; keep a pinned run."""
    module = load_scorer(scorer)
    if module is None:
        print("skipped: the error report (this scorer has not the functions it listens to)")
        return
    found = gold.judge_each(module, options.data / "reports.jsonl", options.data / "gold.jsonl", options.out)
    for row in gold.disagreements(table, found):
        print(f"WARNING: the errors below do not add up to the table in the row {row!r}")
    print("", *listed_errors(found, examples=options.examples), sep="\n")
    before = kept(corpus)
    changed = changes(before, found) if before is not None else ()
    if before is None:
        print("\nskipped: gained and lost (no run is pinned for this corpus; --pin keeps this one)")
    else:
        print("", *listed_changes(changed, found, examples=options.changes), sep="\n")
    if options.errors:
        gold.write_errors(options.errors, found, changed)
    if options.pin or options.allow_lower:
        keep(corpus, found)


def _negatives(options: argparse.Namespace) -> int:
    pipeline = Pipeline.of(extractor(options.reader))
    genres = tuple(options.genres.split(",")) if options.genres else ()
    records: list[Record] = []
    for path in options.data:
        if not path.exists():
            print(f"skipped: not found: {path}")
            continue
        read = list(pipeline.read(documents(path, genres)))
        found = list(negatives.false_incidents(read))
        print(f"{path}: {len(found)} main incidents in {len(read)} documents", *negatives.listed(found), sep="\n")
        records += read
    return _judge_negatives(records, options.limit)


def _judge_negatives(records: Sequence[Record], limit: float) -> int:
    if not records:
        print("skipped: no document was read")
        return SKIPPED
    failed, false = negatives.failures(records), sum(1 for _ in negatives.false_incidents(records))
    for failure in failed[:1]:
        print(f"FAILED: {len(failed)} documents could not be read; the first: {failure}")
    share = negatives.per_hundred(false, len(records))
    print(f"false main incidents: {share} in 100 documents ({false} in {len(records)}); the limit is {limit}")
    return FELL if failed or share > limit else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    measures = parser.add_subparsers(dest="what", required=True)
    coded = measures.add_parser("gold", help="hand-coded reports")
    coded.add_argument("--data", type=Path, required=True)
    coded.add_argument("--out", type=Path, required=True)
    coded.add_argument("--scorer", type=Path)
    coded.add_argument("--errors", type=Path, metavar="FILE", help="write every error and change as JSON Lines")
    coded.add_argument("--examples", type=int, default=EXAMPLES, help="how many errors of a cause are shown")
    coded.add_argument("--changes", type=int, default=CHANGES, help="how many changes of a row are shown")
    coded.add_argument("--pin", action="store_true", help="raise the floors, and compare later runs with this one")
    coded.add_argument("--allow-lower", metavar="REASON", help="lower the floors, for a reason that is kept")
    calm = measures.add_parser("negatives", help="text without conflict")
    calm.add_argument("--data", type=Path, nargs="+", required=True, help="folders of .txt, treebanks (.conllu, .gz)")
    calm.add_argument("--genres", help="of treebanks that state a genre, these only: news,interview")
    calm.add_argument("--limit", type=float, default=LIMIT, help="main incidents allowed in 100 documents")
    for measure in (coded, calm):
        measure.add_argument("--reader", default="rules")
    return parser.parse_args()


def _print(table: Table) -> None:
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
