"""Attribution: who says what, through whom, how firmly.

`claims_of` makes claims of what the model marks. `find_claims` finds them by rules about cue words, quotation marks and
noun phrases, without model or data: the plain reader, which the model is measured against.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.chains import claims_from
from sayso.reading.attribution.finder import find_in
from sayso.reading.attribution.modelled import claims_of
from sayso.reading.attribution.ownership import spoken_by_the_outlet
from sayso.records import Claim

__all__ = ["claims_of", "find_claims", "spoken_by_the_outlet"]


def find_claims(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Claim, ...]:
    """Find the attributions of a document by rules.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order, as `sentences.split` gives them.

    Returns:
        Claims in text order. Only attributions: what the outlet says in its own voice is no claim here.
    """
    return claims_from(text, find_in(text, sentences), sentences)
