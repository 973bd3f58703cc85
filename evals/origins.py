"""Near-duplicates of `gva/dev`: how many that become one origin are of one incident.

Of all pairs with a Jaccard index of half or more, 97 % are different incidents on pages with the same furniture.
The same text filed under two incidents (a round-up) counts as an error here too. And pairs that we labelled by hand, of
which one part was looked at while the rules were made, and the other was not.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from types import ModuleType

from evals.readings import LABELS, prepared
from evals.scoring import Row, f1_interval, mean_interval
from sayso.linking.origins import trace_origins
from sayso.linking.shingles import candidate_pairs, jaccard, shingles, words
from sayso.records import Document

LEAST = 0.5
TIES = ("reprint", "rewrite", "cites")
TESTS = ("test", "test 2")
"""Parts that no rule was chosen on; the second was drawn and read later, when the rules stood."""


def labelled(*parts: str) -> list[tuple[str, str, bool]]:
    """Pairs of parts of our labels, named in `origin_pairs.md`: two document ids, and whether they are one origin."""
    with (LABELS / "origin_pairs.tsv").open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["part"] in parts]
    return [(row["a"], row["b"], row["label"] in TIES) for row in rows]


def hits(pairs: Iterable[tuple[str, str, bool]], home: dict[str, str]) -> list[tuple[float, float, float, float]]:
    """One unit a pair, as `f1_interval` takes it."""
    units = []
    for a, b, gold in pairs:
        found = home[a] == home[b]
        both = float(found and gold)
        units.append((both, float(found), both, float(gold)))
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
    alike = {(a, b): jaccard(sets[order[a]], sets[order[b]]) >= LEAST for a, b, _ in labelled(*TESTS)}
    return [*rows, *by_labels(home, alike)]


def by_labels(home: dict[str, str], alike: dict[tuple[str, str], bool]) -> list[Row]:
    """F1 of "same origin" on our labels: `home` is a document's origin, `alike` what the bare index says of a pair."""
    rows = []
    for parts, metric in (
        (("test",), "same origin F1"),
        (("test 2",), "same origin F1, second draw"),
        (TESTS, "same origin F1, both draws"),
        (("tune",), "same origin F1, tuned on"),
        (("tune 2",), "same origin F1, tuned on, second draw"),
    ):
        units = hits(labelled(*parts), home)
        rows.append(Row("gva/dev labels", metric, "sayso", *f1_interval(units), len(units)))
    bare = [
        (float(alike[a, b] and gold), float(alike[a, b]), float(alike[a, b] and gold), float(gold))
        for a, b, gold in labelled(*TESTS)
    ]
    return [
        *rows,
        Row("gva/dev labels", "same origin F1, both draws", "bare Jaccard index", *f1_interval(bare), len(bare)),
    ]
