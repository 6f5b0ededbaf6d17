"""What putting many reports' incidents together promises."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from marsad.claims.claim import Harm, Kind
from marsad.incidents.copies import copies
from marsad.incidents.incident import Blame, MergedIncident
from marsad.incidents.merge import Verdict, merge
from marsad.incidents.record import Record
from marsad.places.place import Level

from .invented import ARMY, HOSPITAL, OBSERVATORY, RESIDENTS, TUESDAY, at_least, exactly, incident, record, simple, told

GOVERNMENT = ("the army", "qd-army", Blame.STATED)
REBELS = ("the Marj Front", "qd-front", Blame.STATED)


def first(**more: Any) -> Record:
    """Return the first report of the strike on Tal Arda."""
    return simple(at_least(6, RESIDENTS), published=date(2031, 3, 5), **more)


def second(**more: Any) -> Record:
    """Return another outlet's report of it, a day later."""
    given = {"publisher": "Marj Dispatch", "published": date(2031, 3, 6), **more}
    return simple(exactly(11, HOSPITAL), **given)


def only(merged: Sequence[MergedIncident]) -> MergedIncident:
    """Return the one incident there is."""
    (one,) = merged
    return one


def judged(left: Record, right: Record, *, same: bool) -> Verdict:
    """Return a judgement on the first incidents of two records."""
    return Verdict(left=left.incidents[0].id, right=right.incidents[0].id, same=same, judgement="jdg_1")


def test_two_reports_of_one_strike_make_one_incident() -> None:
    """The range, the holders and the history come from both, and nothing is lost."""
    one, other = first(), second()
    merged = only(merge([one, other]))
    assert [report.publisher for report in merged.reports] == ["Coast Wire", "Marj Dispatch"]
    assert [(figure.low, figure.high) for figure in merged.incident.figures] == [(6, 11)]
    assert merged.origins.holders == ("two residents", "Zuhur Hospital")
    assert (merged.origins.low, merged.origins.high) == (2, 2)
    assert {claim.incident for claim in merged.claims} == {merged.incident.id}
    assert [(change.version, change.what, change.because) for change in merged.history] == [
        (1, "first told by Coast Wire", one.report.id),
        (1, "figure killed: at least 6", one.report.id),
        (2, "told by Marj Dispatch", other.report.id),
        (2, "figure killed: at least 6, now 6 to 11", other.report.id),
    ]


@pytest.mark.parametrize(
    "told_otherwise",
    [
        {"kind": Kind.SHELLING},
        {"kind": Kind.OTHER},
        {"day": TUESDAY + timedelta(days=1)},
        {"day": TUESDAY - timedelta(days=1), "last": TUESDAY},
        {"point": (1.15, 2.1), "place": "Bir Zalam"},
        {"point": None},
        {"place": "Marj", "level": Level.PROVINCE, "point": (1.4, 2.4)},
        {"day": TUESDAY - timedelta(days=10), "last": TUESDAY + timedelta(days=10)},
        {"kind": Kind.ATTACK_ON_CIVILIANS},
        {"blamed": [("somebody", None, Blame.STATED)]},
        {"blamed": [(*REBELS[:2], Blame.ALLEGED)]},
    ],
)
def test_a_telling_that_may_be_of_the_same_incident_joins_it(told_otherwise: dict[str, Any]) -> None:
    """A kind of one family, a day's difference, a village near by; vague words only where the toll agrees as well."""
    assert len(merge([first(blamed=[GOVERNMENT]), second(**told_otherwise)])) == 1


@pytest.mark.parametrize(
    "told_otherwise",
    [
        {"kind": Kind.ARMED_CLASH},
        {"day": TUESDAY + timedelta(days=2)},
        {"day": None},
        {"point": (1.3, 2.0), "place": "Bir Zalam"},
        {"point": None, "place": "Bir Zalam"},
        {"place": "Qandara", "level": Level.COUNTRY},
        {"place": "Nuhas", "level": Level.PROVINCE, "admin1": "Nuhas"},
        {"blamed": [REBELS]},
    ],
)
def test_a_telling_that_cannot_be_of_the_same_incident_stays_apart(told_otherwise: dict[str, Any]) -> None:
    """Another kind, day, place, province or perpetrator; a country, or no day at all, is no reason to join."""
    assert len(merge([first(blamed=[GOVERNMENT]), second(**told_otherwise)])) == 2


