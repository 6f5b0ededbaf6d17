"""Finding the words for times, and nothing that only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.times import TimeFinder

FINDER = TimeFinder()


def times(text: str) -> list[tuple[str, str]]:
    """Return what was found as (words, label)."""
    return [(text[found.start : found.end], found.label) for found in FINDER.find(text)]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("on Tuesday", "weekday"),
        ("on Tuesday morning", "weekday"),
        ("Thursday night", "weekday"),
        ("early Wednesday", "weekday"),
        ("since Thursday", "weekday"),
        ("last Friday", "weekday"),
        ("Thursday of last week", "weekday"),
        ("overnight from Thursday to Friday", "weekday"),
        ("the night between Sunday and Monday", "weekday"),
        ("around 1:38 p.m. Thursday (6:38 a.m. Eastern Time)", "weekday"),
        ("in the early hours of Saturday", "weekday"),
        ("yesterday", "relative"),
        ("yesterday evening", "relative"),
        ("last night", "relative"),
        ("three days ago", "relative"),
        ("a few days earlier", "relative"),
        ("the same day", "relative"),
        ("this morning", "relative"),
        ("on August 5, 2016", "date"),
        ("5 August", "date"),
        ("the 5th of August", "date"),
        ("Sunday 1 Feb 2015", "date"),
        ("Thu Jul 7 2016", "date"),
        ("Aug 142016", "date"),
        ("2016-08-05", "date"),
        ("07.03.2012", "date"),
        ("between 5 and 7 August 2016", "date"),
        ("August 5-7", "date"),
        ("on the evening of 5 August", "date"),
        ("in August 2022", "period"),
        ("in May", "period"),
        ("early March", "period"),
        ("the first week of August", "period"),
        ("last week", "period"),
        ("over the weekend", "period"),
        ("earlier this month", "period"),
        ("in the past 24 hours", "period"),
        ("recently", "period"),
        ("in the summer of 2014", "period"),
        ("since 2011", "year"),
        ("in early 2012", "year"),
        ("at dawn", "part_of_day"),
        ("overnight", "part_of_day"),
        ("late at night", "part_of_day"),
        ("0900 GMT", "clock"),
        ("at 9 am local time", "clock"),
        ("for three days", "duration"),
        ("for the fourth day in a row", "duration"),
        ("daily", "habitual"),
        ("regularly", "habitual"),
        ("on several occasions", "habitual"),
        ("on a near-daily basis", "habitual"),
        ("every night", "habitual"),
        ("three times a week", "habitual"),
        ("on Fridays", "habitual"),
    ],
)
def test_time_expressions_are_found_whole(words: str, label: str) -> None:
    """A time expression is one span with its small words, and a label for its kind."""
    assert times(f"Jets struck Tal Arda {words}, residents said.") == [(words, label)]


@pytest.mark.parametrize(
    "text",
    [
        "it may rain",
        "they march on",
        "The Sun reported",
        "he sat down",
        "the Daily Lantern",
        "a 10-year-old girl",
        "the man, 34, fled",
        "12 km away",
        "Resolution 2254",
        "2016 people",
        "the second strike",
        "May 12 people gather here",
        "an F-16 of the army",
        "the Arab Spring",
        "a score of 3:2:1",
    ],
)
def test_words_that_only_look_like_times_are_passed_over(text: str) -> None:
    """Ordinary words, ages, measures and models are no times."""
    assert times(text) == []


def test_a_toll_after_a_month_is_no_day_of_it() -> None:
    """Without its comma "in August 12 people" still names August alone."""
    assert times("in August 12 people were killed") == [("in August", "period")]


def test_a_weekday_with_a_lost_apostrophe_is_one_day() -> None:
    """The words "Fridays attack" and "on Fridays blast" speak of one Friday, "on Fridays" of every one."""
    assert times("During Fridays attack") == [("During Fridays", "weekday")]
    assert times("the toll of the on Fridays blast") == [("on Fridays", "weekday")]


def test_two_days_stay_two_expressions() -> None:
    """A date and the weekday of the next sentence are not joined."""
    assert times("Thu Jul 7 2016 On Thursday jets struck") == [("Thu Jul 7 2016", "date"), ("On Thursday", "weekday")]


@pytest.mark.parametrize(
    "text", ["the " * 5000, "1-" * 5000, "last week " * 2000, "at 1:38 p.m. (" * 1000, "5 to " * 3000]
)
def test_hostile_texts_are_survived(text: str) -> None:
    """Repetition costs no more than length."""
    FINDER.find(text)


PHRASES = (
    "on", "since", "the", "last", "past", "next", "week", "month", "days", "hours", "three", "a", "few", "12", "31",
    "29", "2016", "0001", "August", "May", "Feb", "Monday", "Tuesday", "night", "morning", "overnight", "from", "to",
    "and", "between", "early", "late", "ago", "-", ",", ".", "/", "(", ")", "1:38", "p.m.", "GMT", "of", "first",
    "every", "daily", "for", "yesterday", "٣", "weekend", "recently", "\n",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PHRASES), max_size=10)


@given(st.one_of(st.text(max_size=60), WORDS.map(" ".join), WORDS.map("".join)))
def test_any_text_is_read_into_exact_ordered_spans(text: str) -> None:
    """Whatever the text, spans are in order, never overlap, and hold no outer space."""
    behind = 0
    for found in FINDER.find(text):
        assert behind <= found.start < found.end <= len(text)
        behind = found.end
        assert text[found.start : found.end] == text[found.start : found.end].strip()
