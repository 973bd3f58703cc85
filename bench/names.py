"""Comparing names, pair by pair on one core, beside the bare edit ratio; every pair of a few hundred made-up names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

from rapidfuzz.fuzz import ratio

from sayso.linking.actors.similarity import similarity

GIVEN = ("Orla", "Mohammed", "Muhammad", "Petro", "Petra", "Jean-Claude", "Abdul Rahman", "Ben", "Benjamin", "Ilse")
FAMILY = ("Venn", "al-Okrani", "Okrani", "Koval", "Kovalenko", "Harlow", "Marrant", "bin Tarif", "Krill", "Orvane")
FORMS = ("{g} {f}", "{f}, {g}", "Dr. {g} {f}", "{g[0]}. {f}")


def made_up() -> list[str]:
    """Names in the forms that reports give them, 400 of them."""
    return [form.format(g=g, f=f) for g, f, form in product(GIVEN, FAMILY, FORMS)]


def comparing(timed: Callable[..., float]) -> list[str]:
    """Lines with comparisons a second, first of ours, then of the bare ratio."""
    pairs = list(combinations(made_up(), 2))
    rows: tuple[tuple[str, Callable[[str, str], float]], ...] = (
        ("comparing names", similarity),
        ("edit ratio alone", ratio),
    )
    lines = []
    for name, compare in rows:
        took = timed(lambda compare=compare: [compare(one, other) for one, other in pairs])
        lines.append(f"{name:22} {len(pairs) / took:12,.0f} pairs/s{'' if compare is similarity else '  (baseline)'}")
    return lines
