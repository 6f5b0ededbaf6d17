"""Which place holds another by the words beside it: "the Salt quarter of Hadra", "Hadra's Salt quarter"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from marsad.places.place import Entry, Level, kilometres
from marsad.places.surroundings import WITHIN_KM, Named
from marsad.reports.report import Report
from marsad.text.fold import fold
from marsad.text.span import Evidence, Part

CITY = 50_000  # people of a town that "the city" may go back to
LONGEST_LIST = 12  # places of one list that one holder closes
BETWEEN_TWO = 60  # code points between a place and its holder
# "… of Hadra", "… in Hadra's": in its very words; a comma only before something wider: "Tal Arda, Hadra province".
HELD_BY = re.compile(r"['’]?s?,?\s+(?:in|of|inside|within)\s+(?:the\s+)?(?:\w+\s+){0,2}")
COMMA = re.compile(r"\s*[,(]\s*(?:in\s+)?")
LISTED = re.compile(r"\s*(?:,|/|-|and|,\s*and|&)?\s*(?:the\s+)?")
POSSESSING = re.compile(r"['’]?s\s+(?:[\w-]+\s+){0,2}")
THE_CITY = re.compile(r"\s+(?:\w+\s+)?(?:in|of|inside)\s+(?:the|that|this)\s+(?:same\s+)?(?:city|capital)\b(?!\s+of\b)")


def holder(mention: Evidence | Named, named: Sequence[Named], report: Report) -> Entry | None:
    """Return the place that a report's words put a mention in; None where they name none.

    ``named`` are the report's places in reading order. "The city" is the last city named before.
    """
    part = _part(mention)
    text = report.part(part)
    if THE_CITY.match(text, mention.end):
        return last_city(mention, named)
    ahead = (named[at] for at in range(_first_from(named, part, mention.start) - 1, -1, -1))
    before = next((one for one in ahead if one.part is not part or one.end <= mention.start), None)
    if before is not None and before.part is part and POSSESSING.fullmatch(text, before.end, mention.start):
        return before.entry
    after = _first_from(named, part, mention.end)
    following = [one for one in named[after : after + LONGEST_LIST] if one.part is part]
    return _closing(following, mention.end, text)


def _first_from(named: Sequence[Named], part: Part, start: int) -> int:
    """Return which of the places is the first that begins at an offset of the headline or the body, or after it."""
    return bisect_left(named, (part is Part.TEXT, start), key=lambda one: (one.part is Part.TEXT, one.start))


def _closing(following: Sequence[Named], end: int, text: str) -> Entry | None:
    """Return the place that closes a list: "the A, B and C quarters of Hadra"."""
    ends = [end, *(one.end for one in following)]
    for one, start in zip(following, ends, strict=False):
        if one.start - start > BETWEEN_TWO:
            return None
        if HELD_BY.fullmatch(text, start, one.start):
            return one.entry
        wider = one.entry is not None and one.entry.level.rank > Level.SETTLEMENT.rank
        if wider and COMMA.fullmatch(text, start, one.start):
            return one.entry
        if not LISTED.fullmatch(text, start, one.start):
            return None
    return None


def holder_of_the_name(name: str, named: Sequence[Named], report: Report) -> Entry | None:
    """Return the place that a report puts a name in wherever it names it: one name in one report means one place."""
    folded = fold(name)
    alike = (one for one in named if folded in one.words and f" {folded} " in f" {one.words} ")
    return next((held_by for held_by in (holder(one, named, report) for one in alike) if held_by is not None), None)


def last_city(mention: Evidence | Named, named: Sequence[Named]) -> Entry | None:
    """Return the city named last before a mention; the headline stands before the body."""
    first = _first_from(named, _part(mention), mention.start)
    before = (named[at].entry for at in range(first - 1, -1, -1))
    return next((entry for entry in before if entry is not None and _is_city(entry)), None)


def _is_city(entry: Entry) -> bool:
    return entry.level is Level.SETTLEMENT and entry.population >= CITY


def _part(mention: Evidence | Named) -> Part:
    return mention.part if isinstance(mention, Named) else mention.span.part


def lies_in(entry: Entry, held_by: Entry) -> bool:
    """Whether a place may lie in another, as far as country, province and distance tell.

    A town that its province is called after may mean the province, except of a quarter.
    """
    if entry.country != held_by.country:
        return False
    if held_by.level is Level.COUNTRY:
        return True
    province = held_by.level is Level.PROVINCE or fold(held_by.name) == fold(held_by.admin1 or "")
    if province and entry.admin1 == held_by.admin1 and entry.level is not Level.NEIGHBOURHOOD:
        return True
    if held_by.level is Level.PROVINCE and entry.admin1 is not None:
        return entry.admin1 == held_by.admin1
    distance = kilometres(entry, held_by)
    return distance is None or distance <= WITHIN_KM
