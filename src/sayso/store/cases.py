"""A case: documents, what was read in them and what people decided, in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from sayso.records import (
    ArchivedCopy,
    Collected,
    Document,
    Finding,
    Reading,
    Refused,
)
from sayso.store import decisions as deciding
from sayso.store import holdings, verifying, wacz
from sayso.store.custody import BOOKKEEPING
from sayso.store.decided import DecidedCase
from sayso.store.dialects import match_texts
from sayso.store.keeping import Outcome, add_text, keep_one
from sayso.store.schema import custody, documents, plain, settings
from sayso.store.searching import Hit, hit, phrases
from sayso.store.shelf import FileShelf


class CaseStore(DecidedCase):
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

    # -- settings ------------------------------------------------------------------------------------------------------

    def version(self) -> tuple[int, int]:
        """Tell two states of the case apart: the number of the newest row of decisions, and that of all else.

        The second is that of the newest entry of the custody log that is about neither decisions nor bookkeeping.
        """
        apart = sorted(BOOKKEEPING | {"decided", "undone"})
        with self._reading() as connection:
            held = connection.execute(select(func.max(custody.c.seq)).where(custody.c.event.not_in(apart))).scalar()
            return deciding.newest_row(connection), int(held or 0)

    def mark(self) -> str:
        """Tell two states of the documents and what was read in them apart: the hash of their newest custody entry.

        Entries are chained, so it stands for all that came before. Empty while there is no document.
        """
        told = custody.c.event.in_(("stored", "text", "read"))
        with self._reading() as connection:
            newest = select(custody.c.hash).where(told).order_by(custody.c.seq.desc()).limit(1)
            return str(connection.execute(newest).scalar() or "")

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
