"""Who "it", "the NGO", "the same source" and "a monitor" go back to through a report."""

import pytest

from .invented import casualties, holders

LEAD = "Shells killed five people in Tal Arda, the Hadra Monitor for Rights said. "
SOURCE = "Shells killed five people in Tal Arda, a police source said. "


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (LEAD + "It said two children were wounded.", "the Hadra Monitor for Rights"),
        (LEAD + "The NGO said two children were wounded.", "the Hadra Monitor for Rights"),
        (LEAD + "Two children were wounded, the monitor added.", "the Hadra Monitor for Rights"),
        (SOURCE + "The same source said two children were wounded.", "a police source"),
        (SOURCE + "The source added that two children were wounded.", "a police source"),
    ],
)
def test_a_speaker_named_before_is_gone_back_to(text: str, holder: str) -> None:
    """A pronoun or a description is held by whoever was named before."""
    assert holders(casualties(text)[-1]) == [holder]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (LEAD + "A nurse said two children were wounded.", "A nurse"),
        (LEAD + "The police said two children were wounded.", "The police"),
        ("The NGO said two children were wounded.", "The NGO"),
        ("It said two children were wounded.", "It"),
    ],
)
def test_a_new_speaker_is_nobody_elses_words(text: str, holder: str) -> None:
    """A speaker of their own, or one that goes back to nobody, stands by the words used here."""
    assert holders(casualties(text)[-1]) == [holder]


def test_a_monitor_named_later_is_the_monitor_of_the_lead() -> None:
    """Whoever "a monitoring group said" in the lead means is the one monitor the report goes on to name."""
    text = (
        "Shells killed five people in Tal Arda, a monitoring group said. "
        "Two children were among them, the Hadra Monitor for Rights added."
    )
    assert holders(casualties(text)[0]) == ["the Hadra Monitor for Rights"]


def test_the_words_used_here_stay_the_evidence() -> None:
    """Who is meant is added to the words that stand here, not put in their place."""
    claim = casualties(LEAD + "It said two children were wounded.")[-1]
    assert claim.attribution[0].evidence.quote == "It"
