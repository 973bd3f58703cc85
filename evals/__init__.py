"""Quality on public data: `make eval`. Every number stands beside a baseline and carries a bootstrap 95 % interval."""

from __future__ import annotations
