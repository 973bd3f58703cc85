"""What people decide about the report itself: their own words in it, and the names that it may not show."""

from __future__ import annotations

from sayso.records import CaseView, Decision
from sayso.workbench import decisions
from sayso.workbench.basis import Grounded
from sayso.workbench.view import make_view


class Writing(Grounded):
    """The part of a case that is about its report; `sayso.workbench.Case` has all of it."""

    def mark_sensitive(self, name: str, *, who: str, sensitive: bool = True) -> Decision:
        """Mark the name of a person or source as one that no redacted report or export shows; or as public again.

        Raises:
            UsageError: nobody named.
        """
        return self._store.decide("sensitive", decisions.check_name(name, "name"), sensitive, who)

    def write_section(
        self, section: str, text: str, *, who: str, place: str = "before", view: CaseView | None = None
    ) -> Decision:
        """Write into a section of the report; it is marked as a person's and survives every rebuild.

        Args:
            section: id of a section, such as `summary`, or `opening` for a section of its own at the top.
            text: paragraphs parted by blank lines; `[[claim ID]]` and `[[DOCUMENT:START-END]]` become notes. An empty
                text takes out what was written there.
            who: in whose name.
            view: the case weighed, if it is at hand.
            place: `before`, `after` or `instead` of the program's own text.

        Raises:
            UsageError: no such section or place, or a note leads to no passage.
        """
        from sayso.reporting import check_section  # noqa: PLC0415 - draws the report

        value = check_section(view or make_view(self._store, self.basis()), section, text, place)
        return self._store.decide("section", section, value, who)
