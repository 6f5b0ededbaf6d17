"""A map of where incidents happened, drawn as precisely as the reports know and no more.

A plain fit of latitude and longitude, without borders: a settlement is a dot with a ring for "here or near here", a
district or province a hatched circle as large as such an area usually is, and a country is listed but never drawn.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.incidents.incident import MergedIncident
from marsad.places.place import Entry, Level, Place
from marsad.publish import wording

WIDTH, HEIGHT, BORDER = 960, 480, 48
KM_PER_DEGREE = 111.2
SMALLEST_VIEW = 0.6  # degrees of latitude, so that one town alone still stands in a landscape
USUAL_RADIUS = {Level.DISTRICT: 18.0, Level.PROVINCE: 55.0, Level.REGION: 110.0}  # km; a token, not a border
MOST_LINES = 7
POLE = 90
MARGIN = 10  # a landmark nearer to the edge is left out
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
LETTER, LINE = 7.8, 15  # the size a label takes up, generously, at the map's type size


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name beside its sign; ``anchor`` is where the text is held: start, middle or end."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with all its incidents. ``area`` is set where only a district or wider is known."""

    name: str
    level: str
    relation: str
    latitude: float
    longitude: float
    x: float
    y: float
    radius: float
    area: bool
    incidents: tuple[MergedIncident, ...]
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A known place drawn for orientation, where no incident happened."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the graticule with its degrees."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything on the map, in drawing units; ``unplaced`` are incidents that no point can stand for."""

    spots: tuple[Spot, ...]
    landmarks: tuple[Landmark, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    scale_km: int
    scale_length: float
    unplaced: tuple[tuple[MergedIncident, str], ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How degrees become drawing units: the west and north edge, and units a degree each way."""

    west: float
    north: float
    across: float
    down: float

    def x(self, longitude: float) -> float:
        """Return the position from the left; longitudes are taken eastwards from the west edge."""
        return round((longitude - self.west) % 360 * self.across, 1)

    def y(self, latitude: float) -> float:
        """Return the position from the top."""
        return round((self.north - latitude) * self.down, 1)


def drawable(place: Place) -> bool:
    """Whether a point or circle may stand for this place."""
    return place.latitude is not None and place.longitude is not None and place.level is not Level.COUNTRY


