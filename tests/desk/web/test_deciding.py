"""Decisions over the API: what follows from them, undone and done again, two people at once, seen from elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from litestar.testing import TestClient
from tests.desk.web.conftest import Page


def killed(page: Page) -> tuple[Any, Any]:
    found = page.weighed("/api/figures/killed")["range"]
    return found["minimum"], found["maximum"]


def states(page: Page) -> list[int]:
    return [s for s in page.get("/api/claims")["columns"]["state"] if s]


def test_figures_follow_a_rejected_claim_and_come_back_with_undo(page: Page) -> None:
    assert killed(page) == (9, 14)
    told = page.decide({"do": "reject", "claim": page.claim("fourteen people")})
    assert [(c["state"], c["who"]) for c in told["claims"]] == [("rejected", "Ann")]
    assert killed(page) == (9, 9)
    assert page.weighed("/api/overview")["counts"]["rejected"] == 1
    assert page.post("/api/undo")[0] == 200
    assert killed(page) == (9, 14)
    assert page.post("/api/redo")[0] == 200
    assert killed(page) == (9, 9)


def test_undo_and_redo_go_back_and_forth_without_limit(page: Page) -> None:
    ids = list(page.claims().values())
    for name in ids:
        page.decide({"do": "accept", "claim": name})
    page.decide(*({"do": "reject", "claim": name} for name in ids))
    assert states(page) == [2] * len(ids)
    steps = len(ids) + 1
    for _ in range(2):
        for _ in range(steps):
            assert page.post("/api/undo")[0] == 200
        assert states(page) == []
        status, told = page.post("/api/undo")
        assert (status, "left to undo" in told["error"]) == (422, True)
        for _ in range(steps):
            assert page.post("/api/redo")[0] == 200
        assert states(page) == [2] * len(ids)
        assert page.post("/api/redo")[0] == 422
    history = page.get("/api/history", limit=3)
    assert history["more"]
    assert history["decisions"][0]["says"].startswith("Ann rejected the claim “")


def test_a_claim_is_edited_split_marked_graded_and_reopened(page: Page) -> None:
    document = next(d["id"] for d in page.weighed("/api/documents")["documents"] if d["name"] == "b-ledger.txt")
    text = page.get(f"/api/documents/{document}")["document"]["text"]

    def at(words: str) -> dict[str, int]:
        start = text.index(words)
        return {"start": start, "end": start + len(words)}

    claim = page.claim("fourteen people")
    told = page.decide({"do": "edit", "claim": claim, "certainty": "possible", "source": None})
    (view,) = told["claims"]
    assert (view["state"], view["claim"]["certainty"], view["claim"]["source"]) == ("edited", "possible", None)
    assert view["program"]["source"]["text"]
    page.decide({"do": "grade_claim", "claim": claim, "credibility": 4})
    page.decide({"do": "mark", "document": document, "content": [at("the army wanted it there")]})
    parts = [{"content": [at("fourteen people were killed")]}, {"content": [at("near the old mill")]}]
    page.decide({"do": "split", "claim": claim, "parts": parts})
    views = page.get(f"/api/documents/{document}")["claims"]
    assert {v["state"] for v in views} >= {"marked", "edited"}
    halves = [v for v in views if v["part_of"] == claim]
    assert [v["claim"]["content"][0]["text"] for v in halves] == ["fourteen people were killed", "near the old mill"]
    page.decide({"do": "reopen", "claim": halves[0]["claim"]["id"]})
    one = page.get(f"/api/claims/{claim}")
    assert (one["view"]["state"], one["view"]["credibility"], len(one["history"])) == ("proposed", 4, 4)


def test_what_independent_origins_say_of_a_claim_stands_beside_what_a_person_gave(page: Page) -> None:
    document = next(d["id"] for d in page.weighed("/api/documents")["documents"] if d["name"] == "b-ledger.txt")
    claim = page.claim("fourteen people")
    page.decide({"do": "grade_claim", "claim": claim, "credibility": 6})
    worked = page.weighed(f"/api/documents/{document}/credibility")["claims"]
    assert worked.keys() <= {v["claim"]["id"] for v in page.get(f"/api/documents/{document}")["claims"]}
    one = worked[claim]
    assert 1 <= one["digit"] <= 5
    assert one["agree"] + one["against"] > 0
    assert all(p["text"] for r in one["reasons"] for p in r["passages"])
    assert page.get(f"/api/claims/{claim}")["view"]["credibility"] == 6
    assert page.client.get("/api/documents/nothing/credibility").status_code == 404


def test_sources_origins_places_actors_and_matrix_are_decided_on(page: Page) -> None:
    page.decide({"do": "distrust", "source": "Meridian Ledger", "distrusted": True})
    assert killed(page)[1] == 9
    assert page.get("/api/figures/killed", without="Orm Monitor")["before"] is not None
    page.decide({"do": "grade", "source": "Harbour Wire", "grade": "b2"})
    sources = {s["name"]: s for s in page.weighed("/api/sources")["sources"]}
    assert sources["Harbour Wire"]["grade"].startswith("B")
    assert sources["Meridian Ledger"]["distrusted"]

    graph = page.get("/api/origins")
    copy = next(one for one in graph["links"] if one["of"])
    page.decide({"do": "overrule", "document": copy["id"], "relation": "independent"})
    after = page.weighed("/api/origins")
    link = next(one for one in after["links"] if one["id"] == copy["id"])
    assert (link["of"], link["overruled"]) == (None, True)
    assert len(after["origins"]) == len(graph["origins"]) + 1
    assert page.get(f"/api/origins/{copy['id']}")["decision"]["who"] == "Ann"

    places = page.get("/api/places")
    row = next(r for r in [*[f["properties"] for f in places["features"]["features"]], *places["unplaced"]])
    page.decide({"do": "place", "place": row["id"], "lat": 61.5, "lon": 9.25, "precision": "point"})
    moved = next(f for f in page.get("/api/places")["features"]["features"] if f["id"] == row["id"])
    assert (moved["geometry"]["coordinates"], moved["properties"]["decided"]) == ([9.25, 61.5], True)
    assert page.get(f"/api/places/{row['id']}")["lat"] == 61.5

    actors = page.weighed("/api/actors")["actors"]
    page.decide({"do": "merge_actors", "actors": [actors[0]["id"], actors[1]["id"]], "name": "One of them"})
    merged = next(a for a in page.weighed("/api/actors")["actors"] if a["decided"])
    assert merged["name"] == "One of them"
    assert page.get(f"/api/actors/{merged['id']}")["passages"]

    page.decide({"do": "hypothesis", "name": "Fuel"}, {"do": "hypothesis", "name": "Chance"})
    page.decide({"do": "rate", "evidence": "It burned", "hypothesis": "Fuel", "rating": "CC"})
    other = Page(page.client, who="Ben")
    other.decide({"do": "rate", "evidence": "It burned", "hypothesis": "Fuel", "rating": "I"})
    board = page.get("/api/hypotheses")
    assert board["verdict"]["leaders"]
    assert {(r["who"], r["rating"]) for r in board["ratings"]} == {("Ann", "CC"), ("Ben", "I")}
    assert board["likelihood"][0]["words"] == "almost no chance"


def test_two_people_do_not_overwrite_each_other(client: TestClient[Any]) -> None:
    ann, ben = Page(client, "Ann"), Page(client, "Ben")
    claim, other = list(ann.claims().values())[:2]
    ben.decide({"do": "reject", "claim": claim})
    status, told = ann.post("/api/decisions", decisions=[{"do": "accept", "claim": claim}])
    assert (status, [c["who"] for c in told["conflicts"]]) == (409, ["Ben"])
    assert told["error"].startswith("Ben decided this")
    assert told["says"][0].startswith("Ben rejected the claim “")
    # Another thing is no conflict, and the answer tells what Ben did meanwhile.
    told = ann.decide({"do": "accept", "claim": other})
    assert [(d["who"], d["subject"]) for d in told["decisions"]] == [("Ben", claim), ("Ann", other)]
    # One of several clashing: none is made.
    ben.version = ann.version
    ben.decide({"do": "reject", "claim": other})
    status, _ = ann.post("/api/decisions", decisions=[{"do": "grade", "source": "X", "grade": "A1"},
                                                      {"do": "accept", "claim": other}])  # fmt: skip
    assert status == 409
    assert not [d for d in ann.get("/api/history")["decisions"] if d["decision"]["kind"] == "grade"]
    # Having seen it, Ann may decide; Ben's word stays on record beside hers.
    ann.version = ann.get("/api/session")["version"]
    (view,) = ann.decide({"do": "accept", "claim": claim})["claims"]
    assert (view["who"], [d["who"] for d in view["disagreement"]]) == ("Ann", ["Ben"])
    # Undoing takes back one's own, never another's.
    assert ben.get("/api/session", who="Ben")["can_undo"]["who"] == "Ben"
    ben.version = ann.version
    status, told = ben.post("/api/undo")
    assert status == 200
    assert {d["subject"] for d in told["decisions"]} == {other}
    # What somebody undid is a conflict for who did not see it.
    eve = Page(client, "Eve")
    ann.post("/api/undo")
    status, told = eve.post("/api/decisions", decisions=[{"do": "reject", "claim": claim}])
    assert (status, told["conflicts"][0]["undone"]) == (409, True)


def test_only_what_changed_is_sent_again(client: TestClient[Any], page: Page) -> None:
    places = client.get("/api/places")
    before = page.version
    page.decide({"do": "accept", "claim": page.claim("fourteen people")})
    again = client.get("/api/places", headers={"If-None-Match": places.headers["etag"]})
    assert (again.status_code, again.content, again.headers["x-sayso-version"]) == (304, b"", page.version)
    rows = page.get("/api/claims", since=before)
    assert (rows["whole"], len(rows["documents"])) == (False, 1)
    assert 1 in rows["columns"]["state"]
    page.decide({"do": "distrust", "source": "Kell Post", "distrusted": True})
    assert page.get("/api/claims", since=page.version)["n"] == 0
    assert page.get("/api/claims", since="0.0")["whole"]


def test_the_command_line_sees_the_same_state_and_the_page_what_it_decides(page: Page, case: Path) -> None:
    claim = page.claim("fourteen people")
    page.decide({"do": "reject", "claim": claim})

    def sayso(*words: str) -> str:
        done = subprocess.run([sys.executable, "-m", "sayso", *words], capture_output=True, text=True, check=True)
        return done.stdout

    assert json.loads(sayso("show", str(case), "figures", "--json"))["figures"]["killed"]["maximum"] == 9
    shown = {c["claim"]["id"]: c["claim"] for c in json.loads(sayso("show", str(case), "claims", "--json"))}
    assert shown[claim]["review"] == "rejected"
    sayso("claim", "reopen", str(case), claim, "--who", "Ben")
    assert page.get(f"/api/claims/{claim}")["view"]["state"] == "proposed"
    page.version = page.get("/api/session")["version"]
    assert killed(page) == (9, 14)
    assert json.loads(sayso("verify", str(case), "--json"))[0]["ok"]


def test_senseless_requests_are_sentences(client: TestClient[Any], page: Page) -> None:
    claim = next(iter(page.claims().values()))
    for status, acts in (
        (422, [{"do": "accept", "claim": "c-none"}]),
        (422, [{"do": "edit", "claim": claim, "content": [{"start": 5, "end": 2}]}]),
        (422, [{"do": "grade", "source": "X", "grade": "Z9"}]),
        (422, [{"do": "overrule", "document": "d-none", "relation": "original"}]),
        (422, [{"do": "place", "place": "p-none", "lat": 1, "lon": 1}]),
        (422, [{"do": "rate", "evidence": "e", "hypothesis": "none", "rating": "CC"}]),
        (400, [{"do": "fly"}]),
        (400, [{"do": "accept", "claim": 7}]),
        (400, [{"do": "accept", "claim": claim, "more": 1}]),
        (400, []),
    ):
        found, told = page.post("/api/decisions", decisions=acts)
        assert (found, told["status"]) == (status, status), told
        assert told["error"].endswith((".", "?")) or found == 400
    for body in ({"who": " "}, {"who": "a\x00b"}, {"based_on": "yesterday"}):
        assert page.post("/api/decisions", decisions=[{"do": "accept", "claim": claim}], **body)[0] in (400, 422)
    assert page.post("/api/undo", decision=99)[0] == 422
    assert client.post("/api/decisions", content=b"{", headers={"Content-Type": "application/json"}).status_code == 400
    assert page.get("/api/history")["decisions"] == []
