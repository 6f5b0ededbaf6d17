"""Who says how many: one row a holder, one column a harm, each number with the words it stands on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.claims.claim import Harm, Stance
from marsad.incidents.incident import MergedIncident, RecordedClaim
from marsad.publish import wording

BAR = 132  # width of a range mark, in the drawing's own units
INSET = 7  # room at both ends for the end marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range as drawn: ``low`` and ``high`` are positions from the left, ``high`` None where the range is open."""

    low: float
    high: float | None
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One number of one holder, in words and as a mark; ``number`` is the claim's number in the evidence."""

    number: int
    how_many: str
    note: str
    quote: str
    report: str
    denied: bool
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One holder with what they say of each harm, in the order of the table's columns."""

    holder: str
    role: str
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """The incident's own figure in one column."""

    how_many: str
    policy: str
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """The table: harms as columns, holders as rows, and the incident's figure as the last row."""

    harms: tuple[Harm, ...]
    rows: tuple[Row, ...]
    figures: tuple[Summed | None, ...]


def counted(merged: MergedIncident) -> tuple[RecordedClaim, ...]:
    """Return the claims about people harmed, leaving out those of reports that repeat another's words."""
    copies = {report.id for report in merged.reports if report.copy_of}
    return tuple(claim for claim in merged.claims if claim.harm and claim.report not in copies)


def _ends(merged: MergedIncident, claims: Sequence[RecordedClaim], harm: Harm) -> int:
    """Return the largest number anybody gives for this harm, with room to spare where a range is open."""
    pairs = [(claim.count.low, claim.count.high) for claim in claims if claim.harm is harm and claim.count]
    pairs += [(figure.low, figure.high) for figure in merged.incident.figures if figure.harm is harm]
    largest = max((max(low or 0, high or 0) for low, high in pairs), default=0)
    open_ended = any(high is None for _, high in pairs)
    return max(1, largest + (max(1, largest // 4) if open_ended else 0))


def bar(low: int | None, high: int | None, top: int) -> Bar | None:
    """Return the mark of a range on a scale from 0 to ``top``."""
    if low is None and high is None:
        return None

    def position(count: int) -> float:
        return round(INSET + (BAR - 2 * INSET) * min(count, top) / top, 1)

    return Bar(low=position(low or 0), high=None if high is None else position(high), top=top)


def _note(claim: RecordedClaim) -> str:
    """Return what a reader must know beside the number: whom it counts, what part, and on what footing."""
    people = wording.counted(claim)
    scope = wording.SCOPES[claim.scope] if claim.scope else ""
    told = claim.stance in {Stance.ASSERTED, Stance.DENIED}
    stance = "" if told else wording.STANCES[claim.stance]
    subset = "among those above" if claim.subset_of else ""
    return ", ".join(part for part in (people, subset, scope, stance) if part)


def _said(claim: RecordedClaim, number: int, top: int) -> Said:
    """Return one claim as a cell's line."""
    count = claim.count
    return Said(
        number=number,
        how_many=wording.bounds(count.low, count.high) if count else "number not known",
        note=_note(claim),
        quote=claim.evidence[0].quote,
        report=claim.report,
        denied=claim.stance is Stance.DENIED,
        bar=bar(count.low, count.high, top) if count else None,
    )


def _grouped(
    claims: Sequence[RecordedClaim], publishers: Mapping[str, str | None]
) -> dict[str, tuple[str, str, list[RecordedClaim]]]:
    """Return claims by holder, in the order the holders first speak."""
    rows: dict[str, tuple[str, str, list[RecordedClaim]]] = {}
    for claim in claims:
        name = wording.speaker(claim, publishers.get(claim.report))
        actor = claim.holder.actor if claim.holder else None
        role = claim.holder.role.value.replace("_", " ") if claim.holder else "the report itself"
        rows.setdefault(actor or name.casefold(), (name, role, []))[2].append(claim)
    return rows


def tolls(merged: MergedIncident, numbers: Mapping[str, int]) -> Tolls | None:
    """Return the table of who says how many, or None where nobody gives a number. ``numbers`` are the claims'."""
    claims = counted(merged)
    figures = [figure for figure in merged.incident.figures if figure.victims == "total"]
    named = {claim.harm for claim in claims} | {figure.harm for figure in figures}
    harms = tuple(harm for harm in Harm if harm in named)
    if not harms:
        return None
    tops = {harm: _ends(merged, claims, harm) for harm in harms}
    publishers = {report.id: report.publisher for report in merged.reports}
    rows = tuple(
        Row(
            holder=name,
            role=role,
            cells=tuple(
                tuple(_said(claim, numbers[claim.id], tops[harm]) for claim in spoken if claim.harm is harm)
                for harm in harms
            ),
        )
        for name, role, spoken in _grouped(claims, publishers).values()
    )
    summed = {
        figure.harm: Summed(
            how_many=wording.bounds(figure.low, figure.high),
            policy=figure.policy.replace("_", " "),
            bar=bar(figure.low, figure.high, tops[figure.harm]),
        )
        for figure in figures
    }
    return Tolls(harms=harms, rows=rows, figures=tuple(summed.get(harm) for harm in harms))
