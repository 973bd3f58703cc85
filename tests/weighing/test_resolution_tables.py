"""Tables of claims and hierarchies."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records import SourceClaim
from sayso.weighing.resolution import parse_claims, parse_hierarchy, parse_known


def test_needed_and_welcome_columns() -> None:
    text = "\ufeffvalue;Source;object;Confidence;note;origin;date\n12;Mail;toll;0.5;seen;wire;2031-03-06\n9;Post;toll\n"
    assert parse_claims(text, "claims.csv").claims == [
        SourceClaim(object="toll", source="Mail", value="12", origin="wire", date="2031-03-06", confidence=0.5),
        SourceClaim(object="toll", source="Post", value="9"),
    ]


@pytest.mark.parametrize("header", ["obj,src,value", "question,worker,answer", "OBJECT , SOURCE , VALUE"])
def test_names_of_public_tables_are_understood(header: str) -> None:
    assert parse_claims(f"{header}\ntoll,Mail,12\n", "c").claims == [
        SourceClaim(object="toll", source="Mail", value="12")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("object,value\ntoll,12\n", "'source'"),
        ("object,source,value\n", "no claim"),
        ("object,source,value,value\ntoll,Mail,12,13\n", "More than one column is called 'value'"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_line(text: str, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_claims(text, "claims.csv")
    assert refused.value.name == "claims.csv"
    assert said in refused.value.reason


def test_bad_rows_are_refused_by_line_and_the_rest_is_taken() -> None:
    text = (
        "object,source,value,confidence\ntoll,Mail,12,\n\ntoll,Post,,\ntoll,Echo,9,2\ntoll,Bell,9,nan\ntoll,Crow,9,1\n"
    )
    claims, refused = parse_claims(text, "claims.csv")
    assert [claim.source for claim in claims] == ["Mail", "Crow"]
    assert [(row.name, row.reason) for row in refused] == [
        ("claims.csv:4", "It has no value; fill it in or take the row out."),
        ("claims.csv:5", "The confidence '2' is no number from 0 to 1; mend it or leave it empty."),
        ("claims.csv:6", "The confidence 'nan' is no number from 0 to 1; mend it or leave it empty."),
    ]


def faults(rows: str, columns: str = "object,source,value") -> list[tuple[str, str]]:
    """Lines and reasons of what is refused of some rows beside a good one."""
    _, refused = parse_claims(f"{columns}\nquay,Mail,burnt\n{rows}", "c.csv")
    return [(row.name, row.reason) for row in refused]


def test_a_quotation_mark_that_is_never_closed_takes_no_other_row_with_it() -> None:
    claims, refused = parse_claims('object,source,value\ntoll,Mail,12\ntoll,Post,"9\ntoll,Crow,8\n', "c.csv")
    assert [c.source for c in claims] == ["Mail"]
    assert [(r.name, "never closed" in r.reason) for r in refused] == [("c.csv:3", True)]
    assert [name for name, _ in faults('toll,"Post"x,9\n')] == ["c.csv:3"]
    assert [name for name, _ in faults('"toll,Post,9\n' + "y" * 200_000)] == ["c.csv:3"]
    with pytest.raises(InputRefused, match="never closed") as fault:
        parse_claims('"object,source,value\ntoll,Mail,12\n', "c.csv")
    assert fault.value.name == "c.csv:1"
    with pytest.raises(InputRefused, match="never closed"):
        parse_hierarchy('child,parent\nKeppel,"Dorrin\n', "h.csv")


@pytest.mark.parametrize("day", ["31/04/2031", "4 May 2031", "2031-13-01", "2031-02-30", "2031-5-4", "yesterday"])
def test_a_date_that_cannot_be_put_in_order_is_refused(day: str) -> None:
    ((name, reason),) = faults(f"toll,Post,9,{day}\n", "object,source,value,date")
    assert (name, reason) == (
        "c.csv:3", f"The date {day!r} cannot be put in order; write it as 2031-06-30 or leave it empty."
    )  # fmt: skip


@pytest.mark.parametrize("day", ["2031", "2031-05", "2031-05-04", "2031-05-04T10:00", "2031-05-04 10:00:30+03:00", ""])
def test_dates_may_be_as_exact_as_they_are(day: str) -> None:
    assert faults(f"toll,Post,9,{day}\n", "object,source,value,date") == []


@pytest.mark.parametrize("value", ["nan", "NaN", "inf", "-Infinity", "1e400"])
def test_what_is_no_number_is_refused_where_no_words_are_claimed(value: str) -> None:
    ((name, reason),) = faults(f"toll,Post,{value}\ntoll,Crow,12\n")
    assert name == "c.csv:3"
    assert (
        reason
        == f"{value!r} is what programs write where there is no number; take the row out, or write what is claimed."
    )
    assert [name for name, _ in faults(f"toll,Post,{value}\n")] == ["c.csv:3"]


def test_words_that_look_like_none_are_taken() -> None:
    assert faults("born,Post,Nan\nborn,Crow,Lampang\n") == []
    assert faults("answer,Post,nan\nanswer,Crow,bread\n") == []
    assert faults("toll,Post,1e3\n") == []


def test_a_table_of_bad_rows_alone_is_refused_by_its_first() -> None:
    with pytest.raises(InputRefused, match="no source") as fault:
        parse_claims("object,source,value\ntoll,,12\n", "c.csv")
    assert fault.value.name == "c.csv:2"


CLAIMS = [SourceClaim(object=thing, source="Mail", value="12") for thing in ("toll", "dam")]


def test_known_answers_are_read_by_either_name() -> None:
    assert parse_known("question,answer\ntoll,12\n", "k.csv", CLAIMS) == ({"toll": "12"}, [])


def test_known_rows_that_cannot_hold_are_refused_by_line() -> None:
    text = "object,value\ntoll,12\ntoll,12.0\ntoll,9\nbridge,3\ndam,\n,4\n"
    answers, refused = parse_known(text, "k.csv", CLAIMS)
    assert answers == {"toll": "12"}
    assert [row.name for row in refused] == ["k.csv:4", "k.csv:5", "k.csv:6", "k.csv:7"]
    assert refused[0].reason == (
        "Line 2 already gives '12' as the answer for 'toll'; that one is taken. Take out the row that is wrong."
    )
    assert "No claim is about 'bridge'" in refused[1].reason
    assert [row.reason.split(";")[0] for row in refused[2:]] == ["It has no value", "It has no object"]


@pytest.mark.parametrize(
    ("text", "said"), [("object\ntoll\n", "'value'"), ("object,value\n", "no answer"), ("object,value\nx,1\n", "'x'")]
)
def test_known_answers_of_no_use_are_refused(text: str, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_known(text, "k.csv", CLAIMS)
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