@pytest.mark.parametrize(
    "vague",
    [
        {"place": "Marj", "level": Level.PROVINCE},
        {"day": TUESDAY - timedelta(days=10), "last": TUESDAY + timedelta(days=10)},
        {"kind": Kind.ATTACK_ON_CIVILIANS},
    ],
)
def test_a_vague_telling_with_another_toll_stays_apart(vague: dict[str, Any]) -> None:
    """Where the place, the day or the kind is vague and the toll differs, nothing says that it is the same."""
    assert len(merge([simple(exactly(3, RESIDENTS)), second(**vague)])) == 2


def test_tolls_wildly_apart_keep_incidents_apart() -> None:
    """Two dead and two hundred dead are not one incident."""
    assert len(merge([simple(exactly(2, RESIDENTS)), second(), simple(exactly(200, OBSERVATORY))])) == 2


def test_two_incidents_of_one_report_never_merge() -> None:
    """Its author kept them apart, and a third report joins the one that agrees better."""
    report, claims = told(exactly(6, RESIDENTS), exactly(11, RESIDENTS))
    parts = [(incident(claims[at : at + 1], name=f"{at}"), claims[at : at + 1]) for at in (0, 1)]
    merged = merge([record(report, *parts), second()])
    assert [[one.low for one in each.incident.figures] for each in merged] == [[6], [11]]
    assert [len(each.reports) for each in merged] == [1, 2]


def test_a_chain_of_daily_strikes_does_not_become_one_incident() -> None:
    """Each day is near the next, but the first is not near the last."""
    daily = [
        simple(
            exactly(2, OBSERVATORY),
            day=TUESDAY + timedelta(days=at),
            published=TUESDAY + timedelta(days=at),
            tail=f"Bulletin {at} has more.",
        )
        for at in range(6)
    ]
    merged = merge(daily)
    assert all(len(one.reports) <= 2 for one in merged)
    assert sum(len(one.reports) for one in merged) == 6


def test_what_a_person_judged_the_same_is_one_incident() -> None:
    """Even another kind on another day; the disagreement is then listed, and the judgement named."""
    one, other = first(), second(kind=Kind.ARMED_CLASH, day=date(2031, 3, 9))
    merged = only(merge([one, other], verdicts=[judged(one, other, same=True)]))
    assert [each.about for each in merged.incident.contradictions] == ["kind", "time"]
    assert merged.judgements == ("jdg_1",)


def test_what_a_person_judged_different_is_two_incidents() -> None:
    """Even two tellings that agree in everything; and a later judgement replaces an earlier one."""
    one, other = first(), second()
    apart, together = judged(one, other, same=False), judged(other, one, same=True)
    assert len(merge([one, other], verdicts=[apart])) == 2
    assert len(merge([one, other], verdicts=[apart, together])) == 1
    assert len(merge([one, other], verdicts=[together, apart])) == 2


def test_a_judgement_may_name_reports() -> None:
    """Then it speaks of their news."""
    one, other = first(), second(day=date(2031, 3, 9))
    verdict = Verdict(left=one.report.id, right=other.report.id, same=True)
    assert len(merge([one, other], verdicts=[verdict])) == 1
    assert len(merge([first(), second()], verdicts=[replace(verdict, right=second().report.id, same=False)])) == 2


def test_a_judgement_on_what_is_not_here_changes_nothing() -> None:
    """Its report may be in another batch."""
    one = first()
    verdict = Verdict(left=one.incidents[0].id, right="inc_elsewhere", same=True)
    assert merge([one], verdicts=[verdict]) == merge([one])


def test_a_copy_is_listed_and_counted_once() -> None:
    """Its day is the original's even where its own "yesterday" was read from another date."""
    one = simple(exactly(6))
    claims = one.claims
    copied, own = told(exactly(6), publisher="Marj Dispatch", published=date(2031, 3, 9))
    copy = record(copied, (incident(own, day=date(2031, 3, 8)), own))
    merged = only(merge([copy, one]))
    assert [report.copy_of for report in merged.reports] == [None, one.report.id]
    assert merged.incident.figures[0].claims == (claims[0].id,)
    assert merged.incident.when == one.incidents[0].when
    assert (merged.origins.low, merged.origins.high) == (1, 1)
    assert len(merged.claims) == 2
    assert merged.incident.contradictions == ()


def test_what_is_recalled_is_taken_up_only_where_day_and_settlement_are_known() -> None:
    """The rest stays in its report's record; news is always taken up."""
    assert len(merge([first(main=False)])) == 1
    assert merge([first(main=False, day=None)]) == ()
    assert merge([first(main=False, place="Marj", level=Level.PROVINCE)]) == ()
    assert len(merge([first(day=None)])) == 1


