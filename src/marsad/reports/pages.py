"""Reads a web page: its main text, and what the page says of its title, publisher, day and language."""

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from marsad.errors import Problem
from marsad.reports.broken import BrokenInputError, too_long
from marsad.reports.decode import decode
from marsad.reports.draft import Draft, finish
from marsad.reports.imprint import read_imprint
from marsad.reports.options import ReadOptions
from marsad.reports.report import Report
from marsad.text.clean import clean

if TYPE_CHECKING:  # lxml and trafilatura load when a page is read
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

MARKUP_SHARE = 4
"""A page is mostly markup: it may be this many times as long as a report."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\A\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})")
_HEAD = 4_096
_LATEST_DAY = "2199-12-31"  # without it the day of reading would bound the guess, and runs would differ


def read_page(
    raw: bytes, *, name: str, options: ReadOptions, url: str | None = None, charset: str | None = None
) -> Iterator[Report | Problem]:
    """Yield the report of this HTML page, its problems first.

    ``url`` is where it was fetched, ``charset`` what the server declared. What the page states of itself (JSON-LD,
    OpenGraph) wins over what the user says for all pages, and that over a guess from the layout. Raises
    BrokenInputError where nothing can be read.
    """
    if len(raw) > MARKUP_SHARE * options.max_bytes:
        raise too_long(MARKUP_SHARE * options.max_bytes, what="the page")
    decoded = decode(raw, encoding=options.encoding, declared=charset or _declared(raw))
    tree = _tree(clean(decoded.text).text)
    stated = read_imprint(tree)
    found = _main_text(tree, url)
    guess = None if stated.published or options.published else _guessed_day(tree)
    draft = Draft(
        where=name,
        text=found.text or "",
        title=stated.title or found.title,
        publisher=stated.publisher or options.publisher or found.sitename,
        published=stated.published or options.published or guess,
        url=url or stated.url,
        language=stated.language or found.language,
        notes=decoded.problems() + _guess_told(guess),
    )
    yield from finish(draft, options)


def _guess_told(day: str | None) -> tuple[tuple[str, str], ...]:
    if day is None:
        return ()
    return (("date_guessed", f"the page does not state its day; {day} stands on it and was taken; give --published"),)


def _declared(raw: bytes) -> str | None:
    """Return the encoding that the page's own head declares."""
    found = _XML_CHARSET.search(raw[:_HEAD]) or _CHARSET.search(raw[:_HEAD])
    return found[1].decode("ascii") if found else None


def _tree(text: str) -> "HtmlElement":
    from lxml import etree, html  # noqa: PLC0415 - loaded when a page is read

    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise BrokenInputError("empty", "the page is empty or no HTML; save the page again") from error


def _main_text(tree: "HtmlElement", url: str | None) -> "Document":
    """Return the article of the page without menus, comments and advertisements."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - loaded when a page is read

    # The day is read by this module: trafilatura's own reading is bounded by the day of the run.
    days = {"original_date": True, "extensive_search": False, "max_date": _LATEST_DAY}
    found = bare_extraction(
        copy.deepcopy(tree),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=days,
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise BrokenInputError("empty", "no article text was found on the page; save its text as a .txt file")
    return found


def _guessed_day(tree: "HtmlElement") -> str | None:
    """Return the day that stands somewhere on the page as its likely day; a footer's year is not it."""
    from htmldate import find_date  # noqa: PLC0415 - loaded when a page is read

    # A tree, never a string: a string that begins with "http" would be downloaded.
    body = copy.deepcopy(tree)
    for aside in [*body.iter("footer", "nav", "aside")]:
        aside.drop_tree()
    day = find_date(body, original_date=True, extensive_search=False, max_date=_LATEST_DAY)
    return str(day) if day else None
