"""What a toll of an incident promises."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.actors.actor import VictimClass
from marsad.claims.claim import Harm, Scope, Stance
from marsad.errors import NotFoundError
from marsad.incidents.figures import figures
from marsad.incidents.incident import Figure, RecordedClaim
from marsad.incidents.origins import origin_of
from marsad.incidents.statements import as_parts
from marsad.reports.report import Report

from .invented import ARMY, HOSPITAL, OBSERVATORY, OWN_VOICE, RESIDENTS, Said, at_least, exactly, told

CIVILIAN, COMBATANT, SECURITY = VictimClass.CIVILIAN, VictimClass.COMBATANT, VictimClass.SECURITY


def total(*said: Said, harm: Harm = Harm.KILLED) -> Figure:
    """Return the total that one report's numbers make."""
    report, claims = told(*said)
    return next(one for one in figures(claims, reports={report.id: report}) if one.harm is harm)


def span(figure: Figure) -> tuple[int | None, int | None]:
    """Return the two ends of a figure."""
    return figure.low, figure.high


def test_a_single_statement_is_the_figure_and_its_own_reason() -> None:
    """One holder's number is the range, and the reason reads as a sentence."""
    figure = total(at_least(12, RESIDENTS))
    assert span(figure) == (12, None)
    assert figure.best is None
    assert figure.why == ("two residents say at least 12",)


def test_the_range_runs_from_the_lowest_to_the_highest_statement() -> None:
    """Two origins that differ give both ends."""
    figure = total(exactly(11, OBSERVATORY), exactly(6, HOSPITAL))
    assert span(figure) == (6, 11)
    assert figure.why[-1] == "lowest to highest stated: 6 to 11 people killed"


def test_an_open_number_below_the_highest_leaves_the_range_closed() -> None:
    """At least six beside eleven is six to eleven."""
    assert span(total(at_least(6, RESIDENTS), exactly(11, HOSPITAL))) == (6, 11)


def test_an_open_number_at_the_highest_opens_the_range() -> None:
    """At least twelve beside twelve has no known top."""
    assert span(total(at_least(12, RESIDENTS), exactly(12, HOSPITAL))) == (12, None)


@pytest.mark.parametrize("stance", [Stance.POSSIBLE, Stance.PLANNED, Stance.HYPOTHETICAL, Stance.DENIED])
def test_what_nobody_states_as_done_never_enters(stance: Stance) -> None:
    """A guess, a plan, a supposition or a denial changes no figure, and is listed as left out."""
    figure = total(exactly(6, HOSPITAL), exactly(90, ARMY, stance=stance))
    assert span(figure) == (6, 6)
    assert any(line.startswith("left out: the army's") for line in figure.why)


@pytest.mark.parametrize("scope", [Scope.MULTI_INCIDENT, Scope.CUMULATIVE, None])
def test_a_total_of_more_than_this_incident_never_enters(scope: Scope | None) -> None:
    """A war-wide toll, or one of unknown scope, is listed as left out."""
    figure = total(exactly(6, HOSPITAL), exactly(5000, OBSERVATORY, scope=scope))
    assert span(figure) == (6, 6)
    assert any("5000, which" in line for line in figure.why)


def test_what_is_not_stated_has_no_figure() -> None:
    """Silence is not zero."""
    assert figures(()) == ()
    _, claims = told(exactly(6, HOSPITAL, stance=Stance.POSSIBLE))
    assert figures(claims) == ()


def test_zero_is_a_figure_only_where_somebody_says_so() -> None:
    """A stated zero is kept."""
    assert span(total(exactly(0, HOSPITAL))) == (0, 0)


def test_killed_or_injured_never_raises_killed() -> None:
    """Casualties of both kinds are a harm of their own."""
    figure = total(exactly(3, HOSPITAL), exactly(50, OBSERVATORY, harm=Harm.KILLED_OR_INJURED))
    assert span(figure) == (3, 3)


def test_a_subset_never_adds_to_its_total() -> None:
    """Twelve dead including three children are twelve, and the children have a figure of their own."""
    children = exactly(3, HOSPITAL, demographic="child", subset_of=0, scope=Scope.PART)
    report, claims = told(exactly(12, HOSPITAL), children)
    made = {one.victims: span(one) for one in figures(claims, reports={report.id: report})}
    assert made == {"total": (12, 12), "child": (3, 3)}


def test_parts_of_one_holder_add_up() -> None:
    """Six here and five there make eleven where the holder gives no total."""
    figure = total(exactly(6, OBSERVATORY, scope=Scope.PART), exactly(5, OBSERVATORY, scope=Scope.PART))
    assert span(figure) == (11, 11)
    assert figure.why == ("the Hadra Observatory says 6 and 5, which make 11",)


