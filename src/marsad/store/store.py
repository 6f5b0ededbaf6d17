"""Where records, judgements and tombstones are kept: what every store promises, whatever it is made of."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from marsad.incidents.judgement import Judgement
from marsad.incidents.record import Record
from marsad.reports.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A report that was forgotten: its id (a hash), when, by whom and why; none of its words."""

    report: str
    at: str
    by: str
    reason: str


class Store(Protocol):
    """A growing collection that forgets only on purpose. Nothing is edited; what is there already is not added again.

    Every method raises ``StoreError``, saying what to do, where the store cannot be read or written.
    """

    def add_record(self, record: Record) -> bool:
        """Keep what reading a report gave; False where that is there already, or the report was forgotten.

        The same report read by another reader, or read otherwise, is a new reading beside the older one.
        """
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Gather many additions into one transaction: all are kept, or after an error none."""
        ...

    def reports(self) -> Iterator[Report]:
        """Yield every report, in the order of their ids."""
        ...

    def record(self, report_id: str) -> Record:
        """Return the latest reading of a report; NotFoundError where there is no such report or it was forgotten."""
        ...

    def records(self) -> Iterator[Record]:
        """Yield the latest reading of every report, in the order of the reports' ids."""
        ...

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement made after the last one of ``judgements()``; False where it is there already."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement, in the order they were made."""
        ...

    def forget(self, report_id: str, *, reason: str, by: str, at: str) -> Tombstone:
        """Erase a report, its readings and every judgement's words about it, for good; leave a tombstone.

        ``at`` is ISO text. Forgetting again erases what an interrupted attempt may have left, and changes nothing else.
        """
        ...

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return what was forgotten, in the order it was."""
        ...

    def check(self) -> tuple[str, ...]:
        """Return in plain words everything that is not as it was written; nothing where all is well."""
        ...

    def close(self) -> None:
        """Write everything out and let go; after this a store of one file is backed up by copying that file."""
        ...

    def __enter__(self) -> Self:
        """Use the store and close it at the end."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        ...
