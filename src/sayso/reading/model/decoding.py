"""Best tag sequences under learnt transitions, and spans of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.model.tags import may_follow

__all__ = ["best_paths", "legal", "runs", "softmax"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = np.float32(-1e4)


def legal(moves: Sequence[Sequence[float]], tags: Sequence[str]) -> Floats:
    """Transitions (one row a tag, the last row the start) with those that `tags` forbid made impossible."""
    allowed = [*may_follow(tags), [not t.startswith("I-") for t in tags]]
    return np.where(np.array(allowed), np.array(moves, dtype=np.float32), _NEVER)


def best_paths(scores: Floats, moves: Floats, lengths: Sequence[int]) -> Ints:
    """The best tag sequence of each row (Viterbi 1967).

    Args:
        scores: (N, W, T) emissions; what stands behind a row's length is ignored.
        moves: (T + 1, T) from `legal`.
        lengths: words of each row.

    Returns:
        (N, W) tags; 0 behind a row's length. Of equal paths the one with the smaller tags.
    """
    count, width, tags = scores.shape
    path = np.zeros((count, width), dtype=np.int64)
    if not count or not width:
        return path
    # Rows last: each step is then a few operations over whole stretches of memory.
    emitted = np.ascontiguousarray(scores.transpose(1, 2, 0))
    best = np.empty((width, tags, count), dtype=np.float32)
    best[0] = emitted[0] + moves[-1][:, None]
    inner = moves[:-1, :, None]
    for at in range(1, width):
        np.add((best[at - 1][:, None] + inner).max(axis=0), emitted[at], out=best[at])
    ends = np.asarray(lengths) - 1
    tag = np.zeros(count, dtype=np.int64)
    for at in range(width - 1, -1, -1):
        ending = ends == at
        if ending.any():
            tag = np.where(ending, best[at].argmax(axis=0), tag)
        path[:, at] = tag
        if at:
            tag = (best[at - 1] + moves[:-1, tag]).argmax(axis=0)
    path[np.arange(width) > ends[:, None]] = 0
    return path


def runs(path: Sequence[int], begin: int) -> list[tuple[int, int]]:
    """Half-open runs of the pair of tags `begin` (B-) and `begin + 1` (I-)."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(path):
        if tag == begin:
            found.append((at, at + 1))
        elif tag == begin + 1 and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
    return found


def softmax(scores: Floats) -> Floats:
    """Shares over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
