"""A case: documents, what was read in them and what people decided, in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from sayso.records import (
    ArchivedCopy,
    Capture,
    Collected,
    Decision,
    DecisionKind,
    Document,
    Finding,
    Reading,
    Refused,
)
from sayso.store import decisions as deciding
from sayso.store import holdings, verifying, wacz
from sayso.store.custody import BOOKKEEPING
from sayso.store.dialects import match_texts
from sayso.store.keeping import Outcome, add_text, keep_one
from sayso.store.opened import OpenedCase
from sayso.store.schema import custody, documents, plain, settings
from sayso.store.searching import Hit, hit, phrases
from sayso.store.shelf import FileShelf


class CaseStore(OpenedCase):
    """An opened case. Get one from `create` or `open_case`; close it, or use it as a context manager.

    Whatever a writing method has returned from is on disk. Methods may be called from several threads.
    """

    # -- documents ---------------------------------------------------------------------------------------------------

    def keep(self, collected: Collected) -> Outcome:
        """Store one document with its bytes; on disk when this returns.

        Returns:
            `new`; `known` when the same bytes are there already (nothing is added, save a new version of the text when
            another extractor made it); `snapshot` when the bytes at the same URL have changed.

        Raises:
            InputRefused: the document does not belong to its bytes.
            CaseError: it could not be written; nothing is changed then.
        """
        return self.keep_many([collected])[0]

    def keep_many(self, collected: Iterable[Collected]) -> list[Outcome]:
        """Store several documents in one write: all of them or, on an error, none. Faster than one by one."""
        with self._writing() as work:
            return [keep_one(work, one) for one in collected]

    def save_text(self, document: Document) -> bool:
        """Add a re-extracted text as a new version; earlier ones stay. False when it is the text that is there."""
        with self._writing() as work:
            holdings.known_id(work.connection, document.id)
            return add_text(work, document.id, document)

    def documents(self) -> list[Document]:
        """Give all documents with their newest text, in the order they were stored."""
        with self._reading() as connection:
            return holdings.all_documents(connection)

    def document_for(self, name: str) -> Document | None:
        """Find a document by its id, else the newest that was given this id or is at this URL or path; null if none."""
        with self._reading() as connection:
            return holdings.find_document(connection, name)

    def text_keys(self) -> list[tuple[str, int]]:
        """Give every document's id with the number of its newest text, in stored order, without the texts."""
        with self._reading() as connection:
            return holdings.text_keys(connection)

    def named_documents(self, names: Sequence[str]) -> list[Document]:
        """Give documents by id, in the order asked for; names that are not there are passed over."""
        with self._reading() as connection:
            return holdings.named_documents(connection, names)

    def shelf(self) -> FileShelf:
        """Open the file of derived things beside the case; to be closed by the caller."""
        return FileShelf(self.path, write=self._lock is not None)

    def snapshots(self, url: str) -> list[Document]:
        """Give every stored state of a URL, oldest first."""
        with self._reading() as connection:
            return holdings.all_documents(connection, documents.c.url == url)

    def texts(self, document_id: str) -> list[Document]:
        """Give every version of a document's text, oldest first, each as the document it makes."""
        with self._reading() as connection:
            return holdings.all_versions(connection, document_id)

    def copies(self) -> list[ArchivedCopy]:
        """Say where each document's untouched bytes lie, in the order of `documents()`."""
        with self._reading() as connection:
            return holdings.all_copies(connection)

    def raw(self, document_id: str) -> bytes:
        """Give a document's untouched bytes, checked against their hash.

        Raises:
            CaseDamaged: they are missing or changed.
            UsageError: there is no such document.
        """
        with self._reading() as connection:
            return holdings.raw_bytes(connection, self.path, document_id)

    def refuse(self, refused: Refused) -> None:
        """Keep the note that an input was not taken. The same note twice in a row is kept once."""
        with self._writing() as work:
            holdings.add_refusal(work, refused)

    def refused(self, *, latest: bool = False) -> list[Refused]:
        """List the inputs that were not taken, oldest first.

        Args:
            latest: leave out those that were taken later, and all but the last refusal of each name.
        """
        with self._reading() as connection:
            return holdings.all_refusals(connection, latest=latest)

    # -- readings ----------------------------------------------------------------------------------------------------

    def unread(self, reader: str) -> list[Document]:
        """Give the documents whose newest text this reader has not read yet and that can be read, in stored order."""
        with self._reading() as connection:
            return holdings.without_reading(connection, reader)

    def save_reading(self, reading: Reading) -> None:
        """Keep what was read in a document; earlier readings stay.

        Raises:
            UsageError: the document or this version of its text is not in the case.
        """
        self.save_readings([reading])

    def save_readings(self, readings: Iterable[Reading]) -> None:
        """Keep several readings in one write."""
        with self._writing() as work:
            for reading in readings:
                holdings.add_reading(work, reading)

    def readings(self, ids: Sequence[str] | None = None) -> list[Reading]:
        """Give the newest reading of each document, in stored order; of all documents, or of those named."""
        with self._reading() as connection:
            return holdings.newest_readings(connection, ids)

    # -- people ------------------------------------------------------------------------------------------------------

    def decide(self, kind: DecisionKind, subject: str, value: Any, who: str | None = None) -> Decision:
        """Write down what a person decided; `who` is the operator unless named."""
        with self._writing() as work:
            return deciding.add_decision(work, kind, subject, value, who or self.options.operator)

    def decide_on_file(
        self, kind: DecisionKind, subject: str, value: dict[str, Any], who: str, *, raw: bytes, capture: Capture,
        media_type: str,
    ) -> Decision:  # fmt: skip
        """Write down a decision that rests on a file: its bytes go into the archive, unless they are there.

        The decision's value gets `record`, the id of the archive record; `file` gives the bytes back.
        """
        with self._writing() as work:
            record = holdings.archived(work, raw, capture, media_type)
            return deciding.add_decision(work, kind, subject, {**value, "record": record}, who)

    def file(self, record: str) -> bytes:
        """Give the untouched bytes of an archive record, checked against their hash.

        Raises:
            CaseDamaged: they are missing or changed.
        """
        with self._reading() as connection:
            return holdings.record_bytes(connection, self.path, record)

    def decisions(self, *, active_only: bool = True) -> list[Decision]:
        """Give what people decided, oldest first; with `active_only`, without what was undone."""
        with self._reading() as connection:
            return deciding.list_decisions(connection, active_only=active_only)

    @contextmanager
    def together(self, *, based_on: int | None = None) -> Iterator[None]:
        """Write all decisions made inside in one go, as one step of undoing: all of them or, on an error, none.

        Args:
            based_on: number of the newest decision that was known (`version()`) when these were made up; null when
                nobody looked.

        Raises:
            DecidedMeanwhile: one of the things decided was decided, or that undone, by a later row; nothing is written.
        """
        with self._together() as work:
            before = deciding.newest_row(work.connection)
            yield
            if based_on is not None:
                mine = [d for d in deciding.since(work.connection, before) if not d.undone]
                deciding.check_unchanged(work.connection, based_on, mine, before)

    def undo(self, who: str | None = None) -> Decision | None:
        """Undo the newest step that stands, by adding rows; gives its last decision, null when none stands."""
        undone = self.undo_step(who)
        return undone[0] if undone else None

    def undo_step(
        self, who: str | None = None, *, of: str | None = None, number: int | None = None, based_on: int | None = None
    ) -> list[Decision]:
        """Undo a step: the newest that stands, or that of one person, or that of the decision `number`.

        Raises:
            UsageError: the decision named does not stand.
            DecidedMeanwhile: somebody decided the same thing after the row `based_on`.
        """
        with self._writing() as work:
            before = deciding.newest_row(work.connection)
            undone = deciding.undo_newest(work, who or self.options.operator, of=of, number=number)
            if based_on is not None:
                deciding.check_unchanged(work.connection, based_on, undone, before)
            return undone

    def redo_step(self, who: str | None = None, *, based_on: int | None = None) -> list[Decision]:
        """Decide again what this person undid last, as new rows; empty once they have decided anything else.

        Raises:
            DecidedMeanwhile: somebody decided the same thing after the row `based_on`.
        """
        with self._writing() as work:
            before = deciding.newest_row(work.connection)
            made = deciding.redo_newest(work, who or self.options.operator)
            if based_on is not None:
                deciding.check_unchanged(work.connection, based_on, made, before)
            return made

    def can_redo(self, who: str | None = None) -> Decision | None:
        """Give the decision that `redo_step` would make again first; null when there is none."""
        with self._reading() as connection:
            found = deciding.redoable(connection, who or self.options.operator)
            return found[0][0] if found else None

    def decided_since(self, number: int) -> list[Decision]:
        """Give decisions made or undone by rows after `number`; those undone name who undid them."""
        with self._reading() as connection:
            return deciding.since(connection, number)

    def version(self) -> tuple[int, int]:
        """Tell two states of the case apart: the number of the newest row of decisions, and that of all else.

        The second is that of the newest entry of the custody log that is about neither decisions nor bookkeeping.
        """
        apart = sorted(BOOKKEEPING | {"decided", "undone"})
        with self._reading() as connection:
            held = connection.execute(select(func.max(custody.c.seq)).where(custody.c.event.not_in(apart))).scalar()
            return deciding.newest_row(connection), int(held or 0)

    def setting(self, key: str) -> Any:
        """Give a setting's value; null when it was never set."""
        with self._reading() as connection:
            return connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()

    def set_setting(self, key: str, value: Any, who: str | None = None) -> None:
        """Change a setting (`title`, `note`...); the custody log keeps every value it had."""
        with self._writing() as work:
            holdings.put_setting(work, key, value, who or self.options.operator)

    # -- the whole ---------------------------------------------------------------------------------------------------

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Find documents that hold all `words`; `"..."` for a phrase, `*` for a beginning. Best first."""
        wanted = phrases(words)
        if not wanted or limit < 1:
            return []
        with self._reading() as connection:
            newest = holdings.texts_by_id(connection, match_texts(connection, wanted), limit)
        return [hit(document, wanted, rank) for document, rank in newest]

    def newest(self) -> str | None:
        """Give the time of the newest stored row, UTC; null in an empty case."""
        with self._reading() as connection:
            where = custody.c.event.not_in(sorted(BOOKKEEPING))
            return connection.execute(select(func.max(custody.c.time)).where(where)).scalar()

    def custody(self) -> list[dict[str, Any]]:
        """Give the custody log, oldest entry first."""
        with self._reading() as connection:
            return [plain(row) for row in connection.execute(select(custody).order_by(custody.c.seq)).mappings()]

    def verify(self) -> list[Finding]:
        """Re-hash everything and check the custody log; never raises on damage."""
        return verifying.verify(self.path, self._engine, writing=self._lock is not None)

    def export_warc(self, target: Path) -> None:
        """Write the whole archive as one WARC file (`.warc.gz`, or `.warc` unpacked)."""
        self._export(target, lambda: wacz.export_warc(self.path, target))

    def export_wacz(self, target: Path) -> None:
        """Write the archive as a WACZ 1.1.1 package."""
        with self._reading() as connection:
            stored = holdings.all_records(connection)
            held = holdings.documents_with_record(connection)
        title = str(self.setting("title") or self.name)
        created = self.newest() or self.options.time()
        self._export(
            target,
            lambda: wacz.export_wacz(self.path, target, stored=stored, documents=held, title=title, created=created),
        )

    def _export(self, target: Path, export: Callable[[], None]) -> None:
        export()
        if self._lock:
            with self._writing() as work:
                work.note("exported", Path(target).name)
