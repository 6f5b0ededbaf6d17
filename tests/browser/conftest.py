"""A real browser without a network, for the promises that only a browser can check."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from marsad.publish.page import page
from publish.records import INCIDENTS
from publish.telling import REPORTS

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: install the package chromium to run the browser tests")
    with sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the page of the invented incidents to a file."""
    written = tmp_path_factory.mktemp("page") / "page.html"
    written.write_text(page(INCIDENTS, REPORTS, title="Hadra, first week of March 2031"), "utf-8")
    return written.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open the page, by default on a desk in daylight; ``request.param`` holds other settings of the context."""
    settings = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context: BrowserContext = browser.new_context(**settings)
    shown = context.new_page()
    shown.goto(address)
    yield shown
    context.close()
