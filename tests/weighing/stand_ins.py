"""Accounts made up for tests of what is weighed."""

from __future__ import annotations

import math
from typing import Any

from sayso.records import Account, Passage


def account(source: str, low: float | None, high: float | None = None, **more: Any) -> Account:
    """An account of the killed by `source`, whose origin has its name."""
    fields: dict[str, Any] = {
        "id": f"{source} {low} {high} {sorted(more.items())}",
        "what": "killed",
        "of": None,
        "group": None,
        "low": low,
        "high": low if high is None else None if high == math.inf else high,
        "wording": "exact",
        "origin": f"o {source}",
        "speaker": source,
        "outlet": "Orm Post",
        "documents": (f"d {source}",),
        "grade": None,
        "as_of": None,
        "used": "counts",
        "why": "",
        "passage": Passage(document=f"d {source}", start=0, end=1, text=str(low)),
    }
    return Account(**(fields | more))
