"""Derived things that are costly to make again: named mappings in a file beside the case, to be thrown away at will.

Nothing here is evidence: the file is no part of the custody log, and a case without it is whole. A file that cannot be
read is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import CaseDamaged

__all__ = ["FILE", "FileShelf"]

FILE = "derived.db"


class _Space(MutableMapping[Any, Any]):
    """One mapping: read when asked, kept in memory, written by `FileShelf.save`."""

    def __init__(self, shelf: FileShelf, name: str, kind: Any) -> None:
        self._shelf = shelf
        self.name = name
        self._decoder = msgspec.msgpack.Decoder(kind)
        self.held: dict[Any, Any] = {}
        # In the order of change: the same work leaves the same file.
        self.changed: dict[Any, None] = {}
        self.gone: dict[Any, None] = {}
        self.emptied = False

    def __getitem__(self, key: Any) -> Any:
        if key in self.held:
            return self.held[key]
        raw = None if self.emptied or key in self.gone else self._shelf.read(self.name, key)
        if raw is None:
            raise KeyError(key)
        value = self.held[key] = self._decoder.decode(raw)
        return value

    def __setitem__(self, key: Any, value: Any) -> None:
        self.held[key] = value
        self.changed[key] = None
        self.gone.pop(key, None)

    def __delitem__(self, key: Any) -> None:
        if key not in self:
            raise KeyError(key)
        self.held.pop(key, None)
        self.changed.pop(key, None)
        self.gone[key] = None

    def __contains__(self, key: object) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[Any]:
        stored = () if self.emptied else self._shelf.keys(self.name)
        yield from self.held
        yield from (key for key in stored if key not in self.held and key not in self.gone)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class FileShelf:
    """Mappings in one SQLite file in the case's folder; without `write`, what changes is never saved."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        self._path = folder / FILE
        self._write = write
        self._spaces: dict[str, _Space] = {}
        self._connection = self._open()

    def space(self, name: str, kind: Any) -> MutableMapping[Any, Any]:
        """Return the mapping of that name, from strings or integers to values of a type."""
        return self._spaces.setdefault(name, _Space(self, name, kind))

    def clear(self) -> None:
        """Empty all mappings."""
        for space in self._spaces.values():
            space.held.clear()
            space.changed.clear()
            space.gone.clear()
            space.emptied = True

    def read(self, space: str, key: Any) -> bytes | None:
        """Return what is stored under a key, null if nothing is.

        Raises:
            CaseDamaged: the file cannot be read.
        """
        rows = self._asked("SELECT value FROM kept WHERE space = ? AND key = ?", space, key)
        return rows[0][0] if rows else None

    def keys(self, space: str) -> list[Any]:
        """Return all stored keys of a space.

        Raises:
            CaseDamaged: the file cannot be read.
        """
        return [row[0] for row in self._asked("SELECT key FROM kept WHERE space = ?", space)]

    def _asked(self, question: str, *values: Any) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise CaseDamaged(
                f"The file {self._path} cannot be read ({error}). All it holds can be made again: delete it."
            ) from error

    def save(self) -> None:
        """Write what has changed, all or nothing; nothing where the shelf is only read or cannot be written."""
        if not self._write or self._connection is None:
            return
        try:
            with self._connection as file:
                self._put(file)
        except sqlite3.Error:
            return
        for space in self._spaces.values():
            space.emptied = False
            space.changed.clear()
            space.gone.clear()

    def _put(self, file: sqlite3.Connection) -> None:
        encode = msgspec.msgpack.Encoder().encode
        for space in self._spaces.values():
            if space.emptied:
                file.execute("DELETE FROM kept WHERE space = ?", (space.name,))
            file.executemany("DELETE FROM kept WHERE space = ? AND key = ?", ((space.name, key) for key in space.gone))
            file.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                ((space.name, key, encode(space.held[key])) for key in space.changed),
            )

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        if not self._write and not self._path.exists():
            return None
        for fresh in (False, True):
            try:
                if fresh and self._write:
                    self._path.unlink(missing_ok=True)
                where = self._path if self._write else f"{self._path.resolve().as_uri()}?mode=ro"
                opened = sqlite3.connect(where, uri=not self._write, check_same_thread=False)
                if not self._write:
                    # One state of the file is read from first to last, whatever is written meanwhile.
                    opened.isolation_level = None
                    opened.execute("BEGIN")
                if self._write:
                    # No type is declared for the key: it comes back as it was given, a string or an integer.
                    opened.execute(
                        "CREATE TABLE IF NOT EXISTS kept (space TEXT, key, value BLOB, PRIMARY KEY (space, key))"
                        " WITHOUT ROWID"
                    )
                opened.execute("SELECT count(*) FROM (SELECT 1 FROM kept LIMIT 1)").fetchone()
            except (sqlite3.Error, OSError):
                continue
            return opened
        return None
