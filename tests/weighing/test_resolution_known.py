"""What is known, what cannot be told, who copies, and what many estimates amount to."""

from __future__ import annotations

import random
import statistics

import msgspec
import pytest

from sayso.records import ResolvedObject, SourceClaim
from sayso.weighing.resolution import METHODS, resolve

WEIGHING = [name for name in METHODS[1:] if name not in ("vote", "centre")]


def claims(*rows: str) -> list[SourceClaim]:
    """Rows `object source value [origin]`."""
    return [
        SourceClaim(object=thing, source=source, value=value, origin=more[0] if more else None)
        for thing, source, value, *more in (row.split() for row in rows)
    ]


def split_table() -> list[SourceClaim]:
    """Two against two on eight questions, and on a ninth: nothing but known answers tells who is right."""
    rows = [f"q{n} {s} yes" for n in range(8) for s in ("Mail", "Post")]
    rows += [f"q{n} {s} no" for n in range(8) for s in ("Crow", "Daw")]
    return claims(*rows, "last Mail yes", "last Post yes", "last Crow no", "last Daw no")


@pytest.mark.parametrize("method", WEIGHING)
@pytest.mark.parametrize("right", ["yes", "no"])
def test_known_answers_decide_who_is_believed_on_the_rest(method: str, right: str) -> None:
    known = {f"q{n}": right for n in range(8)}
    found = resolve(split_table(), method=method, known=known)
    last = found.objects[-1]
    assert (last.object, last.value, last.known) == ("last", right, msgspec.UNSET)
    assert last.support > 0.5
    reliable = {s.source: s.reliability or 0 for s in found.sources}
    good, bad = ("Mail", "Crow") if right == "yes" else ("Crow", "Mail")
    assert reliable[good] > 0.9 > 0.1 > reliable[bad]


@pytest.mark.parametrize("method", METHODS)
def test_a_known_answer_is_held_even_if_nobody_gives_it(method: str) -> None:
    found = resolve(claims("toll Mail 12", "toll Post 12", "toll Echo 9"), method=method, known={"toll": "10"})
    (held,) = found.objects
    assert (held.value, held.support, held.known) == ("10", 1.0, True)
    assert [(other.value, other.support) for other in held.alternatives] == [("12", 0.0), ("9", 0.0)]
    assert held.reasons == ("10 is known to be the answer.", "Nobody says so.", "Mail and Post say 12.", "Echo says 9.")


def test_a_known_answer_goes_against_the_most() -> None:
    (held,) = resolve(claims("dam Mail whole", "dam Post whole", "dam Echo CRACKED"), known={"dam": "cracked"}).objects
    assert (held.value, held.support, held.known) == ("CRACKED", 1.0, True)
    assert held.reasons[:2] == ("cracked is known to be the answer.", "Echo says CRACKED.")


def test_a_coarser_value_than_the_known_one_is_right() -> None:
    rows = [f"r{n} {row}" for n in range(3) for row in ("Mail Dorrin", "Post Brask")]
    known = {f"r{n}": "Keppel" for n in range(3)}
    found = resolve(claims(*rows), hierarchy={"Keppel": "Dorrin"}, known=known)
    assert [(s.source, s.reliability) for s in found.sources] == [("Mail", 1.0), ("Post", 0.0)]
    assert "Mail says Dorrin, which is less exact and agrees." in found.objects[0].reasons


@pytest.mark.parametrize("method", WEIGHING)
def test_whom_nobody_checks_cannot_be_told(method: str) -> None:
    rows = [f"q{n} {s} yes" for n in range(5) for s in ("Mail", "Post")]
    rows += [f"alone{n} Owl yes" for n in range(9)] + ["q0 Wren yes", "q1 Wren yes"]
    found = {s.source: s for s in resolve(claims(*rows), method=method).sources}
    assert found["Mail"].reliability is not None
    assert (found["Owl"].reliability, found["Owl"].low, found["Owl"].claims, found["Owl"].checked) == (None, None, 9, 0)
    assert found["Owl"].note == (
        "Cannot tell: 0 of 9 claims can be checked against another origin or a known answer, and 3 at least are needed."
    )
    assert found["Wren"].reliability is None


def test_copies_of_one_origin_do_not_check_each_other() -> None:
    rows = [f"q{n} {s} yes wire" for n in range(5) for s in ("Mail", "Post")]
    found = resolve(claims(*rows))
    assert {s.reliability for s in found.sources} == {None}
    assert found.notes[0].startswith("Of no source can it be told")


def test_a_known_answer_checks_a_source_that_stands_alone() -> None:
    rows = [f"q{n} Owl yes" for n in range(4)]
    (owl,) = resolve(claims(*rows), known={f"q{n}": "yes" if n else "no" for n in range(4)}).sources
    assert (owl.reliability, owl.checked) == (0.75, 4)


def _only(*rows: str, method: str = "vote") -> ResolvedObject:
    return resolve(claims(*rows), method=method).objects[0]


