"""Harm that nobody mentions, accounts that raise the maximum only, and ranks: nothing is taken for what it is not."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import msgspec
import pytest
from lxml import html as lx
from tests.reporting.landing import passage

from sayso.records import CaseView, Range, Reason
from sayso.reporting import export, render, terminal
from sayso.reporting.blocks import Paragraph, Plot, PlotRow, Table
from sayso.reporting.dossier import blocks_of, build, section_of
from sayso.reporting.page import html
from sayso.reporting.reasons import rank_word
from sayso.reporting.strip import bar, ruler
from sayso.reporting.words import range_words, silent

SAYS = "The killed are counted exactly, nobody speaks of anyone injured: coded as none, claimed by no origin."


@pytest.fixture
def quiet(view: CaseView) -> CaseView:
    """The landing case with nobody speaking of injured people."""
    none = Range(
        minimum=0,
        best=0,
        maximum=0,
        origins=0,
        contested=False,
        rule="airwars",
        reasons=(
            Reason(step="Gather", says="No account gives a figure of injured."),
            Reason(step="Silence", says=SAYS, passages=(passage("gazette", "ten names"),)),
        ),
    )
    accounts = tuple(a for a in view.weighing.accounts if a.what != "injured")
    weighing = msgspec.structs.replace(
        view.weighing, figures={**view.weighing.figures, "injured": none}, accounts=accounts
    )
    incidents = tuple(msgspec.structs.replace(i, injured=none) for i in view.incidents)
    return msgspec.structs.replace(view, weighing=weighing, incidents=incidents)


def test_what_nobody_mentions_is_no_finding_of_the_summary(quiet: CaseView) -> None:
    summary = section_of(build(quiet), "summary")
    assert summary is not None
    said = [s.runs[0].text for b in summary.blocks if isinstance(b, Paragraph) for s in b.sentences]
    assert any("people killed" in words for words in said)
    assert not any("injured" in words for words in said)


def test_what_nobody_mentions_stands_among_the_figures_with_its_reason(quiet: CaseView) -> None:
    dossier = build(quiet)
    assert "figure-injured" not in [p.id for p in blocks_of(dossier, Plot)]
    (table,) = [t for t in blocks_of(dossier, Table) if t.id == "silent"]
    ((name, figure, why),) = table.rows
    assert [c.runs[0].text for c in (name, figure, why)] == ["People injured", "none mentioned", SAYS]
    assert why.notes
    drawn = " ".join(terminal(quiet, width=80, colour=False).split())
    assert f"people injured: none mentioned. {SAYS.rstrip('.')}" in drawn


def test_a_silent_quantity_with_accounts_set_aside_is_drawn_without_a_zero(view: CaseView, quiet: CaseView) -> None:
    aside = tuple(
        msgspec.structs.replace(a, used="set aside", why="It is of another day.")
        for a in view.weighing.accounts
        if a.what == "injured"
    )
    weighing = msgspec.structs.replace(quiet.weighing, accounts=(*quiet.weighing.accounts, *aside))
    dossier = build(msgspec.structs.replace(quiet, weighing=weighing))
    (plot,) = [p for p in blocks_of(dossier, Plot) if p.id == "figure-injured"]
    assert plot.silent
    assert (plot.minimum, plot.best, plot.maximum) == (None, None, None)
    figure = lx.document_fromstring(html(dossier)).get_element_by_id("figure-injured")
    assert figure.xpath("string(.//span[@class='big'])") == "none mentioned"
    assert figure.xpath("string(.//tr[@class='weighed']//span[contains(@class, 'st ')])") == "no origin"


def test_only_the_step_of_silence_makes_a_zero_silent(quiet: CaseView) -> None:
    none = quiet.weighing.figures["injured"]
    assert silent(none)
    assert range_words(none) == "none mentioned"
    claimed = msgspec.structs.replace(none, origins=1)
    assert not silent(claimed)
    assert range_words(claimed) == "0"
    assert not silent(msgspec.structs.replace(none, reasons=()))


def test_the_table_of_figures_says_that_no_origin_claims_the_zero(quiet: CaseView, tmp_path: Path) -> None:
    export(quiet, "figures-csv", tmp_path / "f.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "f.csv").read_text(encoding="utf-8"))))
    found = [r for r in rows if r["quantity"] == "injured" and r["use"] == "weighed, airwars"]
    assert [(r["low"], r["best"], r["high"], r["why"]) for r in found] == [
        ("0", "0", "0", "none mentioned; coded as 0, claimed by no origin")
    ]


def _limited(view: CaseView) -> PlotRow:
    return next(r for r in blocks_of(build(view), Plot)[0].rows if r.limited)


def test_what_raises_the_maximum_only_has_a_mark_and_a_legend_of_its_own(view: CaseView, tmp_path: Path) -> None:
    page = lx.document_fromstring(html(build(view)))
    row = page.xpath("//tr[@class='limited']")[0]
    assert len(row.xpath(".//*[@class='half']")) == 1
    assert row.xpath(".//*[@class='ring' or @class='dot' or @class='dot out']") == []
    assert row.xpath("string(td[@class='use'])") == "maximum only"
    (legend,) = page.xpath("//div[@class='legend']")
    words = {s.text_content().strip(): s for s in legend.xpath("span")}
    assert words["maximum only"].xpath(".//*[@class='half']")
    assert words["about"].xpath(".//*[@class='half']") == []
    assert words["does not count"].xpath(".//*[@class='dot out']")
    render(view, tmp_path / "r.md")
    assert "◍ may raise the maximum only" in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_the_legend_names_only_marks_that_are_drawn(view: CaseView) -> None:
    accounts = tuple(msgspec.structs.replace(a, used="counts") for a in view.weighing.accounts)
    plain = msgspec.structs.replace(view, weighing=msgspec.structs.replace(view.weighing, accounts=accounts))
    (legend,) = lx.document_fromstring(html(build(plain))).xpath("//div[@class='legend']")
    words = legend.text_content()
    assert "about" in words
    assert "maximum only" not in words
    assert "does not count" not in words


@pytest.mark.parametrize(
    ("mark", "low", "high"), [("exact", 5, 5), ("about", 5, 5), ("range", 2, 5), ("about", 2, 5), ("vague", 2, 5)]
)
def test_every_wording_bears_the_mark_of_maximum_only(view: CaseView, mark: str, low: float, high: float) -> None:
    row = msgspec.structs.replace(_limited(view), mark=mark, low=low, high=high)
    assert bar(row, 10, 21)[10] == "◍"
    assert "◍" not in bar(msgspec.structs.replace(row, limited=False), 10, 21)


def test_ranks_are_never_taken_for_scores(view: CaseView) -> None:
    ranks = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23]
    assert [rank_word(n, ranks) for n in ranks] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd",
    ]  # fmt: skip
    drawn = terminal(view, width=80, colour=False)
    assert "counts 1=   PARC 3rd" in drawn
    assert "counts, PARC: ranks, least inconsistent 1st, = a tie" in drawn
    caption = lx.document_fromstring(html(build(view))).xpath("string(//table[@class='scores']/caption)")
    assert "each with its rank: 1st, or 2= for a tie" in caption


def test_large_ticks_are_written_out(view: CaseView) -> None:
    plot = msgspec.structs.replace(blocks_of(build(view), Plot)[0], ticks=(0.0, 2_000_000.0), top=2_000_000.0)
    assert ruler(plot, 40).split() == ["0", "2,000,000"]


@pytest.mark.parametrize("fmt", ["csv", "figures-csv", "json", "jsonl", "ucdp", "acled", "ftm", "claimreview"])
def test_whole_numbers_are_written_whole(view: CaseView, tmp_path: Path, fmt: str) -> None:
    accounts = tuple(
        msgspec.structs.replace(a, low=None if a.low is None else float(a.low)) for a in view.weighing.accounts
    )
    floats = msgspec.structs.replace(view, weighing=msgspec.structs.replace(view.weighing, accounts=accounts))
    export(floats, fmt, tmp_path / "out")
    written = (tmp_path / "out").read_text(encoding="utf-8")
    assert len(written) > 100
    assert not re.findall(r"(?<![\w./-])-?\d+\.0(?![\d.])", written)


def test_the_written_case_is_read_back_the_same(view: CaseView, tmp_path: Path) -> None:
    export(view, "json", tmp_path / "out")
    assert msgspec.json.decode((tmp_path / "out").read_bytes(), type=CaseView) == view
