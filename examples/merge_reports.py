"""Read the demo week, merge its reports into incidents, and print each toll with its derivation."""

from pathlib import Path

from marsad import Gazetteer, Pipeline, merge, read_reports

week = Path(__file__).parent / "demo"
places = Gazetteer.join(Gazetteer.from_csv(week / "places.csv"), Gazetteer.default())
records = tuple(read_reports(week / "reports", pipeline=Pipeline.rules(gazetteer=places)))

for merged in merge(records):
    print(merged.code, merged.incident.kind, f"told by {len(merged.reports)}", f"grade {merged.grade.value}")
    for figure in merged.incident.figures:
        print(f"  {figure.harm} ({figure.victims}): {figure.low} to {figure.high or 'open'}")
        for line in figure.why:
            print(f"    {line}")
