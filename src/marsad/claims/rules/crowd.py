"""The people counted in a sentence beside the words for harm: the ground on which the rules for tolls stand."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Harm
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.people import People, people
from marsad.claims.rules.persons import persons
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame
from marsad.knowledge.phrases import Phrase, word_set

BREAK = re.compile(r"[.;:!?](?:\s|$)")
AUXILIARY = word_set(
    """was were been being be is are got get gets left have has had also reportedly confirmed feared found more
    others estimated believed thought presumed reported known to now so far"""
)
WORD = re.compile(r"[\w'’-]+")
ADDRESSED = re.compile(r"\b(?:told|tells|telling|(?:confirmed|said|reported|announced|described|shown|given) to)\s+$")
ALL_BUT = re.compile(r"\ball but\s+$", re.IGNORECASE)
ONE_FAMILY = re.compile(r"\b(?:of|from)\s+(?:a|one|a single)$", re.IGNORECASE)
CARED_FOR = re.compile(r"treat|hospital|taken|flown|rushed|admitted|transferred|evacuated|brought", re.IGNORECASE)
BECAUSE_ENDS = re.compile(r"[.,;:!?](?:\s|$)|\b(?:after|when|and|as|before|while)\b", re.IGNORECASE)
LEAD = 40  # code points that hold "announced to a", "all but", "from a single"
CLOSING = " \t\n,;:”“\"'’–—-"
NAMED_BY = 3  # words after a number that may name animals or things: "12 wild boar"
NAMED_WITHIN = 40  # code points that hold those words


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """People and what became of them; ``harm_at`` is where the word for it stands, ``subset`` marks a part of others.

    ``before`` says that the word for the harm stands before the people ("killing six"), ``shared`` that it stands for
    others beside these, who are no part of them: "four soldiers and seven rebels dead".
    """

    people: People
    harm: Harm
    harm_at: tuple[int, int]
    subset: bool = False
    before: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """The people of a sentence in reading order, and the words for harm that stand after or before people.

    ``spoken_of`` is what became of the people counted last before this sentence: of whom "three of them" are some.
    """

    sight: Sight
    people: tuple[People, ...]
    spoken_of: Harm | None
    after: Sequence[Phrase]
    before: Sequence[Phrase]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sight.text

    def harmed_between(self, start: int, end: int) -> bool:
        """Whether a word for harm begins between two offsets."""
        return any(start <= phrase.start < end for phrase in (*self.after, *self.before))

    def content_words(self, start: int, end: int) -> int:
        """Count the words between two offsets that part people from what became of them; auxiliaries do not."""
        words = WORD.findall(self.text[start:end].lower())
        return sum(word not in AUXILIARY and not word.endswith("ly") for word in words)

    def breaks(self, start: int, end: int) -> bool:
        """Whether a sentence or clause ends between two offsets."""
        return BREAK.search(self.text[start:end]) is not None


# A rule reads one of a crowd, by its index, beside the tolls found so far by theirs; None where it does not apply.
Rule = Callable[[Crowd, int, Mapping[int, Toll]], Toll | None]


def crowd(sight: Sight, said: Sequence[Frame], lexicon: Lexicon, *, spoken_of: Harm | None = None) -> Crowd | None:
    """Return the people of a sentence that may be harmed, None where there are none; those who speak are not."""
    counted = people(sight, lexicon.people, lexicon.nationals)
    free = (one for one in persons(sight, lexicon.persons) if not any(_overlap(one, other) for other in counted))
    every = sorted((*counted, *free), key=lambda one: one.start)
    silent = (_before_speaker(sight, one, said) for one in every if not _speaks(one, said))
    harmed = tuple(one for one in silent if not _is_no_people(sight, one, lexicon) and not _is_told(sight, one))
    if not harmed:
        return None
    return Crowd(
        sight=sight,
        people=harmed,
        spoken_of=spoken_of,
        after=tuple(one for one in lexicon.harm_after.find(sight.text) if not _is_of_illness(sight, one, lexicon)),
        before=tuple(lexicon.harm_before.find(sight.text)),
    )


def _is_of_illness(sight: Sight, harm: Phrase, lexicon: Lexicon) -> bool:
    """Whether people are cared for because of an illness or a mishap: "treated for fever", "burns from a kettle"."""
    if CARED_FOR.match(sight.text, harm.start) is None:
        return False
    ends = BECAUSE_ENDS.search(sight.text, harm.end)
    return lexicon.mishap.occurs_in(sight.text[harm.start : ends.start() if ends else len(sight.text)])


def _speaks(one: People, said: Sequence[Frame]) -> bool:
    return any(frame.start <= one.start < frame.end for frame in said)


def _overlap(one: People, other: People) -> bool:
    return one.start < other.end and other.start < one.end


def _before_speaker(sight: Sight, one: People, said: Sequence[Frame]) -> People:
    """End people where the name of a speaker begins: "killing nine farmers local activists said"."""
    start = min((frame.start for frame in said if one.noun < frame.start < one.end), default=None)
    if start is None or not sight.text[one.noun : start].strip():
        return one
    return replace(one, end=len(sight.text[:start].rstrip(CLOSING)))


def _lead(sight: Sight, end: int) -> str:
    """Return the few words before people that may say that they are not harmed."""
    return sight.text[max(0, end - LEAD) : end]


def _is_told(sight: Sight, one: People) -> bool:
    """Whether somebody is only told of it: "confirmed to a reporter", "told two reporters"."""
    return ADDRESSED.search(_lead(sight, one.start)) is not None


def _is_no_people(sight: Sight, one: People, lexicon: Lexicon) -> bool:
    """Whether what is counted are animals or things ("12 wild boar"), or the family people are of ("of one family")."""
    if ALL_BUT.search(_lead(sight, one.start)):
        return True
    if ONE_FAMILY.search(_lead(sight, one.noun)) and sight.text[one.noun : one.noun + LEAD].lower().lstrip().startswith(
        "famil"
    ):
        return True
    words = re.findall(r"[\w-]+", sight.text[one.noun : one.noun + NAMED_WITHIN].lower())[:NAMED_BY]
    return not one.named and any(word in lexicon.no_people for word in words)
