"""Who-claims-what, resolved."""

from __future__ import annotations

import math
import random
from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.records import ResolvedObject, ResolvedSource, SourceClaim
from sayso.weighing.resolution import METHODS, resolve

NAMED = METHODS[1:]


def _claims(*rows: str) -> list[SourceClaim]:
    """Rows `object source value [origin [date]]`; `-` leaves an origin out."""
    out = []
    for row in rows:
        thing, source, value, *more = row.split()
        origin = more[0] if more and more[0] != "-" else None
        out.append(
            SourceClaim(object=thing, source=source, value=value, origin=origin, date=more[1] if more[1:] else None)
        )
    return out


def _only(claims: list[SourceClaim], method: str = "vote", **hierarchy: str) -> ResolvedObject:
    (held,) = resolve(claims, method=method, hierarchy=hierarchy).objects
    return held


@pytest.mark.parametrize("method", NAMED)
def test_what_most_independent_voices_say_is_held(method: str) -> None:
    claims = _claims("dam Mail cracked", "dam Post cracked", "dam Echo whole")
    held = _only(claims, method)
    assert held.value == "cracked"
    assert [other.value for other in held.alternatives] == ["whole"]
    assert held.support > held.alternatives[0].support
    assert "Mail and Post say cracked." in held.reasons
    assert "Echo says whole." in held.reasons


@pytest.mark.parametrize("method", NAMED)
def test_ten_copies_of_one_origin_do_not_outvote_two(method: str) -> None:
    copies = [f"dam Outlet{n} whole wire" for n in range(10)]
    held = _only(_claims(*copies, "dam Mail cracked", "dam Post cracked"), method)
    assert held.value == "cracked"
    assert "Claims that repeat their own origin: 9; each origin counts once." in held.reasons


def test_a_tie_is_told_and_more_copies_do_not_break_it() -> None:
    held = _only(_claims("dam Mail whole wire", "dam Echo whole wire", "dam Post cracked"))
    assert held.support == held.alternatives[0].support == 0.5
    assert held.value == "cracked"
    assert held.reasons[2] == "Tie with whole: nothing decides between them; the first by alphabet is taken."


@pytest.mark.parametrize(
    ("rows", "value", "why"),
    [
        (["toll Mail 12", "toll Post 9"], "9", "smallest number"),
        (["toll Mail 9 - 2031-03-06", "toll Post 12 - 2031-03-07"], "12", "later one"),
        (["toll Mail 9 - 2031-03-06T20:00", "toll Post 12 - 2031-03-06"], "9", "later one"),
    ],
)
def test_ties_go_to_the_later_then_to_the_smaller(rows: list[str], value: str, why: str) -> None:
    held = _only(_claims(*rows))
    assert held.value == value
    assert why in held.reasons[2]


def test_a_later_claim_of_the_same_source_replaces_its_earlier_one() -> None:
    held = _only(_claims("toll Mail 9 - 2031-03-06", "toll Mail 11 - 2031-03-07", "toll Post 9 - 2031-03-06"))
    assert (held.support, held.alternatives[0].support) == (0.5, 0.5)
    assert "Claims replaced by a later one of the same source: 1." in held.reasons


def test_a_voice_that_says_two_things_is_split_between_them() -> None:
    held = _only(_claims("toll Mail 9", "toll Mail 11", "toll Post 11", "toll Echo 9", "toll Bell 9"))
    assert held.value == "9"
    assert held.support == pytest.approx(2.5 / 4)


def test_confidence_weighs_a_claim() -> None:
    claims = _claims("dam Mail cracked", "dam Post whole")
    doubtful = [msgspec.structs.replace(claims[0], confidence=0.25), claims[1]]
    held = _only(doubtful)
    assert (held.value, held.support) == ("whole", 0.8)


@pytest.mark.parametrize("method", NAMED)
def test_numbers_are_chosen_and_never_averaged(method: str) -> None:
    claims = _claims("toll Mail 6", "toll Post 8", "toll Echo 20", "toll Bell 1000000000")
    held = _only(claims, method)
    assert held.value in {"6", "8", "20", "1000000000"}
    assert held.value != "1000000000"


def _ordered(source: ResolvedSource) -> bool:
    """Whether the interval holds the reliability; where it cannot be told, all of it is null and a note says why."""
    three = (source.low, source.reliability, source.high)
    if source.reliability is None:
        return three == (None, None, None) and source.checked < 3 and str(source.note).startswith("Cannot tell")
    return 0 <= (source.low or 0) <= source.reliability <= (source.high or 0) <= 1 and not source.note


