"""Readings of whole sets, each made once a run, and the set that one reading answers: times."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from evals.scoring import Row, scored_rows
from sayso.engine import run
from sayso.linking import locate
from sayso.reading import read_plainly
from sayso.records import Document, Reading, content_id
from sayso.workbench.files import read_document

WORKERS = 2
LABELS = Path(__file__).with_name("labels")
"""Labels made for sayso, as offsets and indexes; the texts stay in the data folder."""
REPORTS = ("gva/dev", "airwars-gaza/dev")
"""The sets that `incident_attributions.jsonl` labels."""


def document(row: dict[str, Any]) -> Document:
    """A document with the row's text, untouched."""
    return Document(
        id=row["id"], sha256="", text=row["text"], outlet=row.get("publisher"), published=row.get("published"),
        title=row.get("title"), url=row.get("url"),
    )  # fmt: skip


def printed(reading: Reading) -> dict[str, Any]:
    """The reading as a script gets it."""
    return dict(msgspec.json.decode(msgspec.json.encode(reading)))


def read_by_rules(document: Document) -> Reading:
    """Read by rules alone and place what is named: the plain reader, as `read_document` does it with the model."""
    return locate(read_plainly(document))


SYSTEMS: dict[str, Callable[[Document], Reading]] = {"sayso": read_document, "plain reader": read_by_rules}
_made: dict[tuple[str, str], list[dict[str, Any]]] = {}


def found(system: str, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `system` prints for each row; kept, because several sets ask for the same texts."""
    key = system, content_id("g", *(part for row in rows for part in (row["id"], row["text"])))
    if key not in _made:
        _made[key] = [printed(r) for r in run(SYSTEMS[system], map(document, rows), workers=WORKERS)]
    return _made[key]


def prepared(scorer: ModuleType, kind: str, source: Path) -> list[dict[str, Any]]:
    """Gold rows of one set, as the scorer prepares them."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "gold.jsonl"
        scorer.prepare(kind, str(source), str(target))
        rows = [json.loads(line) for line in target.read_text(encoding="utf8").splitlines()]
    # Some sets name no documents; the scorer pairs by id.
    return [row | {"id": row["id"] or f"{kind}-{number}"} for number, row in enumerate(rows)]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a file of JSON Lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as file:
        yield from map(json.loads, file)


def polnear(data: Path) -> list[dict[str, Any]]:
    """PolNeAR, development part."""
    return list(lines(data / "polnear" / "dev.jsonl.gz"))


def with_texts(labels: Iterable[dict[str, Any]], texts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Labels (`id`, `attributions`) on the rows that hold their texts, in the labels' order.

    Raises:
        LookupError: a labelled text is not there.
    """
    wanted = {row["id"]: row["attributions"] for row in labels}
    rows = {row["id"]: row | {"attributions": wanted[row["id"]]} for row in texts if row["id"] in wanted}
    if missing := wanted.keys() - rows.keys():
        raise LookupError(f"no text for the labels of {', '.join(sorted(missing))}")
    return [rows[name] for name in wanted]


def incident_reports(data: Path) -> dict[str, list[dict[str, Any]]]:
    """Reports of shootings and of strikes with our own attributions, by set; a set that is not there is left out."""
    labels = list(lines(LABELS / "incident_attributions.jsonl"))
    return {
        name: with_texts((row for row in labels if row["set"] == name), lines(path))
        for name in REPORTS
        if (path := data / f"{name}.jsonl.gz").is_file()
    }


def times(data: Path, scorer: ModuleType) -> list[Row]:
    """TempEval-3 training corpora: time expressions."""
    gold = prepared(scorer, "tempeval3", data / "tempeval3" / "TBAQ-cleaned")
    ours = found("sayso", gold)
    rows = scored_rows(
        "tempeval3", "sayso", gold,
        lambda i: {k: v for k, v in scorer.times([gold[i]], [ours[i]]).items() if k in ("strict", "relaxed")},
    )  # fmt: skip
    whole = scorer.times(gold, ours)
    return [*rows, Row("tempeval3", "value F1", "sayso", whole["value_f1"], None, None, len(gold))]
