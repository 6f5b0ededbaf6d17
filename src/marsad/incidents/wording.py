"""Numbers, people and holders in plain English, so that a derivation can be read aloud."""

from marsad.claims.claim import Count, Harm, Lexeme

LONGEST_WORDS = 80
PLAIN_LEXEMES = frozenset({Lexeme.NUMERAL, Lexeme.RANGE, Lexeme.AT_LEAST, Lexeme.MORE_THAN, Lexeme.UP_TO})
MANY_WORDS = frozenset(
    {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "several",
        "some",
        "many",
        "few",
        "both",
        "dozens",
    }
)
IRREGULAR_PLURALS = frozenset({"people", "police", "women", "men", "children", "medics"})
PLACE_WORDS = frozenset({"of", "in", "from", "at", "near", "for", "with", "who", "there"})
GROUP_WORDS = {
    "total": ("person", "people"),
    "civilian": ("civilian", "civilians"),
    "combatant": ("combatant", "combatants"),
    "security": ("member of the security forces", "members of the security forces"),
    "child": ("child", "children"),
    "woman": ("woman", "women"),
    "man": ("man", "men"),
    "girl": ("girl", "girls"),
    "boy": ("boy", "boys"),
    "elderly": ("elderly person", "elderly people"),
    "medical": ("medical worker", "medical workers"),
    "journalist": ("journalist", "journalists"),
    "aid": ("aid worker", "aid workers"),
    "religious": ("religious worker", "religious workers"),
}


def bounds(low: int | None, high: int | None) -> str:
    """Say an interval of a count in words: "12", "at least 12", "up to 12", "12 to 15"."""
    if low is None and high is None:
        return "an unknown number"
    if high is None:
        return f"at least {low}"
    if low is None or low == 0:
        return f"up to {high}" if high else "0"
    return str(low) if low == high else f"{low} to {high}"


def harmed(harm: Harm) -> str:
    """Name a harm as a reader would: "killed or injured"."""
    return harm.value.replace("_", " ")


def noun(group: str, low: int | None, high: int | None) -> str:
    """Name the people counted, in the singular where the number that stands before the noun is one."""
    one, many = GROUP_WORDS.get(group, (f"{group} person", f"{group} people"))
    return one if (high if high is not None else low) == 1 else many


def toll(harm: Harm, group: str, low: int | None, high: int | None) -> str:
    """Say a whole toll: "at least 12 people killed", "1 person missing"."""
    return f"{bounds(low, high)} {noun(group, low, high)} {harmed(harm)}"


def plain(words: str) -> str:
    """Return a report's words on one line and of bounded length, fit to stand inside a sentence of ours."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1].rstrip() + "…"


def worded(count: Count) -> str:
    """Give a count in its report's words, with the bounds behind where the words alone do not show them."""
    words, meaning = plain(count.words), bounds(count.low, count.high)
    if not words or words.casefold() == meaning:
        return meaning
    if words == str(count.low) and count.low == count.high and count.lexeme in PLAIN_LEXEMES:
        return words
    opened = words[:1].lower() + words[1:]
    return f"{opened} ({meaning})"


def listed(parts: tuple[str, ...]) -> str:
    """Join with commas and a closing "and"."""
    if len(parts) < 2:  # noqa: PLR2004 - one thing needs no joining
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def says(name: str) -> str:
    """Choose "say" for several speakers ("two residents") and "says" for one ("the army")."""
    words = name.split()
    if not words:
        return "says"
    first = words[0].casefold()
    if first in MANY_WORDS or (first.isdecimal() and first != "1"):
        return "say"
    ends = next((at for at, word in enumerate(words) if word.casefold() in PLACE_WORDS), len(words))
    last = words[max(ends, 1) - 1]
    return "say" if _is_plural(last) else "says"


def _is_plural(word: str) -> bool:
    """Whether a common noun looks plural; a capital marks a name ("Reuters"), which speaks as one."""
    if word.casefold() in IRREGULAR_PLURALS:
        return True
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
