"""The layer that tells certainty and polarity: fitted on the encoder's vectors, with the encoder left as it is.

Our own labels teach it. Attributions of PolNeAR, whose stance nobody labelled, come in with what the rules say of them
and little weight: they hold words that our labels lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the field's own abbreviation
from training.reader.examples import Attribution, Text

from sayso.reading.attribution.certainty import certainty_of, polarity_of
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.heads import head_of
from sayso.reading.model.loading import Model
from sayso.reading.model.marks import windows_of
from sayso.reading.model.stance import CERTAINTIES, POLARITIES, StanceLayer, stance_input

SILVER = 0.1
"""Weight of an attribution whose stance a rule told."""
DECAY = (0.003, 0.01, 0.03, 0.1)
Sample = tuple[np.ndarray, int, int, float]


def samples(opened: Model, texts: Iterable[Text]) -> Iterator[Sample]:
    """(input, certainty, polarity, weight) of every attribution that lies in one window."""
    for text in texts:
        seen = list(windows_of(opened, text.labelled.text, text.words))
        for attribution in text.labelled.attributions or ():
            cue = text.span(*attribution.cue)
            content = [text.span(*c) for c in attribution.content]
            view = next((s for s in seen if s.window.core_first <= cue[0] < s.window.core_last), None)
            if view is None or cue[1] <= cue[0]:
                continue
            low, high = view.window.first, view.window.last
            inside = [(a - low, b - low) for a, b in content if low <= a < b <= high]
            if not inside or cue[1] > high:
                continue
            certainty, polarity, weight = _told(text.labelled.text, attribution)
            told = stance_input(view.vectors, view.fact, (cue[0] - low, cue[1] - low), inside)
            yield told, CERTAINTIES.index(certainty), POLARITIES.index(polarity), weight


def _told(text: str, attribution: Attribution) -> tuple[str, str, float]:
    if attribution.certainty is not None and attribution.polarity is not None:
        return attribution.certainty, attribution.polarity, 1.0
    found = Found(
        source=attribution.source[0] if attribution.source else None, cue=attribution.cue,
        content=list(attribution.content), rule="model", lemma=head_of(text[slice(*attribution.cue)]), score=1.0,
    )  # fmt: skip
    return certainty_of(text, found), polarity_of(text, found), SILVER


def _fit(x: torch.Tensor, y: torch.Tensor, weight: torch.Tensor, classes: int, decay: float) -> torch.Tensor:
    """Weights (inputs, classes) of a regularised multinomial logistic regression; the last input is 1."""
    w = torch.zeros(x.shape[1], classes, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        each = F.cross_entropy(x @ w, y, reduction="none")
        loss = (each * weight).sum() / weight.sum() + decay * (w[:-1] ** 2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return w.detach()


def _chosen(x: torch.Tensor, y: torch.Tensor, weight: torch.Tensor, classes: int) -> torch.Tensor:
    """Fit with the decay that does best on our own labels left out in five parts."""
    ours = torch.nonzero(weight == 1.0).flatten()
    part = torch.arange(len(ours)) % 5
    best = (-1.0, DECAY[0])
    for decay in DECAY:
        right = 0.0
        for fold in range(5):
            test = ours[part == fold]
            keep = torch.ones(len(x), dtype=torch.bool)
            keep[test] = False
            w = _fit(x[keep], y[keep], weight[keep], classes, decay)
            right += float(((x[test] @ w).argmax(1) == y[test]).sum())
        best = max(best, (right / len(ours), decay))
    print(f"stance: {best[0]:.3f} right over five parts, decay {best[1]}", flush=True)
    return _fit(x, y, weight, classes, best[1])


def fit(opened: Model, texts: Iterable[Text]) -> StanceLayer:
    """Fit the layer on `texts`."""
    made = list(samples(opened, texts))
    order = np.random.default_rng(1).permutation(len(made))
    x = torch.from_numpy(np.stack([np.append(made[i][0], np.float32(1)) for i in order]))
    weight = torch.tensor([made[i][3] for i in order])
    # One scale for all inputs: the decay then means the same for each.
    scale = x.std(dim=0).clamp(min=1e-3)
    scale[-1] = 1.0
    layers = []
    for column, names in ((1, CERTAINTIES), (2, POLARITIES)):
        y = torch.tensor([made[i][column] for i in order])
        w = _chosen(x / scale, y, weight, len(names)) / scale.unsqueeze(1)
        layers.append([[round(float(v), 4) for v in row] for row in w])
    return StanceLayer(certainty=layers[0], polarity=layers[1])
