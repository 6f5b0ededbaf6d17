"""The documentation says what the program does, and falls behind it for no longer than a test run."""

import dataclasses
import re
import runpy
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import marsad
from marsad.claims.claim import Claim, Kind, Lexeme
from marsad.cli import app
from marsad.counts.numerals import CountFinder
from marsad.incidents.incident import MergedIncident
from marsad.incidents.judgement import Aspect, Judgement
from marsad.incidents.record import Record

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "marsad"
sys.path.insert(0, str(DOCS))

import console  # noqa: E402 - they stand beside the pages
import generate  # noqa: E402 - the same

PAGES = console.pages()
SHOWING = [page for page in PAGES if any(block for block in console.blocks(page.read_text(encoding="utf-8")))]
RUNNING = [page for page in SHOWING if "$ marsad" in page.read_text(encoding="utf-8")]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
# How the program gives a problem its code.
CODES = re.compile(
    r"""(?:(?:BrokenInputError|LongRowError|_problem)\(\s*|code=|found\.append\(\(|\(\(|^ +\()"([a-z_]+)"[,)]""",
    re.MULTILINE,
)


def name_of(page: Path) -> str:
    """Name a test's page as a person would."""
    return str(page.relative_to(ROOT))


def text_of(name: str) -> str:
    """Return a page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def first_cells(page: str, head: str) -> list[str]:
    """Return the code words in the first column of the table with that head."""
    table = page.split(f"| {head} |", 1)[1].split("\n\n", 1)[0]
    return [word for row in table.strip().split("\n")[2:] for word in re.findall(r"`([^`]+)`", row.split("|")[1])]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[typing.Callable[[Path], tuple[console.Played, ...]]]:
    """Run each page's commands once, in a folder of its own."""
    runs: dict[Path, tuple[console.Played, ...]] = {}

    def play(page: Path) -> tuple[console.Played, ...]:
        if page not in runs:
            folder = tmp_path_factory.mktemp("week")
            with console.week(folder):
                runs[page] = tuple(console.play(console.blocks(page.read_text(encoding="utf-8"))))
        return runs[page]

    return play


@pytest.mark.parametrize("page", RUNNING, ids=name_of)
def test_every_command_shown_ends_as_shown(
    page: Path, played: typing.Callable[[Path], tuple[console.Played, ...]]
) -> None:
    """Each ``$ marsad`` line runs, with the exit code that the page gives."""
    for one in played(page):
        assert one.code == one.command.code, f"{one.command.line}\n{one.printed}"


@pytest.mark.parametrize("page", RUNNING, ids=name_of)
def test_every_output_shown_is_the_output(
    page: Path, played: typing.Callable[[Path], tuple[console.Played, ...]]
) -> None:
    """What stands below a command is what it prints now; ``python docs/generate.py`` writes it."""
    text = page.read_text(encoding="utf-8")
    assert generate.shown(text, iter(played(page))) == text


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_part_written_by_the_program_is_fresh(page: Path) -> None:
    """Help, kinds, columns and types are those of the program."""
    text = page.read_text(encoding="utf-8")
    assert generate.filled(text) == text


def test_a_stale_output_is_found() -> None:
    """A page that shows what a command no longer prints is not fresh."""
    assert "Two residents" in generate.fresh("```console\n$ cat examples/report.txt\nwhat it said before\n```\n")
    assert "before" not in generate.fresh("```console\n$ cat examples/report.txt\nwhat it said before\n```\n")


def test_a_stale_part_is_found() -> None:
    """A part that says something else than the program is replaced."""
    stale = "<!-- begin: incident-columns -->\nwhat it had before\n<!-- end: incident-columns -->"
    assert "killed_low" in generate.filled(stale)
    assert "before" not in generate.filled(stale)


def test_a_command_that_fails_is_not_taken_for_one_that_works(tmp_path: Path) -> None:
    """Without ``echo $?`` a page promises success."""
    block = console.commands("$ marsad incidents --db nowhere.db\n")
    with console.week(tmp_path):
        (one,) = console.play((block,))
    assert (one.code, one.command.code) == (1, 0)


def test_an_expected_failure_is_read_from_the_page() -> None:
    """The number below ``echo $?`` is the exit code of the command above it."""
    (one,) = console.commands("$ marsad read nothing.txt\nno such file\n$ echo $?\n3\n")
    assert (one.line, one.code) == ("marsad read nothing.txt", 3)


