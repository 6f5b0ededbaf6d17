"""Which places of a sentence an event took place in, which lie elsewhere, and which several events share."""

import pytest

from marsad.claims.claim import Relation, Role

from .invented import claims, occurrences, roles


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling hit a bus in Tal Arda, killing five people.", [["Tal Arda"]]),
        ("Gunfire and mortar shells hit Umm Rihan.", [["Umm Rihan"], ["Umm Rihan"]]),
        ("Airstrikes hit Tal Arda and mortars struck a farm.", [["Tal Arda"], ["Tal Arda"]]),
        ("Airstrikes hit Tal Arda, and clashes broke out elsewhere.", [["Tal Arda"], []]),
        ("Airstrikes hit Tal Arda in response to a rocket attack.", [["Tal Arda"], []]),
        ("Airstrikes hit Tal Arda; mortars struck a farm.", [["Tal Arda"], []]),
    ],
)
def test_events_of_one_sentence_share_the_place_it_names(text: str, places: list[list[str]]) -> None:
    """What no word parts from a placed event happened there; an answer, "elsewhere" or a semicolon part them."""
    assert roles(text, Role.PLACE) == places


def test_of_several_places_an_event_shares_those_named_nearest_to_it() -> None:
    """The towns of one breath belong together, and those of another part of the sentence do not."""
    text = "Airstrikes in Hadra province hit farms, houses and a mill near Tal Arda and Umm Rihan killing three people."
    (strikes,) = roles(text, Role.PLACE)
    assert strikes == ["Hadra province", "Tal Arda", "Umm Rihan"]


@pytest.mark.parametrize(
    "text",
    [
        "Hadra Umm Rihan- Shelling killed five people on Monday.",
        "Hadra – Shelling killed five people on Monday.",
        "Umm Rihan, Hadra - Shelling killed five people on Monday.",
        "Hadra Government shelling killed five people on Monday.",
    ],
)
def test_towns_before_a_dash_at_the_head_are_where_the_report_was_written(text: str) -> None:
    """A dateline may name two towns."""
    assert roles(text, Role.PLACE) == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed five people, the governor of Hadra said.",
        "Shelling wounded a farmer who was rushed to the hospital in Hadra.",
        "Shelling wounded five people who were taken to Hadra.",
        "Shelling killed five people, the agency's Hadra correspondent said.",
    ],
)
def test_where_people_work_or_are_brought_is_not_where_it_happened(text: str) -> None:
    """A governor's province, a correspondent's town and the hospital of the wounded are no places of the event."""
    assert roles(text, Role.PLACE) == [[]]


def test_an_office_that_was_hit_is_where_it_happened() -> None:
    """Whoever works there: what the shells hit is the place of the shelling."""
    assert roles("Shelling hit their main office in Hadra on Monday.", Role.PLACE) == [["Hadra"]]


def test_an_attack_that_had_taken_place_in_a_town_was_there() -> None:
    """Only people are taken to a town; an event takes place in it."""
    assert roles("The mayor denied that any airstrike had taken place in Hadra.", Role.PLACE) == [["Hadra"]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Moscow has denied that its airstrikes hit Tal Arda.", [["Tal Arda"]]),
        ("Airstrikes hit Tal Arda, and officials blamed Damascus.", [["Tal Arda"]]),
    ],
)
def test_a_capital_that_acts_for_its_government_is_no_place(text: str, places: list[list[str]]) -> None:
    """A capital that denies or is blamed is a government."""
    assert roles(text, Role.PLACE) == places


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Shelling hit a farm west of Tal Arda.", Relation.NEAR),
        ("Shelling hit a farm west of Qandaras Tal Arda.", Relation.NEAR),
        ("Shelling hit farms to the east of Tal Arda.", Relation.NEAR),
        ("Shelling hit the northern town of Tal Arda.", Relation.IN),
        ("Fighters positioned in Tal Arda shelled a farm.", Relation.FROM),
        ("Militants who are located in Tal Arda fired rockets.", Relation.FROM),
        ("Airstrikes hit militants positioned in Tal Arda.", Relation.IN),
        ("A depot located in Tal Arda was shelled.", Relation.IN),
    ],
)
def test_those_who_fire_from_a_town_are_told_from_those_hit_there(text: str, relation: Relation) -> None:
    """The seat of those who did it is where it came from; what was struck there was struck there."""
    places = [one for claim in occurrences(text) for one in claim.mentions if one.role is Role.PLACE]
    assert places[-1].relation is relation


def test_both_ends_of_between_are_so_related() -> None:
    """A road between two towns lies in neither."""
    (claim,) = occurrences("Gunmen shelled a convoy between Tal Arda and Umm Rihan.")
    assert [one.relation for one in claim.mentions if one.role is Role.PLACE] == [Relation.BETWEEN, Relation.BETWEEN]


def test_a_lost_comma_does_not_give_the_speaker_the_place_of_the_event() -> None:
    """Words for a speaker end before the event."""
    text = "According to Coast Wire the army shelled Tal Arda."
    assert [one.evidence.quote for claim in occurrences(text) for one in claim.mentions if one.role is Role.PLACE] == [
        "Tal Arda"
    ]


def test_where_the_attack_took_place_is_told_of_the_attack_before() -> None:
    """A sentence that only places "the explosion" tells of no other event."""
    text = "A car bomb hit a convoy, killing nine people. The explosion took place in Tal Arda on Monday."
    first, *others = [claim for claim in claims(text) if claim.about is None]
    assert others
    assert all(link.to == first.id for claim in others for link in claim.links)
