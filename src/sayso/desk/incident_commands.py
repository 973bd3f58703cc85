"""Commands by which a person settles which documents report one incident: merge, move, choose."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me

Named = Annotated[str, typer.Argument(help="An incident: its id, or the id of one of its documents.")]

incidents = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Incidents of a case: merge, move documents between them, choose."
)


@incidents.command("merge")
def merge(case: CasePath, one: Named, other: Named, *, who: Who = None, json: AsJson = False) -> None:
    """Say that two incidents are one.

    Example: sayso incident merge strike-on-the-mill post-0412 ledger-0413
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.merge_incidents(one, other, who=who or me())
    talk.done(decision, f"One incident now. Undo with: sayso undo {case}", json=json)


@incidents.command("move")
def move(
    case: CasePath,
    documents: Annotated[list[str], typer.Argument(help="Ids of documents, as in `sayso show CASE documents --json`.")],
    *,
    to: Annotated[
        str | None, typer.Option(metavar="INCIDENT", help="The incident they belong to; else one of their own.")
    ] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Move documents to another incident, or split them off into one of their own.

    Example: sayso incident move strike-on-the-mill post-0415 --to ledger-0413
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.split_incident(documents, to, who=who or me())
    where = f"to the incident of {to}" if to else "to an incident of their own"
    talk.done(decision, f"Moved {where}. Undo with: sayso undo {case}", json=json)


@incidents.command("choose")
def choose(case: CasePath, incident: Named, *, who: Who = None, json: AsJson = False) -> None:
    """Say which incident the case is about: the one that is weighed and reported.

    Example: sayso incident choose strike-on-the-mill ledger-0413
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.choose_incident(incident, who=who or me())
    talk.done(decision, f"The case is about that incident now. Undo with: sayso undo {case}", json=json)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(incidents, name="incident")
