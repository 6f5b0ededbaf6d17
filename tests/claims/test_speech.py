"""Who says so: each form a frame of saying takes, and which words stand behind it."""

import pytest

from marsad.claims.claim import Stance
from marsad.claims.rules.lexicon import lexicon
from marsad.claims.rules.speech import Frame, frames

from .invented import casualties, holders, sight


def said(text: str) -> list[Frame]:
    """Return the frames of saying of a sentence."""
    return list(frames(sight(text), lexicon()))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two residents said shells killed five people.", "Two residents"),
        ("Shells killed five people, two residents said.", "two residents"),
        ("Shells killed five people, said the mayor of Tal Arda.", "the mayor of Tal Arda"),
        ("Shells killed five people, according to the civil defence.", "the civil defence"),
        ("According to the civil defence, shells killed five people.", "the civil defence"),
        ("The police later said shells killed five people.", "The police"),
        ("The police on Monday said shells killed five people.", "The police"),
        ("The NGO, which has sources in the country, said shells killed five people.", "The NGO"),
        ("The interior ministry, however, said shells killed five people.", "The interior ministry"),
        ("A surgeon at Zuhur Hospital said shells killed five people.", "A surgeon at Zuhur Hospital"),
        ("Shells killed five people, the village headman said.", "the village headman"),
        ("It said shells killed five people.", "It"),
        ("“Shells killed five people,” the mayor told reporters.", "the mayor"),
        ("Samir Tahun, director of the Marj Monitor, said shells killed five people.", "director of the Marj Monitor"),
        ("The Hadra Monitor for Rights reported that shells killed five people.", "The Hadra Monitor for Rights"),
        # points lost
        ("Shells killed five people in the north a group tracking the war said.", "a group tracking the war"),
        ("Five people were hurt in the raid said the head of the group that counts the dead.", "the head of the group"),
        ("Shells killed five people in the village a monitor said in a long statement.", "a monitor"),
        ("Five people killed is a low figure Marwan said.", "Marwan"),
        ("Samir Tahun who works with the displaced said shells killed five people.", "Samir Tahun"),
        ("Five people were killed in raids the rescue service said on Saturday.", "the rescue service"),
        ("Shells killed five people opposition activists and the group said.", "opposition activists and the group"),
        ("Shells killed five people in Tal Arda indicated the Osk Monitor for Rights.", "the Osk Monitor for Rights"),
        ("Shells killed five people in Tal Arda added the provincial council.", "the provincial council"),
        ("According to the Osk news agency the shells killed five people.", "the Osk news agency"),
        # other forms
        ("The interior ministry, for its part, spoke of five people killed.", "The interior ministry"),
        (
            "The claim by activists in Tal Arda that five people were killed was made on Monday.",
            "activists in Tal Arda",
        ),
    ],
)
def test_a_speaker_is_found_in_every_form_of_saying(text: str, speaker: str) -> None:
    """Before the verb, after it, behind "according to": the words that name the speaker are found whole."""
    (frame,) = said(text)
    assert text[frame.start : frame.end] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed five people in Tal Arda.",
        "The blast claimed two lives.",
        "The Marj Front claimed responsibility.",
        "The dead were identified as farmers.",
        "Shells hit the market before noon.",
        "Strikes blamed on the army killed five people.",
        "Five people were killed on Tuesday which nobody blames on the weather.",
        "The raid hit a road near the old airport said to be closed.",
    ],
)
def test_no_speaker_is_made_where_nobody_speaks(text: str) -> None:
    """A blast that claims lives and a group that claims responsibility say nothing here."""
    assert said(text) == []


def test_a_speaker_may_quote_another() -> None:
    """Where an agency quotes a source, the outer speaker relays and the deeper one asserts."""
    text = "The agency quoted a source at the command as saying five people were killed."
    (claim,) = casualties(text)
    assert holders(claim) == ["The agency", "a source at the command"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said shells killed five people.", Stance.ASSERTED),
        ("The mayor claimed shells killed five people.", Stance.ALLEGED),
        ("The mayor denied that shells killed five people.", Stance.DENIED),
        ("Shells reportedly killed five people.", Stance.ALLEGED),
        ("Five people were feared killed in shelling.", Stance.POSSIBLE),
        ("Shells killed five people.", Stance.ASSERTED),
    ],
)
def test_the_verb_of_saying_gives_the_stance(text: str, stance: Stance) -> None:
    """A denial is kept as a claim, and "reportedly" is no assertion."""
    (claim,) = casualties(text)
    assert claim.stance is stance


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Shells killed five people in Tal Arda the agency reported citing a military source.",
            ["the agency", "a military source"],
        ),
        ("Five people were killed, the army was quoted as saying by the agency.", ["the agency", "the army"]),
        ("Five people were killed, the army was quoted as saying.", ["the army"]),
    ],
)
def test_whom_a_speaker_cites_is_the_deeper_one(text: str, chain: list[str]) -> None:
    """With "citing" and "quoted as saying by" the one who asserts stands last, whoever passes it on before."""
    (claim,) = casualties(text)
    assert holders(claim) == chain


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "“Jets struck the base in Tal Arda,” the army said. “Nine soldiers were killed in the strikes.”",
            [["the army"]],
        ),
        (
            "Shells killed five people in Tal Arda, the mayor said. Another 20 people were wounded.",
            [["the mayor"], ["the mayor"]],
        ),
        (
            "Shells killed five people in Tal Arda, the mayor said. The attack also wounded 20 people.",
            [["the mayor"], ["the mayor"]],
        ),
        (
            "Shells killed five people in Tal Arda, the mayor said. Last year raids killed 20 people.",
            [["the mayor"], []],
        ),
        ("Shells killed five people in Tal Arda. Another 20 people were wounded.", [[], []]),
        (
            "Shells killed five people in Tal Arda, the mayor said. The road is shut. Another 20 people were wounded.",
            [["the mayor"], []],
        ),
    ],
)
def test_who_gave_the_last_figure_goes_on_to_give_the_next(text: str, chains: list[list[str]]) -> None:
    """Within a quotation, and for further people of the event in the very next sentence; nowhere else."""
    assert [holders(claim) for claim in casualties(text)] == chains


def test_each_speaker_stands_behind_their_own_words() -> None:
    """Two speakers of one sentence are not taken for each other."""
    text = "The police said three people were killed, while a nurse said five people were killed."
    assert [holders(claim) for claim in casualties(text)] == [["The police"], ["a nurse"]]


def test_the_reports_own_voice_has_no_holder() -> None:
    """What a report says itself is held by nobody else."""
    (claim,) = casualties("Shells killed five people in Tal Arda on Monday.")
    assert claim.attribution == ()
