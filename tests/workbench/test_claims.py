"""A person's word on claims: applied, kept over a later reading, undone; what rests on a claim follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.errors import DecidedMeanwhile, UsageError
from sayso.records import Claim, Reading
from sayso.workbench.claims import At, ClaimEdit, SpeakerAt
from sayso.workbench.reviewing import by_document, review

TEXT = (
    "The ministry said on 9 March 2031 that nine people were killed near the old mill at Vell, "
    "and that the bridge was shut.\n\n"
    "A nurse said that fourteen people were killed near the old mill at Vell.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[sayso.Case]:
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    with sayso.Case.new(tmp_path / "case") as opened:
        list(opened.add([str(tmp_path / "wire.txt")]))
        yield opened


def killed(case: sayso.Case) -> tuple[object, object]:
    found = case.view().weighing.figures["killed"]
    return found.minimum, found.maximum


def claims(case: sayso.Case) -> dict[str, Claim]:
    """Claims as they stand by their source."""
    (reading,) = case.view().readings
    return {(c.source.text if c.source else ""): c for c in reading.claims}


def at(part: str) -> At:
    start = TEXT.index(part)
    return At(start=start, end=start + len(part))


def test_a_rejected_claim_is_kept_on_record_and_nothing_rests_on_it(case: sayso.Case) -> None:
    assert killed(case) == (9, 14)
    nurse = claims(case)["A nurse"]
    before = case.view()
    case.reject_claim(nurse.id, who="ann")
    view = case.view()
    assert killed(case) == (9, 9)
    assert "A nurse" not in claims(case)
    (noted,) = view.reviews
    assert (noted.state, noted.who, noted.claim) == ("rejected", "ann", nurse.id)
    assert noted.program is not None
    assert noted.program.content == nurse.content
    assert not any("fourteen" in s.says for s in view.statements)
    (stored,) = case.readings()
    assert nurse.id in {c.id for c in stored.claims}
    case.undo(who="ann")
    assert case.view().weighing == before.weighing
    assert case.view().reviews == ()


def test_an_accepted_claim_is_asserted_whatever_its_score_and_its_figures_are_no_longer_proposed(
    case: sayso.Case,
) -> None:
    nurse = claims(case)["A nurse"]
    assert all(a.proposed for a in case.view().weighing.accounts)
    case.accept_claim(nurse.id, who="ann")
    stands = claims(case)["A nurse"]
    assert (stands.review, stands.asserted, stands.score) == ("accepted", True, nurse.score)
    assert msgspec.structs.replace(stands, score=0.1).asserted
    assert {a.low: a.proposed for a in case.view().weighing.accounts if a.what == "killed"} == {9: True, 14: False}


def test_an_edited_claim_is_the_persons_with_the_programs_beside_it(case: sayso.Case) -> None:
    nurse = claims(case)["A nurse"]
    edit = ClaimEdit(
        source=SpeakerAt(start=TEXT.index("nurse"), end=TEXT.index("nurse") + 5, entity="Nurse Ode"),
        certainty="possible", polarity="denied", cue=None,
    )  # fmt: skip
    case.edit_claim(nurse.id, edit, who="ann")
    stands = claims(case)["nurse"]
    assert stands.id == nurse.id
    assert (stands.certainty, stands.polarity, stands.cue, stands.review) == ("possible", "denied", None, "edited")
    assert stands.content == nurse.content
    (noted,) = case.view().reviews
    assert noted.program is not None
    assert (noted.state, noted.program.certainty, noted.program.cue) == ("edited", nurse.certainty, nurse.cue)
    # Accepting what somebody edited keeps the edit; reopening gives the program's words back.
    case.accept_claim(nurse.id, who="ben")
    assert (claims(case)["nurse"].review, case.view().reviews[0].who) == ("edited", "ben")
    case.reopen_claim(nurse.id, who="ben")
    assert claims(case)["A nurse"] == nurse
    assert case.view().reviews == ()


def test_a_claim_is_split_and_its_figures_go_to_the_part_that_holds_them(case: sayso.Case) -> None:
    ministry = claims(case)["The ministry"]
    parts = [
        ClaimEdit(content=(at("nine people were killed near the old mill at Vell"),)),
        ClaimEdit(content=(at("the bridge was shut"),), certainty="probable"),
    ]
    case.split_claim(ministry.id, parts, who="ann")
    (reading,) = case.view().readings
    made = [c for c in reading.claims if c.review == "edited"]
    assert [c.content[0].text for c in made] == [TEXT[p.content[0].start : p.content[0].end] for p in parts]  # type: ignore[index]
    assert {c.source.text for c in made if c.source} == {"The ministry"}
    nine = next(f for f in reading.figures if f.low == 9)
    assert nine.claim == made[0].id
    assert [r.part_of for r in case.view().reviews] == [ministry.id, ministry.id]
    # A part can be decided on; reopening any part restores the whole.
    case.reject_claim(made[1].id, who="ann")
    assert [c.id for c in case.view().readings[0].claims if c.review == "edited"] == [made[0].id]
    assert killed(case) == (9, 14)
    case.reopen_claim(made[0].id, who="ann")
    assert claims(case)["The ministry"] == ministry


def test_a_claim_that_the_program_missed_is_marked(case: sayso.Case) -> None:
    count = len(claims(case))
    marked = ClaimEdit(content=(at("the old mill at Vell"),), source=SpeakerAt(start=0, end=12))
    decision = case.mark_claim(case.documents()[0].id, marked, who="ann")
    (reading,) = case.view().readings
    made = next(c for c in reading.claims if c.id == decision.subject)
    assert (made.review, made.asserted, made.content[0].text) == ("marked", True, "the old mill at Vell")
    assert len(reading.claims) == count + 1
    assert sorted(reading.claims, key=lambda c: min(s.start for s in (c.source or c.content[0], *c.content))) == list(
        reading.claims
    )
    case.reject_claim(made.id, who="ben")
    assert len(case.view().readings[0].claims) == count
    case.undo(who="ben")
    case.undo(who="ann")
    assert len(case.view().readings[0].claims) == count


def test_decisions_stand_over_a_later_reading_and_are_not_applied_to_other_words(case: sayso.Case) -> None:
    ministry, nurse = claims(case)["The ministry"], claims(case)["A nurse"]
    case.edit_claim(nurse.id, ClaimEdit(certainty="possible"), who="ann")
    case.reject_claim(ministry.id, who="ann")
    (reading,) = case.readings()
    decided = by_document(case.store.decisions())
    # A later reader finds nothing, or another claim in the same place.
    bare = msgspec.structs.replace(reading, claims=(), reader="later/1")
    done = review(bare, decided)
    assert [(c.id, c.certainty) for c in done.reading.claims] == [(nurse.id, "possible")]
    assert [r.state for r in done.reviews] == ["rejected", "edited"]
    other = msgspec.structs.replace(nurse, id="c-other", certainty="probable")
    beside = review(msgspec.structs.replace(reading, claims=(other,)), decided)
    assert {c.id for c in beside.reading.claims} == {nurse.id, "c-other"}
    # The text was extracted anew and says something else there.
    moved = msgspec.structs.replace(reading.document, text="  " + reading.document.text)
    adrift = review(Reading(document=moved), decided)
    assert adrift.reading.claims == ()
    assert {r.state for r in adrift.reviews} >= {"adrift"}


def test_wrong_decisions_are_refused_and_nothing_is_recorded(case: sayso.Case) -> None:
    nurse = claims(case)["A nurse"]
    document = case.documents()[0].id
    for edit in (
        ClaimEdit(content=()),
        ClaimEdit(content=(At(start=5, end=5),)),
        ClaimEdit(content=(At(start=-3, end=5),)),
        ClaimEdit(cue=At(start=0, end=10_000)),
        ClaimEdit(content=(At(start=0, end=9), At(start=5, end=12))),
    ):
        with pytest.raises(UsageError):
            case.edit_claim(nurse.id, edit, who="ann")
        with pytest.raises(UsageError):
            case.mark_claim(document, edit, who="ann")
    with pytest.raises(UsageError, match="no claim c-none"):
        case.accept_claim("c-none", who="ann")
    with pytest.raises(UsageError, match="two or more"):
        case.split_claim(nurse.id, [ClaimEdit(), ClaimEdit()], who="ann")
    with pytest.raises(UsageError, match="no document"):
        case.mark_claim("d-none", ClaimEdit(content=(At(start=0, end=3),)), who="ann")
    assert case.store.decisions() == []


def test_steps_are_undone_and_done_again_in_one_go(case: sayso.Case) -> None:
    ids = [c.id for c in claims(case).values()]
    with case.store.together():
        for name in ids:
            case.accept_claim(name, who="ann")
    case.distrust("The ministry", who="ben")
    assert [d.subject for d in case.store.undo_step("ann", of="ann")] == ids[::-1]
    assert [r.state for r in case.view().reviews] == []
    assert [d.kind for d in case.store.decisions()] == ["distrust"]
    assert [d.subject for d in case.store.redo_step("ann")] == ids
    assert case.store.redo_step("ann") == []
    assert [r.state for r in case.view().reviews] == ["accepted"] * len(ids)
    case.store.undo_step("ann", of="ann")
    case.store.redo_step("ann")
    case.store.undo_step("ann", of="ann")
    case.grade("The ministry", "C3", who="ann")
    assert case.store.redo_step("ann") == []
    assert [f for f in case.verify() if not f.ok] == []


def test_a_step_that_fails_writes_nothing(case: sayso.Case) -> None:
    nurse = claims(case)["A nurse"]

    def several() -> None:
        with case.store.together():
            case.accept_claim(nurse.id, who="ann")
            case.accept_claim("c-none", who="ann")

    with pytest.raises(UsageError):
        several()
    assert case.store.decisions() == []
    assert [f for f in case.verify() if not f.ok] == []


def test_what_somebody_decided_meanwhile_is_not_overwritten(case: sayso.Case) -> None:
    nurse, ministry = claims(case)["A nurse"].id, claims(case)["The ministry"].id
    seen, _ = case.store.version()
    case.reject_claim(nurse, who="ben")
    with case.store.together(based_on=seen):
        case.accept_claim(ministry, who="ann")  # another thing: no conflict
    with pytest.raises(DecidedMeanwhile, match="ben decided this") as refused, case.store.together(based_on=seen):
        case.accept_claim(nurse, who="ann")
    assert [d.who for d in refused.value.decisions] == ["ben"]  # type: ignore[attr-defined]
    assert [d.who for d in case.store.decisions()] == ["ben", "ann"]
    seen, _ = case.store.version()
    case.store.undo_step("eve", number=1)
    with pytest.raises(DecidedMeanwhile, match="eve undid this"), case.store.together(based_on=seen):
        case.accept_claim(nurse, who="ann")


def test_a_place_is_moved_for_all_its_mentions(case: sayso.Case) -> None:
    (reading,) = case.readings()
    place = reading.places[0]
    document = reading.document.id
    was = None if place.lat is None or place.lon is None else (place.lat, place.lon)
    case.move_place(
        place.name, who="ann", spellings=[place.text], documents=[document], was=was, to=(33.5, 38.6), name="Vell"
    )
    moved = case.view().readings[0].places
    assert {(p.lat, p.lon, p.precision) for p in moved if p.text == place.text} == {(33.5, 38.6, "point")}
    case.move_place(place.name, who="ann", spellings=[place.text], documents=[document], was=was, to=None)
    assert {p.lat for p in case.view().readings[0].places if p.text == place.text} == {None}
    with pytest.raises(UsageError, match="no place on Earth"):
        case.move_place(place.name, who="ann", spellings=["x"], documents=[], was=None, to=(91, 0))
    case.undo(who="ann")
    case.undo(who="ann")
    assert case.view().readings[0].places == reading.places
