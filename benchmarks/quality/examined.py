"""One report as the scorer judged it: what was paired with the gold, what was missed and what gold has not.

``Row`` is an object of the gold file or of a record, as JSON gives it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """A casualty claim of the gold and the claim read for it; ``judged`` tells which of its parts are right."""

    gold: Row
    read: Row
    judged: Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPair:
    """An incident of the gold and the incident read for it; ``judged`` tells which of its parts are right."""

    gold: Row
    read: Row
    judged: Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A report, its gold and its record (None where none was made), sorted by how the scorer judged them.

    ``claims_false`` are figures that count against the reading, ``incidents_extra`` incidents that do.
    """

    unit: str
    text: str
    title: str
    gold: Row
    record: Row | None
    claims: tuple[ClaimPair, ...]
    claims_missed: tuple[Row, ...]
    claims_false: tuple[Row, ...]
    incidents: tuple[IncidentPair, ...]
    incidents_extra: tuple[Row, ...]

    def read_claims(self, kind: str | None = None) -> tuple[Row, ...]:
        """Return the claims that were read, of one type where it is given."""
        every = self.record["claims"] if self.record else ()
        return tuple(claim for claim in every if kind in (None, claim.get("type")))

    def problems(self, code: str) -> tuple[Row, ...]:
        """Return what the record says could not be read or resolved, of one code."""
        return tuple(row for row in (self.record or {}).get("problems", ()) if row.get("code") == code)

    def gold_claims(self) -> tuple[Row, ...]:
        """Return every casualty claim of the gold, in its order."""
        return tuple(claim for incident in self.gold["incidents"] for claim in incident["casualty_claims"])
