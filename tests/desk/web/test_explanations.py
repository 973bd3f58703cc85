"""What people make of explanations over time, over the API: links, predictions, the look back, and sensitive names."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient
from tests.desk.web.conftest import Page

FUEL, CHANCE = "Fuel was stored there", "It was an accident"


def rated(page: Page) -> None:
    page.decide({"do": "hypothesis", "name": FUEL}, {"do": "hypothesis", "name": CHANCE})
    page.decide(
        {"do": "rate", "evidence": "It burned for days", "hypothesis": FUEL, "rating": "CC"},
        {"do": "rate", "evidence": "It burned for days", "hypothesis": CHANCE, "rating": "I"},
    )


def board(page: Page) -> Any:
    return page.get("/api/hypotheses")


def test_explanations_are_tied_and_untied(page: Page) -> None:
    rated(page)
    page.decide({"do": "link_hypotheses", "first": FUEL, "second": CHANCE, "kind": "overlaps"})
    told = board(page)
    assert told["matrix"]["links"] == [{"first": FUEL, "second": CHANCE, "kind": "overlaps"}]
    assert told["verdict"]["groups"][0]["names"] == [FUEL, CHANCE]
    page.decide({"do": "link_hypotheses", "first": CHANCE, "second": FUEL, "kind": "none"})
    assert board(page)["matrix"]["links"] == []
    page.post("/api/undo")
    assert len(board(page)["matrix"]["links"]) == 1
    says = page.get("/api/history")["decisions"][0]["says"]
    assert says == f"Ann tied “{CHANCE}” to “{FUEL}” as none, since undone."


def test_analysts_stand_side_by_side(client: TestClient[Any], page: Page) -> None:
    rated(page)
    assert board(page)["panel"] is None
    Page(client, "Ben").decide({"do": "rate", "evidence": "It burned for days", "hypothesis": FUEL, "rating": "II"})
    panel = board(page)["panel"]
    assert [(a["analyst"], a["rated"]) for a in panel["analysts"]] == [("Ann", 2), ("Ben", 1)]
    assert panel["cells"][0]["ratings"] == {"Ann": "CC", "Ben": "II"}
    assert panel["cells"][0]["spread"] == 4
    assert abs(sum(panel["pooled"]) - 1) < 1e-9


def test_a_prediction_is_written_down_settled_and_scored(page: Page) -> None:
    rated(page)
    act = {"do": "indicator", "says": "Invoices turn up", "by": "2031-06-30", "ratings": {FUEL: "CC", CHANCE: "N"}}
    page.decide(act)
    (open_,) = board(page)["indicators"]
    assert (open_["state"], open_["by"], open_["who"], open_["brier"]) == ("open", "2031-06-30", "Ann", None)
    assert 0 < open_["probability"] < 1, "what the matrix implies"
    rows = len(board(page)["matrix"]["evidence"])
    page.decide(
        {"do": "settle", "says": "Invoices turn up", "state": "did not happen", "on": "2031-07-01", "note": "x"}
    )
    told = board(page)
    (settled,) = told["indicators"]
    assert (settled["state"], settled["resolved"], settled["note"]) == ("did not happen", "2031-07-01", "x")
    assert settled["brier"] == round(open_["probability"] ** 2, 6)
    assert len(told["matrix"]["evidence"]) == rows + 1, "what did not happen is evidence"
    says = [d["says"] for d in page.get("/api/history", limit=2)["decisions"]]
    assert says == ["Ann settled “Invoices turn up”: did not happen.", "Ann foretold “Invoices turn up”."]
    page.post("/api/undo")
    assert board(page)["indicators"] == [open_]


def test_what_turned_out_true_is_held_against_what_was_believed(page: Page) -> None:
    rated(page)
    believed = {h["name"]: h["probability"] for h in board(page)["verdict"]["hypotheses"]}
    page.decide({"do": "outcome", "true": [CHANCE], "note": "Inquiry of 2033"})
    seen = board(page)["post_mortem"]
    assert (seen["true"], seen["note"], seen["who"], seen["led"]) == ([CHANCE], "Inquiry of 2033", "Ann", False)
    assert seen["probabilities"] == believed
    assert [row["evidence"] for row in seen["misled"]] == ["It burned for days"]
    assert seen["brier"] > seen["even"]
    page.post("/api/undo")
    assert board(page)["post_mortem"] is None


def test_two_people_cannot_both_close_a_case_unseen(client: TestClient[Any], page: Page) -> None:
    rated(page)
    ben = Page(client, "Ben")
    page.decide({"do": "outcome", "true": [CHANCE]})
    status, told = ben.post("/api/decisions", decisions=[{"do": "outcome", "true": [FUEL]}])
    assert (status, [c["who"] for c in told["conflicts"]]) == (409, ["Ann"])


def test_links_of_other_pairs_do_not_clash(client: TestClient[Any], page: Page) -> None:
    rated(page)
    page.decide({"do": "hypothesis", "name": "A third"})
    ben = Page(client, "Ben")
    page.decide({"do": "link_hypotheses", "first": FUEL, "second": CHANCE, "kind": "overlaps"})
    act = {"do": "link_hypotheses", "first": FUEL, "second": "A third", "kind": "variant"}
    assert ben.post("/api/decisions", decisions=[act])[0] == 200
    eve = Page(client, "Eve")
    page.version = ben.version
    page.decide({"do": "link_hypotheses", "first": FUEL, "second": CHANCE, "kind": "none"})
    again = {"do": "link_hypotheses", "first": CHANCE, "second": FUEL, "kind": "variant"}
    assert eve.post("/api/decisions", decisions=[again])[0] == 409


def test_senseless_predictions_are_refused_with_a_sentence(page: Page) -> None:
    rated(page)
    for act in (
        {"do": "indicator", "says": "x", "by": "some day", "ratings": {FUEL: "CC"}},
        {"do": "indicator", "says": "x", "by": "2031-06-30", "ratings": {}},
        {"do": "indicator", "says": "x", "by": "2031-06-30", "ratings": {"Nobody": "CC"}},
        {"do": "indicator", "says": "x", "by": "2031-06-30", "ratings": {FUEL: "CC"}, "probability": 2},
        {"do": "settle", "says": "never written down", "state": "happened"},
        {"do": "outcome", "true": ["Nobody"]},
    ):
        status, told = page.post("/api/decisions", decisions=[act])
        assert (status, told["error"][-1]) == (422, "."), told
    assert board(page)["indicators"] == []


def test_a_sensitive_name_is_marked_and_stands_in_no_redacted_report(page: Page) -> None:
    assert page.get("/api/names")["names"] == []
    page.decide({"do": "sensitive", "name": "Orm Monitor", "sensitive": True})
    (mark,) = page.get("/api/names")["names"]
    assert (mark["name"], mark["sensitive"], mark["who"]) == ("Orm Monitor", True, "Ann")

    def report(path: str, **params: str) -> str:
        answer = page.client.get(path, params={"version": page.version, **params})
        assert answer.status_code == 200, answer.text
        return answer.text

    for path in ("/api/report", "/frames/report", "/api/exports/json"):
        assert "Orm Monitor" in report(path), path
        assert "Orm Monitor" not in report(path, redact="true"), path
    refused = page.client.get("/api/exports/warc", params={"redact": "true"})
    assert (refused.status_code, refused.json()["status"]) == (422, 422)
    page.decide({"do": "sensitive", "name": "Orm Monitor", "sensitive": False})
    assert [m["sensitive"] for m in page.get("/api/names")["names"]] == [False]
    page.post("/api/undo")
    page.post("/api/undo")
    assert page.get("/api/names")["names"] == []
