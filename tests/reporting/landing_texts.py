"""The documents of the fictional landing case, and how to find words in them."""

from __future__ import annotations

import hashlib
import re

from sayso.records import (
    Document,
    Passage,
    Span,
)

TEXTS: dict[str, tuple[str | None, str | None, str | None, str, str]] = {
    "monitor": (
        "Tarn River Monitor",
        "Field note 88",
        "2034-09-12T20:10+00:00",
        "en",
        (
            "Ostrel, 12 September. Shells hit the ferry landing at Ostrel shortly after five in the afternoon. "
            "Eight to eleven people were killed, most of them passengers waiting for the last boat. "
            "Our observer counted four craters on the upper ramp. We do not know who fired."
        ),
    ),
    "northline": (
        "Northline Wire",
        "Shells strike ferry landing in Kesmar",
        "2034-09-12T22:40+00:00",
        "en",
        (
            "OSTREL, Kesmar (Northline) - At least nine people died when shells struck a crowded ferry landing on Tuesday, "
            "hospital staff said. Dr Ilse Varn, who runs the night ward, said 14 people were being treated for wounds. "
            "The army of Kesmar said its guns had not fired that day. "
            "A harbour pilot said the fire came from the east bank, where the Lantern Brigade holds the heights."
        ),
    ),
    "quay": (
        "Evening Quay",
        "Ferry landing hit, nine dead",
        "2034-09-13",
        "en",
        (
            "OSTREL, Kesmar (Northline) - At least nine people died when shells struck a crowded ferry landing on Tuesday, "
            "hospital staff said. Dr Ilse Varn, who runs the night ward, said 14 people were being treated for wounds."
        ),
    ),
    "gazette": (
        "Ostrel Gazette",
        "Ten names on the town hall door",
        "2034-09-14",
        "en",
        (
            "The town clerk read ten names from the steps of the town hall on Thursday. "
            "The youngest, Mika Dorn, was six. The clerk said the list was complete."
        ),
    ),
    "ministry": (
        "Ministry of Defence of Kesmar",
        "Statement 41",
        "2034-09-13T09:00+00:00",
        "en",
        (
            "The terrorists of the Lantern Brigade shelled their own citizens at Ostrel. Thirty-one people were martyred. "
            "No army gun was within range. The aim of the crime was to stop the talks on the ferry treaty."
        ),
    ),
    "lantern": (
        "صوت المنارة",
        "بيان",
        "2034-09-13T11:30+03:00",
        "ar",
        "قال ناطق باسم لواء المنارة إن مدفعية الجيش قصفت مرسى أوستريل. قُتل نحو تسعة مدنيين وجُرح العشرات.",
    ),
    "leaflet": (
        None,
        None,
        None,
        "en",
        "Neighbours of Ostrel! Dozens died at the landing because the army wanted the upper ramp for its bridge.",
    ),
    "desk": (
        "Coastline Review",
        "What is known about Ostrel",
        "2034-09-16",
        "en",
        (
            "A Western diplomat said about ten people had died, and called the strike a mistake in reading the map. "
            "Earlier, the Review had reported fewer than six dead, citing the same diplomat. "
            "The fuel barge moored there, a craft of the class Heron-2, burned out; one to two other boats sank."
        ),
    ),
}

HIT = "Shells hit the ferry landing at Ostrel shortly after five in the afternoon."


def document(name: str) -> Document:
    """Make the document called `name`, as collected."""
    outlet, title, published, language, text = TEXTS[name]
    return Document(
        id=f"doc-{name}",
        path=f"pile/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet,
        title=title,
        published=published,
        published_how="meta date" if published else None,
        language=language,
        text=text,
        url=None if outlet is None else f"https://{name}.example/{name}/88",
    )


def passage(name: str, words: str) -> Passage:
    """Find `words` in a document."""
    text = TEXTS[name][4]
    at = text.index(words)
    return Passage(document=f"doc-{name}", start=at, end=at + len(words), text=words)


def span(name: str, words: str) -> Span:
    """Find `words` in a document, as a span."""
    found = passage(name, words)
    return Span(start=found.start, end=found.end, text=words)


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in re.finditer(r"\S(?:(?!\. ).)*[.!]?", text, re.DOTALL))
