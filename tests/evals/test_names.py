"""Names: what the gold leaves open does not count, for or against a reader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from evals import names
from training.reader.examples import Labelled

from sayso.records import MentionType

ROOT = Path(__file__).resolve().parents[2]
TEXT = "We met residents of Sarn near the US base. Governor Ilsa Dorn of the Keppel Front left with her troops."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def labelled(**kinds: tuple[MentionType | None, ...]) -> Labelled:
    spans = [(*at(words.replace("_", " ")), kind) for words, each in kinds.items() for kind in each]
    return Labelled(id="re3d-x", text=TEXT, names=tuple(spans))


GOLD = names.gold_row(
    labelled(
        residents_of_Sarn=(None,), Sarn=("place",), We=("organization",), US=("place",), Governor=("role",),
        Ilsa_Dorn=("person",), Keppel_Front=("armed_group",), her_troops=(None,),
    )
)  # fmt: skip


def mention(words: str, kind: str) -> dict[str, Any]:
    start, end = at(words)
    return {"start": start, "end": end, "type": kind}


def kept(*mentions: dict[str, Any]) -> list[str]:
    reading = names.counted(GOLD, {"mentions": list(mentions)})
    return [TEXT[m["start"] : m["end"]] for m in reading["mentions"]]


def test_gold_names_become_the_scorers_types_and_roles_are_none() -> None:
    told = {TEXT[start:end]: label for start, end, label in GOLD["entities"]}
    assert told == {"Sarn": "LOC", "US": "LOC", "Ilsa Dorn": "PER", "Keppel Front": "ORG"}


def test_pronouns_are_left_open_but_not_names_in_capitals() -> None:
    assert [TEXT[start:end] for start, end in GOLD["open"]] == ["residents of Sarn", "We", "her troops"]


def test_what_overlaps_an_open_span_does_not_count() -> None:
    assert kept(mention("troops", "organization"), mention("met residents", "person"), mention("We", "person")) == []


def test_a_name_inside_an_open_span_counts_right_or_wrong() -> None:
    assert kept(mention("Sarn", "place"), mention("Sarn", "person")) == ["Sarn", "Sarn"]


def test_elsewhere_every_mention_counts() -> None:
    assert kept(mention("base", "facility"), mention("Dorn", "person")) == ["base", "Dorn"]


def test_articles_and_full_stops_are_cut_as_in_the_gold() -> None:
    assert kept(mention("the Keppel Front", "armed_group"), mention("the US", "place"), mention("base.", "place")) == [
        "Keppel Front", "US", "base",
    ]  # fmt: skip


def test_one_type_at_a_time() -> None:
    found = {"mentions": [mention("Sarn", "place"), mention("base", "facility"), mention("Governor", "role"),
                          mention("Keppel Front", "armed_group")]}  # fmt: skip
    assert [e[2] for e in names.only_gold(GOLD, ["LOC"])["entities"]] == ["LOC", "LOC"]
    assert [m["type"] for m in names.only_found(found, ["LOC"])["mentions"]] == ["place", "facility"]
    assert [m["type"] for m in names.only_found(found, ["ORG"])["mentions"]] == ["armed_group"]


def test_the_majority_is_that_every_capital_is_a_person() -> None:
    made = names.majority({"id": "a", "text": "Then Ilsa Dorn left the Keppel Front."})
    assert made["mentions"] == [
        {"start": 0, "end": 14, "type": "person"},
        {"start": 24, "end": 36, "type": "person"},
    ]


class Scorer:
    """Counts exact spans of one label, as the scorer does."""

    def entities(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, Any]:
        wanted = {tuple(e) for e in gold[0]["entities"]}
        said = {(m["start"], m["end"], names.KIND[m["type"]]) for m in found[0]["mentions"]}
        hits = len(wanted & said)
        return {"p": hits / len(said) if said else 0.0, "r": hits / len(wanted) if wanted else 0.0,
                "gold": len(wanted), "predicted": len(said)}  # fmt: skip


def test_the_table_has_a_row_for_all_and_one_for_each_type() -> None:
    found = [{"mentions": [mention("Sarn", "place"), mention("Ilsa Dorn", "organization")]}]
    rows = names.table("made-up", Scorer(), [GOLD], {"sayso": found})  # type: ignore[arg-type]
    assert [(row.metric, round(row.value, 3)) for row in rows] == [
        ("entity", 0.333), ("entity person", 0.0), ("entity organization", 0.0), ("entity place", 0.667),
    ]  # fmt: skip


def test_evaluating_needs_no_training_framework() -> None:
    code = "import sys, evals.__main__; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
