"""What a decision changes, on the bundled case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.records import Reweighed
from sayso.workbench import Case, credibilities, given_credibilities

EXERCISE = Path(__file__).parents[2] / "examples" / "exercise"
MONITOR = "Dorrin Rights Monitor"


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exercise with its matrix."""
    folder = tmp_path_factory.mktemp("cases") / "market"
    with Case.new(folder) as case:
        list(case.add([str(path) for path in sorted(EXERCISE.glob("[0-9]*"))]))
        list(case.import_file(EXERCISE / "matrix.csv", who="ann"))
    return folder


@pytest.fixture
def case(market: Path) -> Iterator[Case]:
    """The exercise, as it was again afterwards."""
    with Case.open(market, write=True) as opened:
        count = len(opened.store.decisions())
        yield opened
        while len(opened.store.decisions()) > count:
            opened.undo(who="ann")


def distrusted(case: Case, name: str = MONITOR) -> Reweighed:
    """What changes when a source is set aside."""
    before = case.store.decisions()
    case.distrust(name, who="ann")
    return case.changes_since(before)


def test_distrust_moves_figures_and_what_is_contested(case: Case) -> None:
    found = distrusted(case)
    before, after = found.figures["killed"]
    assert before is not None
    assert after is not None
    assert (before.maximum, after.maximum) == (14, 12)
    assert before.origins - after.origins == 1
    injured = found.figures["injured"]
    assert [r.contested for r in injured if r] == [True, False]
    assert any(s.standing == "contested" and "14" in s.says for s in found.gone)
    assert any(s.standing == "contested" and "14" not in s.says for s in found.new)
    assert found.rows == ("Relatives say that the battery at Fort Hale fired",)
    # The Lantern repeats it, so that its origin still stands behind the explanations.
    assert found.chances == ()


def test_distrust_moves_the_explanations(case: Case) -> None:
    found = distrusted(case, "Radio Keppel")
    assert "A trader saw the rockets come from Fort Hale" in found.rows
    moved = {c.hypothesis: ((c.before or 0), (c.after or 0)) for c in found.chances}
    assert moved["Store exploded"][1] > moved["Store exploded"][0]
    assert sum(after for _, after in moved.values()) == pytest.approx(1)
    assert all(found.leaders)


def test_its_ratings_stay_and_count_again_when_it_is_trusted_again(case: Case) -> None:
    whole = case.verdict()
    distrusted(case)
    matrix = case.matrix()
    assert matrix is not None
    aside = [row for row in matrix.evidence if row.set_aside]
    assert [row.source for row in aside] == [MONITOR]
    assert all(cell is not None for row in aside for cell in row.cells)
    before = case.store.decisions()
    case.distrust(MONITOR, who="ann", distrusted=False)
    assert case.changes_since(before).rows_back == ("Relatives say that the battery at Fort Hale fired",)
    assert case.verdict() == whole


def test_the_articles_and_case_of_a_name_do_not_matter(case: Case) -> None:
    assert distrusted(case, "the dorrin rights MONITOR").rows


def test_a_source_that_says_nothing_changes_nothing(case: Case) -> None:
    found = distrusted(case, "Nobody's Gazette")
    assert found.nothing


def test_a_proposed_letter_touches_no_grade_and_a_given_digit_stays_beside_the_worked_out(case: Case) -> None:
    case.grade(MONITOR, "B", who="ann")
    view = case.view()
    source = next(s for s in view.sources if s.name == MONITOR)
    assert source.proposed is not None
    assert (source.grade, source.proposed.letter) == ("B", "F")
    found = credibilities(view)
    document, claim = next((d, c) for d, some in found.items() for c, grade in some.items() if grade.digit == 5)
    case.grade_claim(claim, 2, who="ann")
    view = case.view()
    assert given_credibilities(view) == {claim: (2, "ann")}
    assert credibilities(view)[document][claim].digit == 5
