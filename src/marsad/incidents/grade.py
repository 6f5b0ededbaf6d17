"""How well an incident is corroborated, by a fixed table after Airwars' public grades (codebook 2.1 and 11.1).

A grade is provisional and says how it came about. "Discounted" is only ever given by a person, and "confirmed"
always asks for one.
"""

from collections.abc import Sequence

from marsad.incidents.incident import Blame, Contradiction, Grade, Origins, Perpetrator
from marsad.incidents.wording import listed, plain

SCHEME = "airwars_like"
OWNED = frozenset({Blame.CLAIMED, Blame.ACCEPTED})
CORROBORATED = 2


def grade(origins: Origins, perpetrators: Sequence[Perpetrator], contradictions: Sequence[Contradiction]) -> Grade:
    """Return the grade and every rule that was tried on the way, in order; the last one decided.

    confirmed: a perpetrator claims or accepts it. contested: different perpetrators are named. fair: two or more
    independent origins at the least, and a perpetrator is named. weak: one. Otherwise ungraded.
    """
    band = f"independent origins: {origins.low} to {origins.high}"
    owners = tuple(dict.fromkeys(plain(one.name) for one in perpetrators if one.basis in OWNED))
    if owners:
        return _graded("confirmed", band, f"claimed or accepted by {listed(owners)}: confirmed", "needs_review")
    rules = [band, "no perpetrator claims or accepts it: not confirmed"]
    rivals = next((one for one in contradictions if one.about == "perpetrator"), None)
    if rivals is not None:
        names = listed(tuple(side.says for side in rivals.sides))
        return _graded("contested", *rules, f"different perpetrators are named, {names}: contested")
    rules.append("no different perpetrators are named: not contested")
    named = any(one.basis is not Blame.DENIED for one in perpetrators)
    if origins.low >= CORROBORATED and named:
        return _graded("fair", *rules, "two or more independent origins, and a perpetrator is named: fair")
    if origins.low >= CORROBORATED:
        return _graded("ungraded", *rules, "two or more independent origins, but no perpetrator is named: ungraded")
    if origins.low == 1:
        return _graded("weak", *rules, "one independent origin at the least: weak")
    return _graded("ungraded", *rules, "nobody asserts or alleges it: ungraded")


def _graded(value: str, *rules: str) -> Grade:
    """Return a grade of our scheme."""
    return Grade(scheme=SCHEME, value=value, rules=rules)
