"""The words at which a quantity can begin; all others are passed over at once."""

from marsad.counts.units import MONTHS, ORDINALS
from marsad.counts.words import (
    ARTICLES,
    HEDGES,
    MULTIPLIERS,
    NOBODY,
    PLURAL_UNITS,
    SMALL,
    TENS,
    TRANSPARENT,
    VAGUE,
)

_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in (*HEDGES, *TRANSPARENT, *VAGUE))
STARTS = (
    _FIRST_WORDS
    | ARTICLES
    | NOBODY
    | MONTHS
    | ORDINALS
    | frozenset((*SMALL, *TENS, *MULTIPLIERS, *PLURAL_UNITS))
    | frozenset(("no", "without", "dozen", "both", "half", "between"))
)
