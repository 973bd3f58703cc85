"""Tables of claims and hierarchies."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records import SourceClaim
from sayso.weighing.resolution import parse_claims, parse_hierarchy


def test_needed_and_welcome_columns() -> None:
    text = "\ufeffvalue;Source;object;Confidence;note;origin;date\n12;Mail;toll;0.5;seen;wire;2031-03-06\n9;Post;toll\n"
    assert parse_claims(text, "claims.csv") == [
        SourceClaim(object="toll", source="Mail", value="12", origin="wire", date="2031-03-06", confidence=0.5),
        SourceClaim(object="toll", source="Post", value="9"),
    ]


@pytest.mark.parametrize("header", ["obj,src,value", "question,worker,answer", "OBJECT , SOURCE , VALUE"])
def test_names_of_public_tables_are_understood(header: str) -> None:
    assert parse_claims(f"{header}\ntoll,Mail,12\n", "c") == [SourceClaim(object="toll", source="Mail", value="12")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("object,value\ntoll,12\n", "'source'"),
        ("object,source,value\n", "no claim"),
        ("object,source,value\ntoll,Mail,12\n\ntoll,Post,\n", "Line 4 has no value"),
        ("object,source,value,confidence\ntoll,Mail,12,2\n", "'2' is no number from 0 to 1"),
        ("object,source,value,confidence\ntoll,Mail,12,nan\n", "'nan'"),
        ('object,source,value\n"toll,Mail,12\n' + "y" * 200_000, "no table"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_line(text: str, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_claims(text, "claims.csv")
    assert refused.value.name == "claims.csv"
    assert said in refused.value.reason


def test_a_hierarchy_gives_each_value_its_parent() -> None:
    assert parse_hierarchy("child,parent\nKeppel,Dorrin\nDorrin,Velmara\nVelmara,\n", "h") == {
        "Keppel": "Dorrin",
        "Dorrin": "Velmara",
    }


def test_a_hierarchy_by_numbers_is_understood() -> None:
    text = "ID,name,parentID\n0,Velmara,-1\n1,Dorrin,0\n2,Keppel,1\n3,Keppel,0\n"
    assert parse_hierarchy(text, "h") == {"Dorrin": "Velmara", "Keppel": "Dorrin"}


def test_a_circle_and_missing_columns_are_refused() -> None:
    with pytest.raises(InputRefused, match="inside itself"):
        parse_hierarchy("child,parent\na,b\nb,c\nc,a\n", "h")
    with pytest.raises(InputRefused, match="child and parent"):
        parse_hierarchy("town,province\nKeppel,Dorrin\n", "h")


_TABLE_LIKE = st.lists(
    st.sampled_from(
        [
            "object",
            "source",
            "value",
            "child",
            "parent",
            "id",
            "name",
            "parentid",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            '"',
            "0",
            "a",
            "\0",
            "\ufeff",
            " ",
        ]
    )
).map("".join)


@given(st.one_of(_TABLE_LIKE, st.text()))
def test_whatever_is_given_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(InputRefused):
        parse_claims(text, "c")
    with contextlib.suppress(InputRefused):
        parse_hierarchy(text, "h")
