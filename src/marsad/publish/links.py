"""Where links lead: to an incident of the page, to one tied to it, or out to the report as it was published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from marsad.incidents.incident import MergedIncident
from marsad.publish import wording

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another incident this one is tied to; ``target`` is None where it is not on the page."""

    how: str
    code: str
    headline: str
    target: str | None


def anchor(code: str) -> str:
    """Return the name by which a link finds this incident; letters a name may not have become hyphens."""
    return "i-" + _NOT_IN_A_NAME.sub("-", code)[:80]


def safe_link(url: str | None) -> str | None:
    """Return the address if it is plain web, so that a report can never put a script behind a link."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def related(merged: MergedIncident, everyone: Mapping[str, MergedIncident]) -> Iterator[Related]:
    """Yield the incidents this one answers, belongs to, is answered by or is made of."""
    own = {merged.code, merged.incident.id}
    others = {other.code: other for other in everyone.values()}.values()
    ties = [("Answers", merged.incident.responds_to), ("Part of", merged.incident.part_of)]
    for how, name in ties:
        if name is None:
            continue
        other = everyone.get(name)
        headline = wording.headline(other.incident) if other else "not on this page"
        yield Related(
            how=how, code=other.code if other else name, headline=headline, target=anchor(other.code) if other else None
        )
    for other in others:
        turned = (("Answered by", other.incident.responds_to), ("Has a part", other.incident.part_of))
        for how, name in turned:
            if name in own:
                yield Related(
                    how=how, code=other.code, headline=wording.headline(other.incident), target=anchor(other.code)
                )
