"""What a case can be told from outside: who works, what time it is, how large an archive file may grow."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def _operator() -> str:
    try:
        return getpass.getuser() or "unknown"
    except (OSError, KeyError, ImportError):
        return "unknown"


@dataclass(frozen=True, kw_only=True)
class StoreOptions:
    """Settings of one opened case.

    Attributes:
        operator: who works with it; written into the custody log.
        clock: gives the time, with a zone; replaced in tests.
        archive_limit: bytes after which a new archive file is begun.
    """

    operator: str = field(default_factory=_operator)
    clock: Clock = _now
    archive_limit: int = 1_000_000_000

    def time(self) -> str:
        """Give the clock's time as `YYYY-MM-DDTHH:MM:SSZ`, in UTC."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
