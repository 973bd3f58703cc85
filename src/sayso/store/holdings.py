"""What lies in a case, asked and added row by row: documents, copies, texts, readings, refusals, settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, insert, select, update

from sayso.errors import CaseDamaged, UsageError
from sayso.records import ArchivedCopy, Capture, Document, Reading, Refused
from sayso.store.keeping import document_from
from sayso.store.schema import custody, documents, plain, readings, records, refusals, settings, sha256, texts
from sayso.store.warcs import Stored, payload, read_member
from sayso.store.writing import Work

_ASKED = 500
"""Databases limit how many values one question may hold."""


def _joined(where: Any = None, *, newest: bool = True) -> Select[Any]:
    """Ask for documents with their text: the newest version, or every version."""
    query = select(
        documents.c.id,
        documents.c.path,
        documents.c.url,
        documents.c.sha256,
        texts.c.text,
        texts.c.details,
        texts.c.id.label("text_id"),
    ).join(texts, texts.c.document == documents.c.id)
    if newest:
        last = (
            select(texts.c.document, func.max(texts.c.version).label("version"))
            .group_by(texts.c.document)
            .subquery("last")
        )
        query = query.join(last, (last.c.document == texts.c.document) & (last.c.version == texts.c.version))
    if where is not None:
        query = query.where(where)
    return query.order_by(documents.c.number, texts.c.version)


def all_documents(connection: Connection, where: Any = None) -> list[Document]:
    """Give documents with their newest text, in stored order."""
    return [document_from(row) for row in connection.execute(_joined(where))]


def all_versions(connection: Connection, name: str) -> list[Document]:
    """Give every version of one document's text, oldest first."""
    return [document_from(row) for row in connection.execute(_joined(documents.c.id == name, newest=False))]


def find_document(connection: Connection, name: str) -> Document | None:
    """Find a document by id, else the newest that was given this id, or is at this URL or path."""
    exact = all_documents(connection, documents.c.id == name)
    if exact:
        return exact[0]
    where = (documents.c.given == name) | (documents.c.url == name) | (documents.c.path == name)
    last = connection.execute(select(func.max(documents.c.number)).where(where)).scalar()
    return None if last is None else all_documents(connection, documents.c.number == last)[0]


def text_keys(connection: Connection) -> list[tuple[str, int]]:
    """Give every document's id with the number of its newest text, in stored order."""
    rows = connection.execute(
        select(documents.c.id, func.max(texts.c.id))
        .join(texts, texts.c.document == documents.c.id)
        .group_by(documents.c.id, documents.c.number)
        .order_by(documents.c.number)
    )
    return [(str(row[0]), int(row[1])) for row in rows]


def named_documents(connection: Connection, names: Sequence[str]) -> list[Document]:
    """Give documents by id, in the order asked for; names that are not there are passed over."""
    found = {}
    for start in range(0, len(names), _ASKED):
        for document in all_documents(connection, documents.c.id.in_(names[start : start + _ASKED])):
            found[document.id] = document
    return [found[name] for name in names if name in found]


def known_id(connection: Connection, name: str) -> None:
    """Make sure that a document is there.

    Raises:
        UsageError: it is not.
    """
    if connection.execute(select(documents.c.id).where(documents.c.id == name)).first() is None:
        raise UsageError(f"There is no document {name} in this case.")


def all_records(connection: Connection) -> list[Stored]:
    """Give every archive record, in the order of the archive."""
    rows = connection.execute(select(records).order_by(records.c.warc, records.c.offset)).mappings()
    return [msgspec.convert(plain(row), Stored) for row in rows]


def documents_with_record(connection: Connection) -> list[tuple[Document, str]]:
    """Give every document with the id of its archive record."""
    held = {row.id: row.record for row in connection.execute(select(documents.c.id, documents.c.record))}
    return [(document, held[document.id]) for document in all_documents(connection)]


