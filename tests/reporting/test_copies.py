"""From every sentence about the incident to the passage in the archived text, with nothing between them missing."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lx

from sayso.records import CaseView
from sayso.reporting import render, render_copies
from sayso.reporting.copies import copies
from sayso.reporting.dossier import build
from sayso.reporting.page import html
from sayso.reporting.words import clean

CASES = ("al-tanf-2017", "exercise")


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, bundled: dict[str, CaseView]) -> CaseView:
    return bundled[request.param]


def _after(place: Any) -> str:
    """The text that follows a place in its copy, to the end."""
    whole, found = [], False
    for node in place.getparent().iter():
        if node is place:
            found = True
        elif found and node.text:
            whole.append(node.text)
        if found and node.tail and node is not place.getparent():
            whole.append(node.tail)
    return "".join(whole)


def test_every_sentence_leads_to_its_words_in_the_archived_text(case: CaseView) -> None:
    page: Any = lx.document_fromstring(html(build(case)))
    text = {r.document.id: r.document.text for r in case.readings}
    quoted = {q.getparent().get("id"): q for q in page.xpath("//section[@id='notes']//q")}
    told = page.xpath("//*[@data-about='incident']")
    assert len(told) > 40
    walked = 0
    for sentence in told:
        references = sentence.xpath(".//a[@class='fn']/@href")
        assert references, sentence.text_content()
        for reference in references:
            quote = quoted[reference.removeprefix("#")]
            links = quote.getparent().xpath(".//a[text()='archived text']/@href")
            places = page.xpath(f"//*[@id='{links[0].removeprefix('#')}']")
            assert len(places) == 1
            copy = places[0].getparent()
            document = quote.get("data-document")
            start, end = int(quote.get("data-start")), int(quote.get("data-end"))
            assert copy.get("data-document") == document
            assert copy.text_content() == clean(text[document])
            assert _after(places[0]).startswith(clean(text[document][start:end]))
            walked += 1
    assert walked > 80


def test_copies_hold_the_whole_text_and_mark_what_is_quoted(case: CaseView) -> None:
    dossier = build(case)
    documents = {r.document.id: r.document for r in case.readings}
    made = copies(dossier.notes, documents.values())
    assert {c.note.document for c in made} == {n.document for n in dossier.notes}
    assert sorted(number for c in made for number in c.numbers) == [n.number for n in dossier.notes]
    for copy in made:
        assert "".join(p.text for p in copy.pieces) == clean(documents[copy.note.document].text)
        spans = [(n.start, n.end) for n in dossier.notes if n.document == copy.note.document]
        at = 0
        for piece in copy.pieces:
            inside = any(start <= at < end for start, end in spans)
            assert piece.quoted == inside
            at += len(piece.text)


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_other_forms_lead_to_a_page_beside_them(case: CaseView, suffix: str, tmp_path: Path) -> None:
    target, beside = tmp_path / f"report of a case{suffix}", tmp_path / "report of a case-copies.html"
    render(case, target, beside=beside.name)
    render_copies(case, beside, report=target.name)
    page: Any = lx.document_fromstring(beside.read_text(encoding="utf-8"))
    assert page.xpath("//script|//link|//img|//@src") == []
    if suffix == ".md":
        found = re.findall(r"\(<([^>]+)#(p\d+)>\)", target.read_text(encoding="utf-8"))
    else:
        with zipfile.ZipFile(target) as opened:
            tree = etree.fromstring(opened.read("word/_rels/document.xml.rels"))
        found = [tuple(e.get("Target").split("#")) for e in tree if "-copies" in e.get("Target")]
    assert len(found) == len(build(case).notes)
    assert {name for name, _ in found} == {"report%20of%20a%20case-copies.html"}
    assert {place for _, place in found} <= set(page.xpath("//@id"))


def test_a_report_can_do_without_copies(view: CaseView, tmp_path: Path) -> None:
    render(view, tmp_path / "bare.html", beside=None)
    bare = (tmp_path / "bare.html").read_text(encoding="utf-8")
    assert 'id="copies"' not in bare
    assert "archived text</a>" not in bare
