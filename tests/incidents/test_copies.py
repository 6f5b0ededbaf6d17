"""Which reports only repeat another one."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.incidents.copies import containment, copies, resemblance
from marsad.incidents.signatures import BANDS, BINS, SCHEME, bands, shingles, signature
from marsad.reports.report import Report

STORY = " ".join(
    f"In village {name} the elders told a visitor that {number} houses and a mill were lost to the shells of the night."
    for name, number in zip("abcdefghijklmnop", range(2, 18), strict=True)
)
OTHER = "The harvest festival of Velmark drew a large crowd, and the mayor spoke of peace and of new roads for all."


GOLDEN_STORY = (107137758761987760, 82300008943150900, 11433808045801002797)
GOLDEN_SHORT = (8920637292964947845, 15966666547351300976)
GOLDEN_RUN = 4475916206259131367


def report(text: str, day: int | None = 5, publisher: str = "Coast Wire", title: str | None = None) -> Report:
    """Return a report of a day of March 2031."""
    published = date(2031, 3, day) if day else None
    return Report(text=text, publisher=publisher, published=published, title=title)


def test_a_word_for_word_copy_repeats_the_earliest() -> None:
    """The title and the publisher do not matter."""
    first, second = report(STORY, 5), report(STORY, 6, "Marj Dispatch", "Shells in the night")
    assert copies([second, first]) == {second.id: first.id}


@pytest.mark.parametrize(
    "changed",
    [
        "MARJ (Coast Wire) - " + STORY,
        STORY.upper(),
        STORY.replace("mill", "ＭＩＬＬ").replace(" ", "\n"),
        STORY.replace("a visitor", "our visitor", 1),
        STORY[: len(STORY) // 3],
    ],
)
def test_a_copy_with_small_changes_is_a_copy(changed: str) -> None:
    """An agency's prefix, capitals, other spaces and widths, a changed word, a cut."""
    first, second = report(STORY, 5), report(changed, 6, "Marj Dispatch")
    assert copies([first, second]) == {second.id: first.id}


@pytest.mark.parametrize("changed", [OTHER, STORY[: len(STORY) // 3] + " " + OTHER * 3, ""])
def test_a_text_of_its_own_is_no_copy(changed: str) -> None:
    """Another story, one that quotes a third of ours, and a report without words."""
    assert copies([report(STORY, 5), report(changed, 6)]) == {}


def test_a_longer_story_that_takes_up_an_earlier_one_is_no_copy() -> None:
    """It has more to say: a later and longer report may bring the new toll."""
    short, long = report(STORY[: len(STORY) // 3], 5), report(STORY, 6)
    assert copies([short, long]) == {}


def test_reports_without_words_repeat_nothing() -> None:
    """Two empty reports are not copies."""
    assert copies([report("", 5), report("", 6)]) == {}


def test_an_undated_report_is_never_the_original_of_a_dated_one() -> None:
    """Who came first is not guessed in favour of the unknown."""
    dated, undated = report(STORY, 9), report(STORY, None)
    assert copies([undated, dated]) == {undated.id: dated.id}


def test_every_copy_points_at_the_first_report_of_its_family() -> None:
    """A copy of a copy repeats the original, in whatever order they come."""
    family = [report(STORY, day, f"Outlet {day}") for day in (5, 6, 7)]
    expected = {family[1].id: family[0].id, family[2].id: family[0].id}
    assert all(copies(order) == expected for order in permutations(family))


def test_the_signature_is_frozen() -> None:
    """Golden vectors of scheme 1: a stored signature must match one made by any later version."""
    assert SCHEME == 1
    signed = signature(shingles(STORY))
    assert len(signed) == BINS
    assert signed[:3] == GOLDEN_STORY
    assert signature(shingles("six words that stand here alone"))[:2] == GOLDEN_SHORT
    assert shingles("One two three four five") == frozenset({GOLDEN_RUN})


def test_a_text_without_words_has_no_signature() -> None:
    """Nothing is signed."""
    assert signature(shingles(" … ")) == ()
    assert bands(()) == ()


def test_texts_that_share_most_words_share_a_band() -> None:
    """That is how they find each other."""
    one, other = (signature(shingles(text)) for text in (STORY, "MARJ - " + STORY))
    assert len(bands(one)) == BANDS
    assert set(bands(one)) & set(bands(other))
    assert not set(bands(one)) & set(bands(signature(shingles(OTHER))))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=40), st.integers(1, 40))
def test_a_beginning_is_contained_in_its_whole(words: list[str], cut: int) -> None:
    """All runs of a beginning stand in the whole, and everything resembles itself."""
    whole, part = shingles(" ".join(words)), shingles(" ".join(words[:cut]))
    if len(words[:cut]) >= 5:
        assert containment(part, whole) == 1.0
    assert resemblance(whole, whole) == 1.0


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations([report(STORY, 5), report(STORY, 6), report(STORY + " End.", None), report(OTHER, 5)]))
def test_the_order_of_reports_changes_nothing(order: list[Report]) -> None:
    """The same reports always give the same copies."""
    assert copies(order) == copies(sorted(order, key=lambda one: one.id))
    assert len(copies(order)) == 2
