"""Speakers through a whole report: who "it", "the NGO", "the same source" and "a monitor" go back to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Attribution, Claim, Role
from marsad.claims.rules.crowd import Toll
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.making import Sentence
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speaker import PRONOUNS
from marsad.claims.rules.speech import Frame, speakers_of
from marsad.text.span import Evidence

MONITORS = re.compile(
    r"\b(?:monitor\w*|ngo|watchdog|observatory|rights|group|organi[sz]ation|network)\b", re.IGNORECASE
)
NOT_YET = -9  # before any passage
FURTHER = re.compile(
    r"\W*(?:another|an additional|a further|(?:the )?others?|(?:\w+ ){1,3}(?:more|others?)\b)", re.IGNORECASE
)
SAME = re.compile(r"^the (?:same|latter)\b", re.IGNORECASE)
EARLY = re.compile(
    r"^(?:(?:a|an|one)\s(?:[\w-]+\s){0,5})?"
    r"(?:monitors?|watchdog|ngo|(?:monitoring|rights|activist|monitor) (?:group|organi[sz]ation|network|ngo)|"
    r"(?:group|organi[sz]ation|network|ngo) (?:that |which )?"
    r"(?:track|monitor|document|record|count|follow)\w* .{1,60})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A speaker named in the report: the words, whether the roster knows it as an organisation, and in what kind."""

    evidence: Evidence
    label: str | None


class Speakers:
    """The speakers a report has named so far, while it is being read."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with nobody named."""
        self._lexicon = lexicon
        self._named: list[Named] = []
        self._heard: tuple[Attribution, ...] = ()
        self._heard_at = NOT_YET
        self._spoke: tuple[Attribution, ...] = ()
        self._spoke_at = NOT_YET

    def behind(self, sight: Sight, found: Sequence[Frame], start: int, end: int) -> tuple[Attribution, ...]:
        """Return the chain of speakers behind these words of a sentence, the outermost first."""
        chain: list[Attribution] = []
        for frame in speakers_of(tuple(found), start, end):
            chain.append(self.one(sight, frame.start, frame.end, frame.cue))
            if frame.deeper is not None:
                chain.append(self.one(sight, *frame.deeper, frame.cue))
        return tuple(chain)

    def of_toll(self, sentence: Sentence, toll: Toll, about: Claim | None) -> tuple[Attribution, ...]:
        """Return the chain behind a toll; who gave the figures just before goes on to give further ones.

        That holds within a quotation, and for another figure of the same event in the very next sentence, where
        nobody else is named; a new day or an older event ends it. It is a reading and no rule of any codebook.
        """
        sight, number = sentence.sight, sentence.sight.passage.number
        chain = self.behind(sight, sentence.said, toll.people.start, toll.people.end)
        if chain:
            self._heard, self._heard_at = chain, number
        elif not sentence.said and self._spoke and number - self._spoke_at <= 1 and sight.is_quoted(toll.people.start):
            self._spoke_at = number
            return self._spoke
        elif not sentence.said and self._heard and number - self._heard_at <= 1 and _goes_on(sentence, about):
            self._heard_at = number
            return self._heard
        return chain

    def note(self, sight: Sight, found: Sequence[Frame]) -> None:
        """Remember the speakers a sentence names, so that later ones can go back to them."""
        if found:
            last = found[-1]
            ends = ((last.start, last.end), *((last.deeper,) if last.deeper else ()))
            self._spoke = tuple(self.one(sight, start, end, last.cue) for start, end in ends)
            self._spoke_at = sight.passage.number
        for frame in found:
            for start, end in ((frame.start, frame.end), frame.deeper or (0, 0)):
                if self._is_new(sight.text[start:end]):
                    label = next((a.label for a in sight.actors if a.start < end and a.end > start), None)
                    self._named.append(Named(evidence=sight.evidence(start, end), label=label))

    def _is_new(self, words: str) -> bool:
        """Whether these words name a speaker, rather than going back to one."""
        if not words or words.lower() in PRONOUNS:
            return False
        return not self._goes_back(words) or self._antecedent(words) is None

    def one(self, sight: Sight, start: int, end: int, cue: str) -> Attribution:
        """Return one speaker by the words that name them here."""
        evidence = sight.evidence(start, end)
        return Attribution(evidence=evidence, cue=cue, antecedent=self._antecedent(evidence.quote))

    def _goes_back(self, words: str) -> bool:
        lowered = words.lower()
        known = lowered in self._lexicon.back_things or lowered in self._lexicon.back_persons
        return known or SAME.match(words) is not None or _is_early(words)

    def _antecedent(self, words: str) -> Evidence | None:
        lowered = words.lower()
        if not self._named or not self._goes_back(words) or _is_early(words):
            return None
        if MONITORS.search(lowered):
            monitors = [one for one in self._named if one.label in ("monitor", "ngo", "opposition")]
            return monitors[-1].evidence if monitors else None
        if lowered in PRONOUNS or SAME.match(words):
            return self._named[-1].evidence
        head = lowered.split()[-1]
        fitting = [one for one in self._named if head in one.evidence.quote.lower() or one.label == head]
        if fitting:
            return fitting[-1].evidence
        return self._named[-1].evidence if head in ("source", "statement") else None

    def look_ahead(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Give "a monitoring group said" in the lead its name, once the report has named one monitor."""
        monitors = [
            one.evidence for one in self._named if one.label in ("monitor", "ngo") and not _is_early(one.evidence.quote)
        ]
        if not monitors:
            return tuple(claims)
        return tuple(
            replace(claim, attribution=tuple(self._named_later(one, monitors[0]) for one in claim.attribution))
            for claim in claims
        )

    def _named_later(self, one: Attribution, monitor: Evidence) -> Attribution:
        return replace(one, antecedent=monitor) if _is_early(one.evidence.quote) and one.antecedent is None else one


def _goes_on(sentence: Sentence, about: Claim | None) -> bool:
    """Whether a figure goes on with what was just said: further people, or the same event."""
    if about is None or about.recalled or about.said(Role.TIME):
        return False
    return FURTHER.match(sentence.sight.text) is not None or (
        bool(sentence.told) and all(event.back for event, _ in sentence.told)
    )


def _is_early(words: str) -> bool:
    """Whether these words speak of a monitor not yet named: "a Hadra-based monitoring group"."""
    return EARLY.match(words) is not None
