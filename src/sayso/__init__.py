"""On whose say-so? Who claims what about a contested incident, through whom, and what it amounts to.

    import sayso
    reading = sayso.read("The ministry said two people were killed on Saturday.", published="2031-03-09")

Importing this package loads no room; each name below loads what it needs on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.workbench import Case, ach, incidents, origins, read, resolve, weigh

__version__ = "0.1.0"

__all__ = ["Case", "__version__", "ach", "incidents", "origins", "read", "resolve", "weigh"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("sayso.workbench"), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, *(name for name in globals() if name.startswith("__"))])
