"""Tables of the package as rows: tab-separated, a head line, comments from #, lists inside a cell parted by ;."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import DataMissing

__all__ = ["cells", "rows"]

_DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, by the names in its head line.

    Raises:
        DataMissing: the file is absent.
    """
    try:
        with (_DATA / name).open(encoding="utf-8") as lines:
            kept = [x for x in lines if x.strip() and not x.startswith("#")]
    except OSError as error:
        raise DataMissing(f"The table {name} of the package is missing; install sayso again.") from error
    for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield {k: (v or "").strip() for k, v in row.items() if k}


def cells(cell: str) -> tuple[str, ...]:
    """What a cell lists."""
    return tuple(x.strip() for x in cell.split(";") if x.strip())
