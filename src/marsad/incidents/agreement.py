"""Whether two tellings may be of one incident, and how well they agree: kind, day, place, perpetrator, toll.

A pair that any of these excludes is never put together by marsad itself, only by a person's judgement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.claims.claim import Harm
from marsad.incidents.alike import LONGEST_DAYS, Likeness, days_alike, kinds_alike, places_alike
from marsad.incidents.figures import figures
from marsad.incidents.incident import Blame, Figure, Incident, RecordedClaim
from marsad.incidents.names import folded
from marsad.incidents.origins import Origin, origin_of
from marsad.incidents.statements import TOTAL, Interval, disjoint
from marsad.reports.report import Report

NAMED_BY = frozenset({Blame.STATED, Blame.CLAIMED, Blame.ACCEPTED})
# Two tolls of one incident seldom differ more than this, even between rumour and count.
WILD_RATIO, WILD_GAP = 10, 20
# And one origin on one day does not speak of one incident in numbers this far apart.
# Tolls of at least so many that differ by a tenth at most tell of one incident, where day and province agree.
HANDFUL, CLOSE = 5, 10
STRANGE_RATIO, STRANGE_GAP = 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One incident as one report tells it, with what is compared worked out once."""

    incident: Incident
    report: Report
    claims: tuple[RecordedClaim, ...]
    tolls: Mapping[Harm, Interval]
    origins: frozenset[str]
    sides: frozenset[str]
    disputed: bool

    @property
    def id(self) -> str:
        """The incident's id in its report's record."""
        return self.incident.id

    @property
    def order(self) -> tuple[str, str, str]:
        """The key of the one order tellings are worked through in: day of publication, report, incident."""
        published = self.report.published.isoformat() if self.report.published else "9999-99-99"
        return published, self.report.id, self.incident.id


def telling(incident: Incident, report: Report, claims: Sequence[RecordedClaim], sides: Mapping[str, str]) -> Telling:
    """Make an incident of one report ready for comparison; ``claims`` are those of this incident."""
    reports = {report.id: report}
    spoken: dict[str, Origin] = {origin.key: origin for origin in (origin_of(claim, reports) for claim in claims)}
    tolls = {one.harm: (one.low, one.high) for one in _totals(incident, claims)}
    named = (one for one in incident.perpetrators if one.actor is not None and one.basis in NAMED_BY)
    disputed = any(one.basis not in NAMED_BY for one in incident.perpetrators)
    return Telling(
        incident=incident,
        report=report,
        claims=tuple(claims),
        tolls=tolls,
        origins=frozenset(spoken),
        sides=frozenset(sides.get(one.actor or "", one.actor or "") for one in named),
        disputed=disputed,
    )


def agreement(left: Telling, right: Telling, *, copied: bool = False) -> int | None:
    """Return how well two tellings agree, higher is better; None where they cannot be of one incident.

    Two incidents of one report are two incidents, since its author kept them apart. ``copied`` says that one report
    repeats the other: then a day that neither of them tells does not keep them apart.
    """
    if left.report.id == right.report.id:
        return None
    kind = kinds_alike(left.incident.kind, right.incident.kind)
    if kind is Likeness.NONE or (day := _days(left, right, copied=copied)) is Likeness.NONE:
        return None
    place = _places(left, right, copied=copied)
    if place is Likeness.NONE or not _sides_agree(left, right) or _tolls_wild(left, right):
        return None
    toll, actor = _tolls_agree(left, right), bool(left.sides & right.sides)
    if Likeness.DOUBTFUL in (kind, day, place) and not (toll or actor or _tolls_close(left, right)):
        return None
    return 4 * place + 3 * day + 2 * kind + 3 * toll + 2 * actor + _same_target(left, right)


def _totals(incident: Incident, claims: Sequence[RecordedClaim]) -> tuple[Figure, ...]:
    """Return the totals of an incident, worked out where the record has not done so."""
    made = incident.figures or figures(claims)
    return tuple(one for one in made if one.victims == TOTAL)


