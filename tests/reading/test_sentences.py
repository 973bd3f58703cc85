from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.reading.sentences import split


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        ("Dr. Baro met Gen. Denn at 5 p.m. on Jan. 5.", ["Dr. Baro met Gen. Denn at 5 p.m. on Jan. 5."]),
        (
            "It flew from the U.S. base. The U.S. Army said so.",
            ["It flew from the U.S. base.", "The U.S. Army said so."],
        ),
        ("He left at 5 p.m. The port was shut.", ["He left at 5 p.m.", "The port was shut."]),
        ("It began at 4 a.m. Monday in Zan. Police came.", ["It began at 4 a.m. Monday in Zan.", "Police came."]),
        ("J. R. Baro spoke. So did K. Denn.", ["J. R. Baro spoke.", "So did K. Denn."]),
        ("See No. 5 on the list. No. He will not.", ["See No. 5 on the list.", "No.", "He will not."]),
        ("“It was empty.” The mayor left.", ["“It was empty.”", "The mayor left."]),
        ("“Why now?” he asked. Nobody answered.", ["“Why now?” he asked.", "Nobody answered."]),
        ("“Was it empty?” Mayor Baro asked. It was.", ["“Was it empty?” Mayor Baro asked.", "It was."]),
        ("They waited… The ferry came.", ["They waited…", "The ferry came."]),
        ("They will… not come.", ["They will… not come."]),
        ("Wait! Stop... Go.", ["Wait!", "Stop...", "Go."]),
        ("The toll was 3.5 million. It grew.", ["The toll was 3.5 million.", "It grew."]),
        (
            "ZANPORT, Jan 5 (Harbour Wire) - A ferry sank. It was old.",
            ["ZANPORT, Jan 5 (Harbour Wire) - A ferry sank.", "It was old."],
        ),
        ("Inc. and Co. Ltd. were named. It ended.", ["Inc. and Co. Ltd. were named.", "It ended."]),
    ],
)
def test_full_stops(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The jets left.1 Reports vary.", ["The jets left.1", "Reports vary."]),
        ("He spoke of “Zan.”12 Others did not.", ["He spoke of “Zan.”12", "Others did not."]),
        ("It was taken.[3] Then it was lost.[4][5]", ["It was taken.[3]", "Then it was lost.[4][5]"]),
        ("It came in 1991.23 More followed.", ["It came in 1991.23 More followed."]),  # a number, as far as can be told
    ],
)
def test_footnotes_stay_with_the_sentence_before(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry sinks off Zanport\n\nA ferry sank.", ["Ferry sinks off Zanport", "A ferry sank."]),
        ("Ferry sinks\nA ferry sank on Monday.", ["Ferry sinks", "A ferry sank on Monday."]),
        ("The ferry sank off the\ncoast of Freland.", ["The ferry sank off the\ncoast of Freland."]),
        (
            "The ferry that left the port of Zan on Monday morning with forty men on\nBoard the Star was old.",
            ["The ferry that left the port of Zan on Monday morning with forty men on\nBoard the Star was old."],
        ),
        ("Seen:\n- two tanks\n- one truck", ["Seen:", "- two tanks", "- one truck"]),
        ("1. The convoy left.\n2. It came back.", ["1. The convoy left.", "2. It came back."]),
        ("One line\r\n\r\nTwo", ["One line", "Two"]),
        ("We held. … We stayed.", ["We held.", "… We stayed."]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_no_text_has_no_sentences() -> None:
    assert split("") == ()
    assert split(" \n\t\u2003\n") == ()


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                [".", "!", "…", "”", '"', "'", "\n", "\r\n", "\u2028", "\x1c", " ", "\xa0", "A", "b", "12", "[3]", "Dr.", "U.S.",
                 "said", "- ", "1. ", "。", "\u200f", "\ud7ff", "é", "مرحبا", "İ", "ß"]
            ),
            max_size=60,
        ).map("".join),
    )
)  # fmt: skip
@example("\ud800. A\udfff")
@example("A.\x85B")
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = split(text)
    covered = [k for start, end in spans for k in range(start, end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert {k for k, c in enumerate(text) if not c.isspace()} <= set(covered)
    for start, end in spans:
        assert text[start:end].strip() == text[start:end] != ""


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "." * 300_000, ".a" * 150_000, '"' * 200_000, ".'" * 200_000, "\n" * 300_000, " \n" * 200_000, "A. " * 100_000],
    ids=["letters", "stops", "stop-letter", "quotes", "stop-quote", "lines", "blank-lines", "initials"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    split(text)
    assert time.process_time() - began < 5
