"""The small public API that joins the rooms.

Without a case: `read`, `read_inputs`, `origins`, `incidents`, `weigh`, `weigh_each`, `resolve`, `ach`, `propose`.
With one: `Case`. Each name loads what it needs on first use, so that reading a file does not wait for the database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.collect import CollectOptions
    from sayso.store import Hit
    from sayso.workbench.case import AddEvent, Case
    from sayso.workbench.demo import build_demo
    from sayso.workbench.doctor import checkup
    from sayso.workbench.files import ach, incidents, origins, propose, read, read_inputs, resolve, weigh, weigh_each
    from sayso.workbench.judging import review
    from sayso.workbench.view import terminal

__all__ = [
    "AddEvent",
    "Case",
    "CollectOptions",
    "Hit",
    "ach",
    "build_demo",
    "checkup",
    "incidents",
    "origins",
    "propose",
    "read",
    "read_inputs",
    "resolve",
    "review",
    "terminal",
    "weigh",
    "weigh_each",
]

_HOME = {
    "AddEvent": "sayso.workbench.case",
    "Case": "sayso.workbench.case",
    "CollectOptions": "sayso.collect",
    "Hit": "sayso.store",
    "build_demo": "sayso.workbench.demo",
    "checkup": "sayso.workbench.doctor",
    "review": "sayso.workbench.judging",
    "terminal": "sayso.workbench.view",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'sayso.workbench' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "sayso.workbench.files")), name)
