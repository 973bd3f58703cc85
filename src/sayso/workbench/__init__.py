"""The small public API that joins the rooms.

Without a case: `read`, `read_inputs`, `origins`, `incidents`, `weigh`, `weigh_each`, `resolve`, `ach`.
With one: `Case`.
"""

from __future__ import annotations

from sayso.collect import CollectOptions
from sayso.workbench.case import AddEvent, Case
from sayso.workbench.demo import build_demo
from sayso.workbench.doctor import checkup
from sayso.workbench.files import ach, incidents, origins, propose, read, read_inputs, resolve, weigh, weigh_each
from sayso.workbench.view import terminal

__all__ = [
    "AddEvent",
    "Case",
    "CollectOptions",
    "ach",
    "build_demo",
    "checkup",
    "incidents",
    "origins",
    "propose",
    "read",
    "read_inputs",
    "resolve",
    "terminal",
    "weigh",
    "weigh_each",
]
