"""A scorer as small as can be, with the functions the error report listens to: for tests, on invented reports.

It pairs claims by harm, figure and words, and incidents by the words they share.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

LEVELS = ["site", "neighbourhood", "settlement", "district", "province", "region", "country"]

Row = dict[str, Any]
Spans = list[tuple[int, int]]


def spans_of(text: str, quote: str | None) -> Spans:
    """Return where the words stand first."""
    return [(text.index(quote), text.index(quote) + len(quote))] if quote and quote in text else []


def pred_spans(text: str, items: list[Row]) -> Spans:
    """Return where the words of these parts of a record stand."""
    return [span for item in items if item for span in spans_of(text, item.get("quote"))]


def overlap(some: Spans, others: Spans) -> bool:
    """Whether any words are shared."""
    return any(start < end and first < stop for start, stop in some for first, end in others)


def same_name(name: str, other: str) -> bool:
    """Whether two names are one."""
    return name.lower() == other.lower()


def match_claims(text: str, gold: list[Row], read: list[Row]) -> tuple[list[tuple[int, int]], int]:
    """Return the pairs of claims that agree, and how many there are."""
    pairs: list[tuple[int, int]] = []
    for first, coded in enumerate(gold):
        for second, claim in enumerate(read):
            count = claim["count"]
            same = (coded["harm"], coded["lower"], coded["upper"]) == (claim["harm"], count["low"], count["high"])
            words = overlap(spans_of(text, coded["quote"]), pred_spans(text, claim["evidence"]))
            if same and words and not any(first == one or second == other for one, other in pairs):
                pairs.append((first, second))
    return pairs, len(pairs)


def score_report(gold: Row, record: Row | None, tally: Counter[str], errors: list[Row]) -> None:
    """Judge the claims and the incidents of one report."""
    text = gold["text"]
    coded = [claim for incident in gold["incidents"] for claim in incident["casualty_claims"]]
    read = [claim for claim in (record or {}).get("claims", []) if claim["type"] == "casualty"]
    pairs, _ = match_claims(text, coded, read)
    tally["gold"] += len(coded)
    tally["exact"] += len(pairs)
    for first, second in pairs:
        _score_claim(coded[first], read[second], tally)
    for place, claim in enumerate(read):
        if place not in {second for _, second in pairs} and claim["incident"]:
            tally["false"] += 1
            errors.append({"what": "claim wrong", "pred": [claim["harm"], claim["count"]]})
    _pair_incidents(gold, record or {"claims": [], "incidents": []}, tally, errors)


def _pair_incidents(gold: Row, record: Row, tally: Counter[str], errors: list[Row]) -> None:
    left = list(record["incidents"])
    for incident in gold["incidents"]:
        tally["incidents"] += 1
        for other in left:
            mine = [claim for claim in record["claims"] if claim["incident"] == other["id"]]
            words = [span for claim in mine for span in pred_spans(gold["text"], claim["evidence"])]
            if overlap(spans_of(gold["text"], incident["trigger_quote"]), words):
                left.remove(other)
                tally["paired"] += 1
                score_incident(gold["unit_id"], incident, other, tally, errors)
                break
    tally["extra"] += len(left)


def _score_claim(gold: Row, read: Row, tally: Counter[str]) -> None:
    deepest = read["attribution"][-1]["holder"] if read["attribution"] else "outlet"
    rows = {"holder": gold["holder"] == deepest, "subset": gold["is_subset"] == bool(read["subset_of"])}
    if gold["victim_class"] != "unknown":
        rows["class"] = gold["victim_class"] == read["victims"]["class"]
    rows |= {row: gold[row] == read[row] for row in ("stance", "scope")}
    _add(tally, rows)


def score_incident(unit: str, gold: Row, read: Row, tally: Counter[str], errors: list[Row]) -> None:
    """Judge the parts of an incident."""
    del unit, errors
    rows = {"main": gold["main"] == read["main"], "kind": gold["kind"] == read["kind"]}
    if gold["main"] and gold["date_start"]:
        when = read["when"]
        rows["date"] = (gold["date_start"], gold["date_end"]) == (when.get("start"), when.get("end"))
    if gold["main"] and gold["places"]:
        rows["place"] = bool(read["places"]) and gold["places"][0]["name"] == read["places"][0]["name"]
    if gold["main"] and gold["perpetrators"]:
        rows["perp"] = gold["perpetrators"][0]["name"] in [one["name"] for one in read["perpetrators"]]
    _add(tally, rows)


def _add(tally: Counter[str], rows: dict[str, bool]) -> None:
    for row, right in rows.items():
        tally[row + "_n"] += 1
        tally[row + "_ok"] += right


def _ratio(some: int, every: int) -> float:
    return round(some / every, 3) if every else 0.0


def main() -> None:
    """Print the table of a run as JSON."""
    parser = argparse.ArgumentParser()
    for name in ("--gold", "--reports", "--pred"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--json", action="store_true")
    files = parser.parse_args()
    rows = {name: [json.loads(line) for line in getattr(files, name).open()] for name in ("gold", "reports", "pred")}
    texts = {row["id"]: row["text"] for row in rows["reports"]}
    records = {row["report"]["external_id"]: row for row in rows["pred"]}
    tally: Counter[str] = Counter()
    for coded in rows["gold"]:
        score_report({**coded, "text": texts[coded["unit_id"]]}, records.get(coded["unit_id"]), tally, [])
    exact = {"p": _ratio(tally["exact"], tally["exact"] + tally["false"]), "r": _ratio(tally["exact"], tally["gold"])}
    paired = {"p": _ratio(tally["paired"], tally["paired"] + tally["extra"])}
    table: dict[str, Row] = {
        "claim exact": {**exact, "f1": exact["r"], "n": tally["gold"]},
        "incident": {**paired, "r": _ratio(tally["paired"], tally["incidents"]), "f1": 0.5, "n": tally["incidents"]},
    }
    for row in ("holder", "kind"):
        table[row] = {"acc": _ratio(tally[row + "_ok"], tally[row + "_n"]), "n": tally[row + "_n"]}
    sys.stdout.write(json.dumps(table))


if __name__ == "__main__":
    main()
