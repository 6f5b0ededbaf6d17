"""Tolls told by a noun or a total: "30 bodies", "among the dead were", "the death toll rose to 15"."""

import re
from collections.abc import Mapping

from marsad.claims.claim import Harm
from marsad.claims.rules.crowd import Crowd, Toll
from marsad.claims.rules.people import People

AMONG = re.compile(
    r"\b(?:among|amongst) (?:(?:\d+|[a-z-]+) ){0,5}?"
    r"(dead|killed|slain|victims|fatalities|wounded|injured|casualties)\b"
    r"|\bthe (dead|deceased|killed|victims|fatalities|wounded|injured)(?: persons?| people)? "
    r"(?:were|was|are|is|include|includes|included)\b",
    re.IGNORECASE,
)
ALONE = re.compile(r"\b(?:is|was)$", re.IGNORECASE)
TOTAL = re.compile(
    r"\b(?:death toll|death count|body count|toll|puts? the (?:number|figure|count)|number of (?:the )?"
    r"(?:dead|deaths|killed|people killed|victims|fatalities|civilians killed))\b"
    r"|\b(?P<injured>number of (?:the )?(?:wounded|injured|injuries|people injured|people wounded))\b",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"\b(?:to|at|reach|reaches|reached|reaching|be|is|was|were|of|as|hit|passed|surpassed|surpasses|exceeded|"
    r"exceeds|topped|stood at|than)\s*(?:about |now |a total of )?$",
    re.IGNORECASE,
)
BROUGHT = re.compile(
    r"\b(?:bring(?:s|ing)|brought|raising|raised|taking|pushing)\s+(?:the\s+)?"
    r"(?:(?:total|overall|death|toll)\s+){0,3}to\s+$",
    re.IGNORECASE,
)
OF_INJURED = re.compile(r"\s+(?:the )?number of (?:wounded|injured|people (?:wounded|injured))")
DIED = re.compile(r"\b(?:died|have died|has died|succumbed)\b", re.IGNORECASE)
ARE = re.compile(r"\s+(are|were|is|was)\b(?!\s+(?:not|in|at|on|being)\b)", re.IGNORECASE)
OF_THEM = re.compile(r"\bof (?:them|whom|the (?:dead|killed|victims|wounded|injured))$", re.IGNORECASE)
AMONG_THEM = re.compile(r"\s+(?:are|were|is|was) (among them)\b", re.IGNORECASE)
LISTED_WITHIN = 12  # words between "among the dead were" and the last of those it lists
MADE_OUT = 2  # words between people and "among the dead": "four children were also among the dead"
TOTAL_WITHIN = 90  # code points between "the death toll" and the number it reached


def told_by_noun(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "30 bodies", "hundreds of civilian casualties", "one of the wounded": the noun itself tells the harm."""
    one = crowd.people[index]
    if one.harm is None:
        return None
    word = crowd.sight.word_before(one.end) or (one.start, one.end)
    died = DIED.search(crowd.text, one.end) if one.harm is Harm.INJURED else None
    if died is not None and not crowd.breaks(one.end, died.start()):
        return Toll(people=one, harm=Harm.KILLED, harm_at=died.span(), subset=True)
    return Toll(people=one, harm=one.harm, harm_at=word, subset=one.part)


def among(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "among the dead were seven pupils", "the injured are two boys", "two nurses are among the nine dead"."""
    one = crowd.people[index]
    if not one.named:
        return None
    for match in reversed(list(AMONG.finditer(crowd.text))):
        if _lists(crowd, match, one):
            alone = ALONE.search(match.group()) is not None
            taken = crowd.harmed_between(match.end(), one.start)
            return None if taken else Toll(people=one, harm=_harm(match), harm_at=match.span(), subset=not alone)
        if one.end <= match.start() and match.group(1) and _close(crowd, one.end, match.start()):
            return Toll(people=one, harm=_harm(match), harm_at=match.span(), subset=True)
    return None


def _lists(crowd: Crowd, match: re.Match[str], one: People) -> bool:
    """Whether "the dead were" stands before these people and lists them."""
    if match.end() > one.start or crowd.breaks(match.end(), one.start):
        return False
    return crowd.sight.words_between(match.end(), one.start) <= LISTED_WITHIN


def _close(crowd: Crowd, start: int, end: int) -> bool:
    return crowd.sight.words_between(start, end) <= MADE_OUT


def _harm(match: re.Match[str]) -> Harm:
    return Harm.INJURED if (match.group(1) or match.group(2)).lower() in ("wounded", "injured") else Harm.KILLED


def total_reached(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "the number of dead in Tal Arda rose to 31"; the 24 of "rose from 24 to 31" is no toll any more."""
    one = crowd.people[index]
    for match in TOTAL.finditer(crowd.text[: one.start]):
        between = crowd.text[match.end() : one.start]
        if len(between) <= TOTAL_WITHIN and not crowd.breaks(match.end(), one.start) and REACHED.search(between):
            harm = Harm.INJURED if match.group("injured") else Harm.KILLED
            return Toll(people=one, harm=harm, harm_at=match.span())
    return None


def brought_to(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "bringing to 15 the number of people killed"."""
    one = crowd.people[index]
    brought = BROUGHT.search(crowd.text[: one.start])
    if brought is None:
        return None
    injured = OF_INJURED.match(crowd.text, one.end)
    return Toll(people=one, harm=Harm.INJURED if injured else Harm.KILLED, harm_at=brought.span())


def died_later(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "three people wounded in the strike died overnight": the wounded are among the dead now."""
    one = crowd.people[index]
    wounded = next((phrase for phrase in crowd.after if phrase.start >= one.end), None)
    if wounded is None or wounded.label != Harm.INJURED or crowd.content_words(one.end, wounded.start):
        return None
    stop = crowd.people[index + 1].start if index + 1 < len(crowd.people) else len(crowd.text)
    died = DIED.search(crowd.text, wounded.end, stop)
    if died is None or crowd.breaks(wounded.end, died.start()):
        return None
    return Toll(people=one, harm=Harm.KILLED, harm_at=died.span(), subset=True)


def of_those_before(crowd: Crowd, index: int, _: Mapping[int, Toll]) -> Toll | None:
    """Read "three of them are children", "two of its guards were among them": some of those counted last."""
    one = crowd.people[index]
    goes_back = OF_THEM.search(crowd.text[one.start : one.end]) is not None
    if crowd.spoken_of is None or one.label == "none" or (one.part and not goes_back):
        return None
    told = AMONG_THEM if not one.part else ARE
    match = told.match(crowd.text, one.end)
    return Toll(people=one, harm=crowd.spoken_of, harm_at=match.span(1), subset=True) if match else None
