"""Commands by which a person decides: grade, distrust, sensitive, write, undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import to_builtins

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me
from sayso.desk.progress import Progress

if TYPE_CHECKING:
    from sayso.records import Decision, Reweighed
    from sayso.workbench import Case

Who = Annotated[str | None, typer.Option(help="In whose name; else SAYSO_USER or the login name.")]
Source = Annotated[str, typer.Argument(help="An outlet or a speaker, named as in `sayso show CASE sources`.")]


def _known(case: Case, source: str) -> None:
    """A decision about somebody who does not occur is kept, but may be a slip of the pen."""
    if not case.has_source(source):
        near = case.sources_like(source)
        meant = f" Perhaps {' or '.join(near)} is meant." if near else ""
        talk.say(f"No source in this case is called {source} (yet); sayso show CASE sources lists them.{meant}")


def grade(
    case: CasePath,
    source: Source,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="Admiralty grade, such as B2.")],
    *,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Give a source an Admiralty grade; what that changes in the case is printed.

    Example: sayso grade strike-on-the-mill "Harbour Post" B2
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        before = opened.store.decisions()
        decision = opened.grade(source, value, who=who or me())
        _known(opened, source)
        with Progress("weighing"):
            changes = opened.changes_since(before)
    told = f"{source} is graded {decision.value} ({decision.who})."
    _tell(decision, told, changes, json=json, quiet=changes.nothing)


def distrust(
    case: CasePath,
    source: Source,
    *,
    off: Annotated[bool, typer.Option("--off", help="Trust it again.")] = False,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Set aside all that a source says, weigh the case again, and see what that changes; nothing is deleted.

    Example: sayso distrust strike-on-the-mill "Harbour Post"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        standing = opened.set_aside(source)
        if (standing is None) == off:
            _as_it_was(source, standing, json=json)
            return
        before = opened.store.decisions()
        decision = opened.distrust(source, who=who or me(), distrusted=not off)
        _known(opened, source)
        with Progress("weighing"):
            changes = opened.changes_since(before)
    told = f"{source} counts again." if off else f"{source} is set aside. Undo with: sayso undo {case}"
    _tell(decision, told, changes, json=json)


def _tell(decision: Decision, told: str, changes: Reweighed, *, json: bool, quiet: bool = False) -> None:
    """Print a decision and what it changed, or as JSON both; `quiet` leaves the changes out for people."""
    if json:
        talk.out_json({**to_builtins(decision), "changes": changes})
        return
    from sayso.desk.changes import changed  # noqa: PLC0415 - drawing loads for people only

    talk.out(told)
    if not quiet:
        talk.lines(changed(changes, talk.width()))


def _as_it_was(source: str, standing: Decision | None, *, json: bool) -> None:
    """Say that there is nothing to decide; as JSON the decision that stands, changing nothing, or null."""
    by = f" already, by {standing.who} at {standing.when}" if standing is not None else ""
    told = f"{source} {'is set aside' if by else 'counts already'}{by}; nothing is changed."
    if json:
        from sayso.records import Reweighed  # noqa: PLC0415 - only here

        talk.say(told)
        talk.out_json({**to_builtins(standing), "changes": Reweighed()} if standing is not None else None)
    else:
        talk.out(told)


def sensitive(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="A person or a source, as written or as resolved.")],
    *,
    public: Annotated[bool, typer.Option("--public", help="The name may stand: a public office or figure.")] = False,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Mark a name as sensitive: with --redact it stands in no report and no export.

    Example: sayso sensitive strike-on-the-mill "Ivo Senn"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.mark_sensitive(name, who=who or me(), sensitive=not public)
    told = f"{name} may be named." if public else f"{name} is left out of everything that is written with --redact."
    talk.done(decision, told, json=json)


def write(
    case: CasePath,
    section: Annotated[str, typer.Argument(help="A section of the report: summary, figures, why, unknown and so on.")],
    text: Annotated[
        Path, typer.Argument(metavar="FILE", help="Your text, paragraphs parted by blank lines; - is standard input.")
    ],
    *,
    place: Annotated[str, typer.Option(help="Where: before, after, or instead of the program's text.")] = "before",
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Write a section of the report yourself; it is marked as yours and survives every rebuild. An empty file ends it.

    [[claim ID]] and [[DOCUMENT:START-END]] become notes that lead to the passage.

    Example: sayso write strike-on-the-mill summary opening.txt
    """
    from sayso.workbench import Case  # noqa: PLC0415

    words = talk.text_of(text)
    with Case.open(case, write=True) as opened:
        decision = opened.write_section(section, words, who=who or me(), place=place)
    told = (
        f"The report carries your text {place} its own in {section}."
        if words.strip()
        else f"Your text {place} {section} is taken out."
    )
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


def register(app: typer.Typer) -> None:
    """Add these commands to the app, in the order of the help."""
    for function in (grade, distrust, sensitive, write, undo, redo):
        app.command()(function)
