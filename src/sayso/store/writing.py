"""One write to a case: archive, custody log and database change together, or not at all.

The order is what makes a kill at any moment harmless: the archive's bytes are on disk first, then the line in
`custody.log`, then the rows of `case.db`. Only when the last is on disk has anything been reported as stored.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Engine, Select, Table, func, insert, select
from sqlalchemy.exc import DBAPIError

from sayso.errors import CaseError, UsageError
from sayso.records import Capture
from sayso.store.archive import Archive
from sayso.store.custody import LOG_NAME, Entry, append_lines, chained, head_in, insert_rows
from sayso.store.options import StoreOptions
from sayso.store.schema import LEDGER, records, row_digest
from sayso.store.warcs import Stored

_KEYS = {table.name: key for table, key in LEDGER}
# Made once: building a statement takes SQLAlchemy longer than SQLite takes to run it.
_INSERT = {table.name: insert(table) for table, _ in LEDGER}


@cache
def _greatest(column: Column[int]) -> Select[Any]:
    return select(func.coalesce(func.max(column), 0))


class Work:
    """A write under way: add rows, then note why."""

    def __init__(self, connection: Connection, archive: Archive, options: StoreOptions) -> None:
        self.connection = connection
        self.options = options
        self.now = options.time()
        self._archive = archive
        self._rows: dict[str, str] = {}
        self.noted: list[tuple[str, str, Mapping[str, Any]]] = []

    def digest(self, raw: bytes) -> str:
        """Hash bytes; those of a file that holds many documents are hashed once."""
        return self._archive.digest(raw)

    def add(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row whose digest goes into the next `note`."""
        plain = msgspec.to_builtins(dict(row))
        self.connection.execute(_INSERT[table.name], plain)
        self.answer_for(table, plain)

    def answer_for(self, table: Table, row: Mapping[str, Any]) -> None:
        """Take the digest of a row that was written by other means into the next `note`."""
        self._rows[f"{table.name}/{row[_KEYS[table.name]]}"] = row_digest(row)

    def note(self, event: str, subject: str, **details: Any) -> None:
        """Say in the custody log what was done, with the digests of all rows added since the last note."""
        if self._rows:
            details["rows"], self._rows = self._rows, {}
        self.noted.append((event, subject, details))

    def next_id(self, column: Column[int]) -> int:
        """Give the number after the greatest that is in use."""
        return int(self.connection.execute(_greatest(column)).scalar_one()) + 1

    def archive(self, raw: bytes, capture: Capture, *, url: str | None, media_type: str) -> Stored:
        """Put bytes into the archive, with their row and note."""
        added = self._archive.add(raw, capture, url=url, media_type=media_type, operator=self.options.operator)
        for stored in added:
            self.add(records, {**msgspec.to_builtins(stored), "stored": self.now})
        last = added[-1]
        self.note(
            "archived",
            last.id,
            sha256=last.sha256,
            bytes=last.size,
            warc=last.warc,
            offset=last.offset,
            location=capture.location,
            address=last.address,
            method=capture.method,
            tool=capture.tool,
            retrieved=capture.retrieved,
        )
        return last


@contextmanager
def writing(folder: Path, engine: Engine, archive: Archive, options: StoreOptions) -> Iterator[Work]:
    """Run one write; on any failure everything is as before.

    Raises:
        CaseError: the disk is full or the case folder cannot be written.
        UsageError: a string cannot be stored.
    """
    log = folder / LOG_NAME
    with engine.connect() as connection:
        before = log.stat().st_size if log.exists() else 0
        archive.begin()
        head: Entry | None = None
        entries: list[Entry] = []
        try:
            with connection.begin():
                head = head_in(connection)
                work = Work(connection, archive, options)
                yield work
                entries = chained(head, work.noted, when=work.now, who=options.operator)
                if entries:
                    archive.sync()
                    append_lines(log, entries)
                    insert_rows(connection, entries)
        except BaseException as error:
            # An interruption may fall between the commit and its return: then all is stored and nothing is taken back.
            with connection.begin():
                now = head_in(connection)
            if not entries or now is None or now.hash != entries[-1].hash:
                archive.rewind()
                if log.exists() and log.stat().st_size > before:
                    os.truncate(log, before)
            if isinstance(error, OSError | DBAPIError):
                why = error.strerror if isinstance(error, OSError) else error.orig
                raise CaseError(
                    f"The case {folder} could not be written: {why}. "
                    "What was stored before is safe; make room or check the permissions, then run the command again."
                ) from error
            if isinstance(error, UnicodeEncodeError):
                raise UsageError("This holds half characters (lone surrogates), which cannot be stored.") from error
            raise
