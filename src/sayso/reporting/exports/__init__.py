"""The case in the formats of other tools. Text is neutralised where a reader of the format would act on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sayso.errors import UsageError
from sayso.records import CaseView
from sayso.reporting.exports import conflict, entities, maps, references, sheets

__all__ = ["WRITERS", "write"]

WRITERS: dict[str, Callable[[CaseView], str]] = {
    "csv": sheets.claims,
    "figures-csv": sheets.figures,
    "json": sheets.whole,
    "jsonl": sheets.readings,
    "geojson": maps.geojson,
    "csl-json": references.csl,
    "bibtex": references.bibtex,
    "claimreview": references.claim_reviews,
    "ucdp": conflict.ucdp,
    "acled": conflict.acled,
    "ftm": entities.follow_the_money,
    "atlos": sheets.atlos,
    "matrix-csv": sheets.matrix,
    "matrix-json": sheets.matrix_json,
}


def write(view: CaseView, fmt: str, target: Path) -> None:
    """Write `view` to `target` as `fmt`; see `sayso.reporting.export`. TimeMap is a folder, or a .zip by its suffix."""
    if fmt == "timemap":
        maps.write_timemap(view, target)
        return
    if fmt not in WRITERS:
        known = ", ".join(sorted([*WRITERS, "timemap"]))
        raise UsageError(f"There is no export format {fmt}; choose one of {known}.")
    target.write_text(WRITERS[fmt](view), encoding="utf-8", newline="")
