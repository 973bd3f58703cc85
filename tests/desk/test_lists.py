"""Lists in the terminal: every width, both bundled cases, the words that people need."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from sayso.desk.boards import board, hypotheses
from sayso.desk.graded import ROWS
from sayso.desk.lists import columns, labels, quoted
from sayso.records import CaseView
from sayso.workbench import Case, build_demo
from sayso.workbench.lines import paint


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CaseView]:
    folder = tmp_path_factory.mktemp("lists")
    found = {}
    for name in ("exercise", "al-tanf-2017"):
        list(build_demo(folder, name=name))
        with Case.open(folder / name) as case:
            found[name] = case.view()
    return found


def text_of(view: CaseView, part: str, width: int = 80) -> str:
    return paint(ROWS[part](view, width), width, colour=False)


@pytest.mark.parametrize("name", ["exercise", "al-tanf-2017"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(views: dict[str, CaseView], name: str, width: int) -> None:
    view = views[name]
    for part in ROWS:
        for line in text_of(view, part, width).splitlines():
            assert cell_len(line) <= width, part
            assert "\x1b" not in line
    assert view.verdict is not None
    drawn = [*board(view.verdict, width), *hypotheses(view.matrix, view.verdict, (), view.readings, width)]
    assert max(map(cell_len, paint(drawn, width, colour=False).splitlines())) <= width
    if width >= 60:
        assert max(sum(cell_len(text) for text, _ in parts) for parts in drawn) <= width  # nothing had to be cut


def test_documents_are_called_by_their_files(views: dict[str, CaseView]) -> None:
    view = views["exercise"]
    names = list(labels(view).values())
    assert len(set(names)) == len(names) == 17
    assert {"01-velmara-wire.txt", "09-radio-keppel.rss #2", "10-crisis-desk.jsonl crisis-desk-3"} <= set(names)
    shown = text_of(view, "documents")
    assert "kept but not read: It is in Arabic" in shown
    assert not any(r.document.id in shown for r in view.readings if r.document.id.startswith("d-"))


def test_origins_stand_in_groups_with_the_reason(views: dict[str, CaseView]) -> None:
    shown = text_of(views["exercise"], "origins")
    first = shown.split("\n\n")[1]
    assert first.startswith("1. Velmara Wire")
    assert "02-quenthal-courier.html: reprint of 01-velmara-wire.txt" in first
    assert "stand word for word in the other." in first
    assert "05-the-lantern.html: cites 06-dorrin-rights-monitor.docx" in shown


def test_every_source_stands_whole_because_people_type_it_again(views: dict[str, CaseView]) -> None:
    for view in views.values():
        shown = " ".join(text_of(view, "sources", 60).split())
        for source in view.sources:
            assert " ".join(source.name.split()) in shown.replace("\u2068", "").replace("\u2069", "")


def test_what_the_record_supports_stands_beside_the_grade(views: dict[str, CaseView]) -> None:
    shown = text_of(views["exercise"], "sources")
    assert "proposed" in shown.splitlines()[0]
    assert "Fewer than 3 can be compared: it cannot be judged." in shown
    claims = " ".join(text_of(views["exercise"], "claims").split())
    # Fourteen, by the monitor, against eleven (the hospital, the radio) and eight to ten (an official).
    assert "credibility 5 proposed: No other origin agrees, 3 origins contradict it, 2 of them alike." in claims
    assert "credibility 6" not in claims  # nothing to say is not said
    figures = " ".join(text_of(views["exercise"], "figures").split())
    monitor = figures[figures.index("Dorrin Rights Monitor") :]
    assert monitor[: monitor.index("credibility")].endswith("06-dorrin-rights-monitor.docx and 1 more ")
    assert "credibility 6" not in figures


def test_the_record_of_an_outlet_that_others_quote_is_told_once(views: dict[str, CaseView]) -> None:
    view = views["exercise"]
    quoted_too = [replace(s, kind="speaker") for s in view.sources if s.proposed is not None]
    assert quoted_too
    doubled = replace(view, sources=(*view.sources, *quoted_too))
    heads = [line for line in text_of(doubled, "sources").splitlines() if ": proposed " in line]
    assert heads == [line for line in text_of(view, "sources").splitlines() if ": proposed " in line]


def test_who_cannot_be_compared_is_named_in_one_sentence(views: dict[str, CaseView]) -> None:
    view = views["exercise"]
    shown = " ".join(text_of(view, "sources").split())
    silent = [s for s in view.sources if s.proposed is not None and not s.proposed.compared]
    last = shown[shown.index("for want of figures by others to compare with:") :]
    assert silent
    assert all(s.name in last.replace("\u2068", "").replace("\u2069", "") for s in silent)


def test_the_same_sentence_of_several_documents_stands_once(views: dict[str, CaseView]) -> None:
    shown = " ".join(text_of(views["exercise"], "timeline").split())
    assert shown.count("an armed group that has fought the government of Velmara since 2015.") == 1


def test_columns_give_a_long_name_its_own_line() -> None:
    rows = [("short", "1"), ("a name that is far too long for this", "22")]
    drawn = paint(columns(("who", "n"), rows, 20), 20, colour=False).splitlines()
    assert drawn[2:4] == ["a name that is far", "too long for this"]
    assert [line.split() for line in (drawn[1], drawn[4])] == [["short", "1"], ["22"]]


def test_quotation_marks_are_not_doubled() -> None:
    assert quoted("“Nine died,”") == "“Nine died,”"
    assert quoted("nine\n died") == "“nine died”"


def test_actors_meet_and_what_is_said_of_them_has_a_voice(views: dict[str, CaseView]) -> None:
    shown = text_of(views["al-tanf-2017"], "actors", 100)
    assert "part of Popular Mobilization Forces, says Al-Masdar News" in shown
    assert "trained by Hezbollah, says Al-Masdar News" in shown
    assert "also written Syrian armed forces, Syrian army and Syrian government troops" in shown
    assert "also written Trump" in shown
    names = [a.name for a in views["al-tanf-2017"].actors]
    assert len(names) == len(set(names))
    assert not {"Strela-10", "al-Tanf", "al-", "Fort Hale"} & {*names, *(a.name for a in views["exercise"].actors)}
