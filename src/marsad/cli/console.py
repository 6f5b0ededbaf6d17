"""What goes to the screen: results on standard output, progress and messages on standard error."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from rich.console import Console, RenderableType

from marsad.errors import Problem
from marsad.publish.inert import plain

Item = TypeVar("Item")
MOST_SHOWN = 20


def show(*parts: RenderableType) -> None:
    """Write results for people to standard output."""
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as capture:
        console.print(*parts, sep="\n")
    for line in capture.get().splitlines():
        sys.stdout.write(f"{line.rstrip()}\n")


def write(line: str) -> None:
    """Write one line for programs to standard output: UTF-8, whatever the terminal's encoding."""
    with table() as out:
        out.write(f"{line}\n")


@contextmanager
def table() -> Iterator[TextIO]:
    """Lend standard output for a table or lines for programs: UTF-8, and no line end is turned into another."""
    sys.stdout.flush()
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield out
    finally:
        out.detach()


def say(message: str) -> None:
    """Write a message to standard error; whatever foreign words are in it cannot steer the terminal."""
    _messages().print(plain(message), soft_wrap=True)


def tracked(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Yield items while a line on standard error counts them, where a person looks and results do not pass by."""
    console = _messages()
    if not console.is_terminal or sys.stdout.isatty():
        yield from items
        return
    with console.status(f"{what} …") as status:
        for number, item in enumerate(items, start=1):
            yield item
            status.update(f"{what} … {number:,}")


def tell_problems(problems: list[Problem]) -> None:
    """List problems on standard error, the first of many in full."""
    for problem in problems[:MOST_SHOWN]:
        words = f" “{problem.words}”" if problem.words else ""
        told = problem.message.removeprefix(f"{problem.report}: ")
        say(f"{problem.report}: {told}{words} [{problem.code}]")
    if len(problems) > MOST_SHOWN:
        say(f"… and {len(problems) - MOST_SHOWN} more")


def _messages() -> Console:
    return Console(stderr=True, highlight=False, markup=False, emoji=False)
