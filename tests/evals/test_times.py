"""The measuring of times, on made-up cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from evals import time_cases, times

REFERENCE = "2031-03-09T00:00:00"


def case(text: str, *results: dict[str, Any]) -> dict[str, Any]:
    return {"Input": text, "Context": {"ReferenceDateTime": REFERENCE}, "Results": list(results)}


def result(text: str, words: str, timex: str | None = None, past: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"Text": words, "Start": text.index(words), "Length": len(words)}
    if timex:
        sides = {"PastResolution": {"date": past}, "FutureResolution": {"date": past}} if past else {}
        found["Value"] = {"Timex": timex, **sides}
    return found


PASSED = [
    ("It fell on 3 March 2031.", "on 3 March 2031", "2031-03-03", None),
    ("It fell on 3 March.", "3 March", "XXXX-03-03", "2031-03-03"),
    ("It fell on 3 March.", "3 March", None, None),
    ("It ran from 3 to 5 March.", "from 3 to 5 March", "(XXXX-03-03,XXXX-03-05,P2D)", "2031-03-03"),
    ("It ran for three days.", "three days", "P3D", None),
    ("It fell at 5 p.m. there.", "at 5 p.m.", "T17", None),
    ("It fell two weeks ago.", "two weeks ago", "2031-02-23", "2031-02-23"),
]  # fmt: skip
FAILED = [
    ("It fell on 3 March 2031.", "3 March 2031", "2031-03-04", None),
    ("It fell on 3 March 2031.", "3 March", None, None),
    ("It ran for three days.", "three days", "P4D", None),
    ("It fell two weeks ago.", "two weeks ago", "2031-02-16", "2031-02-16"),
]


@pytest.mark.parametrize(("text", "words", "timex", "past"), PASSED)
def test_cases_that_pass(text: str, words: str, timex: str | None, past: str | None) -> None:
    assert time_cases.passes(case(text, result(text, words, timex, past)))


@pytest.mark.parametrize(("text", "words", "timex", "past"), FAILED)
def test_cases_that_fail(text: str, words: str, timex: str | None, past: str | None) -> None:
    assert not time_cases.passes(case(text, result(text, words, timex, past)))


def test_what_else_is_found_fails_a_case() -> None:
    assert time_cases.passes(case("Nothing fell."))
    assert not time_cases.passes(case("It fell on 3 March 2031."))


def test_the_part_kept_aside_is_fixed_by_name() -> None:
    names = [f"document-{n}" for n in range(600)]
    kept = [n for n in names if times.aside(n)]
    assert kept == [n for n in names if times.aside(n)]
    assert 150 < len(kept) < 250


ARTICLE = """<Document doc_id="1"><token sentence="0" t_id="1">Mill</token><token sentence="0" t_id="2">burns</token>
<token sentence="1" t_id="3">March</token><token sentence="1" t_id="4">9</token><token sentence="1" t_id="5">,</token>
<token sentence="1" t_id="6">2031</token><token sentence="2" t_id="7">It</token><token sentence="2" t_id="8">burned</token>
<token sentence="2" t_id="9">yesterday</token><token sentence="2" t_id="10">.</token><Markables>
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2031-03-09"><token_anchor t_id="3"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2031-03-08"><token_anchor t_id="9"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2030"/></Markables></Document>"""


def test_articles_are_put_together_from_their_tokens(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(ARTICLE, encoding="utf8")
    (row,) = times.wikinews(tmp_path)
    assert row["text"] == "Mill burns\n\nMarch 9, 2031\n\nIt burned yesterday."
    assert row["published"] == "2031-03-09"
    assert [row["text"][start:end] for start, end, *_ in row["times"]] == ["yesterday"]
    assert all(not start <= row["text"].index("March") < end for start, end in row["marked"])
