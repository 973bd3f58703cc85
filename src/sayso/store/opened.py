"""A case folder held open: the lock, the database, the archive, and the two ways to use them."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from sayso.errors import CaseError, CaseExists, UsageError
from sayso.store.archive import Archive
from sayso.store.dialects import engine_for
from sayso.store.locking import WriteLock
from sayso.store.opening import as_damage, check, found, lay_out
from sayso.store.options import StoreOptions
from sayso.store.recovering import settle
from sayso.store.writing import Work, writing


class OpenedCase:
    """Life and death of an opened case; what can be done with it is in `cases.CaseStore`."""

    def __init__(self, folder: Path, *, lock: WriteLock | None, options: StoreOptions) -> None:
        self.path = folder
        self.options = options
        self._lock = lock
        self._turn = threading.RLock()
        self._entries = 0
        self._joint: Work | None = None
        self._joiner = 0
        self._engine = engine_for(folder / "case.db", write=lock is not None)
        self._archive = Archive(folder, limit=options.archive_limit)

    @classmethod
    def create(cls, path: Path, *, options: StoreOptions | None = None) -> Self:
        """Make a new case; see `sayso.store.create`."""
        folder = Path(path)
        if (folder / "case.db").exists():
            raise CaseExists(f"There is a case at {folder} already; choose another name, or add to it.")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder} exists and is not an empty folder; a new case needs a place of its own.")
        told = options or StoreOptions()
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            # Built aside and moved into place whole, so that a kill leaves no half-made case under the name.
            made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
            try:
                lay_out(made, told)
                made.chmod(0o755)
                if folder.exists():
                    folder.rmdir()
                made.rename(folder)
            finally:
                shutil.rmtree(made, ignore_errors=True)
        except OSError as error:
            raise CaseError(f"The case {folder} could not be made: {error.strerror or error}.") from error
        return cls.open(folder, write=True, options=told)

    @classmethod
    def open(cls, path: Path, *, write: bool = False, options: StoreOptions | None = None) -> Self:
        """Open a case; see `sayso.store.open_case`."""
        folder = found(Path(path))
        told = options or StoreOptions()
        lock = WriteLock(folder) if write else None
        try:
            check(folder, told, locked=write)
            case = cls(folder, lock=lock, options=told)
        except BaseException:
            if lock:
                lock.release()
            raise
        if write:
            try:
                with as_damage(folder):
                    settle(folder, case._engine, told)
            except BaseException:
                case._release()
                raise
        return case

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the case; may be called twice. Ends a session that wrote something with an entry in the custody log."""
        with self._turn:
            if self._lock and self._entries:
                written, self._entries = self._entries, 0
                try:
                    with writing(self.path, self._engine, self._archive, self.options) as work:
                        work.note("closed", "case", entries=written)
                finally:
                    self._release()
            else:
                self._release()

    def _release(self) -> None:
        self._archive.close()
        self._engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    @property
    def name(self) -> str:
        """The name of the case's folder."""
        return self.path.resolve().name

    @contextmanager
    def _writing(self) -> Iterator[Work]:
        with self._turn:
            if self._lock is None:
                raise UsageError(f"The case {self.path} is open for reading only.")
            if self._joint is not None:
                yield self._joint
                return
            with writing(self.path, self._engine, self._archive, self.options) as work:
                yield work
            self._entries += len(work.noted)

    @contextmanager
    def _together(self) -> Iterator[Work]:
        """Make all that this thread writes inside one write: all of it or, on an error, none."""
        with self._turn, self._writing() as work:
            outer, self._joint, self._joiner = self._joint, work, threading.get_ident()
            try:
                yield work
            finally:
                self._joint = outer

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        joint = self._joint
        if joint is not None and self._joiner == threading.get_ident():
            yield joint.connection  # what was decided a moment ago in the same step counts
            return
        with as_damage(self.path), self._engine.connect() as connection, connection.begin():
            yield connection
