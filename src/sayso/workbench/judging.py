"""What a case's people make of it: explanations, evidence, ratings, predictions, and what turned out true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from sayso.errors import UsageError
from sayso.explaining import expected
from sayso.records import AchMethod, Decision, Indicator, Matrix, Panel, PostMortem, Reweighed, Verdict, WhatIf
from sayso.workbench import decisions
from sayso.workbench.basis import Grounded
from sayso.workbench.claims import reviewed_of
from sayso.workbench.matrix import Ground, by_plain_name, ground_of, hang, hangs_of, indicators_of, matrix_of

LinkKind = Literal["overlaps", "variant", "none"]
Settled = Literal["happened", "did not happen", "cannot be told"]


class Judging(Grounded):
    """The part of a case that is about explanations; `sayso.workbench.Case` has all of it."""

    def add_hypothesis(self, name: str, *, who: str, prior: float | None = None) -> Decision:
        """Write down an explanation to weigh; `prior` is a share of belief between 0 and 1, even when not given.

        Raises:
            UsageError: no name, or a prior that leaves nothing to the others.
        """
        value = {"prior": decisions.check_prior(prior)}
        return self._store.decide("hypothesis", decisions.check_name(name, "explanation"), value, who)

    def link_hypotheses(self, first: str, second: str, kind: LinkKind, *, who: str) -> Decision:
        """Say that two explanations may hold together (`overlaps`), or are one told twice (`variant`); `none` unties.

        Raises:
            UsageError: one of them is not in the case, both are the same, or there is no such kind.
        """
        self._check_hypotheses((first, second))
        if first == second:
            raise UsageError("An explanation is linked to another one, not to itself.")
        if kind not in ("overlaps", "variant", "none"):
            raise UsageError(f'There is no link "{kind}": choose overlaps, variant or none.')
        return self._store.decide("link", first, {"to": second, "kind": kind}, who)

    def add_evidence(self, name: str, *, who: str, claims: Sequence[str] = (), **row: str | None) -> Decision:
        """Write down a piece of evidence, tied to claims by their ids if there are any.

        Source, origin and passages are those of the first claim, the weight follows from the source's grade; `source`,
        `origin`, `grade`, `credibility`, `relevance` set them by hand. Claims of different origins are better written
        as rows of their own, since the rows of one origin count once.

        Raises:
            UsageError: no name, no such claim, or a description is not understood.
        """
        value: dict[str, Any] = decisions.check_row(row)
        if claims:
            value["hung"] = msgspec.to_builtins(hang((done.reading for done in reviewed_of(self._store)), claims))
        return self._store.decide("evidence", decisions.check_name(name, "piece of evidence"), value, who)

    def rate(
        self, evidence: str, hypothesis: str, rating: str, *, who: str, analyst: str | None = None, **row: str | None
    ) -> Decision:
        """Rate one piece of evidence against one hypothesis: CC C N I II NA.

        Keyword arguments `source`, `origin`, `grade`, `credibility`, `relevance` describe the row. `analyst` is whose
        rating it is, `who` where not given; several analysts' ratings stand beside each other.

        Raises:
            UsageError: the hypothesis is not in the case, the rating is none of the six, or a description is not
                understood.
        """
        evidence = decisions.check_name(evidence, "piece of evidence")
        self._check_hypotheses((hypothesis,))
        value: dict[str, Any] = {
            "evidence": evidence,
            "hypothesis": hypothesis,
            "rating": decisions.check_rating(rating),
        }
        if analyst is not None:
            value["analyst"] = decisions.check_name(analyst, "analyst")
        value |= decisions.check_row(row)
        return self._store.decide("rating", evidence, value, who)

    def _check_hypotheses(self, names: Iterable[str]) -> None:
        known = matrix_of(self._store.decisions())
        for name in names:
            if known is None or name not in known.hypotheses:
                raise UsageError(
                    f'There is no hypothesis "{name}" in this case: add it first with sayso hypothesis add.'
                )

    def matrix(self, *, analyst: str | None = None) -> Matrix | None:
        """The hypotheses and evidence as decided so far; none when nothing was written down.

        With `analyst`, only that person's ratings are in the cells, so that people can rate without seeing others.
        """
        rows = self._store.decisions()
        return matrix_of(rows, ground=self._ground(rows), analyst=analyst)

    def _ground(self, rows: Sequence[Decision]) -> Ground:
        grades = decisions.grades_of(rows)
        if not hangs_of(rows):
            return Ground(grades=by_plain_name(grades))
        basis = self.basis()
        origins = basis.origins(decisions.overrules_of(rows))
        return ground_of([r.document for r in basis.readings], origins, grades)

    def verdict(self, *, method: AchMethod = "bayes", yardstick: str = "icd203") -> Verdict | None:
        """The matrix scored; none until there are two explanations and a row of evidence."""
        return decisions.verdict_of(self.matrix(), self.panel(), method=method, yardstick=yardstick)

    def panel(self) -> Panel | None:
        """Analysts side by side; none while fewer than two have rated."""
        rows = self._store.decisions()
        return decisions.panel_of(rows, self._ground(rows))

    def without(self, sources: Sequence[str], *, citing: bool = True, method: AchMethod = "bayes") -> WhatIf:
        """What is left without some sources, and (with `citing`) all documents that reprint, rewrite or cite them.

        Raises:
            UsageError: nobody was named.
        """
        from sayso.workbench.whatif import what_if  # noqa: PLC0415 - weighs the case twice

        return what_if(self._store, self.basis(), sources, citing=citing, method=method)

    def changes_since(self, before: Sequence[Decision]) -> Reweighed:
        """What differs in figures, agreement and explanations from when the decisions `before` stood."""
        from sayso.workbench.reweighing import reweighed  # noqa: PLC0415 - weighs the case twice

        return reweighed(self._store, self.basis(), before)

    # Looking ahead and back

    def add_indicator(
        self, says: str, by: str, ratings: Mapping[str, str], *, who: str, probability: float | None = None
    ) -> Decision:
        """Write down something that may happen by a day, and how well that would go with each explanation.

        Args:
            says: what would happen.
            by: ISO date until which it may.
            ratings: by hypothesis, CC C N I II NA; one left out is not rated.
            who: in whose name.
            probability: 0..1 that it happens; what the matrix implies now where not given.

        Raises:
            UsageError: no date, no ratings, an unknown hypothesis, or no probability.
        """
        says = decisions.check_name(says, "indicator")
        self._check_hypotheses(ratings)
        if not ratings:
            raise UsageError("An indicator tells explanations apart: rate it against one or more of them.")
        checked = {name: decisions.check_rating(rating) for name, rating in ratings.items()}
        if probability is not None and not 0 <= probability <= 1:
            raise UsageError(f"A probability lies between 0 and 1, which {probability:g} does not.")
        verdict = self.verdict()
        if probability is None and verdict is not None:
            probability = expected(checked, verdict)
        value = {"by": decisions.check_day(by), "ratings": checked, "probability": probability}
        return self._store.decide("indicator", says, value, who)

    def settle_indicator(
        self, says: str, state: Settled, *, who: str, on: str | None = None, note: str | None = None
    ) -> Decision:
        """Say whether an indicator came true; it then counts as a row of evidence, and its forecast is scored.

        Raises:
            UsageError: no such indicator, no such answer, or `on` is no date.
        """
        if all(one.says != says for one in self.indicators()):
            raise UsageError(f'There is no indicator "{says}" in this case; sayso hypothesis indicators lists them.')
        if state not in ("happened", "did not happen", "cannot be told"):
            raise UsageError(f'"{state}" settles nothing: say happened, did not happen, or cannot be told.')
        value = {"state": state, "on": decisions.check_day(on) if on else None, "note": note}
        return self._store.decide("indicator", says, value, who)

    def indicators(self) -> list[Indicator]:
        """Indicators in the order in which they were written down, each with its Brier score once it is settled."""
        return list(indicators_of(self._store.decisions()))

    def outcome(self, true: Sequence[str], *, who: str, note: str | None = None) -> Decision:
        """Record which explanations turned out true (none where none did); the probabilities of today are kept with it.

        Raises:
            UsageError: there is nothing to score, or an explanation is not in the case.
        """
        self._check_hypotheses(true)
        verdict = self.verdict()
        if verdict is None:
            raise UsageError("Two explanations and a row of evidence are needed before an outcome can be held to them.")
        value = {
            "true": list(true),
            "note": note,
            "probabilities": {h.name: h.probability for h in verdict.hypotheses},
        }
        return self._store.decide("outcome", ", ".join(true) or "none of these", value, who)

    def post_mortem(self) -> PostMortem | None:
        """Hold what was believed against what turned out: Brier score, rows that misled. None while that is open."""
        rows = self._store.decisions()
        return decisions.post_mortem_of(rows, self._ground(rows))


def review(paths: Iterable[str | Path]) -> list[tuple[str, PostMortem]]:
    """Look back on closed cases, by name, in the order given; cases that are still open are left out."""
    from sayso.workbench.case import Case  # noqa: PLC0415 - the two modules need each other

    found = []
    for path in paths:
        with Case.open(path) as case:
            seen = case.post_mortem()
            if seen is not None:
                found.append((case.store.name, seen))
    return found
