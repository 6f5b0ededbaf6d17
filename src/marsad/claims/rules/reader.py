"""The rule reader: passages in, claims out, by the words alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.claims.claim import Claim, Step
from marsad.claims.extractor import Finders
from marsad.claims.rules.lexicon import lexicon
from marsad.claims.rules.making import Maker
from marsad.claims.rules.reading import Reading
from marsad.claims.rules.sight import see
from marsad.passages.passage import Passage
from marsad.reports.report import Report
from marsad.version import VERSION


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads by rules: no weights, no network; keeps nothing between reports."""

    finders: Finders

    @property
    def step(self) -> Step:
        """Which reader this is."""
        return Step(name="rules", version=VERSION)

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return what the report says, in reading order."""
        reading = Reading(Maker(report=report.id, step=self.step, lexicon=lexicon()))
        for passage in passages:
            reading.read(see(passage, report, self.finders))
        return reading.claims()
