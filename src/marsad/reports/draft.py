"""What one file, page or row says of itself, and how that becomes a report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from marsad.errors import Problem
from marsad.reports.broken import BrokenInputError, problem_of, too_long
from marsad.reports.language import detect_language, language_tag
from marsad.reports.options import ReadOptions
from marsad.reports.published import parse_published, why_unknown
from marsad.reports.report import Report
from marsad.text.clean import clean

LONGEST_FIELD = 2_000
"""Letters that a title, name, address or id may have; more of them are no title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as its input states it, before it is checked. ``where`` is the file or row it comes from.

    ``published`` is a day or the words that state one. ``notes`` are codes and messages of what reading the bytes met.
    """

    where: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | str | None = None
    url: str | None = None
    language: str | None = None
    external_id: str | None = None
    notes: tuple[tuple[str, str], ...] = ()


def finish(draft: Draft, options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the problems met with this report, each under the report's id, and then the report.

    Where no report can be made, there is one problem under the file's or row's name instead.
    """
    if len(draft.text) > options.max_bytes or len(draft.text.encode("utf-8", "surrogatepass")) > options.max_bytes:
        yield problem_of(too_long(options.max_bytes), where=draft.where)
        return
    cleaned = clean(draft.text)
    if not cleaned.text.strip():
        empty = BrokenInputError("empty", "there is no text to read")
        yield problem_of(empty, where=draft.where)
        return
    published = _published(draft, options)
    report = Report(
        text=cleaned.text,
        title=_line(draft.title),
        publisher=_line(draft.publisher) or options.publisher,
        published=published,
        url=_line(draft.url),
        language=language_tag(draft.language) or options.language or detect_language(cleaned.text),
        external_id=_line(draft.external_id),
    )
    for problem in _problems(draft, cleaned.replaced, unknown_date=published is None):
        yield replace(problem, report=report.id)
    yield report


def _published(draft: Draft, options: ReadOptions) -> date | None:
    stated = draft.published
    day = parse_published(stated) if isinstance(stated, str) else stated
    return day or options.published


def _problems(draft: Draft, replaced: int, *, unknown_date: bool) -> Iterator[Problem]:
    for code, message in draft.notes:
        yield Problem(code=code, message=f"{draft.where}: {message}", report=draft.where)
    if replaced:
        message = f"{draft.where}: {replaced} control characters were replaced"
        yield Problem(code="characters_replaced", message=message, report=draft.where)
    if unknown_date and isinstance(draft.published, str) and draft.published.strip():
        words = draft.published.strip()[:LONGEST_FIELD]
        message = f"{draft.where}: {why_unknown(words)}, or give --published"
        yield Problem(code="date_unknown", message=message, report=draft.where, words=clean(words).text)


def _line(words: str | None) -> str | None:
    """Return a field as one line, or None where it holds nothing."""
    if not words:
        return None
    return " ".join(clean(words[:LONGEST_FIELD]).text.split()) or None