def test_crh_settles_numbers_by_weighted_median() -> None:
    held = _only(_claims("toll Mail 6", "toll Post 8", "toll Echo 9", "toll Bell 900"), "crh")
    assert held.value == "8"
    assert "Half of the weight lies at or below this number, and it is one that was claimed." in held.reasons


def test_spellings_and_forms_of_a_number_are_one_value() -> None:
    held = _only(_claims("dam Mail Cracked", "dam Post cracked", "dam Echo CRACKED"))
    assert (held.value, held.support, held.alternatives) == ("CRACKED", 1.0, ())
    assert _only(_claims("toll Mail 12", "toll Post 12.0", "toll Echo 9")).support == pytest.approx(2 / 3)
    cost = [
        SourceClaim(object="cost", source=f"s{n}", value=v) for n, v in enumerate(["1,200", "1 200.0", "1200", "9"])
    ]
    assert _only(cost).support == 0.75
    # Digits parted otherwise are no number, and stay as they are written.
    assert {held.value for held in resolve(_claims("a Mail 1,20", "b Mail 12,3456")).objects} == {"1,20", "12,3456"}


@pytest.mark.parametrize("method", ["vote", "truthfinder", "accu", "crh"])
def test_a_coarser_value_supports_the_finer_one(method: str) -> None:
    claims = _claims("raid Mail Dorrin", "raid Post Keppel", "raid Echo Brask")
    held = _only(claims, method, Keppel="Dorrin", Brask="Harrow")
    assert held.value == "Keppel"
    assert "Dorrin, said by Mail, is less exact and agrees." in held.reasons
    wide = [f"{thing} {row}" for thing in ("r1", "r2", "r3") for row in ("Mail Dorrin", "Post Keppel", "Echo Brask")]
    sources = {s.source: s.reliability or 0 for s in resolve(_claims(*wide), hierarchy={"Keppel": "Dorrin"}).sources}
    assert sources["Mail"] > sources["Echo"]


def test_sources_that_agree_with_others_are_relied_on_more() -> None:
    rows = []
    for thing in range(20):
        rows += [f"q{thing} {source} yes" for source in ("Mail", "Post", "Echo")]
        rows.append(f"q{thing} Crow no")
    sources = {source.source: source for source in resolve(_claims(*rows), method="accu").sources}
    assert (sources["Mail"].reliability or 0) > 0.95 > 0.05 > (sources["Crow"].reliability or 0)
    assert all(_ordered(s) and s.claims == s.checked == 20 for s in sources.values())
    assert list(sources) == sorted(sources)


def test_the_interval_narrows_with_claims() -> None:
    def width(count: int) -> float:
        rows = [f"q{n} {source} yes" for n in range(count) for source in ("Mail", "Post")]
        mail = resolve(_claims(*rows), method="vote").sources[0]
        return (mail.high or 0) - (mail.low or 0)

    assert width(3) > width(10) > width(50) > 0


def test_accu_lets_a_good_source_outweigh_two_bad_ones() -> None:
    # Crow and Daw are wrong on what the others settle; on the last object only Owl is against them.
    rows = []
    for thing in range(12):
        rows += [f"q{thing} {source} yes" for source in ("Owl", "Wren", "Finch")]
        rows += [f"q{thing} Crow no{thing}", f"q{thing} Daw never{thing}"]
    rows += ["last Owl yes", "last Crow no", "last Daw no"]
    assert resolve(_claims(*rows), method="vote").objects[-1].value == "no"
    assert resolve(_claims(*rows), method="accu").objects[-1].value == "yes"


def test_dawid_skene_makes_use_of_a_source_that_is_always_wrong() -> None:
    chance = random.Random(4)  # the table is made, not measured
    truth = {f"q{n}": chance.choice(["a", "b"]) for n in range(60)}
    other = {"a": "b", "b": "a"}
    rows = []
    for thing, label in truth.items():
        rows.append(f"{thing} Liar {other[label]}")
        rows += [f"{thing} Coin{n} {label if chance.random() < 0.7 else other[label]}" for n in range(4)]
    found = {held.object: held.value for held in resolve(_claims(*rows), method="dawid-skene").objects}
    assert sum(found[thing] == label for thing, label in truth.items()) >= 58
    by_vote = {held.object: held.value for held in resolve(_claims(*rows), method="vote").objects}
    assert sum(by_vote[thing] == label for thing, label in truth.items()) < 50


