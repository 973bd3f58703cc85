"""What an analyst who signs a report checks first, on the two cases that come with sayso."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lx

from sayso.records import CaseView, Passage
from sayso.reporting.blocks import Plot, Voices
from sayso.reporting.dossier import blocks_of, build
from sayso.reporting.naming import PRONOUNS, is_nobody
from sayso.workbench import Case, build_demo, terminal

CASES = ("al-tanf-2017", "exercise")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Bundle:
    """One bundled case with its view and its report in every format, written twice."""

    def __init__(self, folder: Path, name: str) -> None:
        for _ in build_demo(folder, name=name):
            pass
        self.name = name
        self.files: dict[str, tuple[bytes, bytes]] = {}
        with Case.open(folder / name) as case:
            self.view: CaseView = case.view()
            first = [self._written(case, folder / "first" / f"report{end}") for end in (".html", ".md", ".docx")]
        with Case.open(folder / name) as case:
            again = [self._written(case, folder / "again" / f"report{end}") for end in (".html", ".md", ".docx")]
        self.files = dict(zip(("html", "md", "docx"), zip(first, again, strict=True), strict=True))
        self.page: Any = lx.document_fromstring(self.files["html"][0].decode())
        self.drawn = terminal(self.view, width=80, colour=False)

    def _written(self, case: Case, target: Path) -> bytes:
        target.parent.mkdir(exist_ok=True)
        case.report(target)
        return target.read_bytes()

    def texts(self) -> dict[str, str]:
        """The words of each format, on one line."""
        with zipfile.ZipFile(self.path_of_docx()) as opened:
            tree = etree.fromstring(opened.read("word/document.xml"))
        said = {
            "html": self.page.text_content(),
            "md": self.files["md"][0].decode().replace("\\", ""),
            "docx": "".join(tree.itertext()),
            "terminal": self.drawn,
        }
        return {kind: " ".join(words.split()) for kind, words in said.items()}

    def path_of_docx(self) -> Any:
        """The Word report as a file to open."""
        import io  # noqa: PLC0415 - only for this file in memory

        return io.BytesIO(self.files["docx"][0])


@pytest.fixture(scope="module", params=CASES)
def bundle(request: pytest.FixtureRequest, bundles: dict[str, Bundle]) -> Bundle:
    found: Bundle = bundles[request.param]
    return found


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bundle]:
    return {name: Bundle(tmp_path_factory.mktemp(name), name) for name in CASES}


def _passages(view: CaseView) -> Iterator[Passage]:
    for statement in view.statements:
        yield from statement.passages
    for weighing in (view.weighing, *view.other_rules.values()):
        yield from (account.passage for account in weighing.accounts)
        for weighed in weighing.figures.values():
            yield from (passage for reason in weighed.reasons for passage in reason.passages)
    for incident in view.incidents:
        yield from (passage for reason in incident.reasons for passage in reason.passages)
    yield from (entry.passage for entry in view.timeline)


def test_each_passage_is_what_its_document_says_there(bundle: Bundle) -> None:
    text = {r.document.id: r.document.text for r in bundle.view.readings}
    found = list(_passages(bundle.view))
    assert len(found) > 40
    assert [p for p in found if text[p.document][p.start : p.end] != p.text] == []
    quotes = bundle.page.xpath("//section[@id='notes']//q")
    assert len(quotes) > 40
    for quote in quotes:
        start, end = int(quote.get("data-start")), int(quote.get("data-end"))
        assert quote.text_content() == text[quote.get("data-document")][start:end]


def test_every_reference_of_the_page_resolves(bundle: Bundle) -> None:
    ids = bundle.page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href for href in bundle.page.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 100
    assert [href for href in inner if href[1:] not in set(ids)] == []
    used = set(bundle.page.xpath("//a[@class='fn']/@href"))
    assert {f"#{n}" for n in bundle.page.xpath("//section[@id='notes']//li/@id")} == used


def test_every_reference_of_the_other_formats_resolves(bundle: Bundle) -> None:
    text = bundle.files["md"][0].decode()
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    used = set(re.findall(r"(?<!^)\[\^(\d+)\](?!: )", text, re.MULTILINE))
    assert len(defined) == len(set(defined)) > 40
    assert used == set(defined)
    with zipfile.ZipFile(bundle.path_of_docx()) as opened:
        tree = etree.fromstring(opened.read("word/document.xml"))
    marks = {e.get(f"{WORD}name") for e in tree.iter(f"{WORD}bookmarkStart")}
    anchors = {e.get(f"{WORD}anchor") for e in tree.iter(f"{WORD}hyperlink")} - {None}
    assert len(anchors) > 40
    assert anchors <= marks


def test_no_sentence_about_the_incident_lacks_a_note(bundle: Bundle) -> None:
    told = bundle.page.xpath("//*[@data-about='incident']")
    assert len(told) > 40
    assert [e.text_content() for e in told if not e.xpath(".//a[@class='fn']")] == []
    said = {e.get("data-about") for e in bundle.page.xpath("//*[@data-about]")}
    assert said == {"incident", "judgement", "record"}


def test_the_same_case_gives_the_same_bytes(bundle: Bundle) -> None:
    assert [kind for kind, (first, again) in bundle.files.items() if first != again] == []


def test_the_page_needs_nothing_from_outside(bundle: Bundle) -> None:
    assert bundle.page.xpath("//script|//link|//img|//iframe|//object|//embed|//form|//@src|//@srcset") == []
    assert not re.search(rb"url\(|@import|expression\(", bundle.files["html"][0])
    outside = [a for a in bundle.page.xpath("//a") if not a.get("href").startswith("#")]
    assert all("noreferrer" in (a.get("rel") or "") for a in outside)
    # Where the analyst keeps the case stays with the analyst.
    assert b"/examples/" not in bundle.files["html"][0]


def test_speakers_are_neither_pronouns_nor_nobody_nor_headlines(bundle: Bundle) -> None:
    dossier = build(bundle.view)
    titles = {r.document.title for r in bundle.view.readings} - {r.document.outlet for r in bundle.view.readings}
    names = [v.speaker for block in blocks_of(dossier, Voices) for v in block.rows]
    names += [row.label for plot in blocks_of(dossier, Plot) for row in plot.rows]
    assert len(names) > 20
    assert [n for n in names if n.casefold() in PRONOUNS or is_nobody(n) or n in titles] == []


def test_quoted_words_are_verbatim_and_do_not_open_with_a_conjunction(bundle: Bundle) -> None:
    text = {r.document.id: r.document.text for r in bundle.view.readings}
    rows = [v for block in blocks_of(build(bundle.view), Voices) for v in block.rows]
    assert [v.words.text for v in rows if v.words.text.startswith("that ")] == []
    for row in rows:
        if " … " not in row.words.text:
            assert " ".join(text[row.document][row.start : row.end].split()) == " ".join(row.words.text.split())


def test_every_account_that_does_not_count_is_drawn_apart_with_its_reason(bundles: dict[str, Bundle]) -> None:
    dossier = build(bundles["exercise"].view)
    rows = [(plot, row) for plot in blocks_of(dossier, Plot) for row in plot.rows if row.use != "counts"]
    assert rows
    for plot, row in rows:
        assert row.aside != row.limited
        lines = [s for s in plot.lines if set(row.notes) & set(s.notes)]
        assert lines, row.label
    assert " ×\n" in bundles["exercise"].drawn


def test_an_explanation_that_nothing_speaks_against_is_said_to_be_untested(bundles: dict[str, Bundle]) -> None:
    bundle = bundles["al-tanf-2017"]
    verdict = bundle.view.verdict
    assert verdict is not None
    assert verdict.gaps.untested
    for kind, words in bundle.texts().items():
        assert "leads by counts, PARC and squares only because nothing speaks against it" in words, kind
        assert "untested, not confirmed" in words, kind


def test_what_was_not_read_and_what_happened_elsewhere_is_said(bundles: dict[str, Bundle]) -> None:
    unread = [r.document for r in bundles["exercise"].view.readings if r.document.unread]
    assert len(unread) == 1
    for kind, words in bundles["exercise"].texts().items():
        assert "1 document is kept but could not be read" in words or kind != "terminal"
        assert "kept but could not be read" in words, kind
    for bundle in bundles.values():
        assert len(bundle.view.incidents) > 1
        assert re.search(r"\d documents? reports? other happenings", bundle.texts()["terminal"])
        assert f"show {bundle.name} incidents" in bundle.texts()["terminal"]
