"""Groups of tellings that are of one incident: the best agreeing pairs first, and nobody joins against a member.

A telling joins a group only if it agrees with every member (complete linkage), so that a month of daily shelling does
not become one incident by steps of a day. What people judged goes before all: "same" binds, "different" parts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from marsad.incidents.agreement import Telling, agreement
from marsad.incidents.neighbours import pairs, pairs_of_copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided of two incidents, or two reports' news: the same or not.

    ``left`` and ``right`` are ids of incidents in their reports' records, or of reports. ``judgement`` is the id of
    the judgement this comes from.
    """

    left: str
    right: str
    same: bool
    judgement: str = ""


@dataclass(slots=True)
class _Grouping:
    """The groups as they grow. A unit is what a "same" bound together; groups are made of whole units."""

    tellings: Sequence[Telling]
    copies: Mapping[str, str]
    forbidden: frozenset[tuple[int, int]]
    group: list[int]
    members: dict[int, list[int]]
    units: list[int] = field(default_factory=list)
    scores: dict[tuple[int, int], int | None] = field(default_factory=dict)

    def score(self, left: int, right: int) -> int | None:
        """Return how well two tellings agree, worked out once."""
        pair = (min(left, right), max(left, right))
        if pair not in self.scores:
            one, other = self.tellings[pair[0]], self.tellings[pair[1]]
            copied = self._root(one) == self._root(other)
            self.scores[pair] = agreement(one, other, copied=copied)
        return self.scores[pair]

    def join(self, keep: int, drop: int) -> None:
        """Make one group of two; it keeps the name of the first."""
        for at in self.members[drop]:
            self.group[at] = keep
        self.members[keep] = sorted((*self.members[keep], *self.members.pop(drop)))

    def parted(self, left: Iterable[int], right: Sequence[int]) -> bool:
        """Whether a person parted anybody of the one from anybody of the other."""
        return any((min(one, other), max(one, other)) in self.forbidden for one in left for other in right)

    def _root(self, one: Telling) -> str:
        return self.copies.get(one.report.id, one.report.id)


def clusters(
    tellings: Sequence[Telling], verdicts: Sequence[Verdict], copies: Mapping[str, str]
) -> tuple[tuple[Telling, ...], ...]:
    """Return the groups, and the tellings in each, in the order of day, report and incident.

    The result does not depend on the order of ``tellings``. A later verdict on the same two replaces an earlier one;
    a "same" that would join what a "different" parts is not followed.
    """
    standing = tuple(sorted(tellings, key=lambda one: one.order))
    decided = {frozenset((one.left, one.right)): one for one in verdicts}
    named = _positions(standing)
    forbidden = frozenset(
        (min(pair), max(pair))
        for one in decided.values()
        if not one.same
        for pair in product(named.get(one.left, ()), named.get(one.right, ()))
    )
    numbers = range(len(standing))
    alone = {at: [at] for at in numbers}
    grouping = _Grouping(tellings=standing, copies=copies, forbidden=forbidden, group=list(numbers), members=alone)
    for one in decided.values():
        if one.same:
            _bind(grouping, named.get(one.left, ()), named.get(one.right, ()))
    grouping.units = list(grouping.group)
    _link(grouping)
    return _collected(grouping)


def _positions(tellings: Sequence[Telling]) -> dict[str, list[int]]:
    """Return where each incident stands, and each report's news (or, where it has none, all that it tells)."""
    named: dict[str, list[int]] = {one.id: [at] for at, one in enumerate(tellings)}
    news = {one.report.id for one in tellings if one.incident.main}
    for at, one in enumerate(tellings):
        if one.incident.main or one.report.id not in news:
            named.setdefault(one.report.id, []).append(at)
    return named


def _bind(grouping: _Grouping, left: Sequence[int], right: Sequence[int]) -> None:
    """Put together what a person judged the same; of two reports, the incidents that agree best."""
    choices = [(one, other) for one, other in product(left, right) if one != other]
    if not choices:
        return
    one, other = max(choices, key=lambda pair: (grouping.score(*pair) or 0, -pair[0], -pair[1]))
    keep, drop = sorted((grouping.group[one], grouping.group[other]))
    if keep != drop and not grouping.parted(grouping.members[keep], grouping.members[drop]):
        grouping.join(keep, drop)


def _link(grouping: _Grouping) -> None:
    """Join groups along the agreeing pairs, the best first.

    Originals are grouped first, as if there were no copies; then each copy goes where its original is, so that a copy
    never decides what belongs together; and what a copy alone tells is grouped last.
    """
    near = pairs(grouping.tellings)
    copied = {at for at, one in enumerate(grouping.tellings) if one.report.id in grouping.copies}
    _join_along(grouping, [pair for pair in near if not copied & set(pair)], _all_agree)
    _join_along(grouping, pairs_of_copies(grouping.tellings, grouping.copies), _may_meet)
    _join_along(grouping, [pair for pair in near if copied & set(pair)], _all_agree)


def _join_along(
    grouping: _Grouping,
    near: Iterable[tuple[int, int]],
    allowed: Callable[[_Grouping, Sequence[int], Sequence[int]], bool],
) -> None:
    """Join the groups of each pair that agrees, the best agreeing first, where the whole groups are allowed to."""
    scored = [(score, pair) for pair in near if (score := grouping.score(*pair)) is not None]
    for _, (left, right) in sorted(scored, key=lambda one: (-one[0], one[1])):
        keep, drop = sorted((grouping.group[left], grouping.group[right]))
        if keep != drop and allowed(grouping, grouping.members[keep], grouping.members[drop]):
            grouping.join(keep, drop)


def _may_meet(grouping: _Grouping, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether nobody parted two groups, and no report is in both."""
    reports = {grouping.tellings[at].report.id for at in left}
    shared = any(grouping.tellings[at].report.id in reports for at in right)
    return not shared and not grouping.parted(left, right)


def _all_agree(grouping: _Grouping, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether every unit of one group may be of one incident with every unit of the other, and nobody parted them."""
    if not _may_meet(grouping, left, right):
        return False
    ours, theirs = _by_unit(grouping, left), _by_unit(grouping, right)
    return all(
        any(grouping.score(one, other) is not None for one, other in product(unit, opposite))
        for unit, opposite in product(ours, theirs)
    )


def _by_unit(grouping: _Grouping, members: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Split a group into its units."""
    units: dict[int, list[int]] = {}
    for at in members:
        units.setdefault(grouping.units[at], []).append(at)
    return tuple(tuple(unit) for unit in units.values())


def _collected(grouping: _Grouping) -> tuple[tuple[Telling, ...], ...]:
    """Return the groups as tuples of tellings, in order of their first."""
    groups: dict[int, list[Telling]] = {}
    for at, group in enumerate(grouping.group):
        groups.setdefault(group, []).append(grouping.tellings[at])
    return tuple(tuple(group) for group in groups.values())
