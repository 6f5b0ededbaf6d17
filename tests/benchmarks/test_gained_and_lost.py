"""A run is held against the last pinned one, thing by thing."""

from dataclasses import replace
from pathlib import Path

from benchmarks.quality.causes.cause import Cause
from benchmarks.quality.listing import listed_changes, listed_errors
from benchmarks.quality.outcomes import Outcome
from benchmarks.quality.pinned import changes, keep, kept
from tests.benchmarks.coded import TEXT, gold_claim, gold_incident, judged, read_claim, read_incident, record, told

RIGHT = Outcome(unit="1", row="date", key="k", cause=None, gold="2031-03-04", read="2031-03-04", words="Shelling")
WRONG = replace(RIGHT, cause=Cause(name="another day"), read="2031-01-01")
FALSE = replace(WRONG, row="claim wrong", key="killed 12", read="killed 12")


def sorts(before: list[Outcome], after: list[Outcome], folder: Path) -> list[tuple[str, str]]:
    """Pin a run, hold another against it, and return what changed."""
    keep("corpus", before, folder)
    pinned = kept("corpus", folder)
    assert pinned is not None
    return [(change.row, change.sort) for change in changes(pinned, after)]


def test_what_is_right_now_and_was_not_is_gained(tmp_path: Path) -> None:
    """A change for the better."""
    assert sorts([WRONG], [RIGHT], tmp_path) == [("date", "gained")]


def test_what_was_right_and_is_not_is_lost(tmp_path: Path) -> None:
    """A change for the worse."""
    assert sorts([RIGHT], [WRONG], tmp_path) == [("date", "lost")]


def test_the_same_run_changes_nothing(tmp_path: Path) -> None:
    """What is as it was is not told."""
    assert sorts([RIGHT, FALSE], [RIGHT, FALSE], tmp_path) == []


def test_a_wrong_claim_that_is_gone_is_gained_and_a_new_one_lost(tmp_path: Path) -> None:
    """What gold has not is there only where it is wrong."""
    assert sorts([FALSE], [], tmp_path) == [("claim wrong", "gained")]
    assert sorts([], [FALSE], tmp_path) == [("claim wrong", "lost")]


def test_what_was_not_judged_before_is_neither_gained_nor_lost(tmp_path: Path) -> None:
    """The day of an incident that was not read at all had no judgement."""
    assert sorts([], [RIGHT], tmp_path) == [("date", "moved")]
    assert sorts([RIGHT], [], tmp_path) == [("date", "moved")]


def test_another_corpus_has_no_pinned_run(tmp_path: Path) -> None:
    """Outcomes belong to the corpus they were reached on."""
    keep("corpus", [RIGHT], tmp_path)

    assert kept("other", tmp_path) is None


def test_a_pinned_run_keeps_no_words_of_a_report(tmp_path: Path) -> None:
    """The file holds ids, hashes, figures and kinds."""
    claims = [told(), read_claim(), read_claim("5 soldiers", 5, 5)]
    keep("corpus", judged([gold_incident(gold_claim())], record(claims, read_incident(*claims))), tmp_path)
    written = (tmp_path / "corpus.json").read_text(encoding="utf-8")

    assert not [word for word in ("Shelling", "people", "soldiers", "residents", "Tal Arda") if word in written]


def test_two_runs_of_one_state_are_written_alike(tmp_path: Path) -> None:
    """The same records give the same bytes."""
    gold, claims = [gold_incident(gold_claim(), gold_claim())], [told(), read_claim()]
    for corpus in ("one", "two"):
        keep(corpus, judged(gold, record(claims, read_incident(*claims))), tmp_path)

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_two_claims_of_the_same_words_have_two_names() -> None:
    """Nothing is counted over because two things go by the same words."""
    found = judged([gold_incident(gold_claim(), gold_claim())], record([], read_incident()))
    keys = [outcome.key for outcome in found if outcome.row == "claim"]

    assert len(set(keys)) == len(keys) == 2


def test_no_more_than_six_words_are_shown() -> None:
    """An error points to its place and copies no report."""
    found = judged([gold_incident(gold_claim(TEXT[:60]))], record([], read_incident()))
    words = [outcome.words for outcome in found if outcome.row == "claim"]

    assert words == ["Shelling killed 12 people in Tal …"]


def test_the_listing_counts_causes_and_shows_examples() -> None:
    """The most frequent cause comes first, with as many examples as are asked for."""
    other = replace(WRONG, cause=Cause(name="off by one day", detail="the day of publication"))
    lines = list(listed_errors([WRONG, replace(other, unit="2"), replace(other, unit="3"), RIGHT], examples=1))

    assert lines[2:] == [
        "date: 3 of 4",
        "     2 off by one day   (the day of publication 2)",
        "                  2: 2031-03-04 | 2031-01-01 | Shelling",
        "     1 another day",
        "                  1: 2031-03-04 | 2031-01-01 | Shelling",
    ]


def test_examples_come_from_as_many_reports_as_there_are() -> None:
    """One fault that was made over and over in one report does not hide the others."""
    lines = list(listed_errors([WRONG, replace(WRONG, key="l"), replace(WRONG, unit="2")], examples=2))

    assert [line.split(":")[0].strip() for line in lines[-2:]] == ["1", "2"]


def test_the_listing_tells_gains_and_losses_by_id(tmp_path: Path) -> None:
    """An engineer sees what was won, what it cost, and where."""
    keep("corpus", [WRONG, replace(FALSE, unit="2")], tmp_path)
    after = [RIGHT, replace(FALSE, unit="3", key="killed 5", read="killed 5", words="five people")]
    lines = list(listed_changes(changes(kept("corpus", tmp_path) or {}, after), after, examples=5))

    assert lines[-6:] == [
        "lost: 1",
        "  claim wrong                3: 2031-03-04 | killed 5 | five people   (another day)",
        "",
        "gained: 2",
        "  claim wrong                2: killed 12",
        "  date                       1: 2031-03-04 | Shelling",
    ]


def test_a_run_without_changes_says_so() -> None:
    """Nothing gained and nothing lost is worth a line."""
    assert list(listed_changes((), [RIGHT], examples=5))[-1] == "  nothing changed"
