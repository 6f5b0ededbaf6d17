"""Several words of one telling that make one time, and words that only look as if they did."""

from datetime import date

import pytest

from marsad.claims.claim import Mention, Role
from marsad.reports.report import Report
from marsad.times import Precision, TimeFinder, TimeLinker, When

LINKER = TimeLinker()
WEDNESDAY = date(2024, 5, 15)


def told(text: str, published: date | None = WEDNESDAY) -> When | None:
    """Link all time expressions of a sentence as those of one telling."""
    report = Report(text=text, published=published)
    found = TimeFinder().find(text)
    return LINKER.link([Mention(role=Role.TIME, evidence=report.quote(one.start, one.end)) for one in found], report)


def days(text: str) -> tuple[str, str]:
    """Return the first and the last day of a telling."""
    when = told(text)
    assert when is not None
    return str(when.start), str(when.end)


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes which began on Sunday and continued on Tuesday killed nine people.",
        "Fighting that began on Sunday and went on until Tuesday noon killed nine people.",
        "Fighting raged on Sunday and again on 14 May in Tal Arda.",
        "Clashes broke out on Sunday to the east of Tal Arda and went on till Tuesday.",
    ],
)
def test_two_days_of_one_stretch_are_all_the_days_between(text: str) -> None:
    """An event that went on is of its first day and its last, and its words hold both."""
    when = told(text)
    assert when is not None
    assert (when.start, when.end, when.rule) == (date(2024, 5, 12), date(2024, 5, 14), "marsad:from_day_to_day")
    assert when.precision is Precision.DAYS
    assert when.evidence is not None
    assert "unday" in when.evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed nine people on Sunday in Tal Arda, and their funeral on Tuesday was hit.",
        "The town was hit on Sunday, days after a truce of Tuesday had ended.",
        "Until Tuesday the town had been quiet; airstrikes hit it on Sunday.",
    ],
)
def test_two_days_of_two_things_are_no_stretch(text: str) -> None:
    """Without words that it went on, the first of two days is taken alone."""
    assert days(text) == ("2024-05-12", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Forty people were killed in 24 hours", "2024-05-14", "2024-05-15"),
        ("Forty people were killed in less than 48 hours", "2024-05-13", "2024-05-15"),
        ("Forty people were killed in two days", "2024-05-13", "2024-05-15"),
        ("Forty people were killed in the last few hours", "2024-05-15", "2024-05-15"),
        ("Forty people were killed a week ago", "2024-05-08", "2024-05-08"),
        ("Forty people were killed from 2014 to 2018", "2014-01-01", "2018-12-31"),
        ("Forty people were killed on 05/05/89", "1989-05-05", "1989-05-05"),
    ],
)
def test_stretches_end_with_the_day_of_the_report(text: str, start: str, end: str) -> None:
    """A toll counted over hours or days is of those before the report."""
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes hit Tal Arda over the past 24 hours, the ministry said on Monday.",
        "The ministry told reporters on Monday that in the past 24 hours airstrikes hit Tal Arda.",
    ],
)
def test_a_stretch_ends_on_the_day_it_was_told(text: str) -> None:
    """The past 24 hours of a statement of Monday are not those before Wednesday's paper."""
    report = Report(text=text, published=WEDNESDAY)
    found = next(one for one in TimeFinder().find(text) if one.label == "period")
    when = LINKER.link([Mention(role=Role.TIME, evidence=report.quote(found.start, found.end))], report)
    assert when is not None
    assert (when.start, when.end) == (date(2024, 5, 12), date(2024, 5, 13))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Gunmen struck on Tuesday, a day after a bomb had killed two", "2024-05-13"),
        ("The army denied on Tuesday that it struck the day before", "2024-05-13"),
    ],
)
def test_the_day_before_is_told_from_the_day_in_its_sentence(text: str, start: str) -> None:
    """A day told from another of the same sentence is worked out from that one."""
    report = Report(text=text, published=WEDNESDAY)
    found = TimeFinder().find(text)[-1]
    when = LINKER.link([Mention(role=Role.TIME, evidence=report.quote(found.start, found.end))], report)
    assert when is not None
    assert (str(when.start), when.rule) == (start, "marsad:day_before")


def test_the_day_after_at_the_end_of_a_sentence_stays_unresolved() -> None:
    """Nothing follows it that would have happened a day earlier."""
    when = told("They struck again the day after.")
    assert when is not None
    assert when.start is None


@pytest.mark.parametrize("text", ["A shell fell on 7 April Street.", "The May 17 Movement said so."])
def test_a_day_in_a_name_is_no_date(text: str) -> None:
    """Streets and movements are called after days."""
    assert [one for one in TimeFinder().find(text) if one.label == "date"] == []


@pytest.mark.parametrize("words", ["for the last five years", "for the past two months"])
def test_how_long_a_war_has_lasted_dates_nothing(words: str) -> None:
    """Years and months that something has gone on are a duration."""
    assert [one.label for one in TimeFinder().find(f"The war has gone on {words}.")] == ["duration"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Forty fighters were killed in an offensive that began on Sunday.", "2024-05-12", "2024-05-15"),
        ("The clashes near Tal Arda which erupted last weekend killed nine people.", "2024-05-11", "2024-05-15"),
        ("An airstrike that began on Sunday killed nine people.", "2024-05-12", "2024-05-12"),
        ("The siege that began on 3 January killed nine people.", "2024-01-03", "2024-01-03"),
    ],
)
def test_what_lasts_goes_on_until_the_report(text: str, first: str, last: str) -> None:
    """Fighting told by when it began is not said to be over; a strike is, and so is what began long ago."""
    assert days(text) == (first, last)
