"""Promises about the page in a real browser: offline, readable, reachable by keyboard, in daylight and at night."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from marsad.publish.links import anchor
from marsad.publish.page import page
from publish.records import CHECKPOINT, MARKET
from publish.telling import ARABIC, REPORTS

pytestmark = pytest.mark.browser

NARROW = {"viewport": {"width": 320, "height": 640}}
NIGHT = {"color_scheme": "dark"}
WITHOUT_SCRIPT = {"java_script_enabled": False}

# Every text on the page with the contrast between its colour and what lies behind it, by the WCAG formula.
CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest("script, svg title, svg desc")) continue;
    const style = getComputedStyle(element);
    const drawn = element.closest("svg");
    const one = light(read(drawn ? style.fill : style.color)), two = light(behind(element));
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    found.push([Math.round(ratio * 100) / 100, element.tagName + "." + element.getAttribute("class")]);
  }
  return found;
}"""


def test_no_request_leaves_the_page(browser: Browser, address: str) -> None:
    """Opening, scrolling, hovering and printing ask nothing of any network."""
    context = browser.new_context()
    asked: list[str] = []
    context.route("**/*", lambda route: (asked.append(route.request.url), route.continue_()))
    shown = context.new_page()
    shown.goto(address)
    shown.locator("footer").scroll_into_view_if_needed()
    shown.locator("mark").first.hover()
    shown.pdf()
    context.close()
    assert asked == [address]


def test_the_content_policy_is_kept(browser: Browser, address: str) -> None:
    """The style and the script of the page run, and nothing is refused."""
    shown = browser.new_page()
    told: list[str] = []
    shown.on("console", lambda message: told.append(message.text))
    shown.goto(address)
    assert shown.locator("#filter").is_visible()
    assert shown.evaluate("getComputedStyle(document.body).margin") == "0px"
    shown.close()
    assert told == []


@pytest.mark.parametrize("opened", [WITHOUT_SCRIPT], indirect=True)
def test_everything_is_there_with_script_off(opened: Page) -> None:
    """Without script the words still open from their cell, and the filter is not shown."""
    assert opened.locator("#filter").is_hidden()
    assert opened.locator("article").count() == 6
    opened.locator(".tolls a").first.click()
    assert opened.locator("mark:target").is_visible()


def test_a_hostile_report_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    """A title with a script in it is read, not run."""
    hostile = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    written = tmp_path / "hostile.html"
    written.write_text(page((MARKET,), REPORTS, title=hostile), "utf-8")
    shown = browser.new_page()
    shown.goto(written.as_uri())
    assert shown.title() == hostile
    assert hostile in shown.locator("h1").inner_text()
    shown.close()


@pytest.mark.parametrize("opened", [NARROW, {"viewport": {"width": 360, "height": 740}}, {}], indirect=True)
def test_the_page_never_scrolls_sideways(opened: Page) -> None:
    """From the smallest phone up, only drawings and wide tables scroll, in their own frame."""
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("opened", [{"color_scheme": "light"}, NIGHT, NIGHT | NARROW], indirect=True)
def test_every_text_has_enough_contrast(opened: Page) -> None:
    """By day and by night every word stands out by at least 4.5 to 1."""
    opened.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    measured = opened.evaluate(CONTRASTS)
    assert len(measured) > 300
    assert [each for each in measured if each[0] < 4.5] == []


@pytest.mark.parametrize("opened", [NIGHT], indirect=True)
def test_the_night_is_dark(opened: Page) -> None:
    """The page follows the wish of the system."""
    red, green, blue = opened.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(red, green, blue) < 60


def test_a_number_leads_to_its_words_and_back(opened: Page) -> None:
    """From a cell to the mark, from the mark to the claim, from the claim to the mark."""
    article = opened.locator(f"#{anchor(MARKET.code)}")
    article.locator(".tolls a", has_text="at least 12 people").click()
    assert opened.locator("mark:target").inner_text() == "at least 12 people"
    article.locator("mark:target + a.ref").click()
    assert "two residents" in opened.locator("li:target").inner_text()
    opened.locator("li:target a").click()
    assert opened.locator("mark:target").inner_text() == "at least 12 people"


def test_a_link_opens_what_is_folded(opened: Page) -> None:
    """Evidence that stands closed opens for whoever follows a link into it."""
    opened.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = false; })")
    opened.locator(f"#{anchor(MARKET.code)} .tolls a", has_text="31 injured").click()
    assert opened.locator("mark:target").is_visible()


def test_arabic_runs_from_the_right(opened: Page) -> None:
    """An Arabic report is set from the right and named as Arabic for whoever hears the page."""
    text = opened.locator(".report-text", has_text=ARABIC.text[:30])
    assert text.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
    assert text.evaluate("(element) => element.closest('[lang]').lang") == "ar"
    assert opened.locator("q[lang=ar]").count() > 0


def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened: Page) -> None:
    """The first key leads past the head, and each stop has a visible outline."""
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    for _ in range(25):
        opened.keyboard.press("Tab")
        outline = opened.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_the_filter_keeps_what_matches(opened: Page) -> None:
    """Typing a place leaves its incidents and says how many they are."""
    opened.locator("#filter input").fill("marsa")
    assert opened.locator("#summary tbody tr:visible").count() == 1
    assert opened.locator("#filter output").inner_text() == "1 of 6 shown"
    opened.locator("#filter input").fill("ريحان")
    assert opened.locator("#summary tbody tr:visible").count() == 1


def test_a_sign_on_the_map_leads_to_its_incident(opened: Page) -> None:
    """The drawing is a way into the record."""
    opened.locator(".map a", has_text="Marsa Wadi").click()
    assert opened.locator("article:target").get_attribute("id") == anchor(CHECKPOINT.code)


def test_everything_focusable_has_a_name(opened: Page) -> None:
    """No link, field or region is silent."""
    nameless = opened.evaluate(
        """() => [...document.querySelectorAll("a, input, summary, [tabindex]")].filter((element) =>
          !(element.textContent.trim() || element.getAttribute("aria-label"))
          && !(element.labels && element.labels.length)).length"""
    )
    assert nameless == 0


def test_paper_shows_what_is_folded(opened: Page) -> None:
    """On paper nothing can be opened, so everything is."""
    opened.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = false; })")
    opened.emulate_media(media="print")
    assert opened.locator("details.source").first.evaluate("(source) => source.getBoundingClientRect().height") > 150
    assert opened.locator("nav").is_hidden()
