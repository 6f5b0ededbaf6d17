"""Words become actors of the roster by what they say and by the country the report speaks of."""

import pytest

from marsad.actors.actor import ActorKind, ReportContext
from marsad.actors.roster import Roster

ROSTER = Roster.default()
SYRIA = ReportContext(country="SY")
NOWHERE = ReportContext()


def named(words: str, context: ReportContext = NOWHERE) -> str | None:
    """Return the id of whom the words name."""
    actor = ROSTER.resolve(words, context)
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("the army", "SY", "Syrian government forces"),
        ("government forces", "SY", "Syrian government forces"),
        ("the army", "NG", "Nigerian armed forces"),
        ("police", "KE", "Kenyan police"),
        ("the regime", "SY", "Syrian government"),
        ("the coalition", "SY", "US-led coalition"),
        ("the coalition", "YE", "Saudi-led coalition"),
    ],
)
def test_the_army_is_that_of_the_country_the_report_speaks_of(words: str, country: str, name: str) -> None:
    """A description of a state's body becomes the body of the state in question."""
    actor = ROSTER.resolve(words, ReportContext(country=country))
    assert actor is not None
    assert actor.name == name


def test_the_army_of_no_known_country_stays_a_description() -> None:
    """Without a country nothing is guessed."""
    assert named("the army") == "generic:government_forces"
    assert named("the coalition") == "generic:coalition"


def test_a_country_in_the_words_wins_over_the_report() -> None:
    """Turkish jets are Turkish in a report about Syria."""
    assert named("Turkish jets", SYRIA) == "turkey_government_forces"


def test_jets_believed_to_be_russian_are_russian() -> None:
    """Nameless aircraft stand back where the words name somebody."""
    assert named("military jets believed to be Russian", SYRIA) == "russia_government_forces"


def test_a_name_shared_by_actors_goes_to_the_one_that_acts_there() -> None:
    """SDF is known by its country; where the country does not tell, nobody is named."""
    assert named("the RSF", ReportContext(country="SD")) == "rapid_support_forces"
    assert named("the RSF", ReportContext(country="UA")) is None


def test_a_weak_name_needs_its_country() -> None:
    """The Observatory is the Syrian one only in a report about Syria."""
    assert named("the Observatory", SYRIA) == "syrian_observatory"
    assert named("the Observatory", ReportContext(country="CL")) != "syrian_observatory"


def test_words_that_name_several_actors_give_all_of_them() -> None:
    """Each once, in reading order."""
    actors = ROSTER.resolve_all("Russian and Syrian jets", SYRIA)
    assert [actor.id for actor in actors] == ["russia_government_forces", "syria_government_forces"]


def test_a_description_with_a_country_keeps_both() -> None:
    """Iraqi militias are militias of Iraq, not the Iraqi army."""
    actor = ROSTER.resolve("Iraqi militias", SYRIA)
    assert actor is not None
    assert (actor.id, actor.name, actor.country) == ("generic:militia", "Iraqi militia", "IQ")


@pytest.mark.parametrize("words", ["", "two cars", "it", "Tal Arda", "the cattle market"])
def test_words_that_name_nobody_give_nobody(words: str) -> None:
    """Unknown is a value."""
    assert ROSTER.resolve(words, SYRIA) is None


def test_actors_that_speak_as_one_share_a_side() -> None:
    """State media, army and ministries are one side; the opposition is another."""
    sides = {ROSTER.actor(name).side for name in ("sana", "syria_government_forces", "syria_defence_ministry")}  # type: ignore[union-attr] - a missing one would fail the test as it should
    assert sides == {"syria_government"}
    coalition = ROSTER.actor("syrian_national_coalition")
    assert coalition is not None
    assert coalition.side != "syria_government"


def test_every_country_has_forces_police_and_a_government() -> None:
    """The roster builds the bodies of states from the table of countries."""
    kinds = {body: ROSTER.state_body(body, "MZ") for body in ("government_forces", "police", "government")}
    assert [actor.kind for actor in kinds.values() if actor] == [
        ActorKind.STATE_FORCE,
        ActorKind.POLICE,
        ActorKind.GOVERNMENT,
    ]
    assert ROSTER.state_body("police", "ZZ") is None
    assert ROSTER.state_body("rebels", "MZ") is None


def test_the_default_roster_is_built_once() -> None:
    """Loading costs a report nothing after the first."""
    assert Roster.default() is Roster.default()
