"""Which documents are one and the same origin: reprints, rewrites, citations, common sources."""

from __future__ import annotations

from sayso.linking.origins.furniture import outlet_key, report_spans
from sayso.linking.origins.tracing import trace_origins

__all__ = ["outlet_key", "report_spans", "trace_origins"]
