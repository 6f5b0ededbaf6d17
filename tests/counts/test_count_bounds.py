"""Arithmetic on how many, with open ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.claims.claim import Count, Lexeme
from marsad.counts import Bounds, bounds, overlap, sum_bounds, widen

ENDS = st.one_of(st.none(), st.integers(min_value=0, max_value=1000))
BOUNDS = st.tuples(ENDS, ENDS).filter(lambda ends: None in ends or ends[0] <= ends[1])


def test_a_count_gives_its_two_ends() -> None:
    """The bounds of a count are its low and its high."""
    assert bounds(Count(low=12, high=None, words="at least 12", lexeme=Lexeme.AT_LEAST)) == (12, None)


def test_parts_are_added_end_by_end() -> None:
    """Two and three to five make five to seven."""
    assert sum_bounds([(2, 2), (3, 5)]) == (5, 7)


def test_a_sum_with_an_open_part_is_open() -> None:
    """Twelve and at least three make at least fifteen."""
    assert sum_bounds([(12, 12), (3, None)]) == (15, None)


def test_the_sum_of_nothing_is_unknown() -> None:
    """Without parts there is no number, not zero."""
    assert sum_bounds([]) == (None, None)


def test_an_unknown_low_end_adds_nothing() -> None:
    """A part of which only the most is known leaves the least of the others."""
    assert sum_bounds([(None, 4), (2, 3)]) == (2, 7)


def test_at_least_does_not_contradict_a_larger_number() -> None:
    """The figures "at least 12" and 15 can both be true."""
    assert overlap((12, None), (15, 15))


def test_at_least_contradicts_a_smaller_number() -> None:
    """The figures "at least 12" and 10 cannot both be true."""
    assert not overlap((12, None), (10, 10))
    assert not overlap((10, 10), (12, None))


def test_the_widest_span_holds_every_part() -> None:
    """Low is the lowest, high the highest, open where one is open."""
    assert widen([(12, 15), (10, 11)]) == (10, 15)
    assert widen([(12, 15), (10, None)]) == (10, None)
    assert widen([]) == (None, None)


def test_bounds_turned_round_are_refused() -> None:
    """A low above its high is a mistake of the caller."""
    with pytest.raises(ValueError, match="cannot run"):
        widen([(5, 3)])


@given(BOUNDS, BOUNDS)
def test_overlap_is_the_same_from_both_sides(left: Bounds, right: Bounds) -> None:
    """If one fits the other, the other fits it."""
    assert overlap(left, right) == overlap(right, left)


@given(st.lists(BOUNDS, max_size=5))
def test_no_result_is_turned_round(parts: list[Bounds]) -> None:
    """Neither a sum nor a span ever has its low above its high."""
    for low, high in (sum_bounds(parts), widen(parts)):
        assert low is None or high is None or low <= high


@given(st.lists(BOUNDS, min_size=1, max_size=5))
def test_the_span_overlaps_every_part(parts: list[Bounds]) -> None:
    """What holds all parts contradicts none."""
    assert all(overlap(widen(parts), part) for part in parts)
