"""Fixtures of the invented country."""

import pytest

from marsad.places.finder import PlaceFinder
from marsad.places.gazetteer import Gazetteer
from marsad.places.ranked import RankedPlaces
from places.qandara import qandara


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the invented country."""
    return qandara()


@pytest.fixture(scope="session")
def finder(gazetteer: Gazetteer) -> PlaceFinder:
    """Return a finder that knows the invented country."""
    return PlaceFinder(gazetteer)


@pytest.fixture(scope="session")
def linker(gazetteer: Gazetteer) -> RankedPlaces:
    """Return a linker that knows the invented country."""
    return RankedPlaces(gazetteer)
