"""Near-duplicates of `gva/dev`: how many that become one origin are of one incident.

Of all pairs with a Jaccard index of half or more, 97 % are different incidents on pages with the same furniture.
The same text filed under two incidents (a round-up) counts as an error here too.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from types import ModuleType

from evals.readings import prepared
from evals.scoring import Row, mean_interval
from sayso.linking.origins import trace_origins
from sayso.linking.shingles import candidate_pairs, jaccard, shingles, words
from sayso.records import Document

LEAST = 0.5


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
    sets = [shingles(words(d.text).keys) for d in documents]
    near = {
        (documents[a].id, documents[b].id) for a, b, _ in candidate_pairs(sets) if jaccard(sets[a], sets[b]) >= LEAST
    }
    tied = [
        (a, b)
        for origin in trace_origins(documents).origins
        for a, b in combinations(sorted(origin.documents, key=list(made).index), 2)
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
    return rows
