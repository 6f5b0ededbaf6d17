"""Why an incident was missed, why one is too many, and why news and kinds are taken for others."""

from benchmarks.quality.causes.cause import Cause, Eyes, Spans
from benchmarks.quality.examined import IncidentPair, Row


def why_missed(eyes: Eyes, gold: Row) -> Cause:
    """Return why an incident of the gold has no incident of its own in the record."""
    sort = f"{'news' if gold['main'] else 'background'} {gold['kind']}"
    if eyes.seen.record is None:
        return Cause(name="the report has no record", detail=sort)
    trigger = eyes.quoted(gold.get("trigger_quote"))
    return Cause(name=_why_unread(eyes, gold, trigger) if trigger else "words in the title only", detail=sort)


def _why_unread(eyes: Eyes, gold: Row, trigger: Spans) -> str:
    owners = [claim.get("incident") for claim in eyes.claims_at(trigger, eyes.seen.read_claims())]
    hosts = [pair.gold for pair in eyes.seen.incidents if pair.read["id"] in owners]
    if hosts:
        return f"merged into another: {_likeness(gold, hosts[0])}"
    if any(owners):
        return "told together with what gold has not"
    if eyes.unresolved_at("event_not_anchored", trigger):
        return "dropped: no toll, or no place and day"
    if owners:
        return "its claims were put to no incident"
    tolls = eyes.quoted(*(claim["quote"] for claim in gold["casualty_claims"]))
    read = eyes.claims_at(tolls, eyes.seen.read_claims("casualty"))
    return (
        "no trigger read, its toll put to another"
        if any(claim.get("incident") for claim in read)
        else "no trigger read"
    )


def why_extra(eyes: Eyes, read: Row) -> Cause:
    """Return why an incident was made that the gold has not."""
    sort = f"{'news' if read.get('main') else 'background'} {read.get('kind')}"
    if not eyes.seen.gold["incidents"]:
        return Cause(name="gold has no incident in this report", detail=sort)
    spans = trigger_spans(eyes, read)
    whole = [pair for pair in eyes.seen.incidents if eyes.overlap(spans, _told(eyes, pair.gold))]
    if whole:
        return Cause(name=f"split of one in gold: {_read_likeness(read, whole[0].read)}", detail=sort)
    name = "news that gold has not" if read.get("main") else "background that gold has not"
    return Cause(name=name, detail=str(read.get("kind")))


def why_main(eyes: Eyes, pair: IncidentPair) -> Cause:
    """Return whether news was taken for background or background for news, and how its day lies to the latest."""
    day, every = _day(pair.read), [_day(incident) for incident in (eyes.seen.record or {})["incidents"]]
    latest = max((other for other in every if other), default=None)
    detail = "no day read" if not day else "the latest day of the record" if day == latest else "an earlier day"
    return Cause(name="news taken for background" if pair.gold["main"] else "background taken for news", detail=detail)


def why_kind(_: Eyes, pair: IncidentPair) -> Cause:
    """Return which kind was taken for which."""
    gold, read = pair.gold["kind"], pair.read.get("kind")
    if read == "other":
        return Cause(name="other instead of a kind", detail=f"{gold} as other")
    name = "a kind instead of other" if gold == "other" else "a kind instead of another"
    return Cause(name=name, detail=f"{gold} as {read}")


def trigger_spans(eyes: Eyes, incident: Row) -> Spans:
    """Return the words of the body that an incident of the record was read from: the evidence of its claims."""
    known = set(incident.get("claims") or ())
    mine = [claim for claim in eyes.seen.read_claims() if claim["id"] in known]
    return eyes.read(evidence for claim in mine for evidence in claim.get("evidence") or ())


def trigger_words(eyes: Eyes, incident: Row) -> str:
    """Return the words an incident of the record was first read from."""
    spans = trigger_spans(eyes, incident)
    return eyes.seen.text[slice(*spans[0])] if spans else ""


def _likeness(gold: Row, host: Row) -> str:
    """Say in what an incident of the gold differs from the one it was merged into: the first thing that does."""
    if gold["kind"] != host["kind"]:
        return "another kind"
    if gold.get("date_start") != host.get("date_start"):
        return "another day"
    same = {place["name"] for place in gold["places"]} & {place["name"] for place in host["places"]}
    return "like it in kind, day and place" if same else "another place"


def _read_likeness(read: Row, whole: Row) -> str:
    """Say in what two incidents that were read of one differ: the first thing that does."""
    if read.get("kind") != whole.get("kind"):
        return "another kind"
    if _day(read) != _day(whole):
        return "another day" if _day(read) and _day(whole) else "a day for one of them"
    some, others = ({place.get("name") for place in one.get("places") or ()} for one in (read, whole))
    if not some or not others:
        return "a place for one of them"
    return "like it in kind, day and place" if some & others else "another place"


def _day(read: Row) -> str | None:
    return (read.get("when") or {}).get("start")


def _told(eyes: Eyes, gold: Row) -> Spans:
    return eyes.quoted(gold.get("trigger_quote"), *(claim["quote"] for claim in gold["casualty_claims"]))
