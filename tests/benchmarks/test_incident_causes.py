"""Errors in incidents are told by their cause."""

from typing import Any

import pytest
from tests.benchmarks.coded import (
    Row,
    causes,
    details,
    gold_claim,
    gold_incident,
    judged,
    place,
    read_claim,
    read_incident,
    record,
    told,
)

BOMB = {"n": 2, "kind": "ied_landmine", "trigger_quote": "A car bomb", "date_start": None, "date_end": None}
HADRA = [{"quote": "Hadra", "name": "Hadra", "level": "settlement"}]


def one(claims: list[Row], **other: Any) -> Row:
    """Return a record of one incident with these claims."""
    return record(claims, read_incident(*claims, **other))


def test_an_incident_that_is_right_is_no_error() -> None:
    """Agreement in kind, day, place and news has no cause."""
    found = judged([gold_incident()], one([told()]))

    assert [outcome.row for outcome in found] == ["incident", "main", "kind", "date", "place"]
    assert all(outcome.right for outcome in found)


@pytest.mark.parametrize(
    ("bomb", "cause"),
    [
        ({}, "merged into another: another kind"),
        ({"kind": "shelling_artillery_missile"}, "merged into another: another day"),
        ({"kind": "shelling_artillery_missile", "date_start": "2031-03-04"}, "merged into another: another place"),
        (
            {"kind": "shelling_artillery_missile", "date_start": "2031-03-04", "places": gold_incident()["places"]},
            "merged into another: like it in kind, day and place",
        ),
    ],
)
def test_an_incident_that_was_merged_says_into_what(bomb: Row, cause: str) -> None:
    """The first thing in which the two differ says what should have kept them apart."""
    gold = [gold_incident(), gold_incident(**{**BOMB, "places": HADRA, **bomb})]

    assert causes(judged(gold, one([told(), told("car bomb")])), "incident") == [cause]


def test_an_incident_without_a_trigger_is_told_apart() -> None:
    """Nothing was read at its words."""
    found = judged([gold_incident(), gold_incident(**BOMB)], one([told()]))

    assert causes(found, "incident") == ["no trigger read"]
    assert details(found, "incident") == ["news ied_landmine"]


def test_an_incident_that_was_dropped_is_told_apart() -> None:
    """The record says itself that it found an event and made no incident of it."""
    dropped = {"code": "event_not_anchored", "words": "car bomb", "span": None}
    made = record([told()], read_incident(told()), problems=(dropped,))

    assert causes(judged([gold_incident(), gold_incident(**BOMB)], made), "incident") == [
        "dropped: no toll, or no place and day"
    ]


def test_an_incident_whose_claims_are_in_none_is_told_apart() -> None:
    """It was read as an event, and told as no incident."""
    gold = [gold_incident(), gold_incident(**BOMB)]
    made = record([told(), told("car bomb", incident=None)], read_incident(told()))

    assert causes(judged(gold, made), "incident") == ["its claims were put to no incident"]


def test_a_toll_put_to_another_incident_is_told_apart() -> None:
    """The event was not read, its dead were."""
    gold = [gold_incident(), gold_incident(gold_claim("5 soldiers", 5, 5), **BOMB)]

    assert causes(judged(gold, one([told(), read_claim("5 soldiers", 5, 5)])), "incident") == [
        "no trigger read, its toll put to another"
    ]


def test_a_report_without_a_record_is_told_apart() -> None:
    """Nothing was read at all."""
    assert causes(judged([gold_incident()], None), "incident") == ["the report has no record"]


def test_an_extra_incident_of_a_report_without_any_is_told_apart() -> None:
    """Gold says that the report tells of none."""
    assert causes(judged([], one([told()])), "incident extra") == ["gold has no incident in this report"]


@pytest.mark.parametrize(
    ("other", "cause"),
    [
        ({"kind": "air_strike"}, "split of one in gold: another kind"),
        ({"when": {}}, "split of one in gold: a day for one of them"),
        ({"when": {"start": "2031-03-01"}}, "split of one in gold: another day"),
        ({"places": []}, "split of one in gold: a place for one of them"),
        ({"places": [place("Hadra")]}, "split of one in gold: another place"),
        ({}, "split of one in gold: like it in kind, day and place"),
    ],
)
def test_a_split_incident_says_what_split_it(other: Row, cause: str) -> None:
    """The first thing in which the two differ says why they were not one."""
    again = {**told("shelling"), "incident": "inc_2"}
    gold = gold_incident(gold_claim("The shelling of Tal Arda killed 12 people"))
    made = record([told(), again], read_incident(told()), read_incident(again, id="inc_2", **other))

    assert causes(judged([gold], made), "incident extra") == [cause]


