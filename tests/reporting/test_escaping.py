"""Whatever a document says, it stays text: tried on made-up strings of the characters that formats act on."""

from __future__ import annotations

import csv
import io

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lx
from markdown_it import MarkdownIt
from rich.cells import cell_len
from tests.reporting.landing import landing_case

from sayso.records import CaseView
from sayso.reporting.blocks import Run, Section, Sentence
from sayso.reporting.cells import fit, pad, wrap
from sayso.reporting.dossier import build
from sayso.reporting.exports.references import tex
from sayso.reporting.exports.rows import cell, sheet
from sayso.reporting.markdown import escape
from sayso.reporting.page import css_string, html
from sayso.reporting.words import clean, one_line

NASTY = st.text(
    st.sampled_from("ab 1.)=+-@*_`~[]()<>!|#&;:/\\\"'{}$%^\n\t\r\x1b\x00\u202e\u2067\u200b渡口قا\u0301😀－＝"),
    max_size=60,
)
PLAIN = {"inline", "text", "paragraph_open", "paragraph_close", "softbreak"}
CASE: CaseView = landing_case()


@given(NASTY)
@settings(max_examples=300, deadline=None)
def test_markdown_shows_the_words_and_nothing_else(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(escape(text))
    flat = [t for token in tokens for t in (token, *(token.children or ()))]
    assert {t.type for t in flat} <= PLAIN | {"text_special"}
    shown = "".join(t.content for t in flat if t.type in {"text", "text_special"})
    assert shown == one_line(text)


@given(NASTY)
@settings(max_examples=200, deadline=None)
def test_cells_read_back_and_start_no_formula(text: str) -> None:
    ((value,),) = csv.reader(io.StringIO(sheet([text], []), newline=""))
    assert value == str(cell(text))
    assert value.lstrip()[:1] not in set("=+-@－＝＋＠") or not value.strip()
    same = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    assert value.removeprefix("'") == same.removeprefix("'")


@given(NASTY, st.integers(1, 30))
@settings(max_examples=300, deadline=None)
def test_terminal_cells_are_measured(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(text, width)) == width
    assert all(cell_len(line) <= max(width, 2) for line in wrap(text, max(width, 2)))


@given(NASTY)
@settings(max_examples=200, deadline=None)
def test_tex_and_css_hold_no_open_ends(text: str) -> None:
    bare = tex(text).replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert not set('"\\;{}<\n') & set(css_string(text).replace("\\0", "")) - {"\\"}


@given(NASTY)
@settings(max_examples=25, deadline=None)
def test_pages_hold_the_words_as_text(text: str) -> None:
    words = Sentence(runs=(Run(one_line(text)),), about="record")
    base = build(CASE)
    first = base.sections[0]
    block = msgspec.structs.replace(first.blocks[0], sentences=(words,))
    sections = (Section(id=first.id, title=one_line(text) or "x", blocks=(block,)),)
    page = lx.document_fromstring(html(msgspec.structs.replace(base, title=one_line(text), sections=sections)))
    assert page.xpath("string(//section[@id='summary']/p/span)") == one_line(text)
    assert page.xpath("string(//h1)") == one_line(text)
    assert not page.xpath("//script | //img | //iframe")


def test_hidden_characters_are_shown_and_script_joiners_kept() -> None:
    assert clean("a\u202eb\x1bc\ufeff") == "a⟨U+202E⟩b⟨U+001B⟩c⟨U+FEFF⟩"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert one_line(" a\n\tb\u00a0c ") == "a b\u00a0c"
