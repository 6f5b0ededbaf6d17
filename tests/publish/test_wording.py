"""Promises about the plain words for numbers, days and places."""

from dataclasses import replace
from datetime import date

import pytest

from marsad.claims.claim import ClaimType, Count, Harm, Kind, Lexeme, Relation, Scope, Stance
from marsad.incidents.incident import Blame
from marsad.places.place import Level
from marsad.publish import wording
from marsad.times.interval import Precision
from publish.makers import on, place, toll
from publish.records import BOMB, CHECKPOINT, MARKET, PROTESTS
from publish.telling import COAST


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"),
        (12, None, "12 or more"),
        (0, 12, "up to 12"),
        (None, 12, "up to 12"),
        (7, 15, "7 to 15"),
        (0, 0, "0"),
        (0, None, "0 or more"),
        (None, None, "number not known"),
        (1200, None, "1,200 or more"),
    ],
)
def test_a_range_reads_as_people_say_it(low: int | None, high: int | None, words: str) -> None:
    """Open and closed bounds keep their meaning in words."""
    assert wording.bounds(low, high) == words


def test_silence_is_never_zero() -> None:
    """An incident without a figure says that nothing is stated."""
    assert wording.toll(PROTESTS.incident, Harm.KILLED) == "not stated"


def test_a_subtotal_is_not_the_toll() -> None:
    """Only the figure for everybody is the incident's toll."""
    civilians = [figure for figure in MARKET.incident.figures if figure.victims == "civilians"]
    alone = replace(MARKET.incident, figures=tuple(civilians))
    assert wording.toll(alone, Harm.KILLED) == "not stated"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), Precision.DAY, "4 March 2031"),
        (date(2031, 3, 6), date(2031, 3, 8), Precision.DAYS, "6 to 8 March 2031"),
        (date(2031, 2, 27), date(2031, 3, 2), Precision.DAYS, "27 February to 2 March 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), Precision.DAYS, "30 December 2030 to 2 January 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, "March 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR, "2031"),
        (None, None, Precision.UNKNOWN, "day not known"),
    ],
)
def test_days_are_as_fine_as_they_are_known(
    start: date | None, end: date | None, precision: Precision, words: str
) -> None:
    """A month is written as a month, never as its first day."""
    assert wording.days(on(COAST, "on Tuesday morning", start, end, precision)) == words


def test_a_time_has_its_weekday_and_part_of_day() -> None:
    """The full time says all that is known."""
    assert wording.time(MARKET.incident.when) == "Tuesday 4 March 2031, morning"


def test_an_unresolved_time_stays_unknown() -> None:
    """The words "on Thursday" alone give no day."""
    assert wording.time(BOMB.incident.when) == "day not known"
    assert wording.time(None) == "day not known"


def test_near_a_place_is_not_in_it() -> None:
    """The relation is part of the place."""
    assert wording.headline(CHECKPOINT.incident) == "Shelling or missile attack near Marsa Wadi"


def test_no_place_is_named_where_none_is_known() -> None:
    """The headline falls back to the kind alone."""
    assert wording.headline(BOMB.incident) == "Bomb or landmine"
    assert wording.where(None) == "place not known"


def test_a_report_without_a_holder_speaks_in_its_own_voice() -> None:
    """The publisher then stands for the words, and the page says how."""
    count = Count(low=2, high=2, words="2", lexeme=Lexeme.NUMERAL)
    claim = toll("x", COAST, "four children", Harm.INJURED, count)
    assert wording.speaker(claim, "Coast Wire") == "Coast Wire (own voice)"
    assert wording.speaker(claim, None) == "a report without a publisher (own voice)"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (Kind, wording.KINDS),
        (Harm, wording.HARMS),
        (Stance, wording.STANCES),
        (Blame, wording.BLAMES),
        (Scope, wording.SCOPES),
        (ClaimType, wording.TYPES),
        (Relation, wording.RELATIONS),
        (Level, wording.LEVELS),
    ],
)
def test_everything_has_its_words(kinds: type[Kind], words: dict[Kind, str]) -> None:
    """No code name ever reaches a reader."""
    assert set(words) == set(kinds)


def test_one_is_singular() -> None:
    """Nouns follow their number."""
    assert wording.how_many(1, "report") == "1 report"
    assert wording.how_many(0, "report") == "0 reports"


def test_place_words_hold_no_guess() -> None:
    """A place that is not in the gazetteer is still named by its words."""
    unknown = place(COAST, "Tal Arda", Level.SETTLEMENT, None)
    assert wording.where(unknown) == "in Tal Arda"


@pytest.mark.parametrize(
    ("name", "words"),
    [("ucdp:last_week", "rule of UCDP: last week"), ("marsad:day_before", "rule of marsad: day before"), (None, "")],
)
def test_the_rule_of_a_time_is_said_in_words(name: str | None, words: str) -> None:
    """A reader sees whose rule it is and what it is about."""
    assert wording.rule(name) == words
