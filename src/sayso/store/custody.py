"""The custody log: rows chained by hash, in `case.db` and once more as lines of `custody.log`.

Each entry's hash covers its content and the hash of the one before, so that a change anywhere breaks all that follow.
The line is on disk before the database commits: `custody.log` is never behind `case.db`, and lines that it lacks were
taken away. Lines that only it has are those of a write that was interrupted; they belong to one batch.
The log proves order and integrity to whoever noted its head; it makes no claim of admissibility in a court.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from sayso.records.spans import Record
from sayso.store.schema import canonical, custody, meta, plain, sha256

LOG_NAME = "custody.log"
BOOKKEEPING = frozenset({"created", "closed", "interrupted", "exported", "migrated"})
"""Events that add nothing to what the case says; they do not count for the time of the newest row."""


class Entry(Record, frozen=True, kw_only=True):
    """One entry of the log.

    Attributes:
        seq: 1, 2, 3...
        batch: `seq` of the first entry written in the same transaction.
        time: UTC, `YYYY-MM-DDTHH:MM:SSZ`.
        operator: who.
        event: `created`, `archived`, `stored`, `text`, `refused`, `read`, `decided`, `undone`, `setting`, `closed`,
            `interrupted`, `exported`, `migrated`.
        subject: what it is about: a document id, a record id, a name.
        details: what there is to say; `rows` maps `table/key` to the digest of each row added.
        prev: hash of the entry before; empty for the first.
        hash: SHA-256 of all the above as JSON with sorted keys.
    """

    seq: int
    batch: int
    time: str
    operator: str
    event: str
    subject: str
    details: dict[str, Any]
    prev: str
    hash: str = ""

    def digest(self) -> str:
        """Compute what `hash` must be."""
        fields = msgspec.to_builtins(self)
        del fields["hash"]
        return sha256(canonical(fields))


def chained(
    head: Entry | None, items: Iterable[tuple[str, str, Mapping[str, Any]]], *, when: str, who: str
) -> list[Entry]:
    """Make the entries that follow `head`, as one batch; items are event, subject and details."""
    made: list[Entry] = []
    prev, seq = (head.hash, head.seq) if head else ("", 0)
    first = seq + 1
    for event, subject, details in items:
        seq += 1
        told = msgspec.to_builtins(dict(details))
        bare = Entry(
            seq=seq, batch=first, time=when, operator=who, event=event, subject=subject, details=told, prev=prev
        )
        entry = msgspec.structs.replace(bare, hash=bare.digest())
        made.append(entry)
        prev = entry.hash
    return made


def line(entry: Entry) -> bytes:
    """Write an entry as a line of `custody.log`."""
    return msgspec.json.encode(entry) + b"\n"


def append_lines(path: Path, entries: Sequence[Entry]) -> None:
    """Append entries to the text copy and put them on disk."""
    with path.open("ab") as out:
        out.write(b"".join(line(entry) for entry in entries))
        out.flush()
        os.fsync(out.fileno())


def insert_rows(connection: Connection, entries: Sequence[Entry]) -> None:
    """Add entries to the table and move the head that `meta` keeps."""
    if not entries:
        return
    connection.execute(insert(custody), [msgspec.to_builtins(entry) for entry in entries])
    put_meta(connection, "custody_head", f"{entries[-1].seq} {entries[-1].hash}")


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Write a value that the store keeps about itself."""
    changed = connection.execute(meta.update().where(meta.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(meta).values(key=key, value=value))


def get_meta(connection: Connection, key: str) -> str | None:
    """Read a value that the store keeps about itself."""
    found = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    return None if found is None else str(found)


def entries_in(connection: Connection) -> list[Entry]:
    """Read the whole log from the database."""
    rows = connection.execute(select(custody).order_by(custody.c.seq)).mappings()
    return [msgspec.convert(plain(row), Entry) for row in rows]


def head_in(connection: Connection) -> Entry | None:
    """Read the last entry from the database."""
    row = connection.execute(select(custody).order_by(custody.c.seq.desc()).limit(1)).mappings().first()
    return None if row is None else msgspec.convert(plain(row), Entry)


class TextCopy(Record, frozen=True, kw_only=True):
    """What stands in `custody.log`.

    Attributes:
        entries: the lines that could be read, up to the first that could not.
        size: bytes that those lines take.
        broken: number of the first line that could not be read (1, 2...), null if all could.
        unfinished: the broken line is the last and has no line end: a write that was interrupted.
    """

    entries: tuple[Entry, ...]
    size: int
    broken: int | None = None
    unfinished: bool = False


def read_copy(path: Path) -> TextCopy:
    """Read `custody.log`; an absent file has no entries. Never raises on damage."""
    try:
        data = path.read_bytes()
    except OSError:
        return TextCopy(entries=(), size=0)
    entries: list[Entry] = []
    size = 0
    for number, row in enumerate(data.splitlines(keepends=True), start=1):
        try:
            entry = msgspec.json.decode(row, type=Entry)
        except msgspec.DecodeError:
            entry = None
        if entry is None or line(entry) != row:
            unfinished = size + len(row) == len(data) and not row.endswith(b"\n")
            return TextCopy(entries=tuple(entries), size=size, broken=number, unfinished=unfinished)
        entries.append(entry)
        size += len(row)
    return TextCopy(entries=tuple(entries), size=size)


def ends_with(path: Path, head: Entry | None) -> bool:
    """Tell whether `custody.log` ends with this very entry, without reading the rest."""
    last = line(head) if head else b""
    try:
        with path.open("rb") as source:
            size = source.seek(0, os.SEEK_END)
            source.seek(max(0, size - len(last)))
            return source.read() == last
    except OSError:
        return False


def row_digests(entries: Iterable[Entry]) -> dict[str, str]:
    """Collect what the log says of each row: `table/key` to the digest it must have now.

    Entries that a later `interrupted` entry names as never completed do not count.
    """
    listed = list(entries)
    void = {seq for entry in listed if entry.event == "interrupted" for seq in entry.details.get("void", ())}
    digests: dict[str, str] = {}
    for entry in listed:
        if entry.seq not in void:
            digests.update(entry.details.get("rows", {}))
    return digests
