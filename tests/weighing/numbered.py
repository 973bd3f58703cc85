"""Made-up accounts as they are written down in tests: a number, or least and greatest, then the text, over lines."""

from __future__ import annotations

from tests.weighing.test_figures_parts import killed


def cases(accounts: str) -> list[tuple[str, str]]:
    """Number and text of each account; a line that opens with a blank goes on with the one before."""
    told: list[str] = []
    for line in accounts.strip().splitlines():
        if line.startswith(" "):
            told[-1] += f" {line.strip()}"
        else:
            told.append(line)
    return [(number, text) for number, _, text in (line.partition(" ") for line in told)]


def counted(text: str) -> str:
    """Least and greatest number of people killed, written as in the accounts."""
    low, _, high = killed(text)
    return f"{low}" if low == high else f"{low}-{high}"
