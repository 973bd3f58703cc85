"""`sayso hypothesis`: explanations of a case, the evidence for and against them, what would change, what came true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson
from sayso.desk.people import me
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.workbench.judging import LinkKind, Settled

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


@hypotheses.command("indicator")
def indicator(
    case: CasePath,
    says: Annotated[str, typer.Argument(metavar="WHAT", help="What would happen.")],
    *,
    by: Annotated[str, typer.Option(help="The day until which it may happen, as 2031-06-30.")],
    if_: Annotated[
        list[str],
        typer.Option("--if", metavar="HYPOTHESIS=RATING", help="How well that would go with it: CC C N I II."),
    ],
    probability: Annotated[
        float | None, typer.Option(min=0, max=1, help="That it happens; what the matrix implies if not given.")
    ] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Write down a prediction: if this happens by that day, which explanation gains.

    Example: sayso hypothesis indicator strike-on-the-mill "Video shows fuel burning" --by 2031-06-30 --if "Depot=CC"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    pairs = [word.rpartition("=") for word in if_]
    if any(not name for name, _, _ in pairs):
        raise UsageError('Write --if as HYPOTHESIS=RATING, for example --if "A fuel depot was the target=CC".')
    with Case.open(case, write=True) as opened:
        decision = opened.add_indicator(
            says, by, {name: rating for name, _, rating in pairs}, who=who or me(), probability=probability
        )
    chance = decision.value["probability"]
    expected = "" if chance is None else f" It is expected with {chance:.0%}.".replace("%", " %")
    talk.done(decision, f"By {decision.value['by']}: {says}.{expected}", json=json)


@hypotheses.command("settle")
def settle(
    case: CasePath,
    says: Annotated[str, typer.Argument(metavar="WHAT", help="An indicator, in the words it was written down with.")],
    answer: Annotated[str, typer.Argument(help="happened, not, or unknown (it cannot be told).")],
    *,
    on: Annotated[str | None, typer.Option(help="The day on which it happened or was settled.")] = None,
    note: Annotated[str | None, typer.Option(help="How it is known.")] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say whether an indicator came true: it then counts as evidence, and the forecast is scored.

    Example: sayso hypothesis settle strike-on-the-mill "Video shows fuel burning" not
    """
    from sayso.workbench import Case  # noqa: PLC0415

    words: dict[str, Settled] = {"happened": "happened", "not": "did not happen", "unknown": "cannot be told"}
    if answer not in words:
        raise UsageError(f'"{answer}" settles nothing: say {", ".join(words)}.')
    with Case.open(case, write=True) as opened:
        decision = opened.settle_indicator(says, words[answer], who=who or me(), on=on, note=note)
    talk.done(decision, f"{says}: {words[answer]}.", json=json)


@hypotheses.command("indicators")
def indicators(case: CasePath, *, json: AsJson = False) -> None:
    """List indicators: open ones with their day, settled ones with their score.

    Example: sayso hypothesis indicators strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
        found = opened.indicators()
    if json:
        talk.out_json(found)
    elif not found:
        talk.say("No indicator is written down yet: sayso hypothesis indicator does.")
    else:
        from sayso.desk.boards import indicator_lines  # noqa: PLC0415 - drawing loads for people only

        talk.lines(indicator_lines(found, talk.width()))


@hypotheses.command("outcome")
def outcome(
    case: CasePath,
    true: Annotated[
        list[str] | None, typer.Argument(metavar="HYPOTHESES", help="What turned out true; none if nothing did.")
    ] = None,
    *,
    note: Annotated[str | None, typer.Option(help="How it is known.")] = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Record what turned out true; the probabilities of today are kept and scored.

    Example: sayso hypothesis outcome strike-on-the-mill "A fuel depot was the target" --note "Inquiry of 2033"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = opened.outcome(true or (), who=who or me(), note=note)
    talk.done(
        decision, f"Turned out true: {decision.subject}. Look back with: sayso hypothesis review {case}", json=json
    )


@hypotheses.command("review")
def review(
    cases: Annotated[list[Path], typer.Argument(metavar="CASES", help="Folders of cases; open ones are left out.")],
    *,
    json: AsJson = False,
) -> None:
    """Look back on closed cases: Brier score of each and of all, and the rows that misled.

    Example: sayso hypothesis review strike-on-the-mill ferry-landing
    """
    from sayso.workbench import review as look_back  # noqa: PLC0415

    found = look_back(cases)
    if json:
        mean = sum(seen.brier for _, seen in found) / len(found) if found else None
        talk.out_json({"cases": [{"case": name, **_fields(seen)} for name, seen in found], "brier": mean})
    elif not found:
        talk.say("None of these cases is closed: sayso hypothesis outcome records what turned out true.")
    else:
        from sayso.desk.boards import review_lines  # noqa: PLC0415 - drawing loads for people only

        talk.lines(review_lines(found, talk.width()))


def _fields(record: object) -> dict[str, object]:
    import msgspec  # noqa: PLC0415 - loaded with the records

    return dict(msgspec.to_builtins(record))


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(hypotheses, name="hypothesis")
