"""How many: what words for numbers mean, and which numbers count nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.claims.claim import Lexeme
from marsad.counts import CountFinder

FINDER = CountFinder()


def quantities(text: str) -> list[tuple[object, ...]]:
    """Return what was found as (words, label, low, high)."""
    return [
        (text[found.start : found.end], found.label, *((found.count.low, found.count.high) if found.count else ()))
        for found in FINDER.find(text)
    ]


def counts(text: str) -> list[tuple[str, int | None, int | None]]:
    """Return only what counts people or things, as (words, low, high)."""
    return [
        (text[found.start : found.end], found.count.low, found.count.high)
        for found in FINDER.find(text)
        if found.label == "count"
    ]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12", 12, 12),
        ("twelve", 12, 12),
        ("around 12", 12, 12),
        ("some 12", 12, 12),
        ("nearly 50", 45, 49),
        ("close to 50", 45, 49),
        ("at least 12", 12, None),
        ("12 or more", 12, None),
        ("more than 20", 21, None),
        ("over 20", 21, None),
        ("up to 12", 0, 12),
        ("as many as 12", 0, 12),
        ("12 to 15", 12, 15),
        ("between 12 and 15", 12, 15),
        ("several", 2, None),
        ("many", 2, None),
        ("a few", 2, None),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
    ],
)
def test_the_table_of_the_record_is_followed(words: str, low: int, high: int | None) -> None:
    """Every row of the record format's table of number words gives its two bounds."""
    assert counts(f"The shelling hurt {words} people there.") == [(words, low, high)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("1,200", 1200, 1200),
        ("1 200", 1200, 1200),
        ("1.5 million", 1_500_000, 1_500_000),
        ("twenty-three", 23, 23),
        ("twenty three", 23, 23),
        ("three hundred and fifty", 350, 350),
        ("one thousand five hundred", 1500, 1500),
        ("one million two hundred thousand and five", 1_200_005, 1_200_005),
        ("three hundred and five thousand", 305_000, 305_000),
        ("a hundred", 100, 100),
        ("two dozen", 24, 24),
        ("three dozens", 36, 36),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("half a million", 500_000, 500_000),
        ("several dozen", 24, None),
        ("several hundred", 200, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("a couple", 2, 2),
        ("both", 2, 2),
        ("two to three hundred", 200, 300),
        ("12-15", 12, 15),
        ("10 or 12", 10, 12),
        ("200+", 200, None),
        ("12 or so", 12, 12),
        ("at least another 12", 12, None),
        ("an estimated 300", 300, 300),
        ("well over 1000", 1001, None),
        ("up to more than 130", 131, None),
        ("fewer than 10", 0, 9),
        ("no fewer than five", 5, None),
        ("no more than five", 0, 5),
        ("at least one", 1, None),
        ("more than two dozen", 25, None),
        ("٣٤", 34, 34),
    ],
)
def test_numbers_are_read_with_their_hedge(words: str, low: int, high: int | None) -> None:
    """Digits, words, dozens and ranges keep their hedge inside one span."""
    assert counts(f"It was said that {words} civilians were hurt.") == [(words, low, high)]


