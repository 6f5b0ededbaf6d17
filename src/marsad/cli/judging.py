"""``marsad correct``, ``undo``, ``judgements`` and ``forget``: what people decide about what was read."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from marsad.cli.console import say, show
from marsad.cli.options import DEFAULT_STORE, Because, By, Database, Places, gazetteer
from marsad.cli.stores import existing
from marsad.cli.values import Typed, spelled
from marsad.errors import MarsadError, NotFoundError
from marsad.incidents.corrections import apply_corrections
from marsad.incidents.judgement import Action, Aspect, Judgement, standing
from marsad.incidents.record import Record
from marsad.pipeline import Pipeline
from marsad.publish.lists import judgements_list
from marsad.store.store import Store

Target = Annotated[str, typer.Argument(metavar="CLAIM_OR_INCIDENT", help="The id (clm_… or inc_…) of what to correct.")]
What = Annotated[Aspect, typer.Argument(metavar="WHAT", help="What is wrong about it.")]
Value = Annotated[
    str,
    typer.Argument(
        metavar="VALUE",
        help="What is right: 12, 12-15, 12+; killed; 2031-03-04 or 2031-03-04..2031-03-06; words of the report for a "
        "holder or a place; null for none; or JSON as in the record.",
    ),
]
ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="The report's id (rep_…).")]
JudgementId = Annotated[
    str, typer.Argument(metavar="JUDGEMENT", help="The judgement's id (jdg_…), as `marsad judgements` lists it.")
]


def correct(  # noqa: PLR0917 - the arguments and options of a command line
    target: Target,
    what: What,
    value: Value,
    because: Because,
    by: By,
    places: Places = None,
    db: Database = DEFAULT_STORE,
) -> None:
    """Correct one value of a claim or an incident. The report and what was read of it stay; `marsad undo` restores."""
    with existing(db) as store:
        record = _record(store, target)
        linkers = Pipeline.rules(gazetteer=gazetteer(places)).linkers
        judgement = Judgement(
            action=Action.CORRECT,
            left=target,
            field=what,
            value=spelled(what, Typed(value=value.strip(), target=target, record=record, linkers=linkers)),
            by=_told(by, "--by"),
            at=_now(),
            reason=_told(because, "--because"),
            previous=_last(store),
        )
        _fits(record, judgement, store)
        store.add_judgement(judgement)
    say(f"{judgement.id}: {what} of {target} is now {value}; take it back with: marsad undo {judgement.id}")


def undo(judgement: JudgementId, because: Because, by: By, db: Database = DEFAULT_STORE) -> None:
    """Take a judgement back: everything is again as it was before it."""
    with existing(db) as store:
        made = {one.id: one for one in store.judgements()}
        if judgement not in made:
            raise NotFoundError(f"there is no judgement {judgement!r} in {db}; `marsad judgements` lists them")
        if made[judgement].action is Action.FORGET:
            raise MarsadError(f"{judgement} made a report forgotten; that cannot be taken back, as its words are gone")
        undone = Judgement(
            action=Action.UNDO,
            left=judgement,
            by=_told(by, "--by"),
            at=_now(),
            reason=_told(because, "--because"),
            previous=_last(store),
        )
        store.add_judgement(undone)
    say(f"{undone.id}: {judgement} is taken back")


def judgements(db: Database = DEFAULT_STORE) -> None:
    """List every judgement in the order it was made, those taken back as well."""
    with existing(db) as store:
        show(judgements_list(store.judgements()))


def forget(report: ReportId, because: Because, by: By, db: Database = DEFAULT_STORE) -> None:
    """Erase a report for good: its text, its claims and every quote of it. A tombstone says that, when and why."""
    with existing(db) as store:
        store.forget(report, reason=_told(because, "--because"), by=_told(by, "--by"), at=_now())
    say(f"{report} is erased from {db}; figures are worked out without it. Erase your own copies as well.")


def _record(store: Store, target: str) -> Record:
    """Return the record that holds a claim or an incident."""
    for record in store.records():
        if target in {*(claim.id for claim in record.claims), *(incident.id for incident in record.incidents)}:
            return record
    raise NotFoundError(f"there is no claim or incident {target!r} in this store; `marsad show INCIDENT` lists the ids")


def _fits(record: Record, judgement: Judgement, store: Store) -> None:
    """Refuse a correction that could not be followed, together with those that are in force already."""
    held = standing(store.judgements())
    before = apply_corrections(record, held)
    after = apply_corrections(record, (*held, judgement))
    if after == before:
        raise MarsadError(f"{judgement.left} has that {judgement.field} already; there is nothing to correct")
    after.to_dict()


def _last(store: Store) -> str | None:
    made = store.judgements()
    return made[-1].id if made else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _told(words: str, option: str) -> str:
    """Return words that go into the chain of judgements for good; empty ones are refused."""
    if not words.strip():
        raise typer.BadParameter("it is kept with the judgement, and may not be empty", param_hint=option)
    return words.strip()
