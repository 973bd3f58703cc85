"""Bringing a case of an older version up to date, with Alembic. Loaded only when one is met."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from sayso.store.archive import Archive
from sayso.store.dialects import engine_for
from sayso.store.options import StoreOptions
from sayso.store.writing import writing

HERE = Path(__file__).parent


def run(connection: Connection, target: str, *, places: Sequence[Path] = ()) -> None:
    """Apply revisions up to `target` within the connection's transaction.

    Args:
        connection: an open transaction; nothing is committed here.
        target: a revision, or `head`.
        places: folders with revisions, instead of our own.
    """
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    folders = [str(place).replace("%", "%%") for place in places or (HERE / "versions",)]
    config.set_main_option("version_locations", "\n".join(folders))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def upgrade(folder: Path, options: StoreOptions, *, since: str, places: Sequence[Path] = ()) -> None:
    """Bring the case in `folder` to the newest version, all or nothing, and say so in its custody log."""
    engine = engine_for(folder / "case.db", write=True)
    try:
        with writing(folder, engine, Archive(folder, limit=options.archive_limit), options) as work:
            run(work.connection, "head", places=places)
            work.note("migrated", "case", since=since)
    finally:
        engine.dispose()
