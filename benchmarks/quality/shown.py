"""What of gold and record is shown beside an error: values in short, and a few words to find the place by."""

from collections.abc import Sequence

from benchmarks.quality.causes.cause import bounds, names
from benchmarks.quality.examined import ClaimPair, IncidentPair, Row
from marsad.places.place import Level

_WORDS = 6


def clipped(words: str | None) -> str:
    """Return at most six words: enough to find the place, too few to copy a report."""
    every = (words or "").split()
    return " ".join(every[:_WORDS]) + (" …" if len(every) > _WORDS else "")


def figure_shown(claim: Row) -> str:
    """Return harm and figure of a claim, as ``killed 12 or more``."""
    return f"{claim.get('harm')} {bounds(claim)}"


def incident_shown(incident: Row) -> str:
    """Return kind and first day of an incident of the gold or of a record."""
    day = incident.get("date_start") or (incident.get("when") or {}).get("start")
    return f"{incident.get('kind')} {day or '-'}"


def of_claim(row: str, pair: ClaimPair) -> tuple[str, str]:
    """Return what gold and record hold for one part of a claim."""
    gold, read = pair.gold, pair.read
    match row:
        case "holder":
            chain = read.get("attribution") or []
            return clipped(gold["holder"]), clipped(chain[-1].get("holder") if chain else "outlet")
        case "class":
            return gold["victim_class"], str((read.get("victims") or {}).get("class"))
        case "subset":
            return "part" if gold["is_subset"] else "whole", "part" if read.get("subset_of") else "whole"
        case _:
            return str(gold.get(row)), str(read.get(row))


def of_incident(row: str, pair: IncidentPair) -> tuple[str, str]:
    """Return what gold and record hold for one part of an incident."""
    gold, read = pair.gold, pair.read
    match row:
        case "main":
            return "news" if gold["main"] else "background", "news" if read.get("main") else "background"
        case "date":
            when = read.get("when") or {}
            return _days(gold["date_start"], gold.get("date_end")), _days(when.get("start"), when.get("end"))
        case "place":
            return _finest(gold["places"]), _finest(read.get("places") or ())
        case "perp":
            return _first(names(gold["perpetrators"], "name")), _first(names(read.get("perpetrators") or (), "name"))
        case _:
            return str(gold.get(row)), str(read.get(row))


def _days(start: str | None, end: str | None) -> str:
    if start is None:
        return "-"
    return start if end in (None, start) else f"{start}..{end}"


def _finest(places: Sequence[Row]) -> str:
    return _first(names(sorted(places, key=_rank), "name"))


def _rank(place: Row) -> int:
    level = place.get("level")
    return Level(level).rank if level in set(Level) else len(Level)


def _first(some: list[str]) -> str:
    more = f" +{len(some) - 1}" if len(some) > 1 else ""
    return clipped(some[0]) + more if some else "-"
