"""The life of a case through the Python interface: made, filled, decided upon, taken back, taken away."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.errors import CaseExists, CaseNotFound, InputRefused, UsageError
from sayso.workbench import AddEvent, CollectOptions

WIRE = (
    "Outlet: Harbour Wire\nTitle: Blast at the mill\nPublished: 2031-03-09\n\n"
    "The district hospital said that nine people were killed at the mill near Vell on Saturday.\n"
)
LEDGER = (
    "Outlet: Meridian Ledger\nTitle: Mill toll disputed\nPublished: 2031-03-10\n\n"
    "The Orm Monitor said that 14 people were killed at the mill near Vell on Saturday. "
    "The monitor spoke to three families whom the hospital had not counted.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(WIRE, encoding="utf-8")
    (folder / "b.txt").write_text(LEDGER, encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path, reports: Path) -> Iterator[sayso.Case]:
    with sayso.Case.new(tmp_path / "case", title="The mill") as made:
        list(made.add([str(reports)]))
        yield made


def outcomes(events: Iterator[AddEvent]) -> list[str]:
    return [e.outcome for e in events]


def toll(case: sayso.Case) -> tuple[float | None, float | None, float | None]:
    killed = case.view().weighing.figures["killed"]
    return killed.minimum, killed.best, killed.maximum


def test_a_case_is_made_once_and_must_be_there(tmp_path: Path) -> None:
    sayso.Case.new(tmp_path / "case").close()
    with pytest.raises(CaseExists):
        sayso.Case.new(tmp_path / "case")
    with pytest.raises(CaseNotFound):
        sayso.Case.open(tmp_path / "elsewhere")


def test_adding_tells_what_was_stored_and_then_read(tmp_path: Path, reports: Path) -> None:
    with sayso.Case.new(tmp_path / "case") as case:
        events = list(case.add([str(reports)]))
        assert [e.outcome for e in events] == ["stored", "stored", "read", "read"]
        assert [e.document for e in events[:2]] == [d.id for d in case.documents()]
        assert outcomes(case.add([str(reports)])) == ["known", "known"]


def test_what_was_stored_but_not_read_is_read_by_the_next_add(tmp_path: Path, reports: Path) -> None:
    with sayso.Case.new(tmp_path / "case") as case:
        events = case.add([str(reports)])
        assert [next(events).outcome, next(events).outcome] == ["stored", "stored"]
        events.close()  # type: ignore[attr-defined]
        assert case.readings() == []
    with sayso.Case.open(tmp_path / "case", write=True) as case:
        assert outcomes(case.add([str(reports)])) == ["known", "known", "read", "read"]
        assert len(case.readings()) == 2


def test_an_event_names_the_document_by_the_id_that_the_case_gave_it(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    with sayso.Case.new(tmp_path / "case") as case:
        for text in ("A nurse said two people died.", "A nurse said three people died."):
            rows.write_text(json.dumps({"id": "row", "text": text}), encoding="utf-8")
            last = next(iter(case.add([str(rows)])))
        assert (last.outcome, last.document) == ("snapshot", "row.2")
        assert [d.id for d in case.documents()] == ["row", "row.2"]
        assert next(iter(case.add([str(rows)]))).document == "row.2"


def test_the_same_bytes_under_another_name_are_the_same_document(tmp_path: Path, reports: Path) -> None:
    (reports / "c.txt").write_text(WIRE, encoding="utf-8")
    with sayso.Case.new(tmp_path / "case") as case:
        events = list(case.add([str(reports)]))
        ids = {d.id for d in case.documents()}
        assert len(ids) == 2
        assert {e.document for e in events} == ids


def test_decisions_change_the_view_and_undo_takes_them_back_in_turn(case: sayso.Case) -> None:
    before = toll(case)
    assert before[2] == 14
    case.distrust("Meridian Ledger", who="ann")
    case.distrust("Orm Monitor", who="ann")
    assert toll(case)[2] == 9
    assert case.grade("Harbour Wire", " b2 ", who="ben").value == "B2"
    grades = {s.name: s.grade for s in case.view().sources}
    assert (grades["Harbour Wire"] or "").startswith("B")
    undone = [d.subject for d in iter(lambda: case.undo(who="ann"), None)]
    assert undone == ["Harbour Wire", "Orm Monitor", "Meridian Ledger"]
    assert toll(case) == before
    assert case.undo(who="ann") is None


def test_a_later_word_replaces_an_earlier_one(case: sayso.Case) -> None:
    case.distrust("Orm Monitor", who="ann")
    case.distrust("Orm Monitor", who="ben", distrusted=False)
    assert toll(case)[2] == 14
    case.undo(who="ann")
    assert {s.name for s in case.view().sources if s.distrusted} == {"Orm Monitor"}


def test_the_matrix_grows_from_ratings_and_waits_until_there_is_something_to_weigh(case: sayso.Case) -> None:
    assert case.matrix() is None
    case.add_hypothesis("An accident", who="ann", prior=0.25)
    case.rate("Fuel was stored there", "An accident", "C", who="ann", source="Fire service", grade="b2")
    assert case.view().verdict is None
    case.add_hypothesis("A strike", who="ann")
    case.rate("Fuel was stored there", "A strike", "I", who="ann")
    case.rate("Fuel was stored there", "A strike", "--", who="ann")
    matrix = case.matrix()
    assert matrix is not None
    assert matrix.hypotheses == ("An accident", "A strike")
    assert matrix.priors == (0.25, 0.75)
    (row,) = matrix.evidence
    assert (row.cells, row.source, row.grade) == (("C", "II"), "Fire service", "B2")
    verdict = case.verdict()
    assert verdict == case.view().verdict
    assert verdict is not None
    assert sum(h.probability for h in verdict.hypotheses) == pytest.approx(1)


def test_what_cannot_be_weighed_is_refused_before_it_is_recorded(case: sayso.Case) -> None:
    case.add_hypothesis("An accident", who="ann")
    with pytest.raises(UsageError, match="no hypothesis"):
        case.rate("Fuel", "A strike", "C", who="ann")
    with pytest.raises(UsageError, match="no rating"):
        case.rate("Fuel", "An accident", "maybe", who="ann")
    with pytest.raises(UsageError, match="no Admiralty grade"):
        case.rate("Fuel", "An accident", "C", who="ann", grade="Q9")
    with pytest.raises(UsageError, match="credibility"):
        case.rate("Fuel", "An accident", "C", who="ann", credibility="lots")
    with pytest.raises(UsageError, match="colour"):
        case.rate("Fuel", "An accident", "C", who="ann", colour="red")
    for prior in (0.0, 1.0, -0.5):
        with pytest.raises(UsageError, match="prior"):
            case.add_hypothesis("A strike", who="ann", prior=prior)
    with pytest.raises(UsageError, match="names nothing"):
        case.grade(" ", "B2", who="ann")
    with pytest.raises(UsageError, match="Admiralty"):
        case.grade("Harbour Wire", "G7", who="ann")
    assert [d.kind for d in case.store.decisions()] == ["hypothesis"]


def test_a_link_between_documents_can_be_overruled_and_undone(case: sayso.Case) -> None:
    first, second = (d.id for d in case.documents())
    before = case.view().origins
    assert len(before.origins) == 2
    case.overrule(second, "rewrite", first, who="ann")
    view = case.view().origins
    assert (view.documents[1].relation, view.documents[1].of, len(view.origins)) == ("rewrite", first, 1)
    case.undo(who="ann")
    assert case.view().origins == before
    for wrong in ((second, "rewrite", None), (second, "rewrite", second), ("d-none", "original", None)):
        with pytest.raises(UsageError):
            case.overrule(*wrong, who="ann")


def test_reports_of_the_same_case_are_the_same_bytes_and_replace_whole(case: sayso.Case, tmp_path: Path) -> None:
    for name in ("r.html", "r.md", "r.docx"):
        case.report(tmp_path / name)
        first = (tmp_path / name).read_bytes()
        case.report(tmp_path / name)
        assert (tmp_path / name).read_bytes() == first
    assert [p.name for p in tmp_path.iterdir() if ".part" in p.name] == []
    with pytest.raises(UsageError, match="does not exist"):
        case.report(tmp_path / "none" / "r.html")
    with pytest.raises(UsageError, match="folder"):
        case.export("csv", tmp_path)
    with pytest.raises(UsageError, match="choose one of"):
        case.export("parchment", tmp_path / "r.skin")


def test_a_report_that_fails_leaves_the_earlier_one(
    case: sayso.Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "r.md"
    case.report(target)
    kept = target.read_bytes()

    def full(_: object, part: Path, **_more: object) -> None:
        part.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.reporting.render", full)
    with pytest.raises(UsageError, match="No space left"):
        case.report(target)
    assert target.read_bytes() == kept
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case", "r-copies.html", "r.md", "reports"]


def test_the_view_does_not_depend_on_how_many_processes_read(tmp_path: Path, reports: Path) -> None:
    views = []
    for workers in (1, 2):
        path = tmp_path / f"with-{workers}" / "case"
        path.parent.mkdir()
        with sayso.Case.new(path) as case:
            list(case.add([str(reports)], workers=workers))
            view = case.view()
            views.append(msgspec.json.encode((view.readings, view.weighing, view.origins, view.incidents)))
    assert views[0] == views[1]


def test_standard_input_and_options(tmp_path: Path) -> None:
    with sayso.Case.new(tmp_path / "case") as case:
        told = CollectOptions(outlet="Radio Vell", published="2031-03-10")
        list(case.add(["-"], options=told, stdin=io.BytesIO(b"A nurse said two people died on Saturday.")))
        (reading,) = case.readings()
        assert (reading.document.outlet, reading.times[0].value) == ("Radio Vell", "2031-03-08")
        assert case.has_source("Radio Vell")
        assert not case.has_source("Radio Orm")


def test_what_is_refused_stays_on_record(case: sayso.Case, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (event,) = case.add([str(tmp_path / "empty.txt")])
    assert event.outcome == "refused"
    assert [r.name for r in case.view().refused] == [str(tmp_path / "empty.txt")]
    with pytest.raises(InputRefused):
        list(case.import_file(tmp_path / "none.csv", who="ann"))
