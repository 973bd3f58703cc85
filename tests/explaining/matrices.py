"""Matrices for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.records import Consistency, Evidence, Matrix

RATINGS: tuple[Consistency | None, ...] = ("CC", "C", "N", "I", "II", "NA", None)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Two to five hypotheses, one to eight rows, some of one origin, weighed in every way there is."""
    wide = draw(st.integers(2, 5))
    count = draw(st.integers(1, 8))
    evidence = tuple(
        Evidence(
            name=f"E{number}",
            cells=draw(st.tuples(*[st.sampled_from(RATINGS)] * wide)),
            credibility=draw(st.sampled_from([None, "low", "medium", "high", "0", "0.3"])),
            relevance=draw(st.sampled_from([None, "low", "high", "1"])),
            grade=draw(st.sampled_from([None, "A1", "C3", "E5", "F6"])),
            source=draw(st.sampled_from([None, "s", "t"])),
            origin=draw(st.sampled_from([None, "o", "p"])),
        )
        for number in range(count)
    )
    return Matrix(hypotheses=tuple(f"H{number}" for number in range(wide)), evidence=evidence)
