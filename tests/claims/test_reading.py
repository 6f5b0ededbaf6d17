"""How a report is followed from sentence to sentence: one event told again, another, an answer, a list."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.claims.claim import Claim, ClaimType, LinkType
from marsad.claims.rules.reader import RuleReader
from marsad.contracts import check_extractor
from marsad.incidents.evidence import evidence_in
from marsad.passages.split import split
from marsad.reports.report import Report

from .invented import casualties, claims, finders, occurrences

BLAST = "A car bomb exploded in Tal Arda on Monday. "
WORDS = st.sampled_from(
    """said told killed wounded killing five two dozens people soldiers children the a of them in near Tal Arda Hadra on
    Monday overnight army rebels police shelling airstrike attack attacked denied claimed responsibility blamed by
    , . “ ” and including another since war could according to no casualties it NGO in response hours later dead toll
    rose from 12 90,000 was were ( ) \n""".split()  # noqa: SIM905 - a list of a hundred words is read as a text
)


def links(claim: Claim) -> set[LinkType]:
    """Return how a claim is tied to others."""
    return {link.type for link in claim.links}


def test_the_reader_keeps_every_promise_of_an_extractor() -> None:
    """Plain and nasty texts alike: exact words, unique ids, the same claims twice."""
    check_extractor(RuleReader(finders()))


@pytest.mark.parametrize("second", ["The attack killed five people.", "The explosion killed five people."])
def test_the_attack_is_the_one_told_before(second: str) -> None:
    """A mere "the attack" without a place of its own is tied to the event before it."""
    first, again = occurrences(BLAST + second)[:2]
    assert [(link.type, link.to) for link in again.links] == [(LinkType.SAME_EVENT, first.id)]


@pytest.mark.parametrize(
    "second",
    [
        "Another attack killed five people.",
        "An airstrike hit Umm Rihan.",
        "The attack in Umm Rihan killed five people.",
    ],
)
def test_another_attack_is_not_the_same(second: str) -> None:
    """What is called another, told for the first time, or has a place of its own does not go back."""
    assert LinkType.SAME_EVENT not in links(occurrences(BLAST + second)[-1])


def test_another_attack_is_tied_as_another() -> None:
    """What a report sets apart stays apart."""
    assert LinkType.OTHER_EVENT in links(occurrences(BLAST + "Another attack killed five people.")[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes hit Umm Rihan in response to a drone attack in Tal Arda.",
        "A drone attack hit Tal Arda. In response, airstrikes hit Umm Rihan.",
        "A drone attack hit Tal Arda. In retaliation, airstrikes hit Umm Rihan.",
    ],
)
def test_an_answer_points_at_what_it_answers(text: str) -> None:
    """In one sentence or in the next, the answer responds and the answered does not."""
    found = occurrences(text)
    (answer,) = [one for one in found if LinkType.RESPONDS_TO in links(one)]
    assert "strikes" in answer.trigger.quote.lower()
    (to,) = [link.to for link in answer.links if link.type is LinkType.RESPONDS_TO]
    assert to in {one.id for one in found if one is not answer}


def test_what_merely_follows_is_no_answer() -> None:
    """Two events told one after the other do not answer each other."""
    found = occurrences("A drone attack hit Tal Arda. Airstrikes hit Umm Rihan.")
    assert not any(LinkType.RESPONDS_TO in links(one) for one in found)


def test_a_toll_belongs_to_the_event_of_its_sentence() -> None:
    """Of two events told in one report each has its own dead."""
    text = "Airstrikes killed four people in Tal Arda. Shelling killed nine people in Umm Rihan."
    told = {claim.id: claim.trigger.quote for claim in occurrences(text)}
    assert [told[claim.about or ""] for claim in casualties(text)] == ["Airstrikes", "Shelling"]


def test_a_toll_without_an_event_is_of_the_one_before() -> None:
    """A sentence such as "five people were killed" goes back to what was told last."""
    text = BLAST + "Five people were killed."
    (toll,) = casualties(text)
    assert toll.about == occurrences(text)[0].id


@pytest.mark.parametrize(
    "text",
    [
        "A bus crash near Tal Arda killed nine people.",
        "Nine people drowned when floods hit Tal Arda. Two people are missing.",
        "In the film nine people are killed by a car bomb.",
        "Two strikers were injured in the penalty area.",
    ],
)
def test_accidents_and_stories_harm_nobody_here(text: str) -> None:
    """What no violence did, or what was made up, makes no claim of people harmed."""
    assert casualties(text) == ()


def test_the_part_of_a_whole_points_at_it() -> None:
    """Of "two of the eleven" the two are a part of the eleven, told before or after."""
    found = casualties("Airstrikes killed eleven fighters. Two of the eleven killed were commanders.")
    elevens = {claim.id for claim in found if claim.count and claim.count.low == 11}
    assert [claim.subset_of in elevens for claim in found if claim.count and claim.count.low == 2] == [True]
    assert all(claim.subset_of is None for claim in found if claim.id in elevens)


def test_a_part_is_never_larger_than_its_whole() -> None:
    """Of two earlier figures the one that is large enough is the whole."""
    found = casualties("Shelling killed four people in Tal Arda. Five of the dead were children.")
    assert all(claim.subset_of is None for claim in found)


def test_reading_one_report_leaves_no_trace_in_the_next() -> None:
    """A reader keeps nothing between reports: "it" of one does not go back to the other."""
    alone = claims("It said five people were killed.")
    claims(BLAST + "The Hadra Monitor for Rights said five people were killed.")
    assert claims("It said five people were killed.") == alone


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
@settings(max_examples=120, deadline=None)
@example("The army denied that it denied killing five of the five of them in Tal Arda.")
@example("“killed five")
@example("Shelling killed nine people, including two children, in Tal Arda.")
def test_any_row_of_the_readers_own_words_is_read_exactly(text: str) -> None:
    """Words that rules wait for, in any order: nothing raises, evidence is exact, ids are unique, twice is the same."""
    report = Report(text=text or " ", title="Five killed in Tal Arda", publisher="Coast Wire")
    reader = RuleReader(finders())
    found = reader.extract(report, split(report))
    ids = [claim.id for claim in found]
    assert len(ids) == len(set(ids))
    assert all(report.supports(evidence) for claim in found for evidence in evidence_in(claim))
    assert all(claim.subset_of in {None, *ids} and claim.about in {None, *ids} for claim in found)
    assert all((claim.count is not None) == (claim.type is ClaimType.CASUALTY) for claim in found)
    assert found == reader.extract(report, split(report))


def test_a_sentence_printed_twice_tells_one_event() -> None:
    """A page that repeats its first sentence in the body tells nothing new by it."""
    line = "Rebels bombarded the old mill of Tal Arda on Monday and killed nine villagers."
    first, second = [claim for claim in claims(f"{line} The road is shut. {line}") if claim.about is None]
    assert [(link.type, link.to) for link in second.links] == [(LinkType.SAME_EVENT, first.id)]
