"""Report to record, in the order the river flows. Read this first.

``passages`` cuts a report into sentences, an extractor reads them into claims, three linkers tie the claims' words to
places, days and actors, and ``incidents.within`` gathers them into the incidents the report tells of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from marsad.actors.linker import RosterActors
from marsad.actors.roster import ActorFinder, Roster
from marsad.claims.extractor import Extractor, Finders
from marsad.claims.rules.reader import RuleReader
from marsad.counts.numerals import CountFinder
from marsad.errors import Problem
from marsad.incidents.record import Record
from marsad.incidents.within import Linkers, tell
from marsad.passages.passage import Passage
from marsad.passages.split import split
from marsad.places.gazetteer import Gazetteer
from marsad.places.ranked import RankedPlaces
from marsad.reports.report import Report
from marsad.times.linker import TimeLinker
from marsad.times.phrases import TimeFinder


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The parts a report is read with; each can be swapped, none is looked up in secret."""

    split: Callable[[Report], Sequence[Passage]]
    extractor: Extractor
    linkers: Linkers

    @classmethod
    def rules(cls, *, gazetteer: Gazetteer | None = None, roster: Roster | None = None) -> "Pipeline":
        """Return the reader that works by rules alone."""
        return cls.of(RuleReader, gazetteer=gazetteer, roster=roster)

    @classmethod
    def of(
        cls,
        reader: Callable[[Finders], Extractor],
        *,
        gazetteer: Gazetteer | None = None,
        roster: Roster | None = None,
    ) -> "Pipeline":
        """Return a pipeline around a reader, with marsad's own gazetteer and roster where none is given."""
        known_places = gazetteer if gazetteer is not None else Gazetteer.default()
        known_actors = roster if roster is not None else Roster.default()
        ranked = RankedPlaces(known_places)
        finders = Finders(
            places=ranked.finder,
            times=TimeFinder(),
            counts=CountFinder(),
            actors=ActorFinder(known_actors),
        )
        linkers = Linkers(places=ranked, times=TimeLinker(), actors=RosterActors(known_actors))
        return cls(split=split, extractor=reader(finders), linkers=linkers)

    def read_one(self, report: Report) -> Record:
        """Return the record of one report."""
        claims = self.extractor.extract(report, self.split(report))
        return tell(report, claims, self.linkers, step=self.extractor.step)

    def read(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Yield each report's record, in the order of the reports; one that breaks a reader is a recorded problem."""
        for report in reports:
            yield self._kept_going(report)

    def _kept_going(self, report: Report) -> Record:
        """Read one report so that whatever goes wrong with it does not lose the others: one of the two borders."""
        try:
            return self.read_one(report)
        except Exception as error:  # noqa: BLE001 - the border: a fault in one report must not end a night's work
            message = f"the reader failed on it ({type(error).__name__}: {error}); the report is kept, please tell us"
            problem = Problem(code="reader_failed", message=message, report=report.id)
            return Record(report=report, read_by=self.extractor.step, claims=(), incidents=(), problems=(problem,))