@pytest.mark.parametrize("page", SHOWING, ids=name_of)
def test_every_make_command_shown_is_a_target(page: Path) -> None:
    """``make demo`` and its like are in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = [one for block in console.blocks(page.read_text(encoding="utf-8")) for one in block]
    for one in shown:
        assert one.program in {"marsad", "cat", "make"}, f"{one.line} is never run"
        assert one.program != "make" or one.line.split()[1] in targets


def test_every_command_is_in_the_reference_and_none_that_is_gone() -> None:
    """The reference has the commands of the program, in its order."""
    assert re.findall(r"^## marsad (.+)$", text_of("reference/commands.md"), re.MULTILINE) == list(app.COMMANDS)


def test_every_command_is_used_somewhere_outside_the_reference() -> None:
    """No command is left to its help alone."""
    elsewhere = " ".join(page.read_text(encoding="utf-8") for page in PAGES if page.name != "commands.md")
    assert [name for name in app.COMMANDS if f"$ marsad {name}" not in elsewhere] == []


def reached(kind: object, found: dict[str, type]) -> None:
    """Gather every class of marsad that a value of this kind may hold."""
    for part in typing.get_args(kind):
        reached(part, found)
    if not isinstance(kind, type) or isinstance(kind, types.GenericAlias) or not kind.__module__.startswith("marsad"):
        return
    if kind.__name__ in found:
        return
    found[kind.__name__] = kind
    if dataclasses.is_dataclass(kind):
        for part in typing.get_type_hints(kind).values():
            reached(part, found)


def test_every_type_of_a_record_is_in_the_glossary() -> None:
    """Whatever a record, a merged incident, a claim or a judgement holds has an entry."""
    found: dict[str, type] = {}
    for kind in (Record, MergedIncident, Claim, Judgement):
        reached(kind, found)
    assert [name for name in found if f"| `{name}` |" not in text_of("glossary.md")] == []


def test_every_public_name_of_the_package_is_in_the_glossary_or_the_reference() -> None:
    """What ``import marsad`` offers is explained."""
    known = text_of("glossary.md") + text_of("reference/python.md")
    offered = [name for name in getattr(marsad, "__all__", ()) if name[:1].isupper() and not name.isupper()]
    assert [name for name in offered if name not in known] == []


def test_the_words_of_the_field_are_in_the_glossary() -> None:
    """One meaning each."""
    words = (
        "report passage claim trigger mention cue holder stance place gazetteer precision interval actor roster toll"
    )
    words += " incident judgement publish"
    glossary = text_of("glossary.md")
    assert [word for word in words.split() if not re.search(rf"^{word}(, .*)?\n: ", glossary, re.MULTILINE)] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_event_kind_has_an_entry(kind: Kind) -> None:
    """Definition, what counts and what does not."""
    if kind is Kind.OTHER:
        assert f"\n`{kind}`\n" in text_of("codebook/event_kinds.md")
        return
    entry = text_of("codebook/event_kinds.md").split(f"\n`{kind}`\n", 1)[1].split("\n## ", 1)[0]
    assert "| counts | does not count |" in entry
    assert "ACLED: " in entry


def test_every_code_of_a_problem_is_documented_and_none_that_is_gone() -> None:
    """A code that the program gives has a row, and a row a code."""
    folders = (SOURCE / "reports", SOURCE / "incidents", SOURCE / "pipeline.py")
    files = [file for folder in folders for file in (sorted(folder.rglob("*.py")) if folder.is_dir() else [folder])]
    given = {code for file in files for code in CODES.findall(file.read_text(encoding="utf-8"))}
    page = text_of("guides/exit-codes.md")
    documented = set(first_cells(page.split("A *problem*")[1], "code"))
    assert documented - given - {"refused"} == set()
    assert {code for code in given if "_" in code} - documented == set()


def test_every_exit_code_is_documented() -> None:
    """The codes of the program are in the table."""
    page = text_of("guides/exit-codes.md")
    assert [code for code in (app.FAILED, app.PARTLY, app.INTERRUPTED) if f"\n| {code} |" not in page] == []


def test_everything_that_can_be_corrected_is_documented_and_nothing_else() -> None:
    """The table of corrections is complete."""
    assert sorted(first_cells(text_of("guides/correcting.md"), "WHAT")) == sorted(Aspect)


def test_no_time_rule_is_documented_that_the_program_does_not_have() -> None:
    """Rules are named as they are in records."""
    program = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    named = re.findall(r"`((?:ucdp|marsad):[a-z_]+)`", text_of("codebook/times.md"))
    assert named
    assert [rule for rule in named if f'"{rule}"' not in program] == []


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 people", 12, 12),
        ("twelve people", 12, 12),
        ("around 12 people", 12, 12),
        ("nearly 50 people", 45, 49),
        ("at least 12 people", 12, None),
        ("more than 20 people", 21, None),
        ("up to 12 people", 0, 12),
        ("12 to 15 people", 12, 15),
        ("several people", 2, None),
        ("dozens of people", 24, None),
        ("scores of people", 40, None),
        ("hundreds of people", 200, None),
        ("thousands of people", 2000, None),
    ],
)
def test_words_mean_the_numbers_that_the_codebook_gives(words: str, low: int, high: int | None) -> None:
    """The table of the codebook is what the program reads, and names the lexeme it gives."""
    found = [one for one in CountFinder().find(f"The blast killed {words} in the town.") if one.count is not None]
    assert found, words
    count = found[0].count
    assert count is not None
    assert (count.low, count.high) == (low, high)
    rows = [row.split(" | ") for row in text_of("codebook/words_as_numbers.md").split("\n") if row.startswith("| ")]
    meant = [row for row in rows if f"`{count.lexeme}`" in row[3]]
    stated = "open" if high is None else str(high)
    assert [row[1:3] for row in meant] == [[str(low), stated]]


def test_no_lexeme_is_documented_that_the_program_does_not_have() -> None:
    """The last column names real values."""
    rows = [row for row in text_of("codebook/words_as_numbers.md").split("\n") if row.startswith("| ")][1:]
    named = [word for row in rows for word in re.findall(r"`([a-z_]+)`", row.split("|")[4])]
    assert set(named) - set(Lexeme) == set()


def test_every_grade_the_program_gives_is_documented_and_none_it_never_gives() -> None:
    """A new grade needs a row."""
    program = (SOURCE / "incidents" / "grade.py").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `([a-z]+)` \|", text_of("codebook/grade.md"), re.MULTILINE)
    assert sorted(documented) == sorted(set(re.findall(r'_graded\("([a-z]+)"', program)))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_runs(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As it stands, from anywhere."""
    runpy.run_path(str(example), run_name="__main__")
    assert capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    """A link in Markdown to a path of the repository has something at its end."""
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    files = [target for target in targets if "://" not in target]
    assert [target for target in files if not (page.parent / target).exists()] == []
