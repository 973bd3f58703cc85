"""Mentions become actors, places and dates; documents become origins; claims become incidents."""

from __future__ import annotations
