"""What a page can decide: records told apart by `do`, each done by the function of the workbench that it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from sayso.desk.web.atlas import atlas_of
from sayso.errors import UsageError
from sayso.records import Certainty, Polarity, Precision, Record
from sayso.records.accounts import Relation
from sayso.workbench import At, Case, ClaimEdit, Now, Reviewed, SpeakerAt


class Action(Record, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Something that a person decides."""


class Accept(Action, frozen=True, kw_only=True, tag="accept"):
    """A claim is right as it stands."""

    claim: str


class Reject(Action, frozen=True, kw_only=True, tag="reject"):
    """A claim is wrongly read."""

    claim: str


class Reopen(Action, frozen=True, kw_only=True, tag="reopen"):
    """Leave a claim to the program again."""

    claim: str


class Part(Record, frozen=True, kw_only=True):
    """What to change about a claim; what is left out stays, null takes away."""

    source: SpeakerAt | UnsetType | None = UNSET
    cue: At | UnsetType | None = UNSET
    content: tuple[At, ...] | UnsetType = UNSET
    via: tuple[At, ...] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    polarity: Polarity | UnsetType = UNSET


class Edit(Action, frozen=True, kw_only=True, tag="edit"):
    """Change a claim."""

    claim: str
    source: SpeakerAt | UnsetType | None = UNSET
    cue: At | UnsetType | None = UNSET
    content: tuple[At, ...] | UnsetType = UNSET
    via: tuple[At, ...] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    polarity: Polarity | UnsetType = UNSET


class Split(Action, frozen=True, kw_only=True, tag="split"):
    """A claim is several."""

    claim: str
    parts: tuple[Part, ...]


class Mark(Action, frozen=True, kw_only=True, tag="mark"):
    """A claim that the program did not read."""

    document: str
    content: tuple[At, ...]
    source: SpeakerAt | UnsetType | None = UNSET
    cue: At | UnsetType | None = UNSET
    via: tuple[At, ...] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    polarity: Polarity | UnsetType = UNSET


class Grade(Action, frozen=True, kw_only=True, tag="grade"):
    """An Admiralty grade for a source."""

    source: str
    grade: str


class GradeClaim(Action, frozen=True, kw_only=True, tag="grade_claim"):
    """The credibility of one claim, 1 to 6; null takes it away."""

    claim: str
    credibility: int | None


class Distrust(Action, frozen=True, kw_only=True, tag="distrust"):
    """Set a source aside, or trust it again."""

    source: str
    distrusted: bool


class Overrule(Action, frozen=True, kw_only=True, tag="overrule"):
    """How a document came about."""

    document: str
    relation: Relation
    of: str | None = None


class MovePlace(Action, frozen=True, kw_only=True, tag="place"):
    """Where a place is; with `unplaced`, that nobody knows."""

    place: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "point"
    name: str | None = None
    unplaced: bool = False


class MergeActors(Action, frozen=True, kw_only=True, tag="merge_actors"):
    """Several actors are one."""

    actors: tuple[str, ...]
    name: str | None = None


class SplitActor(Action, frozen=True, kw_only=True, tag="split_actor"):
    """Some spellings of an actor, or its mentions in some documents, mean another."""

    actor: str
    spellings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    name: str | None = None


class RenameActor(Action, frozen=True, kw_only=True, tag="rename_actor"):
    """What an actor is called here."""

    actor: str
    name: str


class AddHypothesis(Action, frozen=True, kw_only=True, tag="hypothesis"):
    """An explanation to weigh."""

    name: str
    prior: float | None = None


class Rate(Action, frozen=True, kw_only=True, tag="rate"):
    """One piece of evidence against one explanation."""

    evidence: str
    hypothesis: str
    rating: Literal["CC", "C", "N", "I", "II", "NA"]
    source: str | None = None
    origin: str | None = None
    grade: str | None = None
    credibility: str | None = None
    relevance: str | None = None


Act = (
    Accept | Reject | Reopen | Edit | Split | Mark | Grade | GradeClaim | Distrust | Overrule | MovePlace | MergeActors
    | SplitActor | RenameActor | AddHypothesis | Rate
)  # fmt: skip


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

    def __init__(self, case: Case, now: Now, who: str) -> None:
        self.case, self.now, self.who = case, now, who

    def do(self, act: Act) -> None:
        """Make one decision.

        Raises:
            UsageError: it makes no sense.
        """
        _DO[type(act)](self, act)

    def home_of(self, claim: str) -> Reviewed | None:
        """The document that has this claim, so that it need not be looked for; null if none is known."""
        if "homes" not in self.now.kept:
            homes: dict[str, str] = {}
            for name, done in self.now.reviewed.items():
                for read in done.reading.claims:
                    homes.setdefault(read.id, name)
                for noted in done.reviews:
                    homes.setdefault(noted.claim, name)
            self.now.kept["homes"] = homes
        found: str | None = self.now.kept["homes"].get(claim)
        return None if found is None else self.now.reviewed[found]

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


def _edit(act: Edit | Part | Mark) -> ClaimEdit:
    names = ("source", "cue", "content", "via", "certainty", "polarity")
    return ClaimEdit(**{name: getattr(act, name) for name in names})


def _rate(d: Doer, a: Rate) -> None:
    row = {k: getattr(a, k) for k in ("source", "origin", "grade", "credibility", "relevance")}
    d.case.rate(a.evidence, a.hypothesis, a.rating, who=d.who, **row)


_DO: dict[type[Any], Callable[[Doer, Any], Any]] = {
    Accept: lambda d, a: d.case.accept_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Reject: lambda d, a: d.case.reject_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Reopen: lambda d, a: d.case.reopen_claim(a.claim, who=d.who, known=d.home_of(a.claim)),
    Edit: lambda d, a: d.case.edit_claim(a.claim, _edit(a), who=d.who, known=d.home_of(a.claim)),
    Split: lambda d, a: d.case.split_claim(a.claim, [_edit(p) for p in a.parts], who=d.who, known=d.home_of(a.claim)),
    Mark: lambda d, a: d.case.mark_claim(a.document, _edit(a), who=d.who),
    Grade: lambda d, a: d.case.grade(a.source, a.grade, who=d.who),
    GradeClaim: lambda d, a: d.case.grade_claim(a.claim, a.credibility, who=d.who, known=d.home_of(a.claim)),
    Distrust: lambda d, a: d.case.distrust(a.source, who=d.who, distrusted=a.distrusted),
    Overrule: lambda d, a: d.case.overrule(a.document, a.relation, a.of, who=d.who),
    MovePlace: Doer.move,
    MergeActors: lambda d, a: d.case.merge_actors(a.actors, who=d.who, name=a.name),
    SplitActor: lambda d, a: d.case.split_actor(a.actor, a.spellings, who=d.who, documents=a.documents, name=a.name),
    RenameActor: lambda d, a: d.case.rename_actor(a.actor, a.name, who=d.who),
    AddHypothesis: lambda d, a: d.case.add_hypothesis(a.name, who=d.who, prior=a.prior),
    Rate: _rate,
}
