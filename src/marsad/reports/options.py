"""What the user may say about the reports that are about to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from marsad.reports.fetch import Fetcher

OWN_FIELDS = ("id", "title", "text", "publisher", "published", "url", "language")
"""The columns of a table of reports, as marsad names them; ``id`` becomes the report's ``external_id``."""


class Format(StrEnum):
    """How a file holds its reports."""

    TEXT = "text"
    PAGE = "page"
    JSON_LINES = "jsonl"
    JSON = "json"
    CSV = "csv"
    SPREADSHEET = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user says about the reports to be read.

    ``publisher``, ``published`` and ``language`` stand in where a report does not state its own: a row, a header or a
    page that names them wins, a guess from the page's layout loses. ``fields`` maps our field name to the user's
    column, for example ``{"text": "body"}``; fields left out keep their own name. ``encoding`` is that of the bytes,
    None to find out. ``format`` reads a file as that format whatever its name says. ``max_bytes`` bounds the text of
    one report, ``max_unpacked_bytes`` what a compressed file or a JSON list may unpack to.
    """

    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    encoding: str | None = None
    format: Format | None = None
    max_bytes: int = 5_000_000
    max_unpacked_bytes: int = 1_000_000_000
    fetcher: Fetcher = field(default_factory=Fetcher)

    def column(self, own_field: str) -> str:
        """Return the user's column for one of our fields."""
        return self.fields.get(own_field, own_field)

    @property
    def max_line(self) -> int:
        """Letters a table's row may have: its text, escaped, and its other columns."""
        return 4 * self.max_bytes + 10_000
