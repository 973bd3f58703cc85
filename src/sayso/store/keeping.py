"""How a collected document enters the case: what is known already, what is new, what is a new snapshot."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from sayso.errors import InputRefused
from sayso.records import Collected, Document
from sayso.store.dialects import index_text
from sayso.store.schema import canonical, documents, records, sha256, texts
from sayso.store.searching import folded
from sayso.store.warcs import address_of
from sayso.store.writing import Work

Outcome = Literal["new", "known", "snapshot"]

# Made once: building a statement takes SQLAlchemy longer than SQLite takes to run it.
_SAME_ID = (
    select(documents.c.id)
    .where(documents.c.given == bindparam("given"), documents.c.sha256 == bindparam("bytes"))
    .limit(1)
)
_SAME_TEXT = (
    select(documents.c.id, documents.c.sha256, documents.c.url, documents.c.capture)
    .join(texts, texts.c.document == documents.c.id)
    .where(texts.c.sha256 == bindparam("text"), texts.c.version == 1)
    .order_by(documents.c.number)
)
_BEFORE = (
    select(documents.c.id, documents.c.record, texts.c.text, texts.c.details)
    .join(texts, texts.c.document == documents.c.id)
    .where(
        ((documents.c.given == bindparam("given")) & (documents.c.path == bindparam("path")))
        | ((documents.c.url == bindparam("url")) & (documents.c.sha256 != bindparam("bytes")))
    )
    .order_by(documents.c.number.desc(), texts.c.version.desc())
    .limit(1)
)
_NEWEST_TEXT = select(texts).where(texts.c.document == bindparam("name")).order_by(texts.c.version.desc()).limit(1)
_TAKEN = select(documents.c.id).where(documents.c.id == bindparam("name"))
_RECORD = (
    select(records.c.id)
    .where(
        records.c.sha256 == bindparam("bytes"),
        func.coalesce(records.c.address, "") == bindparam("address"),
        records.c.kind != "warcinfo",
    )
    .limit(1)
)

_NOT_DETAILS = ("id", "text", "sha256", "path", "url")


def details_of(document: Document) -> dict[str, Any]:
    """Give what an extractor found, without text and without what the bytes and the place decide."""
    fields: dict[str, Any] = msgspec.to_builtins(document)
    for name in _NOT_DETAILS:
        del fields[name]
    return fields


def document_from(row: Any) -> Document:
    """Make a document from a row of `documents` joined with one of `texts`."""
    return msgspec.convert(
        {**row.details, "id": row.id, "path": row.path, "url": row.url, "sha256": row.sha256, "text": row.text},
        Document,
    )


def keep_one(work: Work, collected: Collected) -> Outcome:
    """Store one document with its bytes, unless they are there.

    Raises:
        InputRefused: bytes and digest disagree, or the text holds what no database takes.
    """
    _check(work, collected)
    document, capture = collected.document, collected.capture
    known = _same_document(work.connection, collected)
    if known is not None:
        add_text(work, known, document)
        return "known"
    previous = _previous(work.connection, collected)
    if previous is not None and _one_of_many(work.connection, previous) and _says_the_same(previous, document):
        return "known"  # an unchanged item of a feed, or line of a list, whose other parts changed
    address = address_of(capture, document.url)
    record = work.connection.execute(_RECORD, {"bytes": document.sha256, "address": address or ""}).scalar()
    if record is None:
        record = work.archive(collected.raw, capture, url=document.url, media_type=document.media_type).id
    name = _free_id(work.connection, document.id)
    work.add(
        documents,
        {
            "id": name,
            "number": work.next_id(documents.c.number),
            "given": document.id,
            "record": record,
            "sha256": document.sha256,
            "url": document.url,
            "path": document.path,
            "previous": None if previous is None else previous.id,
            "capture": capture,
            "stored": work.now,
        },
    )
    version = _write_text(work, name, 1, document)
    work.note("stored", name, sha256=document.sha256, record=record, text=version, previous=previous and previous.id)
    return "new" if previous is None else "snapshot"


def _check(work: Work, collected: Collected) -> None:
    document = collected.document
    name = collected.capture.location
    if work.digest(collected.raw) != document.sha256:
        raise InputRefused(name, "Its bytes do not have the SHA-256 that came with them; collect it again.")
    try:
        msgspec.json.encode((document, collected.capture))
    except UnicodeError as error:
        raise InputRefused(name, "It holds half characters (lone surrogates), which cannot be stored.") from error


def _same_document(connection: Connection, collected: Collected) -> str | None:
    """Find the stored document that these bytes already are."""
    document, capture = collected.document, collected.capture
    same = connection.execute(_SAME_ID, {"given": document.id, "bytes": document.sha256}).scalar()
    if same is not None or address_of(capture, document.url) is not None:
        return None if same is None else str(same)
    for row in connection.execute(_SAME_TEXT, {"text": sha256(document.text.encode())}):
        # The same bytes under another name. One file may hold two documents with equal text: those have one location.
        elsewhere = row.capture["location"] != capture.location
        if elsewhere and row.sha256 == document.sha256 and row.url == document.url:
            return str(row.id)
    return None


def _previous(connection: Connection, collected: Collected) -> Any:
    """Find the newest document that this one may be a new state of: the same URL, or the same id in the same file."""
    document = collected.document
    told = {"given": document.id, "path": document.path, "bytes": document.sha256}
    url = document.url or address_of(collected.capture, None)
    return connection.execute(_BEFORE, {**told, "url": url}).first()


def _one_of_many(connection: Connection, row: Any) -> bool:
    held = connection.execute(select(documents.c.id).where(documents.c.record == row.record).limit(2)).all()
    return len(held) > 1


def _says_the_same(row: Any, document: Document) -> bool:
    return bool(row.text == document.text) and canonical(row.details) == canonical(details_of(document))


def _free_id(connection: Connection, wanted: str) -> str:
    name, number = wanted, 1
    while connection.execute(_TAKEN, {"name": name}).first() is not None:
        number += 1
        name = f"{wanted}.{number}"
    return name


def add_text(work: Work, name: str, document: Document) -> bool:
    """Add a version of a stored document's text, if extractor or text differ from the newest; tells whether it did."""
    newest = work.connection.execute(_NEWEST_TEXT, {"name": name}).first()
    if newest is not None and newest.extractor == document.extractor and newest.text == document.text:
        return False
    version = 1 if newest is None else newest.version + 1
    digest = _write_text(work, name, version, document)
    work.note("text", name, version=version, extractor=document.extractor, sha256=digest)
    return True


def _write_text(work: Work, name: str, version: int, document: Document) -> str:
    number = work.next_id(texts.c.id)
    digest = sha256(document.text.encode())
    work.add(
        texts,
        {
            "id": number,
            "document": name,
            "version": version,
            "extractor": document.extractor,
            "sha256": digest,
            "text": document.text,
            "details": details_of(document),
            "stored": work.now,
        },
    )
    index_text(work.connection, number, folded(document.title or ""), folded(document.text))
    return digest
