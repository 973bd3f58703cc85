"""Speed, always beside a baseline in the same run: machines differ and are noisy."""

from __future__ import annotations
