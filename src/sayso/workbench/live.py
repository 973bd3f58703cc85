"""A case kept at hand for a page: what is stored now at once, what follows from it as soon as it is weighed.

Reading a case of thousands of documents takes seconds and tracing its origins minutes, so neither is done for every
question. The documents are loaded once for each state of them; decisions are applied to that at once; and one thread
weighs in the background, always the newest state. Other processes may write meanwhile: their changes are noticed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sayso.errors import SaysoError, UsageError
from sayso.records import Decision, RuleName
from sayso.workbench.basis import Basis
from sayso.workbench.case import Case
from sayso.workbench.drawn import Drawn
from sayso.workbench.keeping import Kept, digest, program
from sayso.workbench.places import added_ids
from sayso.workbench.states import Now, Progress, Version, Weighed
from sayso.workbench.view import make_view

__all__ = ["Live"]

T = TypeVar("T")

_ROOMS = ("desk", "explaining", "knowledge", "linking", "records", "weighing", "workbench")
"""What is kept to be shown comes from these."""

_PATIENCE = 60.0
"""Seconds that a question waits for a weighing."""

_BREATH = 0.1
"""Seconds that answers to what was just decided have for themselves before it is weighed."""

_REST = 4
"""While documents come in, what has been loaded and weighed is good for so many times the seconds that it took."""


class Live(Drawn):
    """One case for many questions from many threads. Close it, or use it in a `with` block."""

    def __init__(self, path: Path, *, rule: RuleName = "airwars") -> None:
        """Open the case at `path` and begin to weigh it.

        Raises:
            CaseNotFound: no case there.
        """
        self.path = Path(path)
        self.rule: RuleName = rule
        self.case = Case.open(self.path)
        self.busy = False
        self._turn = threading.RLock()
        self._news = threading.Condition()
        self._writer: Case | None = None
        self._writers = 0
        self._now: Now | None = None
        self._loaded = (0.0, 0.0)
        self._weighed: Weighed | None = None
        self._fault: str | None = None
        self._progress: Progress | None = None
        self.when_weighed: Callable[[Weighed], None] | None = None
        """Is given the first state that is weighed, by the thread that weighed it."""
        self._asked = self._closed = False
        self._thread = threading.Thread(target=self._weigh_on, name="weighing", daemon=True)
        self._thread.start()
        self.stir()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Stop weighing (a weighing under way is finished first) and let go of the case; may be called twice."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        self._thread.join()
        self.case.close()

    # Looking

    def version(self) -> Version:
        """The state of the case on disk, whoever wrote it."""
        return Version(*self.case.store.version())

    def now(self) -> Now:
        """What is stored, at once; while documents come in, those of a moment ago."""
        with self._turn:
            version = self.version()
            now = self._now
            if now is None or now.version != version:
                basis = self._basis(version.held)
                at = version if self._now is None or basis is not self._now.basis else version._replace(
                    held=self._now.version.held
                )  # fmt: skip
                self._now = now = Now(at, basis, self.case.store.decisions())
            return now

    def _basis(self, held: int) -> Basis:
        now, (when, took) = self._now, self._loaded
        if now is not None:
            same = now.version.held == held and now.basis.added == added_ids(self.case.store)
            if same or (self.busy and time.monotonic() - when < max(1.0, _REST * took)):
                return now.basis
        began = time.monotonic()
        self._told("documents", 0, 1)
        basis = Basis(self.case.store)
        basis.tell = self._told
        self._loaded = (time.monotonic(), time.monotonic() - began)
        return basis

    @property
    def fault(self) -> str | None:
        """Why the last weighing failed, as a sentence; null when it did not."""
        return self._fault

    def latest(self) -> Weighed | None:
        """The newest state that has been weighed; null before the first."""
        return self._weighed

    def weighed(self, at_least: Version | None = None, *, patience: float = _PATIENCE) -> Weighed | None:
        """The newest weighed state, or null when none is there in time.

        Args:
            at_least: wait until it covers this version; without, only until there is any.
            patience: seconds to wait at most.
        """
        self.stir()
        with self._news:
            self._news.wait_for(
                lambda: self._closed or self._fault is not None or self._covers(at_least), timeout=patience
            )
            return self._weighed if self._covers(at_least) else None

    def _covers(self, wanted: Version | None) -> bool:
        return self._weighed is not None and (wanted is None or self._weighed.version.covers(wanted))

    def wait(self, patience: float) -> None:
        """Return when there may be news, or after `patience` seconds."""
        with self._news:
            self._news.wait(timeout=patience)

    def tell(self) -> None:
        """Wake all who wait for news."""
        with self._news:
            self._news.notify_all()

    # Weighing

    def stir(self) -> None:
        """Have the newest state weighed, if it is not yet."""
        with self._news:
            if self._weighed is None or self._weighed.version != self.version():
                self._asked = True
                self._news.notify_all()

    def _weigh_on(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._asked or self._closed)
                if not self._closed and self._weighed is not None:
                    self._news.wait_for(lambda: self._closed, timeout=_BREATH)
                if self._closed:
                    return
                self._asked = False
            began = time.monotonic()
            try:
                self._weigh()
                self._fault = None
            except SaysoError as fault:
                self._fault = str(fault)
            except Exception as fault:  # noqa: BLE001 - the page must be told, whatever it was
                self._fault = (
                    f"The case could not be weighed ({type(fault).__name__}: {fault}). Nothing stored was lost."
                )
            self._progress = None
            self.tell()
            if self.busy:  # documents come in one by one: leave the machine to the reader for a while
                self._rest(_REST * (time.monotonic() - began))

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        with self._news:
            self._news.wait_for(lambda: self._closed or not self.busy or time.monotonic() >= until, timeout=seconds)

    def _weigh(self) -> None:
        now = self.now()
        if self._weighed is not None and self._weighed.version == now.version:
            return
        view = make_view(self.case.store, now.basis, rule=self.rule, decisions=now.decisions, each=False)
        self._weighed = Weighed(now.version, view, now.basis)
        now.basis.keep()
        self.tell()
        if self.when_weighed is not None:
            self.when_weighed(self._weighed)
            self.when_weighed = None

    def _told(self, step: str, done: int, of: int) -> None:
        self._progress = Progress(step, done, of)

    @property
    def progress(self) -> Progress | None:
        """What is being worked out, and how far it is; null while nothing is."""
        return self._progress

    @property
    def is_loaded(self) -> bool:
        """Whether the documents are at hand."""
        return self._now is not None

    def kept(self, name: str, kind: type[T]) -> T | None:
        """What `keep` wrote down in this or an earlier session; null when the program is another one since."""
        return Kept(self.path).take(f"screen-{name}", digest(program(*_ROOMS), self.rule), kind)

    def keep(self, name: str, value: Any) -> None:
        """Write down something to show at once when the case is opened the next time; it may be gone then."""
        Kept(self.path).keep(f"screen-{name}", digest(program(*_ROOMS), self.rule), value)

    # Writing

    @contextmanager
    def writing(self) -> Iterator[Case]:
        """The case open for writing, shared by all threads of this process that write at this time.

        Raises:
            CaseBusy: another process writes.
        """
        with self._turn:
            if self._writer is None:
                self._writer = Case.open(self.path, write=True)
                self._writer.lend(self._now.basis if self._now else None)
            self._writers += 1
            writer = self._writer
        try:
            yield writer
        finally:
            with self._turn:
                self._writers -= 1
                if self._writers == 0:
                    self._writer = None
                    writer.close()
            self.stir()
            self.tell()

    def decide(self, based_on: Version, write: Callable[[Case], None]) -> list[Decision]:
        """Make decisions as one step: all or, on an error, none.

        Args:
            based_on: what the person saw.
            write: makes the decisions on the case that it is given.

        Returns:
            All decisions made or undone since `based_on`, by anybody; those undone name who undid them.

        Raises:
            DecidedMeanwhile: somebody decided one of the same things after `based_on`.
            UsageError: one makes no sense.
        """
        with self.writing() as case:
            with case.store.together(based_on=based_on.decided):
                write(case)
            return case.store.decided_since(based_on.decided)

    def undo(self, based_on: Version, who: str, number: int | None = None) -> list[Decision]:
        """Undo this person's newest step, or that of the decision `number`; as `decide`.

        Raises:
            UsageError: there is none.
            DecidedMeanwhile: somebody decided the same thing after `based_on`.
        """
        with self.writing() as case:
            mine = None if number is not None else who
            if not case.store.undo_step(who, of=mine, number=number, based_on=based_on.decided):
                raise UsageError(f"There is no decision of {who} left to undo.")
            return case.store.decided_since(based_on.decided)

    def redo(self, based_on: Version, who: str) -> list[Decision]:
        """Decide again what this person undid last; as `decide`.

        Raises:
            UsageError: there is none.
            DecidedMeanwhile: somebody decided the same thing after `based_on`.
        """
        with self.writing() as case:
            if not case.store.redo_step(who, based_on=based_on.decided):
                raise UsageError(f"There is nothing that {who} undid and could do again.")
            return case.store.decided_since(based_on.decided)
