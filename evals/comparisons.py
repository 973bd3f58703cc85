"""Sets that need several documents or tables: figures, incidents, who-claims-what, matrices."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from evals.figures_baseline import naive_ranges
from evals.incidents_baseline import tfidf_groups
from evals.readings import WORKERS, document, prepared
from evals.scoring import Row, mean_interval
from sayso.engine import run
from sayso.errors import UsageError
from sayso.records import Reading, SourceClaim
from sayso.weighing.resolution import METHODS, resolve
from sayso.workbench.files import incidents, read_document, weigh
from sayso.workbench.tables import ach

Ranges = dict[str, Any]


def _weighed(row: dict[str, Any]) -> Ranges:
    readings = [read_document(document(entry)) for entry in row.get("documents") or [row]]
    return {"id": row["id"], "figures": msgspec.to_builtins(weigh(readings).figures)}


def _figure_rows(
    data: str, gold: list[dict[str, Any]], scorer: ModuleType, wanted: dict[str, tuple[str, ...]]
) -> list[Row]:
    systems: dict[str, list[Ranges]] = {
        "sayso": list(run(_weighed, gold, workers=WORKERS)),
        "naive pattern": [{"id": row["id"], "figures": naive_ranges(row)} for row in gold],
    }
    rows = []
    for system, found in systems.items():
        for part, metrics in wanted.items():
            what = part.split(":", maxsplit=1)[0]
            for metric in metrics:
                units = [
                    value[part][metric]
                    for g, p in zip(gold, found, strict=True)
                    if g["gold"].get(what)
                    and part in (value := scorer.figures([g], [p]))
                    and value[part][metric] is not None
                ]
                smaller = metric == "log_error"
                rows.append(Row(data, f"{part} {metric}", system, *mean_interval(units), len(units), smaller))
    return rows


def shootings(data: Path, scorer: ModuleType) -> list[Row]:
    """Gun violence reports against the registry."""
    gold = prepared(scorer, "gva", data / "gva")
    return _figure_rows("gva/dev", gold, scorer, {"killed: all": ("best_exact",), "injured: all": ("best_exact",)})


def strikes(data: Path, scorer: ModuleType) -> list[Row]:
    """Analysts' texts on strikes in Gaza against the published ranges."""
    gold = scorer.rows(data / "airwars-gaza" / "dev.jsonl.gz")
    wanted = {"killed: all": ("exact_range", "covers", "log_error"), "killed: true ranges": ("exact_range",)}
    return _figure_rows("airwars-gaza/dev", gold, scorer, wanted)


def grouping(data: Path, scorer: ModuleType) -> list[Row]:
    """Which gun violence reports are of one incident."""
    gold = prepared(scorer, "gva", data / "gva")
    documents = [document(entry) for row in gold for entry in row["documents"]]
    readings: list[Reading] = list(run(read_document, documents, workers=WORKERS))
    systems: dict[str, Callable[[], list[list[str]]]] = {
        "sayso": lambda: [list(found.documents) for found in incidents(readings)],
        "TF-IDF within 7 days": lambda: tfidf_groups(documents),
    }
    rows = []
    for system, make in systems.items():
        result = scorer.incidents(gold, {"incidents": [{"documents": group} for group in make()]})
        rows.append(Row("gva/dev", "incident pairs F1", system, result["pairs"]["f1"], None, None, result["documents"]))
        rows.append(Row("gva/dev", "incident B3 F1", system, result["b3"]["f1"], None, None, result["documents"]))
    return rows


def matrices(data: Path, _: ModuleType) -> list[Row]:
    """Published matrices with known scores: the share reproduced exactly."""
    folder = data / "ach"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf8"))
    right = total = 0
    for name, known in expected.items():
        scores = ach(folder / f"{name}.csv").hypotheses
        for method, marks in (
            ("counts", "counts"),
            ("squared", "squared"),
            ("squared", "squared (Open Synthesis inconsistency)"),
            ("parc", "points"),
            ("parc", "points (II 2, I 1)"),
        ):
            if marks in known:
                total += 1
                right += [h.scores[method] for h in scores] == known[marks]
    return [Row("ach", "published scores reproduced", "sayso", right / total, None, None, total)]


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.reader(file))


