"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from sayso.reading.times.finder import find_times

__all__ = ["find_times"]
