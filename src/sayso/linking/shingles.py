"""How much two texts share, word by word.

Texts become runs of words ("shingles") as in Broder, *On the resemblance and containment of documents* (1997):
resemblance is the Jaccard index of two shingle sets, containment the share of the one set that lies in the other.
Pairs worth comparing are found through an inverted index of shingles; in large sets only those with a hash divisible
by four are indexed (Manber, *Finding similar files in a large file system*, 1994), and what is found is then measured
on all shingles. Hashes come from CRC-32 of the words, so they are the same in every process.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]

__all__ = [
    "SIZE",
    "Shared",
    "Words",
    "candidate_pairs",
    "codes",
    "containment",
    "jaccard",
    "keys_of",
    "shared_runs",
    "shingles",
    "shingles_of",
    "words",
]

SIZE = 5
"""Words in a shingle: short enough to survive a changed word in every other sentence, long enough to be rarely
chance."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SAMPLE_ABOVE = 3_000_000
_NEIGHBOURS = 6
_ALL_PAIRS_UP_TO = 16


class Words(NamedTuple):
    """The words of a text: `keys` casefolded, `starts` and `ends` as code points of the text."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Shared(NamedTuple):
    """A run of words that two texts share: half-open word positions in each."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def words(text: str, spans: Iterable[tuple[int, int]] | None = None) -> Words:
    """Cut `text` into words, or only those of its parts that `spans` names (half-open, in text order)."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for low, high in spans if spans is not None else ((0, len(text)),):
        for found in _WORD.finditer(text, low, high):
            keys.append(found.group().casefold())
            starts.append(found.start())
            ends.append(found.end())
    return Words(tuple(keys), tuple(starts), tuple(ends))


def keys_of(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return the casefolded words of parts of a text: `words` without the positions, for speed."""
    return [k for low, high in spans for k in _WORD.findall(text[low:high].casefold())]


def codes(keys: Sequence[str]) -> Shingles:
    """Return a number for every word, equal for equal words, in every process."""
    import numpy as np  # noqa: PLC0415 - numpy must not load when the command line starts

    known = {k: zlib.crc32(k.encode("utf-8", "surrogatepass")) for k in set(keys)}
    return np.fromiter(map(known.__getitem__, keys), dtype=np.uint64, count=len(keys))


def shingles(keys: Sequence[str], size: int = SIZE) -> Shingles:
    """Return the distinct shingles of a word sequence as sorted 64-bit hashes.

    A sequence shorter than `size` is one shingle, an empty one none.
    """
    return shingles_of(codes(keys), size)


def shingles_of(numbers: Shingles, size: int = SIZE) -> Shingles:
    """Return the distinct shingles of words that are numbers already, as `shingles` does."""
    import numpy as np  # noqa: PLC0415 - as above

    size = min(size, len(numbers))
    if not size:
        return numbers
    total = np.zeros(len(numbers) - size + 1, dtype=np.uint64)
    for offset in range(size):
        # Multiplication wraps at 2**64 by design; the odd constant is that of Knuth's MMIX generator.
        total = total * np.uint64(6364136223846793005) + numbers[offset : offset + len(total)] + np.uint64(1)
    return np.unique(total ^ (total >> np.uint64(29)))


def jaccard(a: Shingles, b: Shingles) -> float:
    """Return the resemblance of two shingle sets, 0..1; two empty sets have none."""
    import numpy as np  # noqa: PLC0415 - as above

    both = len(np.intersect1d(a, b, assume_unique=True))
    union = len(a) + len(b) - both
    return both / union if union else 0.0


def containment(a: Shingles, b: Shingles) -> float:
    """Return the share of `a` that lies in `b`, 0..1."""
    import numpy as np  # noqa: PLC0415 - as above

    return len(np.intersect1d(a, b, assume_unique=True)) / len(a) if len(a) else 0.0


def candidate_pairs(sets: Sequence[Shingles], *, least: int = 2) -> list[tuple[int, int, int]]:
    """Find pairs of sets that share at least `least` indexed shingles: (i, j, shared), i < j, sorted.

    Cost grows with the number of shingles, not with the square of the number of sets: of a shingle that more than 16
    sets hold, each set is paired with its next six holders only, which still joins them all in a chain.
    """
    import numpy as np  # noqa: PLC0415 - as above

    if not sets:
        return []
    hashes = np.concatenate(sets)
    owners = np.repeat(np.arange(len(sets), dtype=np.int64), [len(s) for s in sets])
    if len(hashes) > _SAMPLE_ABOVE:
        kept = (hashes & np.uint64(3)) == 0
        hashes, owners = hashes[kept], owners[kept]
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    _, first, inverse, counts = np.unique(hashes, return_index=True, return_inverse=True, return_counts=True)
    position = np.arange(len(hashes)) - first[inverse]
    group = counts[inverse]
    keys: list[NDArray[np.int64]] = []
    for step in range(1, _ALL_PAIRS_UP_TO):
        paired = position + step < group
        if step > _NEIGHBOURS:
            paired &= group <= _ALL_PAIRS_UP_TO
        at = np.flatnonzero(paired)
        if len(at):
            keys.append(owners[at] * np.int64(len(sets)) + owners[at + step])
    if not keys:
        return []
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    enough = shared >= least
    return [
        (int(p) // len(sets), int(p) % len(sets), int(n)) for p, n in zip(pairs[enough], shared[enough], strict=True)
    ]


def shared_runs(a: Sequence[str], b: Sequence[str], size: int = SIZE) -> list[Shared]:
    """Find the longest runs of words that two texts share, in the order of `a`; runs in `a` do not overlap.

    Runs shorter than `size` words are left out. Greedy from left to right: each run is the longest that begins there.
    """
    where: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(b) - size + 1):
        where.setdefault(tuple(b[j : j + size]), []).append(j)
    runs: list[Shared] = []
    i = 0
    while i <= len(a) - size:
        best = 0
        best_at = -1
        # A phrase that stands very often in `b` is looked up at its first places only: it cannot decide anything.
        for j in where.get(tuple(a[i : i + size]), ())[:8]:
            length = size
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            if length > best:
                best, best_at = length, j
        if best:
            runs.append(Shared(i, i + best, best_at, best_at + best))
            i += best
        else:
            i += 1
    return runs
