"""Looking up the places a name may mean."""

import pickle
from pathlib import Path

import pytest

from marsad.errors import NotFoundError, UnreadableError
from marsad.places.gazetteer import Gazetteer
from marsad.places.place import Level

HEADER = "name,names,level,country,admin1,latitude,longitude,population,id\n"


@pytest.mark.parametrize("name", ["Tal Arda", "Tel Arda", "تل أردة", "tal arda's", "Таль-Арда"])
def test_a_town_is_found_by_every_spelling(gazetteer: Gazetteer, name: str) -> None:
    """Further names, other scripts and possessives lead to the same town."""
    assert [entry.id for entry in gazetteer.candidates(name)] == ["zz:tal-arda"]


def test_an_unlisted_spelling_is_found_by_its_consonants(gazetteer: Gazetteer) -> None:
    """A transliteration nobody listed is found, and only where no spelling fits."""
    assert gazetteer.exact("Qasr an-Nahaas") == ()
    assert "zz:qasr-nuhas" in [entry.id for entry in gazetteer.candidates("Qasr an-Nahaas")]


def test_two_places_of_one_name_are_both_candidates(gazetteer: Gazetteer) -> None:
    """The gazetteer does not choose; the larger comes first."""
    provinces = [entry.admin1 for entry in gazetteer.candidates("Kafr Ramla")]
    assert provinces == ["Wadi Sabr", "Sahil Ramad"]


@pytest.mark.parametrize("name", ["", " ", "Zzyzx Qqq", "x" * 10_000])
def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer, name: str) -> None:
    """Nothing is made up for a name that is not there, however long."""
    assert gazetteer.candidates(name) == ()


def test_a_users_own_places_come_first(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Of two files the first one's places lead, even when smaller."""
    own = tmp_path / "own.csv"
    own.write_text(HEADER + "Hadra,,site,ZZ,,12.0,-30.0,,own:hadra\n", encoding="utf-8")
    joined = Gazetteer.join(Gazetteer.from_csv(own), gazetteer)
    assert joined.candidates("Hadra")[0].id == "own:hadra"
    assert {entry.id for entry in joined.candidates("Hadra")} >= {"own:hadra", "zz:hadra"}


def test_a_gazetteer_travels_to_another_process(gazetteer: Gazetteer) -> None:
    """Pickling carries the paths, and the copy answers alike."""
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 - our own bytes, made in this line
    assert copy.candidates("Hadra") == gazetteer.candidates("Hadra")


def test_an_entry_is_found_by_its_id(gazetteer: Gazetteer) -> None:
    """An id leads back to its place; an unknown id is refused in words."""
    assert gazetteer.entry("zz:qandara").level is Level.COUNTRY
    with pytest.raises(NotFoundError, match="no place has the id"):
        gazetteer.entry("zz:nowhere")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    """A path that is not there is refused before anything is read."""
    with pytest.raises(NotFoundError, match="reinstall"):
        Gazetteer(tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("name,level\nA,site\n", "lacks the columns"),
        (HEADER + "A,,hamlet,ZZ,,1.0,2.0,3,zz:a\n", "line 2"),
        (HEADER + "A,,site,ZZ,,north,2.0,3,zz:a\n", "line 2"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(tmp_path: Path, table: str, words: str) -> None:
    """Missing columns, unknown levels and coordinates that are no numbers are named."""
    path = tmp_path / "bad.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(UnreadableError, match=words):
        Gazetteer.from_csv(path)
