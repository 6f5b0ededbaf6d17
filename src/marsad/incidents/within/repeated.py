"""Figures that a report tells twice, in its headline and its body, by itself and by somebody it quotes: once each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.actors.actor import VictimClass, Victims
from marsad.actors.roster import GENERIC
from marsad.claims.claim import Claim, Count, Lexeme
from marsad.incidents.within.linkers import Setting
from marsad.text.span import Part

ARTICLE = re.compile(r"^(?:an?|the)\s+")  # a headline leaves it out: "hospital says", "a hospital said"
# How far the number named lies from the low bound it gives: "more than 20" is 21 or more.
ABOVE = {Lexeme.MORE_THAN: -1}
IN_FIGURES = frozenset({Lexeme.NUMERAL, Lexeme.AT_LEAST, Lexeme.APPROX, Lexeme.MORE_THAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetitions:
    """Puts a report's repeated figures together; the linkers of its ``setting`` tell one people from another."""

    setting: Setting

    def once(self, tolls: Sequence[Claim]) -> tuple[tuple[Claim, ...], Mapping[str, str]]:
        """Return tolls with repetitions put together, and which id each dropped one now goes by.

        The same number of the same people by the same holder, in headline and body, is one claim with both words as
        evidence; where the report's own voice repeats a number that somebody is quoted for, the quoted one stands.
        """
        kept: list[Claim] = []
        renamed: dict[str, str] = {}
        for toll in tolls:
            index = next((i for i, one in enumerate(kept) if self._repeats(toll, one)), None)
            if index is None:
                kept.append(toll)
                continue
            first, second = (kept[index], toll) if _rank(kept[index]) <= _rank(toll) else (toll, kept[index])
            kept[index] = replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))))
            renamed[second.id] = first.id
            renamed.update({old: first.id for old, new in renamed.items() if new == second.id})
        return tuple(kept), renamed

    def _repeats(self, one: Claim, other: Claim) -> bool:
        if one.harm is not other.harm or one.stance is not other.stance or bool(one.subset_of) != bool(other.subset_of):
            return False
        if not same_number(one.count, other.count) or self._other_people(one, other):
            return False
        return _own_voice(one, other) or _same_words(one, other) or self._same_actor(one, other)

    def _same_actor(self, one: Claim, other: Claim) -> bool:
        """Whether two tolls are held by one organisation: "the monitor" and "the monitor's director"."""
        actors, country = self.setting.linkers.actors, self.setting.country
        left, right = (actors.holder(_holder(claim), country)[1] for claim in (one, other))
        return left is not None and left == right

    def _other_people(self, one: Claim, other: Claim) -> bool:
        """Whether two counts are of different people: three women, three children, or told under one word for harm."""
        if one.trigger == other.trigger:
            return True  # "four soldiers and four rebels were killed"
        actors, country = self.setting.linkers.actors, self.setting.country
        left, right = (actors.victims(claim.evidence[0].quote, "", country) for claim in (one, other))
        pairs = (
            (left.demographic, right.demographic),
            (_named_actor(left), _named_actor(right)),
            (left.nationality, right.nationality),
        )
        if any(a is not None and b is not None and a != b for a, b in pairs):
            return True
        classes = {left.victim_class, right.victim_class} - {VictimClass.UNKNOWN, VictimClass.MIXED}
        return len(classes) > 1


def _named_actor(people: Victims) -> str | None:
    """Return the actor the people belong to where one is named; "militants" may be anybody's."""
    generic = people.actor is None or people.actor.startswith(GENERIC)
    return None if generic else people.actor


def same_number(one: Count | None, other: Count | None) -> bool:
    """Whether two counts name one number: a headline says "13 killed" of the body's "at least 13"."""
    if one is None or other is None:
        return False
    if (one.low, one.high) == (other.low, other.high):
        return True
    return one.lexeme in IN_FIGURES and other.lexeme in IN_FIGURES and _named(one) == _named(other)


def _named(count: Count) -> int | None:
    return None if count.low is None else count.low + ABOVE.get(count.lexeme, 0)


def _own_voice(one: Claim, other: Claim) -> bool:
    """Whether the report's own voice tells at least one of two figures."""
    return not one.attribution or not other.attribution


def _same_words(one: Claim, other: Claim) -> bool:
    """Whether two tolls have one holder; a headline names it by some of its words: "hospital says"."""
    words, others = (ARTICLE.sub("", _holder(claim).lower()) for claim in (one, other))
    if _in_title(one) == _in_title(other):
        return words == others
    short, full = (words, others) if _in_title(one) else (others, words)
    return f" {short} " in f" {full} "


def _in_title(claim: Claim) -> bool:
    return claim.evidence[0].span.part is Part.TITLE


def _rank(claim: Claim) -> tuple[bool, bool, bool]:
    """Order what to keep: attributed rather than not, the body rather than the headline, hedged rather than bare."""
    bare = claim.count is not None and claim.count.low == claim.count.high
    return not claim.attribution, _in_title(claim), bare


def _holder(claim: Claim) -> str:
    if not claim.attribution:
        return ""
    last = claim.attribution[-1]
    return (last.antecedent or last.evidence).quote
