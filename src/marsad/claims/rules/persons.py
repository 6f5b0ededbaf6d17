"""One person told by what they are to others: "the driver", "his apprentice", "the bride's father"."""

import re

from marsad.claims.claim import Count, Lexeme
from marsad.claims.rules.people import People
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import word_set

DEFINITE = "definite"
DETERMINER = re.compile(r"\b(?:the|his|her|its|their)\b", re.IGNORECASE)
MOST_WORDS = 3  # words after "the" of which the last names the person: "the school's bus driver"
# After these words the noun phrase is over, and the person is who was harmed.
OVER = word_set(
    """and or was were is has had who whom whose that in on at by near with from of for to as when while after before
    during outside inside along also but including"""
)
ENDS = re.compile(r"\s*(?:[,.;:)”\"]|$)")
PLAIN_GAP = re.compile(r"\s+")


def persons(sight: Sight, singulars: frozenset[str]) -> tuple[People, ...]:
    """Return the single persons a sentence names with an article or a possessive; ``singulars`` are words for one."""
    found = (_person(sight, match, singulars) for match in DETERMINER.finditer(sight.text))
    return tuple(one for one in found if one is not None)


def _person(sight: Sight, match: re.Match[str], singulars: frozenset[str]) -> People | None:
    at = match.end()
    for _ in range(MOST_WORDS):
        word = sight.word_after(at)
        if word is None or PLAIN_GAP.fullmatch(sight.text[at : word[0]]) is None:
            return None
        lowered = sight.text[word[0] : word[1]].lower()
        if lowered in singulars and _is_over(sight, word[1]):
            count = Count(low=1, high=1, words=match.group(), lexeme=Lexeme.SINGLE)
            return People(
                start=match.start(),
                end=word[1],
                noun=match.end(),
                count=count,
                label=DEFINITE,
                named=True,
                part=False,
                unknown_noun=False,
                harm=None,
            )
        if lowered in OVER:
            return None
        at = word[1]
    return None


def _is_over(sight: Sight, end: int) -> bool:
    word = sight.word_after(end)
    if word is None or ENDS.match(sight.text, end):
        return True
    return sight.text[word[0] : word[1]].lower() in OVER