def test_parts_that_agree_with_their_total_are_not_added_to_it() -> None:
    """The total stands, and its parts are named as agreeing."""
    parts = [exactly(6, OBSERVATORY, scope=Scope.PART), exactly(5, OBSERVATORY, scope=Scope.PART)]
    figure = total(exactly(11, OBSERVATORY), *parts)
    assert span(figure) == (11, 11)
    assert "they agree with its total of 11" in figure.why[1]


def test_parts_of_two_holders_do_not_add_up() -> None:
    """Nobody said eleven."""
    figure = total(exactly(6, OBSERVATORY, scope=Scope.PART), exactly(5, HOSPITAL, scope=Scope.PART))
    assert figure.low == 5


def test_a_single_part_leaves_the_top_open() -> None:
    """Six in one of the towns is at least six."""
    assert span(total(exactly(6, OBSERVATORY, scope=Scope.PART))) == (6, None)


def test_the_incidents_of_a_campaign_are_held_against_its_total() -> None:
    """Claims of the parts count as parts for the parent."""
    _, parts = told(exactly(6, OBSERVATORY), exactly(5, OBSERVATORY))
    (figure,) = figures(as_parts(parts))
    assert span(figure) == (11, 11)


def test_classes_of_victims_make_a_total_where_none_is_given() -> None:
    """Nine soldiers and two civilians are eleven people, and each class keeps its number."""
    report, claims = told(exactly(9, ARMY, group=COMBATANT), exactly(2, ARMY, group=CIVILIAN))
    made = {one.victims: span(one) for one in figures(claims, reports={report.id: report})}
    assert made == {"total": (11, 11), "civilian": (2, 2), "combatant": (9, 9)}


def test_groups_that_may_overlap_are_not_added() -> None:
    """Three children may be among the twelve civilians."""
    figure = total(exactly(12, HOSPITAL, group=CIVILIAN), exactly(3, HOSPITAL, demographic="child"))
    assert span(figure) == (12, 12)


def test_a_count_of_some_victims_does_not_lower_a_stated_total() -> None:
    """Two civilians beside fifteen people are no second total."""
    figure = total(exactly(15, HOSPITAL), exactly(2, OBSERVATORY, group=CIVILIAN))
    assert span(figure) == (15, 15)
    assert any("not a total" in line for line in figure.why)


def test_an_origins_later_statement_supersedes_its_earlier_one() -> None:
    """The observatory said six and then eleven: it says eleven, and the six is told."""
    first, six = told(exactly(6, OBSERVATORY), published=date(2031, 3, 5))
    second, eleven = told(exactly(11, OBSERVATORY), published=date(2031, 3, 6))
    (figure,) = figures((*six, *eleven), reports={first.id: first, second.id: second})
    assert span(figure) == (11, 11)
    assert figure.claims == (eleven[0].id,)
    assert "the Hadra Observatory says 6: superseded by its later statement" in figure.why


def test_a_later_statement_of_another_origin_supersedes_nothing() -> None:
    """It competes."""
    first, six = told(exactly(6, OBSERVATORY), published=date(2031, 3, 5))
    second, eleven = told(exactly(11, HOSPITAL), published=date(2031, 3, 6))
    (figure,) = figures((*six, *eleven), reports={first.id: first, second.id: second})
    assert span(figure) == (6, 11)


def test_nothing_is_superseded_where_the_days_are_unknown() -> None:
    """Without days both statements of one origin stand."""
    first, six = told(exactly(6, OBSERVATORY), published=None)
    second, eleven = told(exactly(11, OBSERVATORY), published=None, publisher="Marj Dispatch")
    (figure,) = figures((*six, *eleven), reports={first.id: first, second.id: second})
    assert span(figure) == (6, 11)


def test_nameless_holders_of_two_reports_are_two_origins() -> None:
    """Two residents here and two residents there may be four people, so neither supersedes the other."""
    first, six = told(exactly(6, RESIDENTS), published=date(2031, 3, 5))
    second, eleven = told(exactly(11, RESIDENTS), published=date(2031, 3, 6))
    (figure,) = figures((*six, *eleven), reports={first.id: first, second.id: second})
    assert span(figure) == (6, 11)


def test_a_rounded_headline_does_not_widen_the_number_in_the_text() -> None:
    """At least twelve and fourteen in one voice are fourteen."""
    assert span(total(at_least(12), exactly(14))) == (14, 14)


def test_a_copy_is_counted_once_and_said_so() -> None:
    """The copy's claims do not enter."""
    first, one = told(exactly(6))
    second, other = told(exactly(6), publisher="Marj Dispatch")
    reports = {first.id: first, second.id: second}
    (figure,) = figures((*one, *other), reports=reports, copies={second.id: first.id})
    assert figure.claims == (one[0].id,)
    assert figure.why[-1] == "the Marj Dispatch report: same words as the Coast Wire report: counted once"


