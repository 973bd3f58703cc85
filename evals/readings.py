"""Sets that one reading answers: attributions, times, names, places."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from evals.scoring import Row, ratio_interval, scored_rows
from sayso.engine import run
from sayso.reading.quotation import find_quotations
from sayso.reading.sentences import split
from sayso.records import Document, Reading
from sayso.workbench.files import read_document

WORKERS = 2


def document(row: dict[str, Any]) -> Document:
    """A document with the row's text, untouched."""
    return Document(
        id=row["id"], sha256="", text=row["text"], outlet=row.get("publisher"), published=row.get("published"),
        title=row.get("title"), url=row.get("url"),
    )  # fmt: skip


def printed(reading: Reading) -> dict[str, Any]:
    """The reading as a script gets it."""
    return dict(msgspec.json.decode(msgspec.json.encode(reading)))


def plain(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `sayso read` prints for each row."""
    return [printed(r) for r in run(read_document, map(document, rows), workers=WORKERS)]


def quotation(row: dict[str, Any]) -> dict[str, Any]:
    """The baseline: quotation marks and the nearest speech verb."""
    found = find_quotations(row["text"], split(row["text"]))
    return printed(Reading(document=document(row), claims=found))


def prepared(scorer: ModuleType, kind: str, source: Path) -> list[dict[str, Any]]:
    """Gold rows of one set, as the scorer prepares them."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "gold.jsonl"
        scorer.prepare(kind, str(source), str(target))
        rows = [json.loads(line) for line in target.read_text(encoding="utf8").splitlines()]
    # Some sets name no documents; the scorer pairs by id.
    return [row | {"id": row["id"] or f"{kind}-{number}"} for number, row in enumerate(rows)]


def attribution(data: Path, scorer: ModuleType) -> list[Row]:
    """PolNeAR, development part: who says what."""
    gold = scorer.rows(data / "polnear" / "dev.jsonl.gz")

    def scores(predicted: list[dict[str, Any]]) -> Callable[[int], dict[str, Any]]:
        def one(index: int) -> dict[str, Any]:
            result = scorer.attribution([gold[index]], [predicted[index]])
            flat = {f"{kind} {part}": value for kind in ("exact", "overlap50") for part, value in result[kind].items()}
            return flat | {
                "claim": result["claim (content overlap50 + right source)"],
                "exact triple": result["exact triple"],
            }

        return one

    systems = {"plain reader": plain(gold), "quotation marks": [quotation(row) for row in gold]}
    return [row for name, found in systems.items() for row in scored_rows("polnear/dev", name, gold, scores(found))]


def times(data: Path, scorer: ModuleType) -> list[Row]:
    """TempEval-3 training corpora: time expressions."""
    gold = prepared(scorer, "tempeval3", data / "tempeval3" / "TBAQ-cleaned")
    found = plain(gold)
    rows = scored_rows(
        "tempeval3", "plain reader", gold,
        lambda i: {k: v for k, v in scorer.times([gold[i]], [found[i]]).items() if k in ("strict", "relaxed")},
    )  # fmt: skip
    whole = scorer.times(gold, found)
    return [*rows, Row("tempeval3", "value F1", "plain reader", whole["value_f1"], None, None, len(gold))]


def names(data: Path, scorer: ModuleType) -> list[Row]:
    """Universal NER, English Web Treebank, development part."""
    gold = prepared(scorer, "uner", data / "uner-ewt" / "en_ewt-ud-dev.iob2")
    found = plain(gold)
    return scored_rows(
        "uner-ewt/dev", "plain reader", gold, lambda i: {"entity": scorer.entities([gold[i]], [found[i]])}
    )


def places(data: Path, scorer: ModuleType) -> list[Row]:
    """GeoVirus: places found and put within 161 km."""
    gold = [row for row in prepared(scorer, "geovirus", data / "geoparsing" / "GeoVirus.xml") if row["places"]]
    found = plain(gold)
    rows = scored_rows(
        "geovirus", "plain reader", gold, lambda i: {"tagging": scorer.places([gold[i]], [found[i]])["tagging"]}
    )
    units = [
        (scorer.places([g], [p])["acc161_all"] * len(g["places"]), float(len(g["places"])))
        for g, p in zip(gold, found, strict=True)
    ]
    return [*rows, Row("geovirus", "acc161_all", "plain reader", *ratio_interval(units), len(gold))]
