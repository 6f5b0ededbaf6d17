"""A report is cut into its headline and sentences, and no letter of it is lost."""

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.passages.split import LONGEST, split
from marsad.reports.report import Report
from marsad.text.span import Part


def words(text: str, *, language: str | None = None, title: str | None = None) -> list[str]:
    """Return the passages' words."""
    return [passage.text for passage in split(Report(text=text, title=title, language=language))]


def test_the_headline_comes_first_and_stands_apart() -> None:
    """The title is passage 0 of part TITLE and paragraph 0; the body begins in paragraph 1."""
    title, body = split(Report(title=" Strike on market. Army denies ", text="Two died."))
    assert (title.text, title.is_title, title.number, title.paragraph) == ("Strike on market. Army denies", True, 0, 0)
    assert (body.text, body.is_title, body.number, body.paragraph) == ("Two died.", False, 1, 1)


def test_sentences_stand_where_the_report_has_them() -> None:
    """Each passage is quoted from its report and points at its place."""
    report = Report(text="  Jets struck Tal Arda.  Twelve people died.\n\nThe army denied it. ")
    passages = split(report)
    assert [passage.text for passage in passages] == [
        "Jets struck Tal Arda.",
        "Twelve people died.",
        "The army denied it.",
    ]
    assert [passage.paragraph for passage in passages] == [1, 1, 2]
    assert all(report.supports(passage.evidence) for passage in passages)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Omar Haddun and Col. Sam Brel met Dr. Ana Vell and Mr. Obo.",
        "Lt.-Col. Omar Haddun led Brigade No. 5 to Ste. Anne.",
        "The U.S. Army and U.N. envoys met at 5 a.m. near Mt. Arda.",
        "The attack at 5 p.m. on Monday hit 3.5 km of road.",
        '"Is it over?" he asked residents.',
        "Residents waited... and waited.",
    ],
)
def test_a_title_or_short_form_does_not_end_a_sentence(sentence: str) -> None:
    """Ranks, countries, clock times and numbers keep their full stops inside the sentence."""
    assert words(f"{sentence} Two died.") == [sentence, "Two died."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It hit at 5 p.m. The army denied it.", ["It hit at 5 p.m.", "The army denied it."]),
        ("They fled to the U.N. He stayed.", ["They fled to the U.N.", "He stayed."]),
        ("It was me. The army left.", ["It was me.", "The army left."]),
        ("They left. al-Sarun fighters stayed.", ["They left.", "al-Sarun fighters stayed."]),
        ("Shells fell.The army left.", ["Shells fell.", "The army left."]),
    ],
)
def test_a_real_end_of_a_sentence_is_not_overlooked(text: str, parts: list[str]) -> None:
    """What only looks like a short form still ends its sentence."""
    assert words(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Nine dead in raid NGO AFP Sunday 6 Apr 2031 At least nine people died in Tal Arda.",
            ["Nine dead in raid NGO AFP Sunday 6 Apr 2031", "At least nine people died in Tal Arda."],
        ),
        (
            "Published March 5 2031 Two people died in Tal Arda.",
            ["Published March 5 2031", "Two people died in Tal Arda."],
        ),
        ("05-03-2031 Two people died in Tal Arda.", ["05-03-2031", "Two people died in Tal Arda."]),
        (
            "Residents of the old town (Coast Wire/AFP) Two people died in Tal Arda.",
            ["Residents of the old town (Coast Wire/AFP)", "Two people died in Tal Arda."],
        ),
    ],
)
def test_the_head_of_a_page_and_a_caption_end_without_a_full_stop(text: str, parts: list[str]) -> None:
    """Where line ends are lost, a printed date closes the head and a credit the caption of a picture."""
    assert [passage.text for passage in split(Report(text=text, publisher="Coast Wire"))] == parts


@pytest.mark.parametrize(
    "text",
    [
        "On 5 March 2031 Rebels shelled Tal Arda.",
        "The strike of March 5 2031 Residents say killed two.",
        "HADRA (Reuters) Two people died in Tal Arda.",
        "The agency (AFP) said so.",
    ],
)
def test_a_day_or_an_agency_inside_a_sentence_ends_none(text: str) -> None:
    """A day after a preposition, a dateline and an agency in passing close nothing."""
    assert len(split(Report(text=text, publisher="Coast Wire"))) == 1


def test_a_quotation_of_several_sentences_is_cut_like_any_text() -> None:
    """Quotation marks do not hold sentences together, and each mark stays with its own sentence."""
    text = 'Sana said: "Planes came. The market burned." Then: “We ran. He died.” Twelve died.'
    assert words(text) == [
        'Sana said: "Planes came.',
        'The market burned."',
        "Then: “We ran.",
        "He died.”",
        "Twelve died.",
    ]


