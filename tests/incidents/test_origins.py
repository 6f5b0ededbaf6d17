"""Who is behind an incident, and how many of them are independent."""

from datetime import date

import pytest

from marsad.actors.actor import ActorKind
from marsad.claims.claim import Stance
from marsad.incidents.incident import Origins, RecordedClaim
from marsad.incidents.origins import origin_of, origins
from marsad.reports.report import Report

from .invented import ARMY, HOSPITAL, OBSERVATORY, RESIDENTS, Said, exactly, told


def band(*reports: tuple[Report, tuple[RecordedClaim, ...]], copies: dict[str, str] | None = None) -> Origins:
    """Return the origins of some reports."""
    claims = [claim for _, own in reports for claim in own]
    return origins(claims, reports={report.id: report for report, _ in reports}, copies=copies)


def ends(found: Origins) -> tuple[int, int]:
    """Return the low and the high count."""
    return found.low, found.high


def by(publisher: str, *said: Said) -> tuple[Report, tuple[RecordedClaim, ...]]:
    """Return a report of an outlet."""
    return told(*said, publisher=publisher)


def test_two_named_holders_are_two_origins() -> None:
    """In one report or in two."""
    assert ends(band(by("A", exactly(1, OBSERVATORY), exactly(1, HOSPITAL)))) == (2, 2)


def test_one_named_holder_in_two_reports_is_one_origin() -> None:
    """Whoever prints it."""
    assert ends(band(by("A", exactly(1, OBSERVATORY)), by("B", exactly(2, OBSERVATORY)))) == (1, 1)


def test_nameless_holders_of_two_reports_may_be_the_same() -> None:
    """Residents here and residents there widen the band."""
    assert ends(band(by("A", exactly(1, RESIDENTS)), by("B", exactly(2, RESIDENTS)))) == (1, 2)


def test_a_report_that_names_nobody_widens_the_band() -> None:
    """It may only repeat the others."""
    assert ends(band(by("A", exactly(1, OBSERVATORY)), by("B", exactly(2)))) == (1, 2)
    assert ends(band(by("A", exactly(1)), by("B", exactly(2)))) == (1, 2)
    assert ends(band(by("A", exactly(1)))) == (1, 1)


def test_a_denial_supports_nothing_but_its_holder_is_listed() -> None:
    """The army's denial is no second origin."""
    found = band(by("A", exactly(1, OBSERVATORY), exactly(1, ARMY, stance=Stance.DENIED)))
    assert ends(found) == (1, 1)
    assert found.holders == ("the Hadra Observatory", "the army")


def test_nobody_is_no_origin() -> None:
    """No claims, or denials alone."""
    assert ends(band()) == (0, 0)
    assert ends(band(by("A", exactly(1, ARMY, stance=Stance.DENIED)))) == (0, 0)


def test_an_outlet_quoted_by_another_is_one_origin_with_its_own_report() -> None:
    """The Coast Wire and whoever quotes it."""
    quoted = ("Coast Wire", ActorKind.MEDIA, None)
    assert ends(band(by("Coast Wire", exactly(1)), by("B", exactly(1, quoted)))) == (1, 1)


def test_a_copy_adds_no_origin() -> None:
    """The same words in another paper."""
    first, second = by("A", exactly(1)), by("B", exactly(1))
    assert ends(band(first, second, copies={second[0].id: first[0].id})) == (1, 1)


@pytest.mark.parametrize(
    ("name", "role", "named"),
    [
        ("the Hadra Observatory", ActorKind.MONITOR, True),
        ("Littorale", ActorKind.MEDIA, True),
        ("Ministry of Health", ActorKind.GOVERNMENT, True),
        ("the group", ActorKind.REBEL, False),
        ("Residents of Tal Arda", ActorKind.EYEWITNESS, False),
        ("Two residents", ActorKind.EYEWITNESS, False),
        ("a doctor", ActorKind.MEDICAL, False),
        ("", ActorKind.UNKNOWN, False),
    ],
)
def test_a_description_is_no_name(name: str, role: ActorKind, named: bool) -> None:  # noqa: FBT001 - a row of the table
    """Only a name is the same origin in the next report."""
    _, claims = told(exactly(1, (name, role, None)), published=date(2031, 3, 5))
    assert origin_of(claims[0], {}).named is named


def test_the_one_body_of_a_place_is_the_same_in_every_report() -> None:
    """A place has one health directorate, and what it says later stands for what it said before."""
    body = ("the health directorate of Tal Arda", ActorKind.MEDICAL, None)

    assert ends(band(by("A", exactly(12, body)), by("B", exactly(15, body)))) == (1, 1)


def test_the_doctors_of_a_place_may_be_others_in_another_report() -> None:
    """A group of people is no body, whatever place they are of."""
    doctors = ("the doctors of Tal Arda", ActorKind.MEDICAL, None)

    assert ends(band(by("A", exactly(12, doctors)), by("B", exactly(15, doctors)))) == (1, 2)
