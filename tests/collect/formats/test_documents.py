"""PDF and Word."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.collect.makers import ENGLISH, one, pdf, reason

from sayso.collect import CollectOptions


def test_pdf_pages_and_properties(tmp_path: Path) -> None:
    raw = pdf(
        ["Two people were hurt, the mayor", "said on Tues-", "day."],
        pages=2,
        info="/Title (Two hurt) /Author (R. Example) /CreationDate (D:20310402100500Z)",
    )
    (tmp_path / "a.pdf").write_bytes(raw)
    document = one(tmp_path / "a.pdf").document
    assert document.text == "\n\n".join(["Two people were hurt, the mayor\nsaid on Tues-\nday."] * 2)
    assert (document.title, document.author, document.published) == ("Two hurt", "R. Example", None)
    assert document.media_type == "application/pdf"
    assert document.encoding is None


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("4/2/31, 10:05 AM Two hurt at pier", "https://harbour.example/two-hurt 1/2"),
        ("Two hurt at pier https://harbour.example/two-hurt", "1 of 2 02/04/2031, 10:05"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path: Path, first: str, last: str) -> None:
    lines = ["Two people were hurt on Tuesday.", "See https://harbour.example/map for a map.", "One has left."]
    (tmp_path / "a.pdf").write_bytes(pdf([first, *lines, last], pages=2))
    assert one(tmp_path / "a.pdf").document.text == "\n\n".join(["\n".join(lines)] * 2)


def test_a_pdf_keeps_an_address_of_its_own(tmp_path: Path) -> None:
    lines = ["Two people were hurt on Tuesday.", "https://harbour.example/map"]
    (tmp_path / "a.pdf").write_bytes(pdf(lines))
    assert one(tmp_path / "a.pdf").document.text == "\n".join(lines)


def test_pdf_with_a_note_header(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(["Outlet: Harbour Wire", "Published: 2031-04-02", ENGLISH[:60]]))
    document = one(tmp_path / "a.pdf", options=CollectOptions(outlet="Told Times")).document
    assert (document.outlet, document.published, document.text) == ("Harbour Wire", "2031-04-02", ENGLISH[:60])


def _save(document: Any, path: Path) -> None:
    document.core_properties.title = "Two hurt"
    document.core_properties.author = "R. Example"
    document.save(str(path))


def test_docx_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Two hurt at pier", 1)
    document.add_paragraph("Port Example, 2 April 2031")
    paragraph = document.add_paragraph("The mayor ")
    paragraph.add_run("said").bold = True
    paragraph.add_run(" so.").add_break()
    paragraph.add_run("And\tmore.")
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("who", "hurt"), ("guests", "2")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("After the table.")
    _save(document, tmp_path / "a.docx")
    found = one(tmp_path / "a.docx").document
    assert (
        found.text
        == "Two hurt at pier\n\nPort Example, 2 April 2031\n\nThe mayor said so.\nAnd\tmore.\n\nwho\thurt\nguests\t2\n\nAfter the table."
    )
    assert (found.title, found.author) == ("Two hurt", "R. Example")
    assert (found.published, found.published_how) == ("2031-04-02", "line 2 of the text")
    assert one(tmp_path / "a.docx", options=CollectOptions(published="2031-04-03")).document.published == "2031-04-03"


def test_docx_changes_and_nested_tables(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Kept ")
    for tag, word in (("w:ins", "inserted "), ("w:del", "deleted ")):
        change = OxmlElement(tag)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t" if tag == "w:ins" else "w:delText")
        text.text = word
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run("end.")
    inner = document.add_table(1, 1).cell(0, 0)
    inner.text = "outer"
    inner.add_table(1, 1).cell(0, 0).text = "inner"
    document.save(str(tmp_path / "a.docx"))
    assert one(tmp_path / "a.docx").document.text == "Kept inserted end.\n\nouter inner"


def test_docx_with_a_note_header(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Outlet: Harbour Wire", "Published: 2 April 2031", "Note: ours", ENGLISH):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    found = one(tmp_path / "a.docx").document
    assert (found.outlet, found.published, found.text) == ("Harbour Wire", "2031-04-02", ENGLISH)
    document = docx.Document()
    document.add_paragraph("Note: two people were hurt, she said.")
    document.save(str(tmp_path / "b.docx"))
    assert one(tmp_path / "b.docx").document.text == "Note: two people were hurt, she said."


def test_docx_footnotes_and_links(tmp_path: Path) -> None:

    document = docx.Document()
    document.add_paragraph(ENGLISH)
    document.part.relate_to("https://other.example/a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{w}"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>A ferry hand, by telephone.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(tmp_path / "a.docx"))
    found = one(tmp_path / "a.docx").document
    assert found.text == f"{ENGLISH}\n\nA ferry hand, by telephone."
    assert found.links == ("https://other.example/a",)


def test_docx_without_text(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    assert "no text" in reason(tmp_path / "a.docx")


def test_docx_under_another_name(tmp_path: Path) -> None:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    document.save(out)
    (tmp_path / "a.bin").write_bytes(out.getvalue())
    assert one(tmp_path / "a.bin").document.text == ENGLISH
    (tmp_path / "a.txt").write_bytes(out.getvalue())
    assert "zip archive" in reason(tmp_path / "a.txt")


@pytest.mark.parametrize("limit", [10_000])
def test_docx_that_unpacks_beyond_the_limit(tmp_path: Path, limit: int) -> None:
    document = docx.Document()
    document.add_paragraph("word " * 10_000)
    document.save(str(tmp_path / "a.docx"))
    size = (tmp_path / "a.docx").stat().st_size
    assert "unpack" in reason(tmp_path / "a.docx", options=CollectOptions(max_bytes=size + limit))


def test_docx_without_properties_has_no_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The mayor said that two guests were hurt.")
    for name, link in list(document.part.package.rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del document.part.package.rels[name]
    document.save(str(tmp_path / "a.docx"))
    found = one(tmp_path / "a.docx").document
    assert (found.title, found.author) == (None, None)
