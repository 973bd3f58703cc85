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
    from sayso.workbench.places import Added, add_places, added_places, pin_place
    from sayso.workbench.view import terminal

__all__ = [
    "AddEvent",
    "Added",
    "Case",
    "CollectOptions",
    "Hit",
    "ach",
    "add_places",
    "added_places",
    "build_demo",
    "checkup",
    "incidents",
    "origins",
    "pin_place",
    "propose",
    "read",
    "read_inputs",
    "resolve",
    "terminal",
    "weigh",
    "weigh_each",
]

_HOME = {
    "AddEvent": "sayso.workbench.case",
    "Added": "sayso.workbench.places",
    "Case": "sayso.workbench.case",
    "CollectOptions": "sayso.collect",
    "Hit": "sayso.store",
    "add_places": "sayso.workbench.places",
    "added_places": "sayso.workbench.places",
    "build_demo": "sayso.workbench.demo",
    "checkup": "sayso.workbench.doctor",
    "pin_place": "sayso.workbench.places",
    "terminal": "sayso.workbench.view",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'sayso.workbench' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "sayso.workbench.files")), name)
