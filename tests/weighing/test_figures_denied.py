"""A number that a speaker denies, or does not confirm, is none of theirs; one beside which something is denied stands."""

from __future__ import annotations

import pytest

from sayso.linking.origins import trace_origins
from sayso.reading import read
from sayso.records import Document, Reading, Weighing
from sayso.weighing.agreement import agreement
from sayso.weighing.figures import weigh


def report(name: str, text: str, *, title: str | None = None, outlet: str = "Wire", day: str = "01") -> Reading:
    return read(
        Document(
            id=name, sha256="", text=text, title=title, published=f"2031-03-{day}", outlet=outlet, media_type="text"
        )
    )


def weighed(*readings: Reading) -> Weighing:
    return weigh(readings, trace_origins([r.document for r in readings], readings))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that eight people were killed in the strike on Sarn.",
        "The ministry dismissed claims that eight people were killed in the strike on Sarn.",
        "The army denied killing eight people at the mill.",
        "The army denied that its strike killed eight people at the mill.",
        "The governor called the figure of eight dead false.",
        "It was not true that eight people were killed, the mayor said.",
        "The army said reports of eight dead were fabricated.",
        "The ministry did not confirm that eight people were killed.",
        "The mayor said he could not confirm reports that eight people had died.",
        "The ministry said it was checking reports that eight people had been killed, but could confirm nothing.",
        "The army said it had no information about eight people killed in Sarn and would not confirm it.",
    ],
)
def test_a_number_that_is_denied_or_not_confirmed_is_no_account(text: str) -> None:
    found = weighed(report("a", text))
    (account,) = [a for a in found.accounts if a.what == "killed"]
    assert (account.low, account.used) == (8, "set aside")
    assert account.doubt == ("does not confirm" if "confirm" in text else "denies")
    assert account.speaker
    assert f"{account.speaker} {account.doubt} this number" in account.why
    killed = found.figures["killed"]
    assert (killed.minimum, killed.best, killed.maximum, killed.contested) == (None, None, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "The army denied responsibility for the attack that killed eight people at the mill.",
        "The army denied that it had shelled the market, where eight people were killed.",
        "The army denied any role in the deaths of eight people at the mill.",
        "The ministry said that eight people were killed, and denied that its jets had flown.",
        "Police are investigating the deaths of eight people at the mill.",
        "The mayor could not confirm who was behind the attack that killed eight people.",
        "Eight people were killed at the mill. The sources did not attribute the strike to anybody.",
    ],
)
def test_a_number_beside_which_something_else_is_denied_stands(text: str) -> None:
    found = weighed(report("a", text)).figures["killed"]
    assert (found.minimum, found.maximum) == (8, 8)


def test_a_rumour_counts_in_the_maximum_only() -> None:
    found = weighed(report("a", "Rumours that 30 people had died spread on Sunday. The mayor said six people died."))
    assert (found.figures["killed"].minimum, found.figures["killed"].maximum) == (6, 30)
    assert {(a.low, a.used) for a in found.accounts if a.what == "killed"} == {(6, "counts"), (30, "maximum only")}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The army rejected the monitor's report that eight people had been killed.", "monitor"),
        ("The police disputed a claim by the union that eight workers had died.", "union"),
        ("Contrary to reports by the union that eight people were killed, nobody was hurt, police said.", "union"),
        (
            "The mayor was not able to confirm the figure of eight deaths given by the Harbour Coalition.",
            "Harbour Coalition",
        ),
    ],
)
def test_a_number_that_one_denies_is_whose_the_same_words_name(text: str, claimant: str) -> None:
    found = weighed(report("a", text))
    accounts = {a.speaker: (a.low, a.used, a.doubt) for a in found.accounts if a.what == "killed"}
    assert accounts.pop(claimant) == (8, "counts", None)
    assert all((low, used) == (8, "set aside") or low == 0 for low, used, _ in accounts.values())
    assert found.figures["killed"].maximum == 8


def test_the_number_that_a_denial_gives_instead_is_the_speakers() -> None:
    found = weighed(
        report(
            "a", "The ministry denied reports by the Tarn Monitor that eight people were killed, saying two had died."
        )
    )
    assert (found.figures["killed"].minimum, found.figures["killed"].maximum) == (2, 8)
    assert found.figures["killed"].contested
    assert {(a.speaker, a.low, a.doubt) for a in found.accounts if a.what == "killed"} == {
        ("ministry", 8, "denies"), ("ministry", 2, None), ("Tarn Monitor", 8, None)
    }  # fmt: skip


def test_a_denied_number_is_contested_and_replaces_nothing() -> None:
    monitor = report("a", "The Tarn Monitor said that eight people were killed at the mill.")
    early = report("b", "The ministry said that two people were killed at the mill.", outlet="Post")
    late = report("c", "The ministry denied that eight people were killed at the mill.", outlet="Courier", day="03")
    calm = weighed(monitor).figures["killed"]
    assert (calm.minimum, calm.contested) == (8, False)
    found = weighed(monitor, late)
    assert (found.figures["killed"].minimum, found.figures["killed"].maximum) == (8, 8)
    assert found.figures["killed"].contested
    assert found.figures["killed"].origins == 1
    both = weighed(monitor, early, late)
    assert {(a.speaker, a.low, a.used) for a in both.accounts if a.what == "killed"} == {
        ("Tarn Monitor", 8, "counts"), ("ministry", 2, "counts"), ("ministry", 8, "set aside")
    }  # fmt: skip
    readings = [monitor, early, late]
    says = agreement(readings, trace_origins([r.document for r in readings], readings), both)
    assert not any(s.standing == "agreed" and "eight people were killed" in s.says for s in says)


def test_a_title_that_denies_gives_no_number() -> None:
    found = weighed(
        report("a", "The ministry issued a statement on Sunday.", title="Ministry denies killing eight in Sarn")
    )
    assert found.figures["killed"].minimum is None
    told = weighed(report("a", "It issued a statement.", title="Army denies role in strike that killed eight in Sarn"))
    assert told.figures["killed"].minimum == 8


def test_where_nobody_gives_a_firmer_number_a_possible_one_stands_from_its_low_to_its_high() -> None:
    text = "Six to eight people were possibly killed at the mill, a medic said."
    alone = weighed(report("a", text)).figures["killed"]
    assert (alone.minimum, alone.maximum) == (6, 8)
    firm = report("b", "The mayor said that seven people were killed at the mill.", outlet="Post")
    assert weighed(report("a", text), firm).figures["killed"].minimum == 7
