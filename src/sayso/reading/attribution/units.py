"""One sentence, or a run of sentences that a quotation joins, as tokens with safe look-up past its ends."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.cues import CUES, Form
from sayso.reading.attribution.tokens import Token

__all__ = ["Bounds", "Unit"]

Bounds = tuple[int, int]
"""Half-open range of token indexes, or of characters where said."""

_NOTHING = Token(0, 0, "", "$")  # what stands before the first and after the last token


class Unit:
    """Tokens of one stretch of text. Looking past either end gives a token of kind "$" with no letters."""

    __slots__ = ("n", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.n = len(tokens)

    def at(self, k: int) -> Token:
        """Token `k`, or nothing."""
        return self.tokens[k] if 0 <= k < self.n else _NOTHING

    def kind(self, k: int) -> str:
        """Word class of token `k`, "$" past the ends."""
        return self.tokens[k].kind if 0 <= k < self.n else "$"

    def low(self, k: int) -> str:
        """Token `k` in lower case, empty past the ends."""
        return self.tokens[k].low if 0 <= k < self.n else ""

    def form(self, k: int) -> Form | None:
        """The cue verb that token `k` can be; null if it cannot."""
        token = self.at(k)
        return CUES.get(token.low) if token.kind in "wn" else None

    def finite(self, k: int) -> Form | None:
        """The cue verb at `k` if its form can be finite, in lower case: "said", "says"."""
        token = self.at(k)
        form = CUES.get(token.low) if token.kind == "w" else None
        return form if form is not None and form.tense in {"past", "present"} else None

    def skip(self, k: int, kinds: str, *, limit: int = 60) -> int:
        """First index from `k` on whose kind is not one of `kinds`."""
        stop = min(self.n, k + limit)
        while k < stop and self.tokens[k].kind in kinds:
            k += 1
        return k

    def skip_back(self, k: int, kinds: str, *, limit: int = 60) -> int:
        """Last index down from `k` whose kind is not one of `kinds`; -1 at the start."""
        stop = max(-1, k - limit)
        while k > stop and self.tokens[k].kind in kinds:
            k -= 1
        return k

    def find(self, start: int, end: int, kinds: str) -> int | None:
        """First token of one of `kinds` in a range."""
        for k in range(max(start, 0), min(end, self.n)):
            if self.tokens[k].kind in kinds:
                return k
        return None

    def between(self, start: int, end: int) -> Sequence[Token]:
        """Tokens of a range."""
        return self.tokens[max(start, 0) : end]

    def chars(self, bounds: Bounds) -> Bounds:
        """Characters that a range of tokens covers, without commas and colons at its ends."""
        start, end = bounds
        while end > start + 1 and self.tokens[end - 1].kind in ",;:-(":
            end -= 1
        while start < end - 1 and self.tokens[start].kind in ",;:-":
            start += 1
        return self.tokens[start].start, self.tokens[end - 1].end
