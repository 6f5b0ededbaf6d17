"""Invented reports, claims and incidents, made small: every claim rests on a sentence written for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from marsad.actors.actor import ActorKind, VictimClass, Victims
from marsad.claims.claim import ClaimType, Count, Harm, Kind, Lexeme, Relation, Scope, Stance, Step
from marsad.incidents.incident import Acled, Blame, Holder, Incident, Perpetrator, RecordedClaim
from marsad.incidents.record import Record
from marsad.places.place import Level, Place
from marsad.reports.report import Report
from marsad.times.interval import Basis, Precision, When

TAL_ARDA = (1.0, 2.0)
TUESDAY = date(2031, 3, 4)
STRIKE = Acled(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike")
BY = Step(name="rules", version="0")
OWN_VOICE: tuple[str, ActorKind, str | None] | None = None
RESIDENTS = ("two residents", ActorKind.EYEWITNESS, None)
ARMY = ("the army", ActorKind.STATE_FORCE, "qd-army")
OBSERVATORY = ("the Hadra Observatory", ActorKind.MONITOR, None)
HOSPITAL = ("Zuhur Hospital", ActorKind.MEDICAL, "qd-zuhur")


@dataclass(frozen=True)
class Said:
    """One number as somebody says it."""

    low: int | None
    high: int | None
    holder: tuple[str, ActorKind, str | None] | None = OWN_VOICE
    words: str = ""
    harm: Harm = Harm.KILLED
    stance: Stance = Stance.ASSERTED
    scope: Scope | None = Scope.THIS_INCIDENT
    group: VictimClass = VictimClass.UNKNOWN
    demographic: str | None = None
    subset_of: int | None = None
    type: ClaimType = ClaimType.CASUALTY
    event: Kind = Kind.AIR_STRIKE


def exactly(number: int, holder: Any = OWN_VOICE, **more: Any) -> Said:
    """Return an exact number."""
    return Said(number, number, holder, str(number), **more)


def at_least(number: int, holder: Any = OWN_VOICE, **more: Any) -> Said:
    """Return a number that is open above."""
    return Said(number, None, holder, f"at least {number}", **more)


def told(
    *said: Said,
    publisher: str | None = "Coast Wire",
    published: date | None = date(2031, 3, 5),
    text: str | None = None,
    tail: str = "",
) -> tuple[Report, tuple[RecordedClaim, ...]]:
    """Return a report of one sentence a number, with its claims."""
    sentences = [_sentence(one, at) for at, one in enumerate(said)]
    body = text or " ".join([*sentences, tail]).strip() or "Nothing was said."
    report = Report(text=body, publisher=publisher, published=published)
    claims: list[RecordedClaim] = []
    for at, one in enumerate(said):
        claims.append(_claim(report, at, one, sentences[at], claims))
    return report, tuple(claims)


def incident(
    claims: Sequence[RecordedClaim],
    *,
    name: str = "",
    kind: Kind = Kind.AIR_STRIKE,
    day: date | None = TUESDAY,
    last: date | None = None,
    point: tuple[float, float] | None = TAL_ARDA,
    place: str = "Tal Arda",
    level: Level = Level.SETTLEMENT,
    admin1: str | None = "Marj",
    main: bool = True,
    blamed: Sequence[tuple[str, str | None, Blame]] = (),
    part_of: str | None = None,
) -> Incident:
    """Return an incident of one report that holds these claims."""
    first = claims[0]
    words = first.evidence[0]
    precision = Precision.DAY if last is None else Precision.DAYS
    when = When(
        start=day,
        end=last or day,
        local_time=None,
        tz=None,
        precision=precision if day else Precision.UNKNOWN,
        basis=Basis.RELATIVE if day else Basis.NONE,
        rule=None,
        evidence=words,
    )
    where = Place(
        name=place,
        gazetteer=f"qd:{place}" if point else None,
        country="QD" if point else None,
        admin1=admin1 if point or level is Level.PROVINCE else None,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        level=level,
        relation=Relation.IN,
        score=1.0,
        others=0,
        evidence=words,
    )
    return Incident(
        id=f"inc_{first.report}_{name or place}",
        kind=kind,
        main=main,
        acled=STRIKE,
        when=when,
        places=(where,),
        perpetrators=tuple(
            Perpetrator(name=who, actor=actor, basis=basis, evidence=words, claims=(first.id,))
            for who, actor, basis in blamed
        ),
        part_of=part_of,
        claims=tuple(claim.id for claim in claims),
    )


def record(report: Report, *parts: tuple[Incident, Sequence[RecordedClaim]]) -> Record:
    """Return the record of a report with these incidents, each with its own claims."""
    claims = tuple(replace(claim, incident=one.id) for one, own in parts for claim in own)
    return Record(report=report, read_by=BY, claims=claims, incidents=tuple(one for one, _ in parts))


def simple(*said: Said, publisher: str = "Coast Wire", published: date = date(2031, 3, 5), **more: Any) -> Record:
    """Return the record of a report with one incident."""
    text = more.pop("text", None)
    tail = more.pop("tail", "")
    report, claims = told(*said, publisher=publisher, published=published, text=text, tail=tail)
    return record(report, (incident(claims, **more), claims))


def _sentence(one: Said, at: int) -> str:
    speaker = one.holder[0] if one.holder else "It"
    return f"{speaker.capitalize()} says in line {at} that {one.words or 'some'} people were {one.harm.value}."


def _claim(report: Report, at: int, one: Said, sentence: str, before: Sequence[RecordedClaim]) -> RecordedClaim:
    start = max(report.text.find(sentence), 0)
    words = report.quote(start, min(start + len(sentence), len(report.text)))
    chain: tuple[Holder, ...] = ()
    if one.holder is not None:
        name, role, actor = one.holder
        chain = (Holder(holder=name, actor=actor, role=role, cue="says", evidence=words),)
    casualty = one.type is ClaimType.CASUALTY
    number = Count(low=one.low, high=one.high, words=one.words, lexeme=Lexeme.NUMERAL) if casualty else None
    victims = Victims(
        words="people",
        group=None,
        actor=None,
        victim_class=one.group,
        nationality=None,
        demographic=one.demographic,
        protected=None,
    )
    return RecordedClaim(
        id=f"clm_{report.id}_{at}",
        incident=None,
        type=one.type,
        event=one.event,
        stance=one.stance,
        attribution=chain,
        evidence=(words,),
        harm=one.harm if casualty else None,
        count=number,
        victims=victims if casualty else None,
        scope=one.scope if casualty else None,
        subset_of=before[one.subset_of].id if one.subset_of is not None else None,
    )
