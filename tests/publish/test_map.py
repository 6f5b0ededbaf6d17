"""Promises about the map: as precise as the reports, and no more."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from marsad.incidents.incident import MergedIncident
from marsad.places.place import Entry, Level
from marsad.publish.map import HEIGHT, WIDTH, Map, draw, fit
from publish.makers import place
from publish.records import BOMB, CHECKPOINT, CLASHES, INCIDENTS, MARKET, PROTESTS
from publish.telling import COAST


def drawn(*incidents: MergedIncident) -> Map:
    """Return the map of these incidents."""
    found = draw(incidents)
    assert found
    return found


def at(latitude: float, longitude: float, level: Level = Level.SETTLEMENT) -> MergedIncident:
    """Return an incident at this point."""
    here = place(COAST, "Tal Arda", level, (latitude, longitude))
    return replace(MARKET, incident=replace(MARKET.incident, places=(here,)))


def test_a_province_is_an_area_and_never_a_pin() -> None:
    """Where only the province is known, a circle stands for it."""
    spot = drawn(CLASHES).spots[0]
    assert spot.area
    assert spot.radius > 20


def test_a_settlement_is_a_dot_with_a_ring() -> None:
    """A town is a point, with room for "or near it"."""
    assert not drawn(MARKET).spots[0].area


def test_a_country_is_listed_and_not_drawn() -> None:
    """No point may stand for a whole country."""
    whole = drawn(MARKET, PROTESTS)
    assert [spot.name for spot in whole.spots] == ["Tal Arda"]
    assert whole.unplaced == ((PROTESTS, "in Qandara"),)


def test_an_incident_without_a_place_is_listed() -> None:
    """Nothing is left out silently."""
    assert drawn(MARKET, BOMB).unplaced == ((BOMB, "place not known"),)


def test_without_any_point_there_is_no_map() -> None:
    """An empty map would say that nothing happened."""
    assert draw((BOMB, PROTESTS)) is None


def test_a_place_that_is_not_in_the_gazetteer_is_not_drawn() -> None:
    """The next wider place that is known stands for it, as an area."""
    unknown = place(COAST, "the cattle market", Level.SITE, None)
    wider = place(COAST, "Tal Arda", Level.DISTRICT, (34.6, 38.9))
    spot = drawn(replace(MARKET, incident=replace(MARKET.incident, places=(unknown, wider)))).spots[0]
    assert spot.area


def test_near_is_told_apart_from_in() -> None:
    """The relation reaches the drawing."""
    assert {spot.name: spot.relation for spot in drawn(MARKET, CHECKPOINT).spots} == {
        "Tal Arda": "in",
        "Marsa Wadi": "near",
    }


def test_two_incidents_in_one_town_share_a_sign() -> None:
    """The sign then says how many they are."""
    both = drawn(MARKET, replace(MARKET, code="MRS-2"))
    assert len(both.spots) == 1
    assert both.spots[0].label
    assert both.spots[0].label.text == "Tal Arda (2)"


@given(st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180)), min_size=1, max_size=12))
def test_every_point_falls_on_the_map(points: list[tuple[float, float]]) -> None:
    """Whatever the places, none is outside the drawing, also across the date line."""
    fitted = fit(points)
    for latitude, longitude in points:
        assert -1 <= fitted.x(longitude) <= WIDTH + 1
        assert -1 <= fitted.y(latitude) <= HEIGHT + 1


def test_east_is_right_and_north_is_up() -> None:
    """The map is not mirrored."""
    spots = {spot.name: spot for spot in drawn(*INCIDENTS).spots}
    assert spots["Tal Arda"].x > spots["Marsa Wadi"].x
    assert spots["Tal Arda"].y > spots["Marsa Wadi"].y


def test_the_date_line_does_not_tear_the_map() -> None:
    """Two islands a degree apart stay neighbours."""
    spots = drawn(at(-17, 179.6), at(-17, -179.6)).spots
    assert abs(spots[0].x - spots[1].x) < WIDTH
    assert drawn(at(-17, 179.6), at(-17, -179.6)).scale_km <= 50


def test_the_scale_bar_is_true() -> None:
    """A degree of latitude is a little more than 111 km on the bar."""
    found = drawn(at(34, 38), at(35, 38))
    upright = abs(found.spots[0].y - found.spots[1].y)
    assert abs(found.scale_km / found.scale_length * upright - 111.2) < 0.5


def test_labels_never_lie_on_each_other() -> None:
    """Where there is no room, a name is left to the table."""
    crowd = drawn(*(at(34 + step / 500, 38) for step in range(20)), at(36, 40))
    shown = [spot for spot in crowd.spots if spot.label]
    assert len(shown) < len(crowd.spots)


def test_landmarks_are_drawn_only_where_they_fall_on_the_map() -> None:
    """A far city does not stretch the map."""
    near = Entry(
        id="x:1", name="Qasr Hadra", level=Level.SETTLEMENT, country="QX", admin1=None, latitude=34.7, longitude=38.7
    )
    far = replace(near, id="x:2", name="Far Port", latitude=-20.0)
    found = draw(INCIDENTS, (near, far))
    assert found
    assert [mark.label.text for mark in found.landmarks] == ["Qasr Hadra"]
