"""Claims made from what the rules found in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.claims.claim import (
    Attribution,
    Claim,
    ClaimType,
    Kind,
    Link,
    Mention,
    Role,
    Scope,
    Stance,
    Step,
    claim_id,
)
from marsad.claims.rules.blame import Blame
from marsad.claims.rules.crowd import Toll
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame, speakers_of
from marsad.text.span import Evidence

LEAD = 30  # code points before words in which "reportedly" and "may have" still hold for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence while it is read: its frames of saying, its events with their claims, and the event told before it."""

    sight: Sight
    said: tuple[Frame, ...]
    told: tuple[tuple[Event, Claim], ...] = ()
    before: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes the claims of one report."""

    report: str
    step: Step
    lexicon: Lexicon

    def occurrence(
        self,
        sentence: Sentence,
        event: Event,
        *,
        mentions: tuple[Mention, ...],
        links: tuple[Link, ...],
        chain: tuple[Attribution, ...],
        kind: Kind,
    ) -> Claim:
        """Claim that an event happened; where a speaker denies it, the claim is of type responsibility and denied."""
        trigger = sentence.sight.evidence(event.start, event.end)
        stance = self._stance(sentence.sight, sentence.said, event.start, event.end)
        return Claim(
            id=claim_id(self.report, "occurrence", event.kind, trigger.span.part, trigger.start, trigger.end),
            report=self.report,
            type=ClaimType.OCCURRENCE,
            kind=kind,
            trigger=trigger,
            evidence=(trigger,),
            stance=stance,
            attribution=chain,
            mentions=mentions,
            links=links,
            recalled=event.recalled or event.habitual,
            by=self.step,
        )

    def casualty(
        self, sentence: Sentence, toll: Toll, *, about: Claim | None, chain: tuple[Attribution, ...], whole: str | None
    ) -> Claim:
        """Claim that people were harmed; ``whole`` is the claim that these are a part of."""
        sight, people = sentence.sight, toll.people
        evidence = sight.evidence(people.start, people.end)
        return Claim(
            id=self.casualty_id(sight, toll),
            report=self.report,
            type=ClaimType.CASUALTY,
            kind=about.kind if about else Kind.OTHER,
            trigger=sight.evidence(*toll.harm_at),
            evidence=(evidence,),
            stance=self._stance(sight, sentence.said, people.start, max(people.end, toll.harm_at[1])),
            attribution=chain,
            mentions=(Mention(role=Role.VICTIMS, evidence=evidence),),
            about=about.id if about else None,
            harm=toll.harm,
            count=people.count,
            scope=_scope(toll, about),
            subset_of=whole,
            by=self.step,
        )

    def casualty_id(self, sight: Sight, toll: Toll) -> str:
        """Return the id the claim of a toll has, before it is made."""
        evidence = sight.evidence(toll.people.start, toll.people.end)
        return claim_id(self.report, "casualty", toll.harm, evidence.span.part, evidence.start, evidence.end)

    def responsibility(
        self, sentence: Sentence, blame: Blame, *, who: Evidence, about: Claim, chain: tuple[Attribution, ...]
    ) -> Claim:
        """Claim that somebody (``who``) did, or denies having done, what ``about`` tells."""
        evidence = sentence.sight.evidence(blame.start, blame.end)
        return Claim(
            id=claim_id(self.report, "responsibility", blame.stance, evidence.span.part, evidence.start, evidence.end),
            report=self.report,
            type=ClaimType.RESPONSIBILITY,
            kind=about.kind,
            trigger=evidence,
            evidence=(evidence,),
            stance=blame.stance,
            attribution=chain,
            mentions=(Mention(role=Role.PERPETRATOR, evidence=who),),
            about=about.id,
            by=self.step,
        )

    def _stance(self, sight: Sight, said: Sequence[Frame], start: int, end: int) -> Stance:
        for frame in speakers_of(tuple(said), start, end):
            if frame.stance is not Stance.ASSERTED:
                return frame.stance
        hedges = self.lexicon.hedges.labels_in(sight.text[max(0, start - LEAD) : end])
        if Stance.POSSIBLE in hedges:
            return Stance.POSSIBLE
        return Stance.ALLEGED if Stance.ALLEGED in hedges else Stance.ASSERTED


def _scope(toll: Toll, about: Claim | None) -> Scope:
    if about is None:
        return Scope.CUMULATIVE
    return Scope.PART if toll.shared else Scope.THIS_INCIDENT
