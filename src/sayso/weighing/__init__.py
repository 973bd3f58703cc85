"""Figures, agreement and source reliability, with reasons."""

from __future__ import annotations
