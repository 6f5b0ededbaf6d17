"""What a web page states of itself in its head: publisher, day, title, language, address.

JSON-LD (schema.org), OpenGraph and the time stamp of the article are read, in that order for the day. The day is the
one the page prints; its zone never moves it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.reports.published import parse_published

if TYPE_CHECKING:  # lxml loads when a page is read
    from lxml.html import HtmlElement

_LONGEST_SCRIPT = 500_000
_MOST_NODES = 5_000
_ARTICLES = ("article", "posting", "report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a page states of itself; None where it states nothing. ``published`` are the words of the day."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


def read_imprint(tree: "HtmlElement") -> Imprint:
    """Return what this page's head states."""
    metas = _metas(tree)
    articles = _articles(tree)
    days = [
        *(_text(article.get("datePublished")) for article in articles),
        metas.get("article:published_time"),
        metas.get("og:article:published_time"),
        metas.get("datepublished"),
        metas.get("dc.date.issued"),
        _time_of_article(tree),
    ]
    return Imprint(
        title=metas.get("og:title") or _first(_text(article.get("headline")) for article in articles),
        publisher=metas.get("og:site_name") or _first(_name(article.get("publisher")) for article in articles),
        published=_first(day for day in days if day and parse_published(day)) or _first(days),
        language=tree.get("lang") or _first(_text(article.get("inLanguage")) for article in articles),
        url=metas.get("og:url"),
    )


def _time_of_article(tree: "HtmlElement") -> str | None:
    """Return the first day that the article itself is stamped with."""
    return _first(_text(time.get("datetime")) for article in tree.iter("article") for time in article.iter("time"))


def _metas(tree: "HtmlElement") -> dict[str, str]:
    """Return the page's meta tags by their small-letter name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _articles(tree: "HtmlElement") -> list[dict[str, object]]:
    """Return the JSON-LD objects that tell a day or a headline, articles first."""
    nodes = [
        node
        for script in tree.iter("script")
        if (script.get("type") or "").strip().lower() == "application/ld+json"
        for node in _nodes(script.text or "")
        if "datePublished" in node or "headline" in node
    ]
    return sorted(nodes, key=lambda node: not str(node.get("@type", "")).lower().strip("[]'").endswith(_ARTICLES))


def _nodes(words: str) -> Iterator[dict[str, object]]:
    """Yield every object of a JSON-LD script, outermost first, as many as a page can sensibly have."""
    if len(words) > _LONGEST_SCRIPT:
        return
    try:
        waiting = [json.loads(words)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _name(node: object) -> str | None:
    return _text(node.get("name")) if isinstance(node, dict) else _text(node)


def _text(node: object) -> str | None:
    return node.strip() or None if isinstance(node, str) else None


def _first(words: "Iterator[str | None] | list[str | None]") -> str | None:
    return next((word for word in words if word), None)
