"""The command `sayso`: one app, every command in its own function, every error a sentence."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.desk import (
    actor_commands,
    case_commands,
    claim_commands,
    deciding_commands,
    file_commands,
    hypothesis_commands,
    incident_commands,
    place_commands,
    talk,
)
from sayso.errors import InputRefused, SaysoError

STOPPED = "Stopped. What was named as stored is kept; the same command takes up the rest."

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
claim_commands.register(app)
actor_commands.register(app)
hypothesis_commands.register(app)
incident_commands.register(app)
place_commands.register(app)


def _terminated(*_: object) -> None:
    sys.exit(143)


def main() -> None:
    """Run the command line: exit 0 done, 1 done with inputs refused, 2 could not be done as asked, 130 stopped."""
    # What was begun is put in order (processes ended, locks let go) as it is for Ctrl+C.
    signal.signal(signal.SIGTERM, _terminated)
    try:
        app()
    except SystemExit as end:
        if end.code in (130, 143):
            talk.stop(STOPPED, int(end.code))
        raise
    except KeyboardInterrupt:
        talk.stop(STOPPED, 130)
    except InputRefused as refusal:
        talk.stop(f"refused: {refusal}", 1)
    except SaysoError as fault:
        talk.stop(str(fault), 2)
    except OSError as fault:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        where = f" ({fault.filename})" if fault.filename else ""
        talk.stop(f"The system said no: {fault.strerror or fault}{where}. What was named as stored is kept.", 2)
    except Exception as fault:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        talk.stop(
            f"Something went wrong inside sayso ({type(fault).__name__}: {fault}). Nothing stored was lost. "
            "Please report it; SAYSO_DEBUG=1 before the command shows where it happened.",
            3,
        )
