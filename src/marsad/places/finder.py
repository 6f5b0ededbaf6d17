"""Find the words of a text that name places, and leave alone the many words that only look like one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.claims.extractor import Found
from marsad.places.gazetteer import Gazetteer
from marsad.places.names import Match, longest_match, opens
from marsad.places.phrases import Phrase, widened
from marsad.places.place import Entry, Level
from marsad.places.prior import best
from marsad.places.tokens import Token, tokens
from marsad.places.trust import Setting, trusted
from marsad.places.unknown import unknown_name
from marsad.places.words import Words, place_words

REMEMBERED = 1_000  # sentences of the last few reports
LONGEST_TEXT = 200_000  # code points searched; no passage is longer, and a hostile text may be
TITLE_CASE = 0.85  # share of words written like names in a headline
SHORTEST_HEADLINE = 4
JOINING = frozenset({"and", "or", "the", "as", "well"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One place read at some token: what was found, the next token to read, and the list it opens or goes on."""

    found: Found
    then: int
    listing: Level | None


class PlaceFinder:
    """Finds names of places, known and (beside "town", "village" …) unknown, with the words that belong to them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.words: Words = place_words()
        # A report's sentences are looked through by its reader and again for what else it speaks of.
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._find)

    def __reduce__(self) -> tuple[type["PlaceFinder"], tuple[Gazetteer]]:
        return (PlaceFinder, (self.gazetteer,))

    def find(self, text: str) -> Sequence[Found]:
        """Return the places named in this sentence or paragraph, in reading order and never overlapping.

        ``label`` is the level the words give, ``key`` the gazetteer's id of the likeliest place, None where the
        gazetteer knows no such name. The span takes in what belongs to the name: "the town of X", "X province".
        """
        return self._remembered(text[:LONGEST_TEXT])

    def _find(self, text: str) -> tuple[Found, ...]:
        read = tokens(text)
        setting = Setting(tokens=read, words=self.words, headline=_title_case(read))
        found: list[Found] = []
        position, listing, floor = 0, None, 0
        while position < len(read):
            step = self._read(text, position, setting, listing, floor=floor)
            if isinstance(step, _Read):
                found.append(step.found)
                position = floor = step.then
                listing = step.listing
                continue
            listing = listing if read[position].word in JOINING else None
            position += step
            floor = position if step > 1 else floor
        return tuple(found)

    def matches(self, text: str) -> Sequence[tuple[Match, Phrase]]:
        """Return every name of the gazetteer in words already known to tell of a place, with the phrase around it."""
        read = tokens(text)
        found = []
        position = 0
        while position < len(read):
            match = self._match(text, read, position)
            ordinary = match is not None and match.first == match.last and self.words.known(read[position].word)
            if match is None or (ordinary and len(read) > 1):
                position += 1
                continue
            found.append((match, widened(read, match.first, match.last, words=self.words)))
            position = match.last + 1
        return tuple(found)

    def whole(self, words: str) -> Sequence[Entry]:
        """Return the places called by a whole phrase ("Rural Damascus"); "the city of X" is a town's name nowhere."""
        entries = self.gazetteer.exact(words.removeprefix("the ").removeprefix("The "))
        return [entry for entry in entries if entry.level is not Level.SETTLEMENT or " of " not in words]

    def _read(self, text: str, position: int, setting: Setting, listing: Level | None, *, floor: int) -> _Read | int:
        """Return the place that begins at this token, or how many tokens to leave unread."""
        skipped = self._no_place(setting.tokens, position)
        if skipped:
            return skipped
        match = self._match(text, setting.tokens, position)
        if match:
            phrase = widened(setting.tokens, match.first, match.last, words=self.words, floor=floor)
            listed = listing is not None and match.exact and not self.words.ordinary(setting.tokens[match.last].word)
            if listed or trusted(match, phrase, setting):
                return self._known(text, match, phrase, setting.tokens, listing)
        return (None if setting.headline else self._unknown(setting.tokens, position, listing, floor)) or 1

    def _no_place(self, read: Sequence[Token], position: int) -> int:
        """Return how many tokens from here on are a name that holds a place's name and is none."""
        for name in self.words.not_places.get(read[position].word, ()):
            if tuple(token.word for token in read[position : position + len(name)]) == name:
                return len(name)
        return 0

    def _match(self, text: str, read: Sequence[Token], position: int) -> Match | None:
        if not opens(read, position):
            return None
        return longest_match(text, read, position, words=self.words, gazetteer=self.gazetteer)

    def _known(self, text: str, match: Match, phrase: Phrase, read: Sequence[Token], listing: Level | None) -> _Read:
        start = min(match.start, read[phrase.first].start) if phrase.first < match.first else match.start
        end = read[phrase.last].end if phrase.last > match.last else match.end
        whole = self.whole(text[start:end]) if phrase.typed else ()
        place = best(whole or match.entries, phrase.level or listing)
        found = Found(start=start, end=end, label=str(phrase.level or place.level), key=place.id)
        return _Read(found=found, then=phrase.last + 1, listing=self._list_opened(read, phrase, listing))

    def _unknown(self, read: Sequence[Token], position: int, listing: Level | None, floor: int) -> _Read | None:
        name = unknown_name(read, position, words=self.words, listing=listing, floor=floor)
        if name is None:
            return None
        phrase, level = name
        found = Found(start=read[phrase.first].start, end=read[phrase.last].end, label=str(level))
        return _Read(found=found, then=phrase.last + 1, listing=self._list_opened(read, phrase, listing))

    def _list_opened(self, read: Sequence[Token], phrase: Phrase, listing: Level | None) -> Level | None:
        """Return the level of the list that "the villages of X" opens, or of the one being read."""
        of = [token.word for token in read[phrase.first : phrase.last + 1] if token.word in self.words.listed_types]
        return self.words.types[of[0]] if of and read[phrase.last].word not in self.words.listed_types else listing


def _title_case(read: Sequence[Token]) -> bool:
    """Whether nearly every word is written like a name, as in a headline."""
    long = [token for token in read if len(token.word) > len("with")] or read
    latin = [token for token in long if token.word.isascii()]
    return len(latin) >= SHORTEST_HEADLINE and sum(token.named for token in latin) >= TITLE_CASE * len(latin)
