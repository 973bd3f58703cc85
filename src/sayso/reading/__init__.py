"""One document's text becomes spans: sentences, claims, mentions, places, times, figures, explanations."""

from __future__ import annotations

from sayso.reading.reader import PLAIN, READER, read, read_plainly

__all__ = ["PLAIN", "READER", "read", "read_plainly"]
