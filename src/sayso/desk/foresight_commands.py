"""The commands of `sayso hypothesis` about time: predictions, scored later, and the look back on closed cases."""

from __future__ import annotations

from collections.abc import Callable
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
    from sayso.workbench.judging import Settled


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


COMMANDS: dict[str, Callable[..., None]] = {
    "indicator": indicator,
    "settle": settle,
    "indicators": indicators,
    "outcome": outcome,
    "review": review,
}
"""Commands by name, in the order of the help."""
