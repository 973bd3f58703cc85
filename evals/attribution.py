"""Who says what: PolNeAR's development part, and reports of shootings and strikes that we labelled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from evals import readings
from evals.pairs import attributed, marked, mistakes, report
from evals.scoring import Row, scored_rows
from sayso.reading.quotation import find_quotations
from sayso.reading.sentences import split
from sayso.records import Reading

Rows = Sequence[dict[str, Any]]
CLAIM = "claim (content overlap50 + right source)"
_SAID = re.compile(r"\bsaid\b")


def quotation(row: dict[str, Any]) -> dict[str, Any]:
    """The baseline: quotation marks and the nearest speech verb."""
    claims = find_quotations(row["text"], split(row["text"]))
    return readings.printed(Reading(document=readings.document(row), claims=claims))


def majority(row: dict[str, Any]) -> dict[str, Any]:
    """The commonest answer to each question: the cue is "said", its source stands before it and its content behind.

    Both reach to the ends of the sentence; a "said" at either end is left out.
    """
    text, claims = row["text"], []
    for start, end in split(text):
        for cue in _SAID.finditer(text, start, end):
            before, behind = (start, cue.start()), (cue.end(), end)
            if all(re.search(r"\w", text[a:b]) for a, b in (before, behind)):
                parts = [{"start": a, "end": b} for a, b in (before, cue.span(), behind)]
                claims.append({"source": parts[0], "cue": parts[1], "content": parts[2:]})
    return {"document": {"id": row["id"]}, "claims": claims}


def flat(result: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The scorer's result, one metric a name."""
    parts = {f"{kind} {part}": value for kind in ("exact", "overlap50") for part, value in result[kind].items()}
    return parts | {"claim": result[CLAIM], "exact triple": result["exact triple"]}


def table(data: str, scorer: ModuleType, gold: Rows, systems: Mapping[str, Rows], *, whole: bool = True) -> list[Row]:
    """Rows of each system; without `whole`, of claims alone."""

    def scores(predicted: Rows) -> Callable[[int], dict[str, dict[str, Any]]]:
        def one(index: int) -> dict[str, dict[str, Any]]:
            result = flat(scorer.attribution([gold[index]], [predicted[index]]))
            return result if whole else {"claim": result["claim"]}

        return one

    return [row for name, found in systems.items() for row in scored_rows(data, name, gold, scores(found))]


def _told(data: str, gold: Rows, predicted: Rows) -> None:
    """Print what went wrong."""
    count: Counter[tuple[str, str]] = Counter()
    for row, found in zip(gold, predicted, strict=True):
        text = row["text"]
        count += mistakes(marked(text, row["attributions"]), marked(text, attributed(text, found["claims"])))
    print("\n".join(report(f"{data}, sayso", count)))


def polnear(data: Path, scorer: ModuleType) -> list[Row]:
    """PolNeAR, development part."""
    gold = readings.polnear(data)
    systems = {name: readings.found(name, gold) for name in readings.SYSTEMS}
    _told("polnear/dev", gold, systems["sayso"])
    systems |= {"quotation marks": [quotation(row) for row in gold], "majority class": [majority(row) for row in gold]}
    return table("polnear/dev", scorer, gold, systems)


def incident_reports(data: Path, scorer: ModuleType) -> list[Row]:
    """Forty reports of shootings and strikes, together and each half."""
    halves = readings.incident_reports(data)
    gold = [row for half in halves.values() for row in half]
    systems = {name: readings.found(name, gold) for name in readings.SYSTEMS}
    _told("incident-reports", gold, systems["sayso"])
    systems |= {"quotation marks": [quotation(row) for row in gold]}
    rows = table("incident-reports", scorer, gold, systems)
    at = 0
    for name, half in halves.items():
        part = {system: found[at : at + len(half)] for system, found in systems.items()}
        rows += table(f"incident-reports {name.removesuffix('/dev')}", scorer, half, part, whole=False)
        at += len(half)
    return rows
