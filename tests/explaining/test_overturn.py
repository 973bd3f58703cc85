"""The smallest change that puts others ahead does what it says, and nothing smaller of its kind does."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.explaining.matrices import matrices

from sayso.explaining import parse_matrix, score
from sayso.explaining.ratings import METHODS, STEPS
from sayso.records import AchMethod, Matrix, Verdict


def _changed(matrix: Matrix, verdict: Verdict) -> Matrix:
    """The matrix with the ratings that the verdict says would overturn it; copies of a row change with it."""
    rows = list(matrix.evidence)
    for change in verdict.overturn.changes:
        h = matrix.hypotheses.index(change.hypothesis)
        first = next(row for row in matrix.evidence if row.name == change.evidence)
        for index, row in enumerate(matrix.evidence):
            copy = row.origin is not None and (row.origin, row.cells) == (first.origin, first.cells)
            if row is first or copy:
                cells = list(rows[index].cells)
                cells[h] = change.now
                rows[index] = msgspec.structs.replace(rows[index], cells=tuple(cells))
    return msgspec.structs.replace(matrix, evidence=tuple(rows))


@settings(max_examples=80, deadline=None)
@given(matrices(), st.sampled_from(METHODS))
def test_what_is_said_to_overturn_does(matrix: Matrix, method: AchMethod) -> None:
    verdict = score(matrix, method)
    found = verdict.overturn
    if found.without:
        rest = tuple(row for row in matrix.evidence if row.name not in found.without)
        after = score(msgspec.structs.replace(matrix, evidence=rest), method)
        assert set(after.leaders) == set(found.then)
        assert not set(found.then) & set(verdict.leaders)
    if found.changes:
        after = score(_changed(matrix, verdict), method)
        assert set(after.leaders) == set(found.then_changed)
        assert not set(after.leaders) & set(verdict.leaders)
        assert found.steps == sum(abs(STEPS[c.now] - STEPS[c.was]) for c in found.changes) <= 8


@settings(max_examples=60, deadline=None)
@given(matrices(), st.sampled_from(METHODS))
def test_no_smaller_set_of_independent_rows_does(matrix: Matrix, method: AchMethod) -> None:
    apart = tuple(msgspec.structs.replace(row, origin=None) for row in matrix.evidence)
    matrix = msgspec.structs.replace(matrix, evidence=apart)
    verdict = score(matrix, method)
    fewest = len(verdict.overturn.without) or len(apart) + 1
    assume(len(verdict.leaders) == 1)
    for size in range(1, min(fewest, 4)):
        for gone in combinations(range(len(apart)), size):
            rest = tuple(row for index, row in enumerate(apart) if index not in gone)
            after = score(msgspec.structs.replace(matrix, evidence=rest), method)
            assert set(after.leaders) & set(verdict.leaders), (gone, verdict.overturn)


@settings(max_examples=60, deadline=None)
@given(matrices(), st.sampled_from(METHODS))
def test_no_single_step_does_where_more_are_said_to_be_needed(matrix: Matrix, method: AchMethod) -> None:
    apart = tuple(msgspec.structs.replace(row, origin=None) for row in matrix.evidence)
    matrix = msgspec.structs.replace(matrix, evidence=apart)
    verdict = score(matrix, method)
    assume(len(verdict.leaders) == 1 and verdict.overturn.steps != 1)
    words = {step: word for word, step in STEPS.items() if word not in ("NA", None)}
    for index, row in enumerate(apart):
        for h, cell in enumerate(row.cells):
            if cell == "NA" or not any(c is not None for c in row.cells):
                continue
            for step in (STEPS[cell] - 1, STEPS[cell] + 1):
                if step in words:
                    cells = (*row.cells[:h], words[step], *row.cells[h + 1 :])
                    rows = (*apart[:index], msgspec.structs.replace(row, cells=cells), *apart[index + 1 :])
                    after = score(msgspec.structs.replace(matrix, evidence=rows), method)
                    assert set(after.leaders) & set(verdict.leaders), (row.name, h, step)


def test_it_is_told_by_hand() -> None:
    verdict = score(parse_matrix("e,A,B\n1,C,I\n2,C,I\n3,I,C\n", "m"), "counts")
    assert verdict.leaders == ("A",)
    # One row against A, two against B: without both of these, B is ahead.
    assert verdict.overturn.without == ("1", "2")
    assert verdict.overturn.then == ("B",)
    assert (verdict.overturn.steps, verdict.overturn.then_changed) == (2, ("B",))


@pytest.mark.parametrize("method", METHODS)
def test_nothing_overturns_what_nobody_has_rated(method: AchMethod) -> None:
    assert score(parse_matrix("e,A,B\nx,,\n", "m"), method).overturn.changes == ()
