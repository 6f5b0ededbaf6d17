"""What a whole store tells: its records as people corrected them, put together into incidents.

Nothing of it is kept. It is worked out anew from the records and judgements, so that undoing a judgement or forgetting
a report leaves no trace in any figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from marsad.actors.roster import Roster
from marsad.incidents.clusters import Verdict
from marsad.incidents.corrections import apply_corrections
from marsad.incidents.incident import Change, MergedIncident
from marsad.incidents.judgement import Action, Judgement, standing
from marsad.incidents.merge import merge
from marsad.incidents.record import Record
from marsad.store.store import Store

_OF_TWO = {Action.SAME: True, Action.DIFFERENT: False}


def gathered(store: Store) -> tuple[MergedIncident, ...]:
    """Return every incident of a store, in order of their first report, with the judgements in force followed.

    A correction that no longer fits its claim raises MarsadError, which says how to take it back.
    """
    judged = standing(store.judgements())
    records = tuple(store.records())
    fighting = sides(records)
    corrections = [one for one in judged if one.action is Action.CORRECT]
    corrected = [_corrected(record, corrections, fighting) for record in records]
    merged = merge(corrected, verdicts=verdicts(judged), sides=fighting)
    return _credited(merged, records, corrections) if corrections else merged


def verdicts(judged: Iterable[Judgement]) -> tuple[Verdict, ...]:
    """Return what people decided about two incidents being one, latest last."""
    return tuple(
        Verdict(left=one.left, right=one.right, same=_OF_TWO[one.action], judgement=one.id)
        for one in judged
        if one.action in _OF_TWO and one.right is not None
    )


def sides(records: Iterable[Record]) -> Mapping[str, str]:
    """Return the side of every actor that the records name and the roster gives a side."""
    roster = Roster.default()
    named = {
        blamed.actor for record in records for incident in record.incidents for blamed in incident.perpetrators
    } | {holder.actor for record in records for claim in record.claims for holder in claim.attribution}
    known = (roster.actor(actor) for actor in sorted(named - {None}, key=str) if actor)
    return {actor.id: actor.side for actor in known if actor is not None and actor.side is not None}


def _corrected(record: Record, corrections: Sequence[Judgement], fighting: Mapping[str, str]) -> Record:
    """Return a record as the corrections about its claims and incidents have it."""
    own = _ids(record)
    mine = [one for one in corrections if one.left in own]
    return apply_corrections(record, mine, sides=fighting) if mine else record


def _ids(record: Record) -> set[str]:
    return {claim.id for claim in record.claims} | {incident.id for incident in record.incidents}


def _credited(
    merged: Sequence[MergedIncident], records: Iterable[Record], corrections: Sequence[Judgement]
) -> tuple[MergedIncident, ...]:
    """Return the incidents with the corrections that bent them named, each a further version of its history."""
    members = {incident.id: set(incident.claims) for record in records for incident in record.incidents}
    bent = []
    for one in merged:
        own = {claim.id for claim in one.claims}
        touching = [each for each in corrections if each.left in own or members.get(each.left, set()) & own]
        versions = max((change.version for change in one.history), default=0)
        changes = (
            Change(version=versions + number, what=f"{each.field} corrected", because=each.id)
            for number, each in enumerate(touching, start=1)
        )
        named = dict.fromkeys((*one.judgements, *(each.id for each in touching)))
        bent.append(replace(one, history=(*one.history, *changes), judgements=tuple(named)))
    return tuple(bent)
