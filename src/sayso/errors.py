"""Everything that sayso raises on purpose.

    SaysoError
    ├── UsageError            the request itself makes no sense (exit code 2)
    ├── InputRefused          one input cannot be taken; the rest goes on (exit code 1)
    │   └── FetchRefused      a URL could not be fetched
    ├── CaseError
    │   ├── CaseNotFound      there is no case at that path
    │   ├── CaseExists        there is one already
    │   ├── CaseBusy          another process is writing to it
    │   ├── CaseDamaged       stored bytes and recorded hashes disagree
    │   └── DecidedMeanwhile  somebody else decided the same thing after it was looked at
    ├── EngineMissing         an optional part is not installed; names the extra
    └── DataMissing           a data file of the package is absent or altered

Every message is a sentence for the person at the terminal: what was refused, why, what to do.
"""

from __future__ import annotations

__all__ = [
    "CaseBusy",
    "CaseDamaged",
    "CaseError",
    "CaseExists",
    "CaseNotFound",
    "DataMissing",
    "DecidedMeanwhile",
    "EngineMissing",
    "FetchRefused",
    "InputRefused",
    "SaysoError",
    "UsageError",
]


class SaysoError(Exception):
    """Root of all errors that sayso raises on purpose."""


class UsageError(SaysoError):
    """The request makes no sense as it stands; nothing was done."""


class InputRefused(SaysoError):  # noqa: N818 - reads as what happened
    """One input was refused.

    Attributes:
        name: the input as the user named it (path, URL, or `file:line`).
        reason: a sentence that says why and what to do.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class FetchRefused(InputRefused):
    """A URL could not be fetched within the limits."""


class CaseError(SaysoError):
    """Something about a case."""


class CaseNotFound(CaseError):  # noqa: N818
    """No case at the given path."""


class CaseExists(CaseError):  # noqa: N818
    """A case is there already."""


class CaseBusy(CaseError):  # noqa: N818
    """Another process holds the case for writing."""


class CaseDamaged(CaseError):  # noqa: N818
    """Stored bytes and recorded hashes disagree."""


class DecidedMeanwhile(CaseError):  # noqa: N818
    """Somebody else decided the same thing meanwhile; nothing was written.

    Attributes:
        decisions: what they decided (records `Decision`), oldest first.
    """

    def __init__(self, says: str, decisions: tuple[object, ...]) -> None:
        super().__init__(says)
        self.decisions = decisions


class EngineMissing(SaysoError):  # noqa: N818
    """An optional part is not installed; the message names the extra to install."""


class DataMissing(SaysoError):  # noqa: N818
    """A data file of the package is absent or was altered."""
