"""What can go wrong, said so that the reader of the message knows what to do next.

A problem with one report is a :class:`Problem`, a record that is kept and shown; only what stops the whole job
is raised. Everything raised on purpose descends from :class:`MarsadError`.
"""

from dataclasses import dataclass


class MarsadError(Exception):
    """Something stopped the job; the message says what to do."""


class UnreadableError(MarsadError):
    """A file, page or table that cannot be turned into a report."""


class RefusedError(MarsadError):
    """An address or an input that marsad will not touch, for safety."""


class NotFoundError(MarsadError):
    """No report, incident or judgement has that id."""


class StoreError(MarsadError):
    """The store is damaged, locked, read-only or of another version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in one report that could not be read or resolved: recorded, never dropped.

    ``code`` is a short fixed name (``time_unresolved``, ``place_unknown``, ``unreadable`` …), ``message`` says what
    to do, ``report`` is the report's id or, where no report could be made, the file or row it should have come from.
    ``words`` and ``span`` (code points, half-open) are set where the problem points at words.
    """

    code: str
    message: str
    report: str
    words: str | None = None
    span: tuple[int, int] | None = None
