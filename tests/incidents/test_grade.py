"""How an incident's corroboration is graded, and why."""

import pytest

from marsad.incidents.grade import grade
from marsad.incidents.incident import Blame, Contradiction, Origins, Perpetrator, Side
from marsad.reports.report import Report

WORDS = Report(text="Government jets struck the market.").quote(0, 15)
RIVALS = Contradiction(
    about="perpetrator",
    sides=(
        Side(holders=("two residents",), claims=("c1",), says="the army"),
        Side(holders=("the ministry",), claims=("c2",), says="the Marj Front"),
    ),
)
DENIED = Contradiction(about="responsibility", sides=RIVALS.sides)


def band(low: int, high: int) -> Origins:
    """Return origins of which only the number matters."""
    return Origins(holders=(), low=low, high=high)


def blamed(basis: Blame) -> Perpetrator:
    """Return the army, named on some basis."""
    return Perpetrator(name="the army", actor="qd-army", basis=basis, evidence=WORDS)


@pytest.mark.parametrize(
    ("origins", "basis", "contradictions", "value"),
    [
        (band(1, 1), Blame.ACCEPTED, (), "confirmed"),
        (band(2, 2), Blame.CLAIMED, (RIVALS,), "confirmed"),
        (band(2, 3), Blame.ALLEGED, (RIVALS,), "contested"),
        (band(2, 3), Blame.ALLEGED, (DENIED,), "fair"),
        (band(2, 3), Blame.ALLEGED, (), "fair"),
        (band(2, 3), Blame.DENIED, (), "ungraded"),
        (band(2, 3), None, (), "ungraded"),
        (band(1, 3), Blame.STATED, (), "weak"),
        (band(1, 1), None, (), "weak"),
        (band(0, 0), None, (), "ungraded"),
    ],
)
def test_the_grade_follows_the_table(
    origins: Origins, basis: Blame | None, contradictions: tuple[Contradiction, ...], value: str
) -> None:
    """Each row of the table, with what decided it last."""
    given = grade(origins, [blamed(basis)] if basis else [], contradictions)
    assert given.value == value
    assert given.scheme == "airwars_like"
    assert given.rules[0].startswith("independent origins: ")


def test_a_confirmed_grade_asks_for_a_person() -> None:
    """No machine confirms."""
    assert grade(band(1, 1), [blamed(Blame.ACCEPTED)], ()).rules[-1] == "needs_review"
    assert "needs_review" not in grade(band(1, 1), [blamed(Blame.STATED)], ()).rules


def test_nothing_is_ever_discounted_by_itself() -> None:
    """Only a person discounts."""
    values = {
        grade(band(low, 3), [blamed(basis)], found).value
        for low in range(3)
        for basis in Blame
        for found in ((), (RIVALS,))
    }
    assert values == {"confirmed", "contested", "fair", "weak", "ungraded"}
