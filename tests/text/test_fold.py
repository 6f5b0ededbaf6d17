"""What the spelling of a name may differ in and still be the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.fold import fold, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Hadra", "hadra"),
        ("El Hadra", "Hadra's"),
        ("Raqqa", "Raqa"),
        ("Ma'arrat Qasab", "Maarrat  Qasab"),
        ("Tal\u00a0Arda", "TAL-ARDA"),
        ("حَضْرَة", "حضره"),
        ("الحضرة", "والحضرة"),
        ("أم ريحان", "ام ريحان"),
        ("Deir ez-Zor", "Deir Zor"),
        ("Hakkâri", "Hakkari"),
    ],
)
def test_spellings_of_one_script_fold_together(one: str, other: str) -> None:
    """Case, accents, articles, possessives, doubled letters and Arabic vowel signs do not part a name from itself."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("names"),
    [
        ("Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr", "Deir el-Zour", "دير الزور"),
        ("El Fasher", "Al-Fashir", "الفاشر", "والفاشر"),
        ("Khan Younis", "Khan Yunis", "خان يونس"),
        ("Maarrat al-Numan", "Ma'arrat an-Nu'man", "معرة النعمان"),
        ("Qamishli", "Kamishly", "القامشلي"),
        ("Umm Rihan", "أم ريحان"),
    ],
)
def test_a_skeleton_bridges_scripts(names: tuple[str, ...]) -> None:
    """One name in Latin and in Arabic letters has one skeleton."""
    assert len({skeleton(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("Hadra", "Hama"), ("Tal Arda", "Tal Afar"), ("حمص", "حماة")])
def test_different_names_stay_different(one: str, other: str) -> None:
    """Folding and skeletons keep names apart that differ in a consonant."""
    assert fold(one) != fold(other)
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("name", ["Al", "El", "al el"])
def test_a_name_is_never_all_article(name: str) -> None:
    """A word that is only an article is kept, so that the name is not lost."""
    assert fold(name)


@pytest.mark.parametrize("text", ["", "  ", "-", "!?", "ـ"])
def test_a_text_without_letters_folds_to_nothing(text: str) -> None:
    """Where there is no letter there is no key."""
    assert fold(text) == ""


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Any text whatever can be folded, and what is folded stays so."""
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.sampled_from(["ال", "لل", "و", "حمص", "ة", "ا", " "]), max_size=6).map("".join))
def test_folding_arabic_twice_changes_nothing(text: str) -> None:
    """Articles upon articles are taken off at once."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_has_a_skeleton(text: str) -> None:
    """A skeleton is made of any text and holds no space."""
    assert " " not in skeleton(text)


@pytest.mark.parametrize("name", ["Ann Sabr", "All Sabr"])
def test_a_doubled_letter_makes_no_article(name: str) -> None:
    """A first name such as Ann is not left out as if it were an article."""
    assert fold(name) != fold("Sabr")


@given(st.lists(st.sampled_from(["all", "al", "Ann", "ezz", "Foo", "el-", "'s", "Ash"]), max_size=6).map(" ".join))
def test_folding_articles_twice_changes_nothing(text: str) -> None:
    """However many articles stand in a name, folding it once more takes nothing off."""
    assert fold(fold(text)) == fold(text)
