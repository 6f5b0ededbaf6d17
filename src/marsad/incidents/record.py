"""The record of one report: what reading it gave."""

from dataclasses import dataclass
from typing import Any

from marsad.claims.claim import Step
from marsad.errors import Problem
from marsad.incidents.codec import decode, encode
from marsad.incidents.incident import Incident, RecordedClaim
from marsad.reports.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One report read: its claims, the incidents they tell of, and what could not be read or resolved."""

    report: Report
    read_by: Step
    claims: tuple[RecordedClaim, ...]
    incidents: tuple[Incident, ...]
    problems: tuple[Problem, ...] = ()

    def claim(self, claim_id: str) -> RecordedClaim:
        """Return the claim of that id; a KeyError names an id that is not here."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON values, exactly as the output contract has it."""
        return encode(self)

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> "Record":
        """Return the record that ``to_dict`` wrote."""
        return decode(cls, plain)
