"""One document's text becomes spans: sentences, claims, mentions, places, times, figures, explanations."""

from __future__ import annotations

from sayso.reading.reader import MODEL, PLAIN, READER, read, read_plainly

__all__ = ["MODEL", "PLAIN", "READER", "read", "read_plainly"]
