"""A case's explanations: evidence on claims, several analysts, what-if, predictions, a look back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.records import Claim, Reading
from sayso.workbench import Case, review

WIRE = (
    "VELL, 9 March 2031 - Twelve people were killed when shells hit the market in Vell, the hospital director Nora Feld said."
    " The army said that its guns had not fired that day."
)
POST = "Twelve people died at the market in Vell, the Valley Wire reported. The army said that its guns had not fired."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, outlet, text in (("wire", "Valley Wire", WIRE), ("post", "Harbour Post", POST)):
        (tmp_path / f"{name}.txt").write_text(f"Outlet: {outlet}\nPublished: 2031-03-10\n\n{text}\n")
    with Case.new(tmp_path / "market") as made:
        for _ in made.add([str(tmp_path / "wire.txt"), str(tmp_path / "post.txt")]):
            pass
        for name in ("The army fired", "A store exploded", "Somebody else fired"):
            made.add_hypothesis(name, who="ann")
        yield made


def _claim(case: Case, outlet: str, words: str) -> tuple[Reading, Claim]:
    return next(
        (reading, claim)
        for reading in case.readings()
        if reading.document.outlet == outlet
        for claim in reading.claims
        if claim.source and any(words in span.text for span in claim.content)
    )


def test_evidence_hangs_on_claims(case: Case) -> None:
    reading, claim = _claim(case, "Valley Wire", "not fired")
    case.add_evidence("The guns were silent", who="ann", claims=[claim.id])
    case.rate("The guns were silent", "The army fired", "II", who="ann")
    assert claim.source is not None
    case.grade(claim.source.entity or claim.source.text, "D", who="ann")
    matrix = case.matrix()
    assert matrix is not None
    row = matrix.evidence[0]
    assert row.claims == (claim.id,)
    assert row.source == (claim.source.entity or claim.source.text)
    assert row.origin == "Valley Wire"
    assert row.grade == "D"
    assert [reading.document.text[p.start : p.end] for p in row.passages] == [p.text for p in row.passages]
    case.add_evidence("The guns were silent", who="ann", claims=[claim.id], grade="B2", origin="army")
    again = case.matrix()
    assert again is not None
    assert (again.evidence[0].grade, again.evidence[0].origin) == ("B2", "army")
    with pytest.raises(UsageError, match="no claim"):
        case.add_evidence("Another", who="ann", claims=["c-nothing"])


def test_analysts_rate_apart_and_can_be_heard_alone(case: Case) -> None:
    case.rate("Craters", "The army fired", "CC", who="ann")
    assert case.panel() is None
    case.rate("Craters", "The army fired", "I", who="ann", analyst="bo")
    case.rate("Craters", "A store exploded", "II", who="bo")
    both, ann, bo = case.matrix(), case.matrix(analyst="ann"), case.matrix(analyst="bo")
    assert both is not None
    assert ann is not None
    assert bo is not None
    assert (both.evidence[0].cells, both.evidence[0].means) == (("N", "II", None), (0.5, -2.0, None))
    assert ann.evidence[0].cells == ("CC", None, None)
    assert bo.evidence[0].cells == ("I", "II", None)
    panel = case.panel()
    assert panel is not None
    assert [(cell.hypothesis, cell.ratings) for cell in panel.cells] == [("The army fired", {"ann": "CC", "bo": "I"})]
    # One's own later word replaces one's earlier one, and nobody else's.
    case.rate("Craters", "The army fired", "C", who="ann")
    after = case.matrix(analyst="bo")
    assert after is not None
    assert after.evidence[0].cells == ("I", "II", None)


def test_sources_are_left_out_with_all_that_goes_back_to_them(case: Case) -> None:
    for outlet in ("Valley Wire", "Harbour Post"):
        _, claim = _claim(case, outlet, "not fired")
        case.add_evidence(f"{outlet}: silent", who="ann", claims=[claim.id])
        case.rate(f"{outlet}: silent", "The army fired", "II", who="ann")
    case.rate("Craters", "A store exploded", "I", who="ann", source="Survey")
    documents = {r.document.outlet: r.document.id for r in case.readings()}
    case.overrule(documents["Harbour Post"], "cites", documents["Valley Wire"], who="ann")
    found = case.without(["valley wire"])
    assert set(found.documents) == set(documents.values())
    assert set(found.rows) == {"Valley Wire: silent", "Harbour Post: silent"}
    assert found.verdict is not None
    assert found.verdict.changes
    assert set(found.verdict.leaders) == {"The army fired", "Somebody else fired"}
    assert found.figures["killed"][1].origins == 0
    only = case.without(["Valley Wire"], citing=False)
    assert only.documents == (documents["Valley Wire"],)
    assert only.rows == ("Valley Wire: silent",)
    assert case.without(["Survey"]).rows == ("Craters",)
    with pytest.raises(UsageError):
        case.without([" "])


def test_links_are_kept_and_untied(case: Case) -> None:
    case.rate("Craters", "A store exploded", "I", who="ann")
    case.link_hypotheses("The army fired", "A store exploded", "overlaps", who="ann")
    verdict = case.verdict()
    assert verdict is not None
    assert verdict.groups[0].names == ("The army fired", "A store exploded")
    case.link_hypotheses("A store exploded", "The army fired", "none", who="ann")
    verdict = case.verdict()
    assert verdict is not None
    assert verdict.groups == ()
    for first, second, kind in (("The army fired", "The army fired", "variant"), ("The army fired", "Nobody", "variant"),
                                ("The army fired", "A store exploded", "rivals")):  # fmt: skip
        with pytest.raises(UsageError):
            case.link_hypotheses(first, second, kind, who="ann")  # type: ignore[arg-type]


def test_indicators_are_forecast_settled_and_become_evidence(case: Case) -> None:
    case.rate("Craters", "A store exploded", "II", who="ann")
    case.add_indicator(
        "Tracks are published", "2031-06-30", {"The army fired": "I", "A store exploded": "CC"}, who="ann"
    )
    first = case.indicators()[0]
    assert first.state == "open"
    # .5 of 1.1 each for the two others, .1 of 1.1 for the store.
    assert first.probability == pytest.approx((0.5 * 0.3 + 0.1 * 0.9 + 0.5 * 0.5) / 1.1, abs=1e-6)
    case.settle_indicator("Tracks are published", "did not happen", who="bo", on="2031-07-01", note="Nothing came")
    settled = case.indicators()[0]
    assert (settled.state, settled.resolved, settled.note) == ("did not happen", "2031-07-01", "Nothing came")
    assert settled.brier == pytest.approx((first.probability or 0) ** 2, abs=1e-6)
    matrix = case.matrix()
    assert matrix is not None
    assert matrix.evidence[-1].cells == ("C", "II", None)
    case.undo(who="bo")
    assert case.indicators()[0].state == "open"
    for by, ratings, chance in (("soon", {"The army fired": "C"}, None), ("2031-06-30", {}, None),
                                ("2031-06-30", {"Nobody": "C"}, None), ("2031-06-30", {"The army fired": "C"}, 2.0)):  # fmt: skip
        with pytest.raises(UsageError):
            case.add_indicator("Another", by, ratings, who="ann", probability=chance)
    with pytest.raises(UsageError, match="no indicator"):
        case.settle_indicator("Unheard of", "happened", who="ann")


def test_a_closed_case_keeps_what_was_believed(case: Case) -> None:
    with pytest.raises(UsageError, match="evidence"):
        case.outcome(["The army fired"], who="ann")
    case.rate("Craters", "The army fired", "I", who="ann")
    verdict = case.verdict()
    assert verdict is not None
    assert case.post_mortem() is None
    case.outcome(["The army fired"], who="ann", note="Inquiry of 2033")
    case.rate("Craters", "The army fired", "CC", who="ann")
    seen = case.post_mortem()
    assert seen is not None
    assert seen.probabilities == {h.name: h.probability for h in verdict.hypotheses}
    assert (seen.true, seen.note, seen.led) == (("The army fired",), "Inquiry of 2033", False)
    assert [row.evidence for row in seen.misled] == ["Craters"]
    case.undo(who="ann")
    case.undo(who="ann")
    assert case.post_mortem() is None


def test_closed_cases_are_reviewed_and_open_ones_left_out(case: Case, tmp_path: Path) -> None:
    case.rate("Craters", "The army fired", "I", who="ann")
    case.outcome([], who="ann")
    case.close()
    Case.new(tmp_path / "open").close()
    found = review([tmp_path / "open", tmp_path / "market"])
    assert [name for name, _ in found] == ["market"]
    assert found[0][1].brier > 1


def test_a_matrix_travels_as_json_with_its_links(case: Case, tmp_path: Path) -> None:
    case.rate("Craters", "The army fired", "I", who="ann", source="Survey", grade="B2")
    case.link_hypotheses("The army fired", "Somebody else fired", "variant", who="ann")
    case.export("matrix-json", tmp_path / "matrix.json")
    with Case.new(tmp_path / "other") as other:
        events = list(other.import_file(tmp_path / "matrix.json", who="ann"))
        assert [event.outcome for event in events] == ["stored"]
        ours, theirs = case.matrix(), other.matrix()
        assert ours is not None
        assert theirs is not None
        assert (theirs.hypotheses, theirs.evidence, theirs.links) == (ours.hypotheses, ours.evidence, ours.links)
