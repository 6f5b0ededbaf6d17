"""The JSON Schema of the record, made from the same types that the codec writes.

``python -m marsad.incidents.schema`` prints it; ``record.schema.json`` beside this file is that very text, for those
who check records in another language.
"""

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Final, get_args, get_origin

from marsad.claims.claim import ClaimType, Count
from marsad.incidents.incident import Incident, MergedIncident, RecordedClaim
from marsad.incidents.record import Record
from marsad.incidents.shape import (
    CASUALTY_KEYS,
    MERGED_KEYS,
    READ_BY_KEYS,
    REPORT_KEYS,
    VERSION,
    Plain,
    Slot,
    Spelling,
    TypeForm,
    slots,
    split_optional,
)
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_OFFSET: Final = {"type": "integer", "minimum": 0}
_LETTERS: Final = {"type": "string"}
_QUOTE: Final = {"type": "string", "minLength": 1}
_SPAN: Final = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2}
_PLAIN: Final = {
    str: _LETTERS,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """Where the schema stands: whether evidence names its report, and the definitions gathered so far."""

    named: bool
    definitions: dict[str, Plain]


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what reading one report gives."""
    rules = _Rules(named=False, definitions={})
    rest = {slot.key: _hint(slot.hint, rules) for slot in slots(Record) if slot.key not in {"report", "read_by"}}
    whole = _object({"record": {"const": VERSION}, "report": _report(rules), **rest})
    return _page("A conflict report, read: its claims and the incidents they tell of", whole, rules)


def merged_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one incident as many reports tell it."""
    rules = _Rules(named=True, definitions={})
    own = {slot.key: _hint(slot.hint, rules) for slot in slots(Incident) if slot.key != "claims"}
    rest = {slot.key: _hint(slot.hint, rules) for slot in slots(MergedIncident) if slot.key in MERGED_KEYS}
    return _page("An incident as the reports about it tell it", _object(own | rest), rules)


def text() -> str:
    """Return the schema of the record as it is kept in ``record.schema.json``."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"


def path() -> Path:
    """Return where the shipped schema stands."""
    return Path(__file__).with_name("record.schema.json")


def _page(title: str, whole: dict[str, Any], rules: _Rules) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": title, **whole, "$defs": dict(sorted(rules.definitions.items()))}


def _object(properties: dict[str, Plain], optional: Collection[str] = ()) -> dict[str, Any]:
    required = [key for key in properties if key not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _hint(hint: TypeForm, rules: _Rules) -> Plain:
    """Return the schema of a value of this type."""
    kind, optional = split_optional(hint)
    if optional:
        return {"anyOf": [_hint(kind, rules), {"type": "null"}]}
    origin: TypeForm = get_origin(kind)
    if origin is tuple:
        return _list(get_args(kind), rules)
    if origin is dict:
        return {"type": "object", "additionalProperties": _LETTERS}
    if kind in _PLAIN:
        return _PLAIN[kind]
    return _defined(kind, rules)


def _list(kinds: tuple[TypeForm, ...], rules: _Rules) -> Plain:
    if kinds == (int, int):
        return _SPAN
    listed = {"type": "array", "items": _hint(kinds[0], rules)}
    return listed | {"minItems": 1} if kinds[0] is Evidence else listed


def _defined(kind: TypeForm, rules: _Rules) -> Plain:
    """Return a reference to the type's definition, which is made when first asked for."""
    if kind.__name__ not in rules.definitions:
        rules.definitions[kind.__name__] = {}
        special = {Evidence: _evidence, RecordedClaim: _claim, Count: _count}
        make = partial(_enum, kind) if issubclass(kind, Enum) else special.get(kind, partial(_fields, kind))
        rules.definitions[kind.__name__] = make(rules)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _enum(kind: type[Enum], _: _Rules) -> Plain:
    return {"enum": [member.value for member in kind]}


def _fields(kind: TypeForm, rules: _Rules) -> Plain:
    properties: dict[str, Plain] = {}
    for slot in slots(kind):
        if slot.spelling is Spelling.VALUE:
            properties[slot.key] = _hint(slot.hint, rules)
        else:
            properties |= _spread(slot, rules)
    return _object(properties, optional=_extra(slots(kind), rules))


def _extra(found: tuple[Slot, ...], rules: _Rules) -> frozenset[str]:
    """Return which keys may be left out: ``in`` always, ``report`` where there may be no words."""
    unsaid = rules.named and any(slot.kind is Evidence and slot.optional for slot in found)
    return frozenset({"in", "report"} if unsaid else {"in"})


def _spread(slot: Slot, rules: _Rules) -> dict[str, Plain]:
    if slot.spelling is Spelling.INLINE:
        keys: dict[str, Plain] = {"start": _OFFSET, "end": _OFFSET, "quote": _QUOTE}
    else:
        keys = {"quote": _QUOTE, "span": _SPAN}
    if slot.optional:
        keys = {key: {"anyOf": [value, {"type": "null"}]} for key, value in keys.items()}
    keys["in"] = {"const": Part.TITLE.value}
    return keys | {"report": _LETTERS} if rules.named else keys


def _evidence(_: _Rules) -> Plain:
    keys = {"start": _OFFSET, "end": _OFFSET, "quote": _QUOTE, "in": {"const": Part.TITLE.value}}
    return _object(keys, optional={"in"})


def _count(rules: _Rules) -> Plain:
    """Return the schema of a count, whose bounds are people and so never below none."""
    counted = _fields(Count, rules)
    bounds = {key: {"anyOf": [_OFFSET, {"type": "null"}]} for key in ("low", "high")}
    return counted | {"properties": counted["properties"] | bounds}


def _claim(rules: _Rules) -> Plain:
    """Return the schema of a claim: only one of casualties tells a harm, a count and victims, and it tells all."""
    inner = _Rules(named=False, definitions=rules.definitions)
    properties = {slot.key: _hint(slot.hint, inner) for slot in slots(RecordedClaim)}
    if rules.named:
        properties = {"id": properties.pop("id"), "report": _LETTERS, **properties}
    casualty = {"properties": {"type": {"const": ClaimType.CASUALTY.value}}}
    told = {"required": list(CASUALTY_KEYS)}
    untold = {"properties": dict.fromkeys(CASUALTY_KEYS, False)}
    return _object(properties, optional=CASUALTY_KEYS) | {"if": casualty, "then": told, "else": untold}


def _report(rules: _Rules) -> Plain:
    hints = {slot.key: slot.hint for slot in slots(Report)}
    properties = {key: _hint(hints[key], rules) for key in REPORT_KEYS if key in hints}
    properties["text_sha256"] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    read_by = {key: {"type": ["string", "null"] if key == "weights" else "string"} for key in READ_BY_KEYS}
    ordered = {key: properties[key] for key in REPORT_KEYS}
    return _object(ordered | {"read_by": _object(read_by)})


if __name__ == "__main__":
    sys.stdout.write(text())
