"""What the words around each cue are to it: the cues of a window, and the second head asked about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sayso.reading.model.decoding import Floats, best_paths, runs
from sayso.reading.model.tags import CUE_TAGS, ROLE_TAGS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Answer", "Cue", "Role", "ask", "cues_of", "paths", "roles_in"]

NEAR, FAR = (80, 192), (400, 400)
"""Words before a cue that are looked at, and in all: first, and again where something goes on beyond the first."""

_CUE, _NESTED = CUE_TAGS.index("B-cue"), CUE_TAGS.index("B-nested")
_SOURCE, _CONTENT = ROLE_TAGS.index("B-source"), ROLE_TAGS.index("B-content")


class Cue(NamedTuple):
    """Bounds of words of saying, in words of the window; `nested` inside what another says."""

    low: int
    high: int
    nested: bool


class Answer(NamedTuple):
    """What the words from the window's word `begin` on are to one cue: (R, role tags) emissions and the best tags."""

    begin: int
    emitted: Floats
    path: list[int]


class Role(NamedTuple):
    """Source and content of one cue, in words of the window."""

    source: tuple[int, int] | None
    content: list[tuple[int, int]]


def cues_of(path: Sequence[int], low: int, high: int) -> list[Cue]:
    """The cues of a tagged window that begin in `low:high`, in order."""
    found = [Cue(a, b, begin == _NESTED) for begin in (_CUE, _NESTED) for a, b in runs(path, begin) if low <= a < high]
    return sorted(found)


def ask(
    session: InferenceSession, moves: Floats, windows: Sequence[tuple[Floats, Sequence[Cue]]]
) -> list[list[Answer]]:
    """Run the second head for the cues of some windows.

    All of them are decoded together: what decoding costs is its steps, not its rows.

    Args:
        session: the head.
        moves: transitions of the role tags, from `legal`.
        windows: (W, H) vectors of words, and the cues among them, at least one.
    """
    answers = _asked(session, moves, windows, NEAR)
    beyond = [
        (vectors, [c for c, one in zip(cues, told, strict=True) if _goes_on(one, len(vectors))])
        for (vectors, cues), told in zip(windows, answers, strict=True)
    ]
    again = iter(_asked(session, moves, [w for w in beyond if w[1]], FAR))
    for (vectors, cues), told in zip(beyond, answers, strict=True):
        if cues:
            wider = iter(next(again))
            told[:] = [next(wider) if _goes_on(one, len(vectors)) else one for one in told]
    return answers


def _goes_on(one: Answer, width: int) -> bool:
    """Whether source or content reaches an end of what was looked at, and the window has more."""
    starts = bool(one.path[0]) and one.begin > 0
    return starts or (bool(one.path[-1]) and one.begin + len(one.path) < width)


def _asked(
    session: InferenceSession, moves: Floats, windows: Sequence[tuple[Floats, Sequence[Cue]]], reach: tuple[int, int]
) -> list[list[Answer]]:
    found = [_emissions(session, vectors, cues, reach) for vectors, cues in windows]
    tags = iter(paths([row for _, emitted in found for row in emitted], moves))
    return [
        [Answer(begin, row, next(tags)) for begin, row in zip(begins, emitted, strict=True)]
        for begins, emitted in found
    ]


def _emissions(
    session: InferenceSession, vectors: Floats, cues: Sequence[Cue], reach: tuple[int, int]
) -> tuple[list[int], Floats]:
    """First words (N,) and emissions (N, R, role tags) of the words around each cue of one window."""
    first = np.array([c.low for c in cues], dtype=np.int64)
    width = min(len(vectors), reach[1])
    begins = np.clip(first - reach[0], 0, len(vectors) - width)
    fed = {
        "words": vectors,
        "cues": np.stack([vectors[c.low : c.high].mean(axis=0) for c in cues]),
        "first": first,
        "last": np.array([c.high for c in cues], dtype=np.int64),
        "at": begins[:, None] + np.arange(width),
    }
    (emitted,) = session.run(["roles"], fed)
    return begins.tolist(), emitted


def roles_in(told: Answer, cue: Cue) -> Role:
    """Source and content of a cue; of several sources the one next to it."""
    begin, path = told.begin, told.path
    found = [(a + begin, b + begin) for a, b in runs(path, _SOURCE)]
    source = min(found, key=lambda s: (max(cue.low - s[1], s[0] - cue.high), s[0]), default=None)
    return Role(source, [(a + begin, b + begin) for a, b in runs(path, _CONTENT)])


def paths(rows: Sequence[Floats], moves: Floats) -> list[list[int]]:
    """Best tags of each row; rows of different lengths are padded."""
    sizes = [len(r) for r in rows]
    scores = np.zeros((len(rows), max(sizes, default=0), moves.shape[1]), dtype=np.float32)
    for at, row in enumerate(rows):
        scores[at, : len(row)] = row
    best = best_paths(scores, moves, sizes)
    return [row[:size] for row, size in zip(best.tolist(), sizes, strict=True)]
