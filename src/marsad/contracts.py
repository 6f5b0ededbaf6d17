"""The promises that any reader and any store must keep, to be called from the tests of whoever writes another one.

``check_extractor`` and ``check_store`` return nothing where all is well, and otherwise raise a ``BrokenPromiseError``
that says which promise was broken, and on what.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from marsad.claims.claim import Claim, ClaimType, Kind, Stance, Step
from marsad.claims.extractor import Extractor
from marsad.errors import MarsadError, NotFoundError, RefusedError, StoreError
from marsad.incidents.evidence import evidence_in
from marsad.incidents.incident import RecordedClaim
from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.incidents.record import Record
from marsad.passages.split import split
from marsad.reports.report import Report
from marsad.store.store import Store

_AT: Final = "2033-01-02T03:04:05+00:00"

# Texts that readers stumble over: nothing, noise, letters of many kinds, and words that go on and on.
NASTY_TEXTS: Final = (
    " ",
    "\n\n\t\r\n",
    "\x00\x01\x02 killed \x7f",
    "12",
    "killed",
    "." * 2000,
    "((((" * 500,
    "said said said " * 300,
    "at least " * 300 + "12 killed",
    "9" * 400 + " people were killed.",
    "\u202eevif dellik\u202c five were killed",
    "k\u0301i\u0301l\u0301l\u0301e\u0301d " * 40,
    "\U0001f4a5 blast kills 3 \U0001f1f8\U0001f1fe",
    "“‘«Shells killed four people»’” he “said",
    "<script>alert('two killed')</script>&amp;&#x41;",
    "قُتل خمسة أشخاص في غارة على السوق.",
    "Снаряд убил троих человек.",
    "'; DROP TABLE claim; -- killed 2",
    "Two people, " + "and two people, " * 200 + "were killed in Tal Arda.",
    "The army denied that it denied that it denied killing two people.",
)

PLAIN_TEXTS: Final = (
    "Shells hit the grain store in Umm Zarqa on Friday, killing nine people, a teacher said. The army denied it.",
    "Two drones struck a bridge near Tal Arda overnight. At least four civilians were wounded, including a child.",
    "Nothing happened in Umm Zarqa on Friday.",
)


class BrokenPromiseError(MarsadError, AssertionError):
    """A reader or store does not keep one of its promises; the message names it."""


def check_extractor(extractor: Extractor) -> None:
    """Read plain and nasty texts with a reader and raise BrokenPromiseError at the first promise it breaks.

    Every claim rests on words of its report; the same passages give the same claims, whatever was read in between;
    ids are unique, and claims point only at claims that are there; nothing but MarsadError is ever raised.
    """
    step = extractor.step
    reports = [
        Report(text=text, title="Strike kills nine" if number % 2 else None, published=date(2033, 1, 2))
        for number, text in enumerate(PLAIN_TEXTS + NASTY_TEXTS)
    ]
    first = [_claims(extractor, report) for report in reports]
    for report, claims in zip(reports, first, strict=True):
        _check_claims(report, claims)
    again = [_claims(extractor, report) for report in reversed(reports)][::-1]
    for report, one, other in zip(reports, first, again, strict=True):
        _keep(one == other, "the same passages give the same claims, whatever was read in between", report.text)
    _keep(extractor.step == step, "a reader stays the same reader", repr(extractor.step))


def check_store(make: Callable[[], Store]) -> None:
    """Fill new, empty stores from ``make`` and raise BrokenPromiseError at the first promise one of them breaks."""
    for promise in (_keeps_records, _keeps_the_latest, _keeps_all_or_none, _keeps_judgements, _forgets):
        with make() as store:
            _keep(not (tuple(store.records()) or store.judgements() or store.tombstones()), "a new store is empty")
            promise(store)
            _keep(store.check() == (), "a store filled as it should be has nothing for its check", str(store.check()))


def _keep(kept: object, promise: str, on: str = "") -> None:
    if not kept:
        raise BrokenPromiseError(f"broken promise: {promise}" + (f" (on {on!r:.200})" if on else ""))


def _raises(expected: type[MarsadError], promise: str, act: Callable[[], object]) -> None:
    try:
        act()
    except expected:
        return
    raise BrokenPromiseError(f"broken promise: {promise}")


class _OnlyMarsadErrors:
    """A stretch of reading in which an error that is none of marsad's own breaks a promise."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Name the text on which the reader failed."""
        if isinstance(error, Exception) and not isinstance(error, MarsadError):
            promise = f"a reader raises nothing but MarsadError, and not {type(error).__name__}"
            raise BrokenPromiseError(f"broken promise: {promise} (on {self.text!r:.200})") from error


def _claims(extractor: Extractor, report: Report) -> tuple[Claim, ...]:
    with _OnlyMarsadErrors(report.text):
        try:
            return tuple(extractor.extract(report, split(report)))
        except MarsadError:
            return ()


