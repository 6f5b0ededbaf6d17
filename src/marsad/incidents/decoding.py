"""Plain JSON values read back into the record, strictly: a key too many or too few is an error that names its path."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from marsad.claims.claim import ClaimType, Step
from marsad.errors import MarsadError
from marsad.incidents.incident import Incident, MergedIncident, RecordedClaim
from marsad.incidents.shape import (
    CASUALTY_KEYS,
    MERGED_KEYS,
    READ_BY_KEYS,
    REPORT_KEYS,
    VERSION,
    Plain,
    Recorded,
    Slot,
    Spelling,
    TypeForm,
    holds_report,
    slots,
    split_optional,
)
from marsad.incidents.spelling import (
    MisspeltError,
    Page,
    Reader,
    check_keys,
    enum_reader,
    make,
    read_day,
    read_inside,
    read_number,
    read_text,
    read_texts,
    read_truth,
    read_whole,
)
from marsad.reports.report import Report
from marsad.text.span import Evidence, Part, Span

T = TypeVar("T")

_EVIDENCE_KEYS = {Spelling.INLINE: ("start", "end", "quote"), Spelling.WORDS: ("quote", "span")}
_EVIDENCE_EXTRA = frozenset({"in", "report"})


def read(cls: type[T], plain: Plain, *, report: str | None) -> T:
    """Return the object of this type; ``report`` is whose words its evidence is, where the JSON does not say."""
    kind: TypeForm = cls
    try:
        made: T = _reader(kind)(plain, Page(report=report))
    except MisspeltError as wrong:
        where = ".".join(str(step) for step in wrong.path) or "the whole"
        whose = f"{cls.__name__} of report {_report_id(plain) or report or 'unknown'}"
        raise MarsadError(f"{whose}: {where} {wrong}; write it as record version {VERSION} has it") from None
    return made


def _report_id(plain: Plain) -> str | None:
    inner = plain.get("report") if isinstance(plain, dict) else None
    named = inner.get("id") if isinstance(inner, dict) else inner
    return named if isinstance(named, str) else None


@cache
def _reader(kind: TypeForm) -> Reader:
    """Return what reads this type; made once a type."""
    inner, optional = split_optional(kind)
    if optional:
        return _optional(_reader(inner))
    origin: TypeForm = get_origin(inner)
    if origin is tuple:
        return _list(get_args(inner))
    if origin is dict:
        return read_texts
    if issubclass(inner, Enum):
        return enum_reader(inner)
    known: dict[type, Reader] = {
        str: read_text,
        bool: read_truth,
        int: read_whole,
        float: read_number,
        date: read_day,
        Evidence: _evidence,
        Report: _report,
        RecordedClaim: _claim,
        MergedIncident: _merged,
    }
    if inner in known:
        return known[inner]
    return _record(inner) if holds_report(inner) else _fields(inner)


def _optional(inner: Reader) -> Reader:
    return lambda plain, page: None if plain is None else inner(plain, page)


def _list(kinds: tuple[TypeForm, ...]) -> Reader:
    many = kinds[-1] is Ellipsis
    readers = [_reader(kind) for kind in kinds if kind is not Ellipsis]

    def read_list(plain: Plain, page: Page) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise MisspeltError(f"should be a list, not {plain!r:.80}")
        if not many and len(plain) != len(readers):
            raise MisspeltError(f"should hold {len(readers)} values, not {len(plain)}")
        made = []
        for number, value in enumerate(plain):
            try:
                made.append(readers[0 if many else number](value, page))
            except MisspeltError as wrong:
                raise wrong.inside(number) from None
        return tuple(made)

    return read_list


@cache
def _fields(cls: TypeForm) -> Reader:
    values = [(slot, _reader(slot.hint)) for slot in slots(cls) if slot.spelling is Spelling.VALUE]
    words = [slot for slot in slots(cls) if slot.spelling is not Spelling.VALUE]
    spelled = [key for slot in slots(cls) for key in _EVIDENCE_KEYS.get(slot.spelling, (slot.key,))]
    needed = dict.fromkeys(spelled)  # a set that keeps the order, so that the same wrong JSON gives the same message
    extra = _EVIDENCE_EXTRA if words else frozenset()

    def read_fields(plain: Plain, page: Page) -> Recorded:
        check_keys(plain, needed, extra)
        made = {slot.name: read_inside(slot.key, reader, plain, page) for slot, reader in values}
        for slot in words:
            made[slot.name] = _spread(plain, slot, page)
        return make(cls, made)

    return read_fields


def _evidence(plain: Plain, page: Page) -> Evidence:
    check_keys(plain, _EVIDENCE_KEYS[Spelling.INLINE], _EVIDENCE_EXTRA)
    return _quoted(plain, plain["start"], plain["end"], page)


def _spread(plain: Mapping[str, Any], slot: Slot, page: Page) -> Evidence | None:
    if slot.spelling is Spelling.INLINE:
        return _quoted(plain, plain["start"], plain["end"], page)
    if slot.optional and plain["quote"] is None and plain["span"] is None:
        check_keys(plain, [key for key in plain if key not in _EVIDENCE_EXTRA])
        return None
    start, end = read_inside("span", _reader(tuple[int, int]), plain, page)
    return _quoted(plain, start, end, page)


def _quoted(plain: Mapping[str, Any], start: int, end: int, page: Page) -> Evidence:
    if plain.get("in", Part.TITLE.value) != Part.TITLE.value:
        raise MisspeltError(f"should be left out, or be {Part.TITLE.value}", "in")
    if ("report" in plain) is not page.named:
        raise MisspeltError("is missing" if page.named else "is not known here", "report")
    report = read_inside("report", read_text, plain, page) if page.named else page.report
    if report is None:
        raise MisspeltError("needs the id of the report it quotes: pass report=")
    values = {"start": read_whole(start, page), "end": read_whole(end, page)}
    span = make(Span, values | {"report": report, "part": Part.TITLE if "in" in plain else Part.TEXT})
    return Evidence(span=span, quote=read_inside("quote", read_text, plain, page))


def _report(plain: Plain, page: Page) -> Report:
    check_keys(plain, REPORT_KEYS)
    names = {slot.name: slot for slot in slots(Report)}
    values = {key: read_inside(key, _reader(names[key].hint), plain, page) for key in REPORT_KEYS if key in names}
    report = Report(**values)
    if report.text_sha256 != plain["text_sha256"]:
        raise MisspeltError("is not the digest of the text; the text was changed", "text_sha256")
    return report


def _record(cls: TypeForm) -> Reader:
    rest = [slot for slot in slots(cls) if slot.key not in {"report", "read_by"}]

    def read_record(plain: Plain, page: Page) -> Recorded:
        check_keys(plain, ("record", "report", *(slot.key for slot in rest)))
        if plain["record"] != VERSION:
            raise MisspeltError(
                f"is {plain['record']!r:.80}; this marsad knows {VERSION}, install a newer one", "record"
            )
        outer = read_inside("report", _with_read_by, plain, page)
        page = Page(report=outer["report"].id)
        return make(cls, outer | {slot.name: read_inside(slot.key, _reader(slot.hint), plain, page) for slot in rest})

    return read_record


def _with_read_by(plain: Plain, page: Page) -> dict[str, Any]:
    check_keys(plain, (*REPORT_KEYS, "read_by"))
    return {
        "report": _report({key: plain[key] for key in REPORT_KEYS}, page),
        "read_by": read_inside("read_by", _step, plain, page),
    }


def _step(plain: Plain, page: Page) -> Step:
    check_keys(plain, READ_BY_KEYS)
    step: Step = _fields(Step)({name: plain[key] for key, name in READ_BY_KEYS.items()}, page)
    return step


def _claim(plain: Plain, page: Page) -> RecordedClaim:
    casualty = isinstance(plain, dict) and plain.get("type") == ClaimType.CASUALTY.value
    if page.named:
        page = Page(report=read_inside("report", read_text, check_keys(plain, ("report",), plain), page))
        plain = {key: value for key, value in plain.items() if key != "report"}
    missing = {} if casualty else dict.fromkeys(CASUALTY_KEYS)
    check_keys(plain, [slot.key for slot in slots(RecordedClaim) if slot.key not in missing])
    claim: RecordedClaim = _fields(RecordedClaim)(plain | missing, page)
    return claim


def _merged(plain: Plain, _: Page) -> MergedIncident:
    page = Page(named=True)
    own = [key for slot in slots(Incident) for key in _EVIDENCE_KEYS.get(slot.spelling, (slot.key,))]
    check_keys(plain, dict.fromkeys((*own, *MERGED_KEYS)))
    hints = {slot.name: slot.hint for slot in slots(MergedIncident)}
    rest = {key: read_inside(key, _reader(hints[key]), plain, page) for key in MERGED_KEYS}
    told = {key: plain[key] for key in own} | {"claims": [claim.id for claim in rest["claims"]]}
    return MergedIncident(incident=_reader(Incident)(told, page), **rest)
