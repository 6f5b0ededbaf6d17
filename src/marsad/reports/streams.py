"""Opens files and packed files, never reading more of them than is allowed."""

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from marsad.reports.broken import LongRowError, too_long
from marsad.reports.decode import SAMPLE, choose_encoding, repair
from marsad.reports.options import ReadOptions

DAMAGED = (OSError, EOFError, zlib.error)
"""What reading a damaged or vanished file raises."""


class Limited(io.RawIOBase):
    """A stream that may give only so many bytes; a packed file can hold far more than its size shows."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        super().__init__()
        self._stream = stream
        self._limit = limit
        self._left = limit

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into the buffer; raises BrokenInputError beyond the limit."""
        chunk = self._stream.read(min(len(buffer), self._left + 1))
        self._left -= len(chunk)
        if self._left < 0:
            raise too_long(self._limit, what="the unpacked file")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def unpacked(stream: BinaryIO, *, packed: bool, options: ReadOptions) -> io.BufferedReader:
    """Return the stream, unpacked where it is gzip, bounded in both cases."""
    source = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream
    limit = options.max_unpacked_bytes if packed else 2**62
    return io.BufferedReader(Limited(source, limit), SAMPLE)


def read_whole(stream: io.BufferedReader, limit: int) -> bytes:
    """Return all bytes; raises BrokenInputError where there are more than the limit, without reading them."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise too_long(limit)
    return raw


def open_file(path: Path) -> BinaryIO:
    """Open a file for reading its bytes."""
    return path.open("rb", buffering=0)


class Lines:
    """The lines of a table, one by one, each within the bound; ``number`` is the line last given, from 1.

    Asking for the next line raises LongRowError where it is too long, and can be asked again for the one after it.
    ``notes`` say what the encoding is and whether it was guessed; ``broken`` counts the last line's unreadable bytes.
    """

    def __init__(self, stream: io.BufferedReader, options: ReadOptions) -> None:
        chosen = choose_encoding(stream.peek(SAMPLE)[:SAMPLE], encoding=options.encoding)
        self._limit = options.max_line
        errors = "surrogateescape" if chosen.name.startswith("utf-8") else "replace"
        self._text = io.TextIOWrapper(stream, encoding=chosen.name, errors=errors, newline="")
        self.guessed = chosen.name if chosen.guessed else None
        self.number = 0
        self.broken = 0

    def __iter__(self) -> Iterator[str]:
        """Return itself: lines are read once."""
        return self

    def __next__(self) -> str:
        """Return the next line with its end."""
        line = self._text.readline(self._limit)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == self._limit and not line.endswith(("\n", "\r")):
            self._skip_rest()
            message = f"the row is longer than {self._limit:,} characters; cut it or raise the limit with --max-bytes"
            raise LongRowError("too_long", message)
        repaired = repair(line)
        self.broken += repaired.broken
        return repaired.text

    def take_broken(self) -> int:
        """Return how many bytes were replaced since this was last asked."""
        broken, self.broken = self.broken, 0
        return broken

    def _skip_rest(self) -> None:
        while True:
            rest = self._text.readline(self._limit)
            if not rest or rest.endswith(("\n", "\r")):
                return
