"""Claims as the record holds them: each once, with its holder, its people and its incident."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from marsad.claims.claim import Attribution, Claim, ClaimType
from marsad.incidents.incident import Holder, RecordedClaim
from marsad.incidents.within.linkers import Linkers, Setting
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part

ARTICLE = re.compile(r"^(?:an?|the)\s+")  # a headline leaves it out: "hospital says", "a hospital said"
AROUND = 160  # code points on each side of a toll that may tell who the people are
OF_OTHERS = re.compile(r"of (?:the|them|those|these|whom)\b", re.IGNORECASE)


def once(tolls: Sequence[Claim]) -> tuple[tuple[Claim, ...], Mapping[str, str]]:
    """Return tolls with repetitions put together, and which id each dropped one now goes by.

    The same number of the same people by the same holder, in headline and body, is one claim with both words as
    evidence; where the report's own voice repeats a number that somebody is quoted for, the quoted one stands.
    """
    kept: list[Claim] = []
    renamed: dict[str, str] = {}
    for toll in tolls:
        index = next((i for i, one in enumerate(kept) if _repeats(toll, one)), None)
        if index is None:
            kept.append(toll)
            continue
        first, second = (kept[index], toll) if _stronger(kept[index], toll) else (toll, kept[index])
        kept[index] = replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))))
        renamed[second.id] = first.id
        renamed.update({old: first.id for old, new in renamed.items() if new == second.id})
    return tuple(kept), renamed


def _repeats(one: Claim, other: Claim) -> bool:
    if one.harm is not other.harm or one.count is None or other.count is None or one.stance is not other.stance:
        return False
    same = (one.count.low, one.count.high) == (other.count.low, other.count.high)
    if not same or bool(one.subset_of) != bool(other.subset_of):
        return False
    return _same_holder(one, other) or not one.attribution or not other.attribution


def _same_holder(one: Claim, other: Claim) -> bool:
    """Whether two tolls have one holder; a headline names it by some of its words: "hospital says"."""
    words, others = _holder_words(one), _holder_words(other)
    if _in_title(one) == _in_title(other):
        return words == others
    short, full = (words, others) if _in_title(one) else (others, words)
    return f" {short} " in f" {full} "


def _in_title(claim: Claim) -> bool:
    return claim.evidence[0].span.part is Part.TITLE


def _stronger(one: Claim, other: Claim) -> bool:
    """Whether the first is the one to keep: attributed rather than not, in the body rather than the headline."""
    return _rank(one) <= _rank(other)


def _rank(claim: Claim) -> tuple[bool, bool]:
    return not claim.attribution, _in_title(claim)


def _holder_words(claim: Claim) -> str:
    if not claim.attribution:
        return ""
    last = claim.attribution[-1]
    return ARTICLE.sub("", (last.antecedent or last.evidence).quote.lower())


def recorded(
    claims: Iterable[Claim], homes: Mapping[str, str], renamed: Mapping[str, str], setting: Setting
) -> tuple[RecordedClaim, ...]:
    """Return claims as the record holds them.

    ``homes`` maps tellings to incidents, ``renamed`` dropped ids to kept ones.
    """
    return tuple(_record(claim, homes, renamed, setting) for claim in claims)


def _record(claim: Claim, homes: Mapping[str, str], renamed: Mapping[str, str], setting: Setting) -> RecordedClaim:
    report, linkers, country = setting.report, setting.linkers, setting.country
    part_of = claim.subset_of
    base = RecordedClaim(
        id=claim.id,
        incident=homes.get(claim.id),
        type=claim.type,
        event=claim.kind,
        stance=claim.stance,
        attribution=tuple(_holder(one, linkers, country) for one in claim.attribution),
        evidence=claim.evidence,
        review={"reason": claim.review} if claim.review else None,
    )
    if claim.type is not ClaimType.CASUALTY or claim.count is None:
        return base
    naming = _naming(claim)
    words = _people_words(claim, naming)
    # A number without a noun is told nothing by the words about it: they may speak of other people.
    around = "" if words == naming.quote or OF_OTHERS.match(words) else _around(naming, report)
    victims = linkers.actors.victims(naming.quote, around, country)
    return replace(
        base,
        harm=claim.harm,
        count=claim.count,
        victims=replace(victims, words=words),
        scope=claim.scope,
        subset_of=renamed.get(part_of, part_of) if part_of else None,
    )


def _naming(claim: Claim) -> Evidence:
    """Return the words of a toll that name the people best: "Eleven fighters" where it is also told as "eleven"."""
    return max(claim.evidence, key=lambda evidence: len(evidence.quote))


def _around(evidence: Evidence, report: Report) -> str:
    """Return the words about a toll, which may tell who the people are."""
    text = report.part(evidence.span.part)
    return text[max(0, evidence.start - AROUND) : evidence.end + AROUND]


def _people_words(claim: Claim, naming: Evidence) -> str:
    """Return the words for the people without their number: "people" of "at least 12 people"."""
    quote = naming.quote
    counted = claim.count.words if claim.count else ""
    rest = quote[len(counted) :].strip() if quote.casefold().startswith(counted.casefold()) else quote
    return rest or quote


def _holder(one: Attribution, linkers: Linkers, country: str | None) -> Holder:
    named: Evidence = one.antecedent or one.evidence
    name, actor, role = linkers.actors.holder(named.quote, country)
    return Holder(holder=name, actor=actor, role=role, cue=one.cue, evidence=one.evidence)
