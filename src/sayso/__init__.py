"""On whose say-so? Who claims what about a contested incident, through whom, and what it amounts to."""

from __future__ import annotations

__version__ = "0.1.0"
