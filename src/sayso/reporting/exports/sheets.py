"""Our own tables and JSON: claims, figures, the matrix, readings, the whole view; and the Atlos sheet."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.records import CaseView, Claim, Reading
from sayso.reporting.exports.rows import Value, link_of, main_incident, sheet, statements
from sayso.reporting.figures import accounts_by_quantity
from sayso.reporting.words import one_line, silent

CLAIMS = (
    "claim",
    "document",
    "outlet",
    "title",
    "published",
    "link",
    "sha256",
    "origin",
    "speaker",
    "speaker as written",
    "via",
    "cue",
    "content",
    "certainty",
    "polarity",
    "score",
    "start",
    "end",
    "within",
)
FIGURES = (
    "quantity",
    "what",
    "of",
    "group",
    "low",
    "best",
    "high",
    "wording",
    "words",
    "use",
    "why",
    "speaker",
    "outlet",
    "origin",
    "documents",
    "grade",
    "as of",
    "certainty",
    "proposed",
    "document",
    "start",
    "end",
)


def claims(view: CaseView) -> str:
    """One row a claim, with its words and offsets in the document's text."""
    origin = {link.id: link.origin for link in view.origins.documents}
    return sheet(CLAIMS, (_claim(r, c, origin.get(r.document.id)) for r in view.readings for c in r.claims))


def _claim(reading: Reading, claim: Claim, origin: str | None) -> list[Value]:
    document = reading.document
    return [
        claim.id,
        document.id,
        document.outlet,
        document.title,
        document.published,
        link_of(document),
        document.sha256,
        origin,
        (claim.source.entity or claim.source.text) if claim.source else None,
        claim.source.text if claim.source else None,
        " > ".join(v.text for v in claim.via),
        claim.cue.text if claim.cue else None,
        " … ".join(c.text for c in claim.content),
        claim.certainty,
        claim.polarity,
        claim.score,
        claim.content[0].start if claim.content else None,
        claim.content[-1].end if claim.content else None,
        claim.within,
    ]


def figures(view: CaseView) -> str:
    """One row an account, and one row a weighed range, for this rule and the others."""
    rows: list[list[Value]] = []
    for key, accounts in accounts_by_quantity(view.weighing.figures, view.weighing.accounts).items():
        rows += [
            [
                key,
                a.what,
                a.of,
                a.group,
                a.low,
                None,
                a.high,
                a.wording,
                a.passage.text,
                a.used,
                a.why,
                a.speaker,
                a.outlet,
                a.origin,
                " ".join(a.documents),
                a.grade,
                a.as_of,
                a.certainty,
                a.proposed,
                a.passage.document,
                a.passage.start,
                a.passage.end,
            ]
            for a in accounts
        ]
        for weighing in (view.weighing, *view.other_rules.values()):
            if (found := weighing.figures.get(key)) is not None:
                head: list[Value] = [key, key.partition(":")[0], None, None, found.minimum, found.best, found.maximum]
                why = f"{found.origins} origins, {'contested' if found.contested else 'not contested'}"
                why = "none mentioned; coded as 0, claimed by no origin" if silent(found) else why
                rows.append([*head, None, None, f"weighed, {found.rule}", why, *[None] * (len(FIGURES) - 11)])
    return sheet(FIGURES, rows)


def matrix(view: CaseView) -> str:
    """The matrix as `sayso ach` reads it: evidence in rows, hypotheses in columns, then the optional columns."""
    found = view.matrix
    optional = ("credibility", "relevance", "grade", "source", "origin")
    if found is None:
        return sheet(("evidence", *optional), ())
    priors: list[list[Value]] = [["prior", *found.priors, *([None] * len(optional))]] if found.priors else []
    return sheet(
        ("evidence", *found.hypotheses, *optional),
        (
            *priors,
            *(
                [e.name, *(c or "" for c in e.cells), e.credibility, e.relevance, e.grade, e.source, e.origin]
                for e in found.evidence
            ),
        ),
    )


def matrix_json(view: CaseView) -> str:
    """The matrix with links, claims and passages, as `sayso ach` and `sayso import` read it; null without one."""
    return msgspec.json.format(msgspec.json.encode(view.matrix), indent=1).decode() + "\n"


def whole(view: CaseView) -> str:
    """Everything that reports are drawn from, as one JSON object."""
    plain = _whole_numbers(msgspec.to_builtins(view))
    return msgspec.json.format(msgspec.json.encode(plain, order="deterministic"), indent=2).decode() + "\n"


def readings(view: CaseView) -> str:
    """One line a document, as `sayso read` prints them."""
    return "".join(msgspec.json.encode(_whole_numbers(msgspec.to_builtins(r))).decode() + "\n" for r in view.readings)


def _whole_numbers(value: Any) -> Any:
    """Write 9.0 as 9, as the tables do: nobody claimed tenths of a person. The records read either alike."""
    if isinstance(value, dict):
        return {key: _whole_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_whole_numbers(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def atlos(view: CaseView) -> str:
    """The sheet that Atlos imports: one row an incident, nothing marked as sensitive on anyone's behalf."""
    incident = main_incident(view)
    title = one_line(view.title)
    if incident is not None:
        where = f" {one_line(incident.place)}." if incident.place else ""
        when = f" {incident.date}." if incident.date else ""
        title = f"{title}.{when}{where} {statements(view)}".strip()
    return sheet(("status", "description", "sensitive"), [["To Do", title, "Not Sensitive"]])
