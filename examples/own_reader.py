"""A reader of one's own: every "N people were killed" is a claim, and nothing else is."""

import re
from collections.abc import Sequence

from marsad.claims.claim import Claim, ClaimType, Harm, Kind, Mention, Role, Scope, Stance, Step, claim_id
from marsad.claims.extractor import Finders
from marsad.contracts import check_extractor
from marsad.passages.passage import Passage
from marsad.pipeline import Pipeline
from marsad.reports.report import Report

KILLED = re.compile(r"\bpeople (?:were|have been) killed\b", re.IGNORECASE)


class CarefulReader:
    """Reads one wording, and is never wrong about who says so because it never says."""

    step = Step(name="careful", version="1")

    def __init__(self, finders: Finders) -> None:
        self.finders = finders

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return an event and a toll for each passage that has the wording and a number right before it."""
        return [claim for passage in passages for claim in self._of(report, passage)]

    def _of(self, report: Report, passage: Passage) -> Sequence[Claim]:
        match = KILLED.search(passage.text)
        numbers = [one for one in self.finders.counts.find(passage.text) if match and one.end <= match.end()]
        if match is None or not numbers:
            return []
        part, first = passage.evidence.span.part, passage.start
        trigger = report.quote(first + match.start(), first + match.end(), part)
        number = report.quote(first + numbers[-1].start, first + numbers[-1].end, part)
        places = self.finders.places.find(passage.text)
        told = [Mention(role=Role.PLACE, evidence=report.quote(first + p.start, first + p.end, part)) for p in places]
        event = Claim(
            id=claim_id(report.id, "event", passage.number),
            report=report.id,
            type=ClaimType.OCCURRENCE,
            kind=Kind.OTHER,
            trigger=trigger,
            evidence=(trigger,),
            stance=Stance.ASSERTED,
            mentions=tuple(told),
            by=self.step,
        )
        toll = Claim(
            id=claim_id(report.id, "toll", passage.number),
            report=report.id,
            type=ClaimType.CASUALTY,
            kind=Kind.OTHER,
            trigger=trigger,
            evidence=(number,),
            stance=Stance.ASSERTED,
            about=event.id,
            harm=Harm.KILLED,
            count=numbers[-1].count,
            scope=Scope.THIS_INCIDENT,
            by=self.step,
        )
        return [event, toll]


pipeline = Pipeline.of(CarefulReader)
check_extractor(pipeline.extractor)  # raises BrokenPromiseError at the first promise that is broken

record = pipeline.read_one(Report(text="In Umm Zarqa nine people were killed. The shop was closed."))
for claim in record.claims:
    print(claim.type, claim.count.words if claim.count else "", claim.evidence[0].quote)
