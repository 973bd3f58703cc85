"""Names of persons, organisations and places: where they stand, exactly, and which they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from training.reader.corpora import SETS, aside, re3d
from training.reader.examples import Labelled

from evals import readings
from evals.scoring import Row, scored_rows
from sayso.knowledge.wordlists import words

Rows = Sequence[dict[str, Any]]
KIND = {"person": "PER", "organization": "ORG", "armed_group": "ORG", "place": "LOC", "facility": "LOC"}
"""What the scorer counts each type of mention as; other types do not count."""
PARTS = {"entity": ("PER", "ORG", "LOC"), "entity person": ("PER",), "entity organization": ("ORG",),
         "entity place": ("LOC",)}  # fmt: skip
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_LEAD = re.compile(r"(?:the|a|an|this|that|these|our|their|his|her|its)\s+", re.IGNORECASE)
_PRONOUNS = words("i me my we us our he him his she her it its they them their you your who this that these")


def majority(row: dict[str, Any]) -> dict[str, Any]:
    """The baseline: every run of capitalised words is a person."""
    runs = [{"start": m.start(), "end": m.end(), "type": "person"} for m in _CAPITALS.finditer(row["text"])]
    return {"document": {"id": row["id"]}, "mentions": runs}


def table(data: str, scorer: ModuleType, gold: Rows, systems: Mapping[str, Rows]) -> list[Row]:
    """Rows of each system: all names, and each type by itself."""

    def scores(predicted: Rows) -> Callable[[int], dict[str, dict[str, Any]]]:
        def one(index: int) -> dict[str, dict[str, Any]]:
            return {
                part: scorer.entities([only_gold(gold[index], labels)], [only_found(predicted[index], labels)])
                for part, labels in PARTS.items()
            }

        return one

    return [row for name, found in systems.items() for row in scored_rows(data, name, gold, scores(found))]


def only_gold(row: dict[str, Any], labels: Sequence[str]) -> dict[str, Any]:
    """The gold row with names of these labels alone."""
    return row | {"entities": [e for e in row["entities"] if e[2] in labels]}


def only_found(row: dict[str, Any], labels: Sequence[str]) -> dict[str, Any]:
    """The reading with mentions that count as these labels alone."""
    return row | {"mentions": [m for m in row["mentions"] if KIND.get(m["type"]) in labels]}


def english(data: Path, scorer: ModuleType) -> list[Row]:
    """Universal NER, English Web Treebank, test part: told, but held to no floor. The dev part is trained on."""
    gold = readings.prepared(scorer, "uner", data / "uner-ewt" / "en_ewt-ud-test.iob2")
    systems = {name: readings.found(name, gold) for name in readings.SYSTEMS}
    systems["every capital a person"] = [majority(row) for row in gold]
    print("# uner-ewt/test: the bar for all names is .74; a test part, so report only")
    return [replace(row, held=False) for row in table("uner-ewt/test", scorer, gold, systems)]


def _pronoun(name: str) -> bool:
    """Whether it is one: `We` is, `US` and `WHO` are not."""
    return name[:1].lower() + name[1:] in _PRONOUNS


def gold_row(labelled: Labelled) -> dict[str, Any]:
    """What re3d says of one text: `entities` as the scorer has them, and `open`, where it says nothing.

    A pronoun is no name, whatever its capital: what it stands for is left open.
    """
    entities, left = [], []
    for start, end, kind in labelled.names or ():
        if kind is None or _pronoun(labelled.text[start:end]):
            left.append((start, end))
        elif kind in KIND:
            entities.append([start, end, KIND[kind]])
    return {"id": labelled.id, "text": labelled.text, "entities": entities, "open": left}


def counted(row: dict[str, Any], reading: dict[str, Any]) -> dict[str, Any]:
    """The reading with those mentions that the gold has a say on.

    Each is cut as the gold was (no article before it, no full stop behind it); one that overlaps what the gold leaves
    open does not count, unless its bounds are those of a name.
    """
    text, names = row["text"], {(start, end) for start, end, _ in row["entities"]}
    kept = []
    for mention in reading["mentions"]:
        start, end = mention["start"], mention["end"]
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        end = start + len(text[start:end].rstrip(" .,"))
        if (start, end) in names or not any(start < b and a < end for a, b in row["open"]):
            kept.append(mention | {"start": start, "end": end})
    return {"document": {"id": row["id"]}, "mentions": kept}


def conflict(data: Path, scorer: ModuleType) -> list[Row]:
    """re3d, reports about Syria and Iraq: the documents kept aside from training."""
    gold = [gold_row(one) for one in re3d(data) if aside(one.id, SETS["re3d"].aside)]
    read: dict[str, Rows] = {name: readings.found(name, gold) for name in readings.SYSTEMS}
    read["every capital a person"] = [majority(row) for row in gold]
    systems = {name: [counted(g, p) for g, p in zip(gold, found, strict=True)] for name, found in read.items()}
    left = sum(len(row["open"]) for row in gold)
    print(f"# re3d/aside: {len(gold)} documents, {sum(len(r['entities']) for r in gold)} names, {left} spans left open")
    return table("re3d/aside", scorer, gold, systems)
