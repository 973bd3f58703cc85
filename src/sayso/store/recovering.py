"""What is done when a case is opened for writing after a process died in it.

Nothing that was reported as stored is concerned: that was on disk. What remains of the write under way is taken up
(whole archive records, whole log lines) or, where it is only a part of one, cut off; the custody log says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, insert, select

from sayso.errors import CaseDamaged
from sayso.store.custody import (
    LOG_NAME,
    Entry,
    TextCopy,
    append_lines,
    chained,
    ends_with,
    head_in,
    insert_rows,
    read_copy,
)
from sayso.store.options import StoreOptions
from sayso.store.schema import records, row_digest
from sayso.store.warcs import files, members, understood

_GZIP = b"\x1f\x8b\x08"


def settle(folder: Path, engine: Engine, options: StoreOptions) -> bool:
    """Bring archive, log and database to one state; tells whether anything had to be done."""
    log = folder / LOG_NAME
    with engine.connect() as connection, connection.begin():
        head = head_in(connection)
        copy = TextCopy(entries=(), size=0) if ends_with(log, head) else read_copy(log)
        extra = lines_beyond(copy, head)
        loose = loose_ends(folder, connection)
        # A line that breaks off before what the database knows is damage, and stays for `verify` to find.
        unfinished = copy.unfinished and len(copy.entries) >= (head.seq if head else 0)
        if not extra and not loose and not unfinished:
            return False
        if unfinished:
            os.truncate(log, copy.size)
        insert_rows(connection, extra)
        now = options.time()
        details: dict[str, Any] = {"void": [entry.seq for entry in extra], "batches": batches(extra)}
        details |= _take_up(folder, connection, loose, now)
        last = extra[-1] if extra else head
        entries = chained(last, [("interrupted", "case", details)], when=now, who=options.operator)
        append_lines(log, entries)
        insert_rows(connection, entries)
    return True


def _take_up(folder: Path, connection: Connection, loose: Mapping[str, int], now: str) -> dict[str, Any]:
    """Give rows to the whole records at the archive's loose ends, and cut off what is torn."""
    rows: dict[str, str] = {}
    cut: dict[str, int] = {}
    for name, start in loose.items():
        whole = start
        for offset, length, member in members(folder / name, start):
            try:
                stored = understood(name, offset, member)
            except CaseDamaged:
                break
            row = {**msgspec.to_builtins(stored), "stored": now}
            connection.execute(insert(records), row)
            rows[f"records/{stored.id}"] = row_digest(row)
            whole = offset + length
        torn = (folder / name).stat().st_size - whole
        if torn and not _holds_more(folder / name, whole):
            cut[name] = torn
            os.truncate(folder / name, whole)
    return {"cut": cut, "rows": rows}


def lines_beyond(copy: TextCopy, head: Entry | None) -> list[Entry]:
    """Give the entries of the text copy that follow the database's last one; none if the two do not meet."""
    seq = head.seq if head else 0
    if len(copy.entries) <= seq or (head and copy.entries[seq - 1] != head):
        return []
    extra: list[Entry] = []
    prev, number = (head.hash, seq) if head else ("", 0)
    for entry in copy.entries[seq:]:
        number += 1
        if entry.prev != prev or entry.hash != entry.digest() or entry.seq != number:
            break
        extra.append(entry)
        prev = entry.hash
    return extra


def batches(entries: Iterable[Entry]) -> int:
    """Count the writes that entries belong to; a kill can interrupt one, and settling after it one more."""
    return len({entry.batch for entry in entries if entry.event != "interrupted"})


def _holds_more(path: Path, start: int) -> bool:
    """Tell whether anything whole lies at or behind `start`: then it is damage, no torn end, and nothing is cut."""
    rest = path.read_bytes()[start:]
    at = rest.find(_GZIP)
    while at >= 0:
        if any(True for _ in members(path, start + at)):
            return True
        at = rest.find(_GZIP, at + 1)
    return False


def loose_ends(folder: Path, connection: Connection) -> dict[str, int]:
    """Find bytes behind the last record that the database knows: file to the offset at which they begin.

    Only in the newest known file and later ones: a write happens nowhere else.
    """
    ends = connection.execute(
        select(records.c.warc, func.max(records.c.offset + records.c.length)).group_by(records.c.warc)
    ).all()
    known = {str(name): int(end) for name, end in ends}
    newest = max(known, default="")
    found: dict[str, int] = {}
    for name in files(folder):
        start = known.get(name, 0)
        if name >= newest and (folder / name).stat().st_size > start:
            found[name] = start
    return found
