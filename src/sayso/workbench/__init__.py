"""The small public API that joins the rooms.

Without a case: `read`, `read_inputs`, `origins`, `incidents`, `weigh`, `weigh_each`, `resolve`, `ach`, `propose`.
With one: `Case`, and `Live`, which keeps one at hand for a page. Each name loads what it needs on first use, so that
reading a file does not wait for the database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.collect import CollectOptions
    from sayso.store import Hit
    from sayso.workbench.case import AddEvent, Case
    from sayso.workbench.claims import At, ClaimEdit, SpeakerAt
    from sayso.workbench.credit import credibilities, figure_credibilities, given_credibilities
    from sayso.workbench.demo import build_demo
    from sayso.workbench.doctor import checkup
    from sayso.workbench.exchange import forms, report_forms
    from sayso.workbench.files import incidents, origins, propose, read, read_inputs, weigh, weigh_each
    from sayso.workbench.grouping import chosen_of
    from sayso.workbench.judging import LinkKind, Settled, review
    from sayso.workbench.live import Live
    from sayso.workbench.places import Added, add_places, added_places, pin_place
    from sayso.workbench.recall import Each
    from sayso.workbench.reviewing import Reviewed
    from sayso.workbench.states import Now, Progress, Version, Weighed
    from sayso.workbench.tables import ach, resolve
    from sayso.workbench.uploads import add_uploads, check_address, place_for
    from sayso.workbench.view import terminal

__all__ = [
    "AddEvent",
    "Added",
    "At",
    "Case",
    "ClaimEdit",
    "CollectOptions",
    "Each",
    "Hit",
    "LinkKind",
    "Live",
    "Now",
    "Progress",
    "Reviewed",
    "Settled",
    "SpeakerAt",
    "Version",
    "Weighed",
    "ach",
    "add_places",
    "add_uploads",
    "added_places",
    "build_demo",
    "check_address",
    "checkup",
    "chosen_of",
    "credibilities",
    "figure_credibilities",
    "forms",
    "given_credibilities",
    "incidents",
    "origins",
    "pin_place",
    "place_for",
    "propose",
    "read",
    "read_inputs",
    "report_forms",
    "resolve",
    "review",
    "terminal",
    "weigh",
    "weigh_each",
]

_HOME = {
    "AddEvent": "sayso.workbench.case",
    "Added": "sayso.workbench.places",
    "At": "sayso.workbench.claims",
    "Case": "sayso.workbench.case",
    "ClaimEdit": "sayso.workbench.claims",
    "CollectOptions": "sayso.collect",
    "Each": "sayso.workbench.recall",
    "Hit": "sayso.store",
    "LinkKind": "sayso.workbench.judging",
    "Live": "sayso.workbench.live",
    "Now": "sayso.workbench.states",
    "Progress": "sayso.workbench.states",
    "Reviewed": "sayso.workbench.reviewing",
    "Settled": "sayso.workbench.judging",
    "SpeakerAt": "sayso.workbench.claims",
    "Version": "sayso.workbench.states",
    "Weighed": "sayso.workbench.states",
    "add_places": "sayso.workbench.places",
    "added_places": "sayso.workbench.places",
    "add_uploads": "sayso.workbench.uploads",
    "build_demo": "sayso.workbench.demo",
    "check_address": "sayso.workbench.uploads",
    "ach": "sayso.workbench.tables",
    "checkup": "sayso.workbench.doctor",
    "chosen_of": "sayso.workbench.grouping",
    "credibilities": "sayso.workbench.credit",
    "figure_credibilities": "sayso.workbench.credit",
    "given_credibilities": "sayso.workbench.credit",
    "forms": "sayso.workbench.exchange",
    "pin_place": "sayso.workbench.places",
    "place_for": "sayso.workbench.uploads",
    "report_forms": "sayso.workbench.exchange",
    "resolve": "sayso.workbench.tables",
    "review": "sayso.workbench.judging",
    "terminal": "sayso.workbench.view",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'sayso.workbench' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "sayso.workbench.files")), name)
