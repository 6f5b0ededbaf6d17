"""A day is read from the words that state it, and never guessed."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.reports.published import parse_published, why_unknown

DAY = date(2016, 8, 5)


@pytest.mark.parametrize(
    "words",
    [
        "2016-08-05",
        "2016/08/05",
        "2016.8.5",
        "20160805",
        " 2016-08-05 ",
        "2016-08-05T23:30:00+03:00",
        "2016-08-05T23:30:00.123Z",
        "2016-08-05 23:30",
        "2016-08-05 23:30:00 UTC",
        "5 August 2016",
        "05 Aug 2016",
        "5th of August, 2016",
        "5-Aug-2016",
        "Aug 5, 2016",
        "AUG. 5 2016",
        "August 5th, 2016 10:15 am",
        "Friday, August 5, 2016",
        "Fri, 05 Aug 2016 10:00:00 GMT",
        "Fri, 05 Aug 2016 10:00:00 +0300",
        "Fri 05 Aug 2016 at 0914",
        "٥ August ٢٠١٦",
    ],
)
def test_common_ways_to_write_a_day_are_read(words: str) -> None:
    """The day printed is the day, whatever the zone."""
    assert parse_published(words) == DAY


@pytest.mark.parametrize(
    ("words", "day"),
    [("25/12/2016", date(2016, 12, 25)), ("12-25-2016", date(2016, 12, 25)), ("05.05.2016", date(2016, 5, 5))],
)
def test_numbers_that_can_mean_only_one_day_are_read(words: str, day: date) -> None:
    """25 is no month, and 05.05. is the same either way."""
    assert parse_published(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "05/06/2016",
        "5.6.2016",
        "05/06/16",
        "yesterday",
        "August 2016",
        "2016",
        "2016-13-05",
        "2016-02-30",
        "31 November 2016",
        "5 August 16",
        "1470355200",
        "42587",
        "0001-01-01",
        "2016-08-05 and 2016-08-06",
        "5 Marchember 2016",
        "",
        "2016-08-05" + " " * 10 + "x",
        "9" * 1000,
    ],
)
def test_what_states_no_one_day_stays_unknown(words: str) -> None:
    """Ambiguous, impossible, partial and machine-only dates are not guessed."""
    assert parse_published(words) is None


def test_the_reason_names_both_days() -> None:
    """An ambiguous date is explained; another one is told how to be written."""
    assert "2016-05-06 or 2016-06-05" in why_unknown("05/06/2016")
    assert "year-month-day" in why_unknown("soon")


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
@example(DAY)
def test_every_day_survives_being_written(day: date) -> None:
    """However an unambiguous day is written, it is read back."""
    month = day.strftime("%B")
    for words in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        assert parse_published(words) == day


@given(st.text(alphabet=st.sampled_from("0123456789/-. :TZaugust,+()é\x00"), max_size=100))
@example("2016-02-30")
@example("٥/٥/٢٠١٦")
def test_no_words_break_the_reading(words: str) -> None:
    """Any words give a day or none."""
    assert parse_published(words) is None or why_unknown(words)
