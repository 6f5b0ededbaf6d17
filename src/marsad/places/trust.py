"""Whether a name that the gazetteer knows means a place here, or is a word, a person or an organisation."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.places.names import Match
from marsad.places.phrases import Phrase
from marsad.places.place import Entry, Level
from marsad.places.prior import best
from marsad.places.tables import SKELETON_COUNTRIES
from marsad.places.tokens import BREAK, HYPHEN, SPACE, Token
from marsad.places.words import Words
from marsad.text.fold import ARTICLES

# How many people make a town's bare name trusted. Small towns are trusted after a word such as "in" and, there, above
# all in the countries whose villages reports name; in a headline every word is written like a name.
KNOWN_ANYWHERE = 100_000
KNOWN_AT_HOME = 20_000
KNOWN_IN_HEADLINE = 60_000
KNOWN_AFTER_IN = 15_000
KNOWN_BY_SEVERAL_WORDS = 1_000
LONGEST_ABBREVIATION = 3  # "TV" and "IDA" are towns somewhere
SHORTEST_SOUNDING = 7  # letters of a name trusted by its consonants alone
HOME = SKELETON_COUNTRIES | {"UA", "TR"}
AT_WAR = HOME | frozenset(
    (
        *("AM", "AZ", "BF", "BI", "CD", "CF", "CM", "ET", "GE", "IN", "KE", "LK", "ML", "MM", "MZ", "NE", "NG", "NP"),
        *("RW", "SS", "UG"),
    )
)
"""Countries at or near war, of which reports name villages; theirs are not names of people in English or Spanish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The words of the text searched, and whether it is written in Title Case."""

    tokens: Sequence[Token]
    words: Words
    headline: bool

    def before(self, position: int, back: int = 1) -> str:
        """Return an earlier word in small letters; empty across a break."""
        at = position - back
        if at < 0 or any(self.tokens[step].gap == BREAK for step in range(at + 1, position + 1)):
            return ""
        return self.tokens[at].word

    def after(self, position: int) -> Token | None:
        """Return the next token where no more than a space or hyphen parts it from this one."""
        at = position + 1
        return self.tokens[at] if at < len(self.tokens) and self.tokens[at].gap in {SPACE, HYPHEN} else None


def trusted(match: Match, phrase: Phrase, setting: Setting) -> bool:
    """Whether these words name a place here."""
    if refused(match, setting):
        return False
    read, words = setting.tokens, setting.words
    said = located(match, phrase, setting)
    names = [token.word for token in read[match.first : match.last + 1] if token.word not in ARTICLES]
    names[:1] = [name[match.start - read[match.first].start :] for name in names[:1]]
    if any(name.isdigit() for name in names) and any(name in words.stops for name in names) and not phrase.typed:
        return False  # a date: a town in Egypt is called October 6
    if all(words.ordinary(name) or name in words.types for name in names):
        called = match.exact and phrase.level is not None and setting.before(match.first) == "of"
        known = said or best(match.entries).population >= KNOWN_AT_HOME
        return called or (len(names) > 1 and match.exact and known and not setting.headline)
    if not match.exact:
        letters = sum(len(name) for name in names)
        return said and letters >= SHORTEST_SOUNDING and not setting.headline
    return likely(match, phrase, setting, names=names, said=said)


def likely(match: Match, phrase: Phrase, setting: Setting, *, names: Sequence[str], said: bool) -> bool:
    """Whether a name spelled as in the gazetteer, and no ordinary word, is well enough known to be trusted here."""
    place = best(match.entries, phrase.level)
    short = len(names) == 1 and len(names[0]) <= LONGEST_ABBREVIATION and names[0].isascii()
    if short and match.first == match.last:
        return place.level is Level.COUNTRY or phrase.level is not None
    if place.level in {Level.COUNTRY, Level.PROVINCE, Level.REGION, Level.DISTRICT}:
        return True
    if place.level is not Level.SETTLEMENT or place.id.startswith("marsad:"):
        return said or len(names) > 1 or not (setting.headline or beside_a_name(match, setting))
    if any(unicodedata.category(name[0]) == "Lo" for name in names):
        return phrase.level is not None or place.population >= (KNOWN_BY_SEVERAL_WORDS if said else KNOWN_IN_HEADLINE)
    told = said or taken(match, setting)
    return populous(place, several=len(names) > 1, said=told, lonely=lonely(match, setting))


def populous(place: Entry, *, several: bool, said: bool, lonely: bool) -> bool:
    """Whether a town is large enough for its bare name; ``said`` where the words before it speak of a place."""
    home = place.country in HOME
    if said:
        return place.country in AT_WAR or place.population >= (KNOWN_BY_SEVERAL_WORDS if several else KNOWN_AFTER_IN)
    if several:
        return home or place.population >= KNOWN_AFTER_IN
    if not lonely:
        return place.population >= KNOWN_ANYWHERE
    return place.population >= (KNOWN_AT_HOME if home else KNOWN_ANYWHERE)


def lonely(match: Match, setting: Setting) -> bool:
    """Whether the name stands apart from other names, outside a headline and inside its sentence."""
    return not (setting.headline or setting.tokens[match.first].gap == BREAK or beside_a_name(match, setting))


def refused(match: Match, setting: Setting) -> bool:
    """Whether the words around the name make it part of a person's or an organisation's name."""
    words, first = setting.words, match.first
    if setting.before(first) in words.person_titles or setting.before(first) in words.group_heads:
        return True
    if setting.before(first) in {"of", "for"} and setting.before(first, 2) in words.organisation_heads:
        return True
    after = setting.after(match.last)
    if after is None:
        return False
    if after.gap == HYPHEN:
        return after.word in words.adjoining_suffixes
    if after.word in words.kinsfolk:
        return True
    return after.named and not setting.headline and after.word in words.organisation_heads


def located(match: Match, phrase: Phrase, setting: Setting) -> bool:
    """Whether the words speak of a place: "in X", "the town of X", "X province", an Arabic clitic."""
    if phrase.typed or match.start > setting.tokens[match.first].start:
        return True
    before = setting.before(match.first)
    before = setting.before(match.first, 2) if before == "the" else before
    return before in setting.words.locatives and before not in {"of", "by"}


def taken(match: Match, setting: Setting) -> bool:
    """Whether the words tell of ground that is shelled, seized or held: "stormed X", "rebel-held X"."""
    before = setting.before(match.first)
    if before in setting.words.holding:
        return setting.tokens[match.first - 1].gap == HYPHEN
    return before in setting.words.taking


def beside_a_name(match: Match, setting: Setting) -> bool:
    """Whether another word written like a name, and no ordinary one, stands directly beside this one."""
    read = setting.tokens
    beside = [read[match.first - 1]] if match.first > 0 and read[match.first].gap == SPACE else []
    after = setting.after(match.last)
    beside += [after] if after and after.gap == SPACE else []
    return any(token.named and not setting.words.known(token.word) for token in beside if token.word not in ARTICLES)
