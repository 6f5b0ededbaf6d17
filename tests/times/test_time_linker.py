"""Which days the words for a time mean, from the day the report speaks from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.claims.claim import Mention, Role
from marsad.reports.report import Report
from marsad.times import Basis, Precision, TimeFinder, TimeLinker, When

LINKER = TimeLinker()
FINDER = TimeFinder()
WEDNESDAY = date(2024, 5, 15)


def link(*words: str, text: str | None = None, published: date | None = WEDNESDAY) -> When | None:
    """Link these words of a report as time mentions."""
    report = Report(text=text or f"In Tal Arda {' | '.join(words)} jets struck.", published=published)
    mentions = []
    for each in words:
        start = report.text.index(each)
        mentions.append(Mention(role=Role.TIME, evidence=report.quote(start, start + len(each))))
    return LINKER.link(mentions, report)


def days(*words: str, text: str | None = None, published: date | None = WEDNESDAY) -> tuple[str, str]:
    """Return the two days of these words."""
    when = link(*words, text=text, published=published)
    assert when is not None
    return str(when.start), str(when.end)


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("over the weekend", "2024-05-11", "2024-05-12", Precision.DAYS),
        ("last week", "2024-05-06", "2024-05-12", Precision.WEEK),
        ("past week", "2024-05-09", "2024-05-15", Precision.WEEK),
        ("recently", "2024-05-12", "2024-05-14", Precision.DAYS),
        ("late last week", "2024-05-10", "2024-05-12", Precision.DAYS),
        ("today", "2024-05-15", "2024-05-15", Precision.DAY),
        ("yesterday", "2024-05-14", "2024-05-14", Precision.DAY),
        ("last Tuesday", "2024-05-14", "2024-05-14", Precision.DAY),
        ("14 January", "2024-01-14", "2024-01-14", Precision.DAY),
        ("Monday night", "2024-05-13", "2024-05-13", Precision.PART_OF_DAY),
        ("last night", "2024-05-14", "2024-05-14", Precision.PART_OF_DAY),
        ("the other day", "2024-05-14", "2024-05-14", Precision.DAY),
        ("in the past few days", "2024-05-12", "2024-05-14", Precision.DAYS),
        ("around 2 May", "2024-05-01", "2024-05-03", Precision.DAYS),
        ("this week", "2024-05-13", "2024-05-15", Precision.DAYS),
        ("since the beginning of the week", "2024-05-13", "2024-05-15", Precision.DAYS),
        ("the night between Sunday and Monday", "2024-05-12", "2024-05-13", Precision.DAYS),
        ("in the past 24 hours", "2024-05-14", "2024-05-15", Precision.DAYS),
        ("in the past 48 hours", "2024-05-13", "2024-05-15", Precision.DAYS),
        ("in the past 72 hours", "2024-05-13", "2024-05-15", Precision.DAYS),
        ("in the past two days", "2024-05-13", "2024-05-15", Precision.DAYS),
        ("since Friday", "2024-05-10", "2024-05-15", Precision.DAYS),
        ("the last six days of January", "2024-01-26", "2024-01-31", Precision.DAYS),
        ("the first week of August 2023", "2023-08-01", "2023-08-07", Precision.WEEK),
        ("early March", "2024-03-01", "2024-03-10", Precision.MONTH),
        ("early May", "2024-05-01", "2024-05-10", Precision.MONTH),
        ("mid March", "2024-03-10", "2024-03-20", Precision.MONTH),
        ("late March", "2024-03-15", "2024-03-31", Precision.MONTH),
        ("several weeks ago", "2024-04-24", "2024-05-15", Precision.MONTH),
        ("earlier this month", "2024-05-01", "2024-05-14", Precision.MONTH),
        ("last month", "2024-04-01", "2024-04-30", Precision.MONTH),
        ("a fortnight ago", "2024-05-02", "2024-05-15", Precision.MONTH),
        ("in 1995", "1995-01-01", "1995-12-31", Precision.YEAR),
        ("last year", "2023-01-01", "2023-12-31", Precision.YEAR),
        ("in the past year", "2024-01-01", "2024-05-15", Precision.YEAR),
        ("in early 1999", "1999-01-01", "1999-04-30", Precision.YEAR),
        ("in mid 1999", "1999-05-01", "1999-08-31", Precision.YEAR),
        ("in late 1999", "1999-09-01", "1999-12-31", Precision.YEAR),
        ("in the past three months", "2024-02-15", "2024-05-15", Precision.YEAR),
        ("in the past six months", "2024-01-01", "2024-05-15", Precision.YEAR),
    ],
)
def test_the_rules_of_ucdp_are_followed(words: str, start: str, end: str, precision: Precision) -> None:
    """The time expressions of the UCDP GED codebook, appendix 2, from Wednesday 15 May 2024."""
    when = link(words)
    assert when is not None
    assert (str(when.start), str(when.end), when.precision) == (start, end, precision)
    assert when.rule is not None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Wednesday", "2024-05-15", "2024-05-15"),
        ("on Thursday", "2024-05-09", "2024-05-09"),
        ("after Tuesday's", "2024-05-14", "2024-05-14"),
        ("last Wednesday", "2024-05-08", "2024-05-08"),
        ("overnight", "2024-05-14", "2024-05-15"),
        ("overnight on Wednesday", "2024-05-14", "2024-05-15"),
        ("overnight from Thursday to Friday", "2024-05-09", "2024-05-10"),
        ("tonight", "2024-05-15", "2024-05-15"),
        ("three days ago", "2024-05-12", "2024-05-12"),
        ("5 August", "2023-08-05", "2023-08-05"),
        ("in August", "2023-08-01", "2023-08-31"),
        ("in August last year", "2023-08-01", "2023-08-31"),
        ("29 February", "2024-02-29", "2024-02-29"),
        ("on August 5, 2016", "2016-08-05", "2016-08-05"),
        ("Nov 172013", "2013-11-17", "2013-11-17"),
        ("07.03.2012", "2012-03-07", "2012-03-07"),
        ("25/04/2016", "2016-04-25", "2016-04-25"),
        ("between 5 and 7 August 2016", "2016-08-05", "2016-08-07"),
        ("from 31 December to 2 January", "2023-12-31", "2024-01-02"),
        ("Thursday of last week", "2024-05-09", "2024-05-09"),
        ("for the fourth day in a row", "2024-05-12", "2024-05-15"),
        ("since 2011", "2011-01-01", "2024-05-15"),
        ("last winter", "2023-12-01", "2024-02-29"),
    ],
)
def test_days_are_the_latest_that_fit(words: str, start: str, end: str) -> None:
    """A day told without its week or year is the latest such day not after the report's own."""
    assert days(words) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "the same day",
        "two days later",
        "hours after",
        "a few days earlier",
        "until Friday",
        "before 5 August",
        "31 June 2016",
        "05/04/2016",
        "for three days",
        "regularly",
        "at dawn",
        "in the market",
    ],
)
def test_words_that_name_no_day_stay_unresolved(words: str) -> None:
    """What hangs on another day of the story, or could be two days, is kept as words and not guessed."""
    when = link(words)
    assert when is not None
    assert (when.start, when.end, when.basis, when.rule) == (None, None, Basis.NONE, None)
    assert when.evidence is not None
    assert when.evidence.quote == words