def test_recalled_and_reported_news_are_one_incident() -> None:
    """And it is news, since one report had it as news."""
    assert only(merge([first(), second(main=False)])).incident.main


def test_a_parent_is_followed_into_the_merged_incident() -> None:
    """The part of a campaign points at the campaign, and the parts are held against its total."""
    report, claims = told(exactly(11, OBSERVATORY), exactly(6, OBSERVATORY), exactly(4, OBSERVATORY))
    parent = incident(claims[:1], name="all")
    parts = [(incident(claims[at : at + 1], name=f"{at}", part_of=parent.id), claims[at : at + 1]) for at in (1, 2)]
    whole, *rest = merge([record(report, (parent, claims[:1]), *parts)])[::-1]
    assert whole.incident.part_of is None
    assert [one.incident.part_of for one in rest] == [whole.incident.id] * 2
    assert [one.about for one in whole.incident.contradictions] == ["parts_and_total"]


def test_the_kind_is_that_of_most_reports_and_the_finest_place_comes_first() -> None:
    """A vague word never outvotes a precise one of equal weight."""
    told_by = [
        first(kind=Kind.OTHER),
        second(place="Marj", level=Level.PROVINCE, kind=Kind.AIR_STRIKE),
    ]
    merged = only(merge(told_by))
    assert merged.incident.kind is Kind.AIR_STRIKE
    assert [place.name for place in merged.incident.places] == ["Tal Arda", "Marj"]


def test_the_shortest_time_is_chosen() -> None:
    """A day beside a stretch of days."""
    long = second(day=TUESDAY - timedelta(days=2), last=TUESDAY + timedelta(days=2))
    merged = only(merge([long, first()]))
    assert merged.incident.when is not None
    assert merged.incident.when.start == merged.incident.when.end == TUESDAY


def test_a_code_is_short_dated_and_stable_when_reports_join() -> None:
    """It is made of the first telling alone."""
    alone = only(merge([first()]))
    assert alone.code.startswith("MRS-2031-0304-")
    assert len(alone.code) == len("MRS-2031-0304-7K3Q")
    assert only(merge([second(), first()])).code == alone.code


def test_a_kept_code_survives_an_earlier_report_and_a_split() -> None:
    """Whoever had the code keeps it, and no two incidents bear the same."""
    one, other = first(), second()
    kept = {other.incidents[0].id: "MRS-2031-0304-AAAA", one.incidents[0].id: "MRS-2031-0304-AAAA"}
    assert only(merge([one, other], kept_codes={other.incidents[0].id: "MRS-2031-0304-AAAA"})).code.endswith("AAAA")
    split = merge([one, other], verdicts=[judged(one, other, same=False)], kept_codes=kept)
    assert split[0].code == "MRS-2031-0304-AAAA"
    assert split[1].code != split[0].code


def test_the_same_report_twice_is_one_report() -> None:
    """Reading a report again changes nothing."""
    assert merge([first(), second(), first()]) == merge([first(), second()])


def test_no_records_make_no_incidents() -> None:
    """Nothing is made of nothing."""
    assert merge([]) == ()


@st.composite
def streams(draw: st.DrawFn) -> list[Record]:
    """Return up to seven reports on a few days, in a few places, some with two incidents, some copies."""
    made = []
    for at in range(draw(st.integers(1, 7))):
        numbers = draw(st.lists(st.integers(0, 30), min_size=1, max_size=2))
        holders = [draw(st.sampled_from([None, RESIDENTS, ARMY, OBSERVATORY, HOSPITAL])) for _ in numbers]
        report, claims = told(
            *(exactly(number, holder) for number, holder in zip(numbers, holders, strict=True)),
            publisher=f"Outlet {draw(st.integers(1, 3))}",
            published=draw(st.none() | st.dates(date(2031, 3, 4), date(2031, 3, 7))),
            tail=draw(st.sampled_from(["", f"Told in bulletin {at}."])),
        )
        parts = [(_somewhere(draw, claims[at : at + 1], at), claims[at : at + 1]) for at in range(len(claims))]
        made.append(record(report, *parts))
    return list({each.report.id: each for each in made}.values())


