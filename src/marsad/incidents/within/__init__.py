"""One report: its claims tied to places, days, actors and counts, and gathered into the incidents it tells of."""

from marsad.incidents.within.linkers import Linkers
from marsad.incidents.within.tell import tell

__all__ = ["Linkers", "tell"]
