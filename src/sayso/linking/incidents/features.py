"""What of a document tells which happening it reports: names, streets, ages, day, and its rarer words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sayso.linking.origins.furniture import STOP, outlet_key, report_spans
from sayso.records import Document, Reading

__all__ = ["Features", "describe"]

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


class _Raw(NamedTuple):
    document: Document
    body: str
    counts: Counter[str]
    heading: Counter[str]
    names: frozenset[str]


def describe(readings: Sequence[Reading]) -> tuple[list[Features], dict[str, float]]:
    """Describe documents, and return for every word (and every name, with `=` before it) how rare it is, 0..1.

    Rarity is the inverse document frequency, smoothed by what is expected of a word, a number or a name anywhere,
    over its greatest possible value: in a collection of a few documents one learns little about which words are
    common, but names are rarer than words.
    """
    documents = [r.document for r in readings]
    raw: list[_Raw] = []
    seen: Counter[str] = Counter()
    lower: set[str] = set()
    for document, kept in zip(documents, report_spans(documents), strict=True):
        body = "\n".join(document.text[a:b] for a, b in kept)
        title = document.title or ""
        found = [m.group() for m in _TOKEN.finditer(body)]
        lower.update(w for w in found if w[0].islower())
        heading = Counter(_words(m.group() for m in _TOKEN.finditer(title)))
        counts = Counter(_words(found)) + heading
        names = frozenset(n.casefold() for n in _NAME.findall(body))
        seen.update(counts.keys())
        seen.update({f"={n}" for n in names})
        raw.append(_Raw(document, body, counts, heading, names))
    rarity = _rarity(seen, lower, len(documents))
    return [_features(r, rarity) for r in raw], rarity


def _rarity(seen: Counter[str], lower: set[str], documents: int) -> dict[str, float]:
    total = documents + _PRIOR
    most = math.log(total / (1 + _PRIOR * _EXPECTED["name"]))
    result = {}
    for word, held in seen.items():
        kind = "number" if word[0].isdigit() else "word" if word in lower else "name"
        result[word] = max(0.0, math.log(total / (held + _PRIOR * _EXPECTED[kind]))) / most
    return result


def _features(raw: _Raw, rarity: dict[str, float]) -> Features:
    streets = frozenset(" ".join(x for x in m if x).casefold().strip() for m in _STREET.findall(raw.body))
    text = f"{raw.document.title or ''}\n{raw.body}"
    ages = frozenset(int(next(x for x in m if x)) for m in _AGE.findall(text))
    return Features(
        id=raw.document.id,
        day=_day(raw.document.published),
        weights=_vector(raw.counts, rarity),
        title=_vector(raw.heading, rarity),
        names=raw.names,
        streets=streets,
        ages=ages,
        outlet=outlet_key(raw.document),
        size=len(raw.counts),
    )


def _words(found: Iterable[str]) -> list[str]:
    plain = (w.casefold().removesuffix("'s").removesuffix("’s") for w in found)
    return [k for k in plain if len(k) > 1 and k not in STOP]


def _vector(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    raw = {w: (1 + math.log(n)) * rarity[w] for w, n in counts.items()}
    top = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
    norm = math.sqrt(sum(v * v for _, v in top)) or 1.0
    return {w: v / norm for w, v in top}


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None
