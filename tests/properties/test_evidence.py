"""Promises about words: whatever the text, evidence is what stands there, and reading it twice gives the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.reports.report import Report
from marsad.text.span import Part

TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("e\u0301\u202e\u200dأم👩‍🚒\ud800\x00\n")),
    min_size=1,
    max_size=80,
)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Report, int, int, Part]:
    """Any report with any stretch of its body or title."""
    text, title = draw(TEXTS), draw(TEXTS)
    part = draw(st.sampled_from(Part))
    words = text if part is Part.TEXT else title
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    return Report(text=text, title=title), start, end, part


@given(quoted())
@example((Report(text="e\u0301 أم 👩‍🚒", title="x"), 1, 8, Part.TEXT))
def test_a_report_supports_what_was_quoted_from_it(found: tuple[Report, int, int, Part]) -> None:
    """Combining marks, right-to-left script, emoji and broken letters are quoted letter for letter."""
    report, start, end, part = found
    evidence = report.quote(start, end, part)
    assert report.supports(evidence)
    assert (evidence.start, evidence.end) == (start, end)


@given(quoted())
def test_another_report_does_not_support_it(found: tuple[Report, int, int, Part]) -> None:
    """The same words in another report are other evidence."""
    report, start, end, part = found
    other = Report(text=report.text, title=report.title, publisher="Coast Wire")
    assert not other.supports(report.quote(start, end, part))


@given(quoted(), st.integers(1, 5))
def test_words_past_the_end_are_refused(found: tuple[Report, int, int, Part], past: int) -> None:
    """What does not stand in the report cannot be quoted."""
    report, start, _, part = found
    with pytest.raises(ValueError, match="no words"):
        report.quote(start, len(report.part(part)) + past, part)


@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_the_same_report_has_the_same_id(text: str, title: str | None) -> None:
    """An id is made of what the report holds and of nothing else."""
    assert Report(text=text, title=title).id == Report(text=text, title=title, url="other", external_id="7").id


@given(TEXTS, st.sampled_from(" \n.\u200d\u0301\x00"), st.booleans())
def test_one_more_letter_makes_another_report(text: str, letter: str, before: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    """Two reports share an id only where they share every letter, a space at the end among them."""
    longer = letter + text if before else text + letter
    assert Report(text=longer).id != Report(text=text).id
