"""Near-duplicates of `gva/dev`: how many that become one origin are of one incident.

Of all pairs with a Jaccard index of half or more, 97 % are different incidents on pages with the same furniture.
The same text filed under two incidents (a round-up) counts as an error here too. And pairs that we labelled by hand, of
which one part was looked at while the rules were made, and the other was not.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from evals.readings import LABELS, prepared
from evals.scoring import Row, f1_interval, mean_interval
from sayso.linking.origins import trace_origins
from sayso.linking.shingles import candidate_pairs, jaccard, shingles, words
from sayso.records import Document

LEAST = 0.5
TIES = ("reprint", "rewrite", "cites")
TESTS = ("test", "test 2")
"""Parts that no rule was chosen on; the second was drawn and read later, when the rules stood."""


class Pair(NamedTuple):
    """Two documents, whether they are one origin by most readers, and by the first of them; see `origin_pairs.md`."""

    a: str
    b: str
    tied: bool
    first: bool


def labelled(*parts: str) -> list[Pair]:
    """Pairs of parts of our labels: where three people read a pair, most of them decide."""
    with (LABELS / "origin_pairs.tsv").open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["part"] in parts]
    pairs = []
    for row in rows:
        said = [row[reader] in TIES for reader in ("label", "second", "third") if row[reader]]
        pairs.append(Pair(row["a"], row["b"], 2 * sum(said) > len(said), said[0]))
    return pairs


def hits(pairs: Iterable[Pair], found: Callable[[Pair], bool]) -> list[tuple[float, float, float, float]]:
    """One unit a pair, as `f1_interval` takes it."""
    units = []
    for pair in pairs:
        both = float(found(pair) and pair.tied)
        units.append((both, float(found(pair)), both, float(pair.tied)))
    return units


def copies(data: Path, scorer: ModuleType) -> list[Row]:
    """Precision at a Jaccard index of half: our origins beside the bare index; and of all ties."""
    gold = prepared(scorer, "gva", data / "gva")
    incident = {d["id"]: row["id"] for row in gold for d in row["documents"]}
    made = {
        d["id"]: Document(
            id=d["id"], sha256="", text=d["text"], title=d["title"], published=d["published"], url=d["url"]
        )
        for row in gold
        for d in row["documents"]
    }
    documents = list(made.values())
    order = {d.id: i for i, d in enumerate(documents)}
    sets = [shingles(words(d.text).keys) for d in documents]
    near = {
        (documents[a].id, documents[b].id) for a, b, _ in candidate_pairs(sets) if jaccard(sets[a], sets[b]) >= LEAST
    }
    traced = trace_origins(documents)
    tied = [
        (a, b) for origin in traced.origins for a, b in combinations(sorted(origin.documents, key=order.__getitem__), 2)
    ]

    def right(pairs: list[tuple[str, str]]) -> list[float]:
        return [float(incident[a] == incident[b]) for a, b in pairs]

    rows = []
    for metric, system, pairs in (
        ("same incident, Jaccard >= .5", "sayso", [p for p in tied if p in near]),
        ("same incident, Jaccard >= .5", "bare Jaccard index", sorted(near)),
        ("same incident, all ties", "sayso", tied),
    ):
        units = right(pairs)
        rows.append(Row("gva/dev", metric, system, *mean_interval(units), len(units)))
    home = {link.id: link.origin for link in traced.documents}
    return [*rows, *by_labels(home, lambda p: jaccard(sets[order[p.a]], sets[order[p.b]]) >= LEAST)]


def by_labels(home: dict[str, str], alike: Callable[[Pair], bool]) -> list[Row]:
    """F1 of "same origin" on our labels: `home` is a document's origin, `alike` what the bare index says of a pair.

    Beside it stands what one reader alone reaches against most of the three.
    """
    rows = []
    beside = [
        (("test",), "same origin F1"),
        (("test 2",), "same origin F1, second draw"),
        (TESTS, "same origin F1, both draws"),
    ]
    tuned = [(("tune",), "same origin F1, tuned on"), (("tune 2",), "same origin F1, tuned on, second draw")]
    for parts, metric in (*beside, *tuned):
        units = hits(labelled(*parts), lambda p: home[p.a] == home[p.b])
        rows.append(Row("gva/dev labels", metric, "sayso", *f1_interval(units), len(units)))
    for parts, metric in beside:
        for system, say in (("first reader", lambda p: p.first), ("bare Jaccard index", alike)):
            units = hits(labelled(*parts), say)
            rows.append(Row("gva/dev labels", metric, system, *f1_interval(units), len(units)))
    return rows
