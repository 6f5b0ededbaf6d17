"""Reads a plain text file: one file, one report, with an optional header.

The header is lines of ``source:`` or ``publisher:``, ``published:``, ``title:``, ``language:`` and ``url:``, each once
at most, in any order and case, and a blank line after them. Where any other line comes first, all of it is text.
"""

from collections.abc import Iterator

from marsad.errors import Problem
from marsad.reports.decode import decode
from marsad.reports.draft import Draft, finish
from marsad.reports.options import ReadOptions
from marsad.reports.report import Report

_KEYS = {
    "source": "publisher",
    "publisher": "publisher",
    "published": "published",
    "title": "title",
    "language": "language",
    "url": "url",
}


def read_text(raw: bytes, *, name: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the report of this text file, its problems first. Raises BrokenInputError for bytes that are no text."""
    decoded = decode(raw, encoding=options.encoding)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n")
    header, body = _header(text)
    draft = Draft(
        where=name,
        text=body,
        title=header.get("title"),
        publisher=header.get("publisher"),
        published=header.get("published"),
        url=header.get("url"),
        language=header.get("language"),
        notes=decoded.problems(),
    )
    yield from finish(draft, options)


def _header(text: str) -> tuple[dict[str, str], str]:
    """Return the header's fields and the text after it; no fields and the whole text where there is no header."""
    found: dict[str, str] = {}
    head = 0
    while head < len(text):
        end = text.find("\n", head)
        line = text[head:] if end < 0 else text[head:end]
        if found and not line.strip():
            return found, text[head + len(line) + 1 :]
        key, colon, value = line.partition(":")
        own_field = _KEYS.get(key.strip().lower())
        if not colon or own_field is None or own_field in found or end < 0:
            break
        found[own_field] = value.strip()
        head = end + 1
    return {}, text
