"""`sayso hypothesis`: explanations of a case, the evidence for and against them, what would change, what came true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import foresight_commands, talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me

if TYPE_CHECKING:
    from sayso.workbench.judging import LinkKind

Explanation = Annotated[str, typer.Argument(metavar="HYPOTHESIS", help="An explanation of the case.")]
RowSource = Annotated[str | None, typer.Option("--source", help="Who says it.")]
RowOrigin = Annotated[str | None, typer.Option("--origin", help="Its origin: rows of one origin count once.")]
RowGrade = Annotated[str | None, typer.Option("--grade", help="Admiralty grade; that of its source if not given.")]
Credibility = Annotated[str | None, typer.Option(help="low, medium, high or 0..1.")]
Relevance = Annotated[str | None, typer.Option(help="low, medium, high or 0..1.")]

hypotheses = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Explanations of a case: add, rate, compare, predict, look back.",
)


@hypotheses.command("add")
def add(
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


@hypotheses.command("link")
def link(
    case: CasePath,
    first: Explanation,
    second: Annotated[str, typer.Argument(metavar="OTHER", help="The other explanation.")],
    *,
    kind: Annotated[
        str, typer.Option(help="overlaps (both may hold), variant (one told twice), or none to untie.")
    ] = "overlaps",
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say that two explanations do not exclude each other.

    Example: sayso hypothesis link strike-on-the-mill "A fuel depot was the target" "A signal to allies"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        made: LinkKind = kind  # type: ignore[assignment] # the case refuses other words with a sentence
        decision = opened.link_hypotheses(first, second, made, who=who or me())
    talk.done(decision, f"{kind}: {first} | {second}", json=json)


@hypotheses.command("evidence")
def evidence(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="The evidence in a few words; the same words name the same row.")],
    *,
    claim: Annotated[list[str] | None, typer.Option(help="Id of a claim it hangs on; may be repeated.")] = None,
    source: RowSource = None,
    origin: RowOrigin = None,
    graded: RowGrade = None,
    credibility: Credibility = None,
    relevance: Relevance = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Write down evidence, tied to claims: source, origin, passages and weight then follow from these.

    Example: sayso hypothesis evidence strike-on-the-mill "No fire was seen" --claim c-1b9f6c2d7a10
    """
    from sayso.workbench import Case  # noqa: PLC0415

    fields = {"source": source, "origin": origin, "grade": graded, "credibility": credibility, "relevance": relevance}
    with Case.open(case, write=True) as opened:
        decision = opened.add_evidence(name, who=who or me(), claims=claim or (), **fields)
    talk.done(decision, f"Evidence: {name}", json=json)


@hypotheses.command("rate")
def rate(
    case: CasePath,
    name: Annotated[
        str, typer.Argument(metavar="EVIDENCE", help="The evidence in a few words; the same words name the same row.")
    ],
    hypothesis: Explanation,
    rating: Annotated[str, typer.Argument(help="CC C N I II NA.")],
    *,
    source: RowSource = None,
    origin: RowOrigin = None,
    graded: RowGrade = None,
    credibility: Credibility = None,
    relevance: Relevance = None,
    analyst: Annotated[str | None, typer.Option(help="Whose rating it is; yours if not given.")] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Rate one piece of evidence against one explanation. Several analysts' ratings stand beside each other.

    Put -- before a rating that starts with a hyphen.

    Example: sayso hypothesis rate strike-on-the-mill "No fire was seen" "A fuel depot was the target" II
    """
    from sayso.workbench import Case  # noqa: PLC0415

    fields = {"source": source, "origin": origin, "grade": graded, "credibility": credibility, "relevance": relevance}
    with Case.open(case, write=True) as opened:
        decision = opened.rate(name, hypothesis, rating, who=who or me(), analyst=analyst, **fields)
    talk.done(decision, f"{decision.value['rating']}: {name} | {hypothesis}", json=json)


@hypotheses.command("list")
def list_hypotheses(case: CasePath, *, json: AsJson = False) -> None:
    """List explanations: those decided, with their scores, and those proposed from the reports.

    Example: sayso hypothesis list strike-on-the-mill
    """
    from sayso.desk.showing import show_hypotheses  # noqa: PLC0415

    show_hypotheses(case, as_json=json)


@hypotheses.command("without")
def without(
    case: CasePath,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCES", help="Outlets, speakers or origins, by name.")],
    *,
    only: Annotated[bool, typer.Option("--only", help="Keep what reprints, rewrites or cites them.")] = False,
    json: AsJson = False,
) -> None:
    """See what is left without some sources and everything that goes back to them; nothing is changed.

    Example: sayso hypothesis without strike-on-the-mill "Harbour Post"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
        found = opened.without(sources, citing=not only)
        verdict = opened.verdict()
    if json:
        talk.out_json(found)
        return
    from sayso.desk.boards import what_if  # noqa: PLC0415 - drawing loads for people only

    talk.lines(what_if(found, verdict, talk.width()))


@hypotheses.command("analysts")
def analysts(case: CasePath, *, json: AsJson = False) -> None:
    """Show what each analyst's ratings come to, the pooled probabilities, and the cells rated differently.

    Example: sayso hypothesis analysts strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
        panel = opened.panel()
    if json:
        talk.out_json(panel)
    elif panel is None:
        talk.say("Fewer than two people have rated: there is nothing to compare yet.")
    else:
        from sayso.desk.boards import panel_lines  # noqa: PLC0415 - drawing loads for people only

        talk.lines(panel_lines(panel, talk.width()))


def register(app: typer.Typer) -> None:
    """Add these commands to the app, those about what comes and came after them."""
    for name, function in foresight_commands.COMMANDS.items():
        hypotheses.command(name)(function)
    app.add_typer(hypotheses, name="hypothesis")
