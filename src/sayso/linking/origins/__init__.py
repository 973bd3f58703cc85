"""Which documents are one and the same origin: reprints, rewrites, citations, common sources."""

from __future__ import annotations

from sayso.linking.origins.furniture import outlet_key, report_spans
from sayso.linking.origins.settling import Overrules, settle_origins
from sayso.linking.origins.ties import Bonds
from sayso.linking.origins.tracing import find_bonds, trace_origins

__all__ = ["Bonds", "Overrules", "find_bonds", "outlet_key", "report_spans", "settle_origins", "trace_origins"]
