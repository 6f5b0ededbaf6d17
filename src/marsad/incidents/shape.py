"""How each part of the record is spelled in JSON, said once for the codec and for the JSON Schema.

The types themselves say almost everything: a field is a key, in the order in which the type lists it. This page holds
the few exceptions of the output contract (record version 1).
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_type_hints

from marsad.actors.actor import Victims
from marsad.reports.report import Report
from marsad.text.span import Evidence

# What ``json.loads`` gives, any type of the record, and a type expression: mypy knows no narrower type for the three.
Plain: TypeAlias = Any
Recorded: TypeAlias = Any
TypeForm: TypeAlias = Any

VERSION: Final = 1

# The report stands in the record in this order; the digest of its text is worked out, never read back unchecked.
REPORT_KEYS: Final = (
    "id",
    "external_id",
    "title",
    "publisher",
    "published",
    "url",
    "language",
    "text_sha256",
    "text",
)
READ_BY_KEYS: Final = {"marsad": "version", "reader": "name", "weights": "weights"}

# What only a casualty claim says.
CASUALTY_KEYS: Final = ("harm", "count", "victims", "scope", "subset_of")

# An incident across reports is its incident's own keys (its claims in full instead of their names), then these.
MERGED_KEYS: Final = ("code", "reports", "origins", "claims", "grade", "history", "judgements")

_RENAMED: Final = {(Victims, "victim_class"): "class"}


class Spelling(StrEnum):
    """How the words that a value rests on stand in the JSON object of that value."""

    VALUE = "value"
    INLINE = "inline"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One field of a type: the name it has in Python, its key in JSON, its type, and whether it spreads out.

    ``hint`` is its type as declared, ``kind`` that without None, ``optional`` whether None may stand there.
    """

    name: str
    key: str
    hint: TypeForm
    kind: TypeForm
    optional: bool
    spelling: Spelling


def split_optional(kind: TypeForm) -> tuple[TypeForm, bool]:
    """Return a type without its None, and whether it had one."""
    if not isinstance(kind, UnionType):
        return kind, False
    rest = [part for part in get_args(kind) if part is not NoneType]
    if len(rest) != 1:
        raise TypeError(f"a field of the record has one type or None, not {kind}")
    return rest[0], True


@cache
def slots(cls: TypeForm) -> tuple[Slot, ...]:
    """Return the fields of a record type, in the order of the contract."""
    hints = get_type_hints(cls)
    found = []
    for each in fields(cls):
        kind, optional = split_optional(hints[each.name])
        spread = each.metadata.get("evidence", Spelling.WORDS) if kind is Evidence else Spelling.VALUE
        key = _RENAMED.get((cls, each.name), each.name)
        found.append(
            Slot(
                name=each.name,
                key=key,
                hint=hints[each.name],
                kind=kind,
                optional=optional,
                spelling=Spelling(spread),
            )
        )
    return tuple(found)


@cache
def holds_report(cls: TypeForm) -> bool:
    """Whether this is the record itself, told by the whole report it holds."""
    return any(slot.kind is Report for slot in slots(cls))
