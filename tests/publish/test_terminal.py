"""Promises about what is shown in a terminal."""

from dataclasses import replace
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, RenderableType

from marsad.claims.claim import Harm, Step
from marsad.errors import Problem
from marsad.incidents.explain import explain
from marsad.incidents.incident import MergedIncident
from marsad.incidents.record import Record
from marsad.publish.terminal import contradictions_table, explain_view, incident_view, incidents_table, record_view
from publish.records import BOMB, CHECKPOINT, INCIDENTS, MARKET
from publish.telling import COAST, REPORTS


def printed(view: RenderableType, *, colour: bool = False) -> str:
    """Return what 80 columns show, without colour unless asked for."""
    out = StringIO()
    Console(file=out, width=80, force_terminal=colour, color_system="standard" if colour else None).print(view)
    return out.getvalue()


def record() -> Record:
    """Return the market report as one report read."""
    claims = tuple(replace(claim, incident="inc_market") for claim in MARKET.claims if claim.report == COAST.id)
    problem = Problem(code="time_unresolved", message="Give the report its day.", report=COAST.id, words="Hours later")
    return Record(
        report=COAST,
        read_by=Step(name="rules", version="1"),
        claims=claims,
        incidents=(MARKET.incident,),
        problems=(problem,),
    )


def checkpoint() -> MergedIncident:
    """Return the checkpoint incident with a figure that names its claim."""
    (figure,) = CHECKPOINT.incident.figures
    return replace(CHECKPOINT, incident=replace(CHECKPOINT.incident, figures=(replace(figure, claims=("clm_21",)),)))


def test_everything_fits_in_80_columns() -> None:
    """Nothing is cut off in the narrowest usual terminal."""
    for view in (incidents_table(INCIDENTS), incident_view(MARKET, REPORTS), record_view(record())):
        assert all(cell_len(line) <= 80 for line in printed(view).splitlines())


def test_a_code_is_never_broken_over_lines() -> None:
    """It can be copied from the list into the next command."""
    shown = printed(incidents_table(INCIDENTS))
    assert all(merged.code in shown for merged in INCIDENTS)


def test_a_pipe_gets_no_colour() -> None:
    """What goes into a file holds no escape sequence, and the words are still marked."""
    shown = printed(incident_view(MARKET, REPORTS))
    assert "\x1b" not in shown
    assert "[at least 12 people]" in " ".join(shown.split())


def test_words_are_shown_in_their_sentence() -> None:
    """Around the quote stands what the report says before and after."""
    shown = " ".join(printed(incident_view(MARKET, REPORTS)).split())
    assert "The army denied [hitting the market]." in shown


def test_a_report_that_is_not_at_hand_leaves_its_quotes() -> None:
    """The words of a claim are kept with the claim."""
    assert "“at least 12 people”" in printed(incident_view(MARKET, {}))


def test_a_record_shows_incidents_claims_and_problems() -> None:
    """One report read, from what happened to what could not be resolved."""
    shown = " ".join(printed(record_view(record())).split())
    for words in ("Air strike in Tal Arda", "two residents: 12 or more killed", "time_unresolved", "“Hours later”"):
        assert words in shown


def test_a_report_without_incidents_says_so() -> None:
    """Nothing found is told, not shown as an empty screen."""
    empty = replace(record(), claims=(), incidents=(), problems=())
    assert "No incident is told in this report." in printed(record_view(empty))
    assert "No incident was found" in printed(incidents_table(()))


def test_markup_in_a_text_is_only_words() -> None:
    """Square brackets of a report do not colour the terminal."""
    hostile = replace(COAST, title="[bold red]alarm[/bold red] [link=file:///x]y[/link]", id="")
    shown = printed(record_view(replace(record(), report=hostile, claims=(), incidents=())), colour=True)
    assert "[bold red]alarm[/bold red]" in shown
    assert "\x1b]8" not in shown


def test_escape_sequences_of_a_text_never_reach_the_terminal() -> None:
    """A report cannot move the cursor or rename the window."""
    hostile = replace(COAST, title="\x1b]0;owned\x07\x1b[2Jcalm\x9b31m", publisher="\x1b[8mhidden", id="")
    shown = printed(record_view(replace(record(), report=hostile, claims=(), incidents=())))
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "calm" in shown


def test_arabic_is_isolated() -> None:
    """A right-to-left holder does not turn the line round."""
    assert "\u2068مصادر طبية\u2069:" in printed(incident_view(MARKET, REPORTS))


def test_the_sides_of_a_disagreement_stand_one_below_the_other() -> None:
    """Each side keeps its holders and what they say."""
    shown = printed(contradictions_table(MARKET.incident.contradictions))
    assert "7 killed, all gunmen" in shown
    assert "the army denies it" in shown
    assert "do not contradict" in printed(contradictions_table(()))


def test_an_unresolved_day_is_shown_with_its_words() -> None:
    """The reader sees what the report says, not a guess."""
    assert "day not known: “On Thursday”" in printed(incident_view(BOMB, REPORTS))


def test_an_explanation_goes_down_to_the_words() -> None:
    """Each step stands right of what it explains, and the last are the report's own words."""
    shown = printed(explain_view(explain(checkpoint(), Harm.KILLED, REPORTS)))
    depths = [len(line) - len(line.lstrip()) for line in shown.splitlines()]
    assert depths[0] == 0
    assert max(depths) >= 4
    assert "[Three soldiers] were killed" in " ".join(shown.split())


def test_without_a_figure_there_is_nothing_to_explain() -> None:
    """The screen says so."""
    assert "no figure" in printed(explain_view(()))
