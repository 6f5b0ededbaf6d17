"""Cuts a report into its headline and sentences, so that every claim can point at the sentence it was made in.

The sentences come from ``sentencex`` (Wikimedia), which never changes the text; around it stand four things it does
not do: a quotation of several sentences is cut like any other text, titles ("Lt.-Col.") stay with their name, lines are
told from paragraphs, and a stretch without any full stop is cut at a bound.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from marsad.passages.abbreviations import BEFORE_NUMBERS, LOWER_CASE_NAMES, opens_a_name
from marsad.passages.passage import Passage
from marsad.reports.report import Report
from marsad.text.span import Part

LONGEST = 1500
"""No passage is longer than this many code points; longer ones are cut at the last space before it."""

NARROWEST_WRAP, WIDEST_WRAP = 40, 100

_NEWLINE = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_BLANK_LINE = re.compile(rf"{_NEWLINE}[^\S\n\r\v\f\x85\u2028\u2029]*{_NEWLINE}")
_LINE_END = re.compile(_NEWLINE)
_QUOTES = frozenset('"“”„‟«»‹›″')
_OPENING_ONLY = frozenset("„«‹")
_SOFT_TERMINATORS = ("?", "!", "…", "..")
_LAST_WORD = re.compile(r"([^\s(\[\"“„«]{1,12})\.\s*\Z")
_CLOCK = re.compile(r"\b[ap]\.m\.\Z", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|"
    r"(?:Eastern|Central|Pacific|Local|Greenwich)\b|\()"
)
_CREDIT = re.compile(
    r"\((?:[\w .-]{0,30}[ /])?(?:Reuters|REUTERS|AFP|AP|EPA|DPA|Getty|Anadolu|Xinhua|Agencies|Photos?|Images|Handout)"
    r"(?:[ /][\w /.-]{0,30})?\)\s+(?=[A-Z])"
)
_HEAD_WITHIN = 240
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_HEAD_DATE = re.compile(
    rf"\b(?:\d{{1,2}} {_MONTH},? (?:19|20)\d\d|{_MONTH} \d{{1,2}},? ?(?:19|20)\d\d|"
    r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
    r"(?: \d{1,2}:\d\d)?\s+(?=[A-Z0-9\"“])"
)
_SAID_OF_A_DAY = re.compile(
    r"\b(?:on|of|since|until|till|by|the|in|from|between|and|to)\s+(?:\w+day,?\s+)?\Z", re.IGNORECASE
)
_MASK = {ord(quote): " " for quote in _QUOTES} | dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")
_LETTER = re.compile(r"[^\W_]")
_NEARBY = 30
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")


def split(report: Report) -> tuple[Passage, ...]:
    """Return the report's headline, if it has one, and then its sentences, in reading order.

    Every visible character of title and body lies in exactly one passage, and no passage begins or ends with a space.
    The headline has paragraph 0, the body's paragraphs count from 1. Any text can be split; an empty one gives ().
    """
    title = report.part(Part.TITLE)
    places = [(Part.TITLE, 0, start, end) for start, end in _bounded(title, 0, len(title))]
    language = _language(report.language)
    for paragraph, (start, end) in enumerate(_paragraphs(report.text), 1):
        places += [(Part.TEXT, paragraph, *ends) for ends in _sentences(report.text, start, end, language)]
    return tuple(
        Passage(evidence=report.quote(start, end, part), number=number, paragraph=paragraph)
        for number, (part, paragraph, start, end) in enumerate(places)
    )


def _language(tag: str | None) -> str:
    found = _LANGUAGE.match((tag or "").lower())
    return found.group() if found else "en"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs stand: parted by blank lines, and by line ends unless the block is hard-wrapped."""
    start = 0
    blocks = [*((gap.start(), gap.end()) for gap in _BLANK_LINE.finditer(text)), (len(text), len(text))]
    for end, following in blocks:
        yield from _block_paragraphs(text, start, end)
        start = following


