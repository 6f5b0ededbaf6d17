"""The day of an event whose own words name none, and the rule that says where it was taken from."""

from datetime import date

import pytest

from marsad.incidents.incident import Incident
from marsad.times import Precision

from .telling import TUESDAY, WEDNESDAY, incidents, record

MONDAY = date(2031, 3, 3)


def dated(incident: Incident) -> tuple[date | None, date | None, str | None]:
    """Return the first day, the last day and the rule of an incident."""
    when = incident.when
    return (when.start, when.end, when.rule) if when is not None else (None, None, None)


def test_the_lead_takes_the_day_told_after_it() -> None:
    """News is dated wherever in the report its day stands."""
    text = "Shelling killed two people in Umm Rihan. Airstrikes killed five people in Tal Arda on Tuesday."
    assert dated(incidents(text)[0]) == (TUESDAY, TUESDAY, "marsad:told_with_the_news")


def test_of_two_days_of_the_news_the_latest_counts() -> None:
    """An earlier attack that the news follows does not date it."""
    text = (
        "Airstrikes killed five people in Tal Arda on Tuesday, after a car bomb killed two people in Hadra on Monday. "
        "Gunmen executed three people in Umm Rihan."
    )
    assert dated(incidents(text)[-1]) == (TUESDAY, TUESDAY, "marsad:told_with_the_news")


def test_another_event_of_one_kind_is_of_the_day_of_the_first() -> None:
    """What is told as one more of the same happened when the same did."""
    text = (
        "Shelling killed two people in Hadra on Tuesday. Airstrikes killed five people in Tal Arda on Monday. "
        "Other airstrikes killed three people in Umm Rihan."
    )
    assert dated(incidents(text)[-1]) == (MONDAY, MONDAY, "marsad:told_with_the_news")


def test_an_hour_alone_is_one_of_the_day_of_the_news() -> None:
    """A clock time is kept, and the day is the news's own."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Shelling killed two people in Umm Rihan at 6 p.m."
    when = incidents(text)[1].when
    assert when is not None
    assert (when.start, when.local_time, when.rule) == (TUESDAY, "18:00", "marsad:told_with_the_news")


def test_news_of_a_night_dates_what_is_told_with_it() -> None:
    """Where all that is dated happened overnight, so did the rest."""
    text = "Overnight airstrikes killed five people in Tal Arda. Shelling killed two people in Umm Rihan."
    assert dated(incidents(text)[1])[:2] == (TUESDAY, WEDNESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed five people in Tal Arda, residents said on Tuesday.",
        "In a statement issued on Tuesday the council condemned the airstrikes that killed five people in Tal Arda.",
    ],
)
def test_news_without_a_day_is_of_the_day_it_was_told(text: str) -> None:
    """Who tells it that day tells what has just happened; the record says that this is all that is known."""
    incident = incidents(text)[0]
    assert dated(incident) == (TUESDAY, TUESDAY, "marsad:day_of_saying")
    assert incident.when is not None
    assert incident.when.precision is Precision.DAYS
    assert incident.when.evidence is not None
    assert incident.when.evidence.quote == "on Tuesday"


def test_a_day_of_its_own_wins_over_the_day_of_saying() -> None:
    """When somebody spoke does not matter where the event has its day."""
    text = "Airstrikes on Monday killed five people in Tal Arda, residents said on Tuesday."
    assert dated(incidents(text)[0])[0] == MONDAY


def test_the_first_day_that_a_report_names_dates_its_lead() -> None:
    """Without a speaker's day, the first recent day of the text stands for it."""
    text = "Airstrikes killed five people in Tal Arda. Schools stayed closed on Tuesday."
    assert dated(incidents(text)[0]) == (TUESDAY, TUESDAY, "marsad:day_named_first")


