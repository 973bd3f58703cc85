"""What people say of sources: one source is one, whichever way its name is spelt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.records import CaseView
from sayso.workbench import Case, terminal
from sayso.workbench.decisions import grades_of
from sayso.workbench.matrix import distrusted_of

WIRE = (
    "Outlet: Brackwater Wire\nPublished: 2031-05-04\n\nAn air strike on Corvane landing killed 12 people on Saturday.\n"
)
AGENCY = (
    "Outlet: Ostrel State Agency\nPublished: 2031-05-05\n\nThree people were killed at Corvane landing on Saturday, the"
    " harbour office said.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Two outlets that contradict each other."""
    for name, text in (("wire", WIRE), ("agency", AGENCY)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    with Case.new(tmp_path / "case") as opened:
        list(opened.add([str(tmp_path / "wire.txt"), str(tmp_path / "agency.txt")]))
        yield opened


def killed(view: CaseView) -> tuple[float | None, float | None]:
    """Least and most people killed."""
    found = view.weighing.figures["killed"]
    return found.minimum, found.maximum


def test_who_was_set_aside_counts_again_however_the_name_is_spelt(case: Case) -> None:
    case.distrust("the ostrel state  agency", who="ann")
    assert killed(case.view()) == (12, 12)
    case.distrust("Ostrel State Agency", who="ann", distrusted=False)
    assert killed(case.view()) == (3, 12)
    assert distrusted_of(case.store.decisions()) == ()


def test_the_newest_grade_stands_however_the_name_is_spelt(case: Case) -> None:
    for name, grade in (("Brackwater Wire", "A"), ("brackwater wire", "C"), ("Brackwater Wire", "B")):
        case.grade(name, grade, who="ann")
    assert grades_of(case.store.decisions()) == {"Brackwater Wire": "B"}
    assert [s.grade for s in case.view().sources if s.name == "Brackwater Wire"] == ["B"]


def test_a_row_of_evidence_has_the_grade_of_its_source_however_the_name_is_spelt(case: Case) -> None:
    case.add_hypothesis("A strike", who="ann")
    case.rate("Bombs fell", "A strike", "CC", who="ann", source="Brackwater Wire")
    case.grade("brackwater wire", "B", who="ann")
    matrix = case.matrix()
    assert matrix is not None
    assert matrix.evidence[0].grade == "B"


def test_names_of_the_case_are_known_and_near_ones_offered(case: Case) -> None:
    assert case.has_source("the brackwater wire")
    assert case.has_source("Harbour Office")
    assert not case.has_source("Brackwater_Wire")
    assert case.sources_like("Brackwater_Wire") == ("Brackwater Wire",)
    assert case.sources_like("Agency") == ("Ostrel State Agency",)
    assert case.sources_like("Quenthal Courier") == ()


def test_who_set_a_source_aside_is_told(case: Case) -> None:
    assert case.set_aside("Brackwater Wire") is None
    case.distrust("Brackwater Wire", who="ann")
    found = case.set_aside("BRACKWATER WIRE")
    assert found is not None
    assert found.who == "ann"
    case.distrust("Brackwater Wire", who="ben", distrusted=False)
    assert case.set_aside("Brackwater Wire") is None
    with pytest.raises(UsageError, match="names nothing"):
        case.set_aside(" ")


def test_what_who_is_set_aside_says_is_shown_with_that_mark(case: Case) -> None:
    assert "set aside" not in terminal(case.view(), width=80, colour=False).partition("WHO SAYS WHAT")[2]
    case.distrust("ostrel state agency", who="ann")
    said = terminal(case.view(), width=80, colour=False).partition("WHO SAYS WHAT")[2]
    assert "certain, set aside" in said
    for form in ("md", "html"):
        target = case.store.path.parent / f"report.{form}"
        case.report(target)
        assert "set aside" in target.read_text(encoding="utf8").partition("Who says what")[2]
