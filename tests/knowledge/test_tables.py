"""What the tables promise to those who read them."""

import pytest

from marsad.actors.actor import ActorKind, VictimClass
from marsad.claims.claim import Kind
from marsad.errors import NotFoundError
from marsad.knowledge import tables

ACLED_SUB_EVENTS = {
    "Armed clash", "Peaceful protest", "Violent demonstration", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack",
    "Abduction/forced disappearance", "Arrests", "Looting/property destruction", "Non-violent transfer of territory",
    "Other",
}  # fmt: skip
PLOVER_ASSAULT_MODES = {
    "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
}  # fmt: skip


def test_every_kind_of_event_is_defined_and_coded() -> None:
    """The contract's kinds, in its order, each with a definition, an example and codes the field knows."""
    kinds = tables.event_kinds()
    assert list(kinds) == [kind.value for kind in Kind]
    for kind in kinds.values():
        assert kind.definition
        assert kind.example
        assert kind.acled[1] in ACLED_SUB_EVENTS
        assert kind.plover[0] != "ASSAULT" or set(kind.plover[1]) <= PLOVER_ASSAULT_MODES


def test_an_air_strike_has_its_acled_code() -> None:
    """ACLED codes as the codebook has them."""
    assert tables.acled("air_strike") == ("Explosions/Remote violence", "Air/drone strike")


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    """A kind that is none says so, and names those there are."""
    with pytest.raises(NotFoundError, match="air_strike"):
        tables.acled("air-strike")


def test_people_are_known_in_both_numbers_and_all_classes() -> None:
    """Fighters and children, police and bodies: a noun for people is found whoever they are."""
    words = {
        "civilian",
        "children",
        "soldiers",
        "militant",
        "policemen",
        "bodies",
        "aid worker",
        "palestinians",
        "others",
    }
    assert words <= tables.people()
    assert len(tables.people()) > 800


@pytest.mark.parametrize("word", ["tank", "tanks", "houses", "rockets", "hospital", "market", "tuesday", "aircraft"])
def test_things_are_not_people(word: str) -> None:
    """What is hit, and what it is hit with, is nobody."""
    assert word not in tables.people()


def test_words_for_people_say_only_classes_of_the_contract() -> None:
    """Class, age and protection are values of the record."""
    for noun in tables.victims().nouns:
        assert noun.victim_class in set(VictimClass)
        assert noun.demographic in {None, "child", "woman", "man", "girl", "boy", "elderly"}
        assert noun.protected in {None, "medical", "journalist", "aid", "religious"}


def test_people_and_bodies_say_nothing_of_status() -> None:
    """Presuming that "people" are civilians would be a guess."""
    by_word = tables.victims().by_word
    assert {by_word[word].victim_class for word in ("people", "persons", "bodies", "men", "others", "dead")} == {
        "unknown"
    }


def test_the_roster_is_wide_and_well_formed() -> None:
    """Hundreds of actors, each of a known kind, with a name and a country code where it has a country."""
    actors = tables.actors()
    assert len(actors) >= 150
    for actor in actors:
        assert actor.kind in set(ActorKind)
        assert actor.names_strong or actor.names_weak
        assert actor.country is None or (len(actor.country) == 2 and actor.country.isupper())


def test_no_strong_name_is_a_short_or_common_word() -> None:
    """A name that might be an ordinary word must be weak: precision before quantity."""
    common = {"is", "as", "the observatory", "coalition", "dawn", "amal", "army", "front", "sputnik", "petra"}
    strong = {name.lower() for actor in tables.actors() for name in actor.names_strong}
    assert not strong & common
    assert all(len(name) > 1 for name in strong)


def test_countries_have_one_entry_each() -> None:
    """Over a hundred countries, none twice, and Norway is not a truth value."""
    codes = [country.country for country in tables.demonyms()]
    assert len(codes) == len(set(codes)) > 120
    assert "NO" in codes
    assert all(len(code) == 2 for code in codes)


def test_weapons_and_facilities_suggest_only_known_kinds_and_places() -> None:
    """A weapon may suggest an event kind; facilities hold those of the contract."""
    assert {weapon.kind for weapon in tables.weapons()} <= {None, *(kind.value for kind in Kind)}
    known = {place.facility for place in tables.facilities()}
    assert {"hospital", "school", "market", "worship", "camp", "base", "water", "power", "home", "transport"} <= known
