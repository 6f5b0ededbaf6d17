"""The language of a report is told where its text is long enough."""

import subprocess
import sys

import pytest

from marsad.reports.language import detect_language, language_tag

ENGLISH = "The army said on Monday that at least 12 people were killed in the town of Tal Arda."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("قال سكان إن طائرات حكومية قصفت سوق الماشية في تل عردة صباح الثلاثاء وقتل اثنا عشر شخصا.", "ar"),
        ("Des habitants ont déclaré mardi que des avions avaient frappé le marché, tuant douze personnes.", "fr"),
        ("Жители сообщили, что самолёты нанесли удар по рынку. Погибли двенадцать человек.", "ru"),
    ],
)
def test_the_language_of_a_report_is_told(text: str, language: str) -> None:
    """English by its words, others by the model."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Two died.", "12 34 56 " * 50, "!!! ..."])
def test_a_text_too_short_to_tell_has_no_language(text: str) -> None:
    """A few letters are no evidence."""
    assert detect_language(text) is None


def test_plain_english_loads_no_model() -> None:
    """The first English report must not wait for numpy."""
    code = f"import sys; from marsad.reports.language import detect_language as d; d({ENGLISH!r})"
    code += "; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "tag"),
    [("EN", "en"), ("pt_BR", "pt-BR"), (" ar ", "ar"), ("English", None), ("", None), (None, None), ("e", None)],
)
def test_a_stated_language_is_a_tag_or_nothing(words: str | None, tag: str | None) -> None:
    """A word that is no BCP 47 tag is left out."""
    assert language_tag(words) == tag
