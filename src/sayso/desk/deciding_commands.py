"""Commands by which a person decides: grade, distrust, hypothesis, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me

if TYPE_CHECKING:
    from sayso.workbench import Case

Who = Annotated[str | None, typer.Option(help="In whose name; else SAYSO_USER or the login name.")]
Source = Annotated[str, typer.Argument(help="An outlet or a speaker, named as in `sayso show CASE sources`.")]

hypotheses = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Explanations of a case: add, rate, list.")


def _known(case: Case, source: str) -> None:
    """A decision about somebody who does not occur is kept, but may be a slip of the pen."""
    if not case.has_source(source):
        talk.say(f"No source in this case is called {source} (yet); sayso show CASE sources lists them.")


def grade(
    case: CasePath,
    source: Source,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="Admiralty grade, such as B2.")],
    *,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Give a source an Admiralty grade.

    Example: sayso grade strike-on-the-mill "Harbour Post" B2
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.grade(source, value, who=who or me())
        _known(opened, source)
    talk.done(decision, f"{source} is graded {decision.value} ({decision.who}).", json=json)


def distrust(
    case: CasePath,
    source: Source,
    *,
    off: Annotated[bool, typer.Option("--off", help="Trust it again.")] = False,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Set aside all that a source says, and see what remains; nothing is deleted.

    Example: sayso distrust strike-on-the-mill "Harbour Post"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.distrust(source, who=who or me(), distrusted=not off)
        _known(opened, source)
    told = f"{source} counts again." if off else f"{source} is set aside. Undo with: sayso undo {case}"
    talk.done(decision, told, json=json)


def undo(case: CasePath, *, who: Who = None, json: AsJson = False) -> None:
    """Take back the newest decision; repeat to go further back.

    Example: sayso undo strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.undo(who=who or me())
    if decision is None:
        talk.say("There is no decision left to undo.")
        if json:
            talk.out_json(None)
    else:
        told = f"Undone: {decision.kind} {decision.subject}, by {decision.who} at {decision.when}."
        talk.done(decision, told, json=json)


def redo(case: CasePath, *, who: Who = None, json: AsJson = False) -> None:
    """Decide again what you undid last; repeat to go further.

    Example: sayso redo strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        made = opened.store.redo_step(who or me())
    if made:
        more = f" and {len(made) - 1} more of the same step" if len(made) > 1 else ""
        talk.done(made[0], f"Done again: {made[0].kind} {made[0].subject}{more}.", json=json)
    else:
        talk.say("There is nothing that you undid and could do again.")
        if json:
            talk.out_json(None)


@hypotheses.command("add")
def add_hypothesis(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="The explanation in a few words.")],
    *,
    prior: Annotated[
        float | None, typer.Option(min=0, max=1, help="Share of belief beforehand; even when not given.")
    ] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Write down an explanation.

    Example: sayso hypothesis add strike-on-the-mill "A fuel depot was the target"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.add_hypothesis(name, who=who or me(), prior=prior)
    talk.done(decision, f"Added: {name}", json=json)


@hypotheses.command("rate")
def rate(
    case: CasePath,
    evidence: Annotated[str, typer.Argument(help="The evidence in a few words; the same words name the same row.")],
    hypothesis: Annotated[str, typer.Argument(help="An explanation of the case.")],
    rating: Annotated[str, typer.Argument(help="CC C N I II NA.")],
    *,
    source: Annotated[str | None, typer.Option(help="Who says it.")] = None,
    origin: Annotated[str | None, typer.Option(help="Its origin: rows of one origin count once.")] = None,
    graded: Annotated[str | None, typer.Option("--grade", help="Admiralty grade.")] = None,
    credibility: Annotated[str | None, typer.Option(help="low, medium, high or 0..1.")] = None,
    relevance: Annotated[str | None, typer.Option(help="low, medium, high or 0..1.")] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Rate one piece of evidence against one explanation.

    Put -- before a rating that starts with a hyphen.

    Example: sayso hypothesis rate strike-on-the-mill "No fire was seen" "A fuel depot was the target" II
    """
    from sayso.workbench import Case  # noqa: PLC0415

    fields = {"source": source, "origin": origin, "grade": graded, "credibility": credibility, "relevance": relevance}
    with Case.open(case, write=True) as opened:
        decision = opened.rate(evidence, hypothesis, rating, who=who or me(), **fields)
    talk.done(decision, f"{decision.value['rating']}: {evidence} | {hypothesis}", json=json)


@hypotheses.command("list")
def list_hypotheses(case: CasePath, *, json: AsJson = False) -> None:
    """List explanations: those decided, with their scores, and those proposed from the reports.

    Example: sayso hypothesis list strike-on-the-mill
    """
    from sayso.desk.showing import show_hypotheses  # noqa: PLC0415

    show_hypotheses(case, as_json=json)


def register(app: typer.Typer) -> None:
    """Add these commands to the app, in the order of the help."""
    for function in (grade, distrust, undo, redo):
        app.command()(function)
    app.add_typer(hypotheses, name="hypothesis")
