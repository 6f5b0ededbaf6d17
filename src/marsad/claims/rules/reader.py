"""The rule reader: passages in, claims out, by the words alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from marsad.claims.claim import (
    Claim,
    ClaimType,
    Harm,
    Kind,
    Link,
    LinkType,
    Mention,
    Role,
    Scope,
    Stance,
    Step,
    claim_id,
)
from marsad.claims.rules.blame import Blame, blames
from marsad.claims.rules.events import Event, events
from marsad.claims.rules.holders import Speakers
from marsad.claims.rules.lexicon import Lexicon, lexicon
from marsad.claims.rules.roles import mentions
from marsad.claims.extractor import Finders
from marsad.claims.rules.sight import Sight, see
from marsad.claims.rules.speech import Frame, frames, speakers_of
from marsad.claims.rules.tolls import Toll, tolls
from marsad.passages.passage import Passage
from marsad.reports.report import Report
from marsad.text.span import Evidence
from marsad.version import VERSION

CUMULATIVE = re.compile(
    r"\bsince (?:the|it|they|its|an?|he|she)?\s*(?:\w+\s+){0,3}?(?:war|conflict|uprising|revolt|revolution|crisis|beginning|start|outbreak|"
    r"began|started|launched|erupted|intervention|campaign|offensive|seized|took|(?:19|20)\d\d)\b"
    r"|\bsince (?:(?:early|mid|late)[- ])?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:so far this (?:year|month)|this year|in the (?:past|last) (?:\w+ )?(?:years?|months?)|over the (?:past|last) (?:\w+ )?(?:years?|months?)|"
    r"years? of (?:war|conflict|civil war)|in (?:more than |over )?\w+ years|in (?:the|its|a) \w+-year(?:-old)? (?:war|conflict|civil war|insurgency))\b",
    re.IGNORECASE,
)
WAR_TOLL = re.compile(
    r"\b(?:war|conflict|uprising|revolt|crisis|insurgency|unrest)\b[^.;]{0,80}\b(?:has|have|had)\s+(?:\w+\s+)?(?:killed|left|claimed|cost|displaced)\b",
    re.IGNORECASE,
)
AFTERWARDS = 60  # code points after a harm in which "a few days earlier" still dates it
OF_THE = 10  # code points of "of the" between a part and its whole: "two of the eleven"
WAR_WIDE = 20_000  # no single incident of any war on record killed as many; a report that says so counts the war
ANSWERS = re.compile(
    r"\b(?:in (?:response|retaliation|reply|reprisal|revenge) (?:to|for)|retaliat\w+|to avenge|in the wake of)\b",
    re.IGNORECASE,
)
LINKED_AFTER = re.compile(
    r"^\W*(?:\w+\W+){0,6}?(?:in|by|when|after|as|during|from|following|due to|because of)\b[^.;]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads by rules: no weights, no network; keeps nothing between reports."""

    finders: Finders

    @property
    def step(self) -> Step:
        """Which reader this is."""
        return Step(name="rules", version=VERSION)

    def extract(self, report: Report, passages: Sequence[Passage]) -> Sequence[Claim]:
        """Return what the report says, in reading order."""
        reading = _Reading(report=report, step=self.step, lexicon=lexicon())
        for passage in passages:
            reading.read(see(passage, report, self.finders))
        return reading.claims()


