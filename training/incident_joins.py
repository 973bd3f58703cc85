"""Fit the weights of `sayso.linking.incidents.scoring` on a labelled set, and print them.

    python training/incident_joins.py PREPARED.jsonl

PREPARED is what `score.py prepare gva` writes: one incident a line, with its documents. Weights are fitted by
ridge-penalised logistic regression (Newton's method) on all candidate pairs; the measures printed come from five
folds of incidents, each scored by weights that have not seen them.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from sayso.linking.incidents import IncidentIndex, Memory, index_keys
from sayso.linking.incidents.joining import link
from sayso.linking.incidents.scoring import COMPARISONS, compare
from sayso.records import Document

FOLDS = 5
RIDGE = 1e-4


def say(*words: object) -> None:
    """Write a line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def load(path: Path) -> tuple[list[Document], list[str]]:
    """Return all documents, and the incident of each."""
    incident: dict[str, str] = {}
    documents: dict[str, Document] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for d in row["documents"]:
            incident[d["id"]] = row["id"]
            documents[d["id"]] = Document(
                id=d["id"], sha256="0", url=d["url"], published=d["published"], title=d["title"], text=d["text"]
            )
    return list(documents.values()), [incident[i] for i in documents]


def fit(values: Any, same: Any) -> Any:
    """Return bias and weights."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    z = np.c_[np.ones(len(values)), (values - mean) / spread]
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        slope = z.T @ (p - same) / len(same) + RIDGE * np.r_[0, w[1:]]
        curve = (z * (p * (1 - p))[:, None]).T @ z / len(same) + RIDGE * np.eye(len(w))
        w -= np.linalg.solve(curve, slope)
    plain = w[1:] / spread
    return np.r_[w[0] - plain @ mean, plain]


def measure(groups: list[list[int]], truth: list[str]) -> tuple[float, float, float, float]:
    """Return precision, recall and F1 of pairs, and B3 F1."""
    mine = {i: n for n, group in enumerate(groups) for i in group}
    a, b = Counter(truth), Counter(mine.values())
    both = Counter((truth[i], mine[i]) for i in mine)
    p = sum(math.comb(n, 2) for n in both.values()) / max(1, sum(math.comb(n, 2) for n in b.values()))
    r = sum(math.comb(n, 2) for n in both.values()) / sum(math.comb(n, 2) for n in a.values())
    bp = sum(n * n / b[k[1]] for k, n in both.items()) / len(truth)
    br = sum(n * n / a[k[0]] for k, n in both.items()) / len(truth)
    return round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4), round(2 * bp * br / (bp + br), 4)


def main() -> None:
    """Fit, cross-validate, print."""
    documents, truth = load(Path(sys.argv[1]))
    by_id = {d.id: d for d in documents}
    index = IncidentIndex(Memory(), steps=lambda count: count)
    index.sync(index_keys(documents), lambda ids: [by_id[i] for i in ids])
    features = [index.features(d.id) for d in documents]
    pairs = [(a, b) for b in range(len(documents)) for a in index.candidates(b)]
    values = np.array([compare(features[a], features[b], index.rarity) for a, b in pairs])
    same = np.array([truth[a] == truth[b] for a, b in pairs], dtype=float)
    names = sorted(set(truth))
    fold = {
        name: int(n) % FOLDS for name, n in zip(names, np.random.default_rng(0).permutation(len(names)), strict=True)
    }
    folds = np.array([(fold[truth[a]], fold[truth[b]]) for a, b in pairs])
    total = np.zeros(len(pairs))
    count = np.zeros(len(pairs))
    for held in range(FOLDS):
        out = (folds == held).any(1)
        w = fit(values[~out], same[~out])
        total[out] += w[0] + values[out] @ w[1:]
        count[out] += 1
    odds = dict(zip(pairs, (total / count).tolist(), strict=True))
    say(len(truth), "documents;", len(pairs), "candidates, of which", int(same.sum()), "are one incident")
    for threshold in (-1.5, -1.0, -0.5, 0.0, 0.5):
        say("threshold", threshold, "pairs p, r, f1, b3 f1:", measure(link(odds, len(truth), threshold), truth))
    w = fit(values, same)
    say("_BIAS =", round(float(w[0]), 3))
    for name, weight in zip(COMPARISONS, w[1:], strict=True):
        say(f"    {weight:.3f},  # {name}")


if __name__ == "__main__":
    main()
