"""One writer at a time: a lock that the operating system drops when the process dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
import weakref
from pathlib import Path

from sayso.errors import CaseBusy, CaseError

_TRIES = 10
_PAUSE = 0.05  # seconds; another process may be asking, for an instant, whether somebody writes


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":  # pragma: no cover - other system
            import msvcrt  # noqa: PLC0415 - exists there only

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class WriteLock:
    """The right to write to a case folder, held until `release()` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            CaseBusy: another process holds it.
            CaseError: the folder cannot be written to.
        """
        self._handle: int | None = None
        try:
            self._handle = os.open(folder / "case.lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise CaseError(f"The case {folder} cannot be written to: {error.strerror or error}.") from error
        for _ in range(_TRIES):
            if _take(self._handle):
                _held.add(self)
                return
            time.sleep(_PAUSE)
        self.release()
        raise CaseBusy(
            f"Another sayso is writing to the case {folder}. "
            "Wait until it is done, or stop it; reading works meanwhile."
        )

    def release(self) -> None:
        """Give the right back; may be called twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


_held: weakref.WeakSet[WriteLock] = weakref.WeakSet()


def _let_go_in_child() -> None:
    """Close a forked worker's copies: else a worker that outlives its killed parent would keep the case locked."""
    for lock in list(_held):
        lock.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)


def being_written(folder: Path) -> bool:
    """Tell whether some process holds the case for writing at this moment."""
    try:
        handle = os.open(folder / "case.lock", os.O_RDWR)
    except OSError:
        return False
    try:
        return not _take(handle)
    finally:
        os.close(handle)
