"""Numbers, people and holders read as plain English."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.claims.claim import Count, Harm, Lexeme
from marsad.incidents.wording import LONGEST_WORDS, bounds, listed, plain, says, toll, worded


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"),
        (12, None, "at least 12"),
        (0, 12, "up to 12"),
        (None, 12, "up to 12"),
        (12, 15, "12 to 15"),
        (0, 0, "0"),
        (0, None, "at least 0"),
        (None, None, "an unknown number"),
    ],
)
def test_bounds_are_said_in_words(low: int | None, high: int | None, words: str) -> None:
    """An open end is said as one."""
    assert bounds(low, high) == words


@pytest.mark.parametrize(
    ("group", "low", "high", "words"),
    [
        ("total", 1, 1, "1 person killed"),
        ("total", 12, 12, "12 people killed"),
        ("total", 0, 0, "0 people killed"),
        ("total", 1, None, "at least 1 person killed"),
        ("total", 1, 2, "1 to 2 people killed"),
        ("child", 1, 1, "1 child killed"),
        ("child", 3, 3, "3 children killed"),
        ("security", 2, 2, "2 members of the security forces killed"),
    ],
)
def test_a_toll_is_singular_for_one(group: str, low: int, high: int | None, words: str) -> None:
    """One person, twelve people."""
    assert toll(Harm.KILLED, group, low, high) == words


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("two residents", "say"),
        ("residents of Tal Arda", "say"),
        ("several medics", "say"),
        ("local people", "say"),
        ("3 witnesses", "say"),
        ("the army", "says"),
        ("Littoral News", "says"),
        ("a doctor at the Zuhur clinics", "says"),
        ("the press", "says"),
        ("of", "says"),
        ("", "says"),
    ],
)
def test_several_say_and_one_says(name: str, verb: str) -> None:
    """The verb agrees with the holder."""
    assert says(name) == verb


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(low=12, high=None, words="at least 12", lexeme=Lexeme.AT_LEAST), "at least 12"),
        (Count(low=12, high=12, words="Twelve", lexeme=Lexeme.NUMERAL), "twelve (12)"),
        (Count(low=24, high=None, words="dozens", lexeme=Lexeme.DOZENS), "dozens (at least 24)"),
        (Count(low=3, high=3, words=" ", lexeme=Lexeme.NUMERAL), "3"),
        (Count(low=12, high=12, words="around 12", lexeme=Lexeme.APPROX), "around 12 (12)"),
    ],
)
def test_a_count_keeps_its_words_and_shows_what_they_mean(count: Count, words: str) -> None:
    """The hedge stays, the number is said where the words do not."""
    assert worded(count) == words


def test_things_are_listed_with_an_and() -> None:
    """None, one, two, three."""
    assert [listed(tuple("abc"[:length])) for length in range(4)] == ["", "a", "a and b", "a, b and c"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text() | st.text(st.characters(), min_size=LONGEST_WORDS, max_size=LONGEST_WORDS * 2))
def test_hostile_words_stay_on_one_short_line(words: str) -> None:
    """No line break, no control mark, no endless line gets into a derivation."""
    line = plain(words)
    assert len(line) <= LONGEST_WORDS
    assert all(letter.isprintable() for letter in line)
