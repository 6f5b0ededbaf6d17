"""One spelling for the many spellings of a name, so that "Al-Raqqah's" and "raqqa" can be looked up as one.

``fold`` forgives case, accents, articles, possessives and doubled letters within one script. ``skeleton`` keeps the
consonants alone and so bridges scripts and transliterations: "Deir ez-Zor", "Dayr az Zawr" and "دير الزور" are one.
Both are pure, take any text whatever, and are made for looking names up, never for showing them.
"""

import re
import unicodedata

from anyascii import anyascii

# The Arabic article before sun and moon letters as romanised in reports, and the Kurdish, Turkish and dialect forms.
ARTICLES = frozenset(
    (
        "al",
        "el",
        "ul",
        "il",
        "ad",
        "ed",
        "ud",
        "az",
        "ez",
        "uz",
        "ash",
        "esh",
        "ush",
        "as",
        "es",
        "ar",
        "er",
        "ur",
        "at",
    )
) | {"et", "an", "adh", "ath"}

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʿʾ`´′ʹˈ"), "'")
_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ة": "ه", "ۀ": "ه", "ە": "ه"}
    | {"ہ": "ه", "ھ": "ه", "ؤ": "و", "ک": "ك", "ڪ": "ك", "ء": "", "ـ": ""}
)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
# A clitic (and, so, by, like) with the article, or "to the"; what is left must still be two letters or more.
_ARABIC_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)+(?=..)")
_POSSESSIVE = re.compile(r"'s\b")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_WORDS = re.compile(r"[^\W_]+")

# Consonants by sound: letters that transliterations confuse share one sign, vowels and half-vowels have none.
_LATIN_PAIRS = re.compile("tch|sch|kh|gh|sh|ch|th|dh|zh|dj|ph|ck|c")
_PAIR_SOUNDS = {"tch": "c", "sch": "c", "sh": "c", "ch": "c", "kh": "x", "gh": "g", "th": "t", "dh": "d"} | {
    **dict.fromkeys(("zh", "dj"), "j"),
    **dict.fromkeys(("ck", "c"), "k"),
    "ph": "f",
}
_LATIN_SOUNDS = str.maketrans({"q": "k", "v": "f", "p": "b"} | dict.fromkeys("aeiouwy"))
_ARABIC_SOUND_LETTERS = {"b": "بپ", "t": "تطث", "j": "جژ", "c": "چش", "h": "حه", "x": "خ", "d": "دضذ", "r": "ر"} | {
    **dict(zip("zsgfklmn", ("زظ", "سص", "غگ", "فڤ", "قك", "ل", "م", "ن"), strict=True)),
    "": "اويع",
}
_ARABIC_SOUNDS = str.maketrans({letter: sign for sign, letters in _ARABIC_SOUND_LETTERS.items() for letter in letters})


def fold(name: str) -> str:
    """Return the name as it is looked up: one case, no accents, articles, possessives or doubled letters.

    Arabic-script words stay in Arabic letters; all other scripts are written in plain Latin ones. Folding twice
    changes nothing. Text without a letter or digit folds to the empty text.
    """
    plain = name.translate(_APOSTROPHES).lower()
    if plain.isascii():
        return _joined(_latin_words(plain))
    plain = _bare(plain)
    if not _ARABIC.search(plain):
        return _joined(_latin_words(anyascii(plain).lower()))
    words: list[str] = []
    for word in _WORDS.findall(plain.translate(_ARABIC_LETTERS)):
        words += [_ARABIC_ARTICLE.sub("", word)] if _ARABIC.search(word) else _latin_words(anyascii(word).lower())
    return _joined(words)


def skeleton(name: str) -> str:
    """Return the consonants of a name by sound, without spaces, alike in Arabic and in Latin letters.

    Short skeletons mean little: look up none of fewer than three signs.
    """
    words = fold(name).split()
    return "".join([_sounds(_construct(word)) for word in words[:-1]] + [_sounds(word) for word in words[-1:]])


def _bare(text: str) -> str:
    """Compose letters, drop the marks that Arabic and Hebrew readers leave out, and unseen joiners."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    kept = (letter for letter in composed if unicodedata.category(letter) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFKC", "".join(kept))


def _latin_words(plain: str) -> list[str]:
    """Split plain Latin text into words; an apostrophe inside a word is a sound, not a break."""
    plain = _POSSESSIVE.sub("", plain).replace("'", "").replace("`", "")
    return [_collapsed(word) for word in _WORDS.findall(plain)]


def _collapsed(word: str) -> str:
    """Write doubled letters once, unless that would make an article of a name ("Ann")."""
    once = _DOUBLED.sub(r"\1", word)
    return word if once in ARTICLES else once


def _joined(words: list[str]) -> str:
    """Leave out articles, but never the whole name."""
    return " ".join([word for word in words if word not in ARTICLES] or words[-1:])


def _construct(word: str) -> str:
    """Sound the t that a word like "Maarra" takes before another ("Maarrat al-Numan")."""
    return word[:-1] + "ت" if word.endswith("ه") else word


def _sounds(word: str) -> str:
    """Return the consonants of one folded word; a last h is only a way to write a vowel."""
    if _ARABIC.search(word):
        sounds = word.translate(_ARABIC_SOUNDS)
    else:
        sounds = _LATIN_PAIRS.sub(lambda pair: _PAIR_SOUNDS[pair.group()], word)
        sounds = sounds.translate(_LATIN_SOUNDS)
    return sounds[:-1] if sounds.endswith("h") and len(sounds) > 1 else sounds