def _westmost(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the west edge and the width in degrees of the shortest arc round the globe that holds them all."""
    ordered = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(after - before) % 360 for before, after in zip(ordered, [*ordered[1:], ordered[0]], strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west = ordered[(widest + 1) % len(ordered)]
    return west, (ordered[widest] - west) % 360


def fit(points: Sequence[tuple[float, float]]) -> Fit:
    """Return the fit that shows all points (latitude, longitude) with a border, shapes kept true at mid-height."""
    south, north = min(point[0] for point in points), max(point[0] for point in points)
    west, width = _westmost([point[1] for point in points])
    middle = (south + north) / 2
    narrowing = max(0.2, math.cos(math.radians(middle)))
    down = min(
        (HEIGHT - 2 * BORDER) / max(north - south, SMALLEST_VIEW),
        (WIDTH - 2 * BORDER) / (max(width, SMALLEST_VIEW) * narrowing),
    )
    across = down * narrowing
    return Fit(west=west + width / 2 - WIDTH / 2 / across, north=middle + HEIGHT / 2 / down, across=across, down=down)


def _degrees(value: float, positive: str, negative: str) -> str:
    """Return a latitude or longitude as a label: "34.5° N"."""
    half = "" if round(value, 4) == 0 else f" {positive if value > 0 else negative}"
    return f"{abs(value):g}°{half}"


def _graticule(fitted: Fit) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return meridians and parallels at a step that gives four to eight of them."""
    wide = WIDTH / fitted.across
    step = next((step for step in STEPS if wide / step <= MOST_LINES), STEPS[-1])
    east = range(math.ceil(fitted.west / step), math.floor((fitted.west + wide) / step) + 1)
    south = fitted.north - HEIGHT / fitted.down
    upward = range(math.ceil(south / step), math.floor(fitted.north / step) + 1)
    meridians = (round(index * step, 4) for index in east)
    parallels = (round(index * step, 4) for index in upward)
    return (
        tuple(
            Line(at=at, text=_degrees((degree + 180) % 360 - 180, "E", "W"))
            for degree in meridians
            if (at := fitted.x(degree)) < WIDTH - BORDER
        ),
        tuple(Line(at=fitted.y(at), text=_degrees(at, "N", "S")) for at in parallels if abs(at) <= POLE),
    )


def _label(text: str, x: float, y: float, away: float, taken: list[tuple[float, float, float, float]]) -> Label | None:
    """Return the label at the first free side of its sign, or within an area; None where every side is taken."""
    beside = (
        ("start", x + away, y + 4),
        ("end", x - away, y + 4),
        ("middle", x, y - away - 3),
        ("middle", x, y + away + 12),
    )
    within = (("middle", x, y + 4), ("middle", x, y - LINE), ("middle", x, y + LINE + 8))
    for anchor, at, line in beside if away else within:
        label = Label(text=text, x=round(at, 1), y=round(line, 1), anchor=anchor)
        box = _box(label)
        outside = box[0] < 0 or box[2] > WIDTH or box[1] < 0 or box[3] > HEIGHT
        if outside or any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        return label
    return None


def _box(label: Label) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of the room a label takes up."""
    wide = LETTER * len(label.text)
    left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return (left, label.y - LINE + 3, left + wide, label.y + 3)


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _corners(place: Place) -> tuple[tuple[float, float], ...]:
    """Return points (latitude, longitude) round the place that the map must show."""
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    reach = USUAL_RADIUS.get(place.level, 0.0) / KM_PER_DEGREE
    return ((latitude - reach, longitude), (latitude, longitude), (latitude + reach, longitude))


def _radius(level: Level, fitted: Fit) -> float:
    """Return how large a place is drawn: its usual size on the ground, never too small to see or to fit."""
    kilometres = USUAL_RADIUS.get(level)
    if kilometres is None:
        return 9
    return round(min(HEIGHT * 0.42, max(20, kilometres / KM_PER_DEGREE * fitted.down)), 1)


def _spots(groups: Sequence[tuple[Place, tuple[MergedIncident, ...]]], fitted: Fit) -> tuple[Spot, ...]:
    """Return the places, widest first so that a dot is never under an area."""
    signs = [(place, told, fitted.x(place.longitude or 0), fitted.y(place.latitude or 0)) for place, told in groups]
    signs.sort(key=lambda sign: (-sign[0].level.rank, -len(sign[1]), sign[0].name))
    taken = [(x - 9, y - 9, x + 9, y + 9) for place, _, x, y in signs if place.level not in USUAL_RADIUS]
    spots: list[Spot] = []
    for place, told, x, y in reversed(signs):
        area = place.level in USUAL_RADIUS
        text = f"{place.name} ({len(told)})" if len(told) > 1 else place.name
        spots.append(
            Spot(
                name=place.name,
                level=wording.LEVELS[place.level],
                relation=place.relation.value,
                latitude=place.latitude or 0.0,
                longitude=place.longitude or 0.0,
                x=x,
                y=y,
                radius=_radius(place.level, fitted),
                area=area,
                incidents=told,
                label=_label(text[:40], x, y, 0 if area else 14, taken),
            )
        )
    return tuple(reversed(spots))


def _landmarks(entries: Sequence[Entry], fitted: Fit, spots: Sequence[Spot]) -> tuple[Landmark, ...]:
    """Return the reference places that fall on the map and leave room for the incidents."""
    taken = [(spot.x - 14, spot.y - 14, spot.x + 14, spot.y + 14) for spot in spots if not spot.area]
    taken += [_box(spot.label) for spot in spots if spot.label]
    found: list[Landmark] = []
    for entry in sorted(entries, key=lambda entry: (-entry.population, entry.name)):
        if entry.latitude is None or entry.longitude is None:
            continue
        x, y = fitted.x(entry.longitude), fitted.y(entry.latitude)
        if not (MARGIN < x < WIDTH - MARGIN and MARGIN < y < HEIGHT - MARGIN):
            continue
        label = _label(entry.name[:30], x, y, 7, taken)
        found.extend([Landmark(x=x, y=y, label=label)] if label else [])
    return tuple(found[:12])


def draw(incidents: Sequence[MergedIncident], landmarks: Sequence[Entry] = ()) -> Map | None:
    """Return the map of these incidents, each at its most specific place that can be drawn; None without any."""
    groups: dict[tuple[float | None, float | None, Level], tuple[Place, list[MergedIncident]]] = {}
    unplaced = []
    for merged in incidents:
        place = next((place for place in merged.incident.places if drawable(place)), None)
        if place is None:
            words = wording.where(merged.incident.places[0]) if merged.incident.places else wording.PLACE_UNKNOWN
            unplaced.append((merged, words))
            continue
        groups.setdefault((place.latitude, place.longitude, place.level), (place, []))[1].append(merged)
    if not groups:
        return None
    told = [(place, tuple(here)) for place, here in groups.values()]
    fitted = fit([corner for place, _ in told for corner in _corners(place)])
    spots = _spots(told, fitted)
    meridians, parallels = _graticule(fitted)
    per_km = fitted.down / KM_PER_DEGREE
    kilometres = max((scale for scale in SCALES if scale * per_km <= WIDTH / 4), default=1)
    return Map(
        spots=spots,
        landmarks=_landmarks(landmarks, fitted, spots),
        meridians=meridians,
        parallels=parallels,
        scale_km=kilometres,
        scale_length=round(kilometres * per_km, 1),
        unplaced=tuple(unplaced),
    )
