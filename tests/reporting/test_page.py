from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from lxml import html as lx
from tests.reporting.hostile import hostile_case
from tests.reporting.landing import TEXTS, landing_case

from sayso.records import CaseView
from sayso.reporting.dossier import build
from sayso.reporting.page import css_string, html


@pytest.fixture(scope="module")
def page(view: CaseView) -> Any:
    return lx.document_fromstring(html(build(view)))


def _links(page: Any) -> Iterator[tuple[str, str]]:
    for element in page.iter():
        if isinstance(element.tag, str):
            for name in ("src", "href", "action", "data", "poster", "srcset", "background", "xlink:href"):
                if element.get(name) is not None:
                    yield element.tag, element.get(name)


def test_every_sentence_about_the_incident_has_a_note_that_resolves(page: Any) -> None:
    ids = set(page.xpath("//@id"))
    told = page.xpath("//*[@data-about='incident']")
    assert len(told) > 20
    for element in told:
        references = element.xpath(".//a[@class='fn']/@href")
        assert references, element.text_content()
        assert all(r.removeprefix("#") in ids for r in references)


def test_a_judgement_leads_to_rows_of_the_matrix_or_stands_beside_them(page: Any) -> None:
    ids = set(page.xpath("//@id"))
    links = page.xpath("//section[@id='why']//*[@data-about='judgement']//a/@href")
    assert links
    assert all(link.removeprefix("#") in ids for link in links)


def test_every_note_quotes_what_the_document_says_there(page: Any) -> None:
    quotes = page.xpath("//section[@id='notes']//q")
    assert len(quotes) == len(build(landing_case()).notes)
    for quote in quotes:
        text = TEXTS[quote.get("data-document").removeprefix("doc-")][4]
        assert quote.text_content() == text[int(quote.get("data-start")) : int(quote.get("data-end"))]
        marked = [m.text_content() for m in quote.xpath(".//mark")]
        assert marked
        assert all(m in text for m in marked)


def test_every_note_names_its_copy(page: Any, view: CaseView) -> None:
    sums = {r.document.id: r.document.sha256 for r in view.readings}
    held = {c.document for c in view.copies}
    for item in page.xpath("//section[@id='notes']//li"):
        document = item.xpath(".//q/@data-document")[0]
        words = item.text_content()
        assert sums[document] in words
        assert ("retrieved 17 September 2034" in words and "urn:uuid" in words) == (document in held)
        assert ("no archived copy" in words) == (document not in held)


def test_an_undated_document_is_called_undated(page: Any) -> None:
    note = page.xpath("//section[@id='notes']//li[.//q[@data-document='doc-leaflet']]")[0]
    assert note.text_content().startswith("leaflet.txt, undated.")


