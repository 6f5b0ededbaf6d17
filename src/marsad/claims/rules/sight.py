"""A passage with everything known in it marked: the ground on which the rules stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.claims.extractor import Finders, Found
from marsad.passages.passage import Passage
from marsad.reports.report import Report
from marsad.text.span import Evidence

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
GROUP = re.compile(
    r"\b(?!(?:The|A|An|This|That)\s)(?:[A-Z][\w'’-]+\s+){1,4}(?:Front|Brigades?|Battalions?|Movement|Army|Forces|Militias?|Divisions?|Faction|Legion|"
    r"Guards?|Corps|Resistance|Fighters|Rebels|Group|Alliance|Column)\b"
)
QUOTED = re.compile(r"“[^”]{2,}(?:”|$)|«[^»]{2,}(?:»|$)|\"[^\"]{2,}(?:\"|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A passage and what was found in it; all offsets are those of the passage's own text."""

    report: Report
    passage: Passage
    places: tuple[Found, ...]
    times: tuple[Found, ...]
    counts: tuple[Found, ...]
    actors: tuple[Found, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.passage.text

    def words_between(self, left: int, right: int) -> int:
        """Count the words that begin between two offsets."""
        return max(0, bisect_left(self.word_starts, right) - bisect_left(self.word_starts, left))

    def word_before(self, offset: int) -> tuple[int, int] | None:
        """Return where the last word that ends at or before this offset stands."""
        index = bisect_left(self.word_ends, offset + 1) - 1
        return (self.word_starts[index], self.word_ends[index]) if index >= 0 else None

    def word_after(self, offset: int) -> tuple[int, int] | None:
        """Return where the first word that begins at or after this offset stands."""
        index = bisect_left(self.word_starts, offset)
        return (self.word_starts[index], self.word_ends[index]) if index < len(self.word_starts) else None

    def is_quoted(self, offset: int) -> bool:
        """Whether this offset lies between quotation marks."""
        return any(start <= offset < end for start, end in self.quoted)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return words of the passage as evidence in its report."""
        begin = self.passage.start
        return self.report.quote(begin + start, begin + end, self.passage.evidence.span.part)


def see(passage: Passage, report: Report, finders: Finders) -> Sight:
    """Mark the places, times, counts and actors of a passage."""
    text = passage.text
    times = tuple(finders.times.find(text))
    words = [(match.start(), match.end()) for match in WORD.finditer(text)]
    return Sight(
        report=report,
        passage=passage,
        places=tuple(finders.places.find(text)),
        times=times,
        counts=tuple(_outside(finders.counts.find(text), times)),
        actors=_with_unknown_groups(text, finders.actors.find(text)),
        word_starts=tuple(start for start, _ in words),
        word_ends=tuple(end for _, end in words),
        quoted=tuple((match.start(), match.end()) for match in QUOTED.finditer(text)),
    )


def _with_unknown_groups(text: str, known: Sequence[Found]) -> tuple[Found, ...]:
    """Add groups that no roster knows, by their kind of name: "the Marj Front", "Sabr Brigade"."""
    free = (
        Found(start=match.start(), end=match.end(), label="political_militia")
        for match in GROUP.finditer(text)
        if not any(actor.start < match.end() and match.start() < actor.end for actor in known)
    )
    return tuple(sorted((*known, *free), key=lambda actor: actor.start))


def _outside(counts: Sequence[Found], times: Sequence[Found]) -> list[Found]:
    """Leave out numbers that belong to a time: the 5 of "5 August" is no toll."""
    dated = [time for time in times if time.label != "habitual"]
    return [
        count
        for count in counts
        if count.count is not None and not any(time.start <= count.start < time.end for time in dated)
    ]
