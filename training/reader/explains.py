"""The layer that tells whether a sentence offers a reason for something that happened; the encoder is left as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from training.reader.corpora import OWN, aside, lines

from sayso.reading.model.explains import explains_input
from sayso.reading.model.loading import Model
from sayso.reading.model.marks import windows_of
from sayso.reading.model.words import split_words
from sayso.reading.sentences import split

DECAY = (0.003, 0.01, 0.03, 0.1, 0.3)
Judged = tuple[str, str, tuple[tuple[int, int, bool], ...]]
"""Name, text, and its judged sentences: start, end, whether it explains."""


def judged(data: Path) -> Iterator[Judged]:
    """Our labels: sentences of reports (offsets only; the texts stay in the data folder) and made-up passages."""
    wanted: dict[tuple[str, str], list[tuple[int, int, bool]]] = {}
    for row in lines(OWN / "explanations.jsonl"):
        wanted.setdefault((row["set"], row["id"]), []).append((row["start"], row["end"], row["explains"]))
    for name in sorted({name for name, _ in wanted}):
        path = data / f"{name}.jsonl.gz"
        for row in lines(path) if path.is_file() else ():
            if (name, row["id"]) in wanted:
                yield row["id"], row["text"], tuple(wanted.pop((name, row["id"])))
    for row in lines(OWN / "made-up-explanations.jsonl"):
        text, told = row["text"], set(row["explains"])
        yield row["id"], text, tuple((s, e, text[s:e] in told) for s, e in split(text))


def samples(opened: Model, texts: Iterable[Judged]) -> Iterator[tuple[np.ndarray, bool, str]]:
    """(input, whether it explains, name of the text) of every judged sentence."""
    for name, text, sentences in texts:
        words = split_words(text, split(text))
        seen = list(windows_of(opened, text, words))
        for start, end, explains in sentences:
            inside = [at for at, word in enumerate(words.starts) if start <= word < end]
            if not inside:
                continue
            view = next(s for s in seen if s.window.core_first <= inside[0] < s.window.core_last)
            low, high = inside[0] - view.window.first, inside[-1] + 1 - view.window.first
            yield explains_input(view.vectors[low:high]), explains, name


def _fit(x: torch.Tensor, y: torch.Tensor, decay: float) -> torch.Tensor:
    w = torch.zeros(x.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y) + decay * (w[:-1] ** 2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return w.detach()


def fit(opened: Model, data: Path) -> list[float]:
    """Fit on three quarters of the texts, with the decay that does best on five parts of them; tell how the rest fares.

    The quarter kept aside is chosen by name, as everywhere.
    """
    made = list(samples(opened, judged(data)))
    kept = torch.tensor([aside(name, 25) for _, _, name in made])
    x = torch.from_numpy(np.stack([one for one, _, _ in made]))
    y = torch.tensor([float(explains) for _, explains, _ in made])
    scale = x.std(dim=0).clamp(min=1e-3)
    scale[-1] = 1.0
    taught, answers = (x / scale)[~kept], y[~kept]
    part = torch.arange(len(taught)) % 5
    best = (-1.0, DECAY[0])
    for decay in DECAY:
        right = 0.0
        for fold in range(5):
            w = _fit(taught[part != fold], answers[part != fold], decay)
            right += float((((taught[part == fold] @ w) > 0) == (answers[part == fold] > 0)).sum())
        best = max(best, (right / len(taught), decay))
    weights = _fit(taught, answers, best[1]) / scale
    score = torch.sigmoid(x[kept] @ weights)
    told = {f">= {t}": [int((score >= t).sum()), int(((score >= t) & (y[kept] > 0)).sum())] for t in (0.25, 0.5, 0.85)}
    print(f"explains: {best[0]:.3f} right over five parts (decay {best[1]}); aside, {int(kept.sum())} sentences, "
          f"{int(y[kept].sum())} explain; called so, rightly so: {json.dumps(told)}", flush=True)  # fmt: skip
    return [round(float(v), 4) for v in weights]
