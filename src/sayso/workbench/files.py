"""Without a case: files in, records out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from sayso.collect import CollectOptions, collect, extract, read_rows
from sayso.engine import EngineName, run
from sayso.errors import InputRefused, UsageError
from sayso.explaining import parse_matrix, propose, score
from sayso.linking import group_incidents, locate, trace_origins
from sayso.records import (
    AchMethod,
    Collected,
    Document,
    Incident,
    IncidentGroup,
    Matrix,
    Origins,
    Range,
    Reading,
    Refused,
    Resolution,
    RuleName,
    SourceClaim,
    Verdict,
    Weighing,
    content_id,
)
from sayso.weighing import weigh as weigh_figures

__all__ = [
    "ach",
    "incidents",
    "origins",
    "propose",
    "read",
    "read_document",
    "read_inputs",
    "resolve",
    "weigh",
    "weigh_each",
]


def read_document(document: Document) -> Reading:
    """Read one document and place what it names; pure, so that an engine may run it anywhere."""
    from sayso.reading import read as read_text  # noqa: PLC0415 - compiled lexicons load on first use

    return locate(read_text(document))


def read(text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Reading:
    """Read one text.

    Args:
        text: kept as it is; all offsets of the result refer to it.
        published: ISO 8601 date against which "on Saturday" is resolved; unknown stays unknown.
        outlet: who published it.
        title: headline, if it is not part of the text.
    """
    row = {"id": content_id("d", text), "text": text, "published": published, "outlet": outlet, "title": title}
    document = _row_document(row, "the text")
    # The caller gave a text, not a row: its hash is of the text alone.
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return read_document(msgspec.structs.replace(document, sha256=digest))


def _read_or_pass(item: Document | Refused) -> Reading | Refused:
    return item if isinstance(item, Refused) else read_document(item)


def read_inputs(
    inputs: Sequence[str],
    *,
    options: CollectOptions | None = None,
    stdin: BinaryIO | None = None,
    engine: EngineName = "local",
    workers: int = 1,
) -> Iterator[Reading | Refused]:
    """Collect and read; readings and refusals come in input order.

    Raises:
        UsageError: unknown engine or fewer than one worker.
        EngineMissing: the engine's extra is not installed.
    """
    found = collect(inputs, options=options or CollectOptions(), stdin=stdin)
    items = (item.document if isinstance(item, Collected) else item for item in found)
    return run(_read_or_pass, items, engine=engine, workers=workers)


def origins(documents: Sequence[Document], *, readings: Sequence[Reading] = ()) -> Origins:
    """Trace which documents are one origin; reads them first unless `readings` are given."""
    return trace_origins(documents, readings or [read_document(d) for d in documents])


def weigh(readings: Sequence[Reading], *, rule: RuleName = "airwars") -> Weighing:
    """Take all readings as reports of one incident and weigh what they claim of it."""
    return weigh_figures(readings, trace_origins([r.document for r in readings], readings), rule=rule)


def _weigh_row(job: tuple[dict[str, Any], RuleName]) -> tuple[str, dict[str, Range]]:
    row, rule = job
    name = str(row["id"])
    texts = row.get("documents") or [row]
    readings = [read_document(_row_document(entry, name)) for entry in texts]
    return name, weigh(readings, rule=rule).figures


def _row_document(row: Mapping[str, Any], name: str) -> Document:
    fields = {
        k: row[k] for k in ("id", "text", "published", "outlet", "title", "url", "author") if row.get(k) is not None
    }
    if not isinstance(fields.get("text"), str):
        raise InputRefused(name, 'a document in this row has no "text"; give it one, or leave the row out.')
    documents = extract(
        msgspec.json.encode(fields), name=name, media_type="application/jsonl", url=None, options=CollectOptions()
    )
    return documents[0]


def weigh_each(
    inputs: Sequence[str],
    *,
    rule: RuleName = "airwars",
    stdin: BinaryIO | None = None,
    engine: EngineName = "local",
    workers: int = 1,
) -> Iterator[tuple[str, dict[str, Range]] | Refused]:
    """Weigh every line of JSON Lines files as an incident of its own: `(id, ranges by quantity)` in input order."""

    def jobs() -> Iterator[tuple[dict[str, Any], RuleName] | Refused]:
        for name in inputs:
            for row in read_rows(stdin if name == "-" and stdin is not None else name, name):
                if isinstance(row, Refused):
                    yield row
                elif "id" not in row or not ("text" in row or "documents" in row):
                    yield Refused(
                        name=name, reason='a row has no "id", or neither "text" nor "documents"; it was left out.'
                    )
                else:
                    yield row, rule

    return run(_weigh_or_pass, jobs(), engine=engine, workers=workers)


def _weigh_or_pass(item: tuple[dict[str, Any], RuleName] | Refused) -> tuple[str, dict[str, Range]] | Refused:
    if isinstance(item, Refused):
        return item
    try:
        return _weigh_row(item)
    except InputRefused as refusal:
        return Refused(name=refusal.name, reason=refusal.reason)


def incidents(readings: Sequence[Reading], *, rule: RuleName = "airwars") -> tuple[Incident, ...]:
    """Group readings into incidents and weigh each; incidents in order of their first document."""
    by_id = {r.document.id: r for r in readings}
    groups = group_incidents(readings)
    return tuple(as_incident(g, weigh([by_id[i] for i in g.documents], rule=rule)) for g in groups)


def as_incident(group: IncidentGroup, weighed: Weighing) -> Incident:
    """Join a group of documents with what their figures amount to."""
    return Incident(
        id=group.id,
        documents=group.documents,
        date=group.date,
        place=group.place,
        killed=weighed.figures["killed"],
        injured=weighed.figures["injured"],
        figures=weighed.accounts,
        reasons=group.reasons,
    )


def _file_text(path: str | Path) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise InputRefused(
            str(path), f"it cannot be read ({fault.strerror}); check the name and the permissions."
        ) from None
    except UnicodeDecodeError:
        raise InputRefused(str(path), "it is not UTF-8; save the table as CSV in UTF-8.") from None


def resolve(
    claims: str | Path | Iterable[SourceClaim], *, method: str = "auto", hierarchy: str | Path | None = None
) -> Resolution:
    """Resolve a who-claims-what table (a CSV file with `object,source,value`, or claims).

    Raises:
        InputRefused: the file cannot be read or has not the columns.
        UsageError: unknown method.
    """
    from sayso.weighing.resolution import parse_claims, parse_hierarchy  # noqa: PLC0415 - tables only
    from sayso.weighing.resolution import resolve as resolve_claims  # noqa: PLC0415

    rows = parse_claims(_file_text(claims), str(claims)) if isinstance(claims, str | Path) else list(claims)
    parents = parse_hierarchy(_file_text(hierarchy), str(hierarchy)) if hierarchy is not None else {}
    return resolve_claims(rows, method=method, hierarchy=parents)


def ach(matrix: str | Path | Matrix, *, method: AchMethod = "bayes") -> Verdict:
    """Score a matrix (a CSV file as in the contract, or a `Matrix`) by all four methods; `method` picks the ranking.

    Raises:
        InputRefused: the file cannot be read, or a cell is none of the ratings.
    """
    if not isinstance(matrix, Matrix):
        matrix = parse_matrix(_file_text(matrix), str(matrix))
    if not matrix.hypotheses:
        raise UsageError("The matrix has no hypotheses: give one column for each.")
    return score(matrix, method)
