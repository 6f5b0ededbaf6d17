"""Makes a text fit to be stored and pointed into: one kind of line end, no control characters, no broken letters.

Nothing else is changed. The cleaned text is the report's text, and all offsets count in it.
"""

import re
from dataclasses import dataclass

BROKEN_LETTER = "\ufffd"

_LINE_END = re.compile(r"\r\n?|[\v\f]")
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text fit to be kept, and how many characters had to be replaced for it."""

    text: str
    replaced: int


def clean(text: str) -> Cleaned:
    """Return the text without byte order mark, with one newline for every line end, and without control characters.

    A control character (NUL and its like) becomes a space, half a surrogate pair the replacement character U+FFFD.
    Both are counted, so that the reader of the report can be told.
    """
    text = text.removeprefix("\ufeff")
    if not _UNFIT.search(text):
        return Cleaned(text=text, replaced=0)
    text = _LINE_END.sub("\n", text)
    text, controls = _CONTROL.subn(" ", text)
    text, halves = _SURROGATE.subn(BROKEN_LETTER, text)
    return Cleaned(text=text, replaced=controls + halves)
