"""`sayso show`: a case in the terminal, as people read it or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.desk import talk
from sayso.desk.file_commands import AsJson, RuleOption

if TYPE_CHECKING:
    from sayso.records import CaseView, Claim, Document

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


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def dossier(view: CaseView) -> None:
    """Print the dossier."""
    from sayso.workbench import terminal  # noqa: PLC0415

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    talk.out(terminal(view, width=width(), colour=colour))


def show(
    case: CasePath,
    what: Annotated[What, typer.Argument(help="Which part.")] = What.summary,
    *,
    rule: RuleOption = "airwars",
    json: AsJson = False,
) -> None:
    """Show a case: the dossier, or one part of it.

    Example: sayso show strike-on-the-mill figures
    """
    from sayso.workbench import Case  # noqa: PLC0415

    if what is What.hypotheses:
        show_hypotheses(case, as_json=json)
        return
    with Case.open(case) as opened:
        view = opened.view(rule=rule)
    if json:
        talk.out_json(PARTS[what](view))
    elif what is What.summary:
        dossier(view)
    else:
        ROWS[what](view)


def _claims(view: CaseView) -> list[dict[str, Any]]:
    return [
        {"document": r.document.id, "outlet": r.document.outlet, "claim": c} for r in view.readings for c in r.claims
    ]


def _places(view: CaseView) -> list[dict[str, Any]]:
    return [{"document": r.document.id, "place": p} for r in view.readings for p in r.places]


PARTS: dict[What, Callable[[CaseView], Any]] = {
    What.summary: lambda v: {
        "name": v.name, "title": v.title, "documents": len(v.readings), "origins": len(v.origins.origins),
        "claims": sum(len(r.claims) for r in v.readings), "refused": v.refused, "statements": v.statements,
        "figures": v.weighing.figures, "verdict": v.verdict, "now": v.now,
    },
    What.documents: lambda v: {"documents": [r.document for r in v.readings], "copies": v.copies, "refused": v.refused},
    What.claims: _claims,
    What.figures: lambda v: v.weighing,
    What.timeline: lambda v: v.timeline,
    What.places: _places,
    What.actors: lambda v: v.actors,
    What.sources: lambda v: v.sources,
    What.origins: lambda v: v.origins,
    What.incidents: lambda v: {"incidents": v.incidents},
}  # fmt: skip


def _short(document: Document) -> str:
    """What people call it: the file's name, or the address."""
    return Path(document.path).name if document.path else document.url or document.id


def _show_documents(view: CaseView) -> None:
    talk.table(
        ("document", "outlet", "published", "language", "title"),
        ((_short(d), d.outlet, d.published, (d.language or "") + (" unread" if d.unread else ""), d.title)
         for d in (r.document for r in view.readings)),
    )  # fmt: skip
    for document in (r.document for r in view.readings if r.document.unread):
        talk.out(f"kept but not read: {document.path or document.id}: {document.unread}")
    for refused in view.refused:
        talk.out(f"refused {refused.name}: {refused.reason}")


def _extent(claim: Claim) -> str:
    return f"{claim.content[0].start}-{claim.content[-1].end}"


def _show_claims(view: CaseView) -> None:
    for reading in view.readings:
        for claim in reading.claims:
            source = claim.source.entity or claim.source.text if claim.source else "nobody named"
            via = "".join(f", via {v.text}" for v in claim.via)
            words = " … ".join(" ".join(s.text.split()) for s in claim.content)
            denied = ", denied" if claim.polarity == "denied" else ""
            talk.out(f"{source}{via} ({claim.certainty}{denied}, {claim.score:.2f}): “{words}”")
            talk.out(f"    {reading.document.outlet or reading.document.id}, {_extent(claim)}")


def _show_figures(view: CaseView) -> None:
    talk.table(
        ("quantity", "minimum", "best", "maximum", "origins", "contested"),
        (
            (key, r.minimum, r.best, r.maximum, r.origins, "yes" if r.contested else "no")
            for key, r in view.weighing.figures.items()
        ),
    )
    talk.table(
        ("what", "who says", "as worded", "low", "high", "use"),
        (
            (a.what, a.speaker or a.outlet or "not named", a.passage.text, a.low, a.high, f"{a.used}: {a.why}")
            for a in view.weighing.accounts
        ),
    )


ROWS: dict[What, Callable[[CaseView], None]] = {
    What.documents: _show_documents,
    What.claims: _show_claims,
    What.figures: _show_figures,
    What.timeline: lambda v: talk.table(
        ("when", "who says", "what"), ((e.when, e.speaker, e.says) for e in v.timeline)
    ),
    What.places: lambda v: talk.table(
        ("place", "country", "latitude", "longitude", "precision", "as written"),
        sorted(
            {(p.name, p.country or "", p.lat, p.lon, p.precision, p.text) for r in v.readings for p in r.places},
            key=str,
        ),
    ),
    What.actors: lambda v: talk.table(
        ("actor", "type", "mentions", "spellings"),
        ((a.name, a.type, a.mentions, "; ".join(a.spellings)) for a in v.actors),
    ),
    What.sources: lambda v: talk.table(
        ("source", "kind", "grade", "documents", "claims", "origins", ""),
        (
            (s.name, s.kind, s.grade, s.documents, s.claims, len(s.origins), "set aside" if s.distrusted else "")
            for s in v.sources
        ),
    ),
    What.origins: lambda v: talk.table(
        ("document", "origin", "relation", "of", "reasons"),
        ((d.id, d.origin, d.relation, d.of, " ".join(r.says for r in d.reasons)) for d in v.origins.documents),
    ),
    What.incidents: lambda v: talk.table(
        ("incident", "date", "place", "documents", "killed", "injured"),
        ((i.id, i.date, i.place, len(i.documents), _range(i.killed), _range(i.injured)) for i in v.incidents),
    ),
}


def _range(value: Any) -> str:
    return " - ".join(talk.plain(n) for n in (value.minimum, value.best, value.maximum))


def show_hypotheses(case: Path, *, as_json: bool) -> None:
    """Print decided explanations with their scores and proposed ones with their passages."""
    from sayso.workbench import Case, ach, propose  # noqa: PLC0415

    with Case.open(case) as opened:
        matrix, readings = opened.matrix(), opened.readings()
    verdict = ach(matrix) if matrix is not None and matrix.evidence else None
    proposals = propose(readings)
    if as_json:
        talk.out_json({"matrix": matrix, "verdict": verdict, "proposed": proposals})
        return
    if verdict is not None:
        talk.table(
            ("rank", "hypothesis", "probability", "in words"),
            (
                (h.rank, h.name, f"{h.probability:.0%}", h.words)
                for h in sorted(verdict.hypotheses, key=lambda h: h.rank)
            ),
        )
    elif matrix is not None:
        talk.out("\n".join(matrix.hypotheses))
    for proposal in proposals:
        talk.out(f"proposed: {proposal.name} ({len(proposal.passages)} passages)")
    if matrix is None and not proposals:
        talk.say("No explanations yet: sayso hypothesis add CASE NAME writes one down.")
