"""Which claim answers which attribution, and how its faults are named and counted."""

from __future__ import annotations

from typing import Any

import pytest
from evals.pairs import Marked, attributed, faults, inside, marked, matched, mistakes, overlap, report, trimmed

TEXT = 'Mayor Ilsa Dorn said the bridge is closed. Police denied "any shooting" there.'


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def mark(source: str, cue: str, *content: str, score: float = 1.0) -> Marked:
    def spans(*parts: str) -> list[tuple[int, int]]:
        return [at(p) for p in parts if p]

    return Marked(spans(source), spans(cue), spans(*content), score)


MAYOR = mark("Mayor Ilsa Dorn", "said", "the bridge is closed")
POLICE = mark("Police", "denied", "any shooting")


def test_spans_of_gold_and_of_readings_are_trimmed_alike() -> None:
    start, end = at('"any shooting" there.')
    assert trimmed(TEXT, [[start, end]]) == [at('any shooting" there')]
    assert trimmed(TEXT, {"start": start, "end": end}) == trimmed(TEXT, [{"start": start, "end": end}])
    assert trimmed(TEXT, None) == trimmed(TEXT, [[start, start + 1]]) == []


def test_parts_that_are_missing_are_empty_and_the_score_is_kept() -> None:
    row: dict[str, Any] = {"source": None, "cue": {"start": 16, "end": 20}, "content": [[21, 41]], "score": 0.25}
    assert marked(TEXT, [row]) == [Marked([], [(16, 20)], [(21, 41)], 0.25)]


def test_the_outlets_own_voice_is_no_attribution() -> None:
    own = {"source": None, "cue": None, "content": [{"start": 0, "end": 4}]}
    told = own | {"cue": {"start": 16, "end": 20}}
    assert attributed(TEXT, [own, told]) == [told]


def test_overlap_is_shared_over_both() -> None:
    assert overlap({1, 2, 3}, {2, 3, 4}) == 0.5
    assert overlap({1}, {2}) == overlap(set(), set()) == 0.0


def test_half_the_content_and_a_source_that_meets_are_right() -> None:
    assert matched([MAYOR, POLICE], [POLICE, mark("Dorn", "said", "bridge is closed")]) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    "found",
    [
        mark("Mayor Ilsa Dorn", "said", "closed"),
        mark("Police", "said", "the bridge is closed"),
        mark("", "said", "the bridge is closed"),
    ],
    ids=["too little content", "another source", "no source"],
)
def test_otherwise_a_claim_is_not_right(found: Marked) -> None:
    assert matched([MAYOR], [found]) == []


def test_just_half_the_content_is_enough() -> None:
    assert matched([MAYOR], [mark("Mayor Ilsa Dorn", "said", "the bridge")]) == [(0, 0)]
    assert matched([MAYOR], [mark("Mayor Ilsa Dorn", "said", "the bridg")]) == []


def test_two_without_a_source_agree() -> None:
    bare = mark("", "said", "the bridge is closed")
    assert matched([bare], [bare]) == [(0, 0)]


def test_a_claim_answers_one_attribution_and_the_first_of_equals_is_taken() -> None:
    assert matched([MAYOR, MAYOR], [MAYOR]) == [(0, 0)]
    assert matched([MAYOR], [MAYOR, MAYOR]) == [(0, 0)]


@pytest.mark.parametrize(
    ("found", "named"),
    [
        (MAYOR, []),
        (mark("Dorn", "said", "the bridge is closed"), ["source boundary"]),
        (mark("Police", "said", "the bridge is closed"), ["wrong source"]),
        (mark("", "said", "the bridge is closed"), ["source missing"]),
        (mark("Mayor Ilsa Dorn", "said the", "the bridge is closed"), ["cue boundary"]),
        (mark("Mayor Ilsa Dorn", "denied", "the bridge is closed"), ["another cue"]),
        (mark("Mayor Ilsa Dorn", "said", "the bridge is"), ["content's end"]),
        (mark("Mayor Ilsa Dorn", "said", "bridge is closed"), ["content's start"]),
        (mark("Mayor Ilsa Dorn", "said", "bridge is"), ["content's start and end"]),
        (mark("Mayor Ilsa Dorn", "said", "the bridge", "closed"), ["content's pieces"]),
        (mark("Mayor Ilsa Dorn", "said", "any shooting"), ["content elsewhere"]),
        (mark("Dorn", "said", "bridge is closed"), ["source boundary", "content's start"]),
    ],
)
def test_each_fault_has_its_name(found: Marked, named: list[str]) -> None:
    assert faults(MAYOR, found) == named


def test_a_source_too_many() -> None:
    bare = mark("", "said", "the bridge is closed")
    assert faults(bare, MAYOR) == ["source where there is none"]


def test_inside_is_a_cue_in_anothers_content() -> None:
    outer = mark("Mayor Ilsa Dorn", "said", TEXT[21:])
    assert inside([outer, POLICE]) == [False, True]
    assert inside([MAYOR, POLICE]) == [False, False]


def test_mistakes_are_counted_once_each() -> None:
    found = [mark("Dorn", "said", "the bridge is"), mark("Ilsa", "closed", "there")]
    count = mistakes([MAYOR, POLICE], found)
    assert count["gold", "in all"] == count["claims", "in all"] == 2
    assert count["paired", "in all"] == count["right", "in all"] == 1
    assert count["content's end", "in all"] == count["source boundary", "in all"] == 1
    assert count["content's end", "alone"] == count["content's end", "lost"] == 0
    assert count["missed attribution", "in all"] == count["spurious", "in all"] == 1


def test_a_claim_that_is_lost_is_paired_by_its_words_of_saying() -> None:
    count = mistakes([MAYOR], [mark("Mayor Ilsa Dorn", "said", "closed")])
    assert count["missed attribution", "in all"] == count["spurious", "in all"] == 0
    assert count["content's start", "alone"] == count["content's start", "lost"] == 1


def test_spurious_inside_another_is_told_apart() -> None:
    outer = mark("Mayor Ilsa Dorn", "said", TEXT[21:])
    count = mistakes([outer], [outer, mark("Police", "denied", "there")])
    assert count["all exact", "in all"] == 1
    assert count["spurious", "nested"] == count["spurious", "in all"] == 1


def test_the_report_is_comment_lines_with_every_class() -> None:
    lines = report("made-up", mistakes([MAYOR, POLICE], [mark("Dorn", "said", "the bridge is closed")]))
    assert all(line.startswith("#") for line in lines)
    assert lines[0] == "# made-up: 2 gold, 1 claims, 1 paired, 1 right, 0 all exact"
    assert [" ".join(line.split()) for line in lines[1:]] == [
        "# missed attribution 1 inside another's content 0",
        "# spurious 0 inside another's content 0",
        "# source boundary 1 alone 1, claim lost 0",
    ]