def _days(left: Telling, right: Telling, *, copied: bool) -> Likeness:
    """Compare days; a copy that gives its day in the same words, or none, is of the day of what it repeats.

    "Yesterday" in a copy printed two days later still means the original's yesterday; printed a month later, the
    same few words are a bulletin of their own.
    """
    if copied and _day_quote(left) == _day_quote(right) and _printed_together(left, right):
        return Likeness.COMPATIBLE
    return days_alike(left.incident.when, right.incident.when)


def _printed_together(left: Telling, right: Telling) -> bool:
    """Whether two reports appeared within a week, as far as is known."""
    one, other = _published(left), _published(right)
    return one is None or other is None or abs((one - other).days) <= LONGEST_DAYS


def _places(left: Telling, right: Telling, *, copied: bool) -> Likeness:
    """Compare places; a copy that names none either is of the place of what it repeats."""
    if copied and not left.incident.places and not right.incident.places:
        return Likeness.SAME
    return places_alike(left.incident.places, right.incident.places)


def _day_quote(one: Telling) -> str | None:
    """Return the words that give the day."""
    when = one.incident.when
    return when.evidence.quote if when and when.evidence else None


def _sides_agree(left: Telling, right: Telling) -> bool:
    """Whether the named perpetrators can be the same; who is unknown, or only alleged, excludes nothing."""
    if not left.sides or not right.sides or left.disputed or right.disputed:
        return True
    return bool(left.sides & right.sides)


def _tolls_agree(left: Telling, right: Telling) -> bool:
    """Whether both state a toll of one harm, and one that can be the same; zero agrees with nothing."""
    shared = left.tolls.keys() & right.tolls.keys()
    return any(
        (left.tolls[harm][0] or 0) > 0
        and (right.tolls[harm][0] or 0) > 0
        and not disjoint(left.tolls[harm], right.tolls[harm])
        for harm in shared
    )


def _tolls_close(left: Telling, right: Telling) -> bool:
    """Whether both count more than a handful of the same harm and differ by little, as 15 and 16 of one shelling do."""
    shared = left.tolls.keys() & right.tolls.keys()
    ends = [
        (min(left.tolls[harm][0] or 0, right.tolls[harm][0] or 0), left.tolls[harm], right.tolls[harm])
        for harm in shared
    ]
    return any(
        low >= HANDFUL and abs((one[1] or one[0] or 0) - (other[1] or other[0] or 0)) <= max(1, low // CLOSE)
        for low, one, other in ends
    )


def _tolls_wild(left: Telling, right: Telling) -> bool:
    """Whether the tolls are too far apart for one incident."""
    same_voice = bool(left.origins & right.origins) and _published(left) == _published(right) is not None
    ratio, gap = (STRANGE_RATIO, STRANGE_GAP) if same_voice else (WILD_RATIO, WILD_GAP)
    return any(_far(left.tolls[harm], right.tolls[harm], ratio, gap) for harm in left.tolls.keys() & right.tolls.keys())


def _far(left: Interval, right: Interval, ratio: int, gap: int) -> bool:
    """Whether two ranges share nothing and lie apart both as a ratio and in people."""
    if not disjoint(left, right):
        return False
    lower, upper = sorted((left, right), key=lambda one: one[0] or 0)
    top, bottom = lower[1] or lower[0] or 0, upper[0] or 0
    return bottom - top >= gap and bottom >= ratio * max(top, 1)


def _published(one: Telling) -> date | None:
    """Return the day a telling was published."""
    return one.report.published


def _same_target(left: Telling, right: Telling) -> bool:
    """Whether both name one target or one kind of facility."""
    named = {folded(one.name) for one in left.incident.targets} | {one.facility for one in left.incident.targets}
    others = {folded(one.name) for one in right.incident.targets} | {one.facility for one in right.incident.targets}
    return bool((named & others) - {None})
