"""A report being read sentence by sentence: who has spoken, what has been told, and what each sentence adds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from marsad.claims.claim import Attribution, Claim, ClaimType, Harm, Kind, Link, LinkType, Mention, Role, head_noun
from marsad.claims.rules.answers import tied_by_answers
from marsad.claims.rules.blame import Blame, blames
from marsad.claims.rules.crowd import Toll
from marsad.claims.rules.events import Event, events, kind_of_harm
from marsad.claims.rules.holders import Speakers
from marsad.claims.rules.making import Maker, Sentence
from marsad.claims.rules.roles import mentions
from marsad.claims.rules.scope import is_cumulative
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import frames
from marsad.claims.rules.tolls import tolls
from marsad.claims.rules.violence import ARMED, is_by_the_armed, kind_by_sides, tells_violence
from marsad.text.span import Evidence

AFTERWARDS = 60  # code points after a harm in which "a few days earlier" still dates it
OF_THE = 10  # code points of "of the" between a part and its whole: "two of the eleven"
WORDING = 60  # code points on each side of an event that are its wording
IN_PLACE = 24  # code points between people and the place they were harmed in: "five in the one near Khan Lubban"
IN_ANSWER = re.compile(r"\W*in (?:response|retaliation|reply|reprisal|revenge)\s*,", re.IGNORECASE)
# "The attack took place in Tal Arda": where the event told before was, and no other event.
TOOK_PLACE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:took place|occurred|happened)\b", re.IGNORECASE)
LOST = re.compile(r"los(?:t|ing|es)\b", re.IGNORECASE)
TIED = re.compile(
    r"^\W*(?:\w+\W+){0,6}?(?:in|by|when|after|as|during|from|following|due to|because of)\b[^.;]*$", re.IGNORECASE
)


class Reading:
    """One report being read: the claims so far, who has spoken, and the events told."""

    def __init__(self, maker: Maker) -> None:
        """Begin with nothing told."""
        self._maker = maker
        self._lexicon = maker.lexicon
        self._speakers = Speakers(maker.lexicon)
        self._claims: dict[str, Claim] = {}
        self._told: list[Claim] = []
        self._mishap = False
        self._nature = False
        self._natural = False
        self._spoken_of: Harm | None = None
        self._wordings: dict[str, str] = {}

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims, with speakers that were named only later filled in.

        Where a storm, a flood or a gas bottle is told, and nobody and no weapon, there was no violence to claim.
        """
        if self._natural and all(one.kind is Kind.OTHER and not one.said(Role.PERPETRATOR) for one in self._told):
            return ()
        return self._speakers.look_ahead(self._claims.values())

    def read(self, sight: Sight) -> None:
        """Read one sentence: its events first, then the people harmed in them, then who is blamed."""
        sentence = Sentence(sight=sight, said=frames(sight, self._lexicon), before=self._last)
        if not self._lexicon.story.find(sight.text):
            harmed = tolls(sight, sentence.said, self._lexicon, spoken_of=self._spoken_of)
            self._spoken_of = harmed[-1].harm if harmed else self._spoken_of
            sentence = replace(sentence, told=self._events(sentence, harmed))
            self._tolls(sentence, harmed)
            self._blame(sentence)
        natural = self._lexicon.nature.occurs_in(sight.text)
        self._natural = self._natural or natural
        self._nature = (self._nature or natural) and not sentence.told
        self._mishap = (self._mishap or self._lexicon.mishap.occurs_in(sight.text)) and not sentence.told
        self._speakers.note(sight, sentence.said)

    @property
    def _last(self) -> Claim | None:
        return self._told[-1] if self._told else None

    def _keep(self, claim: Claim) -> Claim:
        return self._claims.setdefault(claim.id, claim)

    def _events(self, sentence: Sentence, harmed: Sequence[Toll]) -> tuple[tuple[Event, Claim], ...]:
        found = [event for event in events(sentence.sight, self._lexicon) if not event.habitual or harmed]
        given = mentions(sentence.sight, found, sentence.said, self._lexicon)
        real = [pair for pair in zip(found, given, strict=True) if self._is_told(sentence, *pair)]
        found = [event for event, _ in real]
        made = [self._occurrence(sentence, event, roles) for event, roles in real]
        told = tuple(zip(found, map(self._keep, tied_by_answers(sentence.sight, found, made)), strict=True))
        self._told += [claim for event, claim in told if not event.habitual and not event.recalled]
        return told

    def _is_told(self, sentence: Sentence, event: Event, roles: tuple[Mention, ...]) -> bool:
        """Whether a word tells an event: by what stands by it, or because it goes back to one told before."""
        sight = sentence.sight
        natural = self._nature or self._lexicon.nature.occurs_in(sight.text)
        if event.loose and natural and not is_by_the_armed(sight, roles):
            return False
        return tells_violence(sight, event, roles, self._lexicon) or self._is_same(sight, event, roles)

    def _occurrence(self, sentence: Sentence, event: Event, roles: tuple[Mention, ...]) -> Claim:
        same = self._worded_before(sentence.sight, event)
        if same is None and self._is_same(sentence.sight, event, roles):
            same = self._gone_back_to(sentence.sight, event)
        links: tuple[Link, ...] = ()
        if same is not None:
            links = (Link(type=LinkType.SAME_EVENT, to=same.id),)
        elif self._last is not None and IN_ANSWER.match(sentence.sight.text):
            links = tuple(Link(type=one, to=self._last.id) for one in (LinkType.RESPONDS_TO, LinkType.OTHER_EVENT))
        elif event.another and self._last is not None:
            links = (Link(type=LinkType.OTHER_EVENT, to=self._last.id),)
        made = self._maker.occurrence(
            sentence,
            event,
            mentions=roles,
            links=links,
            chain=self._speakers.behind(sentence.sight, sentence.said, event.start, event.end),
            kind=same.kind if same is not None and not event.sure else kind_by_sides(sentence.sight, event, roles),
        )
        self._wordings.setdefault(_wording(sentence.sight, event), made.id)
        return made

    def _worded_before(self, sight: Sight, event: Event) -> Claim | None:
        """Return the event told before in the very same words: a page prints its first sentence twice."""
        return self._claims.get(self._wordings.get(_wording(sight, event), ""))

    def _gone_back_to(self, sight: Sight, event: Event) -> Claim | None:
        """Return the event that "the attack" goes back to: the last one told by that noun, else the last one told."""
        noun = head_noun(sight.text[event.start : event.end])
        named = (claim for claim in reversed(self._told) if head_noun(claim.trigger.quote) == noun)
        return next(named, self._last)

    def _is_same(self, sight: Sight, event: Event, roles: Sequence[Mention]) -> bool:
        """Whether "the attack" goes back to an event told before: nothing of its own sets it apart."""
        if self._last is None or not event.back or event.another:
            return False
        placed = any(mention.role is Role.PLACE for mention in roles) and not TOOK_PLACE.match(sight.text, event.end)
        known = event.sure and (self._last.kind, event.kind) != (Kind.IED_LANDMINE, Kind.SUICIDE_BOMB)
        return not placed and (not known or event.kind is self._last.kind)

    def _tolls(self, sentence: Sentence, harmed: Sequence[Toll]) -> None:
        listed = _listed(sentence.sight, harmed)
        whole: Claim | None = None
        entries: list[Claim] = []
        for index, (toll, following) in enumerate(zip_longest(harmed, harmed[1:])):
            if self._is_mishap(sentence) or self._is_no_loss(sentence, toll):
                continue
            if index in listed:
                toll = replace(toll, shared=False)  # noqa: PLW2901 - an entry of a list is all of its own incident
            about = self._of_list(sentence, toll, entries) if index in listed else self._about(sentence, toll)
            chain = self._speakers.of_toll(sentence, toll, about)
            part_of = self._whole(toll, whole)
            if following is not None and toll.people.part and following.people.start - toll.people.end < OF_THE:
                part_of = self._maker.casualty_id(sentence.sight, following)
            claim = self._keep(self._maker.casualty(sentence, toll, about=about, chain=chain, whole=part_of))
            whole = claim if claim.subset_of is None else whole

    def _is_mishap(self, sentence: Sentence) -> bool:
        """Whether an accident, a storm or an illness, and no violence, harmed these people."""
        if sentence.told or sentence.before is not None:
            return False
        by_force = any(actor.label in ARMED for actor in sentence.sight.actors)
        return (self._mishap and not by_force) or self._lexicon.mishap.occurs_in(sentence.sight.text)

    def _is_no_loss(self, sentence: Sentence, toll: Toll) -> bool:
        """Whether "lost seven of its men" tells of no death: nothing violent is told, and nobody armed is named."""
        if sentence.told or sentence.before is not None or not LOST.match(sentence.sight.text, toll.harm_at[0]):
            return False
        return toll.before and not any(actor.label in ARMED for actor in sentence.sight.actors)

    def _about(self, sentence: Sentence, toll: Toll) -> Claim | None:
        """Return the telling of the event in which these people were harmed; None for a toll of no single event."""
        if is_cumulative(sentence.sight, toll):
            return None
        near = _nearest(sentence.sight, toll, [pair for pair in sentence.told if not _apart(sentence, pair[0], toll)])
        return near or self._untold(sentence, toll, None if sentence.told else sentence.before)

    def _untold(self, sentence: Sentence, toll: Toll, before: Claim | None) -> Claim:
        """Make the event of people harmed where none is named: that told ``before``, unless it lies elsewhere."""
        event = self._harm_as_event(sentence, toll, before)
        every = mentions(sentence.sight, [event], sentence.said, self._lexicon)[0]
        roles = tuple(one for one in every if one.role is not Role.TARGET)
        claim = self._occurrence(sentence, event, roles)
        if before is None:
            return self._keep(replace(claim, links=()))
        same = next((link.to for link in claim.links if link.type is LinkType.SAME_EVENT), None)
        return self._claims[same] if same is not None and not roles else self._keep(claim)

    def _of_list(self, sentence: Sentence, toll: Toll, entries: list[Claim]) -> Claim:
        """Make the event of one entry of a list: "seven in Salwan, five in Lubban" are two places and two events."""
        last = sentence.told[0][1] if sentence.told else sentence.before
        event = self._harm_as_event(sentence, toll, last)
        event = replace(event, start=toll.people.start, end=toll.people.end, back=False, another=True)
        every = mentions(sentence.sight, [event], sentence.said, self._lexicon)[0]
        place = _place_after(sentence.sight, toll)
        roles = tuple(
            one for one in every if one.role is Role.TIME or (one.role is Role.PLACE and one.evidence.start == place)
        )
        claim = self._occurrence(sentence, event, roles)
        apart = tuple(Link(type=LinkType.OTHER_EVENT, to=entry.id) for entry in entries)
        entries.append(self._keep(replace(claim, links=(*claim.links, *apart))))
        return entries[-1]

    def _harm_as_event(self, sentence: Sentence, toll: Toll, before: Claim | None) -> Event:
        start, end = toll.harm_at
        return Event(
            start=start,
            end=end,
            kind=kind_of_harm(sentence.sight, start, self._lexicon) or (before.kind if before else Kind.OTHER),
            sure=False,
            form="verb" if toll.before else "harmed",
            back=True,
            another=False,
            recalled=bool(self._lexicon.background.find(sentence.sight.text[start : end + AFTERWARDS])),
            habitual=False,
        )

    def _whole(self, toll: Toll, whole: Claim | None) -> str | None:
        """Return the claim this one is part of: the one before it in the sentence, else the last large enough."""
        if not toll.subset:
            return None
        number = toll.people.count.low or 0
        earlier = [one for one in reversed(self._claims.values()) if one.type is ClaimType.CASUALTY]
        for claim in [whole, *earlier] if whole else earlier:
            large = claim.count is not None and (claim.count.high is None or claim.count.high >= number)
            if claim.harm is toll.harm and large:
                return claim.subset_of or claim.id
        return None

    def _blame(self, sentence: Sentence) -> None:
        for blame in blames(sentence.sight, sentence.said):
            who = self._blamed(sentence, blame)
            if self._last is not None and who is not None:
                chain = self._blamers(sentence, blame)
                self._keep(self._maker.responsibility(sentence, blame, who=who, about=self._last, chain=chain))

    def _blamed(self, sentence: Sentence, blame: Blame) -> Evidence | None:
        """Return the words for those made responsible: here, or where the event told last names who did it."""
        if blame.who is not None:
            return sentence.sight.evidence(*blame.who)
        return next(iter(self._last.said(Role.PERPETRATOR)), None) if self._last is not None else None

    def _blamers(self, sentence: Sentence, blame: Blame) -> tuple[Attribution, ...]:
        if blame.speaker is not None:
            return (self._speakers.one(sentence.sight, *blame.speaker, blame.cue),)
        return self._speakers.behind(sentence.sight, sentence.said, blame.start, blame.end)


