"""The matrix as a spreadsheet."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.explaining import parse_matrix, score, to_csv, to_json
from sayso.records import Evidence, HypothesisLink, Matrix, Passage

PLAIN = """evidence,Storm,Sabotage
The mast fell inland,C,I
A saw was found,II,CC
"""


def test_rows_are_evidence_and_columns_hypotheses() -> None:
    matrix = parse_matrix(PLAIN, "mast.csv")
    assert matrix.hypotheses == ("Storm", "Sabotage")
    assert [(row.name, row.cells) for row in matrix.evidence] == [
        ("The mast fell inland", ("C", "I")),
        ("A saw was found", ("II", "CC")),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_marks_separators_and_line_ends_of_spreadsheets_are_taken(separator: str, ending: str) -> None:
    text = "\ufeff" + PLAIN.replace(",", separator).replace("\n", ending)
    assert parse_matrix(text, "mast.csv") == parse_matrix(PLAIN, "mast.csv")


def test_signs_words_and_small_letters_are_ratings() -> None:
    text = "evidence,A,B,C,D,E,F,G,H\nx,++,+,0,-,--,vc,vi,n/a\ny,cc,\u2212,\u2013\u2013, ,NA,c,ii,n\n"
    rows = parse_matrix(text, "signs.csv").evidence
    assert rows[0].cells == ("CC", "C", "N", "I", "II", "CC", "II", "NA")
    assert rows[1].cells == ("CC", "I", "II", None, "NA", "C", "II", "N")


def test_options_stand_in_any_column_and_any_case() -> None:
    text = "evidence,SOURCE,Storm,Credibility,Sabotage,relevance,Grade,Origin\nx,Coast Mail,C,High,I,0.25,b2,wire\n"
    matrix = parse_matrix(text, "mast.csv")
    assert matrix.hypotheses == ("Storm", "Sabotage")
    assert matrix.evidence == (
        Evidence(
            name="x",
            cells=("C", "I"),
            credibility="High",
            relevance="0.25",
            grade="b2",
            source="Coast Mail",
            origin="wire",
        ),
    )


def test_a_short_row_and_an_empty_cell_are_not_rated() -> None:
    assert [row.cells for row in parse_matrix("e,A,B\nx,C\ny,,I\n\n", "m").evidence] == [("C", None), (None, "I")]


def test_a_row_without_a_name_is_called_by_its_line() -> None:
    assert parse_matrix("e,A,B\n\n,C,I\n", "m").evidence[0].name == "row 3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("\ufeff \n", "empty"),
        ("e,A,B\n", "no evidence"),
        ("e,A,credibility\nx,C,high\n", "two hypotheses"),
        ("e,A,A\nx,C,C\n", "'A'"),
        ("e,A,B\nThe saw,C,probably\n", "Row 'The saw' (line 2), column 'B': 'probably'"),
        ("e,A,B,credibility\nx,C,I,very\n", "column 'credibility': 'very'"),
        ("e,A,B,relevance\nx,C,I,1.5\n", "column 'relevance': '1.5'"),
        ("e,A,B,relevance\nx,C,I,nan\n", "column 'relevance': 'nan'"),
        ("e,A,B,grade\nx,C,I,G7\n", "column 'grade': 'G7'"),
        ("e,A,B,origin,Origin\nx,C,I,a,b\n", "twice"),
        ("e,A,B,\nx,C,I,C\n", "Column 4"),
        ("e,A,B\nx,C,I,N\n", "Row 'x' (line 2), column 'number 4'"),
        ('e,A,B\n"x,C,I\n' + "y" * 200_000, "no table"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_matrix(text, "mast.csv")
    assert refused.value.name == "mast.csv"
    assert said in refused.value.reason


_names = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).map(str.strip)
_titles = _names.filter(
    lambda name: bool(name) and name.casefold() not in {"credibility", "relevance", "grade", "source", "origin"}
)


@given(st.data())
def test_a_matrix_survives_being_written_and_read(data: st.DataObject) -> None:
    hypotheses = data.draw(st.lists(_titles, min_size=2, max_size=5, unique=True))
    row = st.builds(
        Evidence,
        name=_names.filter(bool),
        cells=st.tuples(*[st.sampled_from(["CC", "C", "N", "I", "II", "NA", None]) for _ in hypotheses]),
        credibility=st.sampled_from(["low", "high", "0.5", None]),
        grade=st.sampled_from(["A1", "F6", None]),
        origin=st.one_of(st.none(), _names.filter(bool)),
    )
    matrix = Matrix(hypotheses=tuple(hypotheses), evidence=tuple(data.draw(st.lists(row, min_size=1, max_size=5))))
    assert parse_matrix(to_csv(matrix), "again") == matrix


_TABLE_LIKE = st.lists(
    st.sampled_from(
        [
            "evidence",
            "A",
            "B",
            "CC",
            "II",
            "++",
            "grade",
            "origin",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            '"',
            "B2",
            "\0",
            "\ufeff",
            " ",
        ]
    )
).map("".join)


@given(st.one_of(_TABLE_LIKE, st.text()))
def test_whatever_is_given_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(InputRefused):
        score(parse_matrix(text, "m"))


def test_json_keeps_all_that_a_matrix_holds() -> None:
    matrix = Matrix(
        hypotheses=("A", "B"),
        evidence=(
            Evidence(name="e", cells=("CC", None), grade="B2", claims=("c-1",), means=(1.5, None), passages=(
                Passage(document="d", start=0, end=2, text="ab"),
            )),
        ),
        priors=(0.25, 0.75),
        links=(HypothesisLink(first="A", second="B", kind="overlaps"),),
    )  # fmt: skip
    assert parse_matrix(to_json(matrix), "m.json") == matrix
    for broken in ('{"hypotheses": ["A"]', '{"hypotheses": ["A", "B"], "evidence": []}',
                   '{"hypotheses": ["A", "B"], "evidence": [{"name": "e", "cells": ["C"]}]}',
                   '{"hypotheses": ["A", "B"], "evidence": [{"name": "e", "cells": ["C", "Z"]}]}'):  # fmt: skip
        with pytest.raises(InputRefused):
            parse_matrix(broken, "m.json")


def test_priors_are_a_row_of_numbers() -> None:
    matrix = parse_matrix("e,A,B\nprior,3,1\n1,C,I\n", "m")
    assert matrix.priors == (0.75, 0.25)
    assert [row.name for row in matrix.evidence] == ["1"]
    assert parse_matrix(to_csv(matrix), "m") == matrix
    assert parse_matrix("e,A,B\nprior,C,I\n", "m").evidence[0].cells == ("C", "I")
    with pytest.raises(InputRefused, match="priors"):
        parse_matrix("e,A,B\nprior,0,1\n1,C,I\n", "m")


def test_a_cell_may_be_a_probability() -> None:
    matrix = parse_matrix("e,A,B,C\n1,0.95,0.5,II\n2,5 %,C,0\n", "m")
    assert [row.cells for row in matrix.evidence] == [("CC", "N", "II"), ("II", "C", "N")]
    assert [row.likelihoods for row in matrix.evidence] == [(0.95, 0.5, None), (0.05, None, None)]
    assert parse_matrix(to_csv(matrix), "m") == matrix
    odds = 0.95 * 0.05 / (0.5 * 0.7)
    first, second, _ = score(matrix).hypotheses
    assert first.probability / second.probability == pytest.approx(odds)
    with pytest.raises(InputRefused):
        parse_matrix("e,A,B\n1,1.2,N\n", "m")


def test_a_table_on_its_side_is_turned() -> None:
    turned = parse_matrix("hypothesis,E1,E2\nA,C,I\nB,II,\n", "m")
    assert turned.hypotheses == ("A", "B")
    assert [(row.name, row.cells) for row in turned.evidence] == [("E1", ("C", "II")), ("E2", ("I", None))]


@pytest.mark.parametrize(("written", "rating"), [
    ("VC", "CC"), ("vi", "II"), ("very consistent", "CC"), ("Inconsistent", "I"), ("n/a", "NA"), ("\u2212\u2212", "II"),
    ("++", "CC"), ("0", "N"),
])  # fmt: skip
def test_other_tools_ratings_are_understood(written: str, rating: str) -> None:
    assert parse_matrix(f"e,A,B\n1,{written},N\n", "m").evidence[0].cells[0] == rating
