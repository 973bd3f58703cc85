"""What people decide in an opened case: written, undone and done again in steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sayso.records import Capture, Decision, DecisionKind
from sayso.store import decisions as deciding
from sayso.store import holdings
from sayso.store.opened import OpenedCase


class DecidedCase(OpenedCase):
    """The part of a `CaseStore` that is about people's decisions."""

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
