"""The commands by name. Each is loaded when it is called, so that asking for help costs next to nothing."""

import io
import os
import sys
import traceback
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
# What a shell shows for a program that was stopped by Ctrl-C, and for one that nobody listens to any more.
INTERRUPTED, UNHEARD = 130, 141


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
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(name=cmd_name, short_help=summary)(getattr(import_module(module), name))
        command = get_command(single)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - typer's own signature
        """Write the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own signature
        """Run a command; what stops it on purpose is told in one line, and the exit code says how it went."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except MarsadError as error:
            _tell(f"marsad: {error}")
            raise typer.Exit(FAILED) from None
        except KeyboardInterrupt:
            _tell("marsad: stopped; what was stored stays stored")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Python flushes once more as it ends, and would complain: https://docs.python.org/3/library/signal.html
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(UNHEARD) from None
        return result


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        typer.echo(f"marsad {VERSION}")
        raise typer.Exit


app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def _marsad(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: ARG001, FBT001 - typer reads the signature
) -> None:
    """Turn conflict reports into one record of incidents: what happened, how many were harmed, and who says so."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main() -> None:
    """Run the command that was typed. Whatever goes wrong is told in one line that says what to do.

    Exit codes are 0: all went well; 1: nothing could be done; 2: the command line is wrong; 3: some of it could not
    be read; 130: stopped by Ctrl-C; 141: nobody reads the results any more.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without the letter is no reason to stop
    try:
        app(prog_name="marsad")
    except Exception as error:  # noqa: BLE001 - the border: a fault of ours must not look like the user's
        if os.environ.get("MARSAD_DEBUG"):
            traceback.print_exc()
        fault = f"{type(error).__name__}: {error}".replace("\n", " ")
        _tell(
            f"marsad: a fault of marsad itself ({fault}); run it again with MARSAD_DEBUG=1 and tell us what it prints"
        )
        sys.exit(FAILED)


def _tell(message: str) -> None:
    typer.echo(message, err=True)
