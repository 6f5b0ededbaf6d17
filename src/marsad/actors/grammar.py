"""How words name an actor: a name, a country and a body of it, or a description.

"Islamic State militants" is a name and what trails it; "Syrian army helicopters" a country's adjective, a body and
what follows; "Russia's defence ministry" the same with a country; "unidentified gunmen" a description. Reading is
one pass over the words: at each, the longest of these that begins there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.actors.descriptions import FORCES, GOVERNMENT, OPPOSITION, REBELS, STATE, Descriptions
from marsad.actors.words import Names, Word, fold, split_words
from marsad.knowledge.tables import CountryNames, DescriptionTable, RosterEntry

# Followers that name somebody even where nothing stands before them.
TROOPS, AIRCRAFT = "troops", "aircraft"
ALONE = {"troops": TROOPS, "soldiers": TROOPS, "soldier": TROOPS, "warplanes": AIRCRAFT, "jets": AIRCRAFT,
         "warplane": AIRCRAFT, "helicopters": AIRCRAFT, "helicopter": AIRCRAFT, "gunships": AIRCRAFT}  # fmt: skip
SUPPOSED = frozenset(
    {"be", "suspected", "believed", "presumed", "likely", "possibly", "either", "reportedly", "alleged"}
)
# fmt: off
SAYS_OR_DOES = frozenset({
    "said", "says", "say", "told", "denied", "denies", "has", "had", "accused", "accuses", "blamed",
    "blames", "announced", "claimed", "claims", "launched", "carried", "conducted", "struck", "bombed", "hit",
    "fired", "confirmed", "insists", "insisted", "rejected", "vowed", "admitted", "acknowledged", "killed",
    "attacked", "began", "backs", "supports", "condemned", "called", "warned", "responded",
    "retaliated",
})
# fmt: on
POSSESSIVES = ("'s", "’s", "'S", "’S")
BEFORE_A_DOER = frozenset({"by", "blamed", "blames", "accused", "accuses", "accusing", "blaming"})
TITLES = frozenset({"the", "president", "leader", "general", "colonel", "king", "prime", "minister"})
BEFORE_A_CENTRE = frozenset({"in", "from", "of", "for"})


# A text of capitals this short may be an acronym and a number; longer ones are shouted headlines.
LONGEST_SHORT_NOTE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words read as an actor: code points, and either the ids a name stands for or a body and perhaps its country.

    ``weak`` is true of a name that only the report's country confirms.
    """

    start: int
    end: int
    actors: tuple[str, ...] = ()
    body: str | None = None
    country: str | None = None
    weak: bool = False


