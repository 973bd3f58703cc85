"""The exercise, read by sayso and held against answers that were worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.collect import CollectOptions, collect
from sayso.linking.origins import trace_origins
from sayso.reading import read
from sayso.records import Account, CaseView, Collected, Document, Origins, Range, Reading, RuleName
from sayso.workbench import Case, build_demo

EXERCISE = Path(__file__).parents[2] / "examples" / "exercise"
ANSWERS: dict[str, Any] = json.loads((EXERCISE / "answers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Every document by `file#number`."""
    found: dict[str, Document] = {}
    for path in sorted(EXERCISE.glob("[0-9]*")):
        for number, taken in enumerate(collect([str(path)], options=CollectOptions()), 1):
            assert isinstance(taken, Collected), taken
            found[f"{path.name}#{number}"] = taken.document
    return found


@pytest.fixture(scope="module")
def readings(documents: dict[str, Document]) -> dict[str, Reading]:
    return {name: read(document) for name, document in documents.items()}


@pytest.fixture(scope="module")
def origins(documents: dict[str, Document], readings: dict[str, Reading]) -> Origins:
    return trace_origins(list(documents.values()), list(readings.values()))


def test_every_document_is_taken_with_its_outlet_date_and_language(documents: dict[str, Document]) -> None:
    assert len(documents) == len(ANSWERS["documents"])
    for answer in ANSWERS["documents"]:
        document = documents[f"{answer['name']}#{answer['item']}"]
        unknown = answer.get("may_be_unknown", [])
        if "outlet" not in unknown:
            assert document.outlet == answer["outlet"], answer["name"]
        if document.published is not None or "published" not in unknown:
            assert (document.published or "")[:10] == answer["published"], answer["name"]
        assert document.language == answer["language"], answer["name"]
        assert (document.unread is not None) is answer.get("unread", False), answer["name"]


def test_page_furniture_is_no_part_of_a_report(documents: dict[str, Document]) -> None:
    for name in ("02-quenthal-courier.html#1", "05-the-lantern.html#1", "03-dorrin-daily.mhtml#1"):
        text = documents[name].text
        for furniture in ("cookies", "Ferry sinks", "mine collapse", "All rights reserved", "Lost and found"):
            assert furniture not in text, (name, furniture)


def test_relations_and_origins_are_those_found_by_hand(documents: dict[str, Document], origins: Origins) -> None:
    names = {document.id: name for name, document in documents.items()}
    found = {names[link.id]: (link.relation, names.get(link.of or "")) for link in origins.documents}
    assert found == {f"{a['name']}#{a['item']}": (a["relation"], a["of"]) for a in ANSWERS["documents"]}
    groups = {frozenset(names[member] for member in origin.documents) for origin in origins.origins}
    by_hand: dict[str, set[str]] = {}
    for answer in ANSWERS["documents"]:
        by_hand.setdefault(answer["origin"], set()).add(f"{answer['name']}#{answer['item']}")
    assert groups == {frozenset(group) for group in by_hand.values()}


def test_relative_dates_are_resolved(readings: dict[str, Reading]) -> None:
    for answer in ANSWERS["times"]:
        times = readings[answer["document"]].times
        assert any(answer["text"] in time.text and time.value[:10] == answer["value"] for time in times), answer


def _finds(answer: dict[str, Any], reading: Reading) -> bool:
    """Whether a claim of the reading has the answer's words, speaker and polarity."""
    for claim in reading.claims:
        content = " ".join(" ".join(span.text for span in claim.content).split()).casefold()
        speaker = "" if claim.source is None else " ".join((claim.source.text, claim.source.entity or "")).casefold()
        said, asked = answer["what"].casefold(), answer["speaker"].casefold()
        if said in content and asked in speaker and claim.polarity == answer["polarity"]:
            return True
    return False


def test_most_claims_are_found_with_their_speakers(readings: dict[str, Reading]) -> None:
    found = [answer for answer in ANSWERS["claims"] if _finds(answer, readings[answer["document"]])]
    # One may be missed for a better reader elsewhere; no more.
    assert len(found) >= len(ANSWERS["claims"]) - 1, [answer for answer in ANSWERS["claims"] if answer not in found]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    """The exercise as a case: added, read and weighed the way a user would."""
    folder = tmp_path_factory.mktemp("exercise")
    for _ in build_demo(folder, name="exercise"):
        pass
    with Case.open(folder / "exercise") as case:
        return case.view()


def _range(view: CaseView, what: str, rule: RuleName) -> Range:
    weighing = view.weighing if rule == view.weighing.figures["killed"].rule else view.other_rules[rule]
    return weighing.figures[what]


@pytest.mark.parametrize("rule", ["airwars", "ucdp", "acled", "gtd"])
@pytest.mark.parametrize("what", ["killed", "injured"])
def test_figures_come_out_as_worked_by_hand(view: CaseView, what: str, rule: RuleName) -> None:
    asked, got = ANSWERS["figures"][what][rule], _range(view, what, rule)
    for end in ("minimum", "best", "maximum", "contested"):
        if end in asked:
            assert getattr(got, end) == asked[end], end
    if "best_one_of" in asked:
        assert got.best in asked["best_one_of"]


def _plain(name: str) -> str:
    return name.casefold().removeprefix("a ").removeprefix("the ")


