"""Promises about highlighting: the marks show exactly the words, and the text stays whole."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.claims.claim import Stance
from marsad.publish.dossier import numbered
from marsad.publish.highlight import Mark, Tone, segments, tone
from publish.records import MARKET, MARKET_CLAIMS
from publish.telling import COAST


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a text with marks anywhere in it, nested and overlapping."""
    text = draw(st.text(min_size=1, max_size=80))
    marks = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start=start, end=end, tone=Tone.KILLED, number=number + 1, target=True))
    return text, marks


@given(marked())
def test_the_segments_joined_are_the_text(case: tuple[str, list[Mark]]) -> None:
    """No letter is lost, doubled or moved."""
    text, marks = case
    assert "".join(segment.text for segment in segments(text, marks)) == text


@given(marked())
def test_each_mark_covers_exactly_its_words(case: tuple[str, list[Mark]]) -> None:
    """From where a claim's words begin to where they end stands its quote, letter for letter."""
    text, marks = case
    cut = segments(text, marks, fold=False)
    for mark in marks:
        first = next(index for index, segment in enumerate(cut) if mark.number in segment.targets)
        last = next(index for index, segment in enumerate(cut) if mark.number in segment.ends)
        assert "".join(segment.text for segment in cut[first : last + 1]) == text[mark.start : mark.end]
        assert all(segment.tone for segment in cut[first : last + 1])
        assert sum(segment.targets.count(mark.number) for segment in cut) == 1


@given(marked())
def test_nothing_outside_a_mark_is_coloured(case: tuple[str, list[Mark]]) -> None:
    """A letter bears a mark only if a claim rests on it."""
    text, marks = case
    covered = {at for mark in marks for at in range(mark.start, mark.end)}
    place = 0
    for segment in segments(text, marks, fold=False):
        stretch = set(range(place, place + len(segment.text)))
        assert stretch <= covered if segment.tone else not stretch & covered
        place += len(segment.text)


def test_marks_beyond_the_text_are_left_out() -> None:
    """A span that does not fit the text marks nothing."""
    assert segments("short", [Mark(start=2, end=99, tone=Tone.KILLED, number=1)])[0].tone is None


def test_a_long_quiet_stretch_is_folded_and_kept() -> None:
    """What bears no claim is folded away, in place and whole."""
    text = "word " * 400
    cut = segments(text, [Mark(start=0, end=4, tone=Tone.KILLED, number=1)])
    assert any(segment.folded for segment in cut)
    assert "".join(segment.text for segment in cut) == text


def test_a_flood_of_text_is_left_out_and_counted() -> None:
    """A text of a million letters does not become a page of a million letters."""
    cut = segments("word " * 200_000, [])
    assert sum(segment.left_out for segment in cut) + sum(len(segment.text) for segment in cut) == 1_000_000
    assert sum(len(segment.text) for segment in cut) < 1_000


def test_a_short_text_is_never_folded() -> None:
    """A bulletin is shown whole."""
    assert not any(segment.folded for segment in segments(COAST.text, []))


def test_a_denial_looks_like_a_denial() -> None:
    """The stance outweighs what the claim is about."""
    denials = [claim for claim in MARKET_CLAIMS if claim.stance is Stance.DENIED]
    assert denials
    assert {tone(claim) for claim in denials} == {Tone.DENIED}


def test_claims_are_numbered_as_they_are_read() -> None:
    """Report by report, the title first, then down the text."""
    numbers = numbered(MARKET)
    assert numbers["clm_13"] == 1
    assert numbers["clm_1"] == 2
    assert sorted(numbers.values()) == list(range(1, len(MARKET.claims) + 1))
