"""`sayso show`: a case in the terminal, as people read it or as JSON."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.desk import talk
from sayso.desk.file_commands import AsJson, IncidentOption, RuleOption
from sayso.desk.progress import Progress

if TYPE_CHECKING:
    from sayso.records import CaseView

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")]


class What(StrEnum):
    """Parts of a case."""

    summary = "summary"
    documents = "documents"
    claims = "claims"
    figures = "figures"
    timeline = "timeline"
    places = "places"
    actors = "actors"
    sources = "sources"
    origins = "origins"
    incidents = "incidents"
    hypotheses = "hypotheses"


def dossier(view: CaseView) -> None:
    """Print the dossier."""
    from sayso.workbench import terminal  # noqa: PLC0415

    talk.out(terminal(view, width=talk.width(), colour=talk.colour()).rstrip("\n"))


def show(
    case: CasePath,
    what: Annotated[What, typer.Argument(help="Which part.")] = What.summary,
    *,
    rule: RuleOption = "airwars",
    incident: IncidentOption = None,
    json: AsJson = False,
) -> None:
    """Show a case: the dossier, or one part of it.

    Example: sayso show strike-on-the-mill figures
    """
    from sayso.workbench import Case  # noqa: PLC0415

    if what is What.hypotheses:
        show_hypotheses(case, as_json=json)
        return
    with Progress("weighing"), Case.open(case) as opened:
        view = opened.view(rule=rule, incident=incident)
    if view.waiting:
        talk.say(
            f"Still to be read: {view.waiting} of {len(view.readings)} documents. The same sayso add takes up the rest."
        )
    if older := _older(view):
        talk.say(
            f"Read with other rules than this program has: {older} of {len(view.readings)} documents. sayso add with"
            " any file, also one that the case holds, reads them again and keeps what people decided."
        )
    if json:
        talk.out_json(PARTS[what](view))
    elif what is What.summary:
        dossier(view)
    else:
        from sayso.desk.graded import ROWS  # noqa: PLC0415 - drawing loads for people only

        drawn = list(ROWS[what](view, talk.width()))
        talk.lines(drawn)
        if not drawn:
            talk.say(f"This case has no {what}.")


def _older(view: CaseView) -> int:
    from sayso.reading import READER  # noqa: PLC0415 - only here

    return sum(bool(r.sentences) and r.reader != READER for r in view.readings)


def _claims(view: CaseView) -> list[dict[str, Any]]:
    """Claims as they stand; those that a person rejected stand behind the others of their document, and say so.

    `credibility` is worked out, `given_credibility` a person's word; each is left out where there is none.
    """
    from msgspec.structs import replace  # noqa: PLC0415 - loads with the case

    from sayso.workbench import credibilities, given_credibilities  # noqa: PLC0415 - only here

    found, given = credibilities(view), given_credibilities(view)
    rows = []
    out: dict[str, list[Any]] = {}
    for review in view.reviews:
        if review.state == "rejected" and review.program is not None:
            out.setdefault(review.document, []).append(replace(review.program, review="rejected"))
    for r in view.readings:
        of = r.document.id
        for c in (*r.claims, *out.get(of, ())):
            row: dict[str, Any] = {"document": of, "outlet": r.document.outlet, "claim": c}
            if c.id in found.get(of, {}):
                row["credibility"] = found[of][c.id]
            if c.id in given:
                row["given_credibility"] = {"digit": given[c.id][0], "who": given[c.id][1]}
            rows.append(row)
    return rows


def _figures(view: CaseView) -> dict[str, Any]:
    """Ranges and accounts, and by the id of its account the credibility that was worked out for each figure."""
    from sayso.workbench import figure_credibilities  # noqa: PLC0415 - only here

    weighing = view.weighing
    return {"figures": weighing.figures, "accounts": weighing.accounts, "credibility": figure_credibilities(view)}


def _places(view: CaseView) -> list[dict[str, Any]]:
    return [{"document": r.document.id, "place": p} for r in view.readings for p in r.places]


PARTS: dict[What, Callable[[CaseView], Any]] = {
    What.summary: lambda v: {
        "name": v.name, "title": v.title, "documents": len(v.readings), "origins": len(v.origins.origins),
        "claims": sum(len(r.claims) for r in v.readings), "refused": v.refused, "statements": v.statements,
        "figures": v.weighing.figures, "verdict": v.verdict, "now": v.now,
    },
    What.documents: lambda v: {"documents": [r.document for r in v.readings], "copies": v.copies, "refused": v.refused},
    What.figures: _figures,
    What.claims: _claims,
    What.timeline: lambda v: v.timeline,
    What.places: _places,
    What.actors: lambda v: v.actors,
    What.sources: lambda v: v.sources,
    What.origins: lambda v: v.origins,
    What.incidents: lambda v: {"incidents": v.incidents},
}  # fmt: skip


def show_hypotheses(case: Path, *, as_json: bool) -> None:
    """Print decided explanations with their scores and proposed ones with their passages."""
    from sayso.workbench import Case, propose  # noqa: PLC0415

    with Progress("weighing"), Case.open(case) as opened:
        matrix, verdict, readings = opened.matrix(), opened.verdict(), opened.readings()
        around = {"panel": opened.panel(), "indicators": opened.indicators(), "post_mortem": opened.post_mortem()}
        proposals = propose(readings)
    if as_json:
        talk.out_json({"matrix": matrix, "verdict": verdict, "proposed": proposals, **around})
    else:
        from sayso.desk.boards import hypotheses  # noqa: PLC0415 - drawing loads for people only

        talk.lines(hypotheses(matrix, verdict, proposals, readings, talk.width()))
        if matrix is None and not proposals:
            talk.say(f'No explanations yet: sayso hypothesis add {case} "WHAT MAY HAVE HAPPENED" writes one down.')
