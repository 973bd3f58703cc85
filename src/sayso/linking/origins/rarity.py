"""How rare words are over the documents at hand, to weigh what two of them share."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.origins.pages import Page
from sayso.linking.shingles import codes, shingles_of

__all__ = ["Rarity"]


class Rarity:
    """How rare every content word is over a set of documents, to weigh what two of them share."""

    def __init__(self, pages: Sequence[Page]) -> None:
        import numpy as np  # noqa: PLC0415 - numpy must not load when the command line starts

        everything = np.concatenate([p.content for p in pages]) if pages else np.zeros(0, dtype=np.uint64)
        self._keys, counts = np.unique(everything, return_counts=True)
        self._weights = np.log((len(pages) + 20) / (counts + 1))
        self._most = float(np.log(len(pages) + 20))
        self._rare = counts <= max(10, len(pages) // 50)
        self._telling = counts <= max(10, len(pages) // 400)

    def shared(self, child: Page, parent: Page) -> tuple[float, float, int]:
        """Return what of the child's words the parent has.

        As a weighted share, 0..1; as a share of rare words alone, 0..1; and as the number of rare words.
        """
        import numpy as np  # noqa: PLC0415 - as above

        at = np.searchsorted(self._keys, child.content)
        there = np.isin(child.content, parent.content, assume_unique=True)
        weights, rare = self._weights[at], self._rare[at]
        known = int((there & rare).sum())
        total = float(weights.sum())
        return (
            float(weights[there].sum()) / total if total else 0.0,
            known / int(rare.sum()) if rare.any() else 0.0,
            known,
        )

    def weights(self, words: Sequence[str]) -> dict[str, float]:
        """Return how much each content word weighs: the fewer documents have it, the more; over 0."""
        import numpy as np  # noqa: PLC0415 - as above

        found = {}
        for word in words:
            key = shingles_of(codes([word]), 1)[0]
            at = int(np.searchsorted(self._keys, key))
            held = at < len(self._keys) and self._keys[at] == key
            found[word] = float(self._weights[at]) if held else self._most
        return found

    def telling(self, a: Page, b: Page) -> int:
        """Return the number of words that both have and hardly any other document."""
        import numpy as np  # noqa: PLC0415 - as above

        both = np.intersect1d(a.content, b.content, assume_unique=True)
        return int(self._telling[np.searchsorted(self._keys, both)].sum())

    def alike(self, a: Page, b: Page) -> float:
        """Return the weighted share of the shorter report's words that the other has, 0..1; 0 without a rare word."""
        small, large = (a, b) if len(a.content) <= len(b.content) else (b, a)
        weighed, rare, _ = self.shared(small, large)
        return weighed if rare else 0.0
