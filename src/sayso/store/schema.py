"""The tables of a case, in SQLAlchemy Core types that SQLite and PostgreSQL share.

Rows are added and never changed, except in `settings`, `meta` and `schema_version`. Each row of a table in `LEDGER` has
its digest in the custody log (see `row_digest`), so that a changed, added or removed row is found.
A new version of the schema is a new revision in `migrations/versions` and a new `HEAD` here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0001"
KNOWN = ("0001",)

metadata = MetaData()

# Alembic's own table: named here so that a case of the current version opens without importing Alembic.
schema_version = Table("schema_version", metadata, Column("version_num", String(32), primary_key=True))

meta = Table("meta", metadata, Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))

custody = Table(
    "custody",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False),
    Column("time", String(32), nullable=False),
    Column("operator", Text, nullable=False),
    Column("event", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", JSON, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("warc", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("length", BigInteger, nullable=False),
    Column("stored_sha256", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("address", Text),
    Column("capture", JSON),
    Column("stored", String(32), nullable=False),
    UniqueConstraint("warc", "offset", name="records_place"),
    Index("records_bytes", "sha256"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("given", Text, nullable=False),
    Column("record", String(64), ForeignKey("records.id"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("url", Text),
    Column("path", Text),
    Column("previous", Text, ForeignKey("documents.id")),
    Column("capture", JSON, nullable=False),
    Column("stored", String(32), nullable=False),
    Index("documents_url", "url"),
    Index("documents_given", "given"),
    Index("documents_record", "record"),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("details", JSON, nullable=False),
    Column("stored", String(32), nullable=False),
    UniqueConstraint("document", "version", name="texts_version"),
    Index("texts_bytes", "sha256"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("text", Integer, ForeignKey("texts.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("stored", String(32), nullable=False),
    Index("readings_document", "document", "id"),
    Index("readings_text", "text", "reader"),
)

refusals = Table(
    "refusals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("stored", String(32), nullable=False),
    Index("refusals_name", "name"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", JSON),
    Column("who", Text, nullable=False),
    Column("time", String(32), nullable=False),
    Column("undoes", Integer, ForeignKey("decisions.id"), unique=True),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", JSON),
    Column("who", Text, nullable=False),
    Column("time", String(32), nullable=False),
)

LEDGER: tuple[tuple[Table, str], ...] = (
    (records, "id"),
    (documents, "id"),
    (texts, "id"),
    (readings, "id"),
    (refusals, "id"),
    (decisions, "id"),
    (settings, "key"),
)
"""The tables whose rows the custody log answers for, with their key column."""


def canonical(value: object) -> bytes:
    """Encode as JSON with sorted keys: equal values, equal bytes."""
    return msgspec.json.encode(value, order="deterministic")


def sha256(data: bytes) -> str:
    """Hash bytes; hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Make a plain dict of a database row, whose keys SQLAlchemy gives as a kind of string of its own."""
    return {str(key): value for key, value in row.items()}


def row_digest(row: Mapping[Any, Any]) -> str:
    """Hash a row. Nulls are left out, so that a column added later, empty, leaves old digests as they are."""
    return sha256(canonical({key: value for key, value in plain(row).items() if value is not None}))
