"""The plain way to group reports by incident: similar words, published within a week.

TF-IDF over lower-case words (smoothed inverse document frequency, sublinear term frequency, vectors of length one); two
documents belong together when their cosine is at least `COSINE` and they were published at most `DAYS` days apart;
groups are what such pairs chain together. `COSINE` is the best of those tried on `gva/dev`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from sayso.records import Document

__all__ = ["COSINE", "DAYS", "tfidf_groups"]

COSINE = 0.115
DAYS = 7
_WORD = re.compile(r"[a-z]{2,}|\d+")
_COMMON = 0.05


def tfidf_groups(documents: Sequence[Document], *, cosine: float = COSINE, days: int = DAYS) -> list[list[str]]:
    """Group documents; returns lists of ids in input order. Documents without a date go by words alone."""
    counts = [Counter(_WORD.findall(f"{d.title or ''} {d.text}".casefold())) for d in documents]
    held = Counter(word for c in counts for word in c)
    vectors = [_vector(c, held, len(documents)) for c in counts]
    published = [_ordinal(d) for d in documents]
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    head = list(range(len(documents)))

    def find(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    for i, vector in enumerate(vectors):
        score: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for j, other in index[word]:
                score[j] += weight * other
            if held[word] <= max(2, _COMMON * len(documents)):
                index[word].append((i, weight))
        for j, value in score.items():
            if value >= cosine and _near(published[i], published[j], days):
                head[find(i)] = find(j)
    groups: dict[int, list[str]] = defaultdict(list)
    for i, document in enumerate(documents):
        groups[find(i)].append(document.id)
    return list(groups.values())


def _vector(counts: Counter[str], held: Counter[str], total: int) -> dict[str, float]:
    raw = {w: (1 + math.log(n)) * (math.log((1 + total) / (1 + held[w])) + 1) for w, n in counts.items()}
    norm = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / norm for w, v in raw.items()}


def _near(a: int | None, b: int | None, days: int) -> bool:
    return a is None or b is None or abs(a - b) <= days


def _ordinal(document: Document) -> int | None:
    try:
        return date.fromisoformat((document.published or "")[:10]).toordinal()
    except ValueError:
        return None