@pytest.mark.parametrize(
    ("words", "lexeme"),
    [
        ("around 12", Lexeme.APPROX),
        ("12 or so", Lexeme.APPROX),
        ("12", Lexeme.NUMERAL),
        ("a dozen", Lexeme.DOZEN),
        ("dozens", Lexeme.DOZENS),
        ("up to 12", Lexeme.UP_TO),
        ("12 to 15", Lexeme.RANGE),
        ("several", Lexeme.SEVERAL),
        ("at least dozens", Lexeme.AT_LEAST),
        ("nearly 50", Lexeme.NEARLY),
    ],
)
def test_the_wording_of_a_number_is_kept(words: str, lexeme: Lexeme) -> None:
    """The hedge stays beside the numbers as a lexeme."""
    (found,) = FINDER.find(f"killed {words} people")
    assert found.count.lexeme is lexeme
    assert found.count.words == words


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("on 12 August 2031 jets came", "12 August 2031", "date"),
        ("on August 12, 2031, jets came", "August 12, 2031", "date"),
        ("Aug 142031 TAL ARDA", "Aug 142031", "date"),
        ("20.04.2031 A blast", "20.04.2031", "date"),
        ("2031-04-20", "2031-04-20", "date"),
        ("since 2011 the war", "2011", "date"),
        ("at 1:38 p.m. on", "1:38 p.m.", "clock"),
        ("at 0914 the", "0914", "clock"),
        ("0900 GMT", "0900 GMT", "clock"),
        ("the 10-year-old girl", "10-year-old", "age"),
        ("the man, aged 34, fled", "34", "age"),
        ("Karam, 34, said", "34", "age"),
        ("for more than two years", "more than two years", "duration"),
        ("the 24-hour truce", "24-hour", "duration"),
        ("$1.5 million", "1.5 million", "money"),
        ("six million dollars", "six million dollars", "money"),
        ("12 percent", "12 percent", "percent"),
        ("12%", "12%", "percent"),
        ("two-thirds of it", "two-thirds", "percent"),
        ("5 km away", "5 km", "measure"),
        ("the 120mm shells", "120mm", "measure"),
        ("three times", "three times", "measure"),
        ("the second strike", "second", "ordinal"),
        ("the 47th day", "47th", "ordinal"),
        ("the F-16 jets", "F-16", "model"),
        ("MiG-29", "MiG-29", "model"),
        ("the AK-47 rifles", "AK-47", "model"),
        ("the M4 road", "M4", "model"),
        ("Type 63 rockets", "Type 63", "model"),
        ("under resolution 2254", "resolution 2254", "identifier"),
        ("Brigade 93 left", "Brigade 93", "identifier"),
        ("see http://tal.example/12", "http://tal.example/12", "identifier"),
        ("call +9991234567", "9991234567", "identifier"),
    ],
)
def test_a_number_that_counts_nobody_is_never_a_toll(text: str, words: str, label: str) -> None:
    """Dates, hours, ages, money, measures and models have labels of their own and no count."""
    assert (words, label) in quantities(text)
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "no immediate reports of casualties",
        "no word on the dead",
        "no fly zone",
        "no casualty figures were given",
        "so many, how many, as many",
        "one another",
        "the march may go on",
        "close ranks",
    ],
)
def test_words_that_only_look_like_quantities_are_passed_over(text: str) -> None:
    """Silence about casualties is not zero, and "how many" counts nothing."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No one was hurt", "No one"),
        ("there were no casualties", "no"),
        ("no civilian casualties were reported", "no"),
        ("none of them died", "none"),
        ("without any casualties", "without any"),
        ("zero deaths", "zero"),
    ],
)
def test_nobody_harmed_is_zero(text: str, words: str) -> None:
    """A statement that nobody was harmed is a count of zero."""
    assert quantities(text) == [(words, "none", 0, 0)]


def test_an_article_is_left_to_the_reader_of_the_noun() -> None:
    """The words "a" and "one" are one person only before a person, so they have a label of their own."""
    assert quantities("a child and another man; one of them") == [
        ("a", "article", 1, 1),
        ("another", "article", 1, 1),
        ("one", "article", 1, 1),
    ]


def test_a_toll_that_rose_is_two_numbers() -> None:
    """The words "from 12 to 15" tell of two tolls and is no range."""
    assert counts("the toll rose from 12 to 15") == [("12", 12, 12), ("15", 15, 15)]


def test_a_range_turned_round_is_two_numbers() -> None:
    """The words "15 to 12" are no range."""
    assert counts("by 15 to 12") == [("15", 15, 15), ("12", 12, 12)]


def test_a_toll_that_looks_like_a_year_is_still_a_toll() -> None:
    """The words "2000 civilians" and "more than 2000" are counts, "in 2000" is a year."""
    assert counts("Some 2000 civilians left in 2000, more than 2000 stayed") == [
        ("Some 2000", 2000, 2000),
        ("more than 2000", 2001, None),
    ]


def test_a_count_after_a_date_without_comma_is_not_part_of_it() -> None:
    """Reports lose their commas: the date ends before the toll."""
    assert counts("6 October 2031 8 persons killed") == [("8", 8, 8)]
    assert counts("in August 12 people were killed") == [("12", 12, 12)]


def test_nearness_to_villages_is_no_number() -> None:
    """The words "close to two villages" say where, not how many."""
    assert counts("close to two villages") == [("two", 2, 2)]


@pytest.mark.parametrize("text", ["9" * 5000, "1," * 3000, "one hundred " * 2000, "at least " * 2000, "1 000 " * 2000])
def test_hostile_numbers_are_survived(text: str) -> None:
    """No figure is too long and no phrase too repetitive to be read in linear time."""
    FINDER.find(text)


PHRASES = (
    "at least", "more than", "nearly", "up to", "between", "and", "or", "no", "one", "a", "an", "the", "hundred",
    "thousand", "dozen", "dozens", "several", "12", "1,200", "0", "2016", "15", "May", "5", "-", "–", ",", ".", "%",
    "km", "$", "(", ")", "+", "people", "casualties", "year", "old", "aged", "F", "16", "p.m.", "half", "some", "few",
)  # fmt: skip
WORDS = st.sampled_from(PHRASES)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=9).map("".join)
)


@given(TEXTS)
def test_any_text_is_read_into_exact_ordered_spans(text: str) -> None:
    """Whatever the text, spans are in order, never overlap, and a count's words are those of its span."""
    behind = 0
    for found in FINDER.find(text):
        assert behind <= found.start < found.end <= len(text)
        behind = found.end
        words = text[found.start : found.end]
        assert words == words.strip()
        if found.count is not None:
            assert found.count.words == words


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_with_thousands_marks_is_itself(number: int) -> None:
    """Thousands marks never change a number."""
    found = [each for each in FINDER.find(f"killed {number:,} people") if each.count]
    assert [each.count.low for each in found] == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chief, 61, was at home.", []),
        ("In the valley, 61, mostly farmers, were hurt.", ["61"]),
        ("They were beaten 5-1 at home.", []),
        ("A bomb killed 5-10 people.", ["5-10"]),
    ],
)
def test_an_age_and_a_score_count_nobody(text: str, found: list[str]) -> None:
    """A bare number between commas before a singular verb is an age; a range never falls."""
    assert [words for words, _, _ in counts(text)] == found
