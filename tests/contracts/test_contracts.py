"""Promises about the promises: a good reader or store passes, and each broken promise is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from marsad.claims.claim import Claim, ClaimType, Kind, Link, LinkType, Stance, Step, claim_id
from marsad.contracts import BrokenPromiseError, check_extractor, check_store
from marsad.errors import NotFoundError, UnreadableError
from marsad.incidents.record import Record
from marsad.passages.passage import Passage
from marsad.pipeline import Pipeline
from marsad.reports.report import Report
from marsad.store.sqlite import SqliteStore
from marsad.store.store import Tombstone
from marsad.text.span import Evidence

STEP = Step(name="first word", version="1")


class FirstWord:
    """A reader that takes the first word of every passage for an event."""

    step = STEP

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return an occurrence a passage."""
        return [
            Claim(
                id=claim_id(report.id, passage.number),
                report=report.id,
                type=ClaimType.OCCURRENCE,
                kind=Kind.OTHER,
                trigger=passage.evidence,
                evidence=(passage.evidence,),
                stance=Stance.ASSERTED,
                by=self.step,
            )
            for passage in passages
        ]


class Bent(FirstWord):
    """The same reader, with every claim bent."""

    def __init__(self, bend: Callable[[Claim], Claim]) -> None:
        self.bend = bend

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return the bent claims."""
        return [self.bend(claim) for claim in super().extract(report, passages)]


class Remembering(FirstWord):
    """A reader that says other things the second time."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return nothing of a report that was read before."""
        self.read.append(report.id)
        return [] if self.read.count(report.id) > 1 else super().extract(report, passages)


class Failing(FirstWord):
    """A reader that fails on a text."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Raise the error on one text."""
        if "bridge" in report.text:
            raise self.error
        return super().extract(report, passages)


def invented(evidence: Evidence) -> Evidence:
    """Return other words at the same place."""
    return replace(evidence, quote="x" * len(evidence.quote) + "y")


def test_a_good_reader_passes() -> None:
    """Keeping every promise raises nothing."""
    check_extractor(FirstWord())


def test_the_rule_reader_passes() -> None:
    """The reader that comes with marsad keeps what it asks of others."""
    check_extractor(Pipeline.rules().extractor)


def test_a_reader_may_say_that_it_cannot_read() -> None:
    """A MarsadError is an answer."""
    check_extractor(Failing(UnreadableError("too long; cut it")))


@pytest.mark.parametrize(
    ("reader", "promise"),
    [
        (Bent(lambda claim: replace(claim, trigger=invented(claim.trigger))), "exact slice"),
        (Bent(lambda claim: replace(claim, evidence=(*claim.evidence, invented(claim.trigger)))), "exact slice"),
        (Bent(lambda claim: replace(claim, id="clm_1")), "ids .* unique"),
        (Bent(lambda claim: replace(claim, report="rep_1")), "names the report"),
        (Bent(lambda claim: replace(claim, about="clm_none")), "only at other claims"),
        (Bent(lambda claim: replace(claim, subset_of=claim.id)), "only at other claims"),
        (
            Bent(lambda claim: replace(claim, links=(Link(type=LinkType.PART_OF, to="clm_none"),))),
            "only at other claims",
        ),
        (Remembering(), "same passages give the same claims"),
        (Failing(RecursionError("deep")), "nothing but MarsadError, and not RecursionError .on 'Two drones"),
        (Failing(KeyError("bridge")), "nothing but MarsadError, and not KeyError"),
    ],
)
def test_a_reader_that_breaks_a_promise_is_found(reader: FirstWord, promise: str) -> None:
    """The message names the promise."""
    with pytest.raises(BrokenPromiseError, match=promise):
        check_extractor(reader)


class Doubling(SqliteStore):
    """A store that says it added what was there."""

    def add_record(self, record: Record) -> bool:
        """Add and always say so."""
        super().add_record(record)
        return True


class Remorseless(SqliteStore):
    """A store that only says that it forgot."""

    def forget(self, report_id: str, *, reason: str, by: str, at: str) -> Tombstone:
        """Return a tombstone with nothing under it."""
        return Tombstone(report=report_id, at=at, by=by, reason=reason)


class Silent(SqliteStore):
    """A store that raises what a dictionary would."""

    def record(self, report_id: str) -> Record:
        """Return any record for one that is not there."""
        try:
            return super().record(report_id)
        except NotFoundError:
            return next(self.records())


@pytest.mark.parametrize(
    ("store", "promise"),
    [(Doubling, "is not added again"), (Remorseless, "forgotten report is gone"), (Silent, "raises NotFoundError")],
)
def test_a_store_that_breaks_a_promise_is_found(store: type[SqliteStore], promise: str, tmp_path: Path) -> None:
    """The message names the promise."""
    numbers = iter(range(100))
    with pytest.raises(BrokenPromiseError, match=promise):
        check_store(lambda: store(tmp_path / f"{next(numbers)}.db"))


def test_a_store_that_is_not_empty_at_first_is_found(tmp_path: Path) -> None:
    """The checks need stores of their own."""
    with pytest.raises(BrokenPromiseError, match="a new store is empty"):
        check_store(lambda: SqliteStore(tmp_path / "one.db"))
