"""A case: one folder that keeps what was collected, what was read, and what people decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self

from sayso.collect import CollectOptions, collect
from sayso.engine import EngineName, run
from sayso.errors import UsageError
from sayso.records import CaseView, Collected, Decision, Document, Finding, Reading, Record, RuleName
from sayso.records.accounts import Relation
from sayso.store import CaseStore, Hit, create, open_case
from sayso.workbench import decisions
from sayso.workbench.actors import CastDecisions
from sayso.workbench.claims import ClaimDecisions
from sayso.workbench.exchange import check_target, export_case, import_file, whole
from sayso.workbench.files import read_document
from sayso.workbench.grouping import keep_up
from sayso.workbench.judging import Judging
from sayso.workbench.places import located
from sayso.workbench.regrouping import IncidentWork
from sayso.workbench.sources import SourceDecisions
from sayso.workbench.view import make_view
from sayso.workbench.writing import Writing

Outcome = Literal["stored", "known", "snapshot", "read", "unread", "refused"]


class AddEvent(Record, frozen=True, kw_only=True):
    """One thing that `Case.add` did: to which input, what, and (for refusals and unread documents) why."""

    name: str
    outcome: Outcome
    document: str | None = None
    reason: str | None = None


class Case(CastDecisions, ClaimDecisions, IncidentWork, Judging, SourceDecisions, Writing):
    """An opened case. Use it in a `with` block; `write=True` takes the case's one writing place."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store

    @classmethod
    def new(cls, path: str | Path, *, title: str | None = None, note: str | None = None) -> Case:
        """Make an empty case.

        Raises:
            CaseExists: there is a case already.
            UsageError: something else is there, or the path cannot be written down.
        """
        try:
            str(path).encode()
        except UnicodeEncodeError:
            raise UsageError(
                "The folder's name is not valid UTF-8, so no record could name it; choose another."
            ) from None
        case = cls(create(Path(path)))
        for key, value in (("title", title), ("note", note)):
            if value is not None:
                case._store.set_setting(key, value)
        return case

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Case:
        """Open a case.

        Raises:
            CaseNotFound: no case there.
            CaseBusy: `write` was asked for while another process writes.
        """
        return cls(open_case(Path(path), write=write))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case; safe to repeat."""
        self._store.close()

    # Collecting and reading

    def add(
        self,
        inputs: Sequence[str],
        *,
        options: CollectOptions | None = None,
        stdin: BinaryIO | None = None,
        engine: EngineName = "local",
        workers: int = 1,
    ) -> Iterator[AddEvent]:
        """Collect inputs into the case and read what is new; yields what happened as it happens.

        Each document is stored for good before its event appears. Killed and run again, it takes up the rest.
        """
        for item in collect(inputs, options=options or CollectOptions(), stdin=stdin):
            yield self.keep(item) if isinstance(item, Collected) else self.refuse_row(item.name, item.reason)
        yield from self.read_new(engine=engine, workers=workers)

    def keep(self, item: Collected) -> AddEvent:
        """Store one document with its untouched bytes, for good; `read_new` then reads it.

        Raises:
            InputRefused: bytes and digest disagree.
        """
        document = item.document
        kept = self._store.keep(item)
        outcome: Outcome = "stored" if kept == "new" else kept
        if document.unread is not None and kept != "known":
            outcome = "unread"
        return AddEvent(
            name=document.path or document.url or document.id,
            outcome=outcome,
            document=self._stored_id(document),
            reason=document.unread if outcome == "unread" else None,
        )

    def _stored_id(self, document: Document) -> str:
        """The id that the case gave it: a given id that comes back with new content is stored as `id.2`, and so on."""
        name, number, stored = document.id, 1, None
        while (found := self._store.document_for(name)) is not None and found.id == name:
            if found.sha256 == document.sha256:
                stored = name
            number += 1
            name = f"{document.id}.{number}"
        if stored is not None:
            return stored
        # The same bytes are there under another id: they came by another name.
        same = (d.id for d in self._store.documents() if d.sha256 == document.sha256 and d.text == document.text)
        return next(same, document.id)

    def refuse_row(self, name: str, reason: str) -> AddEvent:
        """Record that an input was not taken, and why."""
        from sayso.records import Refused  # noqa: PLC0415

        self._store.refuse(Refused(name=name, reason=reason))
        return AddEvent(name=name, outcome="refused", reason=reason)

    def read_new(self, *, engine: EngineName = "local", workers: int = 1) -> Iterator[AddEvent]:
        """Read every stored document that the present reader has not read yet."""
        from sayso.reading import READER  # noqa: PLC0415 - compiled lexicons load on first use

        unread = self._store.unread(READER)
        for reading in run(read_document, unread, engine=engine, workers=workers):
            self._store.save_reading(reading)
            yield AddEvent(
                name=reading.document.path or reading.document.id, outcome="read", document=reading.document.id
            )
        if unread:
            keep_up(self._store)

    def import_file(self, path: str | Path, *, who: str, stdin: BinaryIO | None = None) -> Iterator[AddEvent]:
        """Take over an ACH matrix, an auto-archiver sheet, grades (all CSV), or anything that `add` takes.

        Args:
            path: the file; `-` is `stdin`.
            who: in whose name decisions are recorded.
            stdin: where `-` reads from.

        Raises:
            InputRefused: the file cannot be read, or its header or a row is not understood.
        """
        yield from import_file(self, Path(path), who=who, stdin=stdin)

    # Looking

    @property
    def store(self) -> CaseStore:
        """The case file itself, for the rooms of this package."""
        return self._store

    def documents(self) -> list[Document]:
        """All documents, in the order they were stored."""
        return list(self._store.documents())

    def readings(self) -> list[Reading]:
        """The newest reading of every document, in the order of the documents."""
        return located(self._store)

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Find passages that hold all the words; quotation marks keep words together. Best first."""
        return list(self._store.search(words, limit=limit))

    def view(self, *, rule: RuleName = "airwars", yardstick: str = "icd203", incident: str | None = None) -> CaseView:
        """Everything weighed, as reports draw it: of the incident named, or the one chosen, or the largest.

        Words of likelihood are those of `yardstick`, `icd203` or `phia`.
        """
        basis = self.basis()
        view = make_view(self._store, basis, rule=rule, yardstick=yardstick, incident=incident)
        basis.keep()
        return view

    def verify(self) -> list[Finding]:
        """Re-hash all that is stored and check the custody log; never raises over damage, it reports it."""
        return list(self._store.verify())

    # Deciding

    def overrule(self, document: str, relation: Relation, of: str | None = None, *, who: str) -> Decision:
        """Say yourself how a document came about; both documents are named by id.

        Args:
            document: the one that you know about.
            relation: `original`, `independent`, `reprint`, `rewrite` or `cites`.
            of: the document that it reprints, rewrites or cites; none for the first two.
            who: in whose name.

        Raises:
            UsageError: no such document or relation, or it is not said of which other document.
        """
        decisions.check_relation(document, relation, of, {d.id for d in self.documents()})
        return self._store.decide("origin", document, {"relation": relation, "of": of}, who)

    def undo(self, *, who: str) -> Decision | None:
        """Take back the newest decision that still stands; its row stays on record. None when there is none."""
        return self._store.undo(who)

    # Taking away

    def report(
        self,
        target: str | Path,
        *,
        rule: RuleName = "airwars",
        yardstick: str = "icd203",
        incident: str | None = None,
        redact: bool = False,
        copies: bool = True,
        view: CaseView | None = None,
    ) -> None:
        """Write the footnoted report; the ending chooses the form: .html, .md, .docx, .pdf.

        An earlier file of that name is replaced only once the new one is whole. The same case gives the same bytes.
        With `copies`, notes lead to the archived texts: inside the HTML file, or for .md and .docx in a page beside it
        that is called after it. `redact` takes the names of private persons and of sources marked sensitive out.
        A `view` by this rule spares weighing the case again.

        Raises:
            UsageError: another ending, or the file cannot be written.
            EngineMissing: .pdf without its extra.
        """
        from sayso.reporting import redact as without_names  # noqa: PLC0415 - templates load when used
        from sayso.reporting import render, render_copies  # noqa: PLC0415 - as above

        target = Path(target)
        check_target(target)
        drawn = view or self.view(rule=rule, yardstick=yardstick, incident=incident)
        if redact:
            drawn = without_names(drawn)
        beside = target.with_name(f"{target.stem}-copies.html")
        apart = copies and target.suffix.lower() in (".md", ".markdown", ".docx")
        if apart:
            whole(beside, lambda part: render_copies(drawn, part, report=target.name))
        name = beside.name if apart else "" if copies else None
        whole(target, lambda part: render(drawn, part, beside=name))

    def export(self, form: str, target: str | Path, *, redact: bool = False, view: CaseView | None = None) -> None:
        """Write the case in another tool's form: csv, json, geojson, ftm, wacz and more.

        Raises:
            UsageError: unknown form (the message lists all), the file cannot be written, or archives of untouched
                bytes are asked for with `redact`.
        """
        export_case(self, form, Path(target), redact=redact, view=view)
