"""What goes to the screen: results on standard output, progress and messages on standard error."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from marsad.errors import Problem

Item = TypeVar("Item")
MOST_SHOWN = 20


def out() -> Console:
    """Return where results go."""
    return Console(highlight=False, markup=False, emoji=False)


def err() -> Console:
    """Return where messages go."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def show(*parts: RenderableType) -> None:
    """Write results for people to standard output."""
    console = out()
    for part in parts:
        console.print(part)


def write(line: str) -> None:
    """Write one line for programs to standard output, whatever the terminal's encoding."""
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")


def say(message: str) -> None:
    """Write a message to standard error."""
    err().print(message, soft_wrap=True)


def tracked(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """Yield items while a line on standard error shows how far they are, where a person is looking."""
    console = err()
    if not console.is_terminal:
        yield from items
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)
        for item in items:
            yield item
            progress.advance(task)


def tell_problems(problems: list[Problem]) -> None:
    """List problems on standard error, the first of many in full."""
    for problem in problems[:MOST_SHOWN]:
        words = f" “{problem.words}”" if problem.words else ""
        say(f"{problem.report}: {problem.message}{words} [{problem.code}]")
    if len(problems) > MOST_SHOWN:
        say(f"… and {len(problems) - MOST_SHOWN} more")
