"""Progress on a terminal: nothing for the first second, then a bar or a moving mark with a count, on standard error."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds before anything is drawn."""

STEP = 0.2
"""Seconds from one drawing to the next, so that a single long step is seen to be alive."""

BAR = 20
"""Cells of the bar."""

_CLEAR = "\r\x1b[K"


class Progress:
    """What is being done, drawn from a thread of its own while the work goes on; silent where nobody watches.

    Attributes:
        what: what goes on, such as `weighing`, or what is counted, such as `documents read`.
        done: how many are done; none is shown while it is 0.
        total: how many there are, for a bar; null while that is not known.
    """

    def __init__(self, what: str, *, total: int | None = None) -> None:
        self.what = what
        self.done = 0
        self.total = total
        self._began = time.monotonic()
        self._over = threading.Event()
        self._drawn = False
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        global _current  # noqa: PLW0603 - there is one terminal, and talk must step around what is drawn on it
        if sys.stderr is not None and sys.stderr.isatty():
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
            _current = self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        global _current  # noqa: PLW0603 - see __enter__
        self._over.set()
        if self._thread is not None:
            self._thread.join()
            self.clear()
            _current = None

    def clear(self) -> None:
        """Take the drawing away, so that a line can be printed in its place."""
        with self._lock:
            if self._drawn:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()
                self._drawn = False

    def _run(self) -> None:
        wait = PATIENCE
        while not self._over.wait(wait):
            wait = STEP
            with self._lock:
                sys.stderr.write(_CLEAR + self.line(time.monotonic() - self._began))
                sys.stderr.flush()
                self._drawn = True

    def line(self, seconds: float) -> str:
        """Draw the state after `seconds`, in ASCII and well under 80 cells."""
        if self.total:
            filled = min(BAR, BAR * self.done // self.total)
            bar, count = "#" * filled + "." * (BAR - filled), f"{self.done} of {self.total} "
        else:
            at = int(seconds / STEP) % BAR
            bar, count = "." * at + "#" + "." * (BAR - at - 1), f"{self.done} " if self.done else ""
        return f"[{bar}] {count}{self.what} ({seconds:.0f} s)"


_current: Progress | None = None


def clear() -> None:
    """Take away what is drawn at the moment, if anything."""
    if _current is not None:
        _current.clear()


def counted(items: Iterable[Item], what: str, *, total: int | None = None) -> Iterator[Item]:
    """Pass items through and count them."""
    with Progress(what, total=total) as progress:
        for item in items:
            progress.done += 1
            yield item
