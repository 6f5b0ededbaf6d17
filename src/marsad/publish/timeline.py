"""When incidents happened: days from left to right, a mark an incident, its size by how many were killed.

The filled disc is the lower bound of those killed and the ring the upper; where no upper bound is known the ring is
broken. An incident whose day could not be worked out stands in a lane of its own, never on a guessed day.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.claims.claim import Harm
from marsad.incidents.incident import MergedIncident
from marsad.publish import wording

WIDTH, LEFT, RIGHT, TOP = 960, 262, 40, 34
MOST_TICKS = 14
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)  # the last fits every date there is
DAYS_NAMED = 190  # a longer span is labelled by months alone
ROW = 34
MOST_ROWS = 30  # more incidents than this are packed in lanes without names
PACKED_LEFT, PACKED_ROW = 24, 30
LARGEST = 14.0  # radius of the largest toll
LONGEST_NAME = 30  # letters that fit left of the axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One incident: from ``x`` to ``end`` (days), discs for the killed, and the words that say the same."""

    code: str
    label: str
    words: str
    x: float
    end: float
    y: float
    low: float
    high: float | None
    open_ended: bool
    unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day of the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing; ``undated`` marks lie below ``lane``, the line that parts them from the dated ones."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    undated: tuple[Mark, ...]
    named: bool
    left: int
    bottom: float
    lane: float
    height: float
    width: int = WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The first and last day and where they are drawn."""

    first: date
    last: date
    left: int

    def x(self, day: date) -> float:
        """Return where the middle of this day is drawn."""
        share = ((day - self.first).days + 0.5) / ((self.last - self.first).days + 1)
        return round(self.left + share * (WIDTH - RIGHT - self.left), 1)


def _first_days(axis: Axis) -> Iterator[date]:
    """Yield the days that bear a label: every day, week, month or year, as the span allows."""
    days = (axis.last - axis.first).days + 1
    step = next((step for step in (1, 2, 7, 14) if days / step <= MOST_TICKS), None)
    if step:
        yield from (axis.first + timedelta(days=passed) for passed in range(0, days, step))
        return
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month + 1
    every = next(every for every in MONTH_STEPS if months / every <= MOST_TICKS)
    start = (axis.first.year * 12 + axis.first.month - 1 + every - 1) // every * every
    for month in range(start, axis.last.year * 12 + axis.last.month, every):
        day = date(month // 12, month % 12 + 1, 1)
        if day >= axis.first:
            yield day


def _ticks(axis: Axis) -> tuple[Tick, ...]:
    """Return the labelled days; the year is written where it changes."""
    shown: list[Tick] = []
    short = (axis.last - axis.first).days < DAYS_NAMED
    year = None
    for day in _first_days(axis):
        name = wording.MONTHS[day.month - 1][:3]
        text = f"{day.day} {name}" if short else name
        shown.append(Tick(x=axis.x(day), text=f"{text} {day.year}" if day.year != year else text))
        year = day.year
    return tuple(shown)


def _radius(count: int, largest: int) -> float:
    """Return a radius whose disc has an area in proportion to the number."""
    return round(max(2.5, LARGEST * math.sqrt(count / largest)), 1) if count else 0.0


def _short(name: str) -> str:
    """Return the name cut to the room left of the axis."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _mark(merged: MergedIncident, x: float, end: float, y: float, largest: int) -> Mark:
    """Return the mark of one incident."""
    figure = wording.figure_of(merged.incident, Harm.KILLED)
    low = figure.low or 0 if figure else 0
    high = figure.high if figure else None
    killed = wording.toll(merged.incident, Harm.KILLED)
    return Mark(
        code=merged.code,
        label=_short(wording.landmark(merged.incident)),
        words=f"{wording.time(merged.incident.when)}: {wording.headline(merged.incident)}, killed {killed}",
        x=x,
        end=end,
        y=y,
        low=_radius(low, largest),
        high=_radius(high, largest) if high is not None and high > low else None,
        open_ended=figure is not None and high is None,
        unknown=figure is None,
    )


def _dated(incidents: Sequence[MergedIncident]) -> list[tuple[date, date, MergedIncident]]:
    """Return the incidents whose days are known, earliest first."""
    known = [
        (merged.incident.when.start, merged.incident.when.end or merged.incident.when.start, merged)
        for merged in incidents
        if merged.incident.when and merged.incident.when.start
    ]
    return sorted(known, key=lambda each: (each[0], each[1], each[2].code))


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return the lane of each span, in order, so that no two in one lane touch."""
    ends: list[float] = []
    lanes = []
    for start, end in spans:
        lane = next((index for index, last in enumerate(ends) if last + 2 < start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def _placed(
    axis: Axis, dated: Sequence[tuple[date, date, MergedIncident]], *, named: bool, largest: int
) -> tuple[Mark, ...]:
    """Return the dated marks, one a row or packed in lanes."""
    spans = [(axis.x(start), axis.x(end)) for start, end, _ in dated]
    lanes = range(len(dated)) if named else _lanes([(x - LARGEST, end + LARGEST) for x, end in spans])
    row = ROW if named else PACKED_ROW
    return tuple(
        _mark(merged, x, end, TOP + row * (lane + 0.5), largest)
        for (_, _, merged), (x, end), lane in zip(dated, spans, lanes, strict=True)
    )


def _undated(
    unknown: Sequence[MergedIncident], axis: Axis, *, top: float, per_row: int, largest: int
) -> tuple[Mark, ...]:
    """Return the marks of incidents without a day, side by side below the axis."""
    places = [(axis.left + LARGEST + ROW * (index % per_row), index // per_row) for index in range(len(unknown))]
    return tuple(
        _mark(merged, x, x, top + ROW * (0.5 + row), largest) for merged, (x, row) in zip(unknown, places, strict=True)
    )


def draw(incidents: Sequence[MergedIncident]) -> Timeline | None:
    """Return the timeline of these incidents; None where no day is known at all."""
    dated = _dated(incidents)
    if not dated:
        return None
    codes = {merged.code for _, _, merged in dated}
    unknown = sorted((merged for merged in incidents if merged.code not in codes), key=lambda merged: merged.code)
    named = len(incidents) <= MOST_ROWS
    figures = [wording.figure_of(merged.incident, Harm.KILLED) for merged in incidents]
    largest = max((max(figure.low or 0, figure.high or 0) for figure in figures if figure), default=1) or 1
    axis = Axis(
        first=dated[0][0], last=max(end for _, end, _ in dated), left=LEFT if named else PACKED_LEFT + int(LARGEST)
    )
    marks = _placed(axis, dated, named=named, largest=largest)
    bottom = max(mark.y for mark in marks) + ROW / 2
    lane = bottom + ROW
    undated = _undated(
        unknown, axis, top=lane, per_row=1 if named else (WIDTH - RIGHT - axis.left) // ROW, largest=largest
    )
    height = max((mark.y for mark in undated), default=bottom) + ROW / 2 + 4
    return Timeline(
        ticks=_ticks(axis),
        marks=marks,
        undated=undated,
        named=named,
        left=axis.left,
        bottom=bottom,
        lane=lane,
        height=round(height, 1),
    )