@pytest.mark.parametrize(("main", "cause"), [(True, "news that gold has not"), (False, "background that gold has not")])
def test_an_incident_out_of_nothing_is_told_apart(main: bool, cause: str) -> None:  # noqa: FBT001 - a case
    """Gold has nothing at its words."""
    bomb = {**told("car bomb"), "incident": "inc_2"}
    made = record([told(), bomb], read_incident(told()), read_incident(bomb, id="inc_2", main=main))

    assert causes(judged([gold_incident()], made), "incident extra") == [cause]


def test_a_parent_of_others_is_not_held_against_the_reading() -> None:
    """What others are a part of pairs with nothing and is no error, as in the table."""
    made = record([told()], read_incident(told(), part_of="inc_0"), read_incident(id="inc_0"))

    assert causes(judged([gold_incident()], made), "incident extra") == []


def test_news_and_background_are_told_apart() -> None:
    """Both ways of taking one for the other are counted for themselves."""
    assert causes(judged([gold_incident()], one([told()], main=False)), "main") == ["news taken for background"]
    assert causes(judged([gold_incident(main=False)], one([told()])), "main") == ["background taken for news"]


@pytest.mark.parametrize(
    ("gold", "read", "cause"),
    [
        ("air_strike", "other", "other instead of a kind"),
        ("other", "air_strike", "a kind instead of other"),
        ("air_strike", "drone_strike", "a kind instead of another"),
    ],
)
def test_a_wrong_kind_says_which_for_which(gold: str, read: str, cause: str) -> None:
    """A missing kind is another fault than a wrong one."""
    found = judged([gold_incident(kind=gold)], one([told()], kind=read))

    assert causes(found, "kind") == [cause]
    assert details(found, "kind") == [f"{gold} as {read}"]


@pytest.mark.parametrize(
    ("start", "end", "cause"),
    [
        (None, None, "words of time not resolved"),
        ("2031-03-04", "2031-03-09", "several days for one"),
        ("2031-03-05", "2031-03-05", "off by one day"),
        ("2031-02-25", "2031-02-25", "off by a week or two"),
        ("2030-03-04", "2030-03-04", "another year"),
        ("2031-01-01", "2031-01-01", "another day"),
    ],
)
def test_a_wrong_day_has_its_cause(start: str | None, end: str | None, cause: str) -> None:
    """How the days lie to each other says which rule of time failed."""
    when = {"start": start, "end": end, "quote": "on Tuesday"}

    assert causes(judged([gold_incident()], one([told()], when=when)), "date") == [cause]


def test_a_missing_day_is_told_apart() -> None:
    """Without any words of time nothing could be resolved; whether another incident has the day is told."""
    found = judged([gold_incident()], one([told()], when={}))

    assert causes(found, "date") == ["no words of time"]
    assert details(found, "date") == ["the day stands on none"]


def test_one_day_of_several_is_told_apart() -> None:
    """A campaign that was given one of its days."""
    gold = gold_incident(date_start="2031-03-03", date_end="2031-03-05")

    assert causes(judged([gold], one([told()])), "date") == ["one day of several"]


@pytest.mark.parametrize(
    ("places", "cause"),
    [
        ([], "no place"),
        ([place("Coast", "province")], "coarser level"),
        ([place("Old Town", "neighbourhood")], "finer level"),
        ([place("Hadra")], "another place"),
        ([place("Hadra"), place()], "right place read, another taken as the finest"),
        ([place("Tel Arda", quote="Tal Arda")], "right name, wrong point"),
        ([place("Tel Arda", quote="Tal Arda", latitude=None)], "not in the gazetteer"),
    ],
)
def test_a_wrong_place_has_its_cause(places: list[Row], cause: str) -> None:
    """What was read in its stead says whether reading, choosing or knowing failed."""
    assert causes(judged([gold_incident()], one([told()], places=places)), "place") == [cause]


def test_a_name_the_gazetteer_has_not_is_told_apart() -> None:
    """The record says itself that it does not know the name, and took a coarser place."""
    unknown = {"code": "place_unknown", "words": "Tal Arda", "span": None}
    made = record([told()], read_incident(told(), places=[place("Coast", "province")]), problems=(unknown,))

    assert causes(judged([gold_incident()], made), "place") == ["not in the gazetteer"]


ARMY = {"quote": "soldiers", "name": "army"}
REBELS = {"quote": "residents", "name": "rebels"}


@pytest.mark.parametrize(
    ("perpetrators", "targets", "cause"),
    [
        ([], [], "none"),
        ([], [ARMY], "none, read as a target"),
        ([REBELS], [], "the target taken for the perpetrator"),
        ([{"quote": "mayor", "name": "mayor"}], [], "another"),
    ],
)
def test_a_wrong_perpetrator_has_its_cause(perpetrators: list[Row], targets: list[Row], cause: str) -> None:
    """No one, the other side or someone else."""
    gold = gold_incident(perpetrators=[ARMY], targets=[REBELS])
    made = one([told()], perpetrators=perpetrators, targets=targets)

    assert causes(judged([gold], made), "perp") == [cause]
