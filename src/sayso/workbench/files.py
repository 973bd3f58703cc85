"""Without a case: files in, records out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import msgspec

from sayso.collect import CollectOptions, collect, extract, read_rows
from sayso.engine import EngineName, run
from sayso.errors import InputRefused, UsageError
from sayso.explaining import propose
from sayso.linking import group_incidents, locate, trace_origins
from sayso.records import (
    Collected,
    Document,
    Incident,
    IncidentGroup,
    Origins,
    Range,
    Reading,
    Refused,
    RuleName,
    Weighing,
    content_id,
)
from sayso.weighing import RULES
from sayso.weighing import weigh as weigh_figures

__all__ = [
    "incidents",
    "origins",
    "propose",
    "read",
    "read_document",
    "read_inputs",
    "row_bytes",
    "row_document",
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
        text: kept as it is; all offsets of the result are code points of it, half-open.
        published: ISO 8601 date against which "on Saturday" is resolved; unknown stays unknown.
        outlet: who published it.
        title: headline, if it is not part of the text.

    Returns:
        Claims, mentions, places, times, figures, equipment and explanations, each list in text order.

    Raises:
        InputRefused: the text is empty, or holds half a character.
        UsageError: `published` is no date.
    """
    try:
        whole = text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise InputRefused(
            "the text", f"character {fault.start} is half a character (a lone surrogate); decode the text anew."
        ) from None
    row = {"id": content_id("d", text), "text": text, "published": published, "outlet": outlet, "title": title}
    document = row_document(row, "the text")
    if published is not None and document.published is None:
        raise UsageError(f'"{published}" is no date: write it as 2031-03-09, or as much of it as is known.')
    # The caller gave a text, not a row: its hash is of the text alone.
    digest = hashlib.sha256(whole).hexdigest()
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


def origins(documents: Sequence[Document | Reading], *, readings: Sequence[Reading] = ()) -> Origins:
    """Trace which documents are one origin: reprints, rewrites and citations, each with its reasons.

    Args:
        documents: in any order; the result keeps it. Readings may stand in for their documents.
        readings: of these documents, if they are at hand; otherwise each document is read first.
    """
    if not readings:
        readings = [d if isinstance(d, Reading) else read_document(d) for d in documents]
    return trace_origins([d.document if isinstance(d, Reading) else d for d in documents], readings)


def weigh(readings: Sequence[Reading], *, rule: RuleName = "airwars") -> Weighing:
    """Take all readings as reports of one incident and weigh what they claim of it.

    Args:
        readings: from `read`; reprints among them are found and count once.
        rule: `airwars`, `ucdp`, `acled` or `gtd`.

    Returns:
        `figures`, ranges by quantity (`killed` and `injured` always; null where nothing was claimed), and `accounts`,
        what each source says of each quantity with what the rule made of it.

    Raises:
        UsageError: unknown rule.
    """
    if rule not in RULES:
        raise UsageError(f'There is no rule called "{rule}": choose one of {", ".join(RULES)}.')
    return weigh_figures(readings, trace_origins([r.document for r in readings], readings), rule=rule)


def _weigh_row(job: tuple[dict[str, Any], RuleName]) -> tuple[str, dict[str, Range]]:
    row, rule = job
    name = str(row["id"])
    texts = row.get("documents") or [row]
    readings = [read_document(row_document(entry, name)) for entry in texts]
    return name, weigh(readings, rule=rule).figures


def row_bytes(row: Mapping[str, Any]) -> bytes:
    """Write the fields of a row that make a document as one line of JSON Lines."""
    import msgspec  # noqa: PLC0415 - keeps the start of the command fast

    fields = ("id", "text", "published", "outlet", "title", "url", "author")
    return msgspec.json.encode({k: row[k] for k in fields if row.get(k) is not None})


def row_document(row: Mapping[str, Any], name: str) -> Document:
    """Make a document of one row of JSON Lines; its bytes are those that `row_bytes` gives.

    Raises:
        InputRefused: it has no text.
    """
    if not isinstance(row.get("text"), str):
        raise InputRefused(name, 'a document in this row has no "text"; give it one, or leave the row out.')
    documents = extract(row_bytes(row), name=name, media_type="application/jsonl", url=None, options=CollectOptions())
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
    """Group readings into incidents and weigh each by `rule`; incidents in order of their first document.

    Raises:
        UsageError: unknown rule.
    """
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
        proposed=group.proposed,
    )
