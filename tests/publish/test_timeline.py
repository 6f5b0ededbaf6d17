"""Promises about the timeline: days where they are known, a lane apart where they are not."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from marsad.claims.claim import Harm
from marsad.incidents.incident import MergedIncident
from marsad.publish.timeline import MOST_ROWS, MOST_TICKS, WIDTH, Timeline, draw
from marsad.times.interval import Precision
from publish.makers import figure, on
from publish.records import BOMB, CLASHES, INCIDENTS, MARKET, PROTESTS
from publish.telling import COAST


def drawn(*incidents: MergedIncident) -> Timeline:
    """Return the timeline of these incidents."""
    found = draw(incidents)
    assert found
    return found


def days(code: str, start: date, length: int = 1) -> MergedIncident:
    """Return an incident on these days."""
    end = start + timedelta(days=length - 1)
    when = on(COAST, "on Tuesday morning", start, end, Precision.DAY)
    return replace(MARKET, code=code, incident=replace(MARKET.incident, when=when))


def killed(low: int | None, high: int | None) -> MergedIncident:
    """Return the market incident with this toll."""
    return replace(MARKET, incident=replace(MARKET.incident, figures=(figure(Harm.KILLED, low, high),)))


def test_an_unresolved_day_has_a_lane_of_its_own() -> None:
    """An incident without a day is shown below the axis, never on a guessed day."""
    found = drawn(*INCIDENTS)
    assert [mark.code for mark in found.undated] == [BOMB.code]
    assert all(mark.y > found.lane for mark in found.undated)
    assert all(mark.y < found.bottom for mark in found.marks)


def test_without_any_day_there_is_no_timeline() -> None:
    """An axis needs a day."""
    assert draw((BOMB,)) is None


def test_several_days_are_a_bar() -> None:
    """A span is drawn as a span."""
    (mark,) = drawn(CLASHES).marks
    assert mark.end > mark.x


def test_the_disc_grows_with_the_toll() -> None:
    """Areas are in proportion: four times as many killed, twice the radius."""
    few = days("MRS-1", date(2031, 3, 4))
    few = replace(few, incident=replace(few.incident, figures=(figure(Harm.KILLED, 25, 25),)))
    many = replace(few, code="MRS-2", incident=replace(few.incident, figures=(figure(Harm.KILLED, 100, 100),)))
    one, two = drawn(few, many).marks
    assert two.low == 2 * one.low


def test_an_open_toll_has_a_broken_ring() -> None:
    """12 or more has no upper end to draw."""
    (mark,) = drawn(killed(12, None)).marks
    assert mark.open_ended
    assert mark.high is None


def test_an_exact_toll_has_no_ring() -> None:
    """Nothing suggests a doubt that nobody voiced."""
    (mark,) = drawn(killed(3, 3)).marks
    assert mark.high is None
    assert not mark.open_ended


def test_an_unstated_toll_is_a_sign_of_its_own() -> None:
    """Silence is not the smallest disc."""
    (mark,) = drawn(PROTESTS).marks
    assert mark.unknown


def test_the_words_of_a_mark_say_what_it_shows() -> None:
    """Whoever cannot see the drawing reads the same."""
    (mark,) = drawn(MARKET).marks
    assert mark.words == "Tuesday 4 March 2031, morning: Air strike in Tal Arda, killed 7 to 15"


@given(st.lists(st.tuples(st.dates(date(1, 1, 1), date(9990, 12, 31)), st.integers(1, 400)), min_size=1, max_size=40))
def test_every_day_falls_on_the_axis(spans: list[tuple[date, int]]) -> None:
    """From one day to thousands of years, marks and labels stay inside the drawing and labels stay few."""
    found = drawn(*(days(f"MRS-{index:03}", start, length) for index, (start, length) in enumerate(spans)))
    assert all(0 <= mark.x <= mark.end <= WIDTH for mark in found.marks)
    assert all(0 <= tick.x <= WIDTH for tick in found.ticks)
    assert len(found.ticks) <= MOST_TICKS + 1


def test_many_incidents_are_packed_without_lying_on_each_other() -> None:
    """A hundred incidents of one day stand one below the other."""
    found = drawn(*(days(f"MRS-{index:03}", date(2031, 3, 4)) for index in range(MOST_ROWS + 70)))
    assert not found.named
    assert len({mark.y for mark in found.marks}) == MOST_ROWS + 70
