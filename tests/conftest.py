"""One profile for all property tests: no deadlines on busy machines, the same examples at every run."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
