"""The shipped model: one small encoder with several heads, run with onnxruntime, opened when first needed."""

from __future__ import annotations

from sayso.reading.model.marks import Attributed, Marks, Named, look

__all__ = ["Attributed", "Marks", "Named", "look"]