def test_without_an_anchor_a_weekday_stays_unresolved() -> None:
    """With neither a printed date nor a publication date nobody knows which Thursday it was."""
    when = link("on Thursday night", published=None)
    assert when is not None
    assert (when.start, when.local_time, when.precision) == (None, "night", Precision.PART_OF_DAY)
    assert when.evidence is not None
    assert when.evidence.quote == "on Thursday night"


def test_a_full_date_needs_no_anchor() -> None:
    """A date with its year resolves by itself."""
    when = link("on August 5, 2016", published=None)
    assert when is not None
    assert (when.start, when.basis) == (date(2016, 8, 5), Basis.EXPLICIT)


def test_no_mention_gives_no_time() -> None:
    """The publication date is never put in the place of a time that is not told."""
    assert LINKER.link((), Report(text="Jets struck.", published=WEDNESDAY)) is None


def test_only_mentions_of_time_are_read() -> None:
    """A place called Sunday Market dates nothing."""
    report = Report(text="At Sunday market.", published=WEDNESDAY)
    mention = Mention(role=Role.PLACE, evidence=report.quote(3, 9))
    assert LINKER.link((mention,), report) is None


@pytest.mark.parametrize(
    ("words", "local_time", "tz", "precision"),
    [
        ("around 1:38 p.m. Thursday (6:38 a.m. Eastern Time)", "13:38", None, Precision.MINUTE),
        ("at 0600 GMT on Monday", "06:00", "GMT", Precision.MINUTE),
        ("at 9 am local time on Monday", "09:00", None, Precision.HOUR),
        ("at 12:05 a.m. on Monday", "00:05", None, Precision.MINUTE),
        ("at noon on Monday", "noon", None, Precision.PART_OF_DAY),
        ("at dawn on Monday", "dawn", None, Precision.PART_OF_DAY),
        ("on Monday evening", "evening", None, Precision.PART_OF_DAY),
        ("early Monday", "morning", None, Precision.PART_OF_DAY),
    ],
)
def test_the_hour_is_the_first_clock(words: str, local_time: str | None, tz: str | None, precision: Precision) -> None:
    """The first clock is local; the hour of another zone in brackets is not."""
    when = link(words)
    assert when is not None
    assert (when.local_time, when.tz, when.precision) == (local_time, tz, precision)


