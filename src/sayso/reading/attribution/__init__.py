"""Attribution: who says what, through whom, how firmly.

`ClaimFinder` is the seam: a trained model that finds claims takes the place of `PlainFinder` and nothing else moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sayso.reading.attribution.chains import claims_from
from sayso.reading.attribution.finder import find_in
from sayso.records import Claim

__all__ = ["ClaimFinder", "PlainFinder", "find_claims"]


class ClaimFinder(Protocol):
    """Finds the claims of one document."""

    name: str
    """Name and version; a claim found by another finder is found again."""

    def __call__(
        self, text: str, sentences: Sequence[tuple[int, int]], *, outlet: str | None = None
    ) -> tuple[Claim, ...]:
        """Find all claims in `text`.

        Args:
            text: the document's whole text.
            sentences: half-open bounds of its sentences, in order.
            outlet: who published it, if known.

        Returns:
            Claims in text order; every span proves itself against `text`.
        """
        ...


class PlainFinder:
    """Finds claims by rules about cue words, quotation marks and noun phrases. No model, no data."""

    name = "plain/1"

    def __call__(
        self, text: str, sentences: Sequence[tuple[int, int]], *, outlet: str | None = None
    ) -> tuple[Claim, ...]:
        """Find all claims in `text`; see `ClaimFinder`. The outlet makes no difference to these rules."""
        del outlet
        return claims_from(text, find_in(text, sentences), sentences)


def find_claims(
    text: str, sentences: Sequence[tuple[int, int]], *, outlet: str | None = None, finder: ClaimFinder | None = None
) -> tuple[Claim, ...]:
    """Find the attributions of a document.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order, as `sentences.split` gives them.
        outlet: who published it, if known.
        finder: what finds them; the plain finder if left out.

    Returns:
        Claims in text order. Only attributions: what the outlet says in its own voice is no claim here.
    """
    return (finder or PlainFinder())(text, sentences, outlet=outlet)
