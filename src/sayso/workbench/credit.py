"""Credibility of the claims of a case: what independent origins support, and what a person gave, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.records import CaseView, Credibility
from sayso.weighing import corroborated, credibility_of
from sayso.workbench.view import subject_of_view

__all__ = ["credibilities", "figure_credibilities", "given_credibilities"]


def credibilities(view: CaseView) -> Mapping[str, Mapping[str, Credibility]]:
    """Admiralty 1 to 6 of each claim of the incident that the view is about, by document and claim id."""
    return corroborated(subject_of_view(view), view.origins, view.weighing.accounts)


def figure_credibilities(view: CaseView) -> Mapping[str, Credibility]:
    """Admiralty 1 to 6 of the figures of that incident, an outlet's own among them, by the id of their account."""
    return credibility_of(view.weighing.accounts)


def given_credibilities(view: CaseView) -> dict[str, tuple[int, str]]:
    """The digit that a person gave a claim, and who; the newest word stands."""
    newest = {d.subject: d for d in view.decisions if d.kind == "grade" and not isinstance(d.value, str)}
    return {name: (int(d.value), d.who) for name, d in newest.items() if d.value is not None}