def test_several_mentions_are_one_time() -> None:
    """A day in one place and its hour in another make one time, with the words of the day."""
    when = link("on Thursday", "at 1:38 p.m.")
    assert when is not None
    assert (when.start, when.local_time, when.precision) == (date(2024, 5, 9), "13:38", Precision.MINUTE)
    assert when.evidence is not None
    assert when.evidence.quote == "on Thursday"


def test_a_weekday_beside_a_week_lies_in_it() -> None:
    """Told "last week" and "on Monday", it was Monday of last week."""
    assert days("last week", "on Monday") == ("2024-05-06", "2024-05-06")


def test_a_night_beside_its_day_is_both_days() -> None:
    """Told "overnight" and "Thursday", it was the night that Thursday began."""
    assert days("overnight", "on Thursday") == ("2024-05-09", "2024-05-10")


def test_words_are_read_with_what_follows_them() -> None:
    """A "five-day" siege is five days up to the report."""
    assert days("five-day", text="the five-day siege of Tal Arda") == ("2024-05-11", "2024-05-15")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Coast Wire Sunday 1 Feb 2015 A blast killed", "2015-02-01"),
        ("Published April 2 2017 Jets on Sunday", "2017-04-02"),
        ("Posted on March 9 2012 by a reader", "2012-03-09"),
        ("Last updated at Nov 172013 TAL ARDA Guns", "2013-11-17"),
        ("Thu Jul 7 2016 The army", "2016-07-07"),
        ("18-07-2016 Strikes kill", "2016-07-18"),
        ("07.03.2012(updated 1145) The bridge", "2012-03-07"),
        ("Date of publication 11 May 2013 Boats", "2013-05-11"),
        ("TAL ARDA (Coast Wire) - May 5 - Jets struck", "2024-05-05"),
        ("TAL ARDA, May 5 (Coast Wire) Jets struck", "2024-05-05"),
    ],
)
def test_a_printed_date_is_the_day_the_report_speaks_from(text: str, day: str) -> None:
    """A date at the head of the text wins over the publication date, and is kept with its words."""
    anchor = LINKER.anchor(Report(text=text, published=WEDNESDAY))
    assert str(anchor.day) == day
    assert anchor.evidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "On August 21 2013 the army shelled Tal Arda.",
        "The 5 May 2016 attack on Tal Arda",
        "Since May 5 2016 the siege",
        "Jets struck on May 5 Coast Wire said",
        "x" * 300 + " Thu Jul 7 2016",
        "On Thursday jets struck",
        "",
    ],
)
def test_a_date_told_in_a_sentence_is_not_the_reports_own(text: str) -> None:
    """The day of an event is not the day of the report."""
    anchor = LINKER.anchor(Report(text=text, published=WEDNESDAY))
    assert (anchor.day, anchor.evidence) == (WEDNESDAY, None)


def test_an_undated_report_speaks_from_no_day() -> None:
    """Unknown is a value."""
    assert LINKER.anchor(Report(text="Jets struck.")).day is None


PHRASES = (
    "on", "since", "the", "last", "past", "next", "week", "weeks", "months", "days", "years", "three", "99", "12", "31",
    "29", "2016", "0001", "1900", "August", "February", "Monday", "Tuesday", "night", "overnight", "from", "to", "and",
    "between", "early", "late", "ago", "-", "/", "around", "1:38", "p.m.", "of", "first", "yesterday", "weekend",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=9).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from((date.min, date.max, date(2024, 2, 29))))


@given(TEXTS, DAYS)
def test_no_time_ends_before_it_starts(text: str, published: date | None) -> None:
    """From any day, even the first and last of the calendar, start and end are both known and in order, or neither."""
    report = Report(text=text, published=published)
    for found in FINDER.find(text):
        when = LINKER.link((Mention(role=Role.TIME, evidence=report.quote(found.start, found.end)),), report)
        assert when is not None
        assert (when.start is None) == (when.end is None)
        assert when.start is None or when.end is None or when.start <= when.end
        assert when.evidence is not None
        assert report.supports(when.evidence)
        assert (when.basis is Basis.NONE) == (when.start is None)
