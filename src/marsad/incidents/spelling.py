"""The plain values of the record, each read strictly: text is text, a day is a day, an object has its keys."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import inf, isfinite
from typing import Any, TypeAlias

from marsad.errors import MarsadError
from marsad.incidents.shape import Plain, Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Whose words are being read: ``report`` where all come from one, ``named`` where each says which."""

    report: str | None = None
    named: bool = False


class MisspeltError(MarsadError):
    """Something is not as the contract has it; ``path`` grows from the inside out while the error rises."""

    def __init__(self, why: str, *path: str | int) -> None:
        super().__init__(why)
        self.path = list(path)

    def inside(self, step: str | int) -> "MisspeltError":
        """Say in what this stands."""
        self.path.insert(0, step)
        return self


Reader: TypeAlias = Callable[[Plain, Page], Recorded]


def read_text(plain: Plain, _: Page) -> str:
    """Return a text."""
    if not isinstance(plain, str):
        raise MisspeltError(f"should be text, not {plain!r:.80}")
    return plain


def read_truth(plain: Plain, _: Page) -> bool:
    """Return true or false."""
    if not isinstance(plain, bool):
        raise MisspeltError(f"should be true or false, not {plain!r:.80}")
    return plain


def read_whole(plain: Plain, _: Page) -> int:
    """Return a whole number; true is none."""
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise MisspeltError(f"should be a whole number, not {plain!r:.80}")
    return plain


def read_number(plain: Plain, _: Page) -> float:
    """Return a number with a fraction; a whole one will do, as JSON knows no difference."""
    if not isinstance(plain, int | float) or isinstance(plain, bool):
        raise MisspeltError(f"should be a number, not {plain!r:.80}")
    try:
        made = float(plain)
    except OverflowError:
        made = inf
    if not isfinite(made):
        raise MisspeltError(f"should be a number that can be written, not {plain!r:.80}")
    return made


def read_day(plain: Plain, _: Page) -> date:
    """Return a day, written in full."""
    try:
        made = date.fromisoformat(plain)
    except (TypeError, ValueError):
        raise MisspeltError(f"should be a day such as 2031-03-05, not {plain!r:.80}") from None
    if made.isoformat() != plain:
        raise MisspeltError(f"should be a day such as 2031-03-05, not {plain!r:.80}")
    return made


def read_texts(plain: Plain, page: Page) -> dict[str, str]:
    """Return an object of texts."""
    if not isinstance(plain, dict):
        raise MisspeltError(f"should be an object of texts, not {plain!r:.80}")
    return {read_text(key, page): read_text(value, page) for key, value in plain.items()}


def enum_reader(kind: type[Enum]) -> Reader:
    """Return what reads one of these words."""
    known = {member.value: member for member in kind}

    def read_enum(plain: Plain, _: Page) -> Enum:
        if not isinstance(plain, str) or plain not in known:
            raise MisspeltError(f"should be one of {', '.join(known)}, not {plain!r:.80}")
        return known[plain]

    return read_enum


def check_keys(plain: Plain, needed: Collection[str], extra: Collection[str] = ()) -> Mapping[str, Any]:
    """Return the object once its keys are those that the contract names."""
    if not isinstance(plain, dict):
        raise MisspeltError(f"should be an object, not {plain!r:.80}")
    for key in needed:
        if key not in plain:
            raise MisspeltError("is missing", key)
    if len(plain) > len(needed):
        for key in plain:
            if key not in needed and key not in extra:
                raise MisspeltError("is not known here", str(key))
    return plain


def read_inside(key: str, reader: Reader, plain: Mapping[str, Any], page: Page) -> Recorded:
    """Return what stands under this key; an error says that it stood there."""
    try:
        return reader(plain[key], page)
    except MisspeltError as wrong:
        raise wrong.inside(key) from None


def make(cls: type[Any], values: Mapping[str, Any]) -> Recorded:
    """Return the object of these values; what its type refuses is misspelt."""
    try:
        return cls(**values)
    except ValueError as why:
        raise MisspeltError(f"cannot be: {why}") from None
