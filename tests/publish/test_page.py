"""Promises about the page as text: whole, inert, named and linked. What needs a browser is in tests/browser."""

import time
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from marsad.incidents.incident import MergedIncident
from marsad.publish.links import anchor, safe_link
from marsad.publish.page import page, summary
from marsad.reports.report import Report
from publish.makers import reference
from publish.records import INCIDENTS, MARKET, MARKET_CLAIMS
from publish.telling import AGENCY, ARABIC, COAST, REPORTS

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'&amp;\x00\u202e"


def tree(*incidents: MergedIncident, title: str = "Hadra") -> html.HtmlElement:
    """Return the page of these incidents, parsed."""
    return html.document_fromstring(page(incidents, REPORTS, title=title))


def many(count: int) -> tuple[MergedIncident, ...]:
    """Return this many incidents with codes of their own."""
    return tuple(replace(INCIDENTS[index % 6], code=f"{INCIDENTS[index % 6].code}-{index}") for index in range(count))


def test_the_same_incidents_give_the_same_bytes() -> None:
    """No time of making, no order of chance."""
    assert page(INCIDENTS, REPORTS, title="Hadra") == page(INCIDENTS, REPORTS, title="Hadra")


def test_nothing_is_loaded_from_anywhere() -> None:
    """No address stands where a browser would fetch it."""
    whole = tree(*INCIDENTS)
    assert whole.xpath("//@src | //object | //iframe | //link[not(starts-with(@href, 'data:'))]") == []
    assert "@import" not in whole.xpath("//style")[0].text
    assert "url(" not in whole.xpath("//style")[0].text.replace("url(#hatch)", "")


def test_every_link_on_the_page_leads_somewhere() -> None:
    """Cells lead to words, words to claims, the table to incidents; no link is dead."""
    whole = tree(*INCIDENTS)
    names = set(whole.xpath("//@id"))
    links = {link[1:] for link in whole.xpath("//@href") if link.startswith("#")}
    assert links
    assert links <= names


def test_links_hold_where_reports_are_missing() -> None:
    """Without the texts, and with a claim of a report that the incident does not list, no link is dead."""
    whole = html.document_fromstring(page((replace(MARKET, reports=MARKET.reports[:1]),), {}, title="Hadra"))
    assert {link[1:] for link in whole.xpath("//@href") if link.startswith("#")} <= set(whole.xpath("//@id"))
    assert len(whole.xpath("//ol[@class='claims']/li")) == len(MARKET_CLAIMS)


def test_no_name_is_given_twice() -> None:
    """Each link has one target."""
    counted = Counter(tree(*INCIDENTS).xpath("//@id"))
    assert [name for name, times in counted.items() if times > 1] == []


def test_every_claim_is_marked_with_its_exact_words() -> None:
    """The mark a claim's link leads to begins with the quote of that claim."""
    whole = tree(MARKET)
    for claim in MARKET_CLAIMS:
        row = next(
            row for row in whole.xpath("//ol[@class='claims']/li") if claim.evidence[0].quote in row.text_content()
        )
        (target,) = whole.xpath(f"//*[@id='{row.xpath('.//a/@href')[0][1:]}']")
        mark = target if target.tag == "mark" else target.getparent()
        assert claim.evidence[0].quote.startswith(mark.text_content())


@pytest.mark.parametrize("report", [COAST, AGENCY, ARABIC], ids=["english", "folded", "arabic"])
def test_the_text_of_a_report_stands_whole_on_the_page(report: Report) -> None:
    """Without reference numbers and fold labels the text is the report's, letter for letter."""
    shown = tree(MARKET).xpath("//div[@class='report-text']")
    found = next(text for text in shown if report.text[:20] in text.text_content())
    for extra in found.xpath(".//a[@class='ref'] | .//summary"):
        extra.drop_tree()
    assert found.text_content() == report.text


def test_hostile_text_is_only_text() -> None:
    """A title, a publisher, a place or an actor with markup in it adds no element to the page."""
    place = replace(MARKET.incident.places[0], name=HOSTILE)
    actor = replace(MARKET.incident.perpetrators[0], name=HOSTILE)
    incident = replace(MARKET.incident, places=(place,), perpetrators=(actor,))
    references = (replace(MARKET.reports[0], publisher=HOSTILE), *MARKET.reports[1:])
    hostile = replace(MARKET, incident=incident, reports=references, code=HOSTILE, judgements=(HOSTILE,))
    whole = tree(hostile, title=HOSTILE)
    assert len(whole.xpath("//script")) == 1
    assert whole.xpath("//img | //*[@onerror]") == []
    assert "7*7" in whole.xpath("//h1")[0].text_content()
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in whole.xpath("//article/@id"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x", "//x.example", ""]
)
def test_only_plain_web_addresses_become_links(address: str) -> None:
    """An address of another kind is never linked."""
    assert safe_link(address) is None


def test_a_plain_web_address_is_linked_without_referrer() -> None:
    """The publisher does not learn which record led there."""
    (link,) = tree(INCIDENTS[1]).xpath("//a[@href='https://coastwire.example/tal-arda']")
    assert "noreferrer" in link.get("rel")


