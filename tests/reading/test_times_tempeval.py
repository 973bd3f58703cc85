"""The floor on public data; skipped where the data is not there."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from sayso.reading.times import find_times

SHARED = Path(__file__).resolve().parents[3] / "shared"


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not (SHARED / "score.py").exists() or not (SHARED / "data" / "tempeval3").exists(),
    reason="the public data of tempeval3 is not beside this checkout",
)
def test_every_fourth_document_of_tempeval3() -> None:
    score = _scorer()
    gold = [score.tml(p) for p in sorted((SHARED / "data" / "tempeval3").rglob("*.tml"))[::4]]
    got = [
        {
            "document": {"id": g["id"]},
            "times": [
                {"start": t.start, "end": t.end, "value": t.value} for t in find_times(g["text"], g["published"])
            ],
        }
        for g in gold
    ]
    result = score.times(gold, got)
    assert len(gold) == 64
    assert result["strict"]["f1"] >= 0.85
    assert result["value_f1"] >= 0.77
