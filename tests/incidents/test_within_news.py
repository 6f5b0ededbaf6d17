"""What a report's news is, which incidents are parts of another, and the days they take from each other."""

import pytest

from .telling import TUESDAY, incidents, record

VILLAGES = "Sixteen people were killed on Tuesday when artillery shelled three villages in Eastern Marj. "


def test_what_a_report_recalls_is_not_its_news() -> None:
    """An event of last year stands beside the news as background."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. In August 2030, airstrikes killed 40 people in Hadra."
    assert [incident.main for incident in incidents(text)] == [True, False]


def test_two_events_of_one_day_are_both_news() -> None:
    """What is told together is of equal standing."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan on Tuesday."
    assert [incident.main for incident in incidents(text)] == [True, True]


@pytest.mark.parametrize(
    "listed",
    [
        "Nine people were killed in Deir Hamun and seven in Ain Dahna.",
        "Eight people were killed in Deir Hamun and seven in Ain Dahna.",
    ],
)
def test_the_towns_listed_under_a_total_are_its_parts(listed: str) -> None:
    """Whether they make the total of the province or fall short of it: they are shown as they are, never repaired."""
    whole, *parts = incidents(VILLAGES + listed)
    assert [part.part_of for part in parts] == [whole.id, whole.id]
    assert whole.part_of is None
    assert [part.when.start if part.when else None for part in parts] == [TUESDAY, TUESDAY]


@pytest.mark.parametrize(
    "listed",
    [
        "Twelve people were killed in Deir Hamun and seven in Ain Dahna.",
        "Nine people were killed in Tal Arda and seven in Hadra.",
        "Nine people were wounded in Deir Hamun and seven in Ain Dahna.",
    ],
)
def test_what_cannot_be_a_part_is_none(listed: str) -> None:
    """More than the total, towns of another province, and people wounded are no parts of the killed."""
    assert all(incident.part_of is None for incident in incidents(VILLAGES + listed))


@pytest.mark.parametrize("words", ["the same day", "hours later", "two hours later", "later that day"])
def test_the_same_day_is_the_day_of_the_event_before(words: str) -> None:
    """The day is taken from what was told before; the words and the rule are kept."""
    text = f"Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan {words}."
    when = incidents(text)[1].when
    assert when is not None
    assert (when.start, when.end) == (TUESDAY, TUESDAY)
    assert when.evidence is not None
    assert words in when.evidence.quote


def test_a_day_that_cannot_be_told_stays_unknown() -> None:
    """Days later is another day, and nobody says which."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan days later."
    when = incidents(text)[1].when
    assert when is None or when.start is None


def test_the_same_day_without_a_day_before_stays_unresolved() -> None:
    """With nothing told before there is no day to take, and the record says so."""
    found = record("Shelling killed two people in Umm Rihan the same day.", published=None)
    assert found.incidents[0].when is None or found.incidents[0].when.start is None


def test_news_told_without_a_day_is_of_the_day_of_the_news() -> None:
    """What a report tells together is of one day, and the rule that said so is named."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan."
    when = incidents(text)[1].when
    assert when is not None
    assert (when.start, when.rule) == (TUESDAY, "marsad:told_with_the_news")


def test_background_without_a_day_takes_none_from_the_news() -> None:
    """What is recalled is not of today."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Last year shelling killed two people in Umm Rihan."
    when = incidents(text)[1].when
    assert when is None or when.start != TUESDAY


@pytest.mark.parametrize(("day", "main"), [("on Sunday", True), ("on Saturday", False), ("on 26 February", False)])
def test_what_is_told_of_days_before_the_news_is_background(day: str, main: bool) -> None:  # noqa: FBT001 - a case
    """A round-up tells news of two days; what it tells below its news of a day before those, it recalls."""
    filler = "Rebels took the town over in spring, and it lies on the only road to the coast. " * 9
    text = "Airstrikes killed five people in Tal Arda on Tuesday. " + filler
    text += f"Shelling killed two people in Umm Rihan {day}."
    assert [incident.main for incident in incidents(text)] == [True, main]


def test_a_report_may_open_with_what_is_days_old() -> None:
    """What opens a report is its news, though it calls it "earlier this week"; farther down that is background."""
    opening = "Airstrikes killed five people in Tal Arda earlier this week."
    assert [incident.main for incident in incidents(opening)] == [True]
    below = "Shelling killed two people in Umm Rihan on Tuesday. " + "The road is shut. " * 20 + opening
    assert [incident.main for incident in incidents(below)] == [True, False]


def test_two_days_in_the_lead_are_both_news() -> None:
    """What stands first is told as news, though a night lies between."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan on Monday."
    assert [incident.main for incident in incidents(text)] == [True, True]


def test_an_event_mentioned_in_a_report_on_something_else_is_background() -> None:
    """Where no event stands first, one without a day of its own is only recalled."""
    debate = "The council spent the day on the price of bread and on the new law for the port. " * 10
    (incident,) = incidents(debate + "The mayor spoke of the shelling that killed two people in Umm Rihan.")
    assert not incident.main


def test_an_event_of_today_is_news_wherever_it_stands() -> None:
    """A day of its own makes an event news even far down."""
    debate = "The council spent the day on the price of bread and on the new law for the port. " * 10
    (incident,) = incidents(debate + "Shelling killed two people in Umm Rihan on Tuesday.")
    assert incident.main


@pytest.mark.parametrize("title", ["Town reopens after attack", "Market repaired following shelling"])
def test_what_a_headline_looks_back_to_is_not_its_news(title: str) -> None:
    """After, in a headline, leads to what came before the news."""
    text = "Traders opened 40 stalls in Tal Arda on Tuesday, two months after shelling killed nine people there."
    assert [incident.main for incident in incidents(text, title)] == [False]


def test_a_year_before_is_background() -> None:
    """A time told from another time lies earlier, though no calendar knows when."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. The year before, shelling killed 40 people in Hadra."
    assert [incident.main for incident in incidents(text)] == [True, False]


def test_a_dated_event_in_a_text_of_no_known_day_is_not_its_news() -> None:
    """With no day of publication, a date tells nothing of how long ago it was."""
    guide = "The bay is known for its clear water and for the boats that take divers out at dawn. " * 10
    (incident,) = record(guide + "On 24 September 1944 warplanes bombed Tal Arda.", published=None).incidents
    assert not incident.main
