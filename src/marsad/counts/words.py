"""The English words for numbers and for how sure a number is, and what each means as bounds.

The bounds are those of the record format: dozens are 24 or more, scores 40, hundreds 200. The conventions of ACLED and
UCDP differ and belong to the exports.
"""

from marsad.claims.claim import Lexeme
from marsad.counts.phrases import word_set

SMALL = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
} | {"fourty": 40}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
LARGEST = 10**12
"""A larger figure counts nobody."""

# Each is at least twice its unit, for the word is a plural.
PLURAL_UNITS = {
    "tens": (20, Lexeme.TENS),
    "dozens": (24, Lexeme.DOZENS),
    "scores": (40, Lexeme.SCORES),
    "hundreds": (200, Lexeme.HUNDREDS),
    "thousands": (2_000, Lexeme.THOUSANDS),
    "millions": (2_000_000, Lexeme.THOUSANDS),
}
SEVERAL_UNITS = {
    "dozen": (24, Lexeme.DOZENS),
    "dozens": (24, Lexeme.DOZENS),
    "score": (40, Lexeme.SCORES),
    "hundred": (200, Lexeme.HUNDREDS),
    "hundreds": (200, Lexeme.HUNDREDS),
    "thousand": (2_000, Lexeme.THOUSANDS),
    "thousands": (2_000, Lexeme.THOUSANDS),
    "million": (2_000_000, Lexeme.THOUSANDS),
}
# Phrases for two and more; those that end in "of" are only counts before it, which stays outside the span.
VAGUE = {
    "several": Lexeme.SEVERAL,
    "multiple": Lexeme.SEVERAL,
    "a few": Lexeme.FEW,
    "quite a few": Lexeme.FEW,
    "a handful": Lexeme.FEW,
    "many": Lexeme.MANY,
    "numerous": Lexeme.MANY,
    "countless": Lexeme.MANY,
    "a number of": Lexeme.SEVERAL,
    "a small number of": Lexeme.SEVERAL,
    "small numbers of": Lexeme.SEVERAL,
    "an unspecified number of": Lexeme.SEVERAL,
    "an unknown number of": Lexeme.SEVERAL,
    "an undetermined number of": Lexeme.SEVERAL,
    "unknown number of": Lexeme.SEVERAL,
    "unspecified number of": Lexeme.SEVERAL,
    "a large number of": Lexeme.MANY,
    "large number of": Lexeme.MANY,
    "large numbers of": Lexeme.MANY,
    "a great number of": Lexeme.MANY,
    "great number of": Lexeme.MANY,
    "a high number of": Lexeme.MANY,
    "high number of": Lexeme.MANY,
    "a huge number of": Lexeme.MANY,
    "huge number of": Lexeme.MANY,
    "huge numbers of": Lexeme.MANY,
    "a significant number of": Lexeme.MANY,
    "significant number of": Lexeme.MANY,
    "a lot of": Lexeme.MANY,
    "lots of": Lexeme.MANY,
}
HEDGES = {
    "at least": Lexeme.AT_LEAST,
    "least": Lexeme.AT_LEAST,  # "at" is lost where a page was cut
    "at the very least": Lexeme.AT_LEAST,
    "no fewer than": Lexeme.AT_LEAST,
    "not fewer than": Lexeme.AT_LEAST,
    "no less than": Lexeme.AT_LEAST,
    "not less than": Lexeme.AT_LEAST,
    "a minimum of": Lexeme.AT_LEAST,
    "more than": Lexeme.MORE_THAN,
    "greater than": Lexeme.MORE_THAN,
    "over": Lexeme.MORE_THAN,
    "upwards of": Lexeme.MORE_THAN,
    "in excess of": Lexeme.MORE_THAN,
    "nearly": Lexeme.NEARLY,
    "almost": Lexeme.NEARLY,
    "close to": Lexeme.NEARLY,
    "just under": Lexeme.NEARLY,
    "just short of": Lexeme.NEARLY,
    "about": Lexeme.APPROX,
    "around": Lexeme.APPROX,
    "some": Lexeme.APPROX,
    "roughly": Lexeme.APPROX,
    "approximately": Lexeme.APPROX,
    "an estimated": Lexeme.APPROX,
    "estimated": Lexeme.APPROX,
    "circa": Lexeme.APPROX,
    "up to": Lexeme.UP_TO,
    "as many as": Lexeme.UP_TO,
    "as much as": Lexeme.UP_TO,
    "at most": Lexeme.UP_TO,
    "no more than": Lexeme.UP_TO,
    "not more than": Lexeme.UP_TO,
    "a maximum of": Lexeme.UP_TO,
    "fewer than": Lexeme.FEWER_THAN,
    "less than": Lexeme.FEWER_THAN,
    "well under": Lexeme.FEWER_THAN,
}
# Words that may stand before a number without changing it; they are part of its words, not of its bounds.
TRANSPARENT = frozenset(
    (
        *("another", "a further", "an additional", "a total of", "further", "additional", "reportedly", "allegedly"),
        *("well", "just", "probably", "possibly", "perhaps", "the estimated", "a record", "a reported", "an alleged"),
    )
)
SUFFIXES = {
    "or more": Lexeme.AT_LEAST,
    "and more": Lexeme.AT_LEAST,
    "or above": Lexeme.AT_LEAST,
    "at least": Lexeme.AT_LEAST,
    "+": Lexeme.AT_LEAST,
    "- plus": Lexeme.AT_LEAST,
    "or so": Lexeme.APPROX,
    "or thereabouts": Lexeme.APPROX,
    "or fewer": Lexeme.UP_TO,
    "or less": Lexeme.UP_TO,
    "at most": Lexeme.UP_TO,
}

ARTICLES = frozenset(("a", "an", "one", "another"))
NOBODY = frozenset(("none", "nobody"))
# What "no" must lead up to, over two describing words at most, before it says that nobody was harmed.
HARM_NOUNS = word_set(
    "casualty casualties death deaths fatality fatalities injury injuries wounded dead victims loss losses"
)
PEOPLE = word_set(
    "people persons person civilians civilian residents resident children child women woman men man girls girl "
    "boys boy soldiers soldier troops fighters fighter militants militant terrorists terrorist rebels rebel "
    "jihadists jihadist policemen policeman officers officer members member others victims victim bodies body "
    "dead wounded injured killed casualties martyrs martyr students student workers worker medics medic "
    "doctors doctor journalists journalist hostages hostage prisoners prisoner detainees detainee refugees "
    "refugee citizens citizen lives families passengers protesters demonstrators villagers pilgrims "
    "worshippers patients nurses teachers farmers servicemen gunmen attackers bombers insurgents combatants "
    "militiamen personnel deaths fatalities injuries relatives minors babies infants evacuees pupils guards "
    "shoppers mourners volunteers rescuers more missing"
)
# Words that may stand between "no" and the people or harm it denies.
DESCRIBING = word_set(
    "civilian human further additional immediate other serious reported confirmed new military coalition known "
    "such significant material american russian syrian israeli turkish friendly innocent injured wounded"
)
# "How many", "so many", "as many" count nothing.
BEFORE_MANY = word_set("how so too as not")
