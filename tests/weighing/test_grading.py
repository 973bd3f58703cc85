"""Letters proposed from a record."""

from __future__ import annotations

import pytest
from tests.weighing.stand_ins import account

from sayso.records import Account, Incident, OriginLink, Origins, Passage, ProposedGrade, Range
from sayso.weighing import propose_grades

NONE = Range(minimum=None, best=None, maximum=None, origins=0, contested=False, rule="airwars")


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
    counts = (
        f"{right} {'agrees' if right == 1 else 'agree'} with more of these than any other number does, {wrong} with"
    )
    assert (
        f"{right + wrong} can be compared with other origins: {counts} fewer, 0 with as many." in found.reasons[0].says
    )


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
    assert any(r.says == "3 figures came before any other origin's; 3 were borne out later."
               for r in found["owl"].reasons)  # fmt: skip


def test_a_figure_that_it_replaced_itself_is_a_correction_and_no_error() -> None:
    corrected = [*happening(9, crow=9), account("Crow", 6, used="superseded")]
    found = record(*[corrected] * 3)["crow"]
    assert (found.letter, found.corrected, found.against) == ("B", 3, 0)
    assert any("replaced 3 figures by a later one" in r.says for r in found.reasons)


def test_a_number_that_a_death_has_raised_since_was_right_in_its_day() -> None:
    early = [account(s, 12, used="superseded", since=13) for s in ("Owl", "Wren")]
    found = record(*[[*early, account("Lark", 13)]] * 3)
    assert {name: (g.letter, g.agree, g.corrected) for name, g in found.items()} == {
        "owl": ("B", 3, 0),
        "wren": ("B", 3, 0),
        "lark": ("B", 3, 0),
    }


def test_what_is_wrong_and_told_again_by_its_correction_is_replaced_once() -> None:
    again = account("Crow", 6, used="superseded", passage=Passage(document="d Crow 2", start=0, end=1, text="6"))
    corrected = [*happening(9, crow=9), account("Crow", 6, used="superseded"), again]
    assert record(*[corrected] * 3)["crow"].corrected == 3


def test_numbers_that_contradict_each_other_do_not_outweigh_one_that_two_give() -> None:
    table = [[account("Owl", 30), account("Wren", 30), account("Lark", 31), account("Crow", 5)]] * 3
    found = record(*table)
    assert {name: (g.letter, g.agree, g.against) for name, g in found.items()} == {
        "owl": ("F", 0, 0),
        "wren": ("F", 0, 0),
        "lark": ("E", 0, 3),
        "crow": ("E", 0, 3),
    }


def test_what_is_evenly_disputed_counts_neither_way() -> None:
    even = [account("Owl", 9), account("Wren", 9), account("Lark", 8)]
    found = record(*[even] * 4)["owl"]
    assert (found.letter, found.compared, found.agree, found.against) == ("F", 4, 0, 0)
    assert found.reasons[-1].says == "Fewer than 3 are decided either way: it cannot be judged."
    assert record(*[even] * 4, *[happening(9, crow=9)] * 3)["owl"].letter == "B"
    assert record(*[even], *[happening(9, crow=9)] * 10)["owl"].letter == "B"
    assert record(*[happening(9, crow=9)] * 10)["owl"].letter == "A"


def test_the_counts_read_well() -> None:
    found = record([account("Owl", 9, as_of="2031-03-01"), account("Wren", 9, as_of="2031-03-02")])["owl"]
    agreement, *others = (r.says for r in found.reasons)
    assert agreement.startswith("Of 1 figure, 1 can be compared with other origins: 1 agrees with more of these than")
    assert others == [
        "1 figure came before any other origin's; 1 was borne out later.",
        "The one document that carries its figures goes back to no other.",
        "Fewer than 3 can be compared: it cannot be judged.",
    ]


def test_who_mostly_carries_others_gets_a_letter_less() -> None:
    table = [happening(9, crow=9)] * 4
    assert record(*table)["crow"].letter == "B"
    second_hand = record(*table, copies=("d Crow",))["crow"]
    assert (second_hand.letter, second_hand.own_documents, second_hand.documents) == ("C", 0, 1)


def test_what_is_set_aside_or_folded_is_no_record() -> None:
    table = [[*happening(9, crow=9), account("Jay", 4, used="set aside"), account("Daw", 4, used="folded")]] * 4
    assert set(record(*table)) == {"owl", "wren", "lark", "crow"}
