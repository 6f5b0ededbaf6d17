"""The commands by name. Each is loaded when it is called, so that asking for help costs next to nothing."""

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from marsad.errors import MarsadError
from marsad.version import VERSION

# What each command does, in the order a person meets them, and the module and function that hold it.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "read": ("marsad.cli.reading", "read", "Read reports and show or store what they say, and who says so."),
    "incidents": ("marsad.cli.incidents", "incidents", "List the incidents that all stored reports tell of."),
    "show": ("marsad.cli.incidents", "show", "Show one incident with the words of every report about it."),
    "explain": ("marsad.cli.incidents", "explain", "Explain a figure of an incident, down to the words."),
    "page": ("marsad.cli.pages", "page", "Write all incidents as one page that opens without a network."),
    "correct": ("marsad.cli.judging", "correct", "Correct what was read; the report itself never changes."),
    "undo": ("marsad.cli.judging", "undo", "Take a judgement back."),
    "judgements": ("marsad.cli.judging", "judgements", "List what people decided, when and why."),
    "forget": ("marsad.cli.judging", "forget", "Erase a report and everything that carries its words."),
    "store": ("marsad.cli.storing", "store", "Check that a store is whole and unaltered."),
    "doctor": ("marsad.cli.doctor", "doctor", "Check that marsad has all it needs."),
}
FAILED, PARTLY = 1, 3
INTERRUPTED = 130


class Commands(TyperGroup):
    """The group of commands, each loaded when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's own signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - typer's own signature
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, summary = COMMANDS[cmd_name]
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(name=cmd_name, short_help=summary)(getattr(import_module(module), name))
        command = get_command(app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - typer's own signature
        """Write the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in COMMANDS.items()])


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        typer.echo(f"marsad {VERSION}")
        raise typer.Exit


app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def _marsad(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: ARG001, FBT001
) -> None:
    """Turn conflict reports into one record of incidents: what happened, how many were harmed, and who says so."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main() -> None:
    """Run a command. Problems a person can mend are told in one line; the exit code says how it went.

    0: all went well. 1: nothing could be done. 2: the command line is wrong. 3: some of it could not be read.
    """
    try:
        app(prog_name="marsad")
    except MarsadError as error:
        _tell(f"marsad: {error}")
        sys.exit(FAILED)
    except KeyboardInterrupt:
        _tell("marsad: stopped; what was stored stays stored")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _tell(message: str) -> None:
    typer.echo(message, err=True)
