"""Which words of a text name places, and which only look like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.places.finder import PlaceFinder
from places.qandara import qandara

FINDER = PlaceFinder(qandara())


def said(finder: PlaceFinder, text: str) -> list[tuple[str, str, str | None]]:
    """Return the words, level and id of every place found."""
    return [(text[found.start : found.end], found.label, found.key) for found in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "words", "level", "key"),
    [
        ("Jets struck Tal Arda on Tuesday.", "Tal Arda", "settlement", "zz:tal-arda"),
        ("Jets struck the town of Tal Arda.", "the town of Tal Arda", "settlement", "zz:tal-arda"),
        ("Shelling hit Hadra province again.", "Hadra province", "province", "zz:hadra-province"),
        ("Clashes in the Nuhas countryside went on.", "Nuhas countryside", "province", "zz:nuhas-province"),
        ("Fighting in northern Qandara went on.", "northern Qandara", "region", "zz:qandara"),
        ("A mine went off north of Marsa Wadi.", "north of Marsa Wadi", "settlement", "zz:marsa-wadi"),
        ("Qandaras army denied it near Deir Hamun.", "Deir Hamun", "settlement", "zz:deir-hamun"),
        ("Residents of Deir Hamun's old quarter fled.", "Deir Hamun", "settlement", "zz:deir-hamun"),
        ("The village of Zarnuqa was shelled.", "The village of Zarnuqa", "settlement", None),
        ("He died near the Shumus mosque.", "Shumus mosque", "site", None),
        ("قصفت طائرات مدينة تل أردة صباحا", "مدينة تل أردة", "settlement", "zz:tal-arda"),
        ("Взрыв в городе Хадра", "Хадра", "settlement", "zz:hadra"),
    ],
)
def test_a_place_is_found_with_the_words_that_belong_to_it(
    finder: PlaceFinder, text: str, words: str, level: str, key: str | None
) -> None:
    """Town, province, countryside, compass and unknown village: span, level and id."""
    assert (words, level, key) in said(finder, text)


def test_a_lost_apostrophe_is_forgiven(finder: PlaceFinder) -> None:
    """In "Qandaras Nuhas" both names are found, the first without its s."""
    assert [words for words, _, _ in said(finder, "Raids hit Qandaras Nuhas again.")] == ["Qandara", "Nuhas"]


def test_an_arabic_clitic_is_no_part_of_the_name(finder: PlaceFinder) -> None:
    """A clitic with the article is forgiven."""
    assert "zz:nuhas-province" in [key for _, _, key in said(finder, "اشتباكات في حضرة والنحاس")]


def test_a_list_of_villages_is_read_to_its_end(finder: PlaceFinder) -> None:
    """Unknown names in a list of villages are places too."""
    found = said(finder, "They shelled the villages of Zarnuqa, Tal Arda and Burqush overnight.")
    assert [key for _, _, key in found] == [None, "zz:tal-arda", None]


@pytest.mark.parametrize(
    "text",
    [
        "The Army said Most of the Police left on Sunday in March.",
        "Mayor and Government officials met the President.",
        "Qandaran forces and Syrian rebels talked.",
        "The United Nations and the Red Cross called for a truce.",
        "Colonel Hadra spoke to reporters.",
        "The Hadra Observatory counted the dead.",
        "The University of Hadra closed.",
        "Hadra-backed fighters withdrew.",
        "",
        "12 34 !!",
    ],
)
def test_what_only_looks_like_a_place_is_left_alone(finder: PlaceFinder, text: str) -> None:
    """Ordinary words, months, adjectives, persons and organisations are no places."""
    assert said(finder, text) == []


def test_a_headline_is_not_all_places(finder: PlaceFinder) -> None:
    """In Title Case only the place is found."""
    assert [key for _, _, key in said(finder, "Seven Dead After Rocket Attack On Hadra Market, Police Say")] == [
        "zz:hadra"
    ]


@given(st.text(max_size=200))
def test_finds_never_overlap(text: str) -> None:
    """Any text can be searched; finds are in order, inside the text, not empty, and never overlap."""
    last = 0
    for found in FINDER.find(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@given(st.lists(st.sampled_from(["Hadra", "town", "of", "northern", "the"]), min_size=3, max_size=12))
def test_finds_of_place_words_never_overlap(words: list[str]) -> None:
    """The same holds where every word is one the grammar knows."""
    text = " ".join(words)
    last = 0
    for found in FINDER.find(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end


def test_reading_twice_finds_the_same(finder: PlaceFinder) -> None:
    """The finder keeps nothing between texts."""
    text = "Jets struck the town of Tal Arda in Hadra province."
    assert finder.find(text) == PlaceFinder(qandara()).find(text)


def test_searching_is_fast(finder: PlaceFinder) -> None:
    """A megabyte of prose takes a few seconds at most (a wide margin for slow machines)."""
    text = (
        "The army said that jets struck the town of Tal Arda in Hadra province on Tuesday, killing twelve people. "
        * 2000
    )
    started = time.process_time()
    finder.find(text[:200_000])
    assert time.process_time() - started < 2.0


def test_hostile_text_takes_no_longer() -> None:
    """Thousands of capitals, articles and type words in a row are read in time that grows with their number."""
    started = time.process_time()
    for text in ("Al-" * 20_000, "The Town Of " * 5_000, "al " * 30_000, "northern " * 10_000 + "Hadra"):
        FINDER.find(text)
    assert time.process_time() - started < 10.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The strikes hit cars in Zarnuqa, a village near Tal Arda.", "Zarnuqa"),
        ("The strikes hit cars in Zarnuqa a rebel-held town in Hadra province.", "Zarnuqa"),
    ],
)
def test_an_unknown_name_explained_as_a_town_is_a_place(finder: PlaceFinder, text: str, words: str) -> None:
    """The words after a name tell what it is, the comma lost or not."""
    assert (words, "settlement", None) in said(finder, text)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke to Zarnuqa, a town councillor.",
        "The strikes were condemned by Zarnuqa, a farmer in the valley.",
        "Fighting between the Tal Arda clan and soldiers went on.",
        "Fighters of Liwa Tal Arda shelled a farm.",
    ],
)
def test_people_clans_and_armed_groups_are_no_places(finder: PlaceFinder, text: str) -> None:
    """A councillor of a town, a clan and a group called after one stay out."""
    assert said(finder, text) == []


@pytest.mark.parametrize(
    "text", ["Shelling hit rebel-held Khirbet Daluf Monday", "Troops shelled Khirbet Daluf again."]
)
def test_a_small_town_is_known_by_who_holds_or_shells_it(finder: PlaceFinder, text: str) -> None:
    """What is held or shelled is a place."""
    assert [key for _, _, key in said(finder, text)] == ["zz:khirbet-daluf"]


def test_a_compass_word_of_another_name_is_not_taken_in(finder: PlaceFinder) -> None:
    """In "Middle East Qandara" the East is not Qandara's."""
    assert [words for words, _, _ in said(finder, "Middle East Qandara Military News and views")] == ["Qandara"]


