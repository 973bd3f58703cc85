"""One document's text becomes spans: sentences, claims, mentions, places, times, figures, explanations."""

from __future__ import annotations

from sayso.reading.reader import READER, read

__all__ = ["READER", "read"]
