"""Text made harmless: a report is written by others, and nothing in it may steer a page, a sheet or a terminal."""

import re

# Control letters of ASCII show as their pictures, one for one, so that offsets stay true; tab and line ends stay.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)} | {0x7F: 0x2421}
_REPLACED = dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), 0xFFFD)
_SHOWN = _PICTURES | _REPLACED
_DIRECTION = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)|[@-Z\\-_])")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FIRST_STRONG, POP = "\u2068", "\u2069"


def visible(text: str) -> str:
    """Return the text with control letters as visible signs, exactly as long as before."""
    return text.translate(_SHOWN)


def cell(text: str) -> str:
    """Return the text as a spreadsheet cell that no program will take for a formula."""
    shown = text.replace("\x00", "\u2400").encode("utf-8", "replace").decode("utf-8")
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def plain(text: str) -> str:
    """Return the text as one run of letters for a terminal: no escape sequences, no controls, no direction marks."""
    stripped = _ESCAPE.sub("", text).translate(_DIRECTION)
    return "".join(" " if letter in "\t\n\r\u2028\u2029" else letter for letter in stripped).translate(_SHOWN)


def isolated(text: str) -> str:
    """Return the text for a terminal, kept apart from what stands around it where it runs right to left."""
    shown = plain(text)
    return f"{FIRST_STRONG}{shown}{POP}" if _RIGHT_TO_LEFT.search(shown) else shown
