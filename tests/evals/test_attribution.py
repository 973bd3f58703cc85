"""The baselines of attribution, and labels that find their texts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from evals import attribution, readings

from sayso.records import Reading


def words(text: str, span: dict[str, int]) -> str:
    return text[span["start"] : span["end"]].strip()


def test_the_majority_reads_said_between_its_source_and_its_content() -> None:
    text = "The mayor said the bridge is closed. It was late, said Dorn."
    made = attribution.majority({"id": "a", "text": text})
    assert made["document"] == {"id": "a"}
    told = [(words(text, c["source"]), words(text, c["cue"]), words(text, c["content"][0])) for c in made["claims"]]
    assert told == [("The mayor", "said", "the bridge is closed."), ("It was late,", "said", "Dorn.")]


def test_the_majority_leaves_out_a_said_without_a_side() -> None:
    text = "The bridge is closed, police said. Said Dorn: no."
    assert attribution.majority({"id": "a", "text": text})["claims"] == []


def test_quotation_marks_make_claims() -> None:
    made = attribution.quotation({"id": "a", "text": "“The bridge is closed,” said Dorn."})
    assert [c["cue"]["text"] for c in made["claims"]] == ["said"]


def result(value: float) -> dict[str, float]:
    return {"p": value, "r": value, "f1": value, "gold": 1, "predicted": 1}


class Scorer:
    """Says that everything is right."""

    def attribution(self, gold: list[dict[str, Any]], _: list[dict[str, Any]]) -> dict[str, Any]:
        parts = {part: result(1.0) for part in ("source", "cue", "content")}
        return {"exact": parts, "overlap50": parts, attribution.CLAIM: result(float(gold[0]["right"])), "exact triple": result(1.0)}  # fmt: skip


def test_a_table_has_all_metrics_or_claims_alone() -> None:
    gold = [{"right": True}, {"right": False}]
    systems: dict[str, list[dict[str, Any]]] = {"a": [{}, {}], "b": [{}, {}]}
    whole = attribution.table("made-up", Scorer(), gold, systems)  # type: ignore[arg-type]
    assert [row.metric for row in whole if row.system == "a"] == [
        "exact source", "exact cue", "exact content", "overlap50 source", "overlap50 cue", "overlap50 content", "claim",
        "exact triple",
    ]  # fmt: skip
    claims = attribution.table("made-up", Scorer(), gold, systems, whole=False)  # type: ignore[arg-type]
    assert [(row.system, row.metric, row.value, row.n) for row in claims] == [
        ("a", "claim", 0.5, 2),
        ("b", "claim", 0.5, 2),
    ]


def test_labels_find_their_texts_in_their_own_order() -> None:
    texts: list[dict[str, Any]] = [{"id": "x", "text": "1"}, {"id": "z", "text": "3"}, {"id": "y", "text": "2"}]
    labels: list[dict[str, Any]] = [{"id": "y", "attributions": [1]}, {"id": "x", "attributions": []}]
    assert readings.with_texts(labels, texts) == [
        {"id": "y", "text": "2", "attributions": [1]},
        {"id": "x", "text": "1", "attributions": []},
    ]


def test_a_label_without_its_text_is_an_error() -> None:
    with pytest.raises(LookupError, match="no text for the labels of y"):
        readings.with_texts([{"id": "y", "attributions": []}], [{"id": "x", "text": "1"}])


def test_incident_reports_leave_out_a_set_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [{"set": name, "id": "x", "attributions": []} for name in readings.REPORTS]
    (tmp_path / "incident_attributions.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    monkeypatch.setattr(readings, "LABELS", tmp_path)
    (tmp_path / "gva").mkdir()
    with gzip.open(tmp_path / "gva" / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "x", "text": "1"}) + "\n")
    assert readings.incident_reports(tmp_path) == {"gva/dev": [{"id": "x", "text": "1", "attributions": []}]}


def test_a_reading_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def run(_: object, documents: Any, **__: object) -> Any:
        for document in documents:
            made.append(document.id)
            yield Reading(document=document)

    monkeypatch.setattr(readings, "run", run)
    monkeypatch.setattr(readings, "_made", {})
    first = readings.found("sayso", [{"id": "x", "text": "1"}])
    assert readings.found("sayso", [{"id": "x", "text": "1"}]) is first
    assert readings.found("plain reader", [{"id": "x", "text": "1"}]) is not first
    assert readings.found("sayso", [{"id": "x", "text": "2"}])[0]["document"]["text"] == "2"
    assert made == ["x", "x", "x"]


def test_the_labels_in_the_repository_are_whole() -> None:
    reports = list(readings.lines(readings.LABELS / "incident_attributions.jsonl"))
    assert {row["set"] for row in reports} == set(readings.REPORTS)
    assert all(a["cue"] and a["content"] for row in reports for a in row["attributions"])
    for row in readings.lines(readings.LABELS / "certainty.jsonl"):
        assert row["polarity"] in ("affirmed", "denied")
        assert {row["certainty"], row.get("alternative", "certain")} <= {"certain", "probable", "possible", "unknown"}
