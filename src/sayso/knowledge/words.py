"""Lists of words that tell what a capitalised name is, read once on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.errors import DataMissing

__all__ = ["words"]

_PATH = Path(__file__).parent / "data" / "words.txt"


@cache
def _sections() -> dict[str, frozenset[str]]:
    try:
        lines = _PATH.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataMissing(f"The word lists {_PATH.name} of the package are missing; install sayso again.") from error
    found: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in lines:
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            section.update(line.split())
    return {name: frozenset(members) for name, members in found.items()}


def words(section: str) -> frozenset[str]:
    """The words of one section (`titles`, `bodies`, `peoples`...).

    Raises:
        KeyError: there is no such section.
        DataMissing: the file is absent.
    """
    return _sections()[section]