def all_copies(connection: Connection) -> list[ArchivedCopy]:
    """Say where each document's bytes lie, in stored order."""
    rows = connection.execute(
        select(documents.c.id, documents.c.capture, documents.c.sha256, documents.c.record)
        .add_columns(records.c.warc, records.c.offset, records.c.length)
        .join(records, records.c.id == documents.c.record)
        .order_by(documents.c.number)
    ).mappings()
    return [
        msgspec.convert(
            {
                "document": row["id"],
                "warc": row["warc"],
                "offset": row["offset"],
                "length": row["length"],
                "record_id": row["record"],
                "sha256": row["sha256"],
                "capture": row["capture"],
            },
            ArchivedCopy,
        )
        for row in rows
    ]


def raw_bytes(connection: Connection, folder: Path, name: str) -> bytes:
    """Read a document's untouched bytes and check them.

    Raises:
        CaseDamaged: they are missing or changed.
        UsageError: there is no such document.
    """
    known_id(connection, name)
    record = connection.execute(select(documents.c.record).where(documents.c.id == name)).scalar_one()
    return record_bytes(connection, folder, record)


def record_bytes(connection: Connection, folder: Path, record: str) -> bytes:
    """Read the untouched bytes of an archive record and check them.

    Raises:
        CaseDamaged: they are missing or changed.
    """
    row = connection.execute(select(records).where(records.c.id == record)).first()
    if row is None:
        raise CaseDamaged(f"There is no archive record {record}; run `sayso verify`.")
    try:
        _, raw = payload(read_member(folder, row.warc, row.offset, row.length))
    except (OSError, CaseDamaged) as error:
        raise CaseDamaged(f"The archived bytes of {record} cannot be read; run `sayso verify`.") from error
    if sha256(raw) != row.sha256:
        raise CaseDamaged(f"The archived bytes of {record} were changed; run `sayso verify`.")
    return raw


def archived(work: Work, raw: bytes, capture: Capture, media_type: str) -> str:
    """Put a file that is no document into the archive, unless its bytes are there; give the record's id."""
    same = select(records.c.id).where(records.c.sha256 == work.digest(raw), records.c.kind != "warcinfo").limit(1)
    known = work.connection.execute(same).scalar()
    return str(known) if known else work.archive(raw, capture, url=None, media_type=media_type).id


# -- texts and readings ----------------------------------------------------------------------------------------------


def texts_by_id(
    connection: Connection, ranked: Sequence[tuple[int, float]], limit: int
) -> list[tuple[Document, float]]:
    """Give the documents of the first `limit` of these texts that are their document's newest version."""
    newer = texts.alias("newer")
    replaced = (
        select(newer.c.id).where(newer.c.document == texts.c.document, newer.c.version > texts.c.version).exists()
    )
    found: list[tuple[Document, float]] = []
    step = min(max(limit, 50), _ASKED)
    for start in range(0, len(ranked), step):
        part = dict(ranked[start : start + step])
        rows = connection.execute(_joined(texts.c.id.in_(part) & ~replaced, newest=False))
        documents_of = {row.text_id: document_from(row) for row in rows}
        found += [(documents_of[text], rank) for text, rank in part.items() if text in documents_of]
        if len(found) >= limit:
            break
    return found[:limit]


def without_reading(connection: Connection, reader: str) -> list[Document]:
    """Give documents whose newest text this reader has not read and that can be read."""
    read = select(readings.c.text).where(readings.c.reader == reader)
    rows = connection.execute(_joined(texts.c.id.not_in(read)))
    return [document_from(row) for row in rows if row.details.get("unread") is None]


def add_reading(work: Work, reading: Reading) -> None:
    """Keep a reading, apart from the text that it read, which the case has.

    Raises:
        UsageError: the document or this version of its text is not in the case.
    """
    document = reading.document
    known_id(work.connection, document.id)
    digest = sha256(document.text.encode("utf-8", "surrogatepass"))
    text = work.connection.execute(
        select(texts.c.id)
        .where(texts.c.document == document.id, texts.c.sha256 == digest)
        .order_by(texts.c.version.desc())
        .limit(1)
    ).scalar()
    if text is None:
        raise UsageError(f"The text that was read is not the one that the case holds for document {document.id}.")
    bare = msgspec.structs.replace(reading, document=msgspec.structs.replace(document, text=""))
    body = msgspec.json.encode(bare).decode()
    newest = work.connection.execute(
        select(readings).where(readings.c.document == document.id).order_by(readings.c.id.desc()).limit(1)
    ).first()
    if newest is not None and (newest.text, newest.reader, newest.body) == (text, reading.reader, body):
        return
    number = work.next_id(readings.c.id)
    row = {"id": number, "document": document.id, "text": text, "reader": reading.reader, "body": body}
    work.add(readings, {**row, "stored": work.now})
    work.note("read", document.id, reader=reading.reader, text=digest, reading=number)


