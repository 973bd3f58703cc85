"""How far an attribution is to be trusted: a calibrated share, from how sure the model was where it matters.

A logistic regression over six numbers, fitted on the part of the training set kept aside (Platt 1999).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.reading.model.decoding import Floats

__all__ = ["FEATURES", "features", "score"]

FEATURES = ("one", "cue", "weakest word", "edges", "source", "nested", "words")


_BEGINS = (1, 3)  # B-source, B-content: what follows within a span is no edge


def _logit(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))


def features(cue: Floats, roles: Floats, path: Sequence[int], *, source: bool, nested: bool) -> tuple[float, ...]:
    """What confidence is computed from.

    Args:
        cue: (words of the cue, cue tags) shares.
        roles: (W, role tags) shares for this cue.
        path: (W,) the tags chosen.
        source: whether a source was found.
        nested: whether it stands inside another's content.

    Returns:
        As many as `FEATURES` names.
    """
    begin = 3 if nested else 1
    of_cue = float(cue[:, begin : begin + 2].sum(axis=1).min())
    chosen = [float(roles[at, tag]) for at, tag in enumerate(path) if tag]
    edges = [
        float(roles[at, path[at]])
        for at in range(1, len(path))
        if path[at] != path[at - 1] and not (path[at - 1] in _BEGINS and path[at] == path[at - 1] + 1)
    ]
    return (
        1.0,
        _logit(of_cue),
        _logit(min(chosen, default=0.5)),
        _logit(min(edges, default=0.5)),
        float(source),
        float(nested),
        math.log1p(len(chosen)),
    )


def score(told: Sequence[float], weights: Sequence[float]) -> float:
    """The calibrated share, 0..1, to three digits; .5 while nothing was fitted."""
    total = sum(a * b for a, b in zip(told, weights, strict=False))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