class Grammar:
    """Reads words as actors, by the names of a roster, a table of countries and one of descriptions."""

    def __init__(
        self,
        entries: Sequence[RosterEntry],
        *,
        countries: Sequence[CountryNames],
        descriptions: DescriptionTable,
    ) -> None:
        """Take the tables; nothing is read later."""
        self._strong = Names((name, entry.id) for entry in entries for name in entry.names_strong)
        self._weak = Names((name, entry.id) for entry in entries for name in entry.names_weak)
        self._governments = {entry.id: entry.country for entry in entries if entry.kind == GOVERNMENT}
        self._adjectives = Names((word, place.country) for place in countries for word in place.adjectives)
        self._places = Names((word, place.country) for place in countries for word in (place.name, *place.spellings))
        self._centres = Names((word, place.country) for place in countries for word in place.metonyms)
        self._descriptions = Descriptions(descriptions)
        self._trailers = Names((word, word) for word in descriptions.trailers)
        self._attacks = frozenset(descriptions.attacks)
        self._beginnings = frozenset(ALONE).union(
            self._descriptions.beginnings,
            *(names.beginnings for names in (self._strong, self._weak, self._adjectives, self._places, self._centres)),
        )

    def read(self, text: str, *, alone: bool = False) -> list[Phrase]:
        """Return the actors named in a text, in reading order, never overlapping.

        ``alone`` is for words already known to name an actor: there a bare country or capital counts as one.
        """
        words = split_words(text)
        shouted = text.isupper() and len(words) > LONGEST_SHORT_NOTE
        phrases: list[Phrase] = []
        place = 0
        while place < len(words):
            known = words[place].key in self._beginnings or words[place].bare in self._beginnings
            read = self._at(words, place, alone=alone, shouted=shouted) if known else None
            if read is None:
                place += 1
                continue
            phrase, place = read
            phrases.append(phrase)
        return phrases

    def describes(self, word: str) -> bool:
        """Whether a word begins descriptions ("residents", "local"), so that it is no name."""
        return fold(word) in self._descriptions.beginnings

    def _at(self, words: list[Word], place: int, *, alone: bool, shouted: bool) -> tuple[Phrase, int] | None:
        return (
            self._country(words, place, alone=alone)
            or self._named(words, place, shouted=shouted)
            or self._described(words, place, alone=alone)
            or (self._capital(words, place) if alone else None)
        )

    def _named(self, words: list[Word], place: int, *, shouted: bool) -> tuple[Phrase, int] | None:
        """Read a name of the roster, with what trails it."""
        strong = self._strong.at(words, place)
        weak = None if shouted else self._weak.at(words, place)
        name = strong if weak is None or (strong and len(strong.keys) >= len(weak.keys)) else weak
        if name is None:
            return None
        end = place + len(name.keys)
        country = self._governments.get(name.stands_for[0])
        chain = self._descriptions.at(words, end, of=GOVERNMENT) if country else None
        if chain is not None and chain.body != GOVERNMENT:
            return _phrase(words, place, chain.end, body=chain.body, country=country), chain.end
        while end < len(words) and (trailer := self._joined(self._trailers, words, end)):
            end += trailer
        weak_only = name is weak and name is not strong
        return replace(_phrase(words, place, end), actors=name.stands_for, weak=weak_only), end

    def _country(self, words: list[Word], place: int, *, alone: bool) -> tuple[Phrase, int] | None:
        """Read a country, as adjective or by name, with a body of it."""
        adjective = self._adjectives.at(words, place)
        name = adjective or self._places.at(words, place)
        if name is None:
            return None
        country = name.stands_for[0]
        end = place + len(name.keys)
        longer = self._strong.at(words, place)
        if longer is not None and len(longer.keys) > len(name.keys):
            return None
        chain = self._descriptions.at(words, end, of=STATE)
        possessive = adjective is not None or words[end - 1].bare != words[end - 1].key
        if chain is not None and possessive:
            return _phrase(words, place, chain.end, body=chain.body, country=country), chain.end
        if adjective is not None and words[end - 1].key != adjective.keys[-1]:
            return None  # "Syrians" are people, not a state
        body = self._bare_country(words, place, end, adjective=adjective is not None, alone=alone)
        return None if body is None else (_phrase(words, place, end, body=body, country=country), end)

    def _bare_country(self, words: list[Word], place: int, end: int, *, adjective: bool, alone: bool) -> str | None:
        """Return what a country with no body after it stands for, None where it is only a place or a nationality."""
        before = words[place - 1].key if place else ""
        after = words[end].key if end < len(words) and words[end].joined else ""
        if adjective:
            attack = after in self._attacks
            shared = after in {"and", "or"} and end + 1 < len(words) and self._shares_forces(words, end + 1)
            known = attack or shared or before in SUPPOSED or (alone and not after)
            if known or (alone and after in {"and", "or"}):
                return FORCES
            if words[place].text.lower() not in {"us", "u.s", "u.s.", "uk", "uae"}:
                return None
        if before in BEFORE_A_DOER or (after in SAYS_OR_DOES and before not in BEFORE_A_CENTRE):
            return GOVERNMENT
        return GOVERNMENT if alone and (len(words) <= end - place + 1 or before == "from") else None

    def _shares_forces(self, words: list[Word], place: int) -> bool:
        """Whether another country with forces begins here, as after "Russian and"."""
        other = self._adjectives.at(words, place)
        if other is None:
            noun = self._descriptions.at(words, place)
            return noun is not None and noun.body in {FORCES, GOVERNMENT}
        end = place + len(other.keys)
        chain = self._descriptions.at(words, end, of=STATE)
        struck = end < len(words) and words[end].key in self._attacks
        return struck or (chain is not None and chain.body == FORCES)

    def _described(self, words: list[Word], place: int, *, alone: bool) -> tuple[Phrase, int] | None:
        """Read a description with no country before it; "of Russia" or "in Moscow" may stand after."""
        chain = self._descriptions.at(words, place, alone=alone)
        if chain is None:
            return self._follower_alone(words, place)
        after = chain.end
        if chain.body == GOVERNMENT and after < len(words) and words[after].key in self._attacks:
            return _phrase(words, place, after, body=FORCES), after
        if chain.body == OPPOSITION and after < len(words) and words[after].key in self._attacks:
            return _phrase(words, place, after, body=REBELS), after
        of_state = self._descriptions.of_state(chain.body)
        country, end = self._country_after(words, after) if of_state else (None, after)
        return _phrase(words, place, end, body=chain.body, country=country), end

    def _country_after(self, words: list[Word], place: int) -> tuple[str | None, int]:
        """Return the country of a body named before it ("the ministry in Moscow"), and where those words end."""
        if place + 1 >= len(words) or words[place].key not in BEFORE_A_CENTRE or not words[place].joined:
            return None, place
        name = self._centres.at(words, place + 1) or self._places.at(words, place + 1)
        longer = self._strong.at(words, place + 1)
        if name is not None and longer is not None and len(longer.keys) > len(name.keys):
            return None, place
        return (name.stands_for[0], place + 1 + len(name.keys)) if name else (None, place)

    def _follower_alone(self, words: list[Word], place: int) -> tuple[Phrase, int] | None:
        """Read troops or warplanes of nobody; "forces loyal to Assad" and "jets from Russia" are of somebody."""
        length = self._descriptions.follower(words, place)
        if not length and words[place].key not in ALONE:
            return None
        end = place + max(length, 1)
        loyal = [word.key for word in words[end : end + 2]] == ["loyal", "to"]
        target = end + 2 if loyal else end + 1
        if loyal or (end < len(words) and words[end].key in {"from", "of"}):
            found = self._whose(words, target)
            if found is not None:
                country, stop = found
                return _phrase(words, place, stop, body=FORCES, country=country), stop
        body = ALONE.get(words[place].key)
        return None if body is None else (_phrase(words, place, end, body=body), end)

    def _whose(self, words: list[Word], place: int) -> tuple[str | None, int] | None:
        """Return the country or leader that forces belong to, looked for in the next few words."""
        for start in range(place, min(place + 4, len(words))):
            country = self._places.at(words, start)
            if country is not None:
                return country.stands_for[0], start + len(country.keys)
            leader = self._strong.at(words, start) or self._weak.at(words, start)
            if leader is not None and leader.stands_for[0] in self._governments:
                return self._governments[leader.stands_for[0]], start + len(leader.keys)
            if words[start].key not in TITLES and self._adjectives.at(words, start) is None:
                return None
        return None

    def _capital(self, words: list[Word], place: int) -> tuple[Phrase, int] | None:
        """Read a capital or seat that speaks for its government ("Moscow"), where it stands alone."""
        name = self._centres.at(words, place)
        if name is None or place + len(name.keys) < len(words) or place > 1:
            return None
        end = place + len(name.keys)
        return _phrase(words, place, end, body=GOVERNMENT, country=name.stands_for[0]), end

    def _joined(self, names: Names, words: list[Word], place: int) -> int:
        """Return how many words of these names stand here, on the same name as what goes before."""
        name = names.at(words, place) if words[place].joined else None
        return len(name.keys) if name else 0


def _phrase(words: list[Word], start: int, end: int, *, body: str | None = None, country: str | None = None) -> Phrase:
    last = words[end - 1]
    possessive = 2 if last.text.endswith(POSSESSIVES) and len(last.text) > len("'s") else 0
    return Phrase(start=words[start].start, end=last.end - possessive, body=body, country=country)
