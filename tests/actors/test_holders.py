"""Those who say so have a common name, a roster id where known, and a capacity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.actors.actor import ActorKind, ReportContext
from marsad.actors.holders import holder_name

SYRIA = ReportContext(country="SY")


@pytest.mark.parametrize(
    ("words", "name", "actor", "kind"),
    [
        ("Two residents", "two residents", None, ActorKind.EYEWITNESS),
        ("Witnesses", "witnesses", None, ActorKind.EYEWITNESS),
        ("A local doctor", "a local doctor", None, ActorKind.MEDICAL),
        ("The hospital", "the hospital", None, ActorKind.MEDICAL),
        ("activists", "activists", None, ActorKind.ACTIVIST),
        ("the NGO", "the NGO", None, ActorKind.NGO),
        ("A relative of one of the dead", "a relative of one of the dead", None, ActorKind.RELATIVE),
        ("the mayor of Marel", "the mayor of Marel", None, ActorKind.LOCAL_AUTHORITY),
        ("Doctors at the hospital in Port Esk", "doctors at the hospital in Port Esk", None, ActorKind.MEDICAL),
        ("The army", "the army", "syria_government_forces", ActorKind.STATE_FORCE),
        ("The Pentagon", "US Department of Defense", "us_department_of_defense", ActorKind.GOVERNMENT),
        ("the U.N. human rights office", "UN Human Rights Office", "ohchr", ActorKind.IGO),
        ("Turkish officials", "Turkish officials", "turkey_government", ActorKind.OFFICIAL),
    ],
)
def test_a_holder_has_a_name_and_a_capacity(words: str, name: str, actor: str | None, kind: ActorKind) -> None:
    """A description keeps its words; a name becomes the roster's."""
    assert holder_name(words, context=SYRIA) == (name, actor, kind)


@pytest.mark.parametrize(
    "words",
    [
        "Observatory director Rami Abdel Rahman",
        "Rami Abdel Rahman head of the Britain-based Syrian Observatory for Human Rights",
        "the Britain-based monitoring group",
        "the so-called Syrian Observatory for Human Rights",
    ],
)
def test_who_speaks_for_an_organisation_is_that_organisation(words: str) -> None:
    """Director, spokesman and nickname lead to the body that speaks."""
    assert holder_name(words, context=SYRIA)[1] == "syrian_observatory"


def test_a_source_at_a_body_is_that_body() -> None:
    """The deepest named asserter is the command, not its nameless source."""
    name, _, kind = holder_name("A source at Marel Police Command", context=SYRIA)
    assert (name, kind) == ("Marel Police Command", ActorKind.POLICE)


def test_officials_in_a_capital_are_not_its_government() -> None:
    """Where somebody stands is not for whom they speak."""
    name, actor, kind = holder_name("officials in Moscow", context=SYRIA)
    assert (name, actor, kind) == ("officials in Moscow", None, ActorKind.OFFICIAL)


@pytest.mark.parametrize("words", ["Oster Talvik", "it", "", "…", "the source"])
def test_a_speaker_of_no_known_kind_stays_unknown(words: str) -> None:
    """No capacity is invented, and the words are kept."""
    name, actor, kind = holder_name(words, context=SYRIA)
    assert (actor, kind) == (None, ActorKind.UNKNOWN)
    assert name.strip(" …") in words.strip(" …")


@given(st.text(max_size=400))
def test_any_words_give_a_bounded_name(words: str) -> None:
    """Hostile words give a name no longer than the roster's or the bound, and never an error."""
    name, _, kind = holder_name(words, context=SYRIA)
    assert len(name) <= 200
    assert kind in set(ActorKind)
