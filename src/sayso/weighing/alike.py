"""How alike one thing said is to all others, at once: what `voices.likeness` gives for a pair, by an index of stems.

A case of 2,000 reports says 9,000 things; compared pair by pair they would take minutes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from sayso.weighing.voices import Voice, likeness

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Crowd"]

_BAND: Final = 1e-9
"""Sums of an array may differ in their last digits from those of a pair; so close to a threshold the pair decides."""


class Crowd:
    """Things said, indexed by the stems that they hold."""

    def __init__(self, voices: Sequence[Voice], weight: Mapping[str, float]) -> None:
        import numpy as np  # noqa: PLC0415 - heavy, and only needed once a case is weighed

        self._np, self._voices, self._weight = np, voices, dict(weight)
        self._stems, self._plain = ({}, {})  # type: tuple[dict[str, Any], dict[str, Any]]
        for index, name in ((self._stems, "stems"), (self._plain, "plain")):
            for place, voice in enumerate(voices):
                for stem in getattr(voice, name):
                    index.setdefault(stem, []).append(place)
            for stem, places in index.items():
                index[stem] = np.array(places)
        self._whole = np.array([self._sum(voice) for voice in voices])

    def _sum(self, voice: Voice) -> float:
        return math.fsum(self._weight[stem] for stem in voice.stems)

    def likeness(self, voice: Voice) -> NDArray[Any]:
        """Likeness 0..1 of one thing said to each of the crowd, in its order."""
        shared = self._np.zeros(len(self._voices))
        for stem in sorted(voice.stems):
            if stem in self._stems:
                shared[self._stems[stem]] += self._weight[stem]
        both = self._whole + self._sum(voice)
        return 2 * shared / self._np.where(both > 0, both, 1.0)

    def at_least(self, voice: Voice, least: float, *, stems: int = 0, plain: int = 0) -> list[int]:
        """Places of those at least so like it, that share so many stems and so many plain ones; rising."""
        alike = self.likeness(voice)
        near = alike >= least - _BAND
        for count, index, words in ((stems, self._stems, voice.stems), (plain, self._plain, voice.plain)):
            if count:
                held = self._np.zeros(len(self._voices), dtype=int)
                for stem in words:
                    if stem in index:
                        held[index[stem]] += 1
                near &= held >= count
        places: list[int] = self._np.nonzero(near)[0].tolist()
        close = {int(p) for p in self._np.nonzero(near & (alike <= least + _BAND))[0]}
        return [p for p in places if p not in close or likeness(voice, self._voices[p], self._weight) >= least]
