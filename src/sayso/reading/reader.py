"""The reader: one document in, one reading out.

Each part is a pure function of text, so that a trained model can replace one part and leave the others.
"""

from __future__ import annotations

from sayso.reading.attribution import find_claims
from sayso.reading.equipment import find_equipment
from sayso.reading.explanations import find_explanations
from sayso.reading.figures import find_figures
from sayso.reading.mentions import find_mentions
from sayso.reading.places import find_places
from sayso.reading.sentences import split
from sayso.reading.times import find_times
from sayso.records import Document, Reading

READER = "plain/1"
"""Name and version of this reader; a stored reading by another is made again."""


def read(document: Document) -> Reading:
    """Read the whole text of one document.

    Nothing is truncated: every sentence passes every part. A document marked `unread` (its language has no reader yet)
    comes back with empty lists, so that it is kept and listed.
    """
    if document.unread is not None:
        return Reading(document=document, reader=READER)
    text = document.text
    sentences = split(text)
    claims = find_claims(text, sentences, outlet=document.outlet)
    mentions = find_mentions(text, sentences)
    return Reading(
        document=document,
        claims=claims,
        mentions=mentions,
        places=find_places(text, sentences, mentions),
        times=find_times(text, document.published),
        figures=find_figures(text, sentences, claims),
        equipment=find_equipment(text),
        explanations=find_explanations(text, sentences, claims),
        sentences=sentences,
        reader=READER,
    )
