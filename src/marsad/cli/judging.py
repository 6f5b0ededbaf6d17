"""``marsad correct``, ``undo``, ``judgements`` and ``forget``: what people decide about what was read."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.console import say, show
from marsad.cli.options import DEFAULT_STORE, Because, By, Database
from marsad.errors import NotFoundError
from marsad.incidents.corrections import apply_corrections
from marsad.incidents.judgement import Action, Aspect, Judgement
from marsad.publish.terminal import judgements_table
from marsad.store.sqlite import existing
from marsad.store.store import Store

Target = Annotated[str, typer.Argument(metavar="CLAIM_OR_INCIDENT", help="The id (clm_… or inc_…) of what to correct.")]
What = Annotated[
    Aspect,
    typer.Argument(metavar="WHAT", help="count, harm, stance, holder, subset_of, kind, place, day, not_an_incident"),
]
Value = Annotated[
    str,
    typer.Argument(
        metavar="VALUE", help="The right value: 12, 12-15, 12+, killed, 2031-03-04 …, or JSON as in the record."
    ),
]
ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="The report's id (rep_…).")]
JudgementId = Annotated[
    str, typer.Argument(metavar="JUDGEMENT", help="The judgement's id, as `marsad judgements` lists it.")
]


def correct(target: Target, what: What, value: Value, because: Because, by: By, db: Database = DEFAULT_STORE) -> None:
    """Correct one value of a claim or an incident. The report and what was read of it stay; `marsad undo` restores."""
    with existing(db) as store:
        record = next((one for one in store.records() if _holds(one, target)), None)
        if record is None:
            raise NotFoundError(f"no claim or incident {target!r} in {db}; `marsad show INCIDENT` lists the ids")
        judgement = Judgement(
            action=Action.CORRECT,
            left=target,
            field=what,
            value=_spelled(what, value),
            by=by,
            at=_now(),
            reason=because,
            previous=_last(store),
        )
        apply_corrections(record, [judgement])
        store.add_judgement(judgement)
    say(f"{judgement.id}: {what.value} of {target} is now {value}; take it back with: marsad undo {judgement.id}")


def undo(judgement: JudgementId, because: Because, by: By, db: Database = DEFAULT_STORE) -> None:
    """Take a judgement back: everything is again as it was before it."""
    with existing(db) as store:
        known = {one.id for one in store.judgements()}
        if judgement not in known:
            raise NotFoundError(f"no judgement {judgement!r} in {db}; `marsad judgements` lists them")
        undone = Judgement(action=Action.UNDO, left=judgement, by=by, at=_now(), reason=because, previous=_last(store))
        store.add_judgement(undone)
    say(f"{undone.id}: {judgement} is taken back")


def judgements(db: Database = DEFAULT_STORE) -> None:
    """List every judgement in the order it was made, those taken back as well."""
    with existing(db) as store:
        show(judgements_table(tuple(store.judgements())))


def forget(report: ReportId, because: Because, by: By, db: Database = DEFAULT_STORE) -> None:
    """Erase a report for good: its text, its claims and every quote of it. A tombstone says that, when and why."""
    with existing(db) as store:
        store.forget(report, reason=because, by=by, at=_now())
    say(
        f"{report} is erased from {db}; figures that rested on it are worked out without it. Erase your copies as well."
    )


def _holds(record: object, target: str) -> bool:
    claims = getattr(record, "claims", ())
    incidents = getattr(record, "incidents", ())
    return any(one.id == target for one in (*claims, *incidents))


def _last(store: Store) -> str | None:
    made = tuple(store.judgements())
    return made[-1].id if made else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _spelled(what: Aspect, value: str) -> str:
    """Return a value as the judgement keeps it: JSON as in the record, numbers and ranges spelled out."""
    if value[:1] in '{["' or value in ("null", "true", "false"):
        return value
    if what is Aspect.COUNT:
        return json.dumps(_count(value))
    if what is Aspect.NOT_AN_INCIDENT:
        return "true"
    if what is Aspect.DAY:
        start, _, end = value.partition("..")
        return json.dumps({"start": start, "end": end or start})
    return json.dumps(value, ensure_ascii=False)


def _count(value: str) -> dict[str, int | None]:
    """Read "12", "12-15" and "12+" (12 or more)."""
    low, dash, high = value.partition("-")
    try:
        if value.endswith("+"):
            return {"low": int(value[:-1]), "high": None}
        return {"low": int(low), "high": int(high) if dash else int(low)}
    except ValueError:
        message = f"{value!r} is no count: write 12, 12-15 or 12+"
        raise typer.BadParameter(message, param_hint="VALUE") from None
