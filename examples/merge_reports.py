"""Read the demo week, merge its reports into incidents, and print each toll with its derivation."""

from pathlib import Path

from marsad.incidents.merge import merge
from marsad.pipeline import Pipeline
from marsad.places.gazetteer import Gazetteer
from marsad.reports.read import read_reports
from marsad.reports.report import Report

week = Path(__file__).parent / "demo"
places = Gazetteer.join(Gazetteer.from_csv(week / "places.csv"), Gazetteer.default())
found = read_reports(str(week / "reports"))
reports = [one for one in found if isinstance(one, Report)]  # the others are problems, each with what to do

records = tuple(Pipeline.rules(gazetteer=places).read(reports))

for merged in merge(records):
    print(merged.code, merged.incident.kind, f"told by {len(merged.reports)}", f"grade {merged.grade.value}")
    for figure in merged.incident.figures:
        print(f"  {figure.harm} ({figure.victims}): {figure.low} to {figure.high or 'open'}")
        for line in figure.why:
            print(f"    {line}")