def _somewhere(draw: st.DrawFn, claims: Any, at: int) -> Any:
    return incident(
        claims,
        name=f"{at}",
        day=draw(st.none() | st.dates(date(2031, 3, 3), date(2031, 3, 6))),
        point=draw(st.sampled_from([None, (1.0, 2.0), (1.1, 2.0), (1.3, 2.0)])),
        place=draw(st.sampled_from(["Tal Arda", "Bir Zalam"])),
        kind=draw(st.sampled_from([Kind.AIR_STRIKE, Kind.SHELLING, Kind.OTHER, Kind.ARMED_CLASH])),
        blamed=draw(st.sampled_from([[], [GOVERNMENT], [REBELS]])),
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(streams(), st.randoms(use_true_random=False))
def test_the_order_in_which_reports_arrive_changes_nothing(records: list[Record], shuffled: Any) -> None:
    """Same records, same incidents, to the last letter."""
    other = list(records)
    shuffled.shuffle(other)
    assert merge(other) == merge(records)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(streams())
def test_every_claim_is_in_exactly_one_incident(records: list[Record]) -> None:
    """Nothing is lost and nothing doubled, and no report is in one incident twice without a judgement."""
    merged = merge(records)
    seen = Counter(claim.id for one in merged for claim in one.claims)
    assert seen == Counter({claim.id for each in records for claim in each.claims})
    for one in merged:
        assert Counter(claim.report for claim in one.claims).most_common(1)[0][1] == 1
    assert len({one.code for one in merged}) == len(merged)


AGREEING = [simple(exactly(6, RESIDENTS), tail=f"Bulletin {at} has more.", publisher=f"Outlet {at}") for at in range(6)]
NEWS = st.sampled_from([each.incidents[0].id for each in AGREEING])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.builds(Verdict, left=NEWS, right=NEWS, same=st.booleans()), max_size=8))
def test_what_was_judged_different_is_never_one(verdicts: list[Verdict]) -> None:
    """However well the tellings agree, and whatever else was judged; only a later judgement on the two undoes it."""
    latest = {frozenset((one.left, one.right)): one for one in verdicts}
    claim_of = {each.incidents[0].id: each.claims[0].id for each in AGREEING}
    together = [{claim.id for claim in one.claims} for one in merge(AGREEING, verdicts=verdicts)]
    parted = [one for one in latest.values() if not one.same and one.left != one.right]
    for one in parted:
        assert not any({claim_of[one.left], claim_of[one.right]} <= claims for claims in together)
    if not parted:
        assert len(together) == 1


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(streams(), st.data())
def test_a_copy_of_a_report_changes_no_figure_and_no_count_of_origins(
    records: list[Record], data: st.DataObject
) -> None:
    """Adding a word-for-word copy adds a line to the list of reports and nothing to what is known."""
    repeated = copies(each.report for each in records)
    originals = [each for each in records if each.report.published and each.report.id not in repeated]
    assume(originals)
    source = data.draw(st.sampled_from(originals))
    copy = _copied(source)
    before = [_known(one) for one in merge(records)]
    after = [_known(one) for one in merge([*records, copy])]
    assert after == before


def _known(one: MergedIncident) -> Any:
    """Return what a merged incident says of the world."""
    numbers = [(each.harm, each.victims, each.low, each.high, each.claims) for each in one.incident.figures]
    return one.code, numbers, one.origins, one.grade, one.incident.contradictions, one.incident.kind, one.incident.when


def _copied(source: Record) -> Record:
    """Return the record of a later outlet that printed the same words."""
    report = replace(source.report, publisher="Copier", published=date(2031, 3, 9), id="")
    claims = []
    for claim in source.claims:
        words = tuple(report.quote(one.start, one.end) for one in claim.evidence)
        incident_id = f"{claim.incident}_copy"
        claims.append(replace(claim, id=f"{claim.id}_copy", evidence=words, incident=incident_id))
    incidents = tuple(
        replace(
            one,
            id=f"{one.id}_copy",
            claims=tuple(f"{claim}_copy" for claim in one.claims),
            perpetrators=tuple(
                replace(each, claims=tuple(f"{claim}_copy" for claim in each.claims)) for each in one.perpetrators
            ),
        )
        for one in source.incidents
    )
    return Record(report=report, read_by=source.read_by, claims=tuple(claims), incidents=incidents)


def test_a_harm_of_its_own_is_merged_on_its_own() -> None:
    """Injured by one report and killed by the other are two figures."""
    merged = only(merge([first(), simple(exactly(4, HOSPITAL, harm=Harm.INJURED), publisher="Marj Dispatch")]))
    assert [(one.harm, one.low, one.high) for one in merged.incident.figures] == [
        (Harm.KILLED, 6, None),
        (Harm.INJURED, 4, 4),
    ]
