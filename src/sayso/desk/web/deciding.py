"""Decisions of a page: each done by the function of the workbench that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.desk.web.actions import (
    Accept,
    Act,
    AddHypothesis,
    ChooseIncident,
    Conclude,
    Distrust,
    Edit,
    Foretell,
    Grade,
    GradeClaim,
    LinkHypotheses,
    Mark,
    MarkSensitive,
    MergeActors,
    MergeIncidents,
    MoveDocument,
    MovePlace,
    Overrule,
    Rate,
    Reject,
    RenameActor,
    Reopen,
    Settle,
    Split,
    SplitActor,
    WeighEvidence,
    WriteSection,
)
from sayso.desk.web.atlas import atlas_of
from sayso.errors import UsageError
from sayso.records import CaseView, Record
from sayso.workbench import Case, ClaimEdit, Now, Reviewed


class Deciding(Record, frozen=True, kw_only=True):
    """Decisions of one person, made on what `based_on` showed; one step of undoing."""

    who: str
    based_on: str
    decisions: tuple[Act, ...]


class Undoing(Record, frozen=True, kw_only=True):
    """Take back one's newest step, or that of the decision named."""

    who: str
    based_on: str
    decision: int | None = None


class Redoing(Record, frozen=True, kw_only=True):
    """Decide again what one undid last."""

    who: str
    based_on: str


class Doer:
    """Does what was asked, on a case open for writing, for one person."""

    def __init__(self, case: Case, now: Now, who: str, view: CaseView | None) -> None:
        self.case, self.now, self.who, self.view = case, now, who, view

    def do(self, act: Act) -> None:
        """Make one decision.

        Raises:
            UsageError: it makes no sense.
        """
        _DO[type(act)](self, act)

    def home_of(self, claim: str) -> Reviewed | None:
        """The document that has this claim, so that it need not be looked for; null if none is known."""
        found = self.now.holding([claim])
        return self.now.reviewed[found[0]] if found else None

    def merge(self, act: MergeIncidents) -> None:
        """Make several incidents one, each with the first."""
        if len(set(act.incidents)) < 2:
            raise UsageError("Only two or more different incidents can be merged: name each of them.")
        first, *others = map(self.incident, act.incidents)
        for other in others:
            self.case.merge_incidents(first, other, who=self.who)

    def incident(self, name: str) -> str:
        """An incident by a document of it, if it is known: ids change as incidents grow."""
        found = next((i for i in self.view.incidents if i.id == name), None) if self.view else None
        return found.documents[0] if found else name

    def move(self, act: MovePlace) -> None:
        """Correct a place for all mentions that the program took for it."""
        spot = atlas_of(self.now).spots.get(act.place)
        if spot is None:
            raise UsageError(f"There is no place {act.place} in this case.")
        if not act.unplaced and (act.lat is None or act.lon is None):
            raise UsageError("Say where the place is: latitude and longitude, or that nobody knows.")
        read = spot.read
        self.case.move_place(
            read.name,
            who=self.who,
            spellings=tuple(spot.spellings),
            documents=tuple(spot.documents),
            was=(read.lat, read.lon) if read.lat is not None and read.lon is not None else None,
            to=None if act.unplaced or act.lat is None or act.lon is None else (act.lat, act.lon),
            precision=act.precision,
            name=act.name,
        )


def _edit(act: Edit | Mark) -> ClaimEdit:
    """What an action says of a claim, without the rest of the action."""
    names = ("source", "cue", "content", "via", "certainty", "polarity")
    return ClaimEdit(**{name: getattr(act, name) for name in names})


def _row(act: Rate | WeighEvidence) -> dict[str, str | None]:
    return {name: getattr(act, name) for name in ("source", "origin", "grade", "credibility", "relevance")}


_DO: dict[type[Any], Callable[[Doer, Any], Any]] = {
    Accept: lambda d, a: d.case.accept_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Reject: lambda d, a: d.case.reject_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Reopen: lambda d, a: d.case.reopen_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Edit: lambda d, a: d.case.edit_claim(a.claim, _edit(a), who=d.who, known=d.home_of(a.claim)),
    Split: lambda d, a: d.case.split_claim(a.claim, a.parts, who=d.who, known=d.home_of(a.claim)),
    Mark: lambda d, a: d.case.mark_claim(a.document, _edit(a), who=d.who),
    Grade: lambda d, a: d.case.grade(a.source, a.grade, who=d.who),
    GradeClaim: lambda d, a: d.case.grade_claim(a.claim, a.credibility, who=d.who, known=d.home_of(a.claim)),
    Distrust: lambda d, a: d.case.distrust(a.source, who=d.who, distrusted=a.distrusted),
    Overrule: lambda d, a: d.case.overrule(a.document, a.relation, a.of, who=d.who),
    MovePlace: Doer.move,
    MergeActors: lambda d, a: d.case.merge_actors(a.actors, who=d.who, name=a.name),
    SplitActor: lambda d, a: d.case.split_actor(a.actor, a.spellings, who=d.who, documents=a.documents, name=a.name),
    RenameActor: lambda d, a: d.case.rename_actor(a.actor, a.name, who=d.who),
    MergeIncidents: Doer.merge,
    MoveDocument: lambda d, a: d.case.move_document(
        a.document, None if a.incident is None else d.incident(a.incident), who=d.who
    ),
    ChooseIncident: lambda d, a: d.case.choose_incident(d.incident(a.incident), who=d.who),
    AddHypothesis: lambda d, a: d.case.add_hypothesis(a.name, who=d.who, prior=a.prior),
    Rate: lambda d, a: d.case.rate(a.evidence, a.hypothesis, a.rating, who=d.who, **_row(a)),
    WeighEvidence: lambda d, a: d.case.add_evidence(a.evidence, who=d.who, claims=a.claims, **_row(a)),
    LinkHypotheses: lambda d, a: d.case.link_hypotheses(a.first, a.second, a.kind, who=d.who),
    Foretell: lambda d, a: d.case.add_indicator(a.says, a.by, a.ratings, who=d.who, probability=a.probability),
    Settle: lambda d, a: d.case.settle_indicator(a.says, a.state, who=d.who, on=a.on, note=a.note),
    Conclude: lambda d, a: d.case.outcome(a.true, who=d.who, note=a.note),
    WriteSection: lambda d, a: d.case.write_section(a.section, a.text, who=d.who, place=a.place, view=d.view),
    MarkSensitive: lambda d, a: d.case.mark_sensitive(a.name, who=d.who, sensitive=a.sensitive),
}
