"""Places, from plain text to the map: found, and put within 161 km (100 miles)."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from evals.readings import found, prepared
from evals.scoring import Row, ratio_interval, scored_rows

__all__ = ["geovirus"]


def geovirus(data: Path, scorer: ModuleType) -> list[Row]:
    """GeoVirus (Gritta et al. 2018): news of epidemics. A place that is not found counts as placed wrong."""
    gold = [row for row in prepared(scorer, "geovirus", data / "geoparsing" / "GeoVirus.xml") if row["places"]]
    ours = found("sayso", gold)
    rows = scored_rows("geovirus", "sayso", gold, lambda i: {"tagging": scorer.places([gold[i]], [ours[i]])["tagging"]})
    units = [
        (scorer.places([g], [p])["acc161_all"] * len(g["places"]), float(len(g["places"])))
        for g, p in zip(gold, ours, strict=True)
    ]
    return [*rows, Row("geovirus", "acc161_all", "sayso", *ratio_interval(units), len(gold))]
