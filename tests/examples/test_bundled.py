"""The bundled cases are what their pages say."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.explaining import parse_matrix, score

EXAMPLES = Path(__file__).parents[2] / "examples"
AL_TANF = EXAMPLES / "al-tanf-2017"
EXERCISE = EXAMPLES / "exercise"
REPORTS = sorted(AL_TANF.glob("[0-9]*.txt"))


def _header(path: Path) -> tuple[dict[str, str], str]:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), body


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_every_report_says_that_it_is_a_paraphrase_and_quotes_nobody(report: Path) -> None:
    head, body = _header(report)
    assert set(head) <= {"Outlet", "Title", "Published", "Note"}
    assert re.fullmatch(r"Paraphrase in our own words of what .+; not the (outlet|analysis)'s text\.", head["Note"])
    assert not re.search(r"[\"“”«»]", body), "a quotation mark puts words into somebody's mouth"
    if report.stem != "25-the-analysis":
        assert 1 <= len(re.findall(r"[.](?:\s|$)", body)) <= 6


def test_dates_stand_only_where_the_analysis_gives_them() -> None:
    dates = {path.stem: head["Published"] for path in REPORTS for head in [_header(path)[0]] if "Published" in head}
    assert dates == {"04-fars": "2017-05-17", "25-the-analysis": "2017-05-21"}


def test_who_is_named_in_the_analysis_has_a_report() -> None:
    text = " ".join(path.read_text(encoding="utf-8") for path in REPORTS)
    for name in (
        "US military", "Syrian Observatory for Human Rights", "DEBKAfile", "Fars News", "Al-Masdar News", "state media",
        "Gatilov", "Lavrov", "Qassemi", "Corsi", "Mattis", "Jamjoon", "Cernovich", "State Department", "Spicer",
        "Tillerson", "Haley", "Norway", "Operation Inherent Resolve", "Strela-10", "Shilka", "Deir ez-Zor",
    ):  # fmt: skip
        assert name in text, name


def test_the_matrix_weighs_eight_explanations_and_grades_nobody() -> None:
    matrix = parse_matrix((AL_TANF / "matrix.csv").read_text(encoding="utf-8"), "matrix.csv")
    assert len(matrix.hypotheses) == 8
    assert all(row.source and row.origin and row.grade is None for row in matrix.evidence)
    verdict = score(matrix)
    assert verdict.leaders == ("Keep Iran off the road",)


@pytest.mark.parametrize("case", ["al-tanf-2017", "exercise"])
def test_each_case_is_described_for_the_demo(case: str) -> None:
    about = json.loads((EXAMPLES / case / "case.json").read_text(encoding="utf-8"))
    assert set(about) == {"title", "note", "incident_date", "place"}


def _make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_exercise", EXERCISE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_binary_documents_are_those_that_the_script_writes(tmp_path: Path) -> None:
    make = _make()
    make.main(tmp_path)
    for name in make.DOCUMENTS:
        written, kept = (tmp_path / name).read_bytes(), (EXERCISE / name).read_bytes()
        if name.endswith(".gz"):
            # What a compressor makes of the same bytes may differ between machines.
            written, kept = gzip.decompress(written), gzip.decompress(kept)
        assert written == kept, name


def test_answers_name_every_document_once() -> None:
    answers: dict[str, Any] = json.loads((EXERCISE / "answers.json").read_text(encoding="utf-8"))
    named = [(document["name"], document["item"]) for document in answers["documents"]]
    assert len(named) == len(set(named)) == 17
    assert {name for name, _ in named} == {path.name for path in EXERCISE.glob("[0-9]*")}
    known = {f"{name}#{item}" for name, item in named}
    for document in answers["documents"]:
        assert document["of"] is None or document["of"] in known
        assert (document["of"] is None) == (document["relation"] in {"original", "independent"})
    for part in ("claims", "times", "explanations"):
        assert {entry["document"] for entry in answers[part]} <= known


def test_the_exercise_stays_in_its_invented_country() -> None:
    for path in EXERCISE.glob("[0-9]*"):
        if path.suffix in {".txt", ".html", ".mhtml", ".md", ".eml", ".rss", ".jsonl"}:
            hosts = re.findall(r"(?:https?://|@)([\w.-]+)", path.read_text(encoding="utf-8"))
            assert all(host.endswith(".example") for host in hosts), (path.name, hosts)


def test_the_exercise_matrix_comes_out_as_worked_by_hand() -> None:
    answers = json.loads((EXERCISE / "answers.json").read_text(encoding="utf-8"))["matrix"]
    text = (EXERCISE / "matrix.csv").read_text(encoding="utf-8")
    verdict = score(parse_matrix(text, "matrix.csv"), "counts")
    assert [h.scores["counts"] for h in verdict.hypotheses] == answers["counts"]
    assert list(verdict.leaders) == answers["leaders_by_counts"]
    official = next(part for part in verdict.without if (part.kind, part.name) == ("source", "Crisis Desk"))
    assert official.leaders == ("Error of aim", "Drive people away")
    rows = list(csv.reader(text.splitlines()))
    apart = "\n".join(",".join(row[:-1]) for row in rows)
    verdict = score(parse_matrix(apart, "matrix.csv"), "counts")
    assert [h.scores["counts"] for h in verdict.hypotheses] == answers["counts_if_every_row_counted"]