def test_a_label_that_nobody_claims_is_told_beside_and_never_held() -> None:
    rows = []
    for thing in range(40):
        label = "ab"[thing % 2]
        rows += [f"q{thing} Liar {'ba'[thing % 2]}", *(f"q{thing} {name} {label}" for name in ("Mail", "Post", "Echo"))]
    held = {o.object: o for o in resolve(_claims(*rows, "last Liar a"), method="dawid-skene").objects}
    assert held["last"].value == "a"
    assert held["last"].alternatives == ()
    assert held["last"].likelier
    assert held["last"].likelier.value == "b"
    assert held["last"].likelier.support > 0.9
    assert any("b is likelier" in says and "nobody claims it here" in says for says in held["last"].reasons)
    assert not any(o.likelier for name, o in held.items() if name != "last")
    known = resolve(_claims(*rows, "last Liar a"), method="dawid-skene", known={"last": "a"})
    assert not any(o.likelier for o in known.objects)


def test_in_a_crowd_a_label_that_nobody_gave_is_held() -> None:
    rows = [f"q{n} {who} {'b' if n % 2 else 'a'}" for n in range(30) for who in ("Ana", "Bo", "Cy")]
    rows += [f"q{n} Liar {'a' if n % 2 else 'b'}" for n in range(30)]
    held = {o.object: o for o in resolve(_claims(*rows, "last Liar a"), method="dawid-skene", crowd=True).objects}
    last = held["last"]
    assert (last.value, last.unclaimed, last.origins, last.support > 0.9) == ("b", True, 0, True)
    assert [other.value for other in last.alternatives] == ["a"]
    assert "Nobody gave this very answer." in last.reasons
    assert not any(o.unclaimed for name, o in held.items() if name != "last")
    known = resolve(_claims(*rows, "last Liar a"), method="dawid-skene", known={"last": "a"}, crowd=True)
    assert not any(o.unclaimed for o in known.objects)


def test_in_a_crowd_the_mean_of_numbers_is_held_and_what_is_wild_stays_out() -> None:
    rows = [*[f"mood w{n} {number}" for n, number in enumerate((40, 42, 44, 47, 900))], "calm w0 3", "calm w1 3"]
    mood, calm = resolve(_claims(*rows), crowd=True).objects
    assert 42 < float(mood.value) < 45
    assert (mood.unclaimed, mood.origins, mood.support) == (True, 0, 0.8)
    assert mood.estimate
    assert mood.value == f"{mood.estimate.mean:.15g}"
    assert any("Left out as wild: 20% of the votes." in says for says in mood.reasons)
    assert (calm.value, calm.unclaimed, calm.origins) == ("3", msgspec.UNSET, 2)
    (even,) = resolve(_claims("mood w0 40", "mood w1 43", "mood w2 46"), crowd=True).objects
    assert (even.value, even.unclaimed, even.origins, even.support) == ("43", msgspec.UNSET, 1, 1.0)
    assert not any("Nobody gave" in says for says in even.reasons)
    reports = resolve(_claims(*rows[:5]), method="centre").objects[0]
    assert reports.value in {"42", "44"}
    assert reports.unclaimed is msgspec.UNSET


def test_a_method_that_holds_claimed_values_only_has_no_use_for_a_crowd() -> None:
    with pytest.raises(UsageError, match="vote holds claimed values only"):
        resolve(_claims("toll Mail 6"), method="vote", crowd=True)


def test_auto_suits_the_method_to_the_table() -> None:
    labels = [f"q{n} s{k} {'yes' if k else 'no'}" for n in range(12) for k in range(3)]
    assert resolve(_claims(*labels)).method == "dawid-skene"
    assert resolve(_claims("toll Mail 6", "toll Post 8")).method == "truthfinder"
    assert resolve(_claims(*[f"toll s{n} {n}" for n in range(6)])).method == "centre"
    assert resolve(_claims("dam Mail whole", "dam Post cracked")).method == "accu"
    assert resolve(_claims("toll Mail 6", "toll Post 8"), crowd=True).method == "centre"
    assert resolve(_claims("raid Mail Keppel"), hierarchy={"Keppel": "Dorrin"}).method == "accu"