def test_a_type_word_goes_with_the_name_it_stands_before(finder: PlaceFinder) -> None:
    """In "the Qandara town of Tal Arda" the town is Tal Arda, and Qandara stays the country."""
    found = said(finder, "Jets struck the Qandara town of Tal Arda.")
    assert [(level, key) for _, level, key in found] == [("country", "zz:qandara"), ("settlement", "zz:tal-arda")]


@pytest.mark.parametrize("text", ["Zarnuqa was shelled.", "Troops run Zarnuqa.", "He attacked Zarnuqa in a speech."])
def test_an_unknown_bare_name_is_no_place(finder: PlaceFinder, text: str) -> None:
    """Without a word that tells of a place, a name nobody knows stays a name."""
    assert said(finder, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At Pesharra, a patrol was hit.", "Pesharra"),
        ("Two were killed near Kessemba on Sunday.", "Kessemba"),
        ("A school in Bellimor was stormed.", "Bellimor"),
    ],
)
def test_an_unknown_name_after_in_is_a_place(finder: PlaceFinder, text: str, words: str) -> None:
    """Where something is in, at or near a name that no gazetteer has, the name is a place."""
    assert (words, "settlement", None) in said(finder, text)


@pytest.mark.parametrize(
    "text",
    [
        "He works at KESM in the capital.",
        "Two were killed in Monday clashes.",
        "He believes in Ahmad.",
        "A seat in the Bellimor Party was lost.",
        "He trained in Bellimor Brigade colours.",
        "He was seized by Bellimor.",
    ],
)
def test_an_abbreviation_a_day_and_a_person_are_no_place(finder: PlaceFinder, text: str) -> None:
    """Neither "at NATO" nor "in Monday clashes" nor a name that goes on names a place."""
    assert said(finder, text) == []