def _check_claims(report: Report, claims: Sequence[Claim]) -> None:
    ids = [claim.id for claim in claims]
    _keep(len(ids) == len(set(ids)), "the ids of a report's claims are unique", report.text)
    for claim in claims:
        _keep(claim.report == report.id, "a claim names the report it was read in", claim.id)
        for evidence in evidence_in(claim):
            _keep(report.supports(evidence), "evidence is an exact slice of the report", evidence.quote)
        others = [claim.about, claim.subset_of, *(link.to for link in claim.links)]
        found = all(other is None or (other in ids and other != claim.id) for other in others)
        _keep(found, "a claim points only at other claims of its report", claim.id)


def _record(number: int, *, version: str = "1") -> Record:
    """Return an invented record; the same number is the same report."""
    words = f"A baker said that {number + 2} people were killed in Umm Zarqa."
    report = Report(text=words, title=f"Strike number {number}", publisher="Valley Post", published=date(2033, 1, 2))
    claim = RecordedClaim(
        id=f"clm_{number}",
        incident=None,
        type=ClaimType.OCCURRENCE,
        event=Kind.SHELLING,
        stance=Stance.ASSERTED,
        attribution=(),
        evidence=(report.quote(words.index("were killed"), len(words) - 1),),
    )
    return Record(report=report, read_by=Step(name="invented", version=version), claims=(claim,), incidents=())


def _keeps_records(store: Store) -> None:
    records = [_record(number) for number in range(5)]
    _keep(all(store.add_record(record) for record in records), "a new record is added")
    _keep(not any(store.add_record(record) for record in records), "a record that is there is not added again")
    expected = sorted(records, key=lambda record: record.report.id)
    _keep(list(store.records()) == expected, "every record comes back the same, in the order of report ids")
    _keep(list(store.reports()) == [record.report for record in expected], "reports come in the order of their ids")
    _keep(store.record(records[3].report.id) == records[3], "a record is found by its report")
    _raises(NotFoundError, "a report that is not there raises NotFoundError", lambda: store.record("rep_of_nothing"))


def _keeps_the_latest(store: Store) -> None:
    older, newer = _record(0), _record(0, version="2")
    _keep(store.add_record(older) and store.add_record(newer), "a report read by another reader is a new reading")
    _keep(not store.add_record(older), "a reading that is there is not added again")
    _keep(tuple(store.records()) == (newer,), "of several readings the one added last is given")
    _keep(len(tuple(store.reports())) == 1, "a report read twice is one report")


def _keeps_all_or_none(store: Store) -> None:
    def stop_halfway() -> None:
        with store.writing():
            store.add_record(_record(0))
            _keep(tuple(store.records()) == (_record(0),), "within writing() the additions can be read")
            raise RefusedError("halfway")

    _raises(RefusedError, "an error within writing() reaches the caller", stop_halfway)
    _keep(not tuple(store.records()), "after an error within writing() none of it is kept")
    with store.writing():
        store.add_record(_record(1))
        store.add_record(_record(2))
    _keep(len(tuple(store.records())) == len((1, 2)), "after writing() all of it is kept")


def _keeps_judgements(store: Store) -> None:
    first = Judgement(action=Action.SAME, left="inc_1", right="inc_2", by="a reviewer", at=_AT, reason="one day")
    second = Judgement(action=Action.UNDO, left=first.id, by="a reviewer", at=_AT, previous=first.id)
    _keep(store.add_judgement(first) and store.add_judgement(second), "a new judgement is added")
    _keep(not store.add_judgement(first), "a judgement that is there is not added again")
    _keep(store.judgements() == (first, second), "judgements come back the same, in the order they were made")
    late = replace(second, reason="late", id="")
    promise = "a judgement made before the last one was known raises StoreError"
    _raises(StoreError, promise, lambda: store.add_judgement(late))


def _forgets(store: Store) -> None:
    gone, kept = _record(0), _record(1)
    store.add_record(gone)
    store.add_record(kept)
    about = Judgement(
        action=Action.CORRECT, left="clm_0", field=Aspect.STANCE, value='"alleged"', by="a", at=_AT, reason="a baker"
    )
    store.add_judgement(about)
    grave = store.forget(gone.report.id, reason="asked to", by="a reviewer", at=_AT)
    _keep(tuple(store.records()) == (kept,), "a forgotten report is gone, the others stay")
    _raises(NotFoundError, "a forgotten report raises NotFoundError", lambda: store.record(gone.report.id))
    _keep(store.tombstones() == (grave,), "a forgotten report leaves a tombstone")
    _keep((grave.report, grave.at) == (gone.report.id, _AT), "a tombstone says what was forgotten, and when")
    _keep(not store.add_record(gone), "a forgotten report does not come back")
    held = store.judgements()
    _keep([each.id for each in held[:1]] == [about.id], "a judgement about a forgotten report keeps its id")
    _keep((held[0].value, held[0].reason) == (None, ""), "a judgement about a forgotten report keeps none of its words")
    _keep(store.forget(gone.report.id, reason="again", by="a", at=_AT) == grave, "forgetting twice is forgetting once")
    never = {"reason": "asked to", "by": "a", "at": _AT}
    _raises(NotFoundError, "what was never there cannot be forgotten", lambda: store.forget("rep_0", **never))
