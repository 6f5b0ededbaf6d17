"""Why a figure is what it is, down to the words."""

from datetime import date

import pytest

from marsad.claims.claim import Harm
from marsad.errors import NotFoundError
from marsad.incidents.explain import explain
from marsad.incidents.merge import merge

from .invented import HOSPITAL, OBSERVATORY, RESIDENTS, at_least, exactly, incident, record, simple, told


def test_every_step_is_shown_from_the_figure_to_the_report() -> None:
    """Figure, rule, claim, holder, quote, report, from the outside in."""
    one = simple(at_least(6, RESIDENTS))
    (merged,) = merge([one])
    steps = explain(merged, Harm.KILLED, {one.report.id: one.report})
    assert [(step.what, step.depth) for step in steps] == [
        ("figure", 0),
        ("rule", 1),
        ("rule", 1),
        ("claim", 2),
        ("holder", 3),
        ("quote", 4),
        ("report", 5),
    ]
    assert [step.says for step in steps[:5]] == [
        "at least 6 people killed",
        "by the policy stated_range",
        "two residents say at least 6",
        "at least 6 killed, asserted",
        "two residents say so",
    ]
    assert steps[-1].says == "Coast Wire, 2031-03-05"


def test_a_quote_stands_in_its_sentence() -> None:
    """The words lie where the step says, in the report's own text."""
    one = simple(exactly(6, HOSPITAL), exactly(7, OBSERVATORY), tail="An end without a point")
    (merged,) = merge([one])
    quotes = [step for step in explain(merged, Harm.KILLED, {one.report.id: one.report}) if step.what == "quote"]
    assert len(quotes) == 2
    for step in quotes:
        assert step.sentence is not None
        assert step.evidence is not None
        assert step.at is not None
        assert step.sentence[slice(*step.at)] == step.evidence.quote
        assert step.sentence in one.report.text
        assert one.report.supports(step.evidence)


def test_a_harm_nobody_tells_of_has_no_steps() -> None:
    """There is nothing to explain."""
    one = simple(exactly(6, HOSPITAL))
    assert explain(merge([one])[0], Harm.MISSING, {one.report.id: one.report}) == ()


def test_a_missing_report_is_named() -> None:
    """The message says which report to add."""
    one = simple(exactly(6, HOSPITAL))
    with pytest.raises(NotFoundError, match=one.report.id):
        explain(merge([one])[0], Harm.KILLED, {})


def test_a_number_summed_from_parts_points_at_the_other_incidents() -> None:
    """The claims of the parts are told of, though they belong elsewhere."""
    report, claims = told(exactly(6, OBSERVATORY), exactly(5, OBSERVATORY), exactly(1, OBSERVATORY, harm=Harm.MISSING))
    parent = incident(claims[2:], name="all", day=date(2031, 3, 4))
    parts = [(incident(claims[at : at + 1], name=f"{at}", part_of=parent.id), claims[at : at + 1]) for at in (0, 1)]
    merged = merge([record(report, (parent, claims[2:]), *parts)])
    whole = next(one for one in merged if one.incident.part_of is None)
    steps = explain(whole, Harm.KILLED, {report.id: report})
    assert steps[0].says == "11 people killed"
    assert [step.claim for step in steps if step.what == "claim"] == [claims[0].id, claims[1].id]
