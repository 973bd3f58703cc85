"""How firmly the source presents what it says, and whether it affirms or denies it.

A small layer over the encoder's vectors: of the cue, of what is said, and of how factual its first event is. Trained
apart, on our own labels, with the encoder left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np

from sayso.reading.model.decoding import Floats, softmax
from sayso.records import Certainty, Polarity

__all__ = [
    "CERTAINTIES",
    "POLARITIES",
    "Stance",
    "StanceLayer",
    "StanceWeights",
    "stance_input",
    "stances",
    "weights_of",
]

CERTAINTIES: Final[tuple[Certainty, ...]] = ("certain", "probable", "possible", "unknown")
POLARITIES: Final[tuple[Polarity, ...]] = ("affirmed", "denied")
_OPENING = 12
"""Words of what is said that are looked at: a hedge further in is not of the main clause."""


class StanceLayer(msgspec.Struct, frozen=True):
    """Two linear maps over `stance_input`: (inputs + 1, 4) for certainty and (inputs + 1, 2) for polarity."""

    certainty: list[list[float]]
    polarity: list[list[float]]


class Stance(NamedTuple):
    """Certainty and polarity with the model's share for each, 0..1."""

    certainty: Certainty
    certainty_score: float
    polarity: Polarity
    polarity_score: float


def stance_input(vectors: Floats, fact: Floats, cue: tuple[int, int], content: Sequence[tuple[int, int]]) -> Floats:
    """What the layer sees, (3 H + 5,).

    Args:
        vectors: (W, H) of the window's words.
        fact: (W, 3) as the encoder gives it.
        cue: bounds of the cue in words.
        content: bounds of what is said, in words.
    """
    first = content[0]
    opening = slice(first[0], min(first[1], first[0] + _OPENING))
    event = 1 / (1 + np.exp(-fact[opening, 0]))
    weight = event / max(float(event.sum()), 1e-3)
    said = fact[opening, 1:]
    return np.concatenate(
        [
            vectors[cue[0] : cue[1]].mean(axis=0),
            vectors[opening].mean(axis=0),
            weight @ vectors[opening],
            weight @ said,
            said.min(axis=0),
            [event.max()],
        ]
    ).astype(np.float32)


class StanceWeights(NamedTuple):
    """`StanceLayer` as arrays, made once."""

    certainty: Floats
    polarity: Floats


def weights_of(layer: StanceLayer | None) -> StanceWeights | None:
    """The layer as arrays; null while it is untrained."""
    if layer is None:
        return None
    return StanceWeights(np.array(layer.certainty, dtype=np.float32), np.array(layer.polarity, dtype=np.float32))


def stances(
    layer: StanceWeights | None, vectors: Floats, fact: Floats, cue: tuple[int, int], content: Sequence[tuple[int, int]]
) -> Stance | None:
    """Certainty and polarity of one attribution; null while the layer is untrained."""
    if layer is None:
        return None
    told = np.append(stance_input(vectors, fact, cue, content), np.float32(1))
    sure = softmax(told @ layer.certainty)
    sign = softmax(told @ layer.polarity)
    k, j = int(sure.argmax()), int(sign.argmax())
    return Stance(CERTAINTIES[k], round(float(sure[k]), 3), POLARITIES[j], round(float(sign[j]), 3))
