"""Turns bytes into letters: which encoding a file is in, and what to do where it is not certain."""

import codecs
import re
from dataclasses import dataclass

from marsad.reports.broken import BrokenInputError

SAMPLE = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF; save it as text first"),
    (b"PK\x03\x04", "a zip or office file; unpack it or save it as text, CSV or XLSX"),
    (b"\xd0\xcf\x11\xe0", "an old office file; save it as text, CSV or XLSX"),
    (b"{\\rtf", "a rich-text file; save it as plain text"),
    (b"\x1f\x8b", "a gzip file; give its name the ending .gz"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_ESCAPED_BYTE = re.compile(r"[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MOST_NULS = 0.01  # of a text's bytes; more of them are no text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Letters, and how sure they are: ``guessed`` names a guessed encoding, ``broken`` counts unreadable bytes."""

    text: str
    guessed: str | None = None
    broken: int = 0

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what the user should know, as codes and messages."""
        found = []
        if self.guessed:
            message = f"the encoding is not stated and was guessed as {self.guessed}; give --encoding if it is another"
            found.append(("encoding_guessed", message))
        if self.broken:
            message = f"{self.broken} bytes are no valid text and stand as U+FFFD; give --encoding or save as UTF-8"
            found.append(("bytes_replaced", message))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """The encoding of some bytes, and whether it was only guessed."""

    name: str
    guessed: bool = False


def decode(raw: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Return the letters of these bytes.

    First counts what the user says, then a byte order mark, then what the page or server declares, then UTF-8, then a
    guess, which is told. Raises BrokenInputError for bytes that are no text or an encoding that nobody knows.
    """
    chosen = choose_encoding(raw, encoding=encoding, declared=declared)
    if chosen.name == "utf-8":
        return repair(raw.decode("utf-8", "surrogateescape"))
    text = raw.decode(chosen.name, "replace")
    return Decoded(text=text, guessed=chosen.name if chosen.guessed else None, broken=text.count("\ufffd"))


def choose_encoding(raw: bytes, *, encoding: str | None = None, declared: str | None = None) -> Encoding:
    """Return the encoding of these bytes or of this beginning of them; utf-8 may still have a few broken bytes."""
    if encoding:
        return Encoding(name=_known(encoding))
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Encoding(name=name)
    refuse_binary(raw)
    if declared and _is_known(declared):
        return Encoding(name=_known(declared))
    # A sample may end inside a letter: an incremental decoder does not mind.
    letters = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(raw)
    if _mostly_valid(letters):
        return Encoding(name="utf-8")
    return _guess(raw)


def repair(text: str) -> Decoded:
    """Return text decoded as UTF-8 with escaped bytes, each broken byte replaced and counted."""
    text, broken = _ESCAPED_BYTE.subn("\ufffd", text)
    return Decoded(text=text, broken=broken)


def refuse_binary(raw: bytes) -> None:
    """Raise BrokenInputError where these bytes are a picture, a program or another thing that is no text."""
    for beginning, what in _BINARY:
        if raw.startswith(beginning):
            raise BrokenInputError("binary", f"this is not text but {what}")
    sample = raw[:SAMPLE]
    if sample.count(0) > len(sample) * _MOST_NULS:
        raise BrokenInputError("binary", "this is not text but binary data; save it as UTF-8 text, or give --encoding")


def _mostly_valid(letters: str) -> bool:
    """Whether broken bytes are few beside good letters: a damaged UTF-8 text, not one in an older encoding."""
    broken = len(_ESCAPED_BYTE.findall(letters))
    return not broken or len(_BEYOND_ASCII.findall(letters)) > 3 * broken


def _guess(raw: bytes) -> Encoding:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for old files only

    best = from_bytes(raw[:SAMPLE]).best()
    if best is None:
        raise BrokenInputError("binary", "this is not text in any encoding marsad can tell; give --encoding")
    return Encoding(name=best.encoding, guessed=True)


def _known(encoding: str) -> str:
    if not _is_known(encoding):
        raise BrokenInputError("encoding_unknown", f"there is no text encoding named {encoding[:40]!r}")
    name = codecs.lookup(encoding.strip()).name
    # What calls itself Latin-1 on the web is windows-1252, as every browser reads it.
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _is_known(encoding: str) -> bool:
    try:
        "".encode(encoding.strip())
        b"".decode(encoding.strip())
    except (LookupError, UnicodeError, ValueError):
        return False
    return True
