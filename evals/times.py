"""Time expressions and their values: TempEval-3's training corpora, MEANTIME's articles."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.readings import prepared
from evals.scoring import Row, resampled, scored_rows
from sayso.reading.times import find_times

PUBLISHED = {"strict": 0.8134, "relaxed": 0.9030, "value F1": 0.7761}
"""HeidelTime on the 20 documents of TempEval-3's English test part (UzZaman et al. 2013, table 3)."""
DATELINE, MARKED = 1, (0, 2, 3, 4, 5)
"""MEANTIME's sentence that holds the dateline, and those whose other times are marked."""
_ASIDE_BELOW = 85
_GLUED = frozenset(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
_OPENING = frozenset("([{$€£“‘#")


def aside(name: str) -> bool:
    """Whether a document, by its id, belongs to the third that rules are not tuned on."""
    return hashlib.sha256(name.encode()).digest()[0] < _ASIDE_BELOW


def found(gold: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `sayso read` puts under `times`, without the rest of the reading."""
    return [
        {
            "document": {"id": row["id"]},
            "times": [
                {"start": t.start, "end": t.end, "value": t.value} for t in find_times(row["text"], row["published"])
            ],
        }
        for row in gold
    ]


def scored(data: str, gold: Sequence[dict[str, Any]], ours: Sequence[dict[str, Any]], scorer: ModuleType) -> list[Row]:
    """Strict and relaxed F1 and value F1, each with its interval over documents."""
    rows = scored_rows(
        data, "sayso", gold,
        lambda i: {k: v for k, v in scorer.times([gold[i]], [ours[i]]).items() if k in ("strict", "relaxed")},
    )  # fmt: skip
    whole = scorer.times(gold, ours)["value_f1"]
    low, high = resampled(
        len(gold), lambda draw: scorer.times([gold[i] for i in draw], [ours[i] for i in draw])["value_f1"]
    )
    return [*rows, Row(data, "value F1", "sayso", whole, low, high, len(gold))]


def tempeval3(data: Path, scorer: ModuleType) -> list[Row]:
    """TimeBank and AQUAINT: all, the third kept aside, the rest; HeidelTime's published numbers beside them."""
    gold = prepared(scorer, "tempeval3", data / "tempeval3" / "TBAQ-cleaned")
    parts = {
        "tempeval3": gold,
        "tempeval3/aside": [row for row in gold if aside(row["id"])],
        "tempeval3/tuned": [row for row in gold if not aside(row["id"])],
    }
    rows = [row for name, part in parts.items() for row in scored(name, part, found(part), scorer)]
    published = [
        Row("tempeval3 platinum", metric, "HeidelTime, published", value, None, None, 20, held=False)
        for metric, value in PUBLISHED.items()
    ]
    return [*rows, *published]


def meantime(data: Path, scorer: ModuleType) -> list[Row]:
    """120 Wikinews articles against the day of their dateline.

    The corpus marks the first six sentences of an article, title and dateline among them; what is found behind them
    or in the dateline counts neither as right nor as wrong.
    """
    gold = list(wikinews(data / "meantime" / "intra_cross-doc_annotation"))
    ours = found(gold)
    for row, reading in zip(gold, ours, strict=True):
        reading["times"] = [t for t in reading["times"] if any(a <= t["start"] < b for a, b in row["marked"])]
    return scored("meantime", gold, ours, scorer)


def wikinews(folder: Path) -> Iterator[dict[str, Any]]:
    """Articles as gold rows: text put together from tokens, `published`, `times` and the stretches `marked` for them.

    Titles and datelines, which the corpus keeps as sentences without an end, become paragraphs of their own.
    """
    for path in sorted(folder.rglob("*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314 - public data, kept here
        text, bounds = _text(root)
        sentences = {token.attrib["t_id"]: int(token.attrib["sentence"]) for token in root.iter("token")}
        times, published = [], None
        for mark in root.iter("TIMEX3"):
            tokens = [anchor.attrib["t_id"] for anchor in mark.iter("token_anchor")]
            if not tokens:
                continue  # a point in time that no words name
            if sentences[tokens[0]] == DATELINE:
                published = published or mark.get("value")
            else:
                start, end = min(bounds[t][0] for t in tokens), max(bounds[t][1] for t in tokens)
                times.append([start, end, mark.get("type"), mark.get("value")])
        marked = [bounds[t] for t, number in sentences.items() if number in MARKED]
        yield {"id": path.stem, "published": published, "text": text, "times": sorted(times), "marked": marked}


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    text, sentence, last = "", "0", ""
    bounds: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        word, here = token.text or "", token.attrib["sentence"]
        if here != sentence:
            text += "\n\n" if int(here) <= 2 else " "  # title, dateline, body
        elif text and word not in _GLUED and last not in _OPENING:
            text += " "
        bounds[token.attrib["t_id"]] = (len(text), len(text) + len(word))
        text, sentence, last = text + word, here, word
    return text, bounds