def newest_readings(connection: Connection, ids: Sequence[str] | None) -> list[Reading]:
    """Give the newest reading of each document, with the text that it read, in stored order."""
    if ids is not None and len(ids) > _ASKED:
        wanted = set(ids)
        return [r for r in newest_readings(connection, None) if r.document.id in wanted]
    newest = select(func.max(readings.c.id).label("id")).group_by(readings.c.document)
    if ids is not None:
        newest = newest.where(readings.c.document.in_(ids))
    last = newest.subquery("last")
    rows = connection.execute(select(readings.c.body, readings.c.text).join(last, last.c.id == readings.c.id)).all()
    chosen, found = {row.text: row.body for row in rows}, list[Reading]()
    for row in connection.execute(_joined(None if ids is None else documents.c.id.in_(ids), newest=False)):
        body = chosen.get(row.text_id)
        if body is not None:
            bare = msgspec.json.decode(body, type=Reading)
            found.append(msgspec.structs.replace(bare, document=document_from(row)))
    return found


# -- refusals and settings -------------------------------------------------------------------------------------------


def add_refusal(work: Work, refused: Refused) -> None:
    """Keep the note that an input was not taken, unless it is the last that was noted of it."""
    # A file's name may hold bytes that are no text; the note must stay all the same.
    name, reason = (told.encode("utf-8", "backslashreplace").decode() for told in (refused.name, refused.reason))
    newest = work.connection.execute(
        select(refusals.c.reason).where(refusals.c.name == name).order_by(refusals.c.id.desc()).limit(1)
    ).scalar()
    if newest == reason:
        return
    number = work.next_id(refusals.c.id)
    row = {"id": number, "name": name, "reason": reason, "stored": work.now}
    work.add(refusals, row)
    work.note("refused", name, reason=reason)


def all_refusals(connection: Connection, *, latest: bool) -> list[Refused]:
    """List refusals, oldest first; with `latest`, the last of each name, without names that were taken later."""
    rows = connection.execute(select(refusals).order_by(refusals.c.id)).all()
    if not latest:
        return [Refused(name=row.name, reason=row.reason) for row in rows]
    # The custody log orders what happened within one second.
    order = select(custody.c.event, custody.c.subject, func.max(custody.c.seq).label("seq")).group_by(
        custody.c.event, custody.c.subject
    )
    moments = {
        (row.event, row.subject): int(row.seq)
        for row in connection.execute(order.where(custody.c.event.in_(["stored", "refused"])))
    }
    taken: dict[str, int] = {}
    for row in connection.execute(select(documents.c.id, documents.c.path, documents.c.capture)):
        for name in {row.path, row.capture["location"]}:
            taken[name] = max(taken.get(name, 0), moments.get(("stored", row.id), 0))
    newest = {row.name: row for row in rows}
    standing = sorted(newest.values(), key=lambda row: int(row.id))
    return [
        Refused(name=row.name, reason=row.reason)
        for row in standing
        if taken.get(row.name, 0) < moments.get(("refused", row.name), 0)
    ]


def put_setting(work: Work, key: str, value: Any, who: str) -> None:
    """Change a setting; the log keeps each value."""
    row = {"key": key, "value": msgspec.to_builtins(value), "who": who, "time": work.now}
    changed = work.connection.execute(update(settings).where(settings.c.key == key).values(**row))
    if not changed.rowcount:
        work.connection.execute(insert(settings).values(**row))
    work.answer_for(settings, row)
    work.note("setting", key, value=row["value"], who=who)
