"""Words become pieces: the ids that the encoder's vocabulary gives them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.reading.model.windows import CONTEXT, LIMIT, Window, plan
from sayso.reading.model.words import Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Pieces", "cut_units", "layout"]

MOST = 8
"""Pieces kept of one word; a longer word is noise (an address, a hash) and its start tells what it is."""


class Pieces:
    """The tokenizer behind a cache. Every word has at least one piece: what the vocabulary drops becomes `[UNK]`."""

    def __init__(self, raw: bytes) -> None:
        """Take the bytes of `tokenizer.json`.

        Raises:
            ImportError: the tokenizers package is missing.
        """
        from tokenizers import Tokenizer  # noqa: PLC0415 - loaded with the model, not with sayso

        self._tokenizer: Tokenizer = Tokenizer.from_str(raw.decode("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown, self.start, self.end, self.paragraph = (
            self._id(name) for name in ("[UNK]", "[CLS]", "[SEP]", "[unused0]")
        )

    def _id(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"the vocabulary lacks {name}")
        return int(number)

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Ids of each word, one to `MOST`."""
        fresh = sorted({w for w in words if w not in self._known})
        if fresh:
            # A lone surrogate cannot be encoded; it is read as a question mark, its offsets stay.
            clean = [w.encode("utf-8", "replace").decode("utf-8") for w in fresh]
            found = self._tokenizer.encode_batch_fast(clean, add_special_tokens=False)
            if len(self._known) > 100_000:
                self._known.clear()
            for word, encoding in zip(fresh, found, strict=True):
                self._known[word] = tuple(encoding.ids[:MOST]) or (self.unknown,)
        return [self._known[w] if w in self._known else self.of([w])[0] for w in words]


def cut_units(words: Words, sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Bounds, in words, of the units that windows are made of: sentences, long ones cut."""
    most = LIMIT - 2 * CONTEXT
    units: list[tuple[int, int]] = []
    edges = [*words.sentence_starts, len(sizes)]
    for first, last in pairwise(edges):
        start, used = first, 0
        for at in range(first, last):
            cost = sizes[at] + (at in words.breaks)
            if used + cost > most:
                units.append((start, at))
                start, used = at, 0
            used += cost
        if start < last:
            units.append((start, last))
    return units


def layout(words: Words, sizes: Sequence[int]) -> list[Window]:
    """Windows over a document, in words instead of units: `first:last` read, `core_first:core_last` owned."""
    units = cut_units(words, sizes)
    costs = [sum(sizes[a:b]) + sum(w in words.breaks for w in range(a, b)) for a, b in units]
    return [
        Window(units[w.first][0], units[w.last - 1][1], units[w.core_first][0], units[w.core_last - 1][1])
        for w in plan(costs)
    ]
