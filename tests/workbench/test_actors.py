"""A person's word about the cast: it holds over later documents, it can be undone, nonsense is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError
from sayso.records import Actor

WIRE = "Outlet: Harbour Wire\nPublished: 2031-03-09\n\nThe Dorrin Monitor said that nine people were killed. "
NOTES = {
    "a.txt": WIRE + "Colonel Orla Venn denied it. Venn spoke in Sarn.\n",
    "b.txt": "Outlet: Ledger\nPublished: 2031-03-10\n\nThe Okrin Watch said that Petra Venn had seen the crater.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[sayso.Case]:
    for name, text in NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with sayso.Case.new(tmp_path / "case") as made:
        list(made.add([str(tmp_path / name) for name in NOTES]))
        yield made


def named(case: sayso.Case, name: str) -> Actor | None:
    return next((a for a in case.actors() if a.name == name), None)


def test_the_program_proposes(case: sayso.Case) -> None:
    assert {a.name for a in case.actors()} >= {"Dorrin Monitor", "Okrin Watch", "Orla Venn", "Petra Venn"}
    assert not any(a.decided for a in case.actors())


def test_merged_actors_are_one_until_undone(case: sayso.Case) -> None:
    before = case.actors()
    case.merge_actors(["Dorrin Monitor", "Okrin Watch"], who="sam")
    one = named(case, "Dorrin Monitor")
    assert one is not None
    assert one.decided
    assert set(one.spellings) == {"Dorrin Monitor", "Okrin Watch"}
    assert len(one.documents) == 2
    assert "sam said that Dorrin Monitor and Okrin Watch are one." in [r.says for r in one.reasons]
    assert named(case, "Okrin Watch") is None
    case.undo(who="sam")
    assert case.actors() == before


def test_a_word_holds_for_documents_that_come_later(case: sayso.Case, tmp_path: Path) -> None:
    case.merge_actors(["Okrin Watch", "Dorrin Monitor"], who="sam", name="The monitors")
    late = tmp_path / "late.txt"
    late.write_text("Outlet: Post\n\n" + "The Dorrin Monitor said that ten people were killed. " * 4, encoding="utf-8")
    list(case.add([str(late)]))
    one = named(case, "The monitors")
    assert one is not None
    assert len(one.documents) == 3
    assert named(case, "Dorrin Monitor") is None


def test_spellings_split_off_are_another(case: sayso.Case) -> None:
    case.split_actor("Orla Venn", ["Venn"], who="sam", name="Petra Venn of Sarn")
    rest, other = named(case, "Orla Venn"), named(case, "Petra Venn of Sarn")
    assert rest is not None
    assert other is not None
    assert "Venn" not in rest.spellings
    assert other.spellings == ("Venn",)
    assert rest.decided
    assert other.decided
    case.merge_actors(["Petra Venn of Sarn", "Petra Venn"], who="sam")
    merged = named(case, "Petra Venn of Sarn")
    assert merged is not None
    assert len(merged.documents) == 2


def test_mentions_in_one_document_split_off_are_another(case: sayso.Case) -> None:
    case.merge_actors(["Dorrin Monitor", "Okrin Watch"], who="sam")
    second = case.documents()[1].id
    case.split_actor("Dorrin Monitor", who="sam", documents=[second])
    other = named(case, "Okrin Watch")
    assert other is not None
    assert other.documents == (second,)


def test_a_new_name_is_shown_and_found(case: sayso.Case) -> None:
    case.rename_actor("Dorrin Monitor", "Dorrin Rights Monitor", who="sam")
    case.rename_actor("Dorrin Rights Monitor", "DRM", who="kim")
    one = named(case, "DRM")
    assert one is not None
    assert one.spellings == ("Dorrin Monitor",)
    assert [r.says for r in one.reasons if r.step == "decided"] == [
        "sam named it Dorrin Rights Monitor; before it was Dorrin Monitor.",
        "kim named it DRM; before it was Dorrin Rights Monitor.",
    ]
    assert case.view().actors == case.actors()


def test_an_actor_is_named_by_its_id_where_a_name_fits_several(case: sayso.Case) -> None:
    case.rename_actor("Petra Venn", "Orla Venn", who="sam")
    with pytest.raises(UsageError, match=r"may be several actors: Orla Venn .* Give the id"):
        case.rename_actor("Orla Venn", "X", who="sam")
    by_documents = {a.documents: a.id for a in case.actors() if a.name == "Orla Venn"}
    case.rename_actor(by_documents[case.documents()[1].id,], "Petra Venn", who="sam")
    assert named(case, "Petra Venn") is not None


def test_what_makes_no_sense_is_refused(case: sayso.Case) -> None:
    with pytest.raises(UsageError, match='Nobody in this case is called "Nobody"'):
        case.merge_actors(["Dorrin Monitor", "Nobody"], who="sam")
    with pytest.raises(UsageError, match="two or more different actors"):
        case.merge_actors(["Orla Venn", "Venn"], who="sam")
    with pytest.raises(UsageError, match='is not written "Krill"'):
        case.split_actor("Orla Venn", ["Krill"], who="sam")
    with pytest.raises(UsageError, match="nothing would be left"):
        case.split_actor("Dorrin Monitor", ["Dorrin Monitor"], who="sam")
    with pytest.raises(UsageError, match="which spellings, or which documents"):
        case.split_actor("Dorrin Monitor", who="sam")
    with pytest.raises(UsageError, match="not mentioned in a document d-x"):
        case.split_actor("Dorrin Monitor", who="sam", documents=["d-x"])
    with pytest.raises(UsageError, match="An empty name"):
        case.rename_actor("Dorrin Monitor", "  ", who="sam")
    assert case.store.decisions() == []