def _wording(sight: Sight, event: Event) -> str:
    """Return the words an event is told in, with enough around them to be told nowhere else by chance."""
    return " ".join(sight.text[max(0, event.start - WORDING) : event.end + WORDING].lower().split())


def _place_after(sight: Sight, toll: Toll) -> int | None:
    """Return where in the report the place right after people begins: "five in Khan Lubban"."""
    for place in sight.places:
        end = max(toll.people.end, toll.harm_at[1])
        if 0 <= place.start - end <= IN_PLACE or 0 <= place.start - toll.people.end <= IN_PLACE:
            return sight.passage.start + place.start
    return None


def _listed(sight: Sight, harmed: Sequence[Toll]) -> frozenset[int]:
    """Return which tolls are entries of a list by place, where there are two or more."""
    places = {index: _place_after(sight, toll) for index, toll in enumerate(harmed) if not toll.subset}
    known = {index: place for index, place in places.items() if place is not None}
    harms = {harmed[index].harm for index in known}
    return frozenset(known) if len(set(known.values())) > 1 and len(harms) == 1 else frozenset()


def _apart(sentence: Sentence, event: Event, toll: Toll) -> bool:
    """Whether a verb of saying stands between an event and people harmed, so that they are two stories."""
    if event.start >= toll.harm_at[0] or not event.back:
        return False
    return any(event.start < frame.cue_start < toll.harm_at[0] and frame.leads for frame in sentence.said)


def _nearest(sight: Sight, toll: Toll, told: Sequence[tuple[Event, Claim]]) -> Claim | None:
    """Choose among the events of a sentence: the one the harm is tied to by a word, else the last before it."""
    end = toll.harm_at[1]
    after = [pair for pair in told if pair[0].start >= end]
    before = [pair for pair in told if pair[0].start < end]
    if not toll.before and after and TIED.match(sight.text[end : after[0][0].start]):
        return after[0][1]
    if before:
        return before[-1][1]
    return after[0][1] if after else None
