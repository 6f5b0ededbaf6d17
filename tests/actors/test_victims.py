"""The people a figure counts are what the words say, and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.actors.actor import ReportContext, VictimClass
from marsad.actors.victims import read_victims

SYRIA = ReportContext(country="SY")


def class_of(words: str, around: str = "") -> str:
    """Return the class of the people in these words."""
    return read_victims(words, around=around, context=SYRIA).victim_class.value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at least 12 civilians", "civilian"),
        ("four children", "civilian"),
        ("nine women and children", "civilian"),
        ("six aid workers", "civilian"),
        ("a wedding guest", "civilian"),
        ("30 regime soldiers", "combatant"),
        ("14 Daesh terrorists", "combatant"),
        ("20 Hamas members", "combatant"),
        ("two army medics", "combatant"),
        ("four armed people", "combatant"),
        ("three police officers", "security"),
        ("two prison guards", "security"),
        ("five civilians and two soldiers", "mixed"),
        ("hundreds of people including civilians", "mixed"),
        ("at least 12 people", "unknown"),
        ("30 bodies", "unknown"),
        ("33 young men", "unknown"),
        ("25 Syrians", "unknown"),
        ("people, including children", "unknown"),
        ("12", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_words_decide_the_class(words: str, expected: str) -> None:
    """Civilians, fighters and police are told by their nouns; people, bodies and nationals by nothing."""
    assert class_of(words) == expected


def test_others_are_what_those_before_them_were() -> None:
    """Three others wounded beside five civilians killed are civilians, beside five soldiers fighters."""
    assert class_of("three others", "killing five civilians and wounding three others") == "civilian"
    assert class_of("three others", "killing five soldiers and wounding three others") == "combatant"


def test_others_are_not_what_their_attackers_were() -> None:
    """The militants who fired are no measure of whom they hit."""
    assert class_of("three others", "Militants fired shells, killing two people and wounding three others") == "unknown"


def test_a_child_among_the_dead_says_nothing_of_the_others() -> None:
    """A part does not colour the rest."""
    around = "Nine people including a girl were killed and two others were hurt"
    assert class_of("two others", around) == "unknown"


def test_more_than_a_number_is_not_more_of_the_same() -> None:
    """The words "more than 20 people" go back to nobody."""
    assert class_of("more than 20 people", "After five soldiers died, more than 20 people were killed") == "unknown"


@pytest.mark.parametrize(
    ("words", "around", "expected"),
    [
        ("20 members", "The raid killed 20 members of Hezbollah in Marel.", "combatant"),
        ("20 members", "The raid killed 20 members of staff in Marel.", "civilian"),
        ("20 members", "The raid killed 20 members of the choir.", "unknown"),
        ("83", "Troops killed 83 extremists near Osk.", "combatant"),
        ("40 people", "It killed 40 people, most of them civilians.", "mixed"),
        ("40 people", "It said 40 people were killed including 16 soldiers.", "mixed"),
        ("40 people", "It killed 40 people, including six children.", "unknown"),
        ("40 people", "It killed 40 people. Most of the soldiers fled.", "unknown"),
        ("30", "The strike killed 10 civilians and injured 30 in Marel.", "civilian"),
        ("30", "The strike killed 10 people and injured 30 in Marel.", "unknown"),
    ],
)
def test_the_noun_phrase_is_read_to_its_end(words: str, around: str, expected: str) -> None:
    """What follows the quoted words in their own sentence belongs to them; the next sentence does not."""
    assert class_of(words, around) == expected


def test_people_at_prayer_are_civilians() -> None:
    """A bus of pilgrims holds civilians, unless the sentence speaks of fighters too."""
    assert class_of("seven people", "The blast hit a bus of pilgrims and killed seven people") == "civilian"
    assert class_of("seven people", "Soldiers guarding a bus of pilgrims said seven people died") == "unknown"


@pytest.mark.parametrize(
    ("words", "group", "actor"),
    [
        ("14 Daesh terrorists", "Islamic State fighters", "islamic_state"),
        ("30 regime soldiers", "Syrian soldiers", "syria_government_forces"),
        ("two Turkish soldiers", "Turkish soldiers", "turkey_government_forces"),
        ("seven Houthi fighters", "Houthi fighters", "houthis"),
        ("two senior Hezbollah commanders", "Hezbollah commanders", "hezbollah"),
        ("four children", "children", None),
        ("nine women and children", "women and children", None),
        ("12 people", None, None),
        ("two soldiers", "soldiers", None),
    ],
)
def test_a_group_has_a_plain_name_and_its_actor(words: str, group: str | None, actor: str | None) -> None:
    """Whose people they were is said where the words say it; soldiers of nobody stay soldiers."""
    victims = read_victims(words, context=SYRIA)
    assert (victims.group, victims.actor) == (group, actor)


@pytest.mark.parametrize(
    ("words", "nationality", "demographic", "protected"),
    [
        ("an American contractor", "US", None, None),
        ("three Palestinians", "PS", None, None),
        ("a 10-year-old girl", None, "girl", None),
        ("a two-month-old baby", None, "child", None),
        ("a 12-year-old", None, "child", None),
        ("an 81-year-old man", None, "elderly", None),
        ("a pregnant woman", None, "woman", None),
        ("three doctors and a nurse", None, None, "medical"),
        ("a French journalist", "FR", None, "journalist"),
        ("ten worshippers", None, None, "religious"),
        ("two Turkish-backed fighters", None, None, None),
        ("an Iraqi and a Jordanian driver", None, None, None),
    ],
)
def test_nation_age_and_protection_come_from_the_words(
    words: str, nationality: str | None, demographic: str | None, protected: str | None
) -> None:
    """What no word says is None, and two nations are not one."""
    victims = read_victims(words, context=SYRIA)
    assert (victims.nationality, victims.demographic, victims.protected) == (nationality, demographic, protected)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_are_kept_and_given_a_class(words: str, around: str) -> None:
    """The words come back letter for letter, whatever they are."""
    victims = read_victims(words, around=around, context=SYRIA)
    assert victims.words == words
    assert victims.victim_class in set(VictimClass)


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["people", "persons", "bodies", "dead", "wounded"]))
def test_nobody_is_made_a_civilian_by_a_number(number: int, noun: str) -> None:
    """A count of people without status stays without status."""
    assert class_of(f"{number} {noun}") == "unknown"


@pytest.mark.parametrize(
    ("words", "around", "expected"),
    [
        ("three of its men", "The army said that three of its men had fallen.", "combatant"),
        ("three of its men", "The Osk Front said that three of its men had fallen.", "combatant"),
        ("three of its men", "The choir said that three of its men had been hurt.", "unknown"),
        ("three men", "The army said that three men had been hurt.", "unknown"),
    ],
)
def test_the_men_of_a_fighting_side_fight(words: str, around: str, expected: str) -> None:
    """Its own men are what the side named before them is; other men are not."""
    assert class_of(words, around) == expected
