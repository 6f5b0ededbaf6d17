"""All the words that a claim, an incident or a whole record rests on."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from marsad.text.span import Evidence


def evidence_in(what: object) -> Iterator[Evidence]:
    """Yield every piece of evidence in a record or any part of it, however deep, in the order of the fields."""
    if isinstance(what, Evidence):
        yield what
    elif isinstance(what, tuple):
        for each in what:
            yield from evidence_in(each)
    elif is_dataclass(what):
        for field in fields(what):
            yield from evidence_in(getattr(what, field.name))
