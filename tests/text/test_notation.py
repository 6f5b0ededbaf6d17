"""Promises of the mark-up notation in which golden reports are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import MarsadError
from marsad.text.notation import Mark, Marked, read_marks, read_report, write_marks

NAMES = st.sampled_from(["c1", "c2", "c10", "i1"])
ROLES = st.sampled_from(["holder", "killed", "location"])
TEXTS = st.text(alphabet=st.one_of(st.sampled_from("ab {}\\:.,\n"), st.characters()), max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> Marked:
    """Any text with any nesting of marks in it."""
    text = draw(TEXTS)
    chosen: list[Mark] = []
    for _ in range(draw(st.integers(0, 8)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        mark = Mark(claim=draw(NAMES), role=draw(ROLES), start=start, end=end)
        if mark not in chosen and not any(crosses(mark, other) for other in chosen):
            chosen.append(mark)
    return Marked(text=text, marks=tuple(sorted(chosen, key=lambda mark: (mark.start, -mark.end))))


def crosses(one: Mark, other: Mark) -> bool:
    """Whether two marks overlap without one lying in the other."""
    first, second = sorted((one, other), key=lambda mark: (mark.start, -mark.end))
    return first.start < second.start < first.end < second.end


@given(marked_texts())
def test_marked_text_reads_back_as_written(marked: Marked) -> None:
    """Whatever the text and however the marks nest, reading what was written gives both back."""
    assert read_marks(write_marks(marked.text, marked.marks)) == marked


@given(TEXTS)
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    """Reading never fails in any other way than by naming line and column."""
    try:
        marked = read_marks(text)
    except MarsadError as error:
        assert "column" in str(error)  # noqa: PT017 - either outcome is a promise here
        return
    assert read_marks(write_marks(marked.text, marked.marks)) == marked


def test_nested_marks_keep_their_own_words() -> None:
    """A town inside a market is a mark of its own."""
    marked = read_marks("struck {i1.location: the market in {i1.town: Tal Arda}} at noon")
    assert marked.text == "struck the market in Tal Arda at noon"
    assert [marked.words(mark) for mark in marked.marks] == ["the market in Tal Arda", "Tal Arda"]


def test_one_mark_serves_several_claims() -> None:
    """The same holder need not be marked again for each figure."""
    marked = read_marks("{c1,c2.holder: Two residents} said")
    assert marked.marks == (
        Mark(claim="c1", role="holder", start=0, end=13),
        Mark(claim="c2", role="holder", start=0, end=13),
    )
    assert write_marks(marked.text, marked.marks) == "{c1,c2.holder: Two residents} said"


def test_a_brace_and_a_backslash_can_be_written() -> None:
    """The notation's own letters may stand in a report."""
    marked = read_marks(r"\{c1.killed: five\} and \\ {c1.killed: si\}x}")
    assert marked.text == r"{c1.killed: five} and \ si}x"
    assert [marked.words(mark) for mark in marked.marks] == ["si}x"]


def test_a_space_at_the_start_of_marked_words_is_kept() -> None:
    """Exactly one space after the colon belongs to the notation."""
    assert read_marks("{c1.killed:  two}").text == " two"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("one\n{c1.killed: two", "line 2, column 1"),
        ("one }", "line 1, column 5"),
        ("{c1: two}", "line 1, column 1"),
        ("{c1.killed:two}", "line 1, column 1"),
        ("{C1.killed: two}", "line 1, column 1"),
        ("{c1.killed: }", "line 1, column 1"),
        ("a\nb {c1.killed: x{c2.killed: }}", "line 2, column 16"),
        ("{c1,.killed: two}", "line 1, column 1"),
        ("{c1,c1.killed: two}", "line 1, column 1"),
        ("{c1.killed: {c1.killed: two}}", "line 1, column 13"),
        ("fi\\ve", "line 1, column 3"),
        ("five\\", "line 1, column 5"),
    ],
)
def test_a_mistake_is_refused_where_it_stands(written: str, place: str) -> None:
    """A typing error is never forgiven, and its line and column are named."""
    with pytest.raises(MarsadError, match=place):
        read_marks(written)


@pytest.mark.parametrize(
    "marks",
    [
        (Mark(claim="c1", role="killed", start=0, end=5), Mark(claim="c2", role="killed", start=3, end=8)),
        (Mark(claim="c1", role="killed", start=2, end=2),),
        (Mark(claim="c1", role="killed", start=5, end=11),),
        (Mark(claim="c 1", role="killed", start=0, end=5),),
        (Mark(claim="c1", role="killed: ", start=0, end=5),),
        (Mark(claim="c1", role="killed", start=0, end=5), Mark(claim="c1", role="killed", start=0, end=5)),
    ],
)
def test_marks_that_cannot_be_written_are_refused(marks: tuple[Mark, ...]) -> None:
    """Crossing, empty, outlying, misnamed and doubled marks are errors of the writer."""
    with pytest.raises(MarsadError, match="mark"):
        write_marks("five dead.", marks)


def test_the_header_gives_publisher_day_language_and_title() -> None:
    """A golden report begins like any plain-text report that marsad reads, and its title may hold marks."""
    report = read_report(
        "source: Coast Wire\npublished: 2031-03-05\nlanguage: en\ntitle: {i1.trigger: Strike} on market\n\nText.\n"
    )
    assert (report.source, report.published, report.language) == ("Coast Wire", date(2031, 3, 5), "en")
    assert report.title is not None
    assert report.title.text == "Strike on market"
    assert report.body.text == "Text."


def test_what_the_header_leaves_out_stays_unknown() -> None:
    """A report without a day has no day."""
    report = read_report("source: Coast Wire\n\nText.")
    assert (report.published, report.language, report.title) == (None, None, None)


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ("source: Coast Wire\nText.", "no blank line"),
        ("source: Coast Wire\nsource: Coast Wire\n\nText.", "line 2"),
        ("publisher: Coast Wire\n\nText.", "line 1"),
        ("source: Coast Wire\npublished: 20310305\n\nText.", "line 2"),
        ("source: Coast Wire\npublished: 5 March\n\nText.", "line 2"),
        ("source: Coast Wire\ntitle: {x\n\nText.", "line 2, column 1"),
        ("source: Coast Wire\n\nText.\n}", "line 4, column 1"),
    ],
)
def test_an_unreadable_header_is_refused_by_its_line(document: str, place: str) -> None:
    """A header line that is not understood is an error, not a part of the text."""
    with pytest.raises(MarsadError, match=place):
        read_report(document)
