"""Text without conflict: how many incidents are told of it as its news, and from which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.quality.shown import clipped
from marsad.incidents.incident import Incident
from marsad.incidents.record import Record

_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseIncident:
    """A main incident made of a document that tells of none: its kind, first place, and the words it was read from."""

    document: str
    kind: str
    place: str | None
    words: str


def false_incidents(records: Iterable[Record]) -> Iterator[FalseIncident]:
    """Yield the main incidents of these records; each is one too many."""
    for record in records:
        for incident in record.incidents:
            if incident.main:
                yield FalseIncident(
                    document=record.report.external_id or record.report.id,
                    kind=incident.kind.value,
                    place=incident.places[0].name if incident.places else None,
                    words=clipped(_trigger(record, incident)),
                )


def failures(records: Iterable[Record]) -> tuple[str, ...]:
    """Return what the reader failed on: a document that was not read has no false incidents, and proves nothing."""
    return tuple(
        f"{record.report.external_id}: {problem.message}"
        for record in records
        for problem in record.problems
        if problem.code == "reader_failed"
    )


def per_hundred(found: int, documents: int) -> float:
    """Return how many there are in a hundred documents; nought where no document was read."""
    return round(_HUNDRED * found / documents, 1) if documents else 0.0


def listed(found: Iterable[FalseIncident]) -> Iterator[str]:
    """Yield a line an incident: document, kind, place and words."""
    for incident in found:
        yield f"  {incident.document}: {incident.kind} | {incident.place or '-'} | {incident.words}"


def _trigger(record: Record, incident: Incident) -> str:
    """Return the words of the incident's claims in the order of the text, each once."""
    evidence = [piece for name in incident.claims for piece in record.claim(name).evidence]
    ordered = sorted(evidence, key=lambda piece: piece.span.start)
    return " / ".join(dict.fromkeys(piece.quote for piece in ordered))
