"""What of a document tells which happening it reports: names, streets, ages, day, and its rarer words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sayso.linking.origins.furniture import STOP, outlet_key
from sayso.records import Document

__all__ = ["Features", "Rarity", "Read", "cut", "features_of", "rarity_over"]

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old|, (\d{1,2}),|\((\d{1,2})\)|\baged? (\d{1,3})\b")
_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-z'’]{1,40}(?:[- ](?:[A-Z]\.? )?[A-Z][\w'’]{1,40}){1,6}")
_STREET = re.compile(
    r"\b(\d{2,5}) block of ((?:[NSEW]\.? |North |South |East |West )?[A-Z]?\w{1,40})"
    r"|(?<![\w.'’-])((?:[A-Z0-9][\w.'’-]{0,40}\s){1,3})(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln"
    r"|Boulevard|Blvd|Court|Ct"
    r"|Place|Highway|Hwy|Parkway|Circle|Way)\b"
)
_TOP = 80

_PRIOR = 200
_EXPECTED = {"word": 0.08, "number": 0.03, "name": 0.002}
"""In what share of any documents a word is expected before these documents have been seen: they weigh as much as 200
documents."""


class Features(NamedTuple):
    """What is compared.

    Attributes:
        id: of the document.
        day: ordinal of the publication day, null if unknown.
        weights: of the 80 weightiest words in title and report, a vector of length one.
        title: the same of the title alone.
        names: full names as written, casefolded.
        streets: streets and blocks.
        ages: ages in years that are named.
        outlet: key of the outlet, null if unknown.
        size: number of different words.
    """

    id: str
    day: int | None
    weights: dict[str, float]
    title: dict[str, float]
    names: frozenset[str]
    streets: frozenset[str]
    ages: frozenset[int]
    outlet: str | None
    size: int


class Rarity(NamedTuple):
    """How rare words (and names, with `=` before them) are, 0..1; what was never seen is as rare as can be."""

    known: Mapping[str, float]
    unseen_number: float

    def of(self, word: str) -> float:
        """Return how rare a word is."""
        known = self.known.get(word)
        if known is None:
            return self.unseen_number if word[0].isdigit() else 1.0
        return known


class Read(NamedTuple):
    """One document cut into what counts: its report's words and its title's, and its full names."""

    document: Document
    body: str
    counts: Counter[str]
    heading: Counter[str]
    names: frozenset[str]


def cut(document: Document, spans: Sequence[tuple[int, int]]) -> Read:
    """Cut one document; `spans` are the parts of its text that are report."""
    body = "\n".join(document.text[a:b] for a, b in spans)
    heading = Counter(_words(m.group() for m in _TOKEN.finditer(document.title or "")))
    counts = Counter(_words(m.group() for m in _TOKEN.finditer(body))) + heading
    return Read(document, body, counts, heading, frozenset(n.casefold() for n in _NAME.findall(body)))


def rarity_over(read: Iterable[Read]) -> Rarity:
    """Learn how rare every word and name is over some documents.

    Rarity is the inverse document frequency, smoothed by what is expected of a word, a number or a name anywhere,
    over its greatest possible value: in a collection of a few documents one learns little about which words are
    common, but names are rarer than words.
    """
    seen: Counter[str] = Counter()
    lower: set[str] = set()
    documents = 0
    for one in read:
        documents += 1
        seen.update(one.counts.keys())
        seen.update({f"={n}" for n in one.names})
        lower.update(w for w in _TOKEN.findall(one.body) if w[0].islower())
    total = documents + _PRIOR
    most = math.log(total / (1 + _PRIOR * _EXPECTED["name"]))

    def rare(held: int, kind: str) -> float:
        return max(0.0, math.log(total / (held + _PRIOR * _EXPECTED[kind]))) / most

    known = {
        word: rare(held, "number" if word[0].isdigit() else "word" if word in lower else "name")
        for word, held in seen.items()
    }
    return Rarity(known, rare(1, "number"))


def features_of(read: Read, rarity: Rarity) -> Features:
    """Describe one document."""
    streets = frozenset(" ".join(x for x in m if x).casefold().strip() for m in _STREET.findall(read.body))
    text = f"{read.document.title or ''}\n{read.body}"
    return Features(
        id=read.document.id,
        day=_day(read.document.published),
        weights=_vector(read.counts, rarity),
        title=_vector(read.heading, rarity),
        names=read.names,
        streets=streets,
        ages=frozenset(int(next(x for x in m if x)) for m in _AGE.findall(text)),
        outlet=outlet_key(read.document),
        size=len(read.counts),
    )


def _words(found: Iterable[str]) -> list[str]:
    plain = (w.casefold().removesuffix("'s").removesuffix("’s") for w in found)
    return [k for k in plain if len(k) > 1 and k not in STOP]


def _vector(counts: Counter[str], rarity: Rarity) -> dict[str, float]:
    raw = {w: (1 + math.log(n)) * rarity.of(w) for w, n in counts.items()}
    top = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
    norm = math.sqrt(sum(v * v for _, v in top)) or 1.0
    return {w: v / norm for w, v in top}


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None
