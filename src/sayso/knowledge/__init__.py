"""What is known before any case: places, actors, equipment, outlets, words of likelihood."""

from __future__ import annotations