def test_french_titles_and_marks_stay_with_their_sentence() -> None:
    """A spaced closing mark belongs to the sentence before it."""
    text = "« Nous restons. » Le col. Brel est parti."
    assert words(text, language="fr") == ["« Nous restons. »", "Le col. Brel est parti."]


def test_arabic_sentences_are_cut_at_arabic_marks() -> None:
    """The Arabic question mark ends a sentence; the short form of doctor does not."""
    text = "قال د. سامر إن القصف مستمر. هل انتهى؟ قتل خمسة."
    assert words(text, language="ar") == ["قال د. سامر إن القصف مستمر.", "هل انتهى؟", "قتل خمسة."]


def test_each_line_is_a_paragraph_of_its_own() -> None:
    """A line without a full stop, such as a heading, is not drawn into the next line."""
    passages = split(Report(text="Clashes in Tal Arda\nFive people died.\r\nTwo fled."))
    assert [(passage.paragraph, passage.text) for passage in passages] == [
        (1, "Clashes in Tal Arda"),
        (2, "Five people died."),
        (3, "Two fled."),
    ]


def test_a_hard_wrapped_paragraph_stays_one() -> None:
    """Lines broken at a column, as in a telegram, are read as one paragraph."""
    text = (
        "Government troops entered the village of Tal Arda on Monday, two\n"
        "residents said. At least 12 people were killed and 30 hurt, Arda\n"
        "Province officials said."
    )
    passages = split(Report(text=text))
    assert [passage.paragraph for passage in passages] == [1, 1]
    assert passages[1].text.endswith("Arda\nProvince officials said.")


def test_a_text_without_any_full_stop_is_cut_at_a_space() -> None:
    """Five thousand letters without punctuation become pieces within the bound, whole words only."""
    text = "shells fell on the town again " * 200
    pieces = words(text)
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces).split() == text.split()


def test_a_text_without_even_a_space_is_cut_at_the_bound() -> None:
    """A single endless word cannot make an endless passage."""
    assert [len(piece) for piece in words("x" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u2028\u00a0"])
def test_a_report_without_words_has_no_passages(text: str) -> None:
    """Nothing is made out of spaces."""
    assert split(Report(text=text)) == ()


def test_marks_alone_make_no_passage_of_their_own() -> None:
    """A row of stars stays with the sentence before it."""
    assert words("Two died. *** ") == ["Two died. ***"]


@pytest.mark.parametrize("language", [None, "en", "en-GB", "zz", "", "\ud800", "x" * 9999, "ar"])
def test_any_language_tag_can_be_split(language: str | None) -> None:
    """An unknown or broken tag is read as English."""
    assert words("Two died. Three fled.", language=language) == ["Two died.", "Three fled."]


STRANGE = st.one_of(
    st.sampled_from(".!?…؟ \n\r\t\"“”«»'’()[]-—aZ1\x00\ud800\u200f\u2028\u00a0😀م"),
    st.sampled_from(["Gen. ", "U.S. ", "\r\n", "\n\n", ' "', "al-"]),
)
TEXTS = st.one_of(st.lists(STRANGE, max_size=60).map("".join), st.text(max_size=200))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS, language=st.sampled_from([None, "en", "ar", "fr", "ru", "zz"]))
@example(text='"', title='"', language="en")
@example(text="a. ***\n", title=None, language="en")
@example(text="؟\ud800\x00. \u202e😀! x", title="\n", language="ar")
def test_every_visible_letter_lies_in_exactly_one_passage(text: str, title: str | None, language: str | None) -> None:
    """Whatever the text, passages are exact, trimmed, in order, apart from each other, and leave out only spaces."""
    report = Report(text=text, title=title, language=language)
    passages = split(report)
    assert [passage.number for passage in passages] == list(range(len(passages)))
    for part in Part:
        spans = [passage.evidence.span for passage in passages if passage.evidence.span.part is part]
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
        gaps = zip([0, *(span.end for span in spans)], [*(span.start for span in spans), None], strict=True)
        assert not "".join(report.part(part)[end:start] for end, start in gaps).strip()
    for passage in passages:
        assert report.supports(passage.evidence)
        assert passage.text == passage.text.strip()
        assert len(passage.text) <= LONGEST


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_paragraphs_never_count_backwards(text: str) -> None:
    """Paragraph numbers rise along the text."""
    numbers = [passage.paragraph for passage in split(Report(text=text))]
    assert numbers == sorted(numbers)
