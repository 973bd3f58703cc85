"""Other tools' work taken over: a matrix, grades, an auto-archiver sheet; each told by its header."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.errors import InputRefused, UsageError
from sayso.workbench import AddEvent

SHEET = (
    "Link,Destination Folder,Archive Status,Archive Location,Archive Date,Upload Timestamp,Upload Title,Text Content\n"
    "https://posts.example/1,mill,done,s3://kept/1,2031-03-10,2031-03-09T10:00:00+00:00,A post,"
    '"A nurse said that two people died at the mill, and nobody came."\n'
    "https://posts.example/2,mill,nothing archived,,,,,\n"
    ",,,,,,,\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[sayso.Case]:
    with sayso.Case.new(tmp_path / "case") as made:
        yield made


def taken(case: sayso.Case, path: Path, text: str) -> list[AddEvent]:
    path.write_text(text, encoding="utf-8")
    return list(case.import_file(path, who="ann"))


def test_a_matrix_comes_with_what_describes_its_rows(case: sayso.Case, tmp_path: Path) -> None:
    text = "evidence,A,B,source,grade,credibility\nSmoke,CC,I,Survey,B2,high\nNo fire,N,,,,\n"
    (event,) = taken(case, tmp_path / "m.csv", text)
    assert event.reason == "2 hypotheses and 2 rows of evidence"
    matrix = case.matrix()
    assert matrix is not None
    assert [row.cells for row in matrix.evidence] == [("CC", "I"), ("N", None)]
    assert (matrix.evidence[0].source, matrix.evidence[0].grade, matrix.evidence[0].credibility) == (
        "Survey", "B2", "high",
    )  # fmt: skip
    case.rate("No fire", "B", "CC", who="ben")
    again = case.matrix()
    assert again is not None
    assert again.evidence[1].cells == ("N", "CC")


def test_grades_in_any_column_order_and_case(case: sayso.Case, tmp_path: Path) -> None:
    (event,) = taken(case, tmp_path / "g.csv", "\ufeffGrade, Source \nb2,Harbour Wire\n\nC,Radio Vell\n")
    assert event.reason == "2 grades"
    assert {d.subject: d.value for d in case.store.decisions()} == {"Harbour Wire": "B2", "Radio Vell": "C"}
    assert {d.who for d in case.store.decisions()} == {"ann"}


@pytest.mark.parametrize("row", ["Radio Vell,Q9", "Radio Vell", ",B2"])
def test_one_bad_grade_and_none_is_taken(case: sayso.Case, tmp_path: Path, row: str) -> None:
    with pytest.raises((InputRefused, UsageError)):
        taken(case, tmp_path / "g.csv", f"source,grade\nHarbour Wire,B2\n{row}\n")
    assert case.store.decisions() == []


def test_a_sheet_gives_documents_with_their_address_and_date(case: sayso.Case, tmp_path: Path) -> None:
    events = taken(case, tmp_path / "sheet.csv", SHEET)
    assert [e.outcome for e in events] == ["stored", "refused", "read"]
    assert events[1].name.endswith("sheet.csv:3")
    (document,) = case.documents()
    assert (document.url, document.title) == ("https://posts.example/1", "A post")
    assert (document.published or "").startswith("2031-03-09T10:00")
    (copy,) = case.view().copies
    assert (copy.capture.method, copy.capture.location) == ("import", str(tmp_path / "sheet.csv"))
    assert all(f.ok for f in case.verify())
    assert [e.outcome for e in taken(case, tmp_path / "sheet.csv", SHEET)] == ["known", "refused"]


def test_a_changed_post_is_a_new_snapshot(case: sayso.Case, tmp_path: Path) -> None:
    taken(case, tmp_path / "sheet.csv", SHEET)
    events = taken(case, tmp_path / "sheet.csv", SHEET.replace("two people", "three people"))
    assert events[0].outcome == "snapshot"
    assert len(case.documents()) == 2


def test_standard_input_is_a_table_or_a_document(case: sayso.Case) -> None:
    grades = case.import_file("-", who="ann", stdin=io.BytesIO(b"source,grade\nHarbour Wire,B2\n"))
    assert [e.reason for e in grades] == ["1 grade"]
    text = case.import_file("-", who="ann", stdin=io.BytesIO(b"A nurse said that two people died at the mill."))
    assert [e.outcome for e in text] == ["stored", "read"]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "header"),
        (b"colour,size\nred,2\n", "header is none that sayso knows"),
        (b"source,grade\nRadio \xff,B2\n", "UTF-8"),
        (b"evidence,A,B\nSmoke,CC,perhaps\n", "perhaps"),
        (b'source,grade\n"Radio Vell\n', "no Admiralty grade"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(case: sayso.Case, tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    with pytest.raises(InputRefused, match=says) as refused:
        list(case.import_file(path, who="ann"))
    assert str(path) in refused.value.name
    assert case.store.decisions() == []