def _block_paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = _lines(text, start, end)
    wrapped = _is_wrapped(text, lines)
    head = start
    for (_, line_end), (line_start, _) in pairwise(lines):
        if wrapped or _runs_on(text, line_end, line_start):
            continue
        if not text[head:line_end].isspace() and head < line_end:
            yield head, line_end
        head = line_start
    if head < end and not text[head:end].isspace():
        yield head, end


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, head = [], start
    for newline in _LINE_END.finditer(text, start, end):
        lines.append((head, newline.start()))
        head = newline.end()
    return [*lines, (head, end)]


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether these lines are one paragraph broken at a column, as in a telegram or an e-mail."""
    if len(lines) < 2 or any(end - start > WIDEST_WRAP for start, end in lines):  # noqa: PLR2004 - one line cannot be wrapped
        return False
    if any(end - start < NARROWEST_WRAP for start, end in lines[:-1]):
        return False
    return any(_runs_on(text, before[1], after[0]) for before, after in pairwise(lines))


def _runs_on(text: str, line_end: int, line_start: int) -> bool:
    """Whether a sentence goes on over this line end: no full stop before it, a small letter after it."""
    before = text[max(0, line_end - 1) : line_end]
    return (before.isalnum() or before in {",", "-"}) and text[line_start : line_start + 1].islower()


def _sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of one paragraph stand, trimmed, none longer than the bound.

    Marks without a letter ("***") stay with a neighbour, for a passage should say something.
    """
    head, letter, last_letter = start, _first_letter(text, start, end), _last_letter(text, start, end)
    for cut in _cuts(text, start, end, language):
        if letter >= cut or last_letter < cut or _keeps_together(text, start, cut):
            continue
        yield from _bounded(text, head, cut)
        head, letter = cut, _first_letter(text, cut, end)
    yield from _bounded(text, head, end)


def _first_letter(text: str, start: int, end: int) -> int:
    found = _LETTER.search(text, start, end)
    return found.start() if found else end


def _last_letter(text: str, start: int, end: int) -> int:
    return next((place for place in range(end - 1, start - 1, -1) if text[place].isalnum()), start - 1)


def _cuts(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Yield where the splitter would cut, each moved so that quotation marks stay with their own sentence."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - a compiled library, loaded when first used

    # Marks of quotation would hold a quotation of many sentences together; the splitter takes no lone surrogates.
    masked = _SURROGATE.sub("x", text[start:end].translate(_MASK))
    if masked.isspace():
        return
    found = [boundary["start_index"] + start for boundary in get_sentence_boundaries(language, masked)[1:]]
    closed = (_after_closing_quotes(text, start, place) for place in found)
    yield from sorted({*closed, *_credits(text, start, end), *_head(text, start, end)})


def _head(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the head of a page ends with its date and no full stop: "… in raid AFP 6 Apr 2031 At least five"."""
    for printed in _HEAD_DATE.finditer(text, start, min(end, _HEAD_WITHIN)):
        if not _SAID_OF_A_DAY.search(text, start, printed.start()):
            yield printed.end()


def _credits(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a picture's caption ends with its credit and no full stop: "… of the town (Reuters) Two people"."""
    for credit in _CREDIT.finditer(text, start, end):
        before = text[max(start, credit.start() - _NEARBY) : credit.start()].split()
        if before and not before[-1].rstrip(",").isupper():  # "BEIRUT (Reuters) - " opens a report
            yield credit.end()


def _after_closing_quotes(text: str, start: int, cut: int) -> int:
    """Return the place between what closes the sentence before the cut and what opens the one after it."""
    left = cut
    while left > start and (text[left - 1].isspace() or text[left - 1] in _QUOTES):
        left -= 1
    best, adjacent = left, True
    for place in range(left, cut):
        if text[place].isspace():
            adjacent = False
        elif text[place] not in _OPENING_ONLY and (adjacent or text[place + 1 : place + 2].isspace()):
            best = place + 1
    return best


def _keeps_together(text: str, start: int, cut: int) -> bool:
    """Whether the sentence goes on after this cut: a title before a name, a number, "he said" after a question."""
    before, after = text[max(start, cut - _NEARBY) : cut].rstrip(), text[cut : cut + _NEARBY].lstrip()
    last = _LAST_WORD.search(before)
    if last and after[:1].isdigit():
        return last.group(1) in BEFORE_NUMBERS
    if last and after[:1].isalpha() and opens_a_name(last.group(1)):
        return True
    if _CLOCK.search(before) and _AFTER_CLOCK.match(after):
        return True
    goes_on = after[:1].islower() and not after.startswith(LOWER_CASE_NAMES)
    return goes_on and (before.endswith(_SOFT_TERMINATORS) or before[-1:] in _QUOTES)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without its outer spaces, in pieces no longer than the bound."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if end - start <= LONGEST:
            break
        space = _last_space(text, start, start + LONGEST)
        yield start, _trimmed(text, start, space)
        start = space
    if start < end:
        yield start, end


def _last_space(text: str, start: int, limit: int) -> int:
    """Return the last space in the second half of the stretch, or its end where there is none."""
    for place in range(limit, (start + limit) // 2, -1):
        if text[place].isspace():
            return place
    return limit


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
