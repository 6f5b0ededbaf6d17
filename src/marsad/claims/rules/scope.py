"""What a toll counts: this event, or a whole war and a longer time."""

import re

from marsad.claims.rules.crowd import Toll
from marsad.claims.rules.sight import Sight

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WARS = "war|conflict|uprising|revolt|revolution|crisis|insurgency|unrest"
SINCE = re.compile(
    rf"\bsince (?:the|it|they|its|an?|he|she)?\s*(?:\w+\s+){{0,3}}?(?:{_WARS}|beginning|start|outbreak|began|started|"
    r"launched|erupted|intervention|campaign|offensive|seized|took|(?:19|20)\d\d)\b"
    rf"|\bsince (?:(?:early|mid|late)[- ])?(?:{_MONTHS})\b",
    re.IGNORECASE,
)
LONG_TIME = re.compile(
    r"\b(?:so far this (?:year|month)|this year|in the course of (?:the )?(?:year|month)|(?:annual|yearly) report|"
    r"in the (?:past|last) (?:\w+ )?(?:years?|months?)|"
    r"over the (?:past|last) (?:\w+ )?(?:years?|months?)|years? of (?:war|conflict|civil war)|"
    r"in (?:more than |over )?\w+ years|in (?:the|its|a) \w+-year(?:-old)? (?:war|conflict|civil war|insurgency))\b",
    re.IGNORECASE,
)
WAR_HAS_KILLED = re.compile(
    rf"\b(?:{_WARS})\b[^.;]{{0,80}}\b(?:has|have|had)\s+(?:\w+\s+)?(?:killed|left|claimed|cost|displaced)\b",
    re.IGNORECASE,
)
BROUGHT = re.compile(r"\b(?:bringing|brings|brought|raising|taking) (?:\w+ ){0,4}to \d", re.IGNORECASE)
LATELY = re.compile(r"\bthis (?:month|week|year)\b|\bsince \w+", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:deadliest|worst|biggest|largest|heaviest|bloodiest|fiercest|highest|longest|greatest|gravest|first|most)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
WAR_WIDE = 20_000  # a figure of this size counts a war: no attack of the last decades killed as many


def long_time(text: str) -> re.Match[str] | None:
    """Return the words for months and years told of; "the deadliest since the war began" only compares with them."""
    times = (match for pattern in (SINCE, LONG_TIME) for match in pattern.finditer(text))
    return next((match for match in times if COMPARED.search(text, 0, match.start()) is None), None)


def is_cumulative(sight: Sight, toll: Toll) -> bool:
    """Whether a toll is of a war or of months and years (contract ``scope: cumulative``)."""
    text = sight.text
    worded = long_time(text) or WAR_HAS_KILLED.search(text)
    brought = BROUGHT.search(text)
    if brought is not None and worded is None:
        worded = LATELY.search(text, brought.end()) if toll.people.start >= brought.start() else None
    elif brought is not None and worded is not None and toll.people.start < brought.start() < worded.start():
        worded = None  # "two died, bringing to 31 the number killed this year": the two are of one day
    return worded is not None or (toll.people.count.low or 0) >= WAR_WIDE
