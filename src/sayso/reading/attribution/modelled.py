"""From what the model marks to claims."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.chains import made_claims, trimmed
from sayso.reading.attribution.channels import name_channels
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.heads import head_of
from sayso.reading.model.marks import Attributed
from sayso.records import Claim

__all__ = ["claims_of"]


def claims_of(text: str, marks: Sequence[Attributed], sentences: Sequence[tuple[int, int]]) -> tuple[Claim, ...]:
    """Make claims of the model's attributions: resolve speakers, nest, tell how firmly.

    Args:
        text: the document's whole text.
        marks: what the model found in it, in text order.
        sentences: half-open bounds of its sentences, in order.
    """
    found = [f for f in (_found(text, m) for m in marks) if f.content]
    name_channels(text, found)
    return made_claims(text, found, sentences)


def _found(text: str, mark: Attributed) -> Found:
    return Found(
        source=mark.source,
        cue=mark.cue,
        content=trimmed(text, mark.content),
        rule="model",
        lemma=head_of(text[slice(*mark.cue)]),
        score=mark.score,
        stance=mark.stance,
    )
