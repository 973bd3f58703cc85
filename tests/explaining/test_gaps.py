"""What a matrix leaves open."""

from __future__ import annotations

import msgspec

from sayso.explaining import gaps, parse_matrix, score


def test_gaps_are_named() -> None:
    matrix = parse_matrix("e,A,B\nnobody,,\nin part,C,\nflat,N,N\ntelling,I,CC\n", "m")
    found = gaps(matrix)
    assert found.unrated == ("nobody",)
    assert found.partly_rated == ("in part",)
    assert found.non_diagnostic == ("flat",)
    assert found.untested == ("B",)
    assert score(matrix).gaps == msgspec.structs.replace(found, would_separate=("nobody", "in part"))


def test_a_full_matrix_has_none() -> None:
    found = gaps(parse_matrix("e,A,B\nx,I,CC\ny,C,II\n", "m"))
    assert (found.unrated, found.partly_rated, found.non_diagnostic, found.untested) == ((), (), (), ())
