"""Which claims matter most in a short view, and where the words proper of a claim begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import Claim, Document, Reading
from sayso.reporting.blocks import Voice, Voices
from sayso.reporting.naming import is_named, is_paper, unresolved
from sayso.reporting.phrases import Desk
from sayso.reporting.summary import main_incident
from sayso.reporting.words import one_line

_DATELINE = re.compile(r"[A-Z][A-Z .'\u2019-]+,[^\u2013\u2014\n]{0,60}? [-\u2013\u2014]+ (?=\S)")
_OPENING = re.compile(r"[\s\"\u201c\u201d\u2018'\u00ab]*(?:that\s+)?[\s\"\u201c\u2018\u00ab]*", re.IGNORECASE)
_CLOSING = re.compile(r"[\s,]*[\"\u201d\u00bb]?[\s,.]*$")
_QUOTES = re.compile(r"[\"\u201c\u201d\u00ab\u00bb]")


SHORT = 5
"""Words; a shorter content, as in `condemned the strike`, says little on its own."""


class Weigher:
    """Judges how telling a claim is: about the incident, by someone named, with a figure or on a contested point."""

    def __init__(self, desk: Desk) -> None:
        """Gather what the first incident and the contested statements rest on."""
        incident = main_incident(desk)
        self._subject = set(incident.documents) if incident else set()
        statements = [s for s in desk.view.statements if s.standing == "contested"]
        self._contested = [p for s in statements for p in s.passages]
        used = [a for a in desk.view.weighing.accounts if a.used in {"counts", "maximum only"}]
        self._weighed = [a.passage for a in used if a.what.partition(":")[0] in {"killed", "injured"}]

    def weight(self, reading: Reading, claim: Claim) -> tuple[bool, ...]:
        """Give what speaks against showing the claim first, gravest first."""
        document = reading.document
        start, end = claim.content[0].start, claim.content[-1].end
        figure = any(f.claim == claim.id and not f.background for f in reading.figures)
        contested, weighed = (
            any(p.document == document.id and not p.title and p.start < end and start < p.end for p in passages)
            for passages in (self._contested, self._weighed)
        )
        name = (claim.source.entity or claim.source.text) if claim.source else None
        return (
            bool(self._subject) and document.id not in self._subject,
            unresolved(name) or is_paper(name) or _in_headline(document, start),
            sum(len(span.text.split()) for span in claim.content) < SHORT,
            not (contested or weighed),
            not is_named(name),
            not weighed,
            not figure,
            claim.polarity != "denied" and not claim.via,
        )


def _in_headline(document: Document, start: int) -> bool:
    """Whether a place lies in the headline, which an editor wrote and nobody said."""
    title = one_line(document.title or "")
    at = document.text.find(title) if title else -1
    return at >= 0 and at <= start < at + len(title)


def telling(voices: Sequence[Voices], count: int) -> tuple[Voice, ...]:
    """Choose a few voices for a short view: the most telling, one a speaker, at least one through a chain."""
    rows = [row for block in voices for row in block.rows]
    order = sorted(range(len(rows)), key=lambda i: (rows[i].weight, i))
    chosen: list[int] = []
    for once in (True, False):
        for i in order:
            taken = {rows[j].speaker.casefold() for j in chosen}
            if len(chosen) < count and i not in chosen and not (once and rows[i].speaker.casefold() in taken):
                chosen.append(i)
    chain = next((i for i in order if rows[i].via and not any(rows[i].weight[:3])), None)
    if chain is not None and len(chosen) == count and not any(rows[i].via for i in chosen):
        chosen[-1] = chain
    return tuple(rows[i] for i in chosen)


def spoken(text: str) -> tuple[int, int]:
    """Say where the words proper of a claim lie in its content.

    A dateline, the conjunction `that` and quotation marks around the whole are left out; the rest is verbatim.
    """
    dateline = _DATELINE.match(text)
    begin = dateline.end() if dateline else 0
    opening = _OPENING.match(text, begin)
    begin = opening.end() if opening else begin
    end = len(text)
    inside = _QUOTES.findall(text, begin)
    closing = _CLOSING.search(text, begin)
    if closing and len(inside) % 2 == bool(_QUOTES.search(closing[0])):
        end = closing.start()
    return (begin, end) if begin < end else (0, len(text))