def test_the_printed_date_is_the_last_resort() -> None:
    """A report that names no day at all is of the day printed at its head, known to within days."""
    found = record("4 March 2031 Airstrikes kill five. Airstrikes killed five people in Tal Arda.", published=None)
    incident = found.incidents[0]
    assert dated(incident) == (TUESDAY, TUESDAY, "marsad:day_of_the_report")
    assert incident.when is not None
    assert incident.when.precision is Precision.DAYS
    assert incident.when.evidence is not None
    assert incident.when.evidence.quote == "4 March 2031"


def test_the_day_of_publication_alone_dates_nothing() -> None:
    """Nothing is made without words: when it was published is no word of the report."""
    assert dated(incidents("Airstrikes killed five people in Tal Arda.")[0]) == (None, None, None)


def test_an_unresolved_weekday_takes_no_other_day() -> None:
    """Which Thursday it was is not known, and another event's day does not tell."""
    text = (
        "Airstrikes killed five people in Tal Arda on 4 March 2031. Shelling killed two in Umm Rihan on Thursday night."
    )
    found = record(text, published=None)
    assert dated(found.incidents[1])[0] is None


def test_a_toll_counted_over_days_makes_the_event_those_days() -> None:
    """Airstrikes that killed forty since Sunday are of all these days, though they went on today."""
    text = (
        "Airstrikes hit Tal Arda on Tuesday. Residents said at least 40 people were killed in the airstrikes on "
        "Tal Arda since Sunday."
    )
    assert dated(incidents(text)[0]) == (date(2031, 3, 2), WEDNESDAY, "ucdp:since")


def test_months_of_a_war_do_not_date_its_news() -> None:
    """A campaign of years told later is not the time of the attack told first."""
    text = (
        "Airstrikes killed five people in Tal Arda, residents said on Tuesday. "
        "The airstrikes on Tal Arda have killed hundreds of people since January."
    )
    assert dated(incidents(text)[0])[:2] == (TUESDAY, TUESDAY)


def test_weeks_over_which_people_were_killed_are_the_time_of_it() -> None:
    """A stretch of weeks up to the report dates what was counted over it, though the headline has no time."""
    text = "Gunmen executed 70 members of a tribe near Tal Arda during the past two weeks, residents said on Tuesday."
    found = record(text, title="Seventy members of a tribe executed")
    assert [dated(one)[0] for one in found.incidents if one.main] == [date(2031, 2, 19)]


def test_what_came_a_day_earlier_is_not_the_news() -> None:
    """An event from which the news counts its days came before it."""
    text = (
        "Gunmen attacked a police post in Jisr Anber on Tuesday, killing one officer, "
        "a day after a car bomb had killed three policemen in Hadra."
    )
    news, before = incidents(text)
    assert news.main
    assert dated(news)[0] == TUESDAY
    assert not before.main
    assert dated(before) == (MONDAY, MONDAY, "marsad:day_before")


def test_an_event_of_a_month_that_is_over_is_recalled() -> None:
    """News is not dated by its month, though the month ended a few days ago."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Last month shelling killed two people in Umm Rihan."
    news, before = incidents(text)
    assert (news.main, before.main) == (True, False)
    assert dated(before) == (date(2031, 2, 1), date(2031, 2, 28), "ucdp:last_month")


def test_what_is_recalled_takes_no_day_of_the_report() -> None:
    """Background stays undated where nobody dates it."""
    text = "Airstrikes killed five people in Tal Arda on Tuesday. Earlier in the war shelling killed nine in Umm Rihan."
    for incident in incidents(text)[1:]:
        assert incident.main or dated(incident)[0] is None


def test_a_part_of_a_campaign_is_of_the_day_told_with_it() -> None:
    """A total over three days dates none of its towns, where the town before has a day of its own."""
    text = (
        "Airstrikes killed 12 people in Hadra province over the past three days. Airstrikes killed seven people in Tal "
    )
    text += "Arda on Tuesday. Five people were killed in airstrikes on Umm Rihan."
    days = {one.places[0].name: one.when for one in incidents(text) if one.places}
    assert days["Umm Rihan"] is not None
    assert days["Umm Rihan"].start == days["Umm Rihan"].end == TUESDAY