class _Reading:
    """One report being read: the claims so far, who has spoken, and the event last told."""

    def __init__(self, *, report: Report, step: Step, lexicon: Lexicon) -> None:
        self._report, self._step, self._lexicon = report, step, lexicon
        self._speakers = Speakers(lexicon)
        self._claims: list[Claim] = []
        self._last: Claim | None = None
        self._told: list[Claim] = []

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims with late-named speakers filled in, each once."""
        unique = {claim.id: claim for claim in reversed(self._claims)}
        return self._speakers.look_ahead(reversed(list(unique.values())))

    def read(self, sight: Sight) -> None:
        """Read one sentence: its events first, then the people harmed in them."""
        said = frames(sight, self._lexicon)
        told = events(sight, self._lexicon)
        harmed = tolls(sight, self._lexicon)
        kept = [event for event in told if not event.habitual or harmed]
        given = mentions(sight, kept, said, self._lexicon)
        occurrences = [self._occurrence(sight, event, roles, said) for event, roles in zip(kept, given, strict=True)]
        occurrences = _answers(sight, kept, occurrences)
        before = self._last
        self._claims += occurrences
        self._note_last(kept, occurrences)
        self._read_tolls(sight, harmed, said, list(zip(kept, occurrences, strict=True)), before)
        self._claims += [claim for blame in blames(sight, said) if (claim := self._responsibility(sight, blame, said))]
        self._speakers.note(sight, said)

    def _responsibility(self, sight: Sight, blame: Blame, said: Sequence[Frame]) -> Claim | None:
        """Claim that somebody did, or denies having done, what was told last."""
        if self._last is None:
            return None
        evidence = sight.evidence(blame.start, blame.end)
        chain = self._speakers.behind(sight, said, blame.start, blame.end)
        if blame.speaker is not None:
            chain = (self._speakers.one(sight, *blame.speaker, blame.cue),)
        return Claim(
            id=claim_id(
                self._report.id, "responsibility", blame.stance, evidence.span.part, evidence.start, evidence.end
            ),
            report=self._report.id,
            type=ClaimType.RESPONSIBILITY,
            kind=self._last.kind,
            trigger=evidence,
            evidence=(evidence,),
            stance=blame.stance,
            attribution=chain,
            mentions=(Mention(role=Role.PERPETRATOR, evidence=sight.evidence(*blame.who)),),
            about=self._last.id,
            by=self._step,
        )

    def _note_last(self, told: Sequence[Event], occurrences: Sequence[Claim]) -> None:
        for event, occurrence in zip(told, occurrences, strict=True):
            if not event.habitual and not event.recalled:
                self._last = occurrence
                self._told.append(occurrence)

    def _occurrence(self, sight: Sight, event: Event, roles: tuple[Mention, ...], said: Sequence[Frame]) -> Claim:
        trigger = sight.evidence(event.start, event.end)
        stance = self._stance(sight, said, event.start, event.end)
        links = self._links(sight, event, roles)
        same = next(
            (
                claim
                for claim in self._told
                for link in links
                if link.type is LinkType.SAME_EVENT and link.to == claim.id
            ),
            None,
        )
        kind = same.kind if same is not None and not event.sure else event.kind
        return Claim(
            id=claim_id(self._report.id, "occurrence", event.kind, trigger.span.part, trigger.start, trigger.end),
            report=self._report.id,
            type=ClaimType.RESPONSIBILITY if stance is Stance.DENIED else ClaimType.OCCURRENCE,
            kind=kind,
            trigger=trigger,
            evidence=(trigger,),
            stance=stance,
            attribution=self._speakers.behind(sight, said, event.start, event.end),
            mentions=roles,
            links=links,
            recalled=event.recalled or event.habitual,
            by=self._step,
        )

    def _links(self, sight: Sight, event: Event, roles: Sequence[Mention]) -> tuple[Link, ...]:
        if self._last is None:
            return ()
        if self._is_same(event, roles):
            return (Link(type=LinkType.SAME_EVENT, to=self._gone_back_to(sight, event).id),)
        return (Link(type=LinkType.OTHER_EVENT, to=self._last.id),) if event.another else ()

    def _gone_back_to(self, sight: Sight, event: Event) -> Claim:
        """Return the event that "the attack" goes back to: the last one told by that noun, else the last one told."""
        noun = _noun(sight.text[event.start : event.end])
        named = (claim for claim in reversed(self._told) if _noun(claim.trigger.quote) == noun)
        return next(named, self._last or self._told[-1])

    def _is_same(self, event: Event, roles: Sequence[Mention]) -> bool:
        """Whether "the attack" goes back to the event last told: nothing of its own sets it apart."""
        placed = any(mention.role is Role.PLACE for mention in roles)
        return (
            self._last is not None
            and event.back
            and not event.another
            and not placed
            and (not event.sure or event.kind is self._last.kind)
        )

    def _stance(self, sight: Sight, said: Sequence[Frame], start: int, end: int) -> Stance:
        for frame in speakers_of(tuple(said), start, end):
            if frame.stance is not Stance.ASSERTED:
                return frame.stance
        lead = sight.text[max(0, start - 30) : end]
        hedges = self._lexicon.hedges.labels_in(lead)
        if Stance.POSSIBLE in hedges:
            return Stance.POSSIBLE
        return Stance.ALLEGED if Stance.ALLEGED in hedges else Stance.ASSERTED

    def _read_tolls(
        self,
        sight: Sight,
        harmed: Sequence[Toll],
        said: Sequence[Frame],
        told: Sequence[tuple[Event, Claim]],
        before: Claim | None,
    ) -> None:
        whole: Claim | None = None
        for toll, following in zip_longest(harmed, harmed[1:]):
            about = self._about(sight, toll, said, told, before)
            claim = self._casualty(sight, toll, said, about, whole)
            if following is not None and toll.people.part and following.people.start - toll.people.end < OF_THE:
                claim = replace(claim, subset_of=self._casualty_id(sight, following))
            self._claims.append(claim)
            if claim.subset_of is None:
                whole = claim

    def _about(
        self,
        sight: Sight,
        toll: Toll,
        said: Sequence[Frame],
        told: Sequence[tuple[Event, Claim]],
        before: Claim | None,
    ) -> Claim | None:
        """Return the telling of the event in which these people were harmed."""
        if CUMULATIVE.search(sight.text) or WAR_TOLL.search(sight.text) or (toll.people.count.low or 0) >= WAR_WIDE:
            return None
        with_it = [pair for pair in told if not _apart(sight, pair[0], toll, said)]
        nearest = _nearest(sight, toll, with_it)
        if nearest is not None:
            return nearest
        return self._untold(sight, toll, said, None if told else before)

    def _untold(self, sight: Sight, toll: Toll, said: Sequence[Frame], before: Claim | None) -> Claim:
        """Make the event of people harmed in a sentence that names none: the one told ``before``, unless it lies elsewhere."""
        start, end = toll.harm_at
        kind = before.kind if before is not None else Kind.OTHER
        recalled = bool(self._lexicon.background.find(sight.text[start : end + AFTERWARDS]))
        event = Event(
            start=start,
            end=end,
            kind=kind,
            sure=False,
            form="verb" if toll.before else "passive",
            back=True,
            another=False,
            recalled=recalled,
            habitual=False,
        )
        roles = tuple(one for one in mentions(sight, [event], said, self._lexicon)[0] if one.role is not Role.TARGET)
        claim = self._occurrence(sight, event, roles, said)
        same = next((link.to for link in claim.links if link.type is LinkType.SAME_EVENT), None)
        if before is None:
            claim = replace(claim, links=())
        elif same is not None and not roles:
            return next(one for one in self._claims if one.id == same)
        if claim.id not in {one.id for one in self._claims}:
            self._claims.append(claim)
        return claim

    def _casualty(
        self, sight: Sight, toll: Toll, said: Sequence[Frame], about: Claim | None, whole: Claim | None
    ) -> Claim:
        people = toll.people
        evidence = sight.evidence(people.start, people.end)
        victims = Mention(role=Role.VICTIMS, evidence=evidence)
        return Claim(
            id=self._casualty_id(sight, toll),
            report=self._report.id,
            type=ClaimType.CASUALTY,
            kind=about.kind if about else Kind.OTHER,
            trigger=sight.evidence(*toll.harm_at),
            evidence=(evidence,),
            stance=self._stance(sight, said, people.start, max(people.end, toll.harm_at[1])),
            attribution=self._speakers.behind(sight, said, people.start, people.end),
            mentions=(victims,),
            about=about.id if about else None,
            harm=toll.harm,
            count=people.count,
            scope=Scope.THIS_INCIDENT if about else Scope.CUMULATIVE,
            subset_of=self._whole(toll, whole, about),
            by=self._step,
        )

    def _casualty_id(self, sight: Sight, toll: Toll) -> str:
        evidence = sight.evidence(toll.people.start, toll.people.end)
        return claim_id(self._report.id, "casualty", toll.harm, evidence.span.part, evidence.start, evidence.end)

    def _whole(self, toll: Toll, whole: Claim | None, about: Claim | None) -> str | None:
        """Return the claim this one counts a part of: the one before it in the sentence, else the last that is large enough."""
        if not toll.subset:
            return None
        number = toll.people.count.low or 0
        earlier = ([whole] if whole else []) + [
            claim for claim in reversed(self._claims) if claim.type is ClaimType.CASUALTY
        ]
        for claim in earlier:
            if claim.harm is toll.harm and claim.count and (claim.count.high is None or claim.count.high >= number):
                return claim.id if claim.subset_of is None else claim.subset_of
        return None


def _noun(words: str) -> str:
    return words.lower().split()[-1].removesuffix("s")


def _apart(sight: Sight, event: Event, toll: Toll, said: Sequence[Frame]) -> bool:
    """Whether a verb of saying stands between an event and people harmed, so that they are two stories."""
    low, high = sorted((event.start, toll.harm_at[0]))
    return (
        event.start < toll.harm_at[0]
        and event.back
        and any(low < frame.cue_start < high and frame.leads for frame in said)
    )


def _nearest(sight: Sight, toll: Toll, told: Sequence[tuple[Event, Claim]]) -> Claim | None:
    """Choose among the events of a sentence: the one the harm is tied to by a word, else the last before it."""
    start, end = toll.harm_at
    after = [pair for pair in told if pair[0].start >= end]
    before = [pair for pair in told if pair[0].start < end]
    if not toll.before and after and LINKED_AFTER.match(sight.text[end : after[0][0].start]):
        return after[0][1]
    if before:
        return before[-1][1]
    return after[0][1] if after else None


def _answers(sight: Sight, told: Sequence[Event], occurrences: list[Claim]) -> list[Claim]:
    """Tie "strikes … in response to a drone attack": the answer points at what it answers."""
    answered = list(occurrences)
    for match in ANSWERS.finditer(sight.text):
        named = [i for i, event in enumerate(told) if 0 <= event.start - match.end() <= 1]
        earlier = named or [i for i, event in enumerate(told) if event.end <= match.end()]
        later = [i for i, event in enumerate(told) if event.start >= match.end() and i not in named]
        if earlier and later:
            link = Link(type=LinkType.RESPONDS_TO, to=occurrences[later[0]].id)
            answered[earlier[-1]] = replace(answered[earlier[-1]], links=(*answered[earlier[-1]].links, link))
            apart = Link(type=LinkType.OTHER_EVENT, to=occurrences[earlier[-1]].id)
            answered[later[0]] = replace(answered[later[0]], links=(*answered[later[0]].links, apart))
    return answered
