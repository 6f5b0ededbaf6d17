"""Why the day, the place or the perpetrator of an incident is wrong."""

from datetime import date

from benchmarks.quality.causes.cause import Cause, Eyes, names
from benchmarks.quality.examined import IncidentPair, Row

_WEEK = 7


def why_date(eyes: Eyes, pair: IncidentPair) -> Cause:
    """Return how the days that were read lie to those of the gold, and whether another incident has the right ones."""
    every = [incident.get("when") or {} for incident in (eyes.seen.record or {})["incidents"]]
    elsewhere = any(when.get("start") == pair.gold["date_start"] for when in every)
    where = f"the day stands {'on another incident' if elsewhere else 'on none'}"
    when = pair.read.get("when") or {}
    if not when.get("start"):
        return Cause(name="words of time not resolved" if when.get("quote") else "no words of time", detail=where)
    start, end = _days(pair.gold["date_start"], pair.gold.get("date_end"))
    first, last = _days(when["start"], when.get("end"))
    if start <= first and last <= end:
        return Cause(name="one day of several")
    if first <= start and end <= last:
        return Cause(name="several days for one")
    return Cause(name=_distance(start, first), detail=_basis(eyes, when, where))


def _distance(start: date, first: date) -> str:
    off = (first - start).days
    if abs(off) == 1:
        return "off by one day"
    if off and off % _WEEK == 0 and abs(off) <= 2 * _WEEK:
        return "off by a week or two"
    return "another year" if (start.month, start.day) == (first.month, first.day) else "another day"


def _basis(eyes: Eyes, when: Row, where: str) -> str:
    published = ((eyes.seen.record or {}).get("report") or {}).get("published")
    return "the day of publication" if when["start"] == published else where


def why_place(eyes: Eyes, pair: IncidentPair) -> Cause:
    """Return how the place that was read lies to the finest places of the gold."""
    read = sorted(pair.read.get("places") or (), key=lambda place: _level(eyes, place))
    finest = min(_level(eyes, place) for place in pair.gold["places"])
    pool = [place for place in pair.gold["places"] if _level(eyes, place) == finest]
    level = str(pool[0].get("level"))
    known = names(pool, "name", "quote")
    unknown = eyes.unresolved_at("place_unknown", eyes.quoted(*names(pool, "quote")))
    if not read:
        return Cause(name="not in the gazetteer" if unknown else "no place", detail=level)
    if eyes.alike(known, names(read[:1], "name", "quote")):
        nowhere = read[0].get("latitude") is None
        return Cause(name="not in the gazetteer" if nowhere else "right name, wrong point", detail=level)
    if unknown:
        return Cause(name="not in the gazetteer", detail=level)
    if eyes.alike(known, names(read[1:], "name", "quote")):
        return Cause(name="right place read, another taken as the finest", detail=level)
    return _other_place(eyes, read[0], finest=finest, level=level)


def _other_place(eyes: Eyes, read: Row, *, finest: int, level: str) -> Cause:
    pair = f"{level} as {read.get('level')}"
    if _level(eyes, read) > finest:
        return Cause(name="coarser level", detail=pair)
    return Cause(name="finer level" if _level(eyes, read) < finest else "another place", detail=pair)


def why_perpetrator(eyes: Eyes, pair: IncidentPair) -> Cause:
    """Return who was taken for the perpetrators, if any one, and whether the gold's stand by the words of the event."""
    read = names(pair.read.get("perpetrators") or (), "name", "quote")
    wanted = names(pair.gold["perpetrators"], "name", "quote")
    hit = names(pair.read.get("targets") or (), "name", "quote")
    trigger = eyes.sentences(eyes.quoted(pair.gold.get("trigger_quote")))
    near = eyes.overlap(trigger, eyes.quoted(*names(pair.gold["perpetrators"], "quote")))
    where = f"named in {'the sentence of the event' if near else 'another sentence'}"
    if not read:
        return Cause(name="none, read as a target" if eyes.alike(wanted, hit) else "none", detail=where)
    targets = names(pair.gold.get("targets") or (), "name", "quote")
    name = "the target taken for the perpetrator" if eyes.alike(targets, read) else "another"
    return Cause(name=name, detail=where)


def _days(start: str, end: str | None) -> tuple[date, date]:
    return date.fromisoformat(start), date.fromisoformat(end or start)


def _level(eyes: Eyes, place: Row) -> int:
    levels = eyes.scorer.LEVELS
    return int(levels.index(place["level"])) if place.get("level") in levels else len(levels)
