"""Bringing a case of an older version up to date, with Alembic. Loaded only when one is met."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from sayso.store.archive import Archive
from sayso.store.dialects import engine_for
from sayso.store.options import StoreOptions
from sayso.store.writing import writing

HERE = Path(__file__).parent
PLACES: tuple[Path, ...] = ()
"""Further folders with revisions; none but in tests."""


def run(connection: Connection, target: str) -> None:
    """Apply revisions up to `target` (a revision, or `head`) within the transaction that is open already."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    if PLACES:
        config.set_main_option("path_separator", "newline")
        folders = [str(place).replace("%", "%%") for place in (HERE / "versions", *PLACES)]
        config.set_main_option("version_locations", "\n".join(folders))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def upgrade(folder: Path, options: StoreOptions, *, since: str) -> None:
    """Bring the case in `folder` to the newest version, all or nothing, and say so in its custody log."""
    engine = engine_for(folder / "case.db", write=True)
    try:
        with writing(folder, engine, Archive(folder, limit=options.archive_limit), options) as work:
            run(work.connection, "head")
            work.note("migrated", "case", since=since)
    finally:
        engine.dispose()
