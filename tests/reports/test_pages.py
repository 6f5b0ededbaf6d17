"""A web page is read for its article and for what it states of itself."""

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.reports.broken import BrokenInputError
from marsad.reports.options import ReadOptions
from marsad.reports.pages import read_page
from marsad.reports.report import Report

from .reading import reading

PARAGRAPHS = (
    (
        "Two residents told Coast Wire that government jets struck the cattle market in Tal Arda on Tuesday morning, "
        "killing at least 12 people and wounding more than 20 others, among them traders from nearby villages."
    ),
    (
        "The army denied hitting the market. A spokesman said its aircraft had struck a weapons store outside the town "
        "and that no civilians had been there, adding that the reports would be looked into."
    ),
    (
        "Rescue workers said they had pulled nine bodies from under the stalls by noon. The town hospital said it "
        "had received 14 wounded people, six of them children, and asked for blood."
    ),
)
ARABIC = (
    "قال سكان إن طائرات حكومية قصفت سوق الماشية في تل عردة صباح الثلاثاء وقتلت اثني عشر شخصا وجرحت عشرين آخرين.",
    "ونفى الجيش قصف السوق وقال متحدث إن طائراته استهدفت مستودعا للسلاح خارج البلدة ولم يكن هناك مدنيون.",
    "وقال عمال الإنقاذ إنهم انتشلوا تسع جثث من تحت الأنقاض حتى الظهر وطلب المستشفى التبرع بالدم للجرحى.",
)


def page(head: str = "", *, body: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, lang: str = "") -> str:
    """Return a small news page with a menu and a footer."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html{lang}><head>{head}</head><body><nav><a href=/w>Weather</a></nav>"
        f"<article><h1>Strike on market in Tal Arda</h1>{body}{text}</article>"
        "<footer>Copyright 2019-01-01 Coast Wire. <a href=/imprint>Imprint</a></footer>"
    )


def read(html: str | bytes, **options: object) -> Report:
    """Return the report of a page that has no problems."""
    raw = html.encode() if isinstance(html, str) else html
    (report,) = read_page(raw, name="a.html", options=ReadOptions(**options))  # type: ignore[arg-type]
    assert isinstance(report, Report)
    return report


def ld(**fields: object) -> str:
    """Return a JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_the_article_is_read_without_menu_and_footer() -> None:
    """Every paragraph is there; the menu and the footer are not."""
    report = read(page())
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "Weather" not in report.text
    assert "Imprint" not in report.text
    assert report.language == "en"


def test_the_day_of_json_ld_is_the_day_it_prints() -> None:
    """Half past midnight in another zone is still the day that the publisher prints."""
    head = ld(**{"@type": "NewsArticle", "datePublished": "2031-03-05T00:30:00+03:00", "headline": "Market hit"})
    report = read(page(head))
    assert report.published == date(2031, 3, 5)
    assert report.title == "Market hit"


def test_an_article_in_a_graph_wins_over_other_objects() -> None:
    """A page may describe its site, its author and its article."""
    site = {"@type": "WebPage", "datePublished": "2001-01-01", "headline": "Home"}
    article = {"@type": ["NewsArticle"], "datePublished": "2031-03-05", "publisher": {"name": "Hill Post"}}
    report = read(page(ld(**{"@graph": [site, article]})))
    assert (report.published, report.publisher) == (date(2031, 3, 5), "Hill Post")


def test_open_graph_names_publisher_title_day_and_address() -> None:
    """The meta tags that most news pages carry."""
    head = (
        '<meta property="og:site_name" content="Coast Wire"><meta property="og:title" content="Market hit">'
        '<meta property="article:published_time" content="2031-03-05T22:00:00Z">'
        '<meta property="og:url" content="https://x.example/1">'
    )
    report = read(page(head, lang=' lang="en-GB"'), publisher="Someone", published=date(1999, 1, 1))
    assert (report.publisher, report.title, report.published) == ("Coast Wire", "Market hit", date(2031, 3, 5))
    assert (report.url, report.language) == ("https://x.example/1", "en-GB")