def _is_said_by(account: Account, speaker: str) -> bool:
    """Whether an account is of this speaker; an outlet's own count names the outlet."""
    return _plain(account.speaker or account.outlet or "") == _plain(speaker)


@pytest.mark.parametrize("what", ["killed", "injured"])
def test_every_account_has_its_speaker_and_what_became_of_it(
    view: CaseView, documents: dict[str, Document], what: str
) -> None:
    accounts = [a for a in view.weighing.accounts if a.what == what]
    matched = set()
    for answer in ANSWERS["accounts"][what]:
        place = documents[answer["document"]].id
        found = [
            a for a in accounts
            if place in a.documents and (a.low, a.wording, a.used) == (answer["low"], answer["wording"], answer["used"])
        ]  # fmt: skip
        assert len(found) == 1, answer
        matched.add(found[0].id)
        assert _is_said_by(found[0], answer["speaker"]), answer
    assert {a.used for a in accounts if a.id not in matched} <= {"folded"}


def test_background_and_other_happenings_are_left_out(view: CaseView, documents: dict[str, Document]) -> None:
    values = {a.low for a in view.weighing.accounts if a.what == "killed"}
    assert 22 not in values
    other = documents[ANSWERS["incident"]["other_incidents"][0]].id
    assert all(other not in a.documents for a in view.weighing.accounts)
    apart = next(i for i in view.incidents if other in i.documents)
    assert apart.documents == (other,)
    assert (apart.killed.minimum, apart.killed.maximum, apart.injured.best) == (4, 4, 17)
    main = next(i for i in view.incidents if len(i.documents) > 10)
    assert (main.date, main.place) == (ANSWERS["incident"]["date"], ANSWERS["incident"]["place"])


def test_four_of_the_dead_were_children(view: CaseView) -> None:
    children = view.weighing.figures["killed: children"]
    assert (children.minimum, children.best, children.maximum) == (4, 4, 4)


def test_leaving_out_a_source_moves_the_range_as_worked_by_hand(view: CaseView) -> None:
    names = {
        "monitor": "Dorrin Rights Monitor",
        "official": "security official",
        "ministry": "Ministry of the Interior",
    }
    whole = view.weighing.figures["killed"]
    for short, answer in ANSWERS["without"].items():
        moved = view.without_each.get(names[short], {}).get("killed", (whole.minimum, whole.best, whole.maximum))
        assert [moved[0], moved[2]] == answer["killed"], short


def test_reasons_tell_what_was_done_and_show_where(view: CaseView) -> None:
    texts = {r.document.id: r.document.text for r in view.readings}
    steps = {reason.step: reason for reason in view.weighing.figures["killed"].reasons}
    assert {"Gather", "Fold copies", "Keep the latest", "Parts and totals", "Parties", "Choose"} <= set(steps)
    assert "Ministry of the Interior" in steps["Parties"].says
    for reason in steps.values():
        assert reason.passages, reason.step
        for passage in reason.passages:
            assert texts[passage.document][passage.start : passage.end] == passage.text
    assert "Read the words" in {reason.step for reason in view.weighing.figures["injured"].reasons}


def test_what_was_replaced_names_who_replaced_it(view: CaseView) -> None:
    replaced = [a for a in view.weighing.accounts if a.used == "superseded"]
    assert {a.what for a in replaced} == {"killed", "injured"}
    for account in replaced:
        assert "Ilse Marrant" in account.why or "Radio Keppel" in account.why
        assert "\u201c" in account.why


def test_no_pronoun_and_no_unnamed_report_is_a_speaker(view: CaseView) -> None:
    speakers = {(a.speaker or "").casefold() for a in view.weighing.accounts} | {
        s.name.casefold() for s in view.sources
    }
    assert not speakers & {"it", "i", "he", "who", "the", "report", "a report", "paragraph", "nobody"}


def test_whole_numbers_are_whole(view: CaseView) -> None:
    for account in view.weighing.accounts:
        for end in (account.low, account.high):
            assert end is None or isinstance(end, int), account
    for figure in view.weighing.figures.values():
        assert all(isinstance(n, int) for n in (figure.minimum, figure.best, figure.maximum) if n is not None)


def test_what_is_agreed_and_contested(view: CaseView) -> None:
    said = {standing: " ".join(s.says for s in view.statements if s.standing == standing) for standing in
            ("agreed", "contested")}  # fmt: skip
    assert "14 June 2019" in said["agreed"]
    assert "At least eight people were killed" in said["agreed"]
    assert "How many were killed" in said["contested"]


def test_three_names_are_one_group(view: CaseView) -> None:
    actor = next(a for a in view.actors if "Tharqun Brigade" in a.spellings)
    assert set(ANSWERS["one_actor"]) <= set(actor.spellings)


def test_explanations_are_found_with_their_certainty(readings: dict[str, Reading]) -> None:
    found = [
        answer for answer in ANSWERS["explanations"]
        if any(answer["text"] in e.text and e.certainty == answer["certainty"]
               for e in readings[answer["document"]].explanations)
    ]  # fmt: skip
    # "It was probably an error of aim" has no word of purpose or cause: the reader may miss it, and only it.
    assert {a["text"] for a in ANSWERS["explanations"] if a not in found} <= {"an error of aim"}
