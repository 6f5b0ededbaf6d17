"""Actors are found in a text by name, by country and body, or by description."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.actors.actor import ActorKind
from marsad.actors.roster import ActorFinder, Roster
from marsad.knowledge import tables

FINDER = ActorFinder()


def found(text: str) -> list[tuple[str, str | None]]:
    """Return the words found and their keys."""
    return [(text[one.start : one.end], one.key) for one in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Fighters of the Islamic State group entered Osk.", "Islamic State group", "islamic_state"),
        ("Daesh militants shot at a bus.", "Daesh militants", "islamic_state"),
        ("IS fighters held the road.", "IS fighters", "islamic_state"),
        ("Al-Nusra Front fired rockets.", "Al-Nusra Front", "nusra_front"),
        ("The Peoples Protection Units left Osk.", "Peoples Protection Units", "peoples_protection_units"),
        ("the People’s Protection Units left Osk.", "People’s Protection Units", "peoples_protection_units"),
        ("The Tatmadaw bombed Osk.", "Tatmadaw", "myanmar_government_forces"),
        ("The US-led coalition bombed Osk.", "US-led coalition", "us_led_coalition"),
        ("SANA reported it.", "SANA", "sana"),
        ("Rami Abdel Rahman told AFP of it.", "Rami Abdel Rahman", "syrian_observatory"),
    ],
)
def test_a_named_actor_is_found_with_what_trails_its_name(text: str, words: str, key: str) -> None:
    """Every usual spelling leads to one actor, with "group" or "militants" as part of the words."""
    assert (words, key) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Syrian army helicopters dropped barrels.", "Syrian army helicopters", "syria_government_forces"),
        ("Russia's defence ministry said so.", "Russia's defence ministry", "russia_defence_ministry"),
        ("Assads air force bombed Osk.", "Assads air force", "syria_government_forces"),
        (
            "forces loyal to President Bashar al-Assad",
            "forces loyal to President Bashar al-Assad",
            "syria_government_forces",
        ),
        ("Kenyan police fired tear gas.", "Kenyan police", "kenya_police"),
        ("South Korean troops stayed.", "South Korean troops", "south_korea_government_forces"),
        ("U.S. forces left.", "U.S. forces", "united_states_government_forces"),
        ("A Turkish air strike hit Osk.", "Turkish", "turkey_government_forces"),
        ("The ministry of health in Moscow spoke.", "ministry of health in Moscow", "russia_health_ministry"),
    ],
)
def test_a_country_and_a_body_of_it_are_one_actor(text: str, words: str, key: str) -> None:
    """The grammar works for every country of the table, whatever the spelling of the possessive."""
    assert (words, key) in found(text)


def test_two_countries_that_share_their_jets_are_two_actors() -> None:
    """The shared noun belongs to both."""
    both = found("Russian and Syrian warplanes bombed Osk.")
    assert [key for _, key in both] == ["russia_government_forces", "syria_government_forces"]


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Regime forces shelled Osk.", "generic:government_forces", ActorKind.STATE_FORCE),
        ("The army denied it.", "generic:government_forces", ActorKind.STATE_FORCE),
        ("Unidentified gunmen shot a judge.", "generic:gunmen", ActorKind.POLITICAL_MILITIA),
        ("Opposition fighters took Osk.", "generic:rebels", ActorKind.REBEL),
        ("A rebel attack on Osk failed.", "generic:rebels", ActorKind.REBEL),
        ("Two residents saw it.", "generic:eyewitnesses", ActorKind.EYEWITNESS),
        ("Medical sources counted them.", "generic:medical", ActorKind.MEDICAL),
        ("Government air strikes hit Osk.", "generic:government_forces", ActorKind.STATE_FORCE),
    ],
)
def test_an_actor_known_only_by_description_is_found(text: str, key: str, kind: ActorKind) -> None:
    """No name is needed: descriptions have keys and kinds of their own."""
    one = FINDER.find(text)[0]
    assert (one.key, one.label) == (key, kind.value)


@pytest.mark.parametrize(
    "text",
    [
        "He is in Osk and she is not.",
        "They told us to save the children at dawn.",
        "A Turkish group of singers came.",
        "Two Syrians fled to Turkey.",
        "The road to Russia was closed.",
        "Doves flew over the red cross on the hill.",
        "He bought Syrian cheese in Osk.",
        "Dawn broke over Osk.",
        "",
        "1234 !!! \u0000 \ud83d\ude00",
    ],
)
def test_ordinary_words_name_nobody(text: str) -> None:
    """Small words, nationalities, mere places and lower-case phrases are no actors."""
    assert found(text) == []


def test_a_countrys_ethnic_forces_are_not_its_army() -> None:
    """Kurdish forces of Syria are not Syrian government forces."""
    assert "syria_government_forces" not in {key for _, key in found("Syrian Kurdish forces took Osk.")}


def test_a_name_does_not_run_across_a_full_stop() -> None:
    """Words of two sentences make no name."""
    assert "free_syrian_army" not in {key for _, key in found("They were free. Syrian army tanks came.")}


def test_an_acronym_is_not_found_in_a_shouted_headline() -> None:
    """In capitals throughout, IS is a verb."""
    assert "islamic_state" not in {key for _, key in found("THE WAR IS OVER IN OSK")}


def test_the_possessive_is_not_part_of_the_words() -> None:
    """Evidence names the actor, not what it owns."""
    assert found("Hezbollah’s men left.")[0][0] == "Hezbollah"


# fmt: off
PIECES = [
    "Syrian", "Russian", "army", "forces", "government", "the", "and", "or", "jets", "Hezbollah", "IS", "fighters",
    "loyal", "to", "Assad's", "US-led", "coalition", "of", "in", "Moscow", "Russia’s", "defence", "ministry", "gunmen",
    "police", "officials", "sources", "(", ")", ".", ",", "—", "said", "struck", "\u200f", "الجيش",
]
# fmt: on


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    """Whatever the text, offsets are its own, rising, never overlapping, and no expression is empty."""
    last = 0
    for one in FINDER.find(text):
        assert last <= one.start < one.end <= len(text)
        assert one.label in set(ActorKind)
        last = one.end


def test_every_strong_name_leads_to_the_actor_that_bears_it() -> None:
    """A strong name stands for its actor anywhere in a sentence."""
    roster = Roster.default()
    lost = [
        (actor.id, name)
        for actor in tables.actors()
        for name in actor.names_strong
        if actor.id not in {roster.key(phrase) for phrase in roster.grammar.read(f"Yesterday {name} spoke.")}
    ]
    assert lost == []


def test_finding_is_fast_enough_for_long_texts() -> None:
    """Hostile repetition costs no more than its length."""
    assert len(FINDER.find("Syrian government " * 5000)) > 0
