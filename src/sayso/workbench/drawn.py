"""What is made of a case that is kept at hand: whole views for reports, what-ifs, the board of explanations."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.likelihood import YARDSTICKS, LikelihoodWord
from sayso.records import CaseView, RuleName, Weighing
from sayso.workbench.case import Case
from sayso.workbench.decisions import grades_of, panel_of, post_mortem_of, verdict_of
from sayso.workbench.matrix import Ground, by_plain_name, ground_of, indicators_of, matrix_of
from sayso.workbench.states import Board, Now, Weighed
from sayso.workbench.view import make_view, weigh_without, with_each

__all__ = ["Drawn"]


class Drawn:
    """The part of `Live` that makes more of a weighed state, when it is asked for."""

    case: Case
    rule: RuleName

    def latest(self) -> Weighed | None:
        """The newest state that has been weighed; null before the first."""
        raise NotImplementedError

    def whole(self, weighed: Weighed, rule: RuleName | None = None) -> CaseView:
        """A weighed state with what each source changes, as reports draw it; under another rule if one is named."""
        by = rule or self.rule
        with weighed.turn:
            if by not in weighed.whole:
                if by == self.rule:
                    weighed.whole[by] = with_each(weighed.view, by)
                else:
                    weighed.whole[by] = make_view(
                        self.case.store, weighed.basis, rule=by, decisions=weighed.view.decisions
                    )
            return weighed.whole[by]

    def sections(self, weighed: Weighed) -> dict[str, str]:
        """Titles of the report's sections by id, in their order."""
        from sayso.reporting import sections  # noqa: PLC0415 - draws the report

        return sections(self.whole(weighed))

    def without(self, weighed: Weighed, sources: Sequence[str], rule: RuleName) -> Weighing:
        """What the figures would be without some sources; nothing is decided."""
        return weigh_without(weighed.view, sources, rule)

    @staticmethod
    def yardstick(name: str = "icd203") -> tuple[LikelihoodWord, ...]:
        """Words of likelihood with the probabilities that they stand for, from the least on."""
        return YARDSTICKS[name]

    def board(self, now: Now) -> Board:
        """What is decided about explanations; rows that hang on claims know their origin as last weighed."""
        latest, rows = self.latest(), now.decisions
        documents = [r.document for r in now.basis.readings]
        grades = grades_of(rows)
        ground = ground_of(documents, latest.view.origins, grades) if latest else Ground(grades=by_plain_name(grades))
        matrix, panel = matrix_of(rows, ground=ground), panel_of(rows, ground)
        return Board(matrix, verdict_of(matrix, panel), panel, indicators_of(rows), post_mortem_of(rows, ground))
