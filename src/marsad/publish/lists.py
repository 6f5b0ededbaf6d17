"""Short lists for a terminal: what people decided, and whether marsad has all it needs."""

import json
from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.incidents.judgement import Action, Judgement, standing
from marsad.publish import wording
from marsad.publish.inert import isolated, plain


def judgements_list(judgements: Sequence[Judgement]) -> RenderableType:
    """Return every judgement in the order it was made: what was decided, by whom, when and why, and if it holds."""
    if not judgements:
        return Text("Nobody has judged anything yet.")
    holding = {one.id for one in standing(judgements)}
    parts: list[RenderableType] = []
    for one in judgements:
        parts.append(Text.assemble((one.id, "bold"), "  ", (one.at, "dim"), "  ", plain(one.by)))
        told = Text.assemble(_decided(one), "" if one.id in holding else (" (taken back)", "yellow"))
        parts.append(Padding(told, (0, 0, 0, 4)))
        if one.reason:
            parts.append(Padding(Text.assemble("because ", isolated(one.reason)), (0, 0, 0, 4)))
    return Group(*parts)


def _decided(one: Judgement) -> str:
    match one.action:
        case Action.CORRECT:
            return f"{one.field} of {one.left} is {isolated(_value(one.value))}"
        case Action.SAME | Action.DIFFERENT:
            return f"{one.left} and {one.right} are {'the same' if one.action is Action.SAME else 'different'}"
        case Action.FORGET:
            return f"{one.left} is forgotten"
        case Action.UNDO:
            return f"{one.left} is taken back"
        case _:
            return f"{one.left}: {one.action}"


def _value(text: str | None) -> str:
    """Return the value of a correction in short; one whose report was forgotten has none left."""
    if text is None:
        return "erased with its report"
    value = json.loads(text)
    if isinstance(value, dict) and "low" in value:
        return wording.bounds(value["low"], value.get("high"))
    if isinstance(value, dict):
        return str(value.get("holder") or value.get("name") or text)
    if isinstance(value, list):
        return " to ".join(map(str, value))
    return "none" if value is None else str(value) if isinstance(value, str) else text


def checks_table(checks: Iterable[tuple[str, bool, str]]) -> RenderableType:
    """Return what was checked, whether it is well, and what was found, a row a check."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, well, found in checks:
        table.add_row(Text("ok", style="green") if well else Text("WRONG", style="bold red"), name, Text(plain(found)))
    return table