def test_nothing_claimed_nothing_held() -> None:
    empty = resolve([])
    assert (empty.objects, empty.sources) == ((), ())


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(UsageError, match="truthfinder"):
        resolve([], method="oracle")


_rows = st.lists(
    st.builds(
        SourceClaim,
        object=st.sampled_from(["toll", "dam", "raid"]),
        source=st.sampled_from(["Mail", "Post", "Echo", "Bell"]),
        value=st.sampled_from(["6", "8", "20", "cracked", "Keppel", "Dorrin"]),
        origin=st.sampled_from([None, "wire"]),
        date=st.sampled_from([None, "2031-03-06", "2031-03-07"]),
        confidence=st.sampled_from([None, 0.0, 0.5, 1.0]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=120, deadline=None)
@given(_rows, st.sampled_from(METHODS))
def test_what_is_held_was_claimed_and_shares_sum_to_one(claims: list[SourceClaim], method: str) -> None:
    resolution = resolve(claims, method=method, hierarchy={"Keppel": "Dorrin"})
    assert [held.object for held in resolution.objects] == list(dict.fromkeys(claim.object for claim in claims))
    for held in resolution.objects:
        said = Counter(claim.value for claim in claims if claim.object == held.object)
        values = [held.value, *(other.value for other in held.alternatives)]
        assert set(values) <= set(said)
        assert math.fsum([held.support, *(other.support for other in held.alternatives)]) == pytest.approx(1, abs=1e-6)
    assert all(_ordered(s) for s in resolution.sources)


@settings(max_examples=120, deadline=None)
@given(_rows, st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_order_of_rows_never_matters(claims: list[SourceClaim], method: str, chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    one, other = resolve(claims, method=method), resolve(shuffled, method=method)
    assert {held.object: held for held in one.objects} == {held.object: held for held in other.objects}
    assert one.sources == other.sources


@settings(max_examples=80, deadline=None)
@given(_rows, st.sampled_from(METHODS), st.integers(0, 11))
def test_a_repeated_row_never_changes_a_value(claims: list[SourceClaim], method: str, which: int) -> None:
    again = [*claims, claims[which % len(claims)]]
    values = [(held.value, held.support) for held in resolve(claims, method=method).objects]
    assert [(held.value, held.support) for held in resolve(again, method=method).objects] == values


def dated(*rows: tuple[str, str]) -> str:
    """What is held of what one source says on some days."""
    claims = [SourceClaim(object="toll", source="Post", value=value, date=day) for value, day in rows]
    (held,) = resolve(claims, method="vote").objects
    return " ".join(sorted((held.value, *(a.value for a in held.alternatives))))


def test_dates_are_compared_as_far_as_the_least_exact_goes() -> None:
    assert dated(("9", "2031-05-04"), ("12", "2031-05-06T10:00")) == "12"
    assert dated(("9", "2031-05-04"), ("12", "2031-05-04T10:00")) == "12 9"
    assert dated(("9", "2031-05"), ("12", "2031-05-04")) == "12 9"
    assert dated(("9", "2031-04"), ("12", "2031-05-04"), ("8", "2031-05-01")) == "12 8"
    assert dated(("9", "2031-05-04T09:00"), ("12", "2031-05-04T10:00")) == "12"


def test_it_is_told_how_many_origins_stand_behind_a_value() -> None:
    claims = [
        SourceClaim(object="toll", source="Post", value="9", origin="wire"),
        SourceClaim(object="toll", source="Mail", value="9", origin="wire"),
        SourceClaim(object="toll", source="Crow", value="9"),
        SourceClaim(object="quay", source="Crow", value="burnt"),
    ]
    assert [(o.object, o.origins) for o in resolve(claims).objects] == [("toll", 2), ("quay", 1)]
    known = resolve(claims, known={"quay": "stands"}).objects
    assert [(o.object, o.origins) for o in known] == [("toll", 2), ("quay", 0)]


def test_crh_learns_nothing_from_the_order_of_words_that_tie() -> None:
    claims = [
        SourceClaim(object=f"o{n}", source=source, value=value)
        for n in range(6)
        for source, value in (("Post", "afloat"), ("Mail", "sunk"))
    ]
    found = resolve(claims, method="crh")
    assert {o.support for o in found.objects} == {0.5}
    assert {s.reliability for s in found.sources} == {0.5}
