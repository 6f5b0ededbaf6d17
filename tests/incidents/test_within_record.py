"""Claims as the record holds them: each once; an incident's places, doers and targets; what stayed unresolved."""

import pytest

from marsad.incidents.incident import Blame, TargetType

from .telling import claim_of, incidents, record, tolls


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Five killed in Tal Arda", "Airstrikes killed five people in Tal Arda, two residents said."),
        ("Five killed in Tal Arda, residents say", "Airstrikes killed five people in Tal Arda, residents said."),
        (
            "Five killed in Tal Arda, hospital says",
            "Airstrikes killed five people in Tal Arda, a hospital in Hadra said.",
        ),
        (
            None,
            "Airstrikes killed five people in Tal Arda, a nurse said. The nurse said the five people killed were men.",
        ),
    ],
)
def test_a_number_told_twice_by_one_holder_is_one_claim(title: str | None, text: str) -> None:
    """The words of both tellings are its evidence, and the one who is quoted for it holds it."""
    found = record(text, title)
    assert [low for _, low in tolls(found)] == [5]
    toll = next(claim for claim in found.claims if claim.count)
    assert toll.attribution
    assert len(toll.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed five people in Tal Arda, a nurse said. The mayor said the airstrikes killed five people.",
        "Airstrikes killed five people in Tal Arda, a nurse said. The airstrikes wounded five people, the nurse said.",
        "Airstrikes killed five people in Tal Arda, a nurse said. The airstrikes killed six people, the mayor said.",
    ],
)
def test_another_holder_harm_or_number_is_another_claim(text: str) -> None:
    """Agreement of two holders is worth something, so that both are kept."""
    assert len(tolls(record(text))) == 2


@pytest.mark.parametrize(
    ("title", "text", "bounds"),
    [
        ("13 killed in Tal Arda", "Airstrikes killed at least 13 people in Tal Arda, a nurse said.", (13, None)),
        (None, "Airstrikes killed 13 people in Tal Arda. At least 13 people were killed, a nurse said.", (13, None)),
        ("30 killed in Tal Arda", "Airstrikes killed more than 30 people in Tal Arda, a nurse said.", (31, None)),
    ],
)
def test_a_bare_number_repeats_the_hedged_one(title: str | None, text: str, bounds: tuple[int, int | None]) -> None:
    """A headline leaves "at least" out; what stands is what the one who is quoted said."""
    (toll,) = [claim for claim in record(text, title).claims if claim.count]
    assert toll.count is not None
    assert (toll.count.low, toll.count.high) == bounds
    assert toll.attribution


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers and four rebels were killed in airstrikes on Tal Arda, a nurse said.",
        "Airstrikes on Tal Arda killed three women, a nurse said. The raids killed three children, the nurse said.",
    ],
)
def test_as_many_of_other_people_are_another_claim(text: str) -> None:
    """Four soldiers are not four rebels, and three women are not three children."""
    assert len(tolls(record(text))) == 2


def test_a_part_of_a_claim_told_twice_points_at_the_one_kept() -> None:
    """No claim points at one that was put together with another."""
    found = record(
        "Airstrikes killed five people in Tal Arda, including a child, a nurse said.",
        "Five killed in Tal Arda, nurse says",
    )
    ids = {claim.id for claim in found.claims}
    assert claim_of(found, "a child").subset_of in ids


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Rebels bombarded Tal Arda, killing five people.", Blame.STATED),
        ("Rebels reportedly bombarded Tal Arda, killing five people.", Blame.ALLEGED),
        ("A car bomb killed five people in Tal Arda. The police blamed the Marj Front.", Blame.ALLEGED),
        ("A car bomb killed five people in Tal Arda. The army denied planting the bomb.", Blame.DENIED),
    ],
)
def test_who_is_said_to_have_done_it_and_on_what_basis(text: str, basis: Blame) -> None:
    """Stated by the report, alleged by somebody, or denied by themselves: it is never taken for more."""
    assert [one.basis for one in incidents(text)[0].perpetrators] == [basis]


def test_nobody_is_named_without_words() -> None:
    """An incident nobody is blamed for has no perpetrator."""
    assert incidents("A car bomb killed five people in Tal Arda.")[0].perpetrators == ()


@pytest.mark.parametrize(
    ("text", "kind", "facility"),
    [
        ("Airstrikes hit a hospital in Tal Arda.", TargetType.INFRASTRUCTURE, "hospital"),
        ("Rebels attacked soldiers in Tal Arda on Tuesday.", TargetType.COMBATANTS, None),
    ],
)
def test_what_was_hit_is_told_by_its_words(text: str, kind: TargetType, facility: str | None) -> None:
    """A facility is infrastructure, soldiers are combatants."""
    (target,) = incidents(text)[0].targets
    assert (target.type, target.facility) == (kind, facility)


def test_places_stand_most_specific_first_and_once() -> None:
    """A town before its province, and each place one time."""
    (incident,) = incidents(
        "Airstrikes killed five people in Tal Arda in Hadra Province. The airstrikes hit Tal Arda at dawn."
    )
    assert [place.name for place in incident.places] == ["Tal Arda", "Hadra Province"]


def test_a_day_that_nothing_tells_is_a_problem_with_advice() -> None:
    """Where the report has no date, "on Tuesday" stays unresolved and the record says what to do."""
    found = record("Airstrikes killed five people in Tal Arda on Tuesday.", published=None)
    when = found.incidents[0].when
    assert when is not None
    assert (when.start, when.end) == (None, None)
    (problem,) = found.problems
    assert (problem.code, problem.words) == ("time_unresolved", "on Tuesday")
    assert "--published" in problem.message


def test_a_place_no_gazetteer_knows_is_a_problem_with_its_words() -> None:
    """The name is kept as it is worded and no coordinates are made up."""
    found = record("Airstrikes killed five people in the village of Dahr Zumurrud on Tuesday.")
    (place,) = found.incidents[0].places
    assert (place.gazetteer, place.latitude) == (None, None)
    assert [problem.code for problem in found.problems] == ["place_unknown"]


def test_what_is_resolved_is_no_problem() -> None:
    """A report read whole has nothing to complain of."""
    assert record("Airstrikes killed five people in Tal Arda on Tuesday.").problems == ()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Airstrikes killed ten civilians and wounded 15 in Tal Arda.", "15", "civilian"),
        ("Airstrikes killed ten soldiers and wounded 15 in Tal Arda.", "15", "combatant"),
        ("Ten soldiers left. Airstrikes wounded 15 in Tal Arda.", "15", "unknown"),
        ("Airstrikes killed nine fighters, among them two minors, in Tal Arda.", "two minors", "combatant"),
        ("Airstrikes killed nine people, among them two minors, in Tal Arda.", "two minors", "civilian"),
    ],
)
def test_people_are_what_those_counted_with_them_are(text: str, words: str, expected: str) -> None:
    """A bare number goes back to the people of its sentence, and a part has the class of its whole."""
    toll = claim_of(record(text), words)
    assert toll.victims is not None
    assert toll.victims.victim_class.value == expected
