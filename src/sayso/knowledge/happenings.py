"""Words in which reports tell that something happened, and when at night."""

from __future__ import annotations

import re

__all__ = ["A_NIGHT", "DEEDS"]

DEEDS = (
    r"kill|shot|shoot|wound|injur|struck|strike|hit|bomb|shell|attack|raid|explo|blast|die|dead|crash|collapse|clash"
    r"|happen|destroy|target|sank|sunk|sinks|sinking|capsiz|drown|shipwreck|rammed|derail"
)
"""Beginnings of words for what attacks and accidents do, as alternatives of a pattern."""

A_NIGHT = re.compile(r"(?:(?:late )?last |over|(?:during|in) the )?night", re.IGNORECASE)
"""A night is of two days: which of them is meant, others may say."""
