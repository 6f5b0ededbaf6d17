"""What stops one file, page or row from becoming a report, and how it is told."""

from marsad.errors import Problem, RefusedError, UnreadableError


class BrokenInputError(UnreadableError):
    """One input could not be read; ``code`` is the short fixed name its problem is recorded under."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class LongRowError(BrokenInputError):
    """One row of a table is too long; the rows after it can still be read."""


def too_long(limit: int, *, what: str = "the text") -> BrokenInputError:
    """Return the error for something beyond its limit in bytes; it names the limit and the option that raises it."""
    message = f"{what} is longer than {limit:,} bytes; cut it into reports or raise the limit with --max-bytes"
    return BrokenInputError("too_long", message)


def problem_of(error: Exception, *, where: str) -> Problem:
    """Return the recorded problem for an error that stopped this file or row."""
    refused = "refused" if isinstance(error, RefusedError) else "unreadable"
    code = error.code if isinstance(error, BrokenInputError) else refused
    return Problem(code=code, message=f"{where}: {error}", report=where)
