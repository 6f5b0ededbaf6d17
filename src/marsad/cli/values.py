"""What a person types for the right value of a claim or an incident, made into what the judgement keeps.

A judgement holds a value as JSON text, spelled as in the record. Anything that begins as JSON is taken as it is; plain
words are made into it here. Words for a holder or a place must stand in the report, and the judgement points at them.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import typer

from marsad.claims.claim import Count, Harm, Kind, Lexeme, Mention, Relation, Role, Stance
from marsad.incidents.codec import encode
from marsad.incidents.incident import Holder, Incident, RecordedClaim
from marsad.incidents.judgement import Aspect
from marsad.incidents.record import Record
from marsad.incidents.shape import Plain
from marsad.incidents.within.linkers import Linkers
from marsad.text.span import Evidence, Part

_COUNT = re.compile(r"([0-9]{1,9})(?:(\+)|\s?(?:-|–|to)\s?([0-9]{1,9}))?")
_FIRST_AND_LAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed: the words, for which claim or incident of which record, and the linkers that read words."""

    value: str
    target: str
    record: Record
    linkers: Linkers


def spelled(what: Aspect, typed: Typed) -> str:
    """Return a typed value as JSON text; typer.BadParameter says what may be written instead."""
    if typed.value[:1] in {"{", "[", '"'} or typed.value == "null":
        return _checked(typed.value)
    return json.dumps(_SPELLERS[what](typed), ensure_ascii=False)


def _checked(value: str) -> str:
    try:
        json.loads(value)
    except ValueError as error:
        raise _refused(f"{value!r:.60} begins like JSON and is none ({error})") from None
    return value


def _one_of(kind: type[StrEnum]) -> Callable[[Typed], Plain]:
    def speller(typed: Typed) -> Plain:
        if typed.value not in list(kind):
            raise _refused(f"{typed.value!r} is none of {', '.join(kind)}")
        return typed.value

    return speller


def _claim(typed: Typed) -> RecordedClaim:
    for claim in typed.record.claims:
        if claim.id == typed.target:
            return claim
    raise _refused(f"that is corrected on a claim (clm_…), and {typed.target} is an incident")


def _incident(typed: Typed) -> Incident:
    for incident in typed.record.incidents:
        if incident.id == typed.target:
            return incident
    raise _refused(f"that is corrected on an incident (inc_…), and {typed.target} is a claim")


def _count(typed: Typed) -> Plain:
    """Read "12", "12-15" and "12+" (12 or more); the report's own wording stays beside it."""
    claim, match = _claim(typed), _COUNT.fullmatch(typed.value)
    if match is None:
        raise _refused(f"{typed.value!r} is no count: write 12, 12-15, or 12+ for 12 or more")
    low = int(match[1])
    high = None if match[2] else int(match[3] or low)
    if high is not None and high < low:
        raise _refused(f"{typed.value!r} runs backwards: write the smaller number first")
    words = claim.count.words if claim.count else claim.evidence[0].quote
    return encode(Count(low=low, high=high, words=words, lexeme=claim.count.lexeme if claim.count else Lexeme.NUMERAL))


def _holder(typed: Typed) -> Plain:
    """Return who these words of the report name, in the capacity the roster knows them in."""
    claim = _claim(typed)
    evidence = _found(typed, claim.evidence[0])
    name, actor, role = typed.linkers.actors.holder(evidence.quote, None)
    cue = claim.holder.cue if claim.holder else ""
    return encode(Holder(holder=name, actor=actor, role=role, cue=cue, evidence=evidence))


def _place(typed: Typed) -> Plain:
    """Return the place these words of the report mean; the gazetteer decides which it is."""
    incident = _incident(typed)
    about = next((claim.evidence[0] for claim in typed.record.claims if claim.incident == incident.id), None)
    mention = Mention(role=Role.PLACE, evidence=_found(typed, about), relation=Relation.IN)
    return encode(typed.linkers.places.link([mention], typed.record.report)[0])


def _day(typed: Typed) -> Plain:
    """Return a day, or the first and last of several."""
    _incident(typed)
    days = typed.value.split("..")
    try:
        read = [date.fromisoformat(day) for day in days]
    except ValueError:
        read = []
    if not 1 <= len(read) <= _FIRST_AND_LAST or read != sorted(read):
        raise _refused(f"{typed.value!r} is no day: write 2031-03-04, or 2031-03-04..2031-03-06 for several")
    return days if len(days) == _FIRST_AND_LAST else days[0]


def _gone(typed: Typed) -> Plain:
    if typed.value != "true":
        raise _refused("write true; to make it an incident again, undo the judgement that said it is none")
    return True


def _words(typed: Typed) -> Plain:
    return typed.value


_SPELLERS: Mapping[Aspect, Callable[[Typed], Plain]] = {
    Aspect.COUNT: _count,
    Aspect.HARM: _one_of(Harm),
    Aspect.STANCE: _one_of(Stance),
    Aspect.KIND: _one_of(Kind),
    Aspect.HOLDER: _holder,
    Aspect.SUBSET: _words,
    Aspect.PLACE: _place,
    Aspect.DAY: _day,
    Aspect.NOT_AN_INCIDENT: _gone,
}


def _found(typed: Typed, near: Evidence | None) -> Evidence:
    """Return the words where they stand in the report, nearest to what they are about."""
    report, words = typed.record.report, typed.value
    for part in (near.span.part if near else Part.TEXT, *Part):
        starts = [match.start() for match in re.finditer(re.escape(words), report.part(part))]
        if starts:
            around = near.start if near and near.span.part is part else 0
            start = min(starts, key=lambda at: abs(at - around))
            return report.quote(start, start + len(words), part)
    raise _refused(f"the report does not say {words!r}: copy the words as they stand there")


def _refused(message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint="VALUE")
