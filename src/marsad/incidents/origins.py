"""Who is behind a claim in the end, and how many of those people can be independent of each other (codebook 7.3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.actors.actor import ActorKind
from marsad.claims.claim import Stance
from marsad.incidents.incident import Holder, Origins, RecordedClaim
from marsad.incidents.names import folded
from marsad.incidents.wording import PLACE_WORDS, plain
from marsad.reports.report import Report

Reports = Mapping[str, Report]
Copies = Mapping[str, str]

STATED = frozenset({Stance.ASSERTED, Stance.ALLEGED})
# Those who speak for themselves or as one of many: a capital in "Residents" makes no name of it.
PEOPLE = frozenset(
    {
        ActorKind.EYEWITNESS,
        ActorKind.RELATIVE,
        ActorKind.LOCAL_AUTHORITY,
        ActorKind.ACTIVIST,
        ActorKind.OFFICIAL,
        ActorKind.MEDICAL,
        ActorKind.UNKNOWN,
    }
)
# A place has one of each; "the doctors of Tal Arda" are not among them.
BODIES = frozenset(
    {
        "administration",
        "authority",
        "command",
        "commission",
        "council",
        "court",
        "department",
        "directorate",
        "government",
        "headquarters",
        "hospital",
        "inspectorate",
        "ministry",
        "morgue",
        "municipality",
        "office",
        "parliament",
        "police",
        "prefecture",
        "prosecution",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The root of a claim: its deepest holder or, where it names none, the report's own voice.

    ``key`` is the same for the same origin in every report. An origin that has no name of its own ("two residents")
    is known within its report only, since the next report's residents may be others. ``role`` is None for a
    report's own voice.
    """

    key: str
    name: str
    named: bool
    role: ActorKind | None

    @property
    def own_voice(self) -> bool:
        """Whether the report itself says so."""
        return self.role is None


def origin_of(claim: RecordedClaim, reports: Reports) -> Origin:
    """Return who is behind a claim; a report that is not among ``reports`` has no known publisher."""
    holder = claim.holder
    if holder is None:
        return _own_voice(claim.report, reports)
    name = plain(holder.holder)
    if holder.actor is not None:
        return Origin(key=f"actor:{holder.actor}", name=name, named=True, role=holder.role)
    if _has_name(holder):
        return Origin(key=f"name:{folded(name)}", name=name, named=True, role=holder.role)
    return Origin(key=f"said:{claim.report}:{folded(name)}", name=name, named=False, role=holder.role)


def counted(claims: Iterable[RecordedClaim], copies: Copies) -> tuple[RecordedClaim, ...]:
    """Leave out the claims of a report that only repeats another one which is here too."""
    every = tuple(claims)
    present = {claim.report for claim in every}
    return tuple(claim for claim in every if copies.get(claim.report) not in present)


def ordered(claims: Iterable[RecordedClaim], reports: Reports) -> tuple[RecordedClaim, ...]:
    """Put claims in the one order everything is worked out in: by day of publication, report and place in the text."""
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (*published_order(claim.report, reports), *_place(claim))))


def published_order(report: str, reports: Reports) -> tuple[str, str]:
    """Return the key that puts reports in order of their day; a report of unknown day comes last."""
    known = reports.get(report)
    day = known.published.isoformat() if known and known.published else "9999-99-99"
    return day, report


def origins(
    claims: Iterable[RecordedClaim], *, reports: Reports | None = None, copies: Copies | None = None
) -> Origins:
    """Count who stands behind an incident: all holders by name, and how many are independent, low to high.

    Only those who assert or allege are counted, since a denial supports nothing. Low holds that nameless speakers of
    one capacity, in however many reports, may be the same people, and that a report which names no holder may only
    repeat the others; high holds that none of them do.
    """
    known = reports or {}
    rows = [(claim, origin_of(claim, known)) for claim in ordered(counted(claims, copies or {}), known)]
    roots = {origin.key: origin for claim, origin in rows if claim.stance in STATED}
    named = [origin for origin in roots.values() if origin.named and not origin.own_voice]
    nameless = {origin.role for origin in roots.values() if not origin.named and not origin.own_voice}
    spoken = sum(not origin.own_voice for origin in roots.values())
    silent = _reports_without_holders(rows, frozenset(origin.key for origin in named))
    low = len(named) + len(nameless - {origin.role for origin in named})
    high = spoken + len(silent)
    names = dict.fromkeys(side_name(origin) for _, origin in rows)
    return Origins(holders=tuple(names), low=max(low, min(high, 1)), high=high)


def side_name(origin: Origin) -> str:
    """Name an origin as one side of a disagreement: a report's own voice is marked as such."""
    return f"{origin.name} (own voice)" if origin.own_voice else origin.name


def _reports_without_holders(rows: list[tuple[RecordedClaim, Origin]], named: frozenset[str]) -> frozenset[str]:
    """Find the publishers whose report quotes nobody and who are quoted by nobody: they may be origins of their own."""
    quoting = {claim.report for claim, origin in rows if not origin.own_voice and claim.stance in STATED}
    silent = {
        origin.key
        for claim, origin in rows
        if origin.own_voice and claim.stance in STATED and claim.report not in quoting
    }
    return frozenset(silent) - named


def _own_voice(report: str, reports: Reports) -> Origin:
    """Return the origin of what a report says itself: its publisher or, where unknown, this report alone."""
    known = reports.get(report)
    if known is None or not known.publisher:
        return Origin(key=f"report:{report}", name="the report", named=False, role=None)
    name = plain(known.publisher)
    return Origin(key=f"name:{folded(name)}", name=name, named=True, role=None)


def _has_name(holder: Holder) -> bool:
    """Whether the holder is named ("Coast Observatory") and not only described ("residents of Tal Arda")."""
    words = holder.holder.split()
    ends = next((at for at, word in enumerate(words) if word.casefold() in PLACE_WORDS), len(words))
    described = words[:ends]
    if any(word[0].isupper() for word in described[1:]):
        return True
    if _is_the_body_of(words, ends):
        return True
    return bool(described) and described[0][0].isupper() and holder.role not in PEOPLE


def _is_the_body_of(words: Sequence[str], ends: int) -> bool:
    """Whether it is the one body of a place, "the health directorate of Tal Arda": the same in every report."""
    described = {word.casefold() for word in words[:ends]}
    return "the" in described and bool(described & BODIES) and any(word[0].isupper() for word in words[ends:])


def _place(claim: RecordedClaim) -> tuple[str, int, str]:
    """Return where in its report a claim stands: the title first."""
    span = claim.evidence[0].span
    return ("0" if span.part.value == "title" else "1"), span.start, claim.id
