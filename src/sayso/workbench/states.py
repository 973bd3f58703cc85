"""States of a case that is kept at hand: what is stored at one moment, and what it was weighed to be."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sayso.errors import UsageError
from sayso.records import CaseView, Decision, Indicator, Matrix, Panel, PostMortem, RuleName, Verdict
from sayso.workbench.basis import Basis
from sayso.workbench.reviewing import Reviewed

__all__ = ["Board", "Now", "Progress", "Version", "Weighed"]


class Version(NamedTuple):
    """A state of a case: the newest row of decisions, and the newest entry about anything else."""

    decided: int
    held: int

    def __str__(self) -> str:
        return f"{self.decided}.{self.held}"

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read a version as `str` writes it.

        Raises:
            UsageError: it is none.
        """
        parts = text.split(".")
        if len(parts) != 2 or not all(p.isascii() and p.isdigit() and len(p) < 16 for p in parts):
            raise UsageError(f'"{text[:40]}" is no version of a case: give one that an answer named.')
        return cls(int(parts[0]), int(parts[1]))

    def covers(self, other: Version) -> bool:
        """Whether this state holds all that the other does."""
        return self.decided >= other.decided and self.held >= other.held


class Progress(NamedTuple):
    """What is being worked out (`documents`, `origins`, `incidents`, `actors`, `figures`): done, of how many."""

    step: str
    done: int
    of: int


class Now:
    """What is stored at one moment, decisions applied. `kept` is for answers made from it."""

    def __init__(self, version: Version, basis: Basis, decisions: Sequence[Decision]) -> None:
        self.version = version
        self.basis = basis
        self.decisions = tuple(decisions)
        self.kept: dict[str, Any] = {}
        self.reviewed: dict[str, Reviewed] = basis.reviewed(decisions)

    def holding(self, claims: Iterable[str]) -> list[str]:
        """Documents that have one of these claims, as they stand or as they were decided on, in stored order."""
        wanted = set(claims)
        read = self.basis.holding(wanted)
        return [
            name
            for name, done in self.reviewed.items()
            if name in read or (done.reviews and any(r.claim in wanted for r in done.reviews))
        ]


class Weighed:
    """A case weighed, as of a version. `kept` is for answers made from it.

    `view` lacks what each source changes, which takes long where there are many; `Live.whole` adds it.
    """

    def __init__(self, version: Version, view: CaseView, basis: Basis) -> None:
        self.version = version
        self.view = view
        self.basis = basis
        self.whole: dict[RuleName, CaseView] = {}
        self.turn = threading.Lock()
        self.kept: dict[str, Any] = {}


class Board(NamedTuple):
    """Explanations as decided at this moment: the matrix, its scores, analysts side by side, and what was foretold."""

    matrix: Matrix | None
    verdict: Verdict | None
    panel: Panel | None
    indicators: tuple[Indicator, ...]
    post_mortem: PostMortem | None
