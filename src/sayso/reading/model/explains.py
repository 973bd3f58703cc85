"""Whether a sentence offers a reason or purpose for something that happened: a layer over the encoder's vectors."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.reading.model.decoding import Floats
from sayso.reading.model.words import Words

__all__ = ["explains_input", "sentence_parts", "share"]


def explains_input(vectors: Floats) -> Floats:
    """What the layer sees of one sentence: (W, H) to (2 H + 1,), the mean and the greatest of its words, and 1."""
    return np.concatenate([vectors.mean(axis=0), vectors.max(axis=0), np.ones(1, dtype=np.float32)])


def share(weights: Sequence[float], vectors: Floats) -> float:
    """How likely the sentence explains something, 0..1, to three digits."""
    total = float(explains_input(vectors) @ np.array(weights, dtype=np.float32))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def sentence_parts(words: Words, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The sentences that lie in words `low:high`, or the parts of them that do, as half-open bounds of words."""
    starts = words.sentence_starts
    first = max(bisect_right(starts, low) - 1, 0)
    for at in range(first, bisect_left(starts, high)):
        end = starts[at + 1] if at + 1 < len(starts) else len(words.starts)
        if max(starts[at], low) < min(end, high):
            yield max(starts[at], low), min(end, high)
