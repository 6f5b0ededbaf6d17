"""Short public codes of incidents, such as MRS-2031-0305-7K3Q: a day and four letters that a telephone can carry."""

import hashlib
from collections.abc import Mapping, Sequence

from marsad.incidents.agreement import Telling

PREFIX = "MRS"
# Crockford's base 32: no I, L, O or U, which are misread or misheard.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS = 4


def codes(founders: Sequence[Telling], members: Sequence[Sequence[str]], kept: Mapping[str, str]) -> dict[str, str]:
    """Return a public code for each incident, by the id of the telling it was first known by.

    ``founders`` are the first tellings, ``members`` the ids of all tellings of each incident, founder first, and
    ``kept`` the codes that tellings led to before: an incident keeps the code of its earliest member that has one,
    unless an earlier incident took it. Two new codes that would be the same grow by a letter, the later one first.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for founder, ids in zip(founders, members, strict=True):
        old = next((kept[one] for one in ids if one in kept and kept[one] not in taken), None)
        if old is not None:
            given[founder.id] = old
            taken.add(old)
    reserved = taken | set(kept.values())
    for founder in founders:
        if founder.id not in given:
            given[founder.id] = code = _fresh(founder, reserved)
            reserved.add(code)
    return given


def code(founder: Telling, letters: int = LETTERS) -> str:
    """Return the code of an incident from its first telling: its day, else the report's, and letters of its id."""
    when = founder.incident.when
    day = (when.start if when else None) or founder.report.published
    dated = f"{day:%Y-%m%d}" if day else "UNDATED"
    return f"{PREFIX}-{dated}-{_letters(founder.id, letters)}"


def _fresh(founder: Telling, reserved: set[str]) -> str:
    """Return the shortest code of a founder that nobody has."""
    letters = LETTERS
    while code(founder, letters) in reserved:
        letters += 1
    return code(founder, letters)


def _letters(name: str, letters: int) -> str:
    """Return the first letters of a name's hash, in an alphabet that cannot be misread."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest(), "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(letters))
