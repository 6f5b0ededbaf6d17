"""The day on which somebody spoke, and the first day that a report names."""

from datetime import date

import pytest

from marsad.reports.report import Report
from marsad.times import TimeLinker

LINKER = TimeLinker()
WEDNESDAY = date(2024, 5, 15)


def said(text: str, about: str = "Airstrikes") -> str | None:
    """Return the day on which these words were said, as their sentence has it."""
    report = Report(text=text, published=WEDNESDAY)
    start = text.index(about)
    when = LINKER.said(report.quote(start, start + len(about)), report)
    return str(when.start) if when is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed nine people in Tal Arda, residents said on Monday.",
        "Airstrikes killed nine people in Tal Arda residents told the news agency in Hadra late on Monday.",
        "Residents on Monday claimed that Airstrikes killed nine people.",
        "In a statement published on Monday the council condemned the Airstrikes.",
    ],
)
def test_the_day_of_a_statement_is_found_in_its_sentence(text: str) -> None:
    """The day stands with the verb of saying or with the paper."""
    assert said(text) == "2024-05-13"


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed nine people in Tal Arda, residents said. On Monday the council met.",
        "Airstrikes killed nine people in Tal Arda on Monday.",
        "Residents said several people died in Airstrikes on Monday.",
        "13 May 2024 Airstrikes killed nine people.",
    ],
)
def test_any_other_day_is_no_day_of_saying(text: str) -> None:
    """The day of the event, another sentence's, and the date printed at the head are nobody's saying."""
    assert said(text) is None


def first(text: str, published: date | None = WEDNESDAY, *, spoken: bool = True) -> str | None:
    """Return the first day a report names."""
    when = LINKER.named_first(Report(text=text, published=published), spoken=spoken)
    return str(when.start) if when is not None else None


def test_the_first_recent_day_that_a_report_names_is_found() -> None:
    """Days before the last week are passed over, and so is the printed date itself."""
    text = "15 May 2024 Airstrikes hit Tal Arda. On 2 April a truce ended. The strikes came on Tuesday, not on Monday."
    assert first(text) == "2024-05-14"


def test_a_day_of_saying_may_be_passed_over() -> None:
    """What is dated by a day somebody spoke on is better dated by any other."""
    text = "Airstrikes hit Tal Arda, the mayor said on Wednesday. Schools were closed on Tuesday."
    assert first(text) == "2024-05-15"
    assert first(text, spoken=False) == "2024-05-14"
    assert first("Airstrikes hit Tal Arda, the mayor said on Wednesday.", spoken=False) is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("15 May 2024 Airstrikes hit Tal Arda.", WEDNESDAY),
        ("Airstrikes hit Tal Arda. In March a truce ended.", WEDNESDAY),
        ("Airstrikes hit Tal Arda on Tuesday.", None),
        (f"Airstrikes hit Tal Arda. {'More was not known. ' * 60} The council meets on Tuesday.", WEDNESDAY),
    ],
)
def test_a_report_that_opens_without_a_day_names_none(text: str, published: date | None) -> None:
    """Neither months, nor a weekday of no known week, nor the end of a long text."""
    assert first(text, published) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13.11.2012Get short URL 5 Guards fire", "2012-11-13"),
        ("Thu Feb 5 2015 title: Rockets kill", "2015-02-05"),
        ("Strikes kill 17 Monitor QNA Monday 6 Jun 2016 seventeen people died", "2016-06-06"),
    ],
)
def test_printed_dates_are_found_in_damaged_heads(text: str, day: str) -> None:
    """Words stuck to a date, labels and small letters behind it do not hide it."""
    assert str(LINKER.anchor(Report(text=text, published=WEDNESDAY)).day) == day


def test_the_date_of_an_update_belongs_to_the_head() -> None:
    """A page that prints when it was updated dates no event by it."""
    anchor = LINKER.anchor(Report(text="07.03.2012(updated 1145 07.03.2012) The bridge", published=WEDNESDAY))
    assert anchor.evidence is not None
    assert anchor.evidence.quote == "07.03.2012(updated 1145 07.03.2012"
