"""The sentence a count stands in: what comes before its words, and how its noun phrase goes on after them."""

import re

# A full stop before a capital or a line's end closes a sentence; "Col. Osk" and "3.5" are rare enough beside counts.
SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z0-9“\"])|\n")
# "members of the Osk Guard", "people, including 16 soldiers", "people nearly all civilians"
GOES_ON = re.compile(
    r"^([\s,(\"”]*(?:(?:were |have been |had been )?(?:dead|killed|injured|wounded)[\s,]+)?"
    r"(?:of|from|including|among(?:st)? them|most(?: of them)?|mostly|nearly all|many of them|all of them)"
    r"\b(?:\s+(?:the|a|an|its|their|them|were|are|at least))?)((?:[\s-]+[\w'’-]+){1,5})"
)
# "83 extremists": the noun itself, where only its number was quoted.
NOUN_AFTER_NUMBER = re.compile(r"^(?:\s+[\w'’-]+){1,4}")
# Words at which a noun phrase is over.
PHRASE_END = re.compile(
    r"[\s,(]+(?:in|on|at|by|with|when|while|after|before|as|was|were|is|are|have|had|has|who|that|which|and|or|but|to|near"
    r"|during|killed|wounded|injured|dead|died|hurt|missing|said|remains?|since)\b.*$",
    re.DOTALL,
)


def split_around(words: str, around: str) -> tuple[str, str]:
    """Return what stands before and after the words in their own sentence of ``around``.

    Where the words stand there more than once, the place nearest the middle is theirs; where they do not stand there
    at all, everything counts as before them.
    """
    places = [found.start() for found in re.finditer(re.escape(words), around)] if words else []
    if not places:
        return around, ""
    middle = (len(around) - len(words)) // 2
    start = min(places, key=lambda place: abs(place - middle))
    before = SENTENCE_END.split(around[:start])[-1]
    after = SENTENCE_END.split(around[start + len(words) :])[0]
    return before, after


def goes_on(after: str, *, noun_missing: bool) -> str:
    """Return the words by which a noun phrase goes on after the quoted ones, without verbs; empty where it does not.

    ``noun_missing`` says that only a number was quoted, so that the very next words may be its noun.
    """
    found = GOES_ON.match(after)
    if found is not None:
        return found[1] + PHRASE_END.sub("", found[2])
    if not noun_missing or (near := NOUN_AFTER_NUMBER.match(after)) is None:
        return ""
    return PHRASE_END.sub("", near.group())