def test_a_copy_names_whose_words_it_has() -> None:
    """A report that repeats another is listed and counted once."""
    copies = tree(MARKET).xpath("//span[@class='copy']")
    assert [" ".join(copy.text_content().split()) for copy in copies] == ["same words as Coast Wire, 2031-03-05"]


def test_an_answer_and_its_cause_lead_to_each_other() -> None:
    """Both incidents name the other."""
    whole = tree(*INCIDENTS)
    market, checkpoint = anchor(INCIDENTS[0].code), anchor(INCIDENTS[1].code)
    assert whole.xpath(f"//article[@id='{market}']//dd[contains(., 'Answered by')]/a[@href='#{checkpoint}']")
    assert whole.xpath(f"//article[@id='{checkpoint}']//dd[contains(., 'Answers')]/a[@href='#{market}']")


def test_a_tie_to_an_absent_incident_is_named_without_a_link() -> None:
    """What is not on the page is said to be elsewhere."""
    (tie,) = tree(INCIDENTS[1]).xpath("//dd[contains(., 'Answers')]")
    assert "not on this page" in tie.text_content()
    assert not tie.xpath("./a")


def test_a_report_that_is_not_at_hand_keeps_its_quotes() -> None:
    """Without the text the claims are still listed with their words."""
    whole = html.document_fromstring(page((MARKET,), {}, title="Hadra"))
    assert "The text of this report is not at hand." in whole.text_content()
    assert len(whole.xpath("//ol[@class='claims']/li")) == len(MARKET_CLAIMS)
    assert whole.xpath("//div[@class='report-text']") == []


def test_words_that_do_not_stand_in_the_text_are_never_marked() -> None:
    """If the text at hand is another, nothing in it is coloured and the page says so."""
    other = replace(COAST, text="Another text altogether.")
    whole = html.document_fromstring(page((INCIDENTS[1],), {COAST.id: other}, title="Hadra"))
    assert whole.xpath("//div[@class='report-text']//mark") == []
    assert "do not stand in the text at hand" in whole.text_content()


def test_every_table_has_a_caption_and_scoped_heads() -> None:
    """A reader who hears the page knows where each cell belongs."""
    for table in tree(*INCIDENTS).xpath("//table"):
        assert table.xpath("./caption")
        assert table.xpath(".//th[not(@scope)]") == []


def test_every_drawing_is_named_or_hidden() -> None:
    """A drawing has a title and words, or stands beside words that say the same."""
    for drawing in tree(*INCIDENTS).xpath("//*[local-name()='svg']"):
        named = drawing.get("aria-labelledby") and drawing.xpath("./*[local-name()='title']")
        assert named or drawing.get("aria-hidden") == "true"


def test_headings_never_skip_a_level() -> None:
    """The outline of the page can be walked."""
    levels = [int(heading.tag[1]) for heading in tree(*INCIDENTS).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_without_incidents_says_so() -> None:
    """Nothing found is told, and no map or timeline pretends otherwise."""
    whole = tree()
    assert "No incident was found in these reports." in whole.text_content()
    assert whole.xpath("//section[@id='map' or @id='timeline']") == []


def test_the_credit_and_the_caution_are_there() -> None:
    """Places are credited, and figures are called what they are."""
    text = " ".join(tree(*INCIDENTS).text_content().split())
    assert "GeoNames and UCDP GED, licensed under CC BY 4.0" in text
    assert "Floors and ranges, not final truth." in text


def test_the_head_counts_what_the_page_holds() -> None:
    """Each report and each holder counts once, however many incidents they tell of."""
    head = summary(INCIDENTS)
    assert (head.incidents, head.reports, head.publishers) == (6, 5, 5)
    assert head.days == "4 to 8 March 2031"
    assert summary(()).days == ""


def test_two_hundred_incidents_stay_below_three_megabytes() -> None:
    """The page of a large record is still one file that can be sent and opened."""
    incidents = many(200)
    began = time.perf_counter()
    whole = page(incidents, REPORTS, title="Hadra")
    assert time.perf_counter() - began < 5
    assert len(whole.encode()) < 3_000_000


def test_a_flood_of_text_does_not_flood_the_page() -> None:
    """A report of millions of letters leaves a page of ordinary size."""
    flood = replace(COAST, text=COAST.text + " word" * 1_000_000)
    assert len(page((INCIDENTS[1],), {COAST.id: flood}, title="Hadra")) < 100_000


def test_a_flood_of_quotes_does_not_flood_the_page() -> None:
    """Claims on ever longer words are listed with the beginning of their quotes."""
    flood = replace(COAST, text="word " * 4_000, id="")
    claims = tuple(
        replace(MARKET_CLAIMS[1], id=f"clm_{index}", attribution=(), evidence=(flood.quote(index, 20_000 - index),))
        for index in range(500)
    )
    told = replace(MARKET, reports=(reference(flood),), claims=claims)
    assert len(page((told,), {flood.id: flood}, title="Hadra")) < 1_500_000
