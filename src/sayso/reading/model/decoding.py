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
    back = np.zeros((width, count, tags), dtype=np.int64)
    best = scores[:, 0] + moves[-1]
    inner = moves[:-1]
    sizes = np.asarray(lengths)
    for at in range(1, width):
        through = best[:, :, None] + inner
        choice = through.argmax(axis=1)
        step = through.max(axis=1) + scores[:, at]
        running = (at < sizes)[:, None]
        back[at] = np.where(running, choice, np.arange(tags))
        best = np.where(running, step, best)
    rows = np.arange(count)
    tag = best.argmax(axis=1)
    for at in range(width - 1, -1, -1):
        path[:, at] = tag
        tag = back[at][rows, tag]
    path[np.arange(width) >= sizes[:, None]] = 0
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
