"""The reader: one document in, one reading out.

The model passes over the text once and marks attributions and names; every other part is a pure function of text and
of what was marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution import claims_of, find_claims, spoken_by_the_outlet
from sayso.reading.equipment import find_equipment
from sayso.reading.explanations import find_explanations
from sayso.reading.figures import find_figures, find_headline
from sayso.reading.mentions import find_mentions
from sayso.reading.model import look
from sayso.reading.places import find_places
from sayso.reading.relations import find_relations
from sayso.reading.sentences import split
from sayso.reading.times import find_times
from sayso.records import Claim, Document, Mention, Reading

MODEL = "model/3"
"""The model that ships, by its training."""
READER = f"{MODEL} rules/4"
"""Name and version of this reader; a stored reading by another is made again.

The number of the rules is raised when rules read claims, names, places or times otherwise than before.
"""
PLAIN = "plain/1"
"""The reader by rules alone, which the model is measured against."""


def read(document: Document) -> Reading:
    """Read the whole text of one document.

    Nothing is truncated: every sentence passes every part. A document marked `unread` (its language has no reader yet)
    comes back with empty lists, so that it is kept and listed.

    Raises:
        DataMissing: the model that comes with the package is absent or altered.
    """
    if document.unread is not None:
        return Reading(document=document, reader=READER)
    text = document.text
    sentences = split(text)
    marks = look(text, sentences)
    claims = spoken_by_the_outlet(text, claims_of(text, marks.attributions, sentences), document.outlet)
    mentions = find_mentions(text, sentences, marks.names)
    return _whole(document, sentences, claims, mentions, reader=READER, explains=marks.explains)


def read_plainly(document: Document) -> Reading:
    """Read by rules alone, without the model: what evaluations set beside `read`."""
    text = document.text
    sentences = split(text)
    claims = find_claims(text, sentences)
    return _whole(document, sentences, claims, find_mentions(text, sentences), reader=PLAIN)


def _whole(
    document: Document, sentences: Sequence[tuple[int, int]], claims: tuple[Claim, ...], mentions: tuple[Mention, ...],
    *, reader: str, explains: Sequence[tuple[int, float]] = (),
) -> Reading:  # fmt: skip
    text = document.text
    return Reading(
        document=document,
        claims=claims,
        mentions=mentions,
        places=find_places(text, sentences, mentions),
        times=find_times(text, document.published),
        figures=find_figures(text, sentences, claims),
        headline=find_headline(document.title, text),
        equipment=find_equipment(text),
        explanations=find_explanations(text, sentences, claims, explains),
        sentences=tuple(sentences),
        reader=reader,
        relations=find_relations(text, sentences, mentions, claims),
    )
