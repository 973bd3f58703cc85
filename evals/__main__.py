"""Run what the data allows, print one table, and hold it against the floors.

    python -m evals --data ../shared/data [--only attribution] [--write rows.json] [--raise-floors] [--lower-floors]

A floor is a promise: a value under it fails the run. `--raise-floors` writes better values; only `--lower-floors`, to
be explained in the commit, writes worse ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from evals import (
    attribution,
    calibration,
    certainty,
    comparisons,
    names,
    origins,
    places,
    readings,
    simulation,
    speakers,
)
from evals.scoring import Row, load_scorer

FLOORS = Path(__file__).with_name("floors.json")
OURS = ("sayso",)
SLACK = 0.0005
"""Rounding of the last printed digit is no fall."""

SETS: dict[str, tuple[str, Callable[[Path, ModuleType], list[Row]]]] = {
    "attribution": ("polnear", attribution.polnear),
    "incident-reports": ("gva", attribution.incident_reports),
    "speakers": ("polnear", speakers.speakers),
    "times": ("tempeval3", readings.times),
    "names": ("uner-ewt", names.english),
    "names-conflict": ("re3d", names.conflict),
    "places": ("geoparsing", places.geovirus),
    "factuality": ("factuality", certainty.factuality),
    "certainty": ("polnear", certainty.labelled),
    "calibration": ("polnear", calibration.articles),
    "calibration-reports": ("gva", calibration.reports),
    "shootings": ("gva", comparisons.shootings),
    "strikes": ("airwars-gaza", comparisons.strikes),
    "incidents": ("gva", comparisons.grouping),
    "origins": ("gva", origins.copies),
    "matrices": ("ach", comparisons.matrices),
    "simulation": ("ach", simulation.simulated),
    "tables": ("truth", comparisons.tables),
}


def show(row: Row, floor: float | None) -> str:
    """One line of the table."""
    interval = f"{row.low:.3f}-{row.high:.3f}" if row.low is not None and row.high is not None else ""
    promised = "" if floor is None else f"floor {floor:.3f}"
    return f"{row.data:30} {row.metric:30} {row.system:20} {row.value:6.3f}  {interval:12} n={row.n:<6} {promised}"


def below(row: Row, floor: float) -> bool:
    """Whether a value breaks its promise."""
    return row.value > floor + SLACK if row.smaller_is_better else row.value < floor - SLACK


def main(arguments: list[str] | None = None) -> int:
    """Run; 1 when a floor is broken, 0 otherwise (also where there is no data to run on)."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", action="append", choices=sorted(SETS))
    parser.add_argument("--write", type=Path, help="a file that gets all rows as JSON")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args(arguments)
    if not (options.data.parent / "score.py").is_file():
        print(f"There is no score.py beside {options.data}: nothing was measured.")
        return 0
    scorer = load_scorer(options.data)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.is_file() else {}
    broken, told = 0, []
    for name, (folder, measure) in SETS.items():
        if (options.only and name not in options.only) or not (options.data / folder).is_dir():
            continue
        began = time.monotonic()
        for row in measure(options.data, scorer):
            told.append(asdict(row))
            ours = row.system in OURS and row.held
            floor = floors.get(row.key) if ours else None
            print(show(row, floor))
            if not ours:
                continue
            fell = floor is not None and below(row, floor)
            if (options.raise_floors and not fell) or options.lower_floors:
                floors[row.key] = round(row.value, 3)
            elif fell:
                broken += 1
                print(f"BELOW ITS FLOOR: {row.key}")
        print(f"# {name}: {time.monotonic() - began:.0f} s", flush=True)
    if options.write is not None:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(json.dumps(told, indent=1) + "\n", encoding="utf8")
    if options.raise_floors or options.lower_floors:
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf8")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
