"""The kept index of incidents: one document more gives the groups that all of them give, from scratch."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sayso.linking.incidents import IncidentIndex, Memory, group_incidents, index_keys
from sayso.linking.incidents.index import rung
from sayso.records import Document, Reading, Regrouping
from sayso.store.shelf import FILE, FileShelf

SOUNDS = [c + v for c in "bdfgklmnprst" for v in "aeiou"]


def made(seed: int, count: int) -> list[Document]:
    """Reports of made-up happenings, one to four of each, in no order; all share their formulas."""
    rng = random.Random(seed)

    def word() -> str:
        return "".join(rng.choice(SOUNDS) for _ in range(3))

    found: list[Document] = []
    while len(found) < count:
        who, town, street, thing = word().title(), word().title(), word().title(), word()
        for _ in range(rng.randint(1, 4)):
            day = rng.randint(10, 14)
            extra = " ".join(word() for _ in range(rng.randint(2, 9)))
            said = rng.choice(("was hurt", "died", "was found", "was taken to hospital"))
            text = f"{who} {town}son {said} when a {thing} fell on {street} Street in {town}. Officials said {extra}."
            found.append(
                Document(
                    id=f"d{rng.randrange(10**9)}", sha256="0", published=f"2031-05-{day}",
                    title=f"{thing} falls in {town}", text=text,
                )
            )  # fmt: skip
    rng.shuffle(found)
    return found[:count]


def take(index: IncidentIndex, documents: list[Document], upto: int) -> int:
    by_id = {d.id: d for d in documents}
    return index.sync(index_keys(documents[:upto]), lambda names: [by_id[n] for n in names])


def few(documents: int) -> int:
    """Steps as `rung` makes them, for small sets."""
    step = 8
    while int(step * 1.5) <= documents:
        step = int(step * 1.5)
    return min(step, documents)


@pytest.mark.parametrize("seed", range(6))
def test_one_by_one_gives_what_all_at_once_gives(seed: int) -> None:
    documents = made(seed, 110)
    growing = IncidentIndex(Memory(), steps=few)
    rng = random.Random(seed)
    at = 0
    while at < len(documents):
        at = min(len(documents), at + rng.choice((1, 1, 1, 2, 7)))
        take(growing, documents, at)
        whole = IncidentIndex(Memory(), steps=few)
        take(whole, documents, at)
        assert growing.groups() == whole.groups()
    assert any(len(group) > 1 for group in growing.groups())


def test_on_disk_as_in_memory_and_after_closing(tmp_path: Path) -> None:
    documents = made(9, 90)
    memory = IncidentIndex(Memory(), steps=few)
    for upto in (70, 71, 72, 90):
        take(memory, documents, upto)
        shelf = FileShelf(tmp_path, write=True)
        kept = IncidentIndex(shelf, steps=few)
        assert take(kept, documents, upto) > 0
        shelf.save()
        assert kept.groups() == memory.groups()
        shelf.close()
    shelf = FileShelf(tmp_path, write=False)
    kept = IncidentIndex(shelf, steps=few)
    assert take(kept, documents, 90) == 0
    assert kept.groups() == memory.groups()
    shelf.close()


def test_only_the_new_document_is_described() -> None:
    documents = made(3, 100)
    index = IncidentIndex(Memory(), steps=few)
    take(index, documents, 92)
    assert take(index, documents, 93) == 1
    assert take(index, documents, 93) == 0


def test_changed_documents_are_learned_anew() -> None:
    documents = made(4, 30)
    index = IncidentIndex(Memory(), steps=few)
    take(index, documents, 30)
    changed = [Document(id=d.id, sha256="0", text=f"{d.text} Again.") for d in documents]
    assert take(index, changed, 30) == 30
    assert take(index, documents[:20], 20) == 20
    assert sorted(n for g in index.groups() for n in g) == sorted(d.id for d in documents[:20])


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"this is no database, whatever its name says" * 40)
    reading = FileShelf(tmp_path, write=False)
    assert list(reading.space("state", int)) == []
    reading.close()
    shelf = FileShelf(tmp_path, write=True)
    documents = made(5, 20)
    assert take(IncidentIndex(shelf, steps=few), documents, 20) == 20
    shelf.save()
    shelf.close()


def test_what_is_learned_grows_by_quarters() -> None:
    assert [rung(n) for n in (0, 1, 512, 513, 639, 640, 800)] == [0, 1, 512, 512, 512, 640, 800]
    steps = [rung(n) for n in range(1, 60_000, 37)]
    assert steps == sorted(steps)
    assert all(n / 1.26 <= rung(n) <= n for n in range(600, 60_000, 371))


def test_a_person_merges_moves_and_splits() -> None:
    readings = [Reading(document=d) for d in made(6, 40)]
    groups = group_incidents(readings)
    large = next(g for g in groups if len(g.documents) > 2)
    other = next(g for g in groups if g.id != large.id)
    together = (*large.documents, *other.documents)

    def decided(*rows: Regrouping) -> dict[str, frozenset[str]]:
        found = group_incidents(readings, decided=rows)
        assert sorted(n for g in found for n in g.documents) == sorted(r.document.id for r in readings)
        return {name: frozenset(g.documents) for g in found for name in g.documents}

    merge = Regrouping(documents=together, together=True, beside=None, who="ida")
    assert decided(merge)[large.documents[0]] == frozenset(together)
    one = large.documents[1]
    out = Regrouping(documents=(one,), together=False, beside=None, who="ida")
    assert decided(out)[one] == {one}
    into = Regrouping(documents=(one,), together=False, beside=other.documents[0], who="ida")
    assert decided(into)[one] == {one, *other.documents}
    # The later word wins, and names of documents that are gone are passed over.
    assert decided(merge, out)[one] == {one}
    assert one not in decided(merge, out)[large.documents[0]]
    gone = Regrouping(documents=("gone",), together=False, beside=None, who="ida")
    assert decided(gone) == decided()
    (group,) = [g for g in group_incidents(readings, decided=[into]) if one in g.documents]
    assert group.reasons[0].step == "decided"
    assert group.reasons[0].says.startswith("ida decided")


def test_uncertain_joins_are_proposed_with_reasons_and_not_made() -> None:
    readings = [Reading(document=d) for d in made(0, 110)]
    asked = [(g, join) for g in group_incidents(readings) for join in g.proposed]
    assert asked
    for group, join in asked:
        assert join.document not in group.documents
        assert 0.2 <= join.likelihood <= 1
        assert join.reasons[0].says.startswith("It may report this incident too")
    names = tuple(join.document for _, join in asked)
    settled = Regrouping(documents=names, together=False, beside=None, who="ida")
    again = {join.document for g in group_incidents(readings, decided=[settled]) for join in g.proposed}
    assert not again & set(names)
