"""The store most people have: one SQLite file.

Readers and one writer can work on it at the same time, in threads and in processes. When the last of them closes it,
everything stands in the one file, which can then be copied as a backup.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from marsad.errors import NotFoundError, StoreError
from marsad.incidents.judgement import Judgement
from marsad.incidents.record import Record
from marsad.reports.report import Report
from marsad.store.adding import add_judgement, add_rows
from marsad.store.audit import findings
from marsad.store.erasing import erase, scrub
from marsad.store.failures import plainly
from marsad.store.loading import PAGE, load_judgements, load_latest, load_one, load_reports, load_tombstones
from marsad.store.opening import READING, WRITING, begin, open_engine
from marsad.store.rows import rows_of
from marsad.store.store import Tombstone

T = TypeVar("T")


class SqliteStore:
    """A store in one file, made where there is none; see ``marsad.store.store.Store`` for what it promises.

    ``patience`` is how many seconds to wait for another writer before giving up.
    """

    def __init__(self, path: Path | str, *, patience: float = 5.0) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, patience=patience)
        self._batch = threading.local()

    def __enter__(self) -> Self:
        """Use the store and close it at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Gather many additions of this thread into one transaction: all are kept, or after an error none."""
        with self._changing():
            yield

    def add_record(self, record: Record) -> bool:
        """Keep what reading a report gave; False where that is there already, or the report was forgotten."""
        rows = rows_of(record)
        # Nested, so that one record that cannot be kept takes no half of itself into the rest of a batch.
        with self._changing() as connection, connection.begin_nested():
            return add_rows(connection, rows)

    def reports(self) -> Iterator[Report]:
        """Yield every report, in the order of their ids."""
        return self._pages(load_reports, lambda report: report.id)

    def record(self, report_id: str) -> Record:
        """Return the latest reading of a report; NotFoundError where there is no such report or it was forgotten."""
        with self._looking() as connection:
            found = load_one(connection, report_id)
            graves = load_tombstones(connection) if found is None else ()
        if found is not None:
            return found
        for grave in graves:
            if grave.report == report_id:
                raise NotFoundError(f"report {report_id} was forgotten on {grave.at}: {grave.reason}")
        raise NotFoundError(f"the store {self.path} has no report {report_id}; look for its id among the reports")

    def records(self) -> Iterator[Record]:
        """Yield the latest reading of every report, in the order of the reports' ids."""
        return self._pages(load_latest, lambda record: record.report.id)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement made after the last one of ``judgements()``; False where it is there already."""
        with self._changing() as connection, connection.begin_nested():
            return add_judgement(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement, in the order they were made."""
        with self._looking() as connection:
            return load_judgements(connection)

    def forget(self, report_id: str, *, reason: str, by: str, at: str) -> Tombstone:
        """Erase a report, its readings and every judgement's words about it, for good; leave a tombstone.

        It stands alone: within ``writing()`` it is refused, for the bytes are gone only once the file is rewritten.
        """
        if self._open_batch() is not None:
            raise StoreError(f"report {report_id} cannot be forgotten among other changes; forget it after writing()")
        with self._changing() as connection:
            grave = erase(connection, Tombstone(report=report_id, at=at, by=by, reason=reason))
        with plainly(self.path):
            scrub(self._engine, self.path)
        return grave

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return what was forgotten, in the order it was."""
        with self._looking() as connection:
            return load_tombstones(connection)

    def check(self) -> tuple[str, ...]:
        """Return in plain words everything that is not as it was written; nothing where all is well."""
        with self._looking() as connection:
            return tuple(findings(connection))

    def checkpoint(self) -> None:
        """Write everything into the one file, as far as other readers let it."""
        with plainly(self.path):
            raw = self._engine.raw_connection()
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            raw.close()

    def close(self) -> None:
        """Write everything into the one file and let go; that file can then be copied as a backup."""
        self.checkpoint()
        self._engine.dispose()

    def _pages(self, load: Callable[[Connection, str], Sequence[T]], name: Callable[[T], str]) -> Iterator[T]:
        """Yield page after page; between pages nothing is held open, so writers need not wait for a slow reader."""
        after, full = "", True
        while full:
            with self._looking() as connection:
                page = load(connection, after)
            yield from page
            full = len(page) == PAGE
            after = name(page[-1]) if page else after

    def _open_batch(self) -> Connection | None:
        return getattr(self._batch, "connection", None)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        held = self._open_batch()
        if held is not None:
            yield held
            return
        with plainly(self.path), begin(self._engine, WRITING) as connection, connection.begin():
            self._batch.connection = connection
            try:
                yield connection
            finally:
                self._batch.connection = None

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        held = self._open_batch()
        if held is not None:
            yield held
            return
        with plainly(self.path), begin(self._engine, READING) as connection, connection.begin():
            yield connection
