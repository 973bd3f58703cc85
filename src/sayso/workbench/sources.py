"""What people say of the sources of a case: their grades, and who is set aside."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from sayso.records import Decision
from sayso.weighing.speakers import plain_name
from sayso.workbench import decisions
from sayso.workbench.basis import Grounded

__all__ = ["SourceDecisions"]

_NEAR: Final = 0.75
"""Likeness of spelling from which a name of the case is offered for one that is not in it, and ..."""
_OFFERED: Final = 3
"""... how many names are."""


class SourceDecisions(Grounded):
    """The part of a case that is about its sources; `sayso.workbench.Case` has all of it.

    A source is named as `sayso show CASE sources` names it; case, spacing and a leading article do not matter.
    """

    def grade(self, source: str, grade: str, *, who: str) -> Decision:
        """Give a source an Admiralty grade such as `B2` (or a letter alone).

        Raises:
            UsageError: not a grade, or no source named.
        """
        return self._store.decide("grade", decisions.check_name(source, "source"), decisions.check_grade(grade), who)

    def distrust(self, source: str, *, who: str, distrusted: bool = True) -> Decision:
        """Set aside what an outlet or speaker says (or trust it again); nothing is deleted.

        Raises:
            UsageError: no source named.
        """
        return self._store.decide("distrust", decisions.check_name(source, "source"), distrusted, who)

    def set_aside(self, source: str) -> Decision | None:
        """The decision by which a source is set aside, whichever way its name is spelt there; null where it counts.

        Raises:
            UsageError: no source named.
        """
        name = plain_name(decisions.check_name(source, "source"))
        said = [d for d in self._store.decisions() if d.kind == "distrust" and plain_name(d.subject) == name]
        return said[-1] if said and said[-1].value else None

    def has_source(self, name: str) -> bool:
        """Whether an outlet or a speaker of this name, as resolved or as written, is in the case."""
        return plain_name(name) in self._names()

    def sources_like(self, name: str) -> tuple[str, ...]:
        """Names of the case that hold this one or are spelt much like it, the nearest first; three at most."""
        names, wanted = self._names(), plain_name(name)
        holding = [key for key in names if f" {wanted} " in f" {key} "]
        near = dict.fromkeys((*get_close_matches(wanted, names, n=_OFFERED, cutoff=_NEAR), *sorted(holding)))
        return tuple(names[key] for key in near)[:_OFFERED]

    def _names(self) -> dict[str, str]:
        """Every name of an outlet or a speaker, by its plain form."""
        names: dict[str, str] = {}
        for reading in self.basis().readings:
            sources = [claim.source for claim in reading.claims if claim.source is not None]
            for name in (reading.document.outlet, *(n for s in sources for n in (s.entity, s.text))):
                if name:
                    names.setdefault(plain_name(name), name)
        return names
