"""From what the model marks to claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.attribution.chains import candidates, made_claims, trimmed
from sayso.reading.attribution.channels import name_channels
from sayso.reading.attribution.finder import nobodys
from sayso.reading.attribution.formulas import name_the_cited, says_something
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.heads import head_of
from sayso.reading.attribution.joining import adds_somebody, complete_quotations, continue_quotations, with_rules
from sayso.reading.attribution.verdicts import find_verdicts
from sayso.reading.datelines import behind_dateline
from sayso.reading.model.marks import Attributed
from sayso.records import Claim

__all__ = ["claims_of"]

_LEAST = 0.2  # score under which a mark is left out: chosen on PolNeAR's development part
_OUR_PEOPLE = re.compile(
    r"our\s+(?:own\s+)?(?:reporters?|correspondents?|staff|team|newsroom|colleagues?)\b", re.IGNORECASE
)


def claims_of(text: str, marks: Sequence[Attributed], sentences: Sequence[tuple[int, int]]) -> tuple[Claim, ...]:
    """Make claims of the model's attributions: resolve speakers, nest, tell how firmly.

    Args:
        text: the document's whole text.
        marks: what the model found in it, in text order.
        sentences: half-open bounds of its sentences, in order.
    """
    marked = [f for m in marks if (f := _found(text, m)).content and _stands(text, m, f)]
    complete_quotations(text, marked)  # before rules join: they add nothing inside what somebody is known to say
    found = [
        f
        for f in with_rules(text, marked, candidates(text, sentences))
        if says_something(text, f) and not (_own_voice(text, f) or nobodys(text, f))
    ]
    continue_quotations(text, found)
    found = name_the_cited(text, found)
    found += find_verdicts(text, found)
    name_channels(text, found)
    return made_claims(text, found, sentences)


def _own_voice(text: str, f: Found) -> bool:
    """Whether the outlet speaks of its own people: "our reporters have counted" is what it says in its own voice."""
    return f.source is not None and _OUR_PEOPLE.match(text, *f.source) is not None


def _stands(text: str, mark: Attributed, found: Found) -> bool:
    """Whether a mark is worth a claim: not likely wrong, and inside another's words a saying of somebody new."""
    return mark.score >= _LEAST and (not mark.nested or adds_somebody(text, found))


def _found(text: str, mark: Attributed) -> Found:
    return Found(
        source=_closed(text, behind_dateline(text, mark.source)),
        cue=mark.cue,
        content=trimmed(text, mark.content),
        rule="model",
        lemma=head_of(text[slice(*mark.cue)]),
        score=mark.score,
        stance=mark.stance,
    )


def _closed(text: str, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """The source with the bracket that closes one opened in it: "the Observatory (SOHR" and ")"."""
    if source is not None and text.count("(", *source) > text.count(")", *source) and text.startswith(")", source[1]):
        return source[0], source[1] + 1
    return source
