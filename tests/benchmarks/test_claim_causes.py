"""Errors in claims are told by their cause."""

import pytest
from tests.benchmarks.coded import (
    Row,
    causes,
    details,
    gold_claim,
    gold_incident,
    judged,
    link,
    read_claim,
    read_incident,
    record,
    told,
)


def read(*claims: Row, gold: list[Row] | None = None) -> tuple[list[Row], Row]:
    """Return the gold of one incident and a record of one incident with these claims."""
    every = [told(), *claims]
    return [gold_incident(*(gold or [gold_claim()]))], record(every, read_incident(*every))


def test_a_claim_that_is_right_is_no_error() -> None:
    """Agreement has no cause."""
    found = judged(*read(read_claim()))

    assert {outcome.row for outcome in found if not outcome.right} == set()
    assert [outcome.right for outcome in found if outcome.row == "claim"] == [True]


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        ([], "number not read"),
        ([read_claim(low=12, high=None)], "number read with other bounds"),
        ([read_claim(low=2, high=2)], "another number at these words"),
        ([read_claim(harm="injured")], "number read, another harm"),
        ([read_claim(low=2, high=2, harm="injured")], "another number of another harm"),
        ([read_claim("400 people")], "same figure read at other words"),
    ],
)
def test_a_missed_claim_has_its_cause(claims: list[Row], cause: str) -> None:
    """What was read at the gold's words says why the claim was missed."""
    assert causes(judged(*read(*claims)), "claim") == [cause]


@pytest.mark.parametrize(
    ("quote", "form"),
    [("12 people", "in digits"), ("two residents", "in number words"), ("a doctor", "a, one, another")],
)
def test_a_number_not_read_is_sorted_by_its_form(quote: str, form: str) -> None:
    """Digits, number words and the article are read by different rules."""
    assert details(judged(*read(gold=[gold_claim(quote)])), "claim") == [form]


def test_words_of_the_title_are_told_apart() -> None:
    """A figure that stands in the headline alone is a cause of its own."""
    assert causes(judged(*read(gold=[gold_claim("Scores dead", 40, None)])), "claim") == ["words in the title only"]


def test_words_that_stand_nowhere_are_the_golds_fault() -> None:
    """Gold words that the report has not are told as such."""
    assert causes(judged(*read(gold=[gold_claim("77 goats")])), "claim") == ["gold words not in the text"]


def test_one_reading_serves_one_claim() -> None:
    """Of two claims of the same words, by two holders, the second has no reading of its own."""
    gold = [gold_claim(), gold_claim(holder="mayor", holder_quote="the mayor")]

    assert causes(judged(*read(read_claim(), gold=gold)), "claim") == ["one reading for two claims"]


@pytest.mark.parametrize(
    ("claim", "cause"),
    [
        (read_claim("12 people, said the mayor"), "repeated figure"),
        (read_claim("12 people, said the mayor", harm="injured"), "number read, another harm"),
        (read_claim("400 people", low=400, high=400), "a total over time taken for an incident's"),
        (read_claim("5 soldiers", low=5, high=5), "gold has no such toll"),
        (read_claim("3 children", low=3, high=3, subset_of="clm_x"), "a part that gold does not count"),
        (read_claim("killed 12", low=2, high=2), "another figure at the words of a right one"),
    ],
)
def test_a_wrong_claim_has_its_cause(claim: Row, cause: str) -> None:
    """What gold has at those words, and elsewhere, says why the claim is wrong."""
    assert causes(judged(*read(read_claim(), claim)), "claim wrong") == [cause]


def test_a_misread_number_is_missed_and_wrong() -> None:
    """A figure with other bounds counts on both sides, with one cause."""
    found = judged(*read(read_claim(low=12, high=None)))

    assert causes(found, "claim") == causes(found, "claim wrong") == ["number read with other bounds"]
    assert details(found, "claim") == ["12 as 12 or more"]


def test_a_total_of_no_incident_is_not_held_against_the_reading() -> None:
    """What the scorer does not count is no error."""
    total = read_claim("400 people", low=400, high=400, incident=None, scope="cumulative")

    assert causes(judged(*read(read_claim(), total)), "claim wrong") == []


WIRE = link("Coast Wire", "Coast Wire", "media")
DOCTOR = link("doctor", "a doctor", "medical")


@pytest.mark.parametrize(
    ("gold", "chain", "cause"),
    [
        ("outlet", [DOCTOR], "a holder instead of the outlet"),
        ("doctor", [], "the outlet instead of a holder"),
        ("doctor", [WIRE], "the relay instead of the deepest holder"),
        ("doctor", [DOCTOR, WIRE], "a deeper holder than the gold's"),
        ("doctor", [link("mayor", "the mayor", "official")], "another holder"),
    ],
)
def test_a_wrong_holder_has_its_cause(gold: str, chain: list[Row], cause: str) -> None:
    """Who was taken instead of whom says what to mend."""
    coded = gold_claim("3 children", 3, 3, holder=gold, holder_quote=None if gold == "outlet" else "a doctor")
    claim = read_claim("3 children", 3, 3, attribution=chain)

    assert causes(judged(*read(claim, gold=[coded])), "holder") == [cause]


def test_a_missing_holder_of_the_same_sentence_is_told_apart() -> None:
    """A holder beside the figure is another fault than one sentences away."""
    near = gold_claim(holder="residents")
    far = gold_claim(holder="mayor", holder_quote="the mayor")
    silent = read_claim(attribution=[])

    assert details(judged(*read(silent, gold=[near])), "holder") == ["named in the same sentence"]
    assert details(judged(*read(silent, gold=[far])), "holder") == ["named in another sentence"]


@pytest.mark.parametrize(
    ("row", "gold", "claim", "cause"),
    [
        ("class", {"victim_class": "civilian"}, {}, "civilian read as unknown"),
        ("subset", {"is_subset": True}, {}, "a part read as a whole"),
        ("subset", {}, {"subset_of": "clm_x"}, "a whole read as a part"),
        ("scope", {"scope": "cumulative"}, {}, "cumulative read as this_incident"),
        ("stance", {"stance": "possible"}, {}, "possible read as asserted"),
    ],
)
def test_a_wrong_sort_of_claim_has_its_cause(row: str, gold: Row, claim: Row, cause: str) -> None:
    """Class, part, scope and stance say what was taken for what."""
    assert causes(judged(*read(read_claim(**claim), gold=[gold_claim(**gold)])), row) == [cause]
