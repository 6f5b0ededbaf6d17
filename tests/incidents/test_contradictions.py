"""What is a disagreement between those who tell of an incident, and what is none."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from marsad.actors.actor import VictimClass
from marsad.claims.claim import ClaimType, Kind, Scope, Stance
from marsad.incidents.contradictions import contradictions
from marsad.incidents.incident import Blame, Contradiction, Perpetrator, RecordedClaim

from .invented import (
    ARMY,
    HOSPITAL,
    OBSERVATORY,
    RESIDENTS,
    TUESDAY,
    Said,
    at_least,
    exactly,
    incident,
    told,
)

DENIAL = Said(None, None, ARMY, type=ClaimType.RESPONSIBILITY, stance=Stance.DENIED)


def found(*said: Said, blamed: Any = ()) -> tuple[Contradiction, ...]:
    """Return the disagreements in one report; ``blamed`` is (claim number, name, roster id, basis) each."""
    report, claims = told(*said)
    perpetrators = [blame(claims, *one) for one in blamed]
    return contradictions(claims, perpetrators, reports={report.id: report})


def blame(claims: tuple[RecordedClaim, ...], at: int, name: str, actor: str | None, basis: Blame) -> Perpetrator:
    """Return a perpetrator named by one claim."""
    claim = claims[at]
    return Perpetrator(name=name, actor=actor, basis=basis, evidence=claim.evidence[0], claims=(claim.id,))


def about(contradicted: tuple[Contradiction, ...]) -> list[str]:
    """Return what they are about."""
    return [one.about for one in contradicted]


def test_tolls_that_share_no_number_contradict_each_other() -> None:
    """At least 31 against 19, each side with its holder and words."""
    (one,) = found(at_least(31, RESIDENTS), exactly(19, HOSPITAL))
    assert one.about == "killed"
    assert [(side.holders, side.says) for side in one.sides] == [
        (("Zuhur Hospital",), "19 killed"),
        (("two residents",), "at least 31 killed"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        (at_least(23, RESIDENTS), exactly(27, HOSPITAL)),
        (Said(12, 15, RESIDENTS), Said(14, 20, HOSPITAL)),
        (exactly(12, RESIDENTS), exactly(12, HOSPITAL)),
        (exactly(12, RESIDENTS), exactly(3, HOSPITAL, demographic="child")),
        (exactly(12, RESIDENTS), exactly(3, RESIDENTS, subset_of=0, scope=Scope.PART)),
        (exactly(12, RESIDENTS), exactly(5000, HOSPITAL, scope=Scope.CUMULATIVE)),
        (exactly(12, RESIDENTS), exactly(3, HOSPITAL, stance=Stance.POSSIBLE)),
        (exactly(12, HOSPITAL, group=VictimClass.CIVILIAN), exactly(5, ARMY, group=VictimClass.COMBATANT)),
    ],
)
def test_what_can_all_be_true_is_no_contradiction(said: tuple[Said, ...]) -> None:
    """Overlaps, at least below an exact number, subsets, other scopes and other victims."""
    assert found(*said) == ()


def test_an_origins_own_later_number_is_no_contradiction() -> None:
    """A toll that grew has not been contradicted."""
    first, six = told(exactly(6, OBSERVATORY), published=date(2031, 3, 5))
    second, eleven = told(exactly(11, OBSERVATORY), published=date(2031, 3, 6))
    assert contradictions((*six, *eleven), reports={first.id: first, second.id: second}) == ()


def test_more_victims_of_one_class_than_the_total_allows_is_a_contradiction() -> None:
    """Twenty civilians cannot be among fifteen people."""
    assert about(found(exactly(15, HOSPITAL), exactly(20, OBSERVATORY, group=VictimClass.CIVILIAN))) == ["killed"]


def test_parts_that_do_not_make_their_total_are_listed_and_never_mended() -> None:
    """Six and seven are not eleven."""
    parts = [exactly(6, OBSERVATORY, scope=Scope.PART), exactly(7, OBSERVATORY, scope=Scope.PART)]
    (one,) = found(exactly(11, OBSERVATORY), *parts)
    assert one.about == "parts_and_total"
    assert [side.says for side in one.sides] == ["11 killed in total", "6 and 7, which make 13 killed"]


def test_parts_that_make_their_total_agree() -> None:
    """Six and five are eleven."""
    parts = [exactly(6, OBSERVATORY, scope=Scope.PART), exactly(5, OBSERVATORY, scope=Scope.PART)]
    assert found(exactly(11, OBSERVATORY), *parts) == ()


def test_a_denial_against_an_accusation_is_a_contradiction() -> None:
    """The residents blame the army, and the army denies it."""
    (one,) = found(at_least(12, RESIDENTS), DENIAL, blamed=[(0, "government jets", "qd-army", Blame.ALLEGED)])
    assert one.about == "responsibility"
    assert [(side.holders, side.says) for side in one.sides] == [
        (("two residents",), "asserted"),
        (("the army",), "denied"),
    ]


def test_who_denies_having_done_it_does_not_deny_that_it_happened() -> None:
    """Where the same words deny the deed, no disagreement about the event itself is made of them."""
    report, claims = told(
        Said(None, None, RESIDENTS, type=ClaimType.OCCURRENCE),
        Said(None, None, ARMY, type=ClaimType.OCCURRENCE, stance=Stance.DENIED),
        DENIAL,
    )
    same_words = (*claims[:2], replace(claims[2], evidence=claims[1].evidence))
    about = {one.about for one in contradictions(same_words, reports={report.id: report})}

    assert "occurrence" not in about
    assert "occurrence" in {one.about for one in contradictions(claims[:2], reports={report.id: report})}


def test_a_denial_that_answers_nobody_is_no_contradiction() -> None:
    """Where no one is blamed there is only one side."""
    assert found(at_least(12, RESIDENTS), DENIAL) == ()


def test_different_perpetrators_are_a_contradiction() -> None:
    """One group claims it, and the ministry blames another."""
    claimed = Said(None, None, ("the Marj Front", HOSPITAL[1], "qd-front"), type=ClaimType.RESPONSIBILITY)
    alleged = Said(None, None, ARMY, type=ClaimType.RESPONSIBILITY, stance=Stance.ALLEGED)
    blamed = [(0, "the Marj Front", None, Blame.CLAIMED), (1, "the Sabr Brigade", None, Blame.ALLEGED)]
    (one,) = found(claimed, alleged, blamed=blamed)
    assert one.about == "perpetrator"
    assert [side.says for side in one.sides] == ["the Marj Front", "the Sabr Brigade"]


def test_two_names_for_one_side_are_no_contradiction() -> None:
    """An army and its air force are one side by the roster."""
    report, claims = told(exactly(2, RESIDENTS), exactly(2, HOSPITAL))
    named = [
        blame(claims, 0, "the Army", "qd-army", Blame.STATED),
        blame(claims, 1, "the Air Force", "qd-air", Blame.STATED),
    ]
    known = {report.id: report}
    assert about(contradictions(claims, named, reports=known)) == ["perpetrator"]
    assert contradictions(claims, named, reports=known, sides={"qd-army": "qd", "qd-air": "qd"}) == ()


def test_gunmen_and_militants_are_no_two_perpetrators() -> None:
    """A description names nobody, and a clash has two sides by nature."""
    blamed = [(0, "gunmen", None, Blame.STATED), (1, "Masked militants", None, Blame.STATED)]
    assert found(exactly(2, RESIDENTS), exactly(2, HOSPITAL), blamed=blamed) == ()
    clash = [exactly(2, one, event=Kind.ARMED_CLASH) for one in (RESIDENTS, HOSPITAL)]
    blamed = [(0, "a", "qd-army", Blame.STATED), (1, "b", "qd-front", Blame.STATED)]
    assert found(*clash, blamed=blamed) == ()


def test_that_it_happened_and_that_it_did_not_is_a_contradiction() -> None:
    """An occurrence asserted by one and denied by another."""
    occurred = Said(None, None, RESIDENTS, type=ClaimType.OCCURRENCE)
    denied = Said(None, None, ARMY, type=ClaimType.OCCURRENCE, stance=Stance.DENIED)
    assert about(found(occurred, denied)) == ["occurrence"]
    assert found(occurred) == found(denied) == ()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"day": date(2031, 3, 5)}, ["time"]),
        ({"day": date(2031, 3, 1), "last": date(2031, 3, 31)}, []),
        ({"day": None}, []),
        ({"kind": Kind.ARMED_CLASH}, ["kind"]),
        ({"kind": Kind.DRONE_STRIKE}, []),
        ({"kind": Kind.OTHER}, []),
        ({"point": (3.0, 2.0), "place": "Bir Zalam"}, ["place"]),
        ({"point": (1.1, 2.0), "place": "Bir Zalam"}, []),
        ({"point": None, "place": "Bir Zalam"}, []),
    ],
)
def test_reports_that_tell_day_place_or_kind_differently_contradict(
    changed: dict[str, Any], expected: list[str]
) -> None:
    """What is unknown, nested, near or of one family is no disagreement."""
    first, one = told(exactly(2, RESIDENTS))
    second, other = told(exactly(2, HOSPITAL), publisher="Marj Dispatch")
    tellings = [incident(one, day=TUESDAY), incident(other, **changed)]
    known = {first.id: first, second.id: second}
    assert about(contradictions((*one, *other), tellings=tellings, reports=known)) == expected


def test_a_copy_contradicts_nobody() -> None:
    """What only a copy says differently is no second voice."""
    first, one = told(exactly(2))
    second, other = told(exactly(9), publisher="Marj Dispatch")
    known = {first.id: first, second.id: second}
    assert about(contradictions((*one, *other), reports=known)) == ["killed"]
    assert contradictions((*one, *other), reports=known, copies={second.id: first.id}) == ()


def test_a_reports_own_voice_is_marked_as_such() -> None:
    """A side without a named holder is the publisher's own voice."""
    (one,) = found(exactly(2), exactly(9, HOSPITAL))
    assert one.sides[0].holders == ("Coast Wire (own voice)",)
