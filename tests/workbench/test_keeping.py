"""What is worked out once: kept between sessions, and after a decision made anew only where it changes something."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from bench.workbench import build

from sayso.linking.origins import Bonds, find_bonds, settle_origins, trace_origins
from sayso.records import CaseView, Document, Reading
from sayso.workbench import Case, Each
from sayso.workbench.basis import Basis
from sayso.workbench.keeping import FOLDER
from sayso.workbench.recall import Recall
from sayso.workbench.reviewing import Reviews, by_document, review
from sayso.workbench.view import make_view

DOCUMENTS = 220
"""Enough for results to be kept, and for two stories."""

Counter = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "case"
    build(folder, DOCUMENTS)
    return folder


@pytest.fixture
def large(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "case"))


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Count the calls of a function by the place where it is looked up."""

    def counted(target: str) -> list[Any]:
        module, name = target.rsplit(".", 1)
        home = __import__(module, fromlist=[name])
        real, calls = getattr(home, name), list[Any]()

        def called(*args: Any, **more: Any) -> Any:
            calls.append(args)
            return real(*args, **more)

        monkeypatch.setattr(home, name, called)
        return calls

    return counted


def told(view: CaseView) -> bytes:
    return msgspec.json.encode(view, order="deterministic")


def copied(view: CaseView) -> str:
    return next(link.id for link in view.origins.documents if link.of is not None)


def test_overruling_an_origin_reads_no_text_again(large: Path, count: Counter) -> None:
    with Case.open(large, write=True) as case:
        before = case.view()
        name = copied(before)
        shingled, found = count("sayso.linking.origins.pages.shingles_of"), count("sayso.workbench.basis.find_bonds")
        case.overrule(name, "independent", who="Ann")
        after = case.view()
        assert not shingled
        assert not found
        was, now = (next(k for k in v.origins.documents if k.id == name) for v in (before, after))
        assert (was.relation, now.relation) == ("reprint", "independent")
        assert len(after.origins.origins) == len(before.origins.origins) + 1
        case.undo(who="Ann")
        assert case.view().origins == before.origins
        assert not shingled
        assert not found


def test_a_decision_on_a_claim_weighs_only_its_incident(large: Path, count: Counter) -> None:
    with Case.open(large, write=True) as case:
        basis = case.basis()
        view = make_view(case.store, basis, each=False)
        home = min(view.incidents, key=lambda i: len(i.documents))
        assert len(view.incidents) > 1
        document = home.documents[0]
        claim = basis.by_id[document].claims[0]
        readers = [r.document.id for r in basis.readings if any(c.id == claim.id for c in r.claims)]
        weighed, reviewed = count("sayso.workbench.view.weigh"), count("sayso.workbench.reviewing.review")
        dated, heard = count("sayso.linking.timeline._moments"), count("sayso.workbench.view.agreement")
        case.reject_claim(claim.id, who="Ann")
        reviewed.clear()  # the decision itself looks its claim up
        after = make_view(case.store, basis, each=False)
        assert [args[0].document.id for args in reviewed] == readers
        assert [args[0].document.id for args in dated] == readers
        assert len(weighed) == 1
        assert not heard
        assert [i for i in after.incidents if i.id != home.id] == [i for i in view.incidents if i.id != home.id]
        weighed.clear()
        case.grade_claim(claim.id, 3, who="Ann")
        assert make_view(case.store, basis, each=False).incidents == after.incidents
        assert not weighed


def test_what_was_worked_out_is_taken_up_by_the_next_session(large: Path, count: Counter) -> None:
    with Case.open(large) as case:
        first = told(case.view())
    work = [count(f"sayso.workbench.basis.{name}") for name in ("find_bonds", "gather", "groups_of", "described")] + [
        count("sayso.workbench.view.as_incident")
    ]
    with Case.open(large) as case:
        assert told(case.view()) == first
    assert work == [[], [], [], [], []]
    shutil.rmtree(large / FOLDER)
    with Case.open(large) as case:
        assert told(case.view()) == first
    assert all(work)


def test_decisions_taken_up_from_what_was_kept_give_what_they_give_without(large: Path, tmp_path: Path) -> None:
    with Case.open(large, write=True) as case:
        view = case.view()
        case.overrule(copied(view), "original", who="Ann")
        case.merge_actors([a.id for a in view.actors[:2]], who="Ann")
        case.merge_incidents(view.incidents[0].id, view.incidents[1].id, who="Ann")
        case.distrust(view.sources[0].name, who="Ann")
        case.reject_claim(view.readings[0].claims[0].id, who="Ann")
        step_by_step = told(case.view())
    with Case.open(large) as case:
        assert told(case.view()) == step_by_step
    bare = Path(shutil.copytree(large, tmp_path / "bare" / large.name))
    shutil.rmtree(bare / FOLDER)
    with Case.open(bare) as case:
        assert told(case.view()) == step_by_step


