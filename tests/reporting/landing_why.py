"""Explanations of the landing case, with a verdict written by hand."""

from __future__ import annotations

from tests.reporting.landing_texts import passage

from sayso.records import (
    Evidence,
    EvidenceScore,
    HypothesisScore,
    LeftOut,
    Matrix,
    Verdict,
)


def matrix_of_case() -> tuple[Matrix, Verdict]:
    names = ("Clearing the ramp for a bridge", "Stopping the ferry treaty", "A misread map")
    matrix = Matrix(
        hypotheses=names,
        evidence=(
            Evidence(
                name="Craters lie on the upper ramp",
                cells=("CC", "N", "I"),
                credibility="high",
                relevance="high",
                grade="B2",
                source="Tarn River Monitor",
                passages=(passage("monitor", "Our observer counted four craters on the upper ramp."),),
            ),
            Evidence(
                name="Talks were to open that week",
                cells=("N", "C", "NA"),
                credibility="low",
                relevance="medium",
                grade="D4",
                source="Ministry of Defence of Kesmar",
            ),
            Evidence(
                name="A diplomat calls it a mistake",
                cells=("II", "I", "CC"),
                credibility="medium",
                relevance="medium",
                grade="C3",
                source="Coastline Review",
                passages=(passage("desk", "called the strike a mistake in reading the map"),),
            ),
            Evidence(name="Four rounds fell close together", cells=("C", "C", None), source="Tarn River Monitor"),
        ),
        priors=(1 / 3, 1 / 3, 1 / 3),
    )
    verdict = Verdict(
        method="bayes",
        hypotheses=(
            HypothesisScore(
                name=names[0],
                scores={"counts": 1, "parc": 2.0, "squared": 4.0, "bayes": 0.4},
                rank=1,
                probability=0.55,
                low=0.31,
                high=0.74,
                words="likely",
                ranks={"counts": 1, "parc": 3, "squared": 2},
            ),
            HypothesisScore(
                name=names[1],
                scores={"counts": 1, "parc": 1.0, "squared": 1.0, "bayes": -0.7},
                rank=2,
                probability=0.27,
                low=0.12,
                high=0.41,
                words="unlikely",
                ranks={"counts": 1, "parc": 1, "squared": 1},
            ),
            HypothesisScore(
                name=names[2],
                scores={"counts": 1, "parc": 1.41, "squared": 4.0, "bayes": -1.2},
                rank=3,
                probability=0.18,
                low=0.07,
                high=0.52,
                words="very unlikely",
                ranks={"counts": 1, "parc": 2, "squared": 2},
            ),
        ),
        leaders=(names[0],),
        separated=False,
        evidence=(
            EvidenceScore(name="Craters lie on the upper ramp", diagnosticity=1.25, between_leaders=1.0, decides=True),
            EvidenceScore(name="Talks were to open that week", diagnosticity=0.5, between_leaders=0.5, decides=False),
            EvidenceScore(name="A diplomat calls it a mistake", diagnosticity=1.7, between_leaders=1.0, decides=True),
            EvidenceScore(
                name="Four rounds fell close together", diagnosticity=0.0, between_leaders=0.0, decides=False
            ),
        ),
        without=(
            LeftOut(kind="row", name="Craters lie on the upper ramp", leaders=(names[1], names[2]), changes=True),
            LeftOut(kind="source", name="Tarn River Monitor", leaders=(names[2],), changes=True),
            LeftOut(kind="source", name="Coastline Review", leaders=(names[0],), changes=False),
        ),
        leaders_by_method={"counts": names, "parc": (names[1],), "squared": (names[1],), "bayes": (names[0],)},
    )
    return matrix, verdict
