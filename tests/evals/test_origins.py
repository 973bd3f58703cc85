"""Labels of origins: what the file holds, and how it is counted."""

from __future__ import annotations

import csv

from evals.origins import TESTS, TIES, Pair, hits, labelled
from evals.readings import LABELS


def test_labels_are_three_hundred_pairs_of_five_kinds_in_four_parts_without_texts() -> None:
    with (LABELS / "origin_pairs.tsv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) >= 300
    assert len({frozenset((row["a"], row["b"])) for row in rows}) == len(rows)
    assert {row["label"] for row in rows} == {*TIES, "independent", "furniture"}
    assert len(labelled("tune", "tune 2")) + len(labelled(*TESTS)) == len(rows)
    assert len(labelled("test")) >= 130
    assert len(labelled("test 2")) >= 150
    read = {row[x] for row in rows if row["part"] in ("tune", "tune 2") for x in ("a", "b")}
    assert not read & {row[x] for row in rows if row["part"] == "test 2" for x in ("a", "b")}
    assert all(len(value) <= 40 for row in rows for value in row.values())


def test_a_pair_counts_as_found_when_both_are_of_one_origin() -> None:
    home = {"a": "x", "b": "x", "c": "y"}
    told = (("a", "b", True), ("a", "c", True), ("a", "b", False), ("b", "c", False))
    pairs = [Pair(a, b, tied=tied, first=tied) for a, b, tied in told]
    assert hits(pairs, lambda p: home[p.a] == home[p.b]) == [
        (1.0, 1.0, 1.0, 1.0),
        (0.0, 0.0, 0.0, 1.0),
        (0.0, 1.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 0.0),
    ]


def test_pairs_of_slight_likeness_have_three_readers_and_most_of_them_decide() -> None:
    with (LABELS / "origin_pairs.tsv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    thrice = [row for row in rows if row["stratum"] in ("same .03-.1", "same .1-.25")]
    assert len(thrice) == 272
    assert all(bool(row["second"]) == bool(row["third"]) == (row in thrice) for row in rows)
    tied = {frozenset((p.a, p.b)): p for p in labelled("tune", "tune 2", *TESTS)}
    turned = [row for row in thrice if tied[frozenset((row["a"], row["b"]))].tied != (row["label"] in TIES)]
    assert turned
    assert all((row["second"] in TIES) == (row["third"] in TIES) != (row["label"] in TIES) for row in turned)
