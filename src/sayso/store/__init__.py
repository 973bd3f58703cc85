"""The case: one folder that keeps documents, their untouched bytes, what was read in them, and what people decided.

A case folder holds `case.db` (the tables), `archive/*.warc.gz` (the bytes as they came), `custody.log` (the
hash-chained log, in plain lines) and `case.lock`; `derived.db` beside them is made anew when it is gone. Importing
this package loads no database library.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.store.options import Clock, StoreOptions

if TYPE_CHECKING:
    from sayso.store.cases import CaseStore
    from sayso.store.searching import Hit

__all__ = ["CaseStore", "Clock", "Hit", "StoreOptions", "create", "open_case"]


def create(path: Path, *, options: StoreOptions | None = None) -> CaseStore:
    """Make a new case folder and open it for writing.

    Raises:
        CaseExists: there is a case at `path`.
        UsageError: something else is there.
    """
    from sayso.store.cases import CaseStore  # noqa: PLC0415 - loads SQLAlchemy

    return CaseStore.create(path, options=options)


def open_case(path: Path, *, write: bool = False, options: StoreOptions | None = None) -> CaseStore:
    """Open the case at `path`; use it as a context manager, or call `close()`.

    Reading works while another process writes. A case of an older version is brought up to date first.

    Raises:
        CaseNotFound: there is no case at `path`.
        CaseBusy: another process holds it for writing (only with `write`, or when it must be brought up to date).
        CaseDamaged: the case file cannot be read.
        CaseError: it was made by a newer sayso.
    """
    from sayso.store.cases import CaseStore  # noqa: PLC0415 - loads SQLAlchemy

    return CaseStore.open(path, write=write, options=options)


def __getattr__(name: str) -> Any:
    """Load `CaseStore` and `Hit` only when somebody asks for them."""
    if name == "CaseStore":
        from sayso.store.cases import CaseStore  # noqa: PLC0415 - loads SQLAlchemy

        return CaseStore
    if name == "Hit":
        from sayso.store.searching import Hit  # noqa: PLC0415 - keeps the import of the room light

        return Hit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
