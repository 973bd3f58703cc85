from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from tests.reporting.hostile import hostile_case
from tests.reporting.landing import TEXTS, landing_case

import sayso.reporting as room
from sayso.errors import CaseDamaged, EngineMissing, UsageError
from sayso.records import CaseView, Passage
from sayso.reporting import SUFFIXES, render
from sayso.reporting.dossier import build
from sayso.reporting.markdown import escape, markdown
from sayso.reporting.page import html
from sayso.reporting.pdf import _SHAPES, painted
from sayso.reporting.word import docx


def _rendered(text: str) -> list[Any]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    return [t for token in tokens for t in (token, *(token.children or ()))]


def test_markdown_references_and_notes_match(view: CaseView) -> None:
    text = markdown(build(view))
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!: )", text))
    assert defined == [str(i + 1) for i in range(len(defined))]
    assert used == set(defined)


def test_markdown_notes_quote_verbatim(view: CaseView) -> None:
    text = markdown(build(view))
    assert "“OSTREL, Kesmar (Northline) - **At least nine people died" in text
    assert "نحو تسعة مدنيين" in text
    for reading in view.readings:
        if reading.document.id != "doc-quay":
            assert reading.document.sha256 in text


@pytest.mark.parametrize("case", [landing_case, hostile_case])
def test_markdown_of_documents_does_nothing(case: Any) -> None:
    tokens = _rendered(markdown(build(case())))
    assert not [t for t in tokens if t.type in {"html_inline", "html_block", "image"}]
    links = [t.attrGet("href") for t in tokens if t.type == "link_open"]
    assert all(re.match(r"https://\w+\.example/\w+/88$", str(link)) for link in links)
    headings = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    assert not [h for h in headings if h.startswith("heading")]


def test_markdown_tables_keep_their_columns() -> None:
    tokens = _rendered(markdown(build(hostile_case())))
    widths: list[int] = []
    for token in tokens:
        if token.type == "table_open":
            widths = []
        elif token.type == "tr_open":
            widths.append(0)
        elif token.type in {"th_open", "td_open"}:
            widths[-1] += 1
        elif token.type == "table_close":
            assert len(set(widths)) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a*b*", r"a\*b\*"),
        ("- x", r"\- x"),
        ("1. x", r"1\. x"),
        ("<b>", r"\<b\>"),
        ("a|b", r"a\|b"),
        ("a\n# b", r"a \# b"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escape(text) == shown
    assert not [
        t for t in _rendered(escape(text)) if t.type in {"em_open", "html_inline", "bullet_list_open", "heading_open"}
    ]


def _docx(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def test_docx_references_lead_to_notes(view: CaseView) -> None:
    body = _docx(docx(build(view))).element.body
    names = [e.get(qn("w:name")) for e in body.iter(qn("w:bookmarkStart"))]
    anchors = [e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink"))]
    notes = len(build(view).notes)
    assert len(names) == len(set(names))
    assert set(anchors) <= set(names)
    assert {f"note{i + 1}" for i in range(notes)} <= set(anchors)


def test_docx_quotes_verbatim_and_marks_right_to_left(view: CaseView) -> None:
    body = _docx(docx(build(view))).element.body
    text = "".join(e.text or "" for e in body.iter(qn("w:t")))
    assert TEXTS["lantern"][4][:40] in text or "نحو تسعة مدنيين" in text
    assert list(body.iter(qn("w:rtl")))
    assert all(r.document.sha256 in text for r in view.readings if r.document.id != "doc-quay")


def test_docx_of_hostile_documents_opens_and_loads_nothing() -> None:
    data = docx(build(hostile_case()))
    text = "".join(e.text or "" for e in _docx(data).element.body.iter(qn("w:t")))
    assert "<script>alert(1)</script>" in text
    assert "⟨U+202E⟩" in text
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in package.read(name)


def test_same_view_same_bytes(tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".docx"):
        for name in ("one", "two"):
            render(landing_case(), tmp_path / f"{name}{suffix}")
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_docx_carries_no_clock(view: CaseView) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(build(view)))) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_an_unknown_suffix_is_refused(view: CaseView, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.md, \.docx or \.pdf"):
        render(view, tmp_path / "report.odt")
    with pytest.raises(UsageError, match="without a suffix"):
        render(view, tmp_path / "report")
    assert SUFFIXES == (".html", ".md", ".docx", ".pdf")


def test_pdf_without_the_extra_names_it(view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(EngineMissing, match=r'pip install "sayso\[pdf\]"'):
        render(view, tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()


def test_a_passage_that_its_document_does_not_hold_stops_the_report(view: CaseView, tmp_path: Path) -> None:
    wrong = Passage(document="doc-monitor", start=0, end=6, text="Astrel")
    statement = msgspec.structs.replace(view.statements[0], passages=(wrong,))
    damaged = msgspec.structs.replace(view, statements=(statement,))
    with pytest.raises(CaseDamaged, match="0-6 of document doc-monitor"):
        render(damaged, tmp_path / "report.html")
    absent = msgspec.structs.replace(statement, passages=(msgspec.structs.replace(wrong, document="doc-none"),))
    with pytest.raises(CaseDamaged, match="does not hold"):
        render(msgspec.structs.replace(view, statements=(absent,)), tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


def test_importing_the_room_is_light() -> None:
    code = (
        "import sys, sayso.reporting as r; "
        "heavy = {'jinja2', 'docx', 'rich', 'lxml', 'markdown_it', 'weasyprint'} & set(sys.modules); "
        "assert not heavy, heavy; assert callable(r.terminal)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_functions_keep_their_names_after_use(view: CaseView) -> None:
    room.terminal(view, width=80, colour=False)
    assert callable(room.terminal)
    assert callable(room.render)
    assert callable(room.export)


def test_drawings_keep_their_colours_in_print(view: CaseView) -> None:
    page = html(build(view))
    shapes = re.findall(r'<(?:line|rect|circle|path) class="([a-z ]+)"', page)
    assert len(shapes) > 50
    assert set(shapes) <= set(_SHAPES)
    printed = painted(page)
    assert not re.findall(r'<(?:line|rect|circle|path) class="[a-z ]+" *(?:/|[xyd][12]?=)', printed)
