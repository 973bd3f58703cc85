"""Verification: does everything in the case folder still agree with the custody log?

Every archive record is hashed as it lies on disk, so that one flipped byte anywhere is found; every row is compared
with its digest in the log; the log with its chain, its head and its text copy. Damage is reported, never raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from sayso.errors import CaseDamaged
from sayso.records import Finding
from sayso.store.custody import LOG_NAME, Entry, entries_in, get_meta, read_copy, row_digests
from sayso.store.dialects import unsound
from sayso.store.locking import being_written
from sayso.store.recovering import batches, lines_beyond
from sayso.store.schema import LEDGER, documents, records, row_digest, sha256, texts
from sayso.store.warcs import FOLDER, files, payload, read_member

_NAMES = {
    "records": "archive record",
    "documents": "document",
    "texts": "text",
    "readings": "reading",
    "refusals": "refused input",
    "decisions": "decision",
    "settings": "setting",
}


def _bad(subject: str, says: str) -> Finding:
    return Finding(ok=False, subject=subject, says=says)


def _good(subject: str, says: str) -> Finding:
    return Finding(ok=True, subject=subject, says=says)


def verify(folder: Path, engine: Engine, *, writing: bool) -> list[Finding]:
    """Check everything; one finding for each thing that is wrong, and one for each part that is sound.

    Args:
        folder: the case folder.
        engine: its database.
        writing: this very process holds the case for writing.
    """
    findings: list[Finding] = []
    try:
        with engine.connect() as connection, connection.begin():
            for part in (_database, _log, _rows, _texts):
                findings += _guarded(part, connection, folder)
            busy = not writing and being_written(folder)
            findings += _guarded(_copy, connection, folder)
            findings += _guarded(_archive, connection, folder)
    except SQLAlchemyError as error:
        findings.append(_bad("case.db", f"The case file cannot be read: {_short(error)}."))
        return findings
    if busy:
        findings.append(_good("case", "Another process is adding to this case; what it adds now is not checked."))
    return findings


def _guarded(part: Any, connection: Connection, folder: Path) -> list[Finding]:
    """Run one part; what it cannot read is a finding too."""
    try:
        return list(part(connection, folder))
    except (SQLAlchemyError, msgspec.MsgspecError, OSError, ValueError, TypeError) as error:
        return [_bad("case.db", f"A part of the case cannot be read ({part.__name__.strip('_')}): {_short(error)}.")]


def _short(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0].rstrip(".")


def _database(connection: Connection, _folder: Path) -> Iterator[Finding]:
    said = unsound(connection)
    for one in said:
        yield _bad("case.db", f"The database finds itself damaged: {one}.")
    if not said:
        yield _good("case.db", "The database is sound.")


def _log(connection: Connection, _folder: Path) -> Iterator[Finding]:
    entries = entries_in(connection)
    sound = bool(entries)
    prev = ""
    for number, entry in enumerate(entries, start=1):
        if entry.seq != number:
            yield _bad(f"entry {number}", f"The custody log lacks entry {number}: it was removed.")
            sound = False
            break
        if entry.hash != entry.digest():
            yield _bad(f"entry {number}", f"Entry {number} of the custody log ({_about(entry)}) was changed.")
            sound = False
        elif entry.prev != prev:
            yield _bad(f"entry {number}", f"Entry {number} of the custody log does not follow from the one before it.")
            sound = False
        prev = entry.hash
    head = get_meta(connection, "custody_head")
    last = f"{entries[-1].seq} {entries[-1].hash}" if entries else None
    if head != last or head is None:
        yield _bad("custody", "The custody log was cut: its last entry is not the one that the case names as its head.")
        sound = False
    for entry in entries:
        if entry.event == "interrupted" and entry.details.get("batches", 0) > 1:
            lost = entry.details["void"]
            yield _bad(
                f"entry {entry.seq}",
                f"Entries {lost[0]} to {lost[-1]} of the custody log were missing from case.db when it was opened on "
                f"{entry.time}: more than an interrupted write explains. "
                "An older case.db was put back, or rows were removed.",
            )
    if sound:
        yield _good("custody", f"The custody log is whole: {len(entries)} entries, head {entries[-1].hash}.")


def _about(entry: Entry) -> str:
    return f"{entry.event} {entry.subject}, {entry.time}"


def _copy(connection: Connection, folder: Path) -> Iterator[Finding]:
    entries = entries_in(connection)
    copy = read_copy(folder / LOG_NAME)
    for mine, theirs in zip(entries, copy.entries, strict=False):
        if mine != theirs:
            yield _bad(LOG_NAME, f"Entry {mine.seq} ({_about(mine)}) is not the same in case.db and in {LOG_NAME}.")
            return
    missing = len(entries) - len(copy.entries)
    if missing > 0:
        where = f"at its line {copy.broken}" if copy.broken else "at its end"
        yield _bad(LOG_NAME, f"{LOG_NAME} was cut or changed {where}: it lacks {missing} entries that case.db has.")
        return
    extra = lines_beyond(copy, entries[-1] if entries else None)
    if len(extra) < -missing or (copy.broken and not copy.unfinished):
        yield _bad(LOG_NAME, f"{LOG_NAME} goes on after entry {len(entries)} with lines that do not follow from it.")
    elif batches(extra) > 1 and not being_written(folder):
        yield _bad(
            "case.db",
            f"case.db lacks the last {len(extra)} entries of {LOG_NAME}: "
            "an older case.db was put back, or rows were removed.",
        )
    elif extra or copy.unfinished:
        yield _good(
            LOG_NAME,
            "The last write was interrupted before anything was reported as stored; the next one settles it.",
        )
    else:
        yield _good(LOG_NAME, f"{LOG_NAME} and case.db tell the same.")


def _rows(connection: Connection, _folder: Path) -> Iterator[Finding]:
    expected = row_digests(entries_in(connection))
    sound = True
    for table, key in LEDGER:
        name = _NAMES[table.name]
        for row in connection.execute(select(table).order_by(table.c[key])).mappings():
            told = expected.pop(f"{table.name}/{row[key]}", None)
            if told is None:
                yield _bad(str(row[key]), f"The {name} {row[key]} is in the case but not in the custody log.")
                sound = False
            elif told != row_digest(row):
                yield _bad(str(row[key]), f"The row of the {name} {row[key]} was changed after it was stored.")
                sound = False
    for missing in expected:
        kind, _, key = missing.partition("/")
        yield _bad(key, f"The {_NAMES.get(kind, kind)} {key} is in the custody log but no longer in the case.")
        sound = False
    if sound:
        yield _good("rows", "Every row is as the custody log says.")


def _texts(connection: Connection, _folder: Path) -> Iterator[Finding]:
    count, sound = 0, True
    for row in connection.execute(select(texts.c.document, texts.c.version, texts.c.text, texts.c.sha256)):
        count += 1
        if sha256(row.text.encode()) != row.sha256:
            yield _bad(row.document, f"The text of document {row.document} (version {row.version}) was changed.")
            sound = False
    rows = connection.execute(
        select(documents.c.id, texts.c.id).join(texts, texts.c.document == documents.c.id, isouter=True)
    )
    for name, text in rows:
        if text is None:
            yield _bad(name, f"Document {name} has no text.")
            sound = False
    if sound:
        yield _good("texts", f"All {count} texts have the hash that was stored with them.")


def _archive(connection: Connection, folder: Path) -> Iterator[Finding]:
    rows = connection.execute(select(records).order_by(records.c.warc, records.c.offset)).all()
    digests = {row.id: row.sha256 for row in rows}
    held: dict[str, list[str]] = {}
    for name, record, digest in connection.execute(select(documents.c.id, documents.c.record, documents.c.sha256)):
        held.setdefault(record, []).append(name)
        if digest != digests.get(record):
            yield _bad(name, f"Document {name} has no archive record with its bytes.")
    sound = True
    ends: dict[str, int] = {}
    for row in rows:
        label = f"{row.id} ({', '.join(held.get(row.id, [])) or row.kind})"
        wrong = _record(folder, row)
        if wrong is None and row.offset != ends.get(row.warc, 0):
            wrong = f"does not follow the one before it in {row.warc}"
        ends[row.warc] = row.offset + row.length
        if wrong:
            yield _bad(row.id, f"Archive record {label} {wrong}.")
            sound = False
    for finding in _ends(folder, ends, max(ends, default="")):
        sound = sound and finding.ok
        yield finding
    loose = [row.id for row in rows if row.kind != "warcinfo" and row.id not in held]
    if loose:
        yield _good(
            loose[0],
            f"{len(loose)} archive records have no document: a write was interrupted. "
            "Adding the same input takes them up.",
        )
    if sound:
        yield _good("archive", f"All {len(rows)} archive records are whole, in {len(ends)} files.")


def _record(folder: Path, row: Any) -> str | None:
    """Say what is wrong with one record; null if nothing is."""
    try:
        member = read_member(folder, row.warc, row.offset, row.length)
    except FileNotFoundError:
        return f"is missing: the file {row.warc} is not there"
    except OSError as error:
        return f"cannot be read in {row.warc}: {error.strerror or error}"
    if len(member) < row.length:
        return f"is cut: {row.warc} ends before it does"
    if sha256(member) != row.stored_sha256:
        return f"was changed: its {row.length} bytes at {row.offset} of {row.warc} do not have the stored hash"
    try:
        _, raw = payload(member)
    except CaseDamaged as error:
        return f"cannot be unpacked: {error}"
    return None if sha256(raw) == row.sha256 else "holds other bytes than those that were collected"


def _ends(folder: Path, ends: dict[str, int], newest: str) -> Iterator[Finding]:
    """Look for bytes that belong to no record."""
    ours = {Path(name).name for name in files(folder)}
    for path in sorted((folder / FOLDER).glob("*.warc*")):
        if path.name not in ours:
            yield _bad(
                f"{FOLDER}/{path.name}", f"{FOLDER}/{path.name} was not written by sayso; it is no part of the case."
            )
    for name in files(folder):
        size, end = (folder / name).stat().st_size, ends.get(name, 0)
        if size <= end:
            continue
        if name >= newest:
            says = f"{name} holds {size - end} bytes of a write that was interrupted; the next one settles it."
            yield _good(name, says)
        else:
            yield _bad(name, f"{name} holds {size - end} bytes that belong to no stored record.")