def _crowd(folder: Path) -> tuple[list[SourceClaim], dict[str, str], dict[str, str]]:
    claims = [SourceClaim(object=q, source=w, value=a) for q, w, a in (r[:3] for r in _rows(folder / "answer.csv")[1:])]
    return claims, {r[0]: r[1] for r in _rows(folder / "truth.csv")[1:]}, {}


def _places(folder: Path) -> tuple[list[SourceClaim], dict[str, str], dict[str, str]]:
    claims = [SourceClaim(object=o, source=s, value=v) for o, s, v in (r[:3] for r in _rows(folder / "claims.csv")[1:])]
    # The gold is a path from the finest place upwards; its first step is the answer.
    gold = {r[0]: r[1].split(",")[0] for r in _rows(folder / "groundtruths.csv")[1:]}
    tree = {r[0]: (r[1], r[2]) for r in _rows(folder / "hierarchy.csv")[1:]}
    return claims, gold, {name: tree[parent][0] for name, parent in tree.values() if parent in tree}


def _population(folder: Path) -> tuple[list[SourceClaim], dict[str, str], dict[str, str]]:
    lines = (folder / "population-new-new.txt").read_text(encoding="latin-1").splitlines()
    fields = [line.split("\t") for line in lines]
    claims = [SourceClaim(object=f[0], source=f[1], value=f[2]) for f in fields if len(f) > 2]
    gold = {}
    for line in (folder / "population-gd.txt").read_text(encoding="latin-1").splitlines():
        place, year, number = line.rsplit(", ", 2)
        gold[f"{place}_{year}"] = number
    return claims, gold, {}


_MEASURED = ("f201_Emotion_FULL", "population")
"""Sets whose answers are measures: how far off counts too."""


def tables(data: Path, _: ModuleType) -> list[Row]:
    """Who-claims-what tables with gold: the method chosen by `auto` against the plain vote and all other methods."""
    truth = data / "truth"
    crowds = [(f.parent.name, _crowd(f.parent)) for f in sorted((truth / "crowd_truth_infer").glob("[dfs]*/truth.csv"))]
    sets = [(name, _places(truth / "truthdiscovery" / name)) for name in ("birthplaces", "heritages")]
    sets += [("population", _population(truth / "population---truth-discovery" / "population"))]
    rows = [row for name, table in crowds + sets for method in METHODS for row in _table_rows(name, method, *table)]
    return rows + [row for name, table in crowds for row in _table_rows(name, "auto", *table, crowd=True)]


def _table_rows(
    name: str,
    method: str,
    claims: list[SourceClaim],
    gold: dict[str, str],
    hierarchy: dict[str, str],
    *,
    crowd: bool = False,
) -> list[Row]:
    try:
        held = {o.object: o for o in resolve(claims, method=method, hierarchy=hierarchy, crowd=crowd).objects}
    except UsageError:  # Dawid-Skene, where labels are no closed set
        return []
    asked = [key for key in gold if key in held]
    system = "sayso" if method == "auto" else method
    right = [float(held[key].value == gold[key]) for key in asked]
    how = ", as a crowd" if crowd else ""
    rows = [Row(f"truth/{name}", f"accuracy{how}", system, *mean_interval(right), len(right))]
    if name in _MEASURED:
        rows = [] if crowd else rows  # a mean is not meant to hit
        off = [abs(float(held[key].value) - float(gold[key])) for key in asked]
        rows.append(Row(f"truth/{name}", f"MAE{how}", system, *mean_interval(off), len(off), smaller_is_better=True))
    return rows