def test_what_is_kept_is_passed_over_when_documents_program_or_file_differ(
    large: Path, tmp_path: Path, count: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = count("sayso.workbench.basis.find_bonds")
    with Case.open(large, write=True) as case:
        case.view()
        assert len(found) == 1
        case.store.set_setting("title", "Another title")  # changes no document
        case.view()
        assert len(found) == 1
        (tmp_path / "more.txt").write_text("A nurse said that two people were killed at the mill.\n", encoding="utf-8")
        list(case.add([str(tmp_path / "more.txt")]))
        assert len(case.view().origins.documents) == DOCUMENTS + 1
        assert len(found) == 2
    for name in ("origins", "incidents", "actors", "described", "figures"):
        (large / FOLDER / f"{name}.msgpack").write_bytes(b"\x93no")
    with Case.open(large) as case:
        again = told(case.view())
    assert len(found) == 3
    monkeypatch.setattr("sayso.workbench.basis.program", lambda *rooms: f"a newer program {rooms}")
    with Case.open(large) as case:
        assert told(case.view()) == again
    assert len(found) == 4


def test_a_case_that_cannot_be_written_to_or_is_small_keeps_nothing_and_works(large: Path, tmp_path: Path) -> None:
    (large / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    with Case.open(large) as case:
        assert len(case.view().readings) == DOCUMENTS
    build(tmp_path / "small", 12)
    with Case.open(tmp_path / "small") as case:
        case.view()
    assert not (tmp_path / "small" / FOLDER).exists()


def test_origins_settled_from_what_was_kept_are_those_traced_anew(large: Path) -> None:
    with Case.open(large) as case:
        readings = Basis(case.store).readings
    documents = [r.document for r in readings]
    bonds = find_bonds(documents, readings)
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(bonds), type=Bonds)
    tied = [link for link in trace_origins(documents, readings).documents if link.of]
    states: list[dict[str, Any]] = [
        {},
        {tied[0].id: ("independent", None)},
        {tied[0].of or "": ("original", None), tied[1].id: ("cites", documents[0].id)},
        {documents[3].id: ("reprint", documents[4].id), documents[4].id: ("reprint", documents[3].id)},
        {"missing": ("cites", documents[0].id)},
    ]
    for overrules in states:
        assert settle_origins(kept, overrules) == trace_origins(documents, readings, overrules=overrules)


def test_readings_that_no_decision_touches_stay_the_same_objects(large: Path) -> None:
    with Case.open(large, write=True) as case:
        basis = case.basis()
        reviews = Reviews(basis.readings)
        before = reviews.at(())
        rows = [case.reject_claim(reading.claims[0].id, who="Ann") for reading in basis.readings[:3]]
        rows.append(case.accept_claim(basis.readings[9].claims[1].id, who="Ann"))
        place = basis.readings[0].places[0]
        moved = case.move_place(
            place.name, who="Ann", spellings=(place.text,), documents=(basis.readings[0].document.id,),
            was=(place.lat, place.lon) if place.lat is not None and place.lon is not None else None, to=(1.0, 2.0),
        )  # fmt: skip
        for some in (rows[:1], rows, [*rows, moved], rows, []):
            now = reviews.at(some)
            decided = by_document(some)
            assert list(now) == [r.document.id for r in basis.readings]
            assert list(now.values()) == [review(r, decided) for r in basis.readings]
        assert all(now[name] is was for name, was in before.items())
        assert reviews.at(rows)[basis.readings[50].document.id] is before[basis.readings[50].document.id]
        one, two = reviews.at(rows), reviews.at([*rows])
        assert all(one[name] is two[name] for name in one)


def test_results_are_recalled_while_what_they_rest_on_is_equal() -> None:
    recall, made = Recall(), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    assert [recall("a", ((1, "x"),), make), recall("a", ((1, "x"),), make), recall("b", ((1, "x"),), make)] == [1, 1, 2]
    assert recall("a", ((2, "x"),), make) == 3
    assert recall("a", ((1, "x"),), make) == 4


def test_each_thing_is_worked_out_once_while_it_is_the_same_object() -> None:
    made = list[str]()

    def name(reading: Reading) -> str:
        made.append(reading.document.id)
        return reading.document.id

    one, two, other = (Reading(document=Document(id=n, sha256="", text="")) for n in ("1", "2", "2"))
    each = Each(name)
    assert each.of([one, two]) == ["1", "2"]
    assert each.of([one, other, one]) == ["1", "2", "1"]
    assert made == ["1", "2", "2"]
    assert each.of([two]) == ["2"]
    assert made == ["1", "2", "2", "2"]
