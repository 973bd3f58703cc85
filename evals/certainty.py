"""How certain: of events, by their words, and of what a source says, as it presents it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from training.reader.corpora import factuality as corpus
from training.reader.examples import Labelled

from evals import readings
from evals.pairs import HALF, attributed, chars, overlap, trimmed
from evals.scoring import ROUNDS, SEED, Row, mean_interval, ratio_interval
from sayso.engine import run
from sayso.reading.model.loading import model
from sayso.reading.model.marks import Seen, windows_of
from sayso.reading.model.words import split_words
from sayso.reading.sentences import split

SCALES = {"UDS_IH2": "factuality/UDS-IH2 dev", "UW": "factuality/UW dev"}
"""Sets by the beginning of their texts' ids, in the order of the model's scales."""
_CERTAIN = {"certainty": "certain", "polarity": "affirmed"}
Pair = tuple[float, float]
Labels = Mapping[str, Any]


# ------------------------------------------------------------------------------------------------- events
def at_words(seen: Iterable[Seen], wanted: Sequence[tuple[int, int]]) -> list[float]:
    """The value of each (word, scale), from the window that owns the word.

    Raises:
        KeyError: no window owns such a word.
    """
    of: dict[int, Any] = {}
    for view in seen:
        low = view.window.first
        of |= {at: view.fact[at - low] for at in range(view.window.core_first, view.window.core_last)}
    return [float(of[at][1 + scale]) for at, scale in wanted]


def told(one: Labelled) -> list[Pair]:
    """(the model's value, the gold) of each target of one text."""
    facts = one.facts or ()
    words = split_words(one.text, one.sentences or split(one.text))
    wanted = [(int(np.searchsorted(words.ends, at, side="right")), scale) for at, _, scale in facts]
    values = at_words(windows_of(model(), one.text, words), wanted) if facts else []
    return [(value, gold) for value, (_, gold, _) in zip(values, facts, strict=True)]


def pearson_interval(units: Sequence[Sequence[Pair]]) -> tuple[float, float, float]:
    """Pearson's r over all pairs, with its interval by resampling units; 0 where one side does not vary."""
    sums = []
    for unit in units:
        x, y = np.array(unit, dtype=float).reshape(-1, 2).T
        sums.append([len(x), x.sum(), y.sum(), (x * x).sum(), (y * y).sum(), (x * y).sum()])
    parts = np.array(sums)

    def r(table: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        n, x, y, xx, yy, xy = np.moveaxis(table, -1, 0)
        spread = np.sqrt(np.clip((n * xx - x * x) * (n * yy - y * y), 0, None))
        flat: np.ndarray[Any, Any] = np.divide(n * xy - x * y, spread, out=np.zeros_like(spread), where=spread > 1e-9)
        return flat

    draws = np.random.default_rng(SEED).integers(0, len(parts), (ROUNDS, len(parts)))
    low, high = np.percentile(r(parts[draws].sum(axis=1)), [2.5, 97.5])
    return float(r(parts.sum(axis=0))), float(low), float(high)


def value_rows(data: str, system: str, units: Sequence[Sequence[Pair]], *, varies: bool = True) -> list[Row]:
    """Mean absolute error and, unless the system says the same of all, Pearson's r; units are sentences, n targets."""
    n = sum(map(len, units))
    errors = [(sum(abs(a - b) for a, b in unit), float(len(unit))) for unit in units if unit]
    rows = [Row(data, "MAE", system, *ratio_interval(errors), n, smaller_is_better=True)]
    if varies:
        rows.append(Row(data, "Pearson r", system, *pearson_interval([u for u in units if u]), n))
    return rows


def factuality(data: Path, _: ModuleType) -> list[Row]:
    """UDS-IH2 and UW, development parts: the value at the event's word, -3..3.

    Beside it one value for all, which has no correlation: the mean and the median of the training part.
    """
    gold, taught = list(corpus(data, "dev")), list(corpus(data))
    ours = list(run(told, gold, workers=readings.WORKERS))
    rows = []
    for beginning, name in SCALES.items():
        units = [u for one, u in zip(gold, ours, strict=True) if u and one.id.startswith(f"{beginning}-")]
        known = [value for one in taught if one.id.startswith(f"{beginning}-") for _, value, _ in one.facts or ()]
        if not units:
            continue
        rows += value_rows(name, "sayso", units)
        if known:
            for system, one_value in (("training mean", np.mean(known)), ("training median", np.median(known))):
                same = [[(float(one_value), b) for _, b in unit] for unit in units]
                rows += value_rows(name, system, same, varies=False)
    return rows


# ------------------------------------------------------------------------------------------------- claims
class Judged(NamedTuple):
    """A label and what a reader says of the attribution; `said` is null where it did not find it."""

    label: Labels
    said: Labels | None


def closest(text: str, content: Any, claims: Iterable[Labels]) -> Labels | None:
    """The claim whose content shares most with `content`, at least half of both together; of equals the first."""
    wanted = chars(trimmed(text, content))
    best, chosen = HALF, None
    for claim in claims:
        share = overlap(wanted, chars(trimmed(text, claim["content"])))
        if share > best or (chosen is None and share >= best):
            best, chosen = share, claim
    return chosen


def judged(labels: Iterable[Labels], gold: Iterable[Labels], predicted: Iterable[Labels]) -> list[Judged]:
    """Pair each label (`id`, `attribution`: an index into the gold's) with the claim that answers it."""
    rows = {row["id"]: (row, found) for row, found in zip(gold, predicted, strict=True)}
    made = []
    for label in labels:
        row, found = rows[label["id"]]
        text, content = row["text"], row["attributions"][label["attribution"]]["content"]
        made.append(Judged(label, closest(text, content, attributed(text, found["claims"]))))
    return made


def _coarse(certainty: str) -> str:
    return "probable or possible" if certainty in ("probable", "possible") else certainty


METRICS: dict[str, Callable[[Labels, Labels], bool]] = {
    "polarity": lambda label, said: label["polarity"] == said["polarity"],
    "certainty": lambda label, said: label["certainty"] == said["certainty"],
    "certainty or alternative": lambda label, said: said["certainty"] in (
        label["certainty"], label.get("alternative")
    ),
    "stance": lambda label, said: label["polarity"] == said["polarity"]
    and _coarse(label["certainty"]) == _coarse(said["certainty"]),
    "stance or alternative": lambda label, said: label["polarity"] == said["polarity"]
    and _coarse(said["certainty"]) in {_coarse(label["certainty"]), _coarse(label.get("alternative") or "")},
}  # fmt: skip


def stance_rows(data: str, system: str, pairs: Iterable[Judged]) -> list[Row]:
    """Share right of each metric, over the labels that were matched; none where nothing was."""
    both = [(one.label, one.said) for one in pairs if one.said is not None]
    return [
        Row(data, metric, system, *mean_interval([float(right(*pair)) for pair in both]), len(both))
        for metric, right in METRICS.items()
        if both
    ]


def denials(pairs: Iterable[Judged]) -> str:
    """How many denials there are, were called so, and were rightly called so, among the matched."""
    both = [(p.label["polarity"] == "denied", p.said["polarity"] == "denied") for p in pairs if p.said is not None]
    return (
        f"{sum(a for a, _ in both)} denied, {sum(b for _, b in both)} called so, {sum(a and b for a, b in both)} both"
    )


def labelled(data: Path, _: ModuleType) -> list[Row]:
    """Two hundred attributions of PolNeAR's development part with our labels of certainty and polarity.

    The systems match different attributions; the lines that begin with # compare them on those that both match.
    """
    gold, name = readings.polnear(data), "polnear/dev stance"
    labels = list(readings.lines(readings.LABELS / "certainty.jsonl"))
    pairs = {system: judged(labels, gold, readings.found(system, gold)) for system in readings.SYSTEMS}
    pairs["certain, affirmed"] = [Judged(p.label, p.said and _CERTAIN) for p in pairs["sayso"]]
    rows = []
    for system, found in pairs.items():
        matched = sum(p.said is not None for p in found)
        print(f"# {name}, {system}: {matched} of {len(found)} matched; {denials(found)}")
        rows += stance_rows(name, system, found)
    shared = [
        a.said is not None and b.said is not None for a, b in zip(pairs["sayso"], pairs["plain reader"], strict=True)
    ]
    for system in readings.SYSTEMS:
        both = [p for p, wanted in zip(pairs[system], shared, strict=True) if wanted]
        shares = ", ".join(f"{row.metric} {row.value:.3f}" for row in stance_rows(name, system, both))
        print(f"# {name}, {system}, the {len(both)} that both match: {shares}")
    return rows
