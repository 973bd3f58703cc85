"""Who decides: the name that goes with a decision."""

from __future__ import annotations

import getpass
import os


def me() -> str:
    """The name to record: `SAYSO_USER`, else the login name, else `unknown`."""
    named = os.environ.get("SAYSO_USER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