def test_the_reports_own_voice_is_named_by_its_publisher() -> None:
    """A figure nobody is quoted for is the publisher's."""
    assert total(exactly(1)).why == ("Coast Wire (own voice) says 1",)
    _, claims = told(exactly(1))
    assert figures(claims)[0].why == ("the report (own voice) says 1",)


def test_an_unknown_policy_is_refused_with_those_there_are() -> None:
    """The message says what to choose from."""
    with pytest.raises(NotFoundError, match="stated_range"):
        figures((), policy="loudest")


HOLDERS = [OWN_VOICE, RESIDENTS, ARMY, OBSERVATORY, HOSPITAL]


@st.composite
def numbers(draw: st.DrawFn) -> Said:
    """Return any number by anyone, of any scope and stance."""
    low = draw(st.integers(0, 40))
    high = draw(st.none() | st.integers(low, 60))
    return Said(
        low,
        high,
        draw(st.sampled_from(HOLDERS)),
        f"{low} or so",
        harm=draw(st.sampled_from([Harm.KILLED, Harm.INJURED])),
        stance=draw(st.sampled_from(list(Stance))),
        scope=draw(st.sampled_from([*Scope, None])),
        group=draw(st.sampled_from([CIVILIAN, COMBATANT, SECURITY, VictimClass.UNKNOWN])),
        demographic=draw(st.sampled_from([None, None, "child", "woman"])),
    )


@st.composite
def tellings(draw: st.DrawFn) -> tuple[dict[str, Report], list[RecordedClaim]]:
    """Return up to four reports with a few numbers each."""
    reports: dict[str, Report] = {}
    claims: list[RecordedClaim] = []
    for at in range(draw(st.integers(1, 4))):
        said = draw(st.lists(numbers(), min_size=1, max_size=4))
        day = draw(st.none() | st.dates(date(2031, 3, 4), date(2031, 3, 6)))
        report, own = told(*said, publisher=draw(st.sampled_from(["A", "B", None])), published=day, tail=f"No {at}.")
        reports[report.id] = report
        claims.extend(own)
    return reports, claims


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_figure(
    given_telling: tuple[dict[str, Report], list[RecordedClaim]], shuffled: st.DataObject
) -> None:
    """Figures, claims and reasons are the same whatever comes first."""
    reports, claims = given_telling
    before = figures(claims, reports=reports)
    other = list(claims)
    shuffled.shuffle(other)
    assert figures(other, reports=dict(reversed(reports.items()))) == before


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tellings())
def test_a_figure_lies_on_what_was_stated_as_done(
    given_telling: tuple[dict[str, Report], list[RecordedClaim]],
) -> None:
    """Every claim that entered is an assertion about this incident, and the low end is at or below each whole one."""
    reports, claims = given_telling
    by_id = {claim.id: claim for claim in claims}
    for figure in figures(claims, reports=reports):
        entered = [by_id[claim] for claim in figure.claims]
        assert entered
        assert all(one.stance in (Stance.ASSERTED, Stance.ALLEGED) for one in entered)
        assert all(one.scope in (Scope.THIS_INCIDENT, Scope.PART) and one.harm is figure.harm for one in entered)
        assert figure.low is not None
        assert figure.high is None or figure.low <= figure.high
        by_origin: dict[str, list[RecordedClaim]] = {}
        for one in entered:
            by_origin.setdefault(origin_of(one, reports).key, []).append(one)
        lows = [own[0].count.low for own in by_origin.values() if len(own) == 1 and own[0].count]
        assert all(low is None or figure.low <= low for low in lows)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tellings())
def test_a_copy_changes_no_figure(given_telling: tuple[dict[str, Report], list[RecordedClaim]]) -> None:
    """A report that repeats another one leaves every range and every claim as it was."""
    reports, claims = given_telling
    original = claims[0].report
    copy = Report(text=reports[original].text, publisher="Copier", published=date(2031, 3, 9))
    repeated = [_moved(claim, copy) for claim in claims if claim.report == original]
    with_copy = figures([*claims, *repeated], reports={**reports, copy.id: copy}, copies={copy.id: original})
    before = figures(claims, reports=reports)
    assert [(one.low, one.high, one.claims) for one in with_copy] == [(one.low, one.high, one.claims) for one in before]


def _moved(claim: RecordedClaim, report: Report) -> RecordedClaim:
    words = tuple(report.quote(one.start, one.end) for one in claim.evidence)
    return replace(claim, id=f"copy_{claim.id}", evidence=words)