def test_a_footers_year_is_not_the_day_of_the_report() -> None:
    """What the page prints beside its article is nobody's publication day when a time element says another."""
    assert read(page(body='<time datetime="2031-03-05">5 March 2031</time>')).published == date(2031, 3, 5)
    assert read(page()).published is None


def test_a_day_taken_from_the_layout_is_told() -> None:
    """A day that merely stands on the page is used, and a problem says so."""
    raw = page(body='<p class="date">5 March 2031</p>').encode()
    problem, report = read_page(raw, name="a.html", options=ReadOptions())
    assert isinstance(report, Report)
    assert report.published == date(2031, 3, 5)
    assert getattr(problem, "code", None) == "date_guessed"


def test_what_the_user_says_wins_over_a_guess_from_the_layout() -> None:
    """But not over what the page states (the tests above)."""
    body = '<p class="date">5 March 2031</p>'
    assert read(page(body=body), published=date(2031, 3, 6)).published == date(2031, 3, 6)


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"datePublished": 5}', '{"datePublished": ["x"]}', '"x"', "null", "", "9" * 9999]
)
def test_broken_json_ld_hurts_nothing(script: str) -> None:
    """A page with a broken script is still a report."""
    assert read(page(f'<script type="application/ld+json">{script}</script>')).text


def test_an_unreadable_stated_day_is_told() -> None:
    """A day in words marsad cannot read is no day, and is told."""
    raw = page(ld(datePublished="05/06/2031", headline="x")).encode()
    problem, report = read_page(raw, name="a.html", options=ReadOptions())
    assert isinstance(report, Report)
    assert report.published is None
    assert getattr(problem, "code", None) == "date_unknown"


@pytest.mark.parametrize("declared", ['<meta charset="windows-1256">', ""])
def test_an_arabic_page_in_windows_1256_is_read(declared: str) -> None:
    """Declared by the page, or by the server."""
    raw = page(declared, paragraphs=ARABIC).encode("cp1256")
    charset = None if declared else "windows-1256"
    (report,) = read_page(raw, name="a.html", options=ReadOptions(), charset=charset)
    assert isinstance(report, Report)
    assert all(paragraph in report.text for paragraph in ARABIC)
    assert report.language == "ar"


def test_an_xhtml_page_with_an_encoding_line_is_read() -> None:
    """The line that an XML reader insists on."""
    html = '<?xml version="1.0" encoding="windows-1251"?>' + page()
    assert PARAGRAPHS[0] in read(html.encode("cp1251")).text


@pytest.mark.parametrize(
    "html",
    ["", " ", "<html></html>", "<!-- x -->", "<p></p>", "<nav></nav>"],
)
def test_a_page_without_an_article_is_a_problem(tmp_path: Path, html: str) -> None:
    """The message says what else can be done."""
    path = tmp_path / "a.html"
    path.write_text(html)
    found = reading(path)
    assert (found.reports, found.codes) == ([], ["empty"])


def test_a_page_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    """And names the option that raises the limit."""
    path = tmp_path / "a.html"
    path.write_text(page())
    found = reading(path, ReadOptions(max_bytes=100))
    assert found.codes == ["too_long"]
    assert "--max-bytes" in found.problems[0].message


def test_a_page_nested_a_hundred_thousand_deep_ends() -> None:
    """It is read or refused, and nothing falls over."""
    raw = ("<div>" * 100_000 + page()).encode()
    found: list[object] = []
    with contextlib.suppress(BrokenInputError):
        found = list(read_page(raw, name="a.html", options=ReadOptions()))
    assert not found or isinstance(found[-1], Report)


PIECES = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div>", "<table><td>", "<script>", "<!--", "-->", "<meta charset=", "&#0;", "&#xD800;"),
            *("<html>", "<article>", "\x00", "<time datetime='9999-99-99'>", "<a href=http://", "'\">", "é", "<svg>"),
            "Two died in Tal Arda on Monday. " * 10,
        ]
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
@example(["<html>", "&#xD800;", "Two died in Tal Arda on Monday. " * 10])
def test_any_markup_is_read_or_refused(pieces: list[str]) -> None:
    """However broken the page, it gives a report or a clear refusal."""
    try:
        found = list(read_page("".join(pieces).encode(), name="a.html", options=ReadOptions()))
    except BrokenInputError:
        return
    assert found
