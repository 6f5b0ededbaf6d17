"""Who speaks, where a clause or a second verb stands between."""

import pytest

from .invented import casualties, holders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed four people, the manager of the mine where they worked said.", "the manager of the mine"),
        ("Shells killed four people, the cooperative that owns it said.", "the cooperative"),
        ("The army put its own losses at four dead and said it had killed nine rebels.", "The army"),
        ("Shells killed four people, the headmistress said on Wednesday.", "the headmistress"),
        ("Shells killed four people, according to organisers.", "organisers"),
    ],
)
def test_a_speaker_is_found_behind_a_clause(text: str, expected: str) -> None:
    """A clause about the speaker, a second verb and a day do not hide who spoke."""
    assert {words for claim in casualties(text) for words in holders(claim)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed four people in the mine where they worked.",
        "Rebels put their guns down and four people were killed.",
    ],
)
def test_a_clause_alone_is_nobodys_saying(text: str) -> None:
    """Without a verb of saying the report itself says so."""
    assert [holders(claim) for claim in casualties(text)] == [[]]
