"""Sections that people write: marked as theirs, with notes, alive through rebuilds."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from lxml import html as lx

from sayso.errors import UsageError
from sayso.records import CaseView, Written
from sayso.reporting.blocks import Words
from sayso.reporting.dossier import build, drawn_sections, section_of
from sayso.reporting.page import html
from sayso.reporting.phrases import Desk
from sayso.reporting.written import check, digest
from sayso.workbench import Case


def _with(view: CaseView, section: str, text: str, place: str = "before", over: str | None = None) -> CaseView:
    one = msgspec.convert(
        {
            "section": section,
            "text": text,
            "place": place,
            "who": "R. Kell",
            "when": "2034-09-18T10:00:00Z",
            "over": over,
        },
        Written,
    )
    return msgspec.structs.replace(view, written=(one,))


def _words(view: CaseView, section: str) -> Words:
    found = section_of(build(view), section)
    assert found is not None
    return next(block for block in found.blocks if isinstance(block, Words))


@pytest.mark.parametrize("place", ["before", "after", "instead"])
def test_a_text_stands_where_it_was_put(view: CaseView, place: str) -> None:
    plain = section_of(build(view), "summary")
    found = section_of(build(_with(view, "summary", "Mine.\n\nAnd more.", place)), "summary")
    assert plain is not None
    assert found is not None
    kinds = [type(block) for block in found.blocks]
    rest = [type(block) for block in plain.blocks]
    assert kinds == {"before": [Words, *rest], "after": [*rest, Words], "instead": [Words]}[place]
    block = next(b for b in found.blocks if isinstance(b, Words))
    assert [s.runs[0].text for paragraph in block.paragraphs for s in paragraph] == ["Mine.", "And more."]
    assert (block.who, block.when) == ("R. Kell", "18 September 2034")


def test_it_is_marked_as_a_persons_in_the_page(view: CaseView) -> None:
    page = lx.document_fromstring(html(build(_with(view, "assessment", "I have <b>no</b> doubt."))))
    own = page.xpath("//section[@id='assessment']//div[@class='own']")[0]
    assert "I have <b>no</b> doubt." in own.text_content()
    assert "Written by R. Kell, 18 September 2034." in own.text_content()
    assert own.xpath(".//@data-about") == ["person"]
    assert page.xpath("//main/section")[0].get("id") == "assessment"


def test_pointers_become_notes(view: CaseView) -> None:
    document = view.readings[0].document
    claim = next(c for r in view.readings for c in r.claims if c.content)
    text = f"One [[claim {claim.id}]]. Two, three [[{document.id}:0-12]][[{document.id}:0-12]] and four."
    sentences = _words(_with(view, "summary", text), "summary").paragraphs[0]
    assert [bool(s.notes) for s in sentences] == [True, True, False]
    quotes = {n.number: n for n in build(_with(view, "summary", text)).notes}
    assert all(number in quotes for s in sentences for number in s.notes)
    assert quotes[sentences[1].notes[0]].document == document.id


def test_a_pointer_that_leads_nowhere_is_refused_at_first_and_shown_later(view: CaseView) -> None:
    desk = Desk(view)
    sections = drawn_sections(desk)
    for text, section, place in (
        ("x [[claim c-none]]", "summary", "before"),
        ("x [[doc-none:0-4]]", "summary", "before"),
        ("x", "nowhere", "before"),
        ("x", "summary", "beneath"),
    ):
        with pytest.raises(UsageError):
            check(desk, sections, section, text, place)
    lost = _words(_with(view, "summary", "It burned [[claim c-none]]."), "summary")
    assert "no such passage any more" in "".join(r.text for s in lost.paragraphs[0] for r in s.runs)


def test_what_it_stands_instead_of_is_watched(view: CaseView) -> None:
    summary = section_of(build(view), "summary")
    assert summary is not None
    assert not _words(_with(view, "summary", "Mine.", "instead", digest(summary)), "summary").stale
    changed = msgspec.structs.replace(_with(view, "summary", "Mine.", "instead", digest(summary)), statements=())
    block = _words(changed, "summary")
    assert block.stale
    assert "has changed since" in block.signed


def test_nothing_written_is_lost_when_its_section_is_gone(view: CaseView) -> None:
    titles = [s.title for s in build(_with(view, "refused-long-ago", "Keep this.")).sections]
    assert titles[-1] == "Written into “refused-long-ago”"


def test_it_survives_rebuilds_and_new_documents_and_can_be_undone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nine people were killed in Vell on 9 March 2031, the army said.")
    (tmp_path / "b.txt").write_text("Eleven people were killed in Vell on 9 March 2031, the hospital said.")
    with Case.new(tmp_path / "case") as case:
        list(case.add([str(tmp_path / "a.txt")]))
        case.write_section("summary", "My own summary.", who="ann", place="instead")
        list(case.add([str(tmp_path / "b.txt")]))
        for name in ("one.html", "two.md", "three.docx"):
            case.report(tmp_path / name)
        assert "My own summary." in (tmp_path / "one.html").read_text()
        assert "has changed since" in (tmp_path / "one.html").read_text()
        assert "My own summary." in (tmp_path / "two.md").read_text()
        case.write_section("summary", "", who="ann", place="instead")
        case.report(tmp_path / "one.html")
        assert "My own summary." not in (tmp_path / "one.html").read_text()
        case.undo(who="ann")
        case.report(tmp_path / "one.html")
        assert "My own summary." in (tmp_path / "one.html").read_text()
        with pytest.raises(UsageError, match="no section"):
            case.write_section("sumary", "x", who="ann")
