"""Letters proposed from a record, and credibility from independent origins."""

from __future__ import annotations

import math
from typing import Any

import pytest

from sayso.records import Account, Credibility, Incident, OriginLink, Origins, Passage, ProposedGrade, Range
from sayso.weighing import credibility_of, propose_grades

NONE = Range(minimum=None, best=None, maximum=None, origins=0, contested=False, rule="airwars")


def account(source: str, low: float | None, high: float | None = None, **more: Any) -> Account:
    """An account of the killed by `source`, whose origin has its name."""
    fields: dict[str, Any] = {
        "id": f"{source} {low} {high} {sorted(more.items())}",
        "what": "killed",
        "of": None,
        "group": None,
        "low": low,
        "high": low if high is None else None if high == math.inf else high,
        "wording": "exact",
        "origin": f"o {source}",
        "speaker": source,
        "outlet": "Orm Post",
        "documents": (f"d {source}",),
        "grade": None,
        "as_of": None,
        "used": "counts",
        "why": "",
        "passage": Passage(document=f"d {source}", start=0, end=1, text=str(low)),
    }
    return Account(**(fields | more))


def record(*incidents: list[Account], copies: tuple[str, ...] = ()) -> dict[str, ProposedGrade]:
    """What is proposed from incidents; documents named in `copies` are reprints."""
    found = [
        Incident(id=str(n), documents=(), date=None, place=None, killed=NONE, injured=NONE, figures=tuple(some))
        for n, some in enumerate(incidents)
    ]
    links = tuple(
        OriginLink(id=name, origin=name, relation="reprint" if name in copies else "original", of=None)
        for name in sorted({a.passage.document for some in incidents for a in some})
    )
    return propose_grades(found, Origins(documents=links, origins=()))


def happening(toll: int, *, crow: int) -> list[Account]:
    """Three origins that give the same toll, and Crow."""
    return [*(account(s, toll) for s in ("Owl", "Wren", "Lark")), account("Crow", crow)]


@pytest.mark.parametrize(
    ("right", "wrong", "letter"),
    [(10, 0, "A"), (9, 0, "B"), (4, 1, "B"), (3, 1, "C"), (2, 2, "D"), (1, 3, "E"), (2, 0, "F"), (0, 2, "F")],
)
def test_the_letter_follows_the_share_that_agrees_and_how_much_there_is(right: int, wrong: int, letter: str) -> None:
    found = record(*[happening(9, crow=9)] * right, *[happening(9, crow=4)] * wrong)["crow"]
    assert (found.letter, found.compared, found.agree, found.against) == (letter, right + wrong, right, wrong)
    counts = f"{right + wrong} can be compared with other origins: {right} agree with most of them, {wrong} do not"
    assert counts in found.reasons[0].says


def test_copies_of_its_own_origin_and_its_own_words_elsewhere_bear_nobody_out() -> None:
    same_origin = [account("Owl", 9), account("Wren", 9, origin="o Owl")]
    same_speaker = [account("Owl", 9), account("Owl", 9, origin="o Lark", outlet="Fathom")]
    found = record(*[same_origin] * 4, *[same_speaker] * 4)
    assert {name: (g.letter, g.compared) for name, g in found.items()} == {"owl": ("F", 0), "wren": ("F", 0)}
    assert found["owl"].reasons[-1].says == "Fewer than 3 can be compared: it cannot be judged."


def test_figures_that_came_first_and_were_borne_out_are_counted() -> None:
    early = account("Owl", 9, as_of="2031-03-01")
    late = [account(s, 9, as_of="2031-03-04") for s in ("Wren", "Lark")]
    found = record(*[[early, *late]] * 3)
    assert (found["owl"].first, found["owl"].borne_out, found["wren"].first) == (3, 3, 0)
    assert any(r.says == "3 figures came before any other origin's; 3 of these were borne out later."
               for r in found["owl"].reasons)  # fmt: skip


def test_a_figure_that_it_replaced_itself_is_a_correction_and_no_error() -> None:
    corrected = [*happening(9, crow=9), account("Crow", 6, used="superseded")]
    found = record(*[corrected] * 3)["crow"]
    assert (found.letter, found.corrected, found.against) == ("B", 3, 0)
    assert any("replaced 3 figures by a later one" in r.says for r in found.reasons)


def test_who_mostly_carries_others_gets_a_letter_less() -> None:
    table = [happening(9, crow=9)] * 4
    assert record(*table)["crow"].letter == "B"
    second_hand = record(*table, copies=("d Crow",))["crow"]
    assert (second_hand.letter, second_hand.own_documents, second_hand.documents) == ("C", 0, 1)


def test_what_is_set_aside_or_folded_is_no_record() -> None:
    table = [[*happening(9, crow=9), account("Jay", 4, used="set aside"), account("Daw", 4, used="folded")]] * 4
    assert set(record(*table)) == {"owl", "wren", "lark", "crow"}


def grade(*others: Account) -> Credibility:
    """Credibility of Owl's nine killed beside other accounts."""
    owl = account("Owl", 9)
    return credibility_of([owl, *others])[owl.id]


@pytest.mark.parametrize(
    ("same", "other", "digit"),
    [(0, 0, 6), (1, 0, 1), (3, 0, 1), (2, 1, 2), (1, 1, 3), (1, 2, 4), (0, 1, 4), (0, 2, 5), (0, 5, 5)],
)
def test_the_digit_follows_independent_origins(same: int, other: int, digit: int) -> None:
    found = grade(*(account(f"y{n}", 9) for n in range(same)), *(account(f"n{n}", 4) for n in range(other)))
    assert (found.digit, found.agree, found.against) == (digit, same, other)


def test_only_a_second_origin_confirms() -> None:
    assert grade(account("Wren", 9, origin="o Owl")).digit == 6
    assert grade(account("Owl", 9, origin="o Fathom")).digit == 6


def test_ranges_agree_where_some_number_fits_both() -> None:
    assert grade(account("Wren", 8, 10)).digit == 1
    assert grade(account("Wren", 10, math.inf)).digit == 4
    assert grade(account("Wren", 5, math.inf)).digit == 1


def test_other_quantities_and_parts_say_nothing_of_it() -> None:
    assert grade(account("Wren", 4, what="injured"), account("Lark", 4, group="children")).digit == 6


def test_the_reason_counts_and_points_to_passages() -> None:
    found = grade(account("Wren", 9), account("Lark", 4), account("Jay", 4))
    (reason,) = found.reasons
    assert reason.says == "1 origin apart from its own agrees, 2 origins contradict it."
    assert [p.document for p in reason.passages] == ["d Wren", "d Lark", "d Jay"]
