"""People who are a part of others counted in the same sentence: "including two children", "one of them"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from marsad.claims.rules.crowd import Crowd, Toll

AND = re.compile(
    r"^(?:[^.;:!?]{0,60}?)(?:,|\band\b|\bplus\b|\bas well as\b|\balong with\b|\bbesides\b)\s*$", re.IGNORECASE
)
SUBSET = re.compile(
    r"(?:\binclud(?:ing|es|ed|e)|\bamong them|\bamong whom|\bof whom|\bof them|\bone of them|\bcounting|\bamongst them)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
LEAD = 24  # code points before people in which "including" stands
OF_THEM = 120  # code points between a whole and "two of them"
GOES_ON = 4  # words between two parts of one whole: "including a woman and two children"


def as_part(crowd: Crowd, index: int, found: Mapping[int, Toll]) -> Toll | None:
    """Read "including a woman and two children": a part has the harm of the whole it is part of."""
    one = crowd.people[index]
    earlier = [found[i] for i in found if i < index]
    if not earlier:
        return None
    whole = max(earlier, key=lambda toll: toll.people.start)
    between = crowd.text[whole.people.end : one.start]
    if crowd.breaks(whole.people.end, one.start):
        return None
    if SUBSET.search(between) or (one.part and len(between) < OF_THEM):
        return replace(whole, people=one, subset=True, before=True)
    close = crowd.sight.words_between(whole.people.end, one.start) <= GOES_ON
    if whole.subset and one.named and close and AND.match(between):
        return replace(whole, people=one, subset=True)
    return None


def marked_as_part(crowd: Crowd, toll: Toll) -> Toll:
    """Return a toll marked as a part where "including" stands before it or its words count some of others."""
    if toll.subset:
        return toll
    lead = crowd.text[max(0, toll.people.start - LEAD) : toll.people.start]
    return replace(toll, subset=bool(SUBSET.search(lead)) or toll.people.part)
