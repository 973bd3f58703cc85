from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len
from tests.reporting.hostile import hostile_case
from tests.reporting.landing import landing_case

from sayso import Case
from sayso.records import CaseView, Weighing
from sayso.reporting import terminal
from sayso.reporting.cells import fit, pad, wrap
from sayso.reporting.figures import scale

GOLDEN = Path(__file__).with_name("golden-80.txt")


def test_eighty_columns_are_as_they_were_agreed(view: CaseView) -> None:
    assert terminal(view, width=80, colour=False) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 59, 60, 72, 80, 81, 100, 132, 200])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    for case in (landing_case(), hostile_case()):
        drawn = re.sub("\x1b\\[[0-9;]*m", "", terminal(case, width=width, colour=colour))
        assert max(cell_len(line) for line in drawn.splitlines()) <= width


def test_wide_characters_are_measured(view: CaseView) -> None:
    wide = msgspec.structs.replace(view, title="渡口炮击事件" * 20, note="虚构")
    lines = terminal(wide, width=80, colour=False).splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    assert "渡口" in lines[0]


def test_colour_is_only_used_when_asked_for(view: CaseView) -> None:
    plain = terminal(view, width=80, colour=False)
    painted = terminal(view, width=80, colour=True)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain
    assert painted != plain


def test_escape_sequences_of_documents_do_not_reach_the_terminal() -> None:
    drawn = terminal(hostile_case(), width=100, colour=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", drawn)


def test_right_to_left_words_are_isolated(view: CaseView) -> None:
    drawn = terminal(view, width=80, colour=False)
    assert "\u2068لواء المنارة\u2069" in drawn
    assert drawn.count("\u2068") == drawn.count("\u2069")


def test_an_empty_case_still_says_something(view: CaseView) -> None:
    empty = msgspec.structs.replace(
        view,
        readings=(),
        copies=(),
        refused=(),
        incidents=(),
        weighing=Weighing(figures={}, accounts=()),
        other_rules={},
        statements=(),
        actors=(),
        sources=(),
        timeline=(),
        matrix=None,
        verdict=None,
        decisions=(),
        without_each={},
        origins=msgspec.structs.replace(view.origins, documents=(), origins=()),
    )
    drawn = terminal(empty, width=80, colour=False)
    assert "date and place unknown" in drawn
    assert "0 documents" in drawn
    assert "Next" in drawn


@pytest.mark.parametrize("text", ["a b c", "渡口渡口 渡口", "x" * 50, "one " * 30, ""])
@pytest.mark.parametrize("width", [3, 7, 20])
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(("text", "width"), [("渡口渡口", 3), ("abcdef", 4), ("", 2), ("渡", 1)])
def test_cut_and_filled_text_has_the_width_asked_for(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(text, width)) == width


@pytest.mark.parametrize("most", [0, 1, 2, 7, 8, 24, 31, 99, 100, 3000, 150_000, 0.5])
def test_scales_are_round_and_hold_their_values(most: float) -> None:
    top, ticks = scale([most, None])
    assert top >= most
    assert ticks[0] == 0
    assert ticks[-1] == top
    assert 2 <= len(ticks) <= 9


def test_distances_that_are_not_shown_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Published: 2031-03-01\n\nThree people were killed in Sarn, the mayor said. The mill is 20 kilometres from the"
        " coast and 35 kilometres from Orm. The depot stands 7 kilometres away and the camp 12 kilometres away. Damage of $3 million was reported.\n",
        encoding="utf-8",
    )
    with Case.new(tmp_path / "case") as case:
        list(case.add([str(tmp_path / "a.txt")]))
        drawn = " ".join(terminal(case.view(), width=80, colour=False).split())
    assert "given besides: distance, 20 kilometres" in drawn
    assert "1 more in the report" in drawn
