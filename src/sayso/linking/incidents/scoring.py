"""How likely two documents report the same happening: a logistic model over a dozen plain comparisons.

The weights were fitted by `training/incident_joins.py` on 3,579 local news reports of shootings (the private
`gva/dev` set); what was measured is in `evals/`. The model returns log odds for a pair of documents drawn as
candidates from a few thousand; `prior_shift` moves them for smaller and larger collections.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from sayso.linking.incidents.features import Features, Rarity

__all__ = ["COMPARISONS", "compare", "log_odds", "prior_shift"]

COMPARISONS = (
    "words",
    "title",
    "names",
    "streets",
    "ages",
    "other ages",
    "rarest",
    "third rarest",
    "sixth rarest",
    "days",
    "ten days",
    "outlet",
    "title days",
    "name days",
)

_BIAS = -11.61
_WEIGHTS = (6.333, 6.787, -0.439, 1.409, 0.299, -1.541, 8.322, 4.658, 2.280, -0.836, 0.760, -2.286, -0.580, 0.159)
_UNKNOWN_DAYS = 3
_FITTED_ON = 3591


def compare(a: Features, b: Features, rarity: Rarity) -> tuple[float, ...]:
    """Compare two documents; the values are in the order of `COMPARISONS`, each about 0..3."""
    # fsum, because sets come in another order in every process and sums must not.
    shared = a.weights.keys() & b.weights.keys()
    cosine = math.fsum(a.weights[w] * b.weights[w] for w in shared)
    title = max(_dot(a.title, b.weights), _dot(b.title, a.weights))
    names = min(3.0, math.fsum(rarity.of(f"={n}") for n in a.names & b.names))
    both = a.ages & b.ages
    rare = sorted((rarity.of(w) for w in shared), reverse=True)
    days = math.log1p(abs(a.day - b.day) if a.day is not None and b.day is not None else _UNKNOWN_DAYS)
    return (
        math.sqrt(cosine),
        title,
        names,
        float(min(len(a.streets & b.streets), 3)),
        float(min(len(both), 3)),
        float(bool(a.ages) and bool(b.ages) and not both),
        rare[0] if rare else 0.0,
        rare[2] if len(rare) > 2 else 0.0,
        rare[5] if len(rare) > 5 else 0.0,
        days,
        float(days <= math.log1p(10)),
        float(a.outlet is not None and a.outlet == b.outlet),
        title * days,
        names * days,
    )


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return math.fsum(v * b[w] for w, v in a.items() if w in b)


def log_odds(values: tuple[float, ...]) -> float:
    """Return the log odds that a pair with these comparisons reports one happening."""
    return _BIAS + sum(w * v for w, v in zip(_WEIGHTS, values, strict=True))


def prior_shift(documents: int) -> float:
    """Return what to add to the log odds in a collection of this size.

    Who brings fifteen documents brings them because they belong together; of three thousand hardly any two do.
    """
    return 0.15 * math.log(_FITTED_ON / max(documents, 8))