def test_ids_are_unique_and_internal_links_resolve(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for _, target in _links(page):
        if target.startswith("#"):
            assert target[1:] in ids


@pytest.mark.parametrize("case", [landing_case, hostile_case])
def test_nothing_is_loaded_and_links_out_are_plain_anchors(case: Any) -> None:
    page = lx.document_fromstring(html(build(case())))
    for tag, target in _links(page):
        if not target.startswith("#"):
            assert tag == "a"
            assert re.match(r"https?://", target)
    for anchor in page.xpath("//a[starts-with(@href, 'http')]"):
        assert "noreferrer" in anchor.get("rel")
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base | //audio")
    style = "".join(page.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    assert not [a for e in page.iter() if isinstance(e.tag, str) for a in e.attrib if a.startswith("on")]
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")


def test_hostile_text_is_shown_and_does_nothing() -> None:
    text = html(build(hostile_case()))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00\x07\x1b]", text)
    assert "⟨U+202E⟩" in text
    assert "⟨U+001B⟩" in text
    assert 'href="javascript' not in text
    assert "{{ 7*7 }}" in text
    assert "onmouseover" not in text


def test_right_to_left_words_carry_direction_and_language(page: Any) -> None:
    quote = page.xpath("//q[@data-document='doc-lantern']")[0]
    assert (quote.get("dir"), quote.get("lang")) == ("rtl", "ar")
    said = page.xpath("//table[@class='voices']//span[@dir='rtl']")
    assert said
    assert said[0].get("lang") == "ar"


def test_plots_are_tables_with_one_drawing_a_row(page: Any, view: CaseView) -> None:
    rows = page.xpath("//figure[@id='figure-killed']//tbody/tr[th/@scope]")
    assert len(rows) == 9
    assert all(len(r.xpath("./td[@class='plot']/svg[@aria-hidden='true']")) == 1 for r in rows)
    assert "at least" in page.xpath("string(//figure[@id='figure-killed']//div[@class='legend'])")


def test_both_layouts_of_the_matrix_hold_the_same_ratings(page: Any) -> None:
    first, second = page.xpath("//table[contains(@class, 'grid')]/tbody")
    columns = [[c.text for c in r.xpath("./td[contains(@class,'cell')]")] for r in first]
    rows = [[c.text for c in r.xpath("./td[contains(@class,'cell')]")] for r in second]
    assert columns == [list(r) for r in zip(*rows, strict=True)]
    assert columns[0] == ["CC", "N", "I"]
    assert columns[3] == ["C", "C", "–"]


def test_a_long_matrix_is_turned_in_parts(view: CaseView) -> None:
    assert view.matrix is not None
    rows = tuple(msgspec.structs.replace(view.matrix.evidence[0], name=f"Row {i}") for i in range(30))
    long = msgspec.structs.replace(view, matrix=msgspec.structs.replace(view.matrix, evidence=rows))
    page = lx.document_fromstring(html(build(long)))
    parts = page.xpath("//table[@class='grid turned']")
    assert [len(p.xpath("./thead//a")) for p in parts] == [12, 12, 6]
    assert page.xpath("//section[@id='why']//p//a/@href") == ["#e1", "#e30"]


def test_a_bare_winner_is_never_printed(page: Any) -> None:
    why = page.xpath("string(//section[@id='why'])")
    assert "not separated" in why
    assert "do not agree" in why
    assert "What would change it" in why
    assert "1=" in why
    assert "2=" in why


def test_what_is_unknown_is_said(page: Any) -> None:
    words = page.xpath("string(//section[@id='unknown'])")
    assert "No document says which battery fired." in words
    assert "No date of publication was found for leaflet.txt" in words
    assert "It is encrypted" in page.xpath("string(//section[@id='refused'])")


def test_the_same_view_gives_the_same_page() -> None:
    assert html(build(landing_case())) == html(build(landing_case()))


def test_css_strings_cannot_be_left() -> None:
    assert css_string('a"; } x\\\n') == "a\\000022\\00003B \\00007D x\\00005C\\00000A"


def _luminance(colour: str) -> float:
    value = colour.removeprefix("#")
    value = "".join(c * 2 for c in value) if len(value) == 3 else value
    parts = [int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *((name, ground) for name in ("ink", "ink-2", "ink-3", "act") for ground in ("paper", "wash")),
    *((name, "paper") for name in ("agreed", "contested", "unknown", "aside", "conflict", "g5-ink", "g6-ink")),
    *((f"g{i}-ink", f"g{i}") for i in range(1, 7)),
    *(("ink", ground) for ground in ("cc", "c", "i", "ii", "act-wash", "band")),
]
SHAPE_PAIRS = [("edge", "paper"), ("figure", "paper"), ("band-edge", "paper"), ("bar-c", "c"), ("bar-i", "i")]


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_meet_wcag_aa(page: Any, theme: int) -> None:
    style = "".join(page.xpath("//style/text()"))
    tokens = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in style.split("@media screen")[:2]]
    colours = tokens[0] | (tokens[1] if theme else {})
    low_text = {p: round(_contrast(colours[p[0]], colours[p[1]]), 2) for p in TEXT_PAIRS}
    assert {p: c for p, c in low_text.items() if c < 4.5} == {}
    low_shape = {p: round(_contrast(colours[p[0]], colours[p[1]]), 2) for p in SHAPE_PAIRS}
    assert {p: c for p, c in low_shape.items() if c < 3.0} == {}


def test_fixture_passages_prove_themselves() -> None:
    for reading in landing_case().readings:
        assert reading.sentences[0][0] == 0
        assert reading.document.text == TEXTS[reading.document.id.removeprefix("doc-")][4]