def test_values_that_nothing_sets_apart_are_undecided() -> None:
    assert _only("dam Mail cracked", "dam Post whole").undecided == ("whole",)
    assert _only("toll Mail 9", "toll Post 12", method="crh").undecided == ("12",)
    assert _only("dam Mail cracked", "dam Post whole", "dam Echo whole").undecided is msgspec.UNSET
    assert _only("dam Mail cracked").undecided is msgspec.UNSET


def test_a_lead_that_rests_on_sources_nobody_can_judge_is_undecided() -> None:
    # Mail agrees with Echo once, which lifts it by a little; one question is no record.
    held = _only("dam Mail whole", "dam Post cracked", "toll Mail 9", "toll Echo 9", method="accu")
    assert held.value == "whole"
    assert held.support > held.alternatives[0].support
    assert held.undecided == ("cracked",)
    assert held.reasons[-1].startswith("As many say cracked, and how far any of them can be relied on cannot be told")


def _mistaken(copier: bool) -> list[SourceClaim]:
    chance = random.Random(11)
    rows = []
    for n in range(40):
        crow = "right" if chance.random() < 0.5 else f"wrong{chance.randrange(20)}"
        daw = crow if copier else ("right" if chance.random() < 0.5 else f"wrong{chance.randrange(20)}")
        rows += [f"q{n} {s} right" for s in ("Owl", "Wren", "Lark")] + [f"q{n} Crow {crow}", f"q{n} Daw {daw}"]
    return claims(*rows)


def test_accu_finds_who_shares_mistakes() -> None:
    found = resolve(_mistaken(copier=True), method="accu")
    assert found.copying
    (pair,) = found.copying
    assert (pair.one, pair.other, pair.different) == ("Crow", "Daw", 0)
    assert pair.likelihood > 0.99
    assert pair.shared_mistakes + pair.shared_right == 40
    assert resolve(_mistaken(copier=False), method="accu").copying == ()
    assert resolve(_mistaken(copier=True), method="accu-alone").copying == ()


def test_accu_counts_a_copied_vote_for_less() -> None:
    # Three that make the same four mistakes in sixty against two that make none.
    rows = [f"q{n} {s} right" for n in range(60) for s in ("Owl", "Wren", "Lark", "Finch")]
    rows += [f"q{n} {s} {f'wrong{n}' if n < 4 else 'right'}" for n in range(60) for s in ("Crow", "Daw", "Rook")]
    rows += ["last Owl yes", "last Wren yes", "last Crow no", "last Daw no", "last Rook no"]
    assert resolve(claims(*rows), method="accu-alone").objects[-1].value == "no"
    assert resolve(claims(*rows), method="accu").objects[-1].value == "yes"


def test_many_estimates_have_a_mean_beside_the_value() -> None:
    chance = random.Random(3)
    rows = [f"q{n} s{k} {round(chance.gauss(100, 1 if k < 3 else 30))}" for n in range(30) for k in range(8)]
    found = resolve(claims(*rows))
    assert found.method == "centre"
    for held in found.objects:
        assert held.estimate is not msgspec.UNSET
        assert held.estimate.low < held.estimate.mean < held.estimate.high
        assert float(held.value) in {float(row.split()[2]) for row in rows if row.startswith(f"{held.object} ")}
    numbers = [[float(row.split()[2]) for row in rows if row.startswith(f"{o.object} ")] for o in found.objects]
    plain = statistics.fmean((statistics.fmean(some) - 100) ** 2 for some in numbers)
    ours = statistics.fmean((o.estimate.mean - 100) ** 2 for o in found.objects if o.estimate)
    assert ours < plain / 2
    assert resolve(claims("toll Mail 9", "toll Post 12")).objects[0].estimate is msgspec.UNSET


def test_voices_with_one_claim_each_all_weigh_the_same_in_a_mean() -> None:
    held = resolve(claims(*(f"depth s{n} {n}" for n in (1, 2, 3, 4, 5, 9)))).objects[0]
    assert held.estimate
    assert held.estimate.mean == pytest.approx(4.0)


def test_a_careless_voice_weighs_less_in_a_mean_the_more_it_is_heard() -> None:
    chance = random.Random(8)  # the table is made, not measured
    rows = [f"d{n} s{k} {100 + round(chance.gauss(0, 2), 3)}" for n in range(40) for k in range(5)]
    wide = [f"d{n} Careless {130 if n % 2 else 128}" for n in range(40)]
    means = [o.estimate.mean for o in resolve(claims(*rows, *wide), method="centre").objects if o.estimate]
    assert len(means) == 40
    assert statistics.fmean(means) - 100 < 0.5  # 4.8, were all weighed alike


def test_what_is_known_to_be_wrong_is_a_shared_mistake() -> None:
    rows = [f"q{n} {s} wrong{n}" for n in range(4) for s in ("Crow", "Daw")]
    (pair,) = resolve(claims(*rows), method="accu", known={f"q{n}": "right" for n in range(4)}).copying
    assert (pair.shared_mistakes, pair.shared_right, pair.different) == (4, 0, 0)
