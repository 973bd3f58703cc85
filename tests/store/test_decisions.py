"""What people decide stays, whoever runs what afterwards, and can be undone as often as there is something to undo."""

from __future__ import annotations

from typing import Any, cast

import pytest

from sayso.errors import UsageError
from sayso.store import CaseStore


def test_a_decision_says_who_and_when(case: CaseStore) -> None:
    made = case.decide("grade", "Quell Gazette", "B2")
    assert (made.id, made.who, made.kind, made.subject, made.value) == (1, "Ada", "grade", "Quell Gazette", "B2")
    assert made.when.startswith("2031-04-06T08:00:")
    assert case.decide("rating", "e1", {"h1": "CC", "h2": None}, who="Ben").who == "Ben"
    assert [one.value for one in case.decisions()] == ["B2", {"h1": "CC", "h2": None}]


def test_undoing_goes_back_step_by_step_and_deletes_nothing(case: CaseStore) -> None:
    for value in ("A1", "B2", "C3"):
        case.decide("grade", "Quell Gazette", value)
    undone = case.undo("Ben")
    assert undone is not None
    assert (undone.value, undone.undone) == ("C3", True)
    case.decide("grade", "Quell Gazette", "D4")
    assert [one.value for one in (case.undo(), case.undo(), case.undo()) if one] == ["D4", "B2", "A1"]
    assert case.undo() is None
    assert case.decisions() == []
    assert [(one.value, one.undone) for one in case.decisions(active_only=False)] == [
        ("A1", True),
        ("B2", True),
        ("C3", True),
        ("D4", True),
    ]
    assert [finding for finding in case.verify() if not finding.ok] == []
    assert [row["details"]["who"] for row in case.custody() if row["event"] == "undone"] == ["Ben", "Ada", "Ada", "Ada"]


def test_decisions_that_cannot_be_are_refused(case: CaseStore) -> None:
    with pytest.raises(UsageError, match="no decision of the kind"):
        case.decide(cast("Any", "whim"), "x", 1)
    with pytest.raises(UsageError, match="JSON"):
        case.decide("grade", "x", object())
    assert case.decisions() == []


def test_null_is_a_value(case: CaseStore) -> None:
    case.decide("origin", "doc-1", None)
    assert case.decisions()[0].value is None
    assert [finding for finding in case.verify() if not finding.ok] == []
