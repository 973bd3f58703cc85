"""The command `sayso`: one app, every command in its own function, every error a sentence."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.desk import case_commands, deciding_commands, file_commands
from sayso.errors import InputRefused, SaysoError

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="On whose say-so? Read the reports of a contested incident: who claims what, through whom, how firmly; "
    "which reports are one origin; what the figures amount to; which explanations survive.",
    epilog="Start with: sayso demo. Everything stays on this machine; only a URL that you name is fetched.",
)


def _version(asked: bool) -> None:  # noqa: FBT001 - the form that Typer calls
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Read the reports of a contested incident and show on whose say-so each thing is known."""


file_commands.register(app)
case_commands.register(app)
deciding_commands.register(app)


def main() -> None:
    """Run the command line; exit 0 done, 1 done with inputs refused, 2 wrong usage."""
    try:
        app()
    except InputRefused as refusal:
        _stop(f"refused: {refusal}", 1)
    except SaysoError as fault:
        _stop(str(fault), 2)
    except KeyboardInterrupt:
        _stop("Stopped. What was reported as stored is kept; the same command takes up the rest.", 130)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; Python would complain again while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as fault:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        _stop(
            f"Something went wrong inside sayso ({type(fault).__name__}: {fault}). Nothing stored was lost. "
            "Please report it; SAYSO_DEBUG=1 before the command shows where it happened.",
            3,
        )


def _stop(sentence: str, code: int) -> None:
    typer.echo(f"sayso: {sentence}", err=True)
    sys.exit(code)
