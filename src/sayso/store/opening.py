"""Finding a case, laying out a new one, and bringing an older one up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

import msgspec
from sqlalchemy import insert, inspect, select
from sqlalchemy.exc import DatabaseError

from sayso import __version__
from sayso.errors import CaseBusy, CaseDamaged, CaseError, CaseNotFound
from sayso.store.archive import Archive
from sayso.store.dialects import create_index, engine_for
from sayso.store.locking import WriteLock
from sayso.store.options import StoreOptions
from sayso.store.schema import HEAD, KNOWN, metadata, schema_version
from sayso.store.warcs import FOLDER
from sayso.store.writing import writing

_SQLITE = b"SQLite format 3\x00"


def found(path: Path) -> Path:
    """Give the case folder at `path`; `case.db` itself may be named too.

    The file is asked about and not opened: closing it would take away the locks that this process holds on it as a
    database, if it has the case open already (a property of POSIX locks), and another process might then put away
    the write-ahead log from under it.

    Raises:
        CaseNotFound: there is none.
        CaseDamaged: `case.db` is no database.
    """
    folder = path.parent if path.name == "case.db" and path.is_file() else path
    try:
        size = (folder / "case.db").stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CaseNotFound(f"There is no case at {folder}; make one with `sayso new {folder}`.") from error
    except OSError as error:
        raise CaseError(f"The case {folder} cannot be opened: {error.strerror or error}.") from error
    if size < len(_SQLITE):
        raise CaseDamaged(f"{folder / 'case.db'} is not a database; put back the copy that you keep of the case.")
    return folder


@contextmanager
def as_damage(folder: Path) -> Iterator[None]:
    """Say in a sentence that the database holds what it cannot hold.

    Raises:
        CaseDamaged: instead of the database's or the decoder's own error.
    """
    try:
        yield
    except (DatabaseError, msgspec.ValidationError, JSONDecodeError) as error:
        if "not a database" in str(getattr(error, "orig", "")):
            raise CaseDamaged(
                f"{folder / 'case.db'} is not a database; put back the copy that you keep of the case."
            ) from error
        raise CaseDamaged(
            f"{folder / 'case.db'} cannot be read ({getattr(error, 'orig', error)}). "
            f"Run `sayso verify {folder}` to see what is wrong, and put back the copy that you keep of the case; "
            "the archived bytes are in its folder `archive`."
        ) from error


def lay_out(folder: Path, options: StoreOptions) -> None:
    """Fill an empty folder with an empty case."""
    (folder / FOLDER).mkdir()
    (folder / "case.lock").touch()
    engine = engine_for(folder / "case.db", write=True)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            create_index(connection)
            connection.execute(insert(schema_version).values(version_num=HEAD))
        with writing(folder, engine, Archive(folder, limit=options.archive_limit), options) as work:
            work.note("created", "case", software=f"sayso {__version__}", schema=HEAD)
    finally:
        engine.dispose()


def version(folder: Path) -> str:
    """Give the version of a case's schema.

    Raises:
        CaseNotFound: the database is not a case.
        CaseDamaged: it cannot be read.
    """
    engine = engine_for(folder / "case.db", write=False)
    try:
        with as_damage(folder), engine.begin() as connection:
            if not inspect(connection).has_table(schema_version.name):
                raise CaseNotFound(f"{folder / 'case.db'} was not made by sayso; there is no case at {folder}.")
            told = connection.execute(select(schema_version.c.version_num)).scalar()
    finally:
        engine.dispose()
    return str(told)


def check(folder: Path, options: StoreOptions, *, locked: bool) -> None:
    """Make sure that this sayso understands the case; bring it up to date when it is older.

    Raises:
        CaseError: it is of a newer version, or cannot be brought up to date.
        CaseBusy: it must be brought up to date while another process writes to it.
    """
    told = version(folder)
    if told == HEAD:
        return
    if told not in KNOWN:
        raise CaseError(
            f"The case {folder} was made by a newer sayso (its version is {told}, this one knows up to {HEAD}). "
            "Update sayso to open it."
        )
    from sayso.store.migrations import upgrade  # noqa: PLC0415 - loads Alembic, which opening a current case must not

    lock = None
    try:
        lock = None if locked else WriteLock(folder)
        upgrade(folder, options, since=told)
    except CaseBusy as error:
        raise CaseBusy(
            f"The case {folder} is of an older version and must be brought up to date, but another sayso is writing "
            "to it. Wait until it is done."
        ) from error
    finally:
        if lock:
            lock.release()
