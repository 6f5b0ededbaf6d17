"""Why a casualty claim was missed, why one is wrong, and why a right one has a wrong holder or sort."""

import re

from benchmarks.quality.causes.cause import Cause, Eyes, bounds, figure
from benchmarks.quality.examined import ClaimPair, Row

_OVER_TIME = re.compile(
    r"\b(?:since|so far|to date|(?:in|over|during|within|for) the (?:past|last)|this (?:year|month)|in the war)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SINGLE = re.compile(r"\b(?:an?|one|another|other)\b", re.IGNORECASE)


def why_missed(eyes: Eyes, gold: Row) -> Cause:
    """Return why a claim of the gold was not read as it stands there."""
    spans = eyes.quoted(gold["quote"])
    if not spans:
        return Cause(
            name="words in the title only" if gold["quote"] in eyes.seen.title else "gold words not in the text"
        )
    near = eyes.claims_at(spans, eyes.seen.read_claims("casualty"))
    same_harm = [claim for claim in near if claim.get("harm") == gold["harm"]]
    if any(figure(claim) == figure(gold) for claim in same_harm):
        return Cause(name=_why_unmatched(eyes, gold, same_harm))
    if same_harm:
        return _number_cause(gold, same_harm[0])
    if near:
        same = [claim for claim in near if figure(claim) == figure(gold)]
        name = "number read, another harm" if same else "another number of another harm"
        return Cause(name=name, detail=f"{gold['harm']} as {(same or near)[0].get('harm')}")
    if any(_equal(claim, gold) for claim in eyes.seen.read_claims("casualty")):
        return Cause(name="same figure read at other words")
    return Cause(name="number not read", detail=_form(gold["quote"]))


def why_false(eyes: Eyes, read: Row) -> Cause:
    """Return why a claim was read that the gold has not."""
    matched = [pair.gold for pair in eyes.seen.claims]
    at = [gold for gold in eyes.seen.gold_claims() if eyes.overlap(eyes.quoted(gold["quote"]), _spans(eyes, read))]
    missed = [gold for gold in at if gold["harm"] == read.get("harm") and not _among(gold, matched)]
    if missed:
        return _number_cause(missed[0], read)
    told = [pair.read for pair in eyes.seen.claims if _equal(pair.gold, read)]
    if told:
        here = any(claim.get("incident") == read.get("incident") for claim in told)
        return Cause(name="repeated figure", detail=f"of {'the same' if here else 'another'} incident")
    other = [gold for gold in [*at, *matched] if figure(gold) == figure(read)]
    if other:
        return Cause(name="number read, another harm", detail=f"{other[0]['harm']} as {read.get('harm')}")
    if at:
        return Cause(name="another figure at the words of a right one")
    return _unknown_to_gold(eyes, read)


def why_holder(eyes: Eyes, pair: ClaimPair) -> Cause:
    """Return why a claim is laid in the wrong mouth."""
    chain = pair.read.get("attribution") or []
    if pair.gold["holder"] == "outlet":
        return Cause(name="a holder instead of the outlet", detail=str(chain[-1].get("role")))
    held = eyes.quoted(pair.gold.get("holder_quote"))
    near = eyes.overlap(eyes.sentences(_spans(eyes, pair.read)), held)
    where = "named in the same sentence" if near else "named in another sentence"
    if not chain:
        return Cause(name="the outlet instead of a holder", detail=where)
    outer = [link.get("holder") for link in chain[:-1]]
    if eyes.alike([pair.gold["holder"], pair.gold.get("holder_quote")], outer) or eyes.overlap(
        held, eyes.read(chain[:-1])
    ):
        return Cause(name="a deeper holder than the gold's")
    if near and chain[-1].get("role") == "media":
        return Cause(name="the relay instead of the deepest holder")
    return Cause(name="another holder", detail=where)


def why_class(_: Eyes, pair: ClaimPair) -> Cause:
    """Return which class of victims was taken for which, and by which word the victims went."""
    victims = pair.read.get("victims") or {}
    noun = (victims.get("words") or "").split()[-1:]
    return Cause(name=f"{pair.gold['victim_class']} read as {victims.get('class')}", detail="".join(noun).lower())


def why_subset(_: Eyes, pair: ClaimPair) -> Cause:
    """Return whether a part was taken for a whole or a whole for a part."""
    return Cause(name="a part read as a whole" if pair.gold["is_subset"] else "a whole read as a part")


def why_stance(_: Eyes, pair: ClaimPair) -> Cause:
    """Return which stance was taken for which."""
    return Cause(name=f"{pair.gold.get('stance')} read as {pair.read.get('stance')}")


def why_scope(_: Eyes, pair: ClaimPair) -> Cause:
    """Return which scope was taken for which."""
    return Cause(name=f"{pair.gold.get('scope')} read as {pair.read.get('scope')}")


def _why_unmatched(eyes: Eyes, gold: Row, near: list[Row]) -> str:
    """Say why the very figure was read at the very words and is no match: it is taken, or too long."""
    taken = [pair.read for pair in eyes.seen.claims]
    free = [claim for claim in near if _equal(claim, gold) and not _among(claim, taken)]
    return "evidence is too long" if free else "one reading for two claims"


def _number_cause(gold: Row, read: Row) -> Cause:
    """Tell a figure whose bounds were misread from another figure."""
    some, others = figure(gold), figure(read)
    shared = {value for value in some if value} & {value for value in others if value}
    name = "number read with other bounds" if shared else "another number at these words"
    return Cause(name=name, detail=f"{bounds(gold)} as {bounds(read)}")


def _unknown_to_gold(eyes: Eyes, read: Row) -> Cause:
    if read.get("subset_of"):
        return Cause(name="a part that gold does not count")
    sentences = eyes.sentences(_spans(eyes, read))
    if any(_OVER_TIME.search(eyes.seen.text, start, stop) for start, stop in sentences):
        return Cause(name="a total over time taken for an incident's")
    known = {pair.read["id"] for pair in eyes.seen.incidents}
    where = "of an incident in gold" if read.get("incident") in known else "of an incident that gold has not"
    return Cause(name="gold has no such toll", detail=where)


def _form(quote: str) -> str:
    if _DIGIT.search(quote):
        return "in digits"
    return "a, one, another" if _SINGLE.search(quote) else "in number words"


def _spans(eyes: Eyes, claim: Row) -> list[tuple[int, int]]:
    return eyes.read(claim.get("evidence") or ())


def _equal(claim: Row, other: Row) -> bool:
    return claim.get("harm") == other.get("harm") and figure(claim) == figure(other)


def _among(row: Row, rows: list[Row]) -> bool:
    return any(row is other for other in rows)
