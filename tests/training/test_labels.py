"""Our own labels are whole: every span lies in its text and says something; no report is both taught and measured."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "training" / "reader" / "labels"
CERTAINTIES = {"certain", "probable", "possible", "unknown"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def spans(attribution: dict[str, Any]) -> list[tuple[int, int]]:
    return [(s, e) for part in ("source", "cue", "content") for s, e in attribution[part]]


@pytest.mark.parametrize(
    "path", [LABELS / "incidents.jsonl", LABELS / "made-up.jsonl", ROOT / "evals/labels/incident_attributions.jsonl"]
)
def test_attributions_are_whole(path: Path) -> None:
    for row in rows(path):
        for attribution in row["attributions"]:
            assert attribution["cue"], row["id"]
            assert attribution["content"], row["id"]
            assert all(start < end for start, end in spans(attribution)), row["id"]
            taken = [at for s, e in spans(attribution) for at in range(s, e)]
            assert len(taken) == len(set(taken)), (row["id"], attribution)
            assert attribution["certainty"] in CERTAINTIES
            assert attribution["polarity"] in {"affirmed", "denied"}


def test_made_up_spans_hold_words() -> None:
    made = rows(LABELS / "made-up.jsonl")
    assert len(made) > 200
    for row in made:
        text = row["text"]
        for attribution in row["attributions"]:
            for start, end in spans(attribution):
                assert text[start:end].strip(), row["id"]
                assert text[start:end] == text[start:end].strip(), row["id"]
        for start, end, _ in row["names"]:
            assert text[start:end].strip(), row["id"]


def test_texts_of_others_are_not_kept() -> None:
    for path in (LABELS / "incidents.jsonl", *(ROOT / "evals" / "labels").glob("*.jsonl")):
        assert all("text" not in row for row in rows(path)), path


def test_no_report_is_taught_and_measured() -> None:
    taught = {(r["set"], r["id"]) for r in rows(LABELS / "incidents.jsonl")}
    measured = {(r["set"], r["id"]) for r in rows(ROOT / "evals/labels/incident_attributions.jsonl")}
    assert len(measured) == 40
    assert not taught & measured
