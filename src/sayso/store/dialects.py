"""All that differs between databases: how a case file is opened, how full text is indexed and matched.

Everything else in the room is SQLAlchemy Core. A PostgreSQL store gets its own functions here (`tsvector` for the
index, an advisory lock for the single writer).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text

APPLICATION_ID = 0x73617973  # "says": lets `file` and us tell a case from any other SQLite file
_BUSY_MS = 20_000


def engine_for(path: Path, *, write: bool) -> Engine:
    """Open the SQLite file: WAL, foreign keys, every commit on disk before it returns.

    A case on read-only media is opened as immutable, since SQLite could not make its side files there.
    """
    settled = not path.with_name(path.name + "-wal").exists()
    mode = "rwc" if write else "rw"
    if not write and settled and not os.access(path.parent, os.W_OK):
        mode = "ro&immutable=1"
    elif not write and not os.access(path, os.W_OK):
        mode = "ro"
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=_BUSY_MS / 1000, check_same_thread=False, isolation_level=None)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=12)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        if write:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
        else:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin only at the first change; a reader needs one snapshot for all it reads.
        connection.exec_driver_sql("BEGIN")

    return engine


def create_index(connection: Connection) -> None:
    """Make the full-text index over title and text, and mark the file as ours.

    The index keeps no text of its own (`content=''`) and sees words folded by `searching.folded`: FTS5's own
    tokenizer leaves Arabic vowel signs and hamza forms unfolded.
    """
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\")"
        )
    )
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


_INDEX = text("INSERT INTO words(rowid, title, body) VALUES (:id, :title, :body)")


def index_text(connection: Connection, text_id: int, title: str, body: str) -> None:
    """Put one text, already folded, into the index."""
    connection.execute(_INDEX, {"id": text_id, "title": title, "body": body})


def match_texts(connection: Connection, phrases: Sequence[tuple[Sequence[str], bool]]) -> list[tuple[int, float]]:
    """Find texts that hold all phrases; best first.

    Args:
        connection: an open transaction.
        phrases: each the folded words that must follow each other, and whether the last one is only a beginning.

    Returns:
        Text ids with a rank; greater is better. A word in the title counts four times.
    """
    terms = ['"' + " ".join(words) + '"' + ("*" if prefix else "") for words, prefix in phrases]
    found = connection.execute(
        text(
            "SELECT rowid, -bm25(words, 4.0, 1.0) AS rank FROM words WHERE words MATCH :query ORDER BY rank DESC, rowid"
        ),
        {"query": " AND ".join(terms)},
    )
    return [(int(row[0]), float(row[1])) for row in found]


def unsound(connection: Connection) -> list[str]:
    """Ask the database to check itself; gives its complaints, none when it is sound."""
    said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(20)"))]
    said += [
        f"a row of table {row[0]} refers to a row of {row[2]} that is not there"
        for row in connection.execute(text("PRAGMA foreign_key_check"))
    ]
    return [one for one in said if one != "ok"]
