"""`sayso actor`: say who is one, who is another, what somebody is called."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me

Named = Annotated[str, typer.Argument(help="A name, a spelling or an id, as in `sayso show CASE actors`.")]
NewName = Annotated[str | None, typer.Option("--name", help="What it is to be called.")]

actors = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Actors of a case: merge, split, rename.")


@actors.command("merge")
def merge(
    case: CasePath,
    names: Annotated[list[str], typer.Argument(metavar="NAME NAME...", help="Two or more names that are one actor.")],
    *,
    name: NewName = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say that several names are one actor.

    Example: sayso actor merge strike-on-the-mill "Dorrin Monitor" DRM
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.merge_actors(names, who=who or me(), name=name)
    called = decision.value["name"] or decision.subject
    talk.done(decision, f"One actor now: {called}. Undo with: sayso undo {case}", json=json)


@actors.command("split")
def split(
    case: CasePath,
    actor: Named,
    spellings: Annotated[list[str] | None, typer.Argument(help="Spellings that mean another actor.")] = None,
    *,
    document: Annotated[
        list[str] | None, typer.Option("--in", metavar="DOCUMENT", help="Only mentions in this document; repeatable.")
    ] = None,
    name: NewName = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say that some spellings, or the mentions in some documents, mean another actor.

    Example: sayso actor split strike-on-the-mill "Orla Venn" Venn --name "Petra Venn"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.split_actor(actor, spellings or (), who=who or me(), documents=document or (), name=name)
    talk.done(decision, f"Split off from {decision.subject}. Undo with: sayso undo {case}", json=json)


@actors.command("rename")
def rename(
    case: CasePath,
    actor: Named,
    name: Annotated[str, typer.Argument(help="What it is to be called.")],
    *,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say what an actor is called in this case; how it is written in the documents stays.

    Example: sayso actor rename strike-on-the-mill DRM "Dorrin Rights Monitor"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.rename_actor(actor, name, who=who or me())
    talk.done(decision, f"{decision.subject} is called {decision.value['name']} here.", json=json)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(actors, name="actor")
