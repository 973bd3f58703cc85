"""The bundled case of 2017, read and weighed the way a user would."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records import CaseView
from sayso.workbench import Case, build_demo


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    folder = tmp_path_factory.mktemp("al-tanf")
    for _ in build_demo(folder, name="al-tanf-2017"):
        pass
    with Case.open(folder / "al-tanf-2017") as case:
        return case.view()


def _name(view: CaseView, document: str) -> str:
    return next(Path(r.document.path or "").stem for r in view.readings if r.document.id == document)


def test_the_tolls_are_those_of_the_analysis(view: CaseView) -> None:
    killed, tanks = view.weighing.figures["killed"], view.weighing.figures["destroyed: T-62 tanks"]
    assert (killed.minimum, killed.maximum) == (6, 8)
    assert (tanks.minimum, tanks.maximum) == (1, 2)


def test_a_report_that_speaks_of_the_people_killed_gives_no_toll(view: CaseView) -> None:
    carriers = {_name(view, d) for a in view.weighing.accounts if a.what == "killed" for d in a.documents}
    assert carriers == {"25-the-analysis"}


def test_the_dead_of_deir_ez_zor_belong_to_their_own_incident(view: CaseView) -> None:
    apart = [i for i in view.incidents if {_name(view, d) for d in i.documents} == {"24-deir-ez-zor"}]
    assert [i.killed.minimum for i in apart] == [80]
    assert all(a.low != 80 for a in view.weighing.accounts)


def test_no_unnamed_report_is_a_speaker(view: CaseView) -> None:
    names = {(a.speaker or "").casefold() for i in view.incidents for a in i.figures}
    assert not names & {"report", "a report", "the report", "it", "analysis"}
