"""What tells an event, of what kind, and what only sounds like one."""

import pytest

from marsad.claims.claim import Kind

from .invented import kinds, told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An airstrike hit Tal Arda.", Kind.AIR_STRIKE),
        ("Warplanes carried out a strike on Tal Arda.", Kind.AIR_STRIKE),
        ("A drone attack hit the depot.", Kind.DRONE_STRIKE),
        ("Artillery shelled the village.", Kind.SHELLING),
        ("Rockets landed on the market.", Kind.SHELLING),
        ("Clashes broke out near the bridge.", Kind.ARMED_CLASH),
        ("A suicide bomber blew himself up at the gate.", Kind.SUICIDE_BOMB),
        ("A roadside bomb exploded near the bus.", Kind.IED_LANDMINE),
        ("A landmine blew up under a tractor.", Kind.IED_LANDMINE),
        ("A sniper shot a baker.", Kind.SNIPER_GUNFIRE),
        ("Gunmen abducted three aid workers.", Kind.ABDUCTION),
        ("The militia executed eight prisoners.", Kind.EXECUTION),
        ("Security forces arrested 30 students.", Kind.ARREST),
    ],
)
def test_the_words_and_those_around_them_tell_the_kind(text: str, kind: Kind) -> None:
    """A word of one kind tells it by itself, a word such as "attack" or "strike" by the words near it."""
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels threatened to attack the town.",
        "The army could attack the town.",
        "The army will shell the town if talks fail.",
        "Rebels planned an attack on the town.",
        "The army vowed to strike the depot.",
        "Nurses were preparing for an attack on the town.",
        "An assault on the town could kill thousands of civilians.",
        "A retired general died of a heart attack.",
        "The ceasefire held in Tal Arda.",
        "Talks went on in Tal Arda.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    """Threats, plans, fears and figures of speech tell nothing that took place."""
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    ["The army managed to pound the town.", "The army continued to pound the town.", "Rebels began to pound Tal Arda."],
)
def test_what_was_begun_or_brought_about_happened(text: str) -> None:
    """Words such as "managed to" and "began to" tell a deed, unlike "threatened to"."""
    assert len(told(text)) == 1


def test_a_habit_is_marked_as_one() -> None:
    """What happens regularly is no single event."""
    assert [event.habitual for event in told("The army regularly attacks the town.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The talks began amid clashes in Tal Arda.",
        "The town has seen two years of bombardment.",
        "There have been 90 air strikes this year.",
        "He spoke of thousands of shootings.",
    ],
)
def test_what_lasts_is_marked_as_a_habit(text: str) -> None:
    """A state of war and a count over a year are no event of the report."""
    assert [event.habitual for event in told(text)] == [True]


def test_a_comparison_with_years_does_not_make_a_habit() -> None:
    """The heaviest of the year is one of a day."""
    assert not any(event.habitual for event in told("Airstrikes hit Tal Arda on Tuesday, the heaviest this year."))


@pytest.mark.parametrize(
    "text",
    [
        "Two months after the bombing, traders reopened the market.",
        "Police investigated the attack on the depot.",
        "She praised the 2011 raid.",
    ],
)
def test_what_the_news_comes_after_is_background(text: str) -> None:
    """Words that look back mark the event they lead to."""
    assert [event.recalled for event in told(text)] == [True]


def test_what_is_recalled_is_marked_as_background() -> None:
    """With "last month" an event is one that the report looks back to."""
    assert [event.recalled for event in told("Last month an airstrike hit the town.")] == [True]


@pytest.mark.parametrize(
    ("text", "back", "another"),
    [
        ("The attack began at dawn.", True, False),
        ("Another attack hit the town.", False, True),
        ("An attack hit the town.", False, False),
    ],
)
def test_going_back_and_being_another_are_told_apart(text: str, back: bool, another: bool) -> None:  # noqa: FBT001 - a table
    """An event with "the" goes back to one told before, one with "another" does not."""
    (event,) = told(text)
    assert (event.back, event.another) == (back, another)


def test_a_noun_and_the_verb_it_does_are_one_event() -> None:
    """In "the strikes targeted" one event is told."""
    assert len(told("Air strikes targeted the depot.")) == 1


def test_strikes_on_a_front_line_are_no_battle() -> None:
    """What is hit from the air does not make the strike a clash."""
    assert kinds("Airstrikes hit the front line near Tal Arda.") == [Kind.AIR_STRIKE]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("A shell landed in the garden of a school in Tal Arda.", [Kind.SHELLING]),
        ("Mortar bombs that landed in an orchard killed a boy.", [Kind.SHELLING]),
        ("The landed family owned an orchard.", []),
        ("The shelled nuts lay in a bowl.", []),
    ],
)
def test_a_shell_that_landed_is_an_event(text: str, told_of: list[Kind]) -> None:
    """One shell lands like many; "the shelled nuts" only describes nuts."""
    assert kinds(text) == told_of
