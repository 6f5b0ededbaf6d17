"""Public codes that can be read over a telephone."""

import re
from dataclasses import replace
from datetime import date

from marsad.incidents.agreement import Telling, telling
from marsad.incidents.codes import code, codes

from .invented import exactly, incident, told

GOLDEN = "MRS-2031-0304-KNC4"


def founder(name: str, day: date | None = date(2031, 3, 4), published: date | None = date(2031, 3, 5)) -> Telling:
    """Return the first telling of an incident."""
    report, claims = told(exactly(1), published=published)
    return telling(incident(claims, name=name, day=day), report, claims, {})


def test_a_code_is_the_same_for_ever() -> None:
    """A golden code: what has been printed must stay true."""
    assert code(founder("one")) == GOLDEN


def test_an_incident_of_unknown_day_takes_its_reports_day() -> None:
    """And where that is unknown too, it says so."""
    assert code(founder("one", day=None)).startswith("MRS-2031-0305-")
    assert code(founder("one", day=None, published=None)).startswith("MRS-UNDATED-")


def test_codes_are_never_shared() -> None:
    """So many incidents of one day that some must begin alike have as many codes, in letters that cannot be misread."""
    first = founder("one")
    founders = [replace(first, incident=replace(first.incident, id=f"inc_{number}")) for number in range(3000)]
    given_codes = codes(founders, [[one.id] for one in founders], {})
    assert len({code(one) for one in founders}) < len(founders)
    assert len(set(given_codes.values())) == len(founders)
    assert all(re.fullmatch(r"MRS-2031-0304-[0-9A-HJKMNP-TV-Z]{4,}", one) for one in given_codes.values())


def test_a_code_in_use_is_not_given_again() -> None:
    """Neither one that another incident keeps, nor one that was kept before and is free now."""
    one, other = founder("one"), founder("two")
    kept = {other.id: code(one), "inc_gone": code(other)}
    given_codes = codes([one, other], [[one.id], [other.id]], kept)
    assert given_codes[other.id] == code(one)
    assert given_codes[one.id] == code(one, 5)
