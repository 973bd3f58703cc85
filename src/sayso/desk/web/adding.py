"""Documents being added while the page is used: one job after the other, each with what came of every input."""

from __future__ import annotations

import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sayso.desk.web.answers.base import Job
from sayso.errors import SaysoError
from sayso.records import Refused
from sayso.workbench import AddEvent, CollectOptions, Live, add_uploads, place_for

_EVENTS = 200
_JOBS = 50


@dataclass
class _Work:
    number: int
    folder: Path
    files: list[Path]
    addresses: Sequence[str]
    options: CollectOptions
    state: Literal["waiting", "running", "done", "failed"] = "waiting"
    stored: int = 0
    read: int = 0
    total: int | None = None
    refused: list[Refused] = field(default_factory=list)
    events: list[AddEvent] = field(default_factory=list)
    error: str | None = None
    changes: int = 0

    def shown(self) -> Job:
        return Job(
            id=str(self.number),
            what="add",
            state=self.state,
            stored=self.stored,
            read=self.read,
            total=self.total,
            refused=tuple(self.refused),
            events=tuple(self.events[-_EVENTS:]),
            error=self.error,
        )

    def note(self, event: AddEvent) -> None:
        self.changes += 1
        self.events.append(event)
        if event.outcome == "refused":
            self.refused.append(Refused(name=event.name, reason=event.reason or ""))
        elif event.outcome == "read":
            self.read += 1
            self.total = max(self.stored, self.read)
        elif event.outcome in ("stored", "snapshot"):
            self.stored += 1


class Adding:
    """Takes jobs from many pages and does them in turn, in a thread of its own."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._jobs: list[_Work] = []
        self._count = 0
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(
        self, files: Sequence[tuple[str, Callable[[Path], None]]], addresses: Sequence[str], options: CollectOptions
    ) -> Job:
        """Take a job: files by name, each with what writes it to a path, and addresses."""
        folder = Path(tempfile.mkdtemp(prefix="sayso-upload-"))
        try:
            places = []
            for number, (name, write) in enumerate(files):
                places.append(place_for(folder, number, name))
                write(places[-1])
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        with self._turn:
            self._count += 1
            work = _Work(self._count, folder, places, addresses, options)
            self._jobs = [*self._jobs[-_JOBS:], work]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work_on, name="adding", daemon=True)
                self._thread.start()
        self._queue.put(work)
        return work.shown()

    def jobs(self) -> tuple[Job, ...]:
        """All jobs of this session, newest last."""
        return tuple(work.shown() for work in self._jobs)

    def marks(self) -> dict[str, tuple[str, int]]:
        """For each job something that changes whenever it does."""
        return {str(work.number): (work.state, work.changes) for work in self._jobs}

    def close(self) -> None:
        """Finish the document at hand, and do no other."""
        self._closing = True
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()

    _closing = False

    def _work_on(self) -> None:
        while (work := self._queue.get()) is not None and not self._closing:
            self._live.busy = True
            try:
                self._add(work)
                work.state = "done"
            except SaysoError as fault:
                work.state, work.error = "failed", str(fault)
            except Exception as fault:  # noqa: BLE001 - the page must be told, whatever it was
                work.state, work.error = "failed", f"Adding stopped ({type(fault).__name__}: {fault})."
            finally:
                shutil.rmtree(work.folder, ignore_errors=True)
                self._live.busy = False
            self._live.stir()
            self._live.tell()

    def _add(self, work: _Work) -> None:
        work.state = "running"
        with self._live.writing() as case:
            for event in add_uploads(case, work.folder, work.files, work.addresses, work.options):
                work.note(event)
                self._live.tell()
                if self._closing:
                    work.error = "Stopped before the end; what is named as stored is kept."
                    return
