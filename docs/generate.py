"""Writes the parts of the documentation that come from the program itself.

``python docs/generate.py`` writes them, ``… --check`` only says which are stale. In a page, what stands between
``<!-- begin: NAME -->`` and ``<!-- end: NAME -->`` is replaced by the part of that name, and what a ``console`` block
shows below a ``$ marsad`` line by what that command prints now. ``<!-- show: 12 lines -->`` above a block cuts each
output after twelve lines.
"""

import importlib
import inspect
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from console import BLOCK, ROOT, RUN, Command, Played, blocks, commands, pages, play, run, week

REGION = re.compile(
    r"(?P<begin><!-- begin: (?P<name>[a-z-]+) -->\n)(?P<old>.*?)(?P<end><!-- end: (?P=name) -->)", re.DOTALL
)
# Where the types that a user meets are defined, upstream first.
TYPE_MODULES = (
    "marsad.text.span",
    "marsad.reports.report",
    "marsad.reports.options",
    "marsad.passages.passage",
    "marsad.claims.claim",
    "marsad.claims.extractor",
    "marsad.places.place",
    "marsad.places.gazetteer",
    "marsad.times.interval",
    "marsad.actors.actor",
    "marsad.incidents.incident",
    "marsad.incidents.record",
    "marsad.incidents.clusters",
    "marsad.incidents.judgement",
    "marsad.incidents.explain",
    "marsad.incidents.within.linkers",
    "marsad.store.store",
    "marsad.store.sqlite",
    "marsad.errors",
    "marsad.pipeline",
)
"""Modules whose classes have an entry in the glossary."""


def public_types() -> Iterator[type]:
    """Yield every class of these modules that a user may meet, in the order of the river."""
    for name in TYPE_MODULES:
        for each, value in vars(importlib.import_module(name)).items():
            if inspect.isclass(value) and value.__module__ == name and not each.startswith("_"):
                yield value


def types() -> str:
    """Return the public types as a table: name, what it is, its values where it has some."""
    every = sorted(public_types(), key=lambda one: (one.__name__.casefold(), one.__module__))
    rows = [f"| `{one.__name__}` | {_first_sentence(one)}{_values(one)} | `{one.__module__}` |" for one in every]
    return "\n".join(["| type | what it is | module |", "|---|---|---|", *rows]) + "\n"


def event_kinds() -> str:
    """Return what each kind of event means, from the tables the reader itself uses."""
    from marsad.knowledge.tables import event_kinds as kinds  # noqa: PLC0415 - loaded for this part alone

    parts = []
    for one in kinds().values():
        modes = f" ({', '.join(one.plover[1])})" if one.plover[1] else ""
        ucdp = ", ".join(str(number) for number in one.ucdp) or "none"
        parts.append(
            f"## {one.label}\n\n`{one.kind}`\n\n{one.definition}\n\n"
            f"| counts | does not count |\n|---|---|\n{_columns(one.counts_as, one.does_not_count_as)}\n"
            f"> {one.example}\n\n"
            f"ACLED: {one.acled[0]} / {one.acled[1]}. PLOVER: {one.plover[0]}{modes}. UCDP type of violence: {ucdp}.\n"
        )
    return "\n".join(parts)


def incident_columns() -> str:
    """Return the columns of the table of incidents."""
    from marsad.publish.tables import INCIDENT_COLUMNS, codebook  # noqa: PLC0415 - loaded for this part alone

    return codebook(INCIDENT_COLUMNS)


def claim_columns() -> str:
    """Return the columns of the table of claims."""
    from marsad.publish.tables import CLAIM_COLUMNS, codebook  # noqa: PLC0415 - loaded for this part alone

    return codebook(CLAIM_COLUMNS)


def command_help() -> str:
    """Return the help of every command, as it prints it."""
    from marsad.cli.app import COMMANDS  # noqa: PLC0415 - loaded for this part alone

    parts = [f"## marsad {name}\n\n```text\n{_help(name)}\n```\n" for name in COMMANDS]
    return "\n".join([f"```text\n{_help()}\n```\n", *parts])


PARTS: dict[str, Callable[[], str]] = {
    "types": types,
    "event-kinds": event_kinds,
    "incident-columns": incident_columns,
    "claim-columns": claim_columns,
    "commands": command_help,
}


def filled(text: str) -> str:
    """Return a page with each named part as the program has it now."""
    return REGION.sub(lambda match: f"{match['begin']}\n{PARTS[match['name']]()}\n{match['end']}", text)


def shown(text: str, played: Iterator[Played]) -> str:
    """Return a page with what its commands print now."""
    return BLOCK.sub(lambda match: _block(match[0], match["shown"], match["body"], played), text)


def fresh(text: str) -> str:
    """Return a page as it should be."""
    text = filled(text)
    if not any(one.program in RUN for block in blocks(text) for one in block):
        return text
    with tempfile.TemporaryDirectory() as folder, week(Path(folder)):
        return shown(text, play(blocks(text)))


def main(arguments: list[str]) -> int:
    """Write every page anew, or with ``--check`` name those that are stale."""
    stale = []
    for path in pages():
        before = path.read_text(encoding="utf-8")
        after = fresh(before)
        if after != before:
            stale.append(path.relative_to(ROOT))
            if "--check" not in arguments:
                path.write_text(after, encoding="utf-8")
    for path in stale:
        sys.stdout.write(f"{path}: {'stale; run: python docs/generate.py' if '--check' in arguments else 'written'}\n")
    return 1 if stale and "--check" in arguments else 0


def _block(whole: str, lines: str | None, body: str, played: Iterator[Played]) -> str:
    """Return one console block with each command's output, cut where the page asks for it."""
    head = whole[: whole.index("```console\n") + len("```console\n")]
    parts = [_lines(one, lines, played) for one in commands(body)]
    return head + "".join(parts) + "```"


def _lines(command: Command, lines: str | None, played: Iterator[Played]) -> str:
    if command.program not in RUN:
        return f"$ {command.line}\n{command.shown}"
    printed = next(played).printed
    if lines is not None and len(every := printed.split("\n")) > int(lines):
        printed = "\n".join([*every[: int(lines)], "…"] if int(lines) else [])
    code = f"$ echo $?\n{command.code}\n" if command.code else ""
    return f"$ {command.line}\n" + (f"{printed}\n" if printed else "") + code


def _columns(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Return two lists side by side as rows of a table."""
    longest = max(len(left), len(right))
    padded = ((*each, *[""] * (longest - len(each))) for each in (left, right))
    return "".join(f"| {one} | {other} |\n" for one, other in zip(*padded, strict=True))


def _first_sentence(one: type) -> str:
    """Return the first sentence of a docstring in the words of Markdown, without its point."""
    words = (inspect.getdoc(one) or "").split("\n\n")[0].replace("\n", " ").replace("``", "`").replace("|", "\\|")
    first = re.split(r"(?<=\.) (?=[A-Z`])", words)[0]
    return re.sub(r" \((?:codebook|contract)[^)]*\)", "", first).removesuffix(".")


def _values(one: type) -> str:
    return "; one of " + ", ".join(f"`{value.value}`" for value in one) if issubclass(one, Enum) else ""


def _help(*command: str) -> str:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "90"
    try:
        printed, _ = run(" ".join(("marsad", *command, "--help")))
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    return "\n".join(line.rstrip() for line in printed.strip("\n").split("\n"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
