"""The mark-up notation by which a person writes into a report who says what, where and how many.

A mark is ``{c1.holder: Two residents}``: a name (of a claim or an incident), a role, and after a colon and one space
the marked words. One mark may serve several names: ``{c1,c2.holder: Two residents}``. Marks nest but never cross.
The letters ``{``, ``}`` and the backslash are written with a backslash before them. Nothing unreadable is forgiven:
a typing error in a golden report must not become a wrong expectation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from marsad.errors import UnreadableError

_NAME = "[a-z][a-z0-9_]*"
_TOKEN = re.compile(
    r"(?P<plain>[^\\{}]+)|\\(?P<escaped>[\\{}])|(?P<close>\})"
    rf"|\{{(?P<names>{_NAME}(?:,{_NAME})*)\.(?P<role>{_NAME}): "
)
_HINTS = {
    "{": "a mark must begin like '{c1.holder: '; write '\\{' for the letter itself",
    "\\": "a backslash stands only before '{', '}' or another backslash; write two for the letter itself",
}
_FIELD = re.compile(r"(source|published|language|title): *(\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words that play a role for a claim or incident: code points ``start`` to ``end`` of the plain text."""

    claim: str
    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A plain text and the marks that were in it, in reading order, an outer mark before those inside it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def words(self, mark: Mark) -> str:
        """Return the words under this mark."""
        return self.text[mark.start : mark.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The opening of a mark: its words begin at ``start`` of the plain text, itself at ``at`` of the marked one."""

    names: str
    role: str
    start: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A marked report with its header: who published it, when, in what language, under which title."""

    source: str | None
    published: date | None
    language: str | None
    title: Marked | None
    body: Marked


def read_marks(marked: str, *, first_line: int = 1) -> Marked:
    """Return the plain text and its marks; an UnreadableError names the line and column of the first mistake.

    ``first_line`` is the number of the text's first line in its file, for the messages alone.
    """
    plain: list[str] = []
    heads: list[_Head] = []
    ends: list[int] = []
    open_heads: list[int] = []
    length = 0
    for token in _tokens(marked, first_line=first_line):
        if token["names"]:
            open_heads.append(len(heads))
            heads.append(_Head(names=token["names"], role=token["role"], start=length, at=token.start()))
            ends.append(length)
        elif not token["close"]:
            plain.append(token["plain"] or token["escaped"])
            length += len(plain[-1])
        elif open_heads:
            ends[open_heads.pop()] = length
        else:
            raise _unreadable(marked, token.start(), "this '}' closes no mark; write '\\}'", first_line=first_line)
    if open_heads:
        raise _unreadable(marked, heads[open_heads[-1]].at, "this mark is never closed", first_line=first_line)
    return Marked(text="".join(plain), marks=_marks(marked, heads, ends, first_line=first_line))


def _tokens(marked: str, *, first_line: int) -> Iterator[re.Match[str]]:
    """Cut the marked text into plain stretches, escaped letters, openings and closings."""
    at = 0
    while at < len(marked):
        token = _TOKEN.match(marked, at)
        if token is None:
            raise _unreadable(marked, at, _HINTS[marked[at]], first_line=first_line)
        yield token
        at = token.end()


def _marks(marked: str, heads: Sequence[_Head], ends: Sequence[int], *, first_line: int) -> tuple[Mark, ...]:
    """Return one mark a name, refusing marks without words and marks made twice."""
    marks: dict[Mark, None] = {}
    for head, end in zip(heads, ends, strict=True):
        if head.start == end:
            raise _unreadable(marked, head.at, "this mark holds no words", first_line=first_line)
        for name in head.names.split(","):
            mark = Mark(claim=name, role=head.role, start=head.start, end=end)
            if mark in marks:
                raise _unreadable(marked, head.at, f"{name}.{head.role} marks these words twice", first_line=first_line)
            marks[mark] = None
    return tuple(marks)


def write_marks(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with these marks written into it; an UnreadableError names a mark that cannot be written.

    Marks of the same words and role are written as one where they stand together in ``marks``; otherwise the
    earlier one becomes the outer.
    """
    chosen = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    _check_writable(text, chosen)
    signs: list[tuple[int, str]] = []
    open_ends: list[int] = []
    for (start, end, role), same in groupby(chosen, key=lambda mark: (mark.start, mark.end, mark.role)):
        while open_ends and open_ends[-1] <= start:
            signs.append((open_ends.pop(), "}"))
        names = ",".join(mark.claim for mark in same)
        if open_ends and end > open_ends[-1]:
            raise UnreadableError(f"mark {names}.{role} at {start}-{end} crosses the end of another; marks must nest")
        signs.append((start, "{" + f"{names}.{role}: "))
        open_ends.append(end)
    signs.extend((end, "}") for end in reversed(open_ends))
    starts = [0, *(at for at, _ in signs)]
    plain = [_escape(text[at:until]) for at, until in pairwise([*starts, len(text)])]
    return plain[0] + "".join(sign + words for (_, sign), words in zip(signs, plain[1:], strict=True))


def _check_writable(text: str, marks: Sequence[Mark]) -> None:
    """Refuse marks outside the text, without words, twice the same, or with a name the notation cannot hold."""
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise UnreadableError(f"mark {mark.claim}.{mark.role}: no words stand at {mark.start}-{mark.end}")
        if not (re.fullmatch(_NAME, mark.claim) and re.fullmatch(_NAME, mark.role)):
            raise UnreadableError(f"mark {mark.claim!r}.{mark.role!r}: names are small letters, digits and underscores")
    if len(set(marks)) != len(marks):
        raise UnreadableError("the same mark is given twice")


def read_report(document: str) -> MarkedReport:
    """Return a marked report: header lines ``source:``, ``published:``, ``language:``, ``title:``, a blank line, text.

    Every header line may be left out, none may come twice; the blank line must be there. One line break at the very
    end belongs to the file, not to the text. An UnreadableError names the line that cannot be read.
    """
    header, blank, body = document.partition("\n\n")
    if not blank:
        raise UnreadableError("the report has no blank line between its header and its text; add one")
    lines = header.split("\n")
    fields: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines, start=1):
        found = _FIELD.fullmatch(line)
        if found is None or found[1] in fields:
            raise UnreadableError(f"line {number}: not a header line, or one given twice: {line!r}")
        fields[found[1]] = (found[2], number)
    title = fields.get("title")
    return MarkedReport(
        source=fields["source"][0] if "source" in fields else None,
        published=_day(*fields["published"]) if "published" in fields else None,
        language=fields["language"][0] if "language" in fields else None,
        title=read_marks(title[0], first_line=title[1]) if title else None,
        body=read_marks(body.removesuffix("\n"), first_line=len(lines) + 2),
    )


def _day(words: str, line: int) -> date:
    """Return the day of publication, written 2031-03-05."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = None
    if day is None or day.isoformat() != words:
        raise UnreadableError(f"line {line}: {words!r} is not a day such as 2031-03-05")
    return day


def _escape(plain: str) -> str:
    """Write the three letters the notation keeps for itself with a backslash before them."""
    return re.sub(r"[\\{}]", r"\\\g<0>", plain)


def _unreadable(marked: str, at: int, why: str, *, first_line: int) -> UnreadableError:
    """Say where, by line and column from 1, and what to do."""
    line = first_line + marked.count("\n", 0, at)
    column = at - marked.rfind("\n", 0, at)
    return UnreadableError(f"line {line}, column {column}: {why}")
